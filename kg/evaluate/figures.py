"""The figures of an evaluation, micro-averaged over all articles, with the annotators' own definitions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.compare import FIELDS, Compared, Match

# The normal deviate of a 95 % interval.
DEVIATE = 1.959964


@dataclass(frozen=True, slots=True)
class Score:
    """``matched`` of ``told`` are right, and of ``gold`` are found."""

    matched: int
    told: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what is told that is right; 0 where nothing is told."""
        return share(self.matched, self.told)

    @property
    def recall(self) -> float:
        """The share of what is annotated that is found; 0 where nothing is annotated."""
        return share(self.matched, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.matched, self.told + self.gold)


@dataclass(frozen=True, slots=True)
class Asked:
    """How often the annotation of a matched fact says something, and how often the claim says the same."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share that is right; 0 where nothing was asked."""
        return share(self.right, self.asked)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures: ``strict`` asks for relation and ends of a fact, ``pairs`` for its ends alone; ``typed`` of the found entities have
    the right class; ``fields`` are status, time, role and amount of the strictly matched facts."""

    articles: int
    strict: Score
    pairs: Score
    entities: Score
    typed: int
    fields: Mapping[str, Asked]
    properties: Mapping[str, Score]

    @property
    def entity_type(self) -> float:
        """The share of the found entities that have the right class."""
        return share(self.typed, self.entities.matched)


def figures(compared: Sequence[Compared]) -> Figures:
    """The figures of these articles together."""
    told = sum(len(one.told.claims) for one in compared)
    facts = sum(len(one.gold.facts) for one in compared)
    matches = [match for one in compared for match in one.matches]
    found = [right for one in compared for _, right in one.found]
    return Figures(
        len(compared),
        Score(len(matches), told, facts),
        Score(sum(one.pairs for one in compared), told, facts),
        Score(len(found), sum(len(one.told.mentioned) for one in compared), sum(len(one.gold.entities) for one in compared)),
        sum(found),
        {field: _asked(matches, field) for field in FIELDS},
        _by_property(compared),
    )


def share(part: float, whole: float) -> float:
    """``part`` of ``whole``, 0 where there is no whole."""
    return part / whole if whole else 0.0


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score method, which holds for small counts and shares near 1; (0, 1) for none."""
    if not of:
        return 0.0, 1.0
    p, z2 = right / of, DEVIATE**2
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = DEVIATE * math.sqrt(p * (1 - p) / of + z2 / (4 * of**2)) / (1 + z2 / of)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _asked(matches: Iterable[Match], field: str) -> Asked:
    answers = [match.right(field) for match in matches if match.asked(field)]
    return Asked(sum(answers), len(answers))


def _by_property(compared: Iterable[Compared]) -> dict[str, Score]:
    matched: Counter[str] = Counter()
    told: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for one in compared:
        matched.update(match.fact.property for match in one.matches)
        told.update(claim.property for claim in one.told.claims)
        gold.update(fact.property for fact in one.gold.facts)
    return {name: Score(matched[name], told[name], gold[name]) for name in sorted({*matched, *told, *gold})}
