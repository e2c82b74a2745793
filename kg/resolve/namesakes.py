"""Referents of one class and name parted into as many things as the marks that they carry make of them.

People of one name are one only with a body in common, or with two of which one followed on the other; units with a body in common, or
with two of which one is of the other or followed on it; events with a day; firms unless their stock codes differ. One without any such
mark joins its namesakes where these are one; where they are several it stays alone, since it could be any of them. Events without a day
are one with those of about their time, since such as have no number come again under the same name; those of different numbers are two.
What a succession, or its time, ties to two that are apart stays alone too (``ties``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.ontology.load import COMPANY, EVENT, PERSON
from kg.resolve.nodes import BARE, CODE, LINE, NUMBER, OF, Node, is_bare
from kg.resolve.spelling import numbers
from kg.resolve.ties import Part, tied

_DAY = re.compile(r"(\d{4})-(0\d|1[0-2])(?:-(\d\d))?")
# Events of one name without a day are two where more than the first lies between them; where their name has a number, the second.
_SEASON, _YEAR = dt.timedelta(days=92), dt.timedelta(days=366)
# The prefixes of the marks that tell a thing of a class from its namesakes.
_TELLING: Mapping[str, tuple[str, ...]] = {COMPANY: (CODE,), PERSON: (LINE,), EVENT: ()}


def telling(type_: str, marks: Iterable[str]) -> set[str]:
    """The marks that tell a thing of this class from its namesakes; for an event its days, not its numbers."""
    prefixes, bare = _TELLING.get(type_, (OF, LINE)), type_ in BARE
    return {mark for mark in marks if mark.startswith(prefixes) or (bare and is_bare(mark))}


def numbered(marks: Iterable[str]) -> frozenset[str]:
    """The numbers of an event."""
    return frozenset([mark.removeprefix(NUMBER) for mark in marks if mark.startswith(NUMBER)])


def parted(type_: str, nodes: Sequence[Node]) -> list[list[Node]]:
    """Nodes that share a telling mark, directly or through others, together; one without any with the only namesakes that it can be."""
    if type_ == EVENT:
        marked, unmarked = _events(nodes)
    else:
        told = [(node, telling(type_, node.marks)) for node in nodes]
        marked = _sharing([(node, sorted(mark for mark in marks if not mark.startswith(LINE))) for node, marks in told if marks])
        unmarked = [node for node, marks in told if not marks]
    parts = tied([_lot(type_, part) for part in marked])
    if len(parts) <= 1:
        return [list(nodes)]
    return [*parts, *([node] for node in unmarked)]


def _sharing(told: Sequence[tuple[Node, Sequence[str]]]) -> list[list[Node]]:
    """Nodes that share a mark, directly or through others, together."""
    parent: dict[str, str] = {}
    for _, marks in told:
        for other in marks:
            first, second = _root(parent, marks[0]), _root(parent, other)
            parent[max(first, second)] = min(first, second)
    parts: dict[str, list[Node]] = defaultdict(list)
    for node, marks in told:
        parts[_root(parent, marks[0])].append(node)
    return list(parts.values())


def _root(parent: dict[str, str], mark: str) -> str:
    while parent.setdefault(mark, mark) != mark:
        mark = parent[mark]
    return mark


def _events(nodes: Sequence[Node]) -> tuple[list[list[Node]], list[Node]]:
    """Events of one number that share a day, and those without a day of about one time, together; and those of which nothing is known."""
    lots: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    unmarked: list[Node] = []
    for node in nodes:
        known = telling(EVENT, node.marks) or numbered(node.marks) or node.day
        (lots[tuple(sorted(numbered(node.marks)))] if known else unmarked).append(node)
    parts: list[list[Node]] = []
    for lot in lots.values():
        told = [(node, sorted(telling(EVENT, node.marks))) for node in lot]
        parts += _sharing([(node, days) for node, days in told if days])
        parts += _times([node for node, days in told if not days])
    return parts, unmarked


def _times(nodes: Iterable[Node]) -> list[list[Node]]:
    """Events of one name in parts of about one time; those without any time are a part."""
    parts: list[list[Node]] = []
    last = dt.date.min
    for day, node in sorted(((_time(node), node) for node in nodes), key=lambda one: (one[0], one[1].id)):
        if not parts or day - last > _reach(node):
            parts.append([])
        parts[-1].append(node)
        last = day
    return parts


def _reach(node: Node) -> dt.timedelta:
    return _YEAR if numbers(node.referent.name) else _SEASON


def _time(node: Node) -> dt.date:
    """When an event was, else when the document speaks of it; the first of days where neither is known."""
    told = min((found.groups(default="01") for mark in node.marks if (found := _DAY.match(mark))), default=None)
    return dt.date(*map(int, told)) if told else node.day or dt.date.min


def _lot(type_: str, nodes: list[Node]) -> Part:
    event, marks = type_ == EVENT, {mark for node in nodes for mark in node.marks}
    told, known = {mark for mark in telling(type_, marks) if event or mark.startswith(LINE)}, numbered(marks)
    times = [_time(node) for node in nodes]
    return Part(nodes, told, known, not event or bool(told or known), min(times), max(times), _reach(nodes[0]) if event else None)
