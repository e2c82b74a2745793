"""Decide which referents of different documents are one thing, and give each thing its id.

The rules, in order: the authority row; for people the name with a body in common; for events the name with a day in common,
unless the name is only a class word; for all else class and folded name. What no rule joins stays apart: a graph that joins
two things misleads, one that shows a thing twice is only untidy.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.ontology.authority import fold
from kg.ontology.load import BODY, EVENT, PERSON, Ontology
from kg.values import Reading, Referent

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Node:
    """A referent of one document, with what tells it from its namesakes: bodies of a person, days of an event."""

    document: str
    referent: Referent
    marks: frozenset[str]


def nodes_of(readings: Iterable[Reading]) -> list[Node]:
    """One node a referent, in the order of documents."""
    return [Node(r.document.id, referent, _marks(r, referent)) for r in readings for referent in r.referents]


def _marks(reading: Reading, referent: Referent) -> frozenset[str]:
    if referent.type == PERSON:
        others = {r.key: r for r in reading.referents}
        bodies = [c.object for c in reading.claims if c.subject == referent.key and c.property == "affiliatedWith"]
        return frozenset(others[key].authority or fold(others[key].name) for key in bodies)
    if referent.type == EVENT:
        return frozenset(c.time.edtf for c in reading.claims if c.time and referent.key in (c.subject, c.object))
    return frozenset()


def assign_ids(nodes: Sequence[Node], ontology: Ontology) -> dict[tuple[str, str], str]:
    """The entity id of every (document, referent key)."""
    ids: dict[tuple[str, str], str] = {}
    groups: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.referent.authority:
            ids[node.document, node.referent.key] = node.referent.authority
        else:
            groups[node.referent.type, fold(node.referent.name)].append(node)
    for (type_, _), group in sorted(groups.items()):
        for cluster, suffix in _split(type_, group, ontology):
            name = min((n.referent.name for n in cluster), key=lambda n: (-len(n), n))
            for node in cluster:
                ids[node.document, node.referent.key] = f"{_slug(type_)}/{_SPACES.sub('-', name)}{suffix}"
    return ids


def _split(type_: str, group: Sequence[Node], ontology: Ontology) -> list[tuple[list[Node], str]]:
    """The group in parts that are one thing each, with the suffix that keeps their ids apart; the largest part has none."""
    if type_ not in {PERSON, EVENT}:
        return [(list(group), "")]
    bare = type_ == EVENT and fold(group[0].referent.name) in {fold(cue) for cue in ontology.language.names.class_of_cue}
    parts = [[node] for node in group] if bare else _by_marks(group)
    parts.sort(key=lambda part: (-len(part), part[0].document, part[0].referent.key))
    return [(part, "" if at == 0 and not bare else f"-{_suffix(part)}") for at, part in enumerate(parts)]


def _suffix(part: Sequence[Node]) -> str:
    marks = sorted({mark for node in part for mark in node.marks})
    return _SPACES.sub("-", marks[0] if marks and part[0].referent.type == PERSON else part[0].document)


def _by_marks(group: Sequence[Node]) -> list[list[Node]]:
    """Nodes that share a mark, directly or through others, together; nodes without any mark join the largest part."""
    parent: dict[str, str] = {}

    def root(mark: str) -> str:
        while parent.setdefault(mark, mark) != mark:
            mark = parent[mark]
        return mark

    for node in group:
        first, *others = sorted(node.marks) or [""]
        for other in others:
            parent[max(root(first), root(other))] = min(root(first), root(other))
    parts: dict[str, list[Node]] = defaultdict(list)
    for node in group:
        parts[root(min(node.marks)) if node.marks else ""].append(node)
    unmarked = parts.pop("", [])
    found = sorted(parts.values(), key=lambda part: (-len(part), part[0].document)) or [[]]
    found[0] = sorted([*found[0], *unmarked], key=lambda node: node.document)
    return found


def _slug(type_: str) -> str:
    """The class in small letters with hyphens, as the first part of an id."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type_).lower()


def is_body(type_: str, ontology: Ontology) -> bool:
    """Whether the class is an organisation."""
    return type_ in ontology.types_of(BODY)


def types_by_id(nodes: Sequence[Node], ids: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """The class of each entity."""
    return {ids[node.document, node.referent.key]: node.referent.type for node in nodes}
