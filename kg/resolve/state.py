"""What is known of identity from one change of the documents to the next: who bears which name, what was compared, what is one thing.

All of it lies on shelves, by keys. A build begins with empty ones; the ledger of a folder keeps them and fetches only what is asked for,
so that one more document costs what its names have to do with, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from kg.resolve.compare import Weight
from kg.resolve.nodes import Node

V = TypeVar("V")


class Placed(NamedTuple):
    """Where a referent of a document is: its key there, the family of its name, and the group that it is in."""

    key: str
    family: str
    home: str


class Entry(NamedTuple):
    """A group under a key, and the name that sounds like it where the key is a sound."""

    name: str
    id: str


class Pair(NamedTuple):
    """Two groups that have a key in common, ``near`` if only their spelling is near; ``weight`` is None where they are not compared."""

    near: bool
    weight: Weight | None


class Source(NamedTuple, Generic[V]):
    """Where the values of a shelf come from: that of a key, with others that come along, and all of them."""

    some: Callable[[str], Mapping[str, V]]
    every: Callable[[], Mapping[str, V]]


class Shelf(Generic[V]):
    """Values by key, which never change themselves; those of a source are fetched when they are first asked for. None is no value."""

    def __init__(self, source: Source[V] | None = None) -> None:
        self._here: dict[str, V | None] = {}
        self._source = source
        self.changed: set[str] = set()

    def get(self, key: str) -> V | None:
        """The value of a key."""
        if self._source is not None and key not in self._here:
            self._take(self._source.some(key))
            self._here.setdefault(key, None)
        return self._here.get(key)

    def put(self, key: str, value: V | None) -> None:
        """Puts a value in the place of the older one; None takes that away."""
        self._here[key] = value
        self.changed.add(key)

    def items(self) -> Iterator[tuple[str, V]]:
        """All keys with their values, in order of the keys."""
        if self._source is not None:
            self._take(self._source.every())
            self._source = None
        return ((key, value) for key, value in sorted(self._here.items()) if value is not None)

    def _take(self, found: Mapping[str, V]) -> None:
        for key, value in found.items():
            self._here.setdefault(key, value)


@dataclass(frozen=True)
class Shelves:
    """All that is kept.

    ``kin`` are the referents of a family, by document and key; ``papers`` those of a document, in its order; ``homes`` the families
    that a group's id is of, mostly one. ``blocks`` are the groups of a key, ``pairs`` those that were compared with a group, ``things``
    for each group of a larger thing the id of that and all its groups. ``meant`` are the referents that a judgement can mean, with
    their groups, and ``judged``, under one key, the groups that judgements meant.
    """

    kin: Shelf[tuple[Node, ...]] = field(default_factory=Shelf)
    papers: Shelf[tuple[Placed, ...]] = field(default_factory=Shelf)
    homes: Shelf[tuple[str, ...]] = field(default_factory=Shelf)
    blocks: Shelf[tuple[Entry, ...]] = field(default_factory=Shelf)
    pairs: Shelf[Mapping[str, Pair]] = field(default_factory=Shelf)
    things: Shelf[tuple[str, ...]] = field(default_factory=Shelf)
    meant: Shelf[tuple[tuple[str, str], ...]] = field(default_factory=Shelf)
    judged: Shelf[tuple[str, ...]] = field(default_factory=Shelf)


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two ids in their order."""
    return (one, other) if one <= other else (other, one)
