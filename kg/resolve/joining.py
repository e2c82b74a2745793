"""Which groups are one thing, kept up to date: decided anew only where a link has changed, or what a judgement means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.ontology.identity import Features
from kg.resolve.clusters import Judged, Link, best_id, cluster, without_bridges
from kg.resolve.compare import Comparer, Weight
from kg.resolve.families import Families
from kg.resolve.state import Pair, Shelves


class Joined(NamedTuple):
    """The groups that are another thing than before, the links that hold among those that were looked at, and those that were refused."""

    moved: set[str]
    clear: list[Link]
    refused: list[Link]


class Joining:
    """The things on the shelves, by the links that ``table`` calls sure."""

    def __init__(self, shelves: Shelves, families: Families, comparer: Comparer, table: Features) -> None:
        self._shelves, self._families, self._comparer, self._table = shelves, families, comparer, table

    def change(self, touched: Iterable[str], judged: Judged) -> Joined:
        """Decides anew what the touched groups, and all that are linked with them, are."""
        joined = Joined(set(), [], [])
        ends = {id for pair in (*judged.apart, *(link.pair for link in judged.links)) for id in pair}
        before = self._shelves.judged.get("") or ()
        self._shelves.judged.put("", tuple(sorted(ends)) or None)
        neighbours = _neighbours(judged.links)
        seen: set[str] = set()
        for id in sorted({*touched, *ends, *before}):
            if id not in seen:
                linked = self._linked(id, judged, neighbours)
                seen |= linked
                self._decide(sorted(linked), judged, joined)
        return joined

    def sure(self, pair: Pair | None) -> bool:
        """Whether a pair is of one thing by what is known of it alone."""
        return pair is not None and pair.weight is not None and not pair.weight.vetoed and pair.weight.score >= self._table.merge

    def _links(self, id: str, judged: Judged) -> Iterator[tuple[str, Pair]]:
        """The groups that a group is surely one with."""
        for other, pair in (self._shelves.pairs.get(id) or {}).items():
            if self.sure(pair) and (id, other) not in judged.apart and (other, id) not in judged.apart:
                yield other, pair

    def _linked(self, id: str, judged: Judged, neighbours: Mapping[str, Sequence[str]]) -> set[str]:
        """The group, and all that are linked with it, also by others."""
        found, waiting = {id}, [id]
        while waiting:
            here = waiting.pop()
            for other in (*(other for other, _ in self._links(here, judged)), *neighbours.get(here, ())):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _decide(self, ids: Sequence[str], judged: Judged, joined: Joined) -> None:
        """Decides which of some linked groups are one thing."""
        things: dict[str, tuple[str, ...]] = {}
        if len(ids) > 1:
            inside = {*ids}
            some = Judged(tuple(link for link in judged.links if link.one.id in inside), judged.apart)
            sure = [self._link(id, other, pair) for id in ids for other, pair in self._links(id, judged) if id < other]
            clear, bridges = without_bridges(sure, self._comparer, some)
            clusters, refused = cluster(clear, comparer=self._comparer, judged=some)
            joined.clear.extend(clear)
            joined.refused.extend((*bridges, *refused))
            for members in (found for found in clusters if len(found) > 1):
                thing = (best_id(members), *sorted(one.id for one in members))
                things.update(dict.fromkeys(thing[1:], thing))
        for id in ids:
            before, after = self._shelves.things.get(id), things.get(id)
            if before != after:
                self._shelves.things.put(id, after)
            if (before or (id,))[0] != (after or (id,))[0]:
                joined.moved.add(id)

    def _link(self, one: str, other: str, pair: Pair) -> Link:
        return Link(self._families.at(one), self._families.at(other), pair.weight or Weight(0, ()))


def _neighbours(links: Iterable[Link]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for link in links:
        found[link.one.id].append(link.other.id)
        found[link.other.id].append(link.one.id)
    return found
