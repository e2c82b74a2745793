"""The groups of all families, kept up to date as documents come and go.

A family is whoever could be one by name alone (``groups``): only those that a document names, or named before, are parted anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from kg.resolve.candidates import merged
from kg.resolve.groups import Group, Grouper, together
from kg.resolve.nodes import Node
from kg.resolve.state import Placed, Shelves

Parts = Mapping[str, Mapping[str, Group]]
Member = tuple[str, str]


class Turn(NamedTuple):
    """What a change of documents made of groups: each that it touched before and after, and the documents that are in others now.

    ``left`` and ``here`` give the referents of the families that it touched, each with its group, before and after.
    """

    before: Mapping[str, Group | None]
    after: Mapping[str, Group | None]
    moved: set[str]
    left: Iterable[tuple[Node, str]]
    here: Iterable[tuple[Node, str]]


class Families:
    """The families on the shelves; ``rows`` are those of the authority file as groups."""

    def __init__(self, shelves: Shelves, grouper: Grouper, rows: Mapping[str, Group]) -> None:
        self._shelves, self._grouper, self._rows = shelves, grouper, rows
        self._parts: dict[str, Mapping[str, Group]] = {}
        self._named: dict[str, Group | None] = {}

    def group(self, id: str) -> Group | None:
        """The group of an id; None where neither a document nor the authority file names one."""
        return self.named(id) or self._rows.get(id)

    def at(self, id: str) -> Group:
        """The group of an id that is known to be there."""
        return self.named(id) or self._rows[id]

    def named(self, id: str) -> Group | None:
        """The group of an id with all that its row knows; None where no document names it."""
        if id not in self._named:
            families = self._shelves.homes.get(id)
            one = together([self._part(family)[id] for family in families]) if families else None
            self._named[id] = merged(one, self._rows[id]) if one and id in self._rows else one
        return self._named[id]

    def nodes(self, id: str) -> list[Node]:
        """The referents of a group, by family, document and key."""
        one = self.named(id)
        members = set(one.members) if one else set()
        kin = (self._shelves.kin.get(family) or () for family in self._shelves.homes.get(id) or ())
        return [node for family in kin for node in family if node.id in members]

    def change(self, gone: Iterable[str], come: Iterable[Node]) -> Turn:
        """Takes the referents of documents out and puts others in."""
        stale, fresh = self._stale(gone), self._fresh(come)
        families = sorted({*stale, *fresh})
        kin = {family: self._kin(family, stale.get(family, ()), fresh.get(family, ())) for family in families}
        old = {family: self._part(family) for family in families}
        new = {family: self._grouper.groups(family, kin[family]) for family in families}
        ids = sorted({id for parts in (old, new) for groups in parts.values() for id in groups})
        before = {id: self.named(id) for id in ids}
        left = {family: self._shelves.kin.get(family) or () for family in families}
        for family in families:
            self._shelves.kin.put(family, kin[family] or None)
        self._parts |= new
        self._house(old, new)
        moved = self._place(old, new, fresh)
        for id in ids:
            self._named.pop(id, None)
        return Turn(before, {id: self.named(id) for id in ids}, moved, _housed(left, old), _housed(kin, new))

    def _part(self, family: str) -> Mapping[str, Group]:
        if family not in self._parts:
            self._parts[family] = self._grouper.groups(family, self._shelves.kin.get(family) or ())
        return self._parts[family]

    def _stale(self, documents: Iterable[str]) -> dict[str, set[str]]:
        """The families in which documents are, with these; they are placed nowhere any more."""
        found: dict[str, set[str]] = defaultdict(set)
        for document in documents:
            for placed in self._shelves.papers.get(document) or ():
                found[placed.family].add(document)
            self._shelves.papers.put(document, None)
        return found

    def _fresh(self, nodes: Iterable[Node]) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = defaultdict(list)
        papers: dict[str, list[Placed]] = defaultdict(list)
        for node in nodes:
            family = self._grouper.family(node)
            found[family].append(node)
            papers[node.document].append(Placed(node.referent.key, family, ""))
        for document, placed in papers.items():
            self._shelves.papers.put(document, tuple(placed))
        return found

    def _kin(self, family: str, gone: Collection[str], come: Iterable[Node]) -> tuple[Node, ...]:
        kept = (node for node in self._shelves.kin.get(family) or () if node.document not in gone)
        return tuple(sorted((*kept, *come), key=attrgetter("id")))

    def _house(self, old: Parts, new: Parts) -> None:
        """Notes of which families the ids are."""
        for family, groups in new.items():
            for id in {*groups} ^ {*old[family]}:
                homes = {*(self._shelves.homes.get(id) or ())} ^ {family}
                self._shelves.homes.put(id, tuple(sorted(homes)) or None)

    def _place(self, old: Parts, new: Parts, fresh: Mapping[str, Iterable[Node]]) -> set[str]:
        """Notes in which groups the referents of documents are, and gives the documents in which one is in another than before."""
        moved: dict[str, dict[str, str]] = defaultdict(dict)
        for family, groups in new.items():
            come = {node.id for node in fresh.get(family, ())}
            before = {member: id for id, one in old[family].items() for member in one.members}
            for id, one in groups.items():
                for document, key in one.members:
                    if (document, key) in come or before.get((document, key)) != id:
                        moved[document][key] = id
        for document, homes in moved.items():
            there = self._shelves.papers.get(document) or ()
            self._shelves.papers.put(document, tuple(Placed(one.key, one.family, homes.get(one.key, one.home)) for one in there))
        return set(moved)


def _housed(kin: Mapping[str, Iterable[Node]], parts: Parts) -> Iterator[tuple[Node, str]]:
    for family, groups in parts.items():
        homes = {member: id for id, one in groups.items() for member in one.members}
        yield from ((node, homes[node.id]) for node in kin[family])
