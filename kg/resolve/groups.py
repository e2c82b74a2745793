"""Referents that are one thing by name alone: those of one authority row, or of one class and spelling (``namesakes``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.ontology.judgements import slug_of
from kg.ontology.load import EVENT, Ontology
from kg.resolve.apart import Apart
from kg.resolve.namesakes import parted, telling
from kg.resolve.nodes import CODE, LINE, OF, Node
from kg.resolve.spelling import Speller

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Group:
    """Referents of one name. ``row`` is their authority row, ``name`` the fullest of their own ``names``, without legal form.

    ``members`` are (document, referent key), sorted; a row that no document names has none.
    """

    id: str
    type: str
    row: str | None
    name: str
    names: tuple[str, ...]
    marks: frozenset[str]
    members: tuple[tuple[str, str], ...]

    @property
    def documents(self) -> set[str]:
        """The documents that name it."""
        return {document for document, _ in self.members}


class Grouper:
    """Parts referents into families, whose members could be one by name alone, and each family into groups.

    ``following`` are the marks that follow from others (``nodes.following``).
    """

    def __init__(self, ontology: Ontology, speller: Speller, following: Mapping[str, frozenset[str]]) -> None:
        self._apart = Apart(ontology, speller)
        self._rows, self._speller, self._following = ontology.authority.rows, speller, following

    def family(self, node: Node) -> str:
        """The family of a referent: its row behind a slash, or its class and plain name with a slash between."""
        row = node.referent.authority
        if row and not self._apart.from_row(node, row):
            return f"/{row}"
        return f"{node.referent.type}/{self._speller.plain(node.referent.name)}"

    def groups(self, family: str, nodes: Sequence[Node]) -> dict[str, Group]:
        """The groups of a family by id, of all its nodes in the order of their ids."""
        if not nodes:
            return {}
        type_, _, key = family.partition("/")
        nodes = [self._followed(node) for node in nodes]
        if not type_:
            name = self._rows[key].ko if key in self._rows else _fullest(nodes, self._speller)
            return {key: _group(key, name, nodes, row=key)}
        found: dict[str, Group] = {}
        for one in _named(nodes, self._apart, bare=type_ == EVENT and self._speller.generic(key), speller=self._speller):
            found[one.id] = together([found[one.id], one]) if one.id in found else one
        return found

    def _followed(self, node: Node) -> Node:
        """The node with the marks that follow from its own; of most none does, and they stay what they are."""
        more = [self._following[mark] for mark in node.marks if mark in self._following]
        return replace(node, marks=node.marks.union(*more)) if more else node


def together(groups: Sequence[Group]) -> Group:
    """Groups of one id as one; what only one can have is the first's."""
    first = groups[0]
    if len(groups) == 1:
        return first
    names = tuple(sorted({name for one in groups for name in one.names}))
    members = tuple(sorted(member for one in groups for member in one.members))
    return Group(first.id, first.type, first.row, first.name, names, frozenset().union(*(one.marks for one in groups)), members)


def _named(nodes: Sequence[Node], apart: Apart, *, bare: bool, speller: Speller) -> list[Group]:
    """The groups of nodes of one class and name; the largest has the plain id, unless the name is only a class word."""
    type_ = nodes[0].referent.type
    parts = [[node] for node in nodes] if bare or len(nodes) == 1 else [kept for part in parted(type_, nodes) for kept in apart.split(part)]
    parts.sort(key=lambda part: (-len(part), part[0].id))
    name = _fullest(nodes, speller)
    plain = f"{slug_of(type_)}/{_SPACES.sub('-', name)}"
    ids = [plain if at == 0 and not bare else f"{plain}-{_suffix(part)}" for at, part in enumerate(parts)]
    return [_group(id, _fullest(part, speller), part) for id, part in zip(ids, parts, strict=True)]


def _fullest(nodes: Iterable[Node], speller: Speller) -> str:
    return min((speller.bare(node.referent.name) for node in nodes), key=lambda name: (-len(name), name))


def _group(id: str, name: str, nodes: Sequence[Node], row: str | None = None) -> Group:
    names = {name, *(said for node in nodes for said in node.referent.names)}
    marks = frozenset[str]().union(*(node.marks for node in nodes))
    return Group(id, nodes[0].referent.type, row, name, tuple(sorted(names)), marks, tuple(sorted(node.id for node in nodes)))


def _suffix(part: Sequence[Node]) -> str:
    told = telling(part[0].referent.type, (mark for node in part for mark in node.marks))
    marks = sorted(mark.removeprefix(CODE).removeprefix(OF) for mark in told if not mark.startswith(LINE))
    return _SPACES.sub("-", marks[0] if marks and part[0].referent.type != EVENT else part[0].document)
