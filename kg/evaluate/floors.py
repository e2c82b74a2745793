"""Floors: the least that the figures of one corpus may be, in a file beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, UsageError
from kg.evaluate.figures import Figures
from kg.ontology.schema import suggestion

MEASURES: Mapping[str, Callable[[Figures], float]] = {
    "facts_f1": lambda figures: figures.strict.f1,
    "facts_precision": lambda figures: figures.strict.precision,
    "facts_recall": lambda figures: figures.strict.recall,
    "pairs_f1": lambda figures: figures.pairs.f1,
    "entities_f1": lambda figures: figures.entities.f1,
    "entity_type": lambda figures: figures.entity_type,
    "status": lambda figures: figures.fields["status"].share,
    "time": lambda figures: figures.fields["time"].share,
    "role": lambda figures: figures.fields["role"].share,
    "amount": lambda figures: figures.fields["amount"].share,
}


@dataclass(frozen=True, slots=True)
class Floors:
    """The least values by figure, the hash of the corpus that they hold for, and the file that says so."""

    corpus: str
    least: Mapping[str, float]
    path: Path


@dataclass(frozen=True, slots=True)
class Held:
    """A floor next to what was measured."""

    name: str
    least: float
    measured: float

    @property
    def holds(self) -> bool:
        """Whether the figure is not below its floor."""
        return self.measured >= self.least


def read_floors(path: Path) -> Floors:
    """The floors of a TOML file: ``corpus``, and a table ``floors`` with figures from 0 to 1; InputError where it is otherwise."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as TOML: {error}") from error
    corpus, least = told.get("corpus"), told.get("floors")
    if not isinstance(corpus, str) or not isinstance(least, dict) or not least:
        raise InputError(f"{path}: needs 'corpus', a hash, and a table 'floors' with at least one figure")
    return Floors(corpus, {name: _value(name, value, path) for name, value in least.items()}, path)


def floors_for(path: Path, corpus: str) -> Floors:
    """The floors of the file for the corpus of this hash; UsageError where they are of another."""
    floors = read_floors(path)
    if corpus != floors.corpus:
        told = f"{path}: the floors are of the corpus {floors.corpus}, but this one is {corpus}"
        raise UsageError(f"{told}; measure the articles that they were pinned for, or pin floors for these")
    return floors


def held(floors: Floors, figures: Figures) -> tuple[Held, ...]:
    """Each floor with what was measured."""
    return tuple(Held(name, least, round(MEASURES[name](figures), 4)) for name, least in floors.least.items())


def _value(name: str, value: Any, path: Path) -> float:
    if name not in MEASURES:
        raise InputError(f"{path}: {name!r} is no figure; there are {', '.join(MEASURES)}{suggestion(name, MEASURES)}")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise InputError(f"{path}: {name} must be a number from 0 to 1, not {value!r}")
    return float(value)
