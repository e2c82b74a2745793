"""The annotated articles of a gold folder: what careful readers found in each, one JSON file an article."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from kg.errors import InputError, UsageError
from kg.ontology.schema import suggestion
from kg.values import STATUSES


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An annotated thing; ``id`` is unique in its article, ``names`` are its name and the article's others."""

    id: str
    type: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its fullest name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """An annotated fact between two entity ids; ``sentence`` counts from 0 over title and body as the annotator cut them."""

    subject: str
    property: str
    object: str
    status: str
    time: str | None
    role: str | None
    amount: str | None
    sentence: int | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article; ``id`` is the stem of its file and of its document's id."""

    id: str
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles count: those that a pattern of ``only`` names (all where it has none) and none of ``leave_out`` does."""

    only: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()

    def takes(self, id: str) -> bool:
        """Whether the article counts; patterns are those of a shell."""
        return (not self.only or _named(id, self.only)) and not _named(id, self.leave_out)


EVERY = Choice()


def gold_files(folder: Path, choice: Choice = EVERY) -> tuple[Path, ...]:
    """The chosen files of a gold folder by name; UsageError where it has none, or a pattern names none of them."""
    found = sorted(folder.glob("*.json"))
    if not found:
        raise UsageError(f"{folder}: has no annotated articles; name a folder with one JSON file an article")
    stems = [path.stem for path in found]
    for pattern in (*choice.only, *choice.leave_out):
        if not any(fnmatchcase(stem, pattern) for stem in stems):
            raise UsageError(f"{folder}: no article is called {pattern!r}{suggestion(pattern, stems)}")
    chosen = tuple(path for path in found if choice.takes(path.stem))
    if not chosen:
        raise UsageError(f"{folder}: all {len(found)} articles are left out; leave some in")
    return chosen


def read_gold(path: Path) -> GoldArticle:
    """The annotations of one file; InputError with file and entry where it is not of the form of the annotation guide."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as JSON: {error}") from error
    if not isinstance(told, dict):
        raise InputError(f"{path}: has a {type(told).__name__} where 'entities' and 'facts' belong")
    entities = tuple(_entity(item, where) for item, where in _items(told, "entities", path))
    known = {entity.id for entity in entities}
    if len(known) < len(entities):
        raise InputError(f"{path}: two entities have one id; give each its own")
    return GoldArticle(path.stem, entities, tuple(_fact(item, known, where) for item, where in _items(told, "facts", path)))


def _named(id: str, patterns: Collection[str]) -> bool:
    return any(fnmatchcase(id, pattern) for pattern in patterns)


def _items(told: Mapping[str, Any], key: str, path: Path) -> Iterator[tuple[Mapping[str, Any], str]]:
    items = told.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise InputError(f"{path}: {key!r} must be a list of objects")
    yield from ((item, f"{path}: {key}[{at}]") for at, item in enumerate(items))


def _entity(item: Mapping[str, Any], where: str) -> GoldEntity:
    aliases = item.get("aliases") or []
    if not isinstance(aliases, list):
        raise InputError(f"{where}: 'aliases' must be a list, not {aliases!r}")
    return GoldEntity(_text(item, "id", where), _text(item, "type", where), (_text(item, "name", where), *map(str, aliases)))


def _fact(item: Mapping[str, Any], known: Collection[str], where: str) -> GoldFact:
    subject, object_ = (_text(item, key, where) for key in ("s", "o"))
    for end in (subject, object_):
        if end not in known:
            raise InputError(f"{where}: {end!r} is no entity of this article{suggestion(end, known)}")
    status, sentence = _text(item, "status", where), item.get("sentence")
    if status not in STATUSES:
        raise InputError(f"{where}: status {status!r} is none of {', '.join(STATUSES)}")
    time, role, amount = (None if item.get(key) is None else str(item[key]) for key in ("time", "role", "amount"))
    place = sentence if isinstance(sentence, int) else None
    return GoldFact(subject, _text(item, "p", where), object_, status, time, role, amount, place)


def _text(item: Mapping[str, Any], key: str, where: str) -> str:
    value = item.get(key)
    if not isinstance(value, str) or not value:
        raise InputError(f"{where}: {key!r} must be a text, not {value!r}")
    return value
