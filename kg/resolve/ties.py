"""Parts of what has one name, joined where a succession or their time ties them, unless that would join two that are known to be two.

The few lines that follow ties from part to part are not networkx's, which every process would wait a quarter of a second for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.resolve.nodes import LINE, Node


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes that are one thing, with the marks by which they may be one with others: the days of events, of others what ties bodies.

    ``sure`` are those of which more is known than when documents speak of them. ``reach`` is how far ``since`` and ``until`` may be from
    those of another event.
    """

    nodes: list[Node]
    marks: set[str]
    numbers: frozenset[str]
    sure: bool
    since: dt.date
    until: dt.date
    reach: dt.timedelta | None

    def tied(self, other: Part) -> bool:
        """Whether the two may be one."""
        if self.numbers and other.numbers and not self.numbers & other.numbers:
            return False
        if self.marks & other.marks:
            return True
        if self.reach is None or (self.marks and other.marks):
            return False
        return max(self.since, other.since) - min(self.until, other.until) <= self.reach

    def apart(self, other: Part) -> bool:
        """Whether the two are known to be two."""
        return self.sure and other.sure and not self.tied(other)


def tied(parts: Sequence[Part]) -> list[list[Node]]:
    """Those that are tied together; what is tied with two that are apart, also through others, could be either and is alone."""
    near = [[at for at, other in enumerate(parts) if other is not one and one.tied(other)] for one in parts]
    torn = {at for at, found in enumerate(near) if _any_apart([parts[other] for other in found])}
    joined: list[list[Node]] = []
    seen: set[int] = set()
    for first in (at for at in range(len(parts)) if at not in torn):
        if first in seen:
            continue
        lot = [first]
        seen.add(first)
        for here in lot:
            further = [at for at in near[here] if at not in seen and at not in torn]
            seen.update(further)
            lot += further
        if _any_apart([parts[at] for at in lot]):
            torn.update(lot)
        else:
            joined.append(sorted((node for at in lot for node in parts[at].nodes), key=lambda node: node.id))
    return [*joined, *(part for at in sorted(torn) for part in _untied(parts[at]))]


def _any_apart(parts: Sequence[Part]) -> bool:
    return any(one.apart(other) for one, other in combinations(parts, 2))


def _untied(part: Part) -> list[list[Node]]:
    """The part without what ties it; of one that is only of one time, each by itself."""
    nodes = [replace(node, marks=frozenset([mark for mark in node.marks if not mark.startswith(LINE)])) for node in part.nodes]
    return [nodes] if part.sure else [[node] for node in nodes]
