"""The pairs of groups that are compared, kept up to date: only where a group has changed, or how many share a key with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from kg.resolve.candidates import Candidates, is_near
from kg.resolve.compare import Comparer, Weight
from kg.resolve.families import Families, Turn
from kg.resolve.state import Entry, Pair, Shelves, ordered

Ends = tuple[str, str]
# The entries of a key that came, each with True, and those that went.
Shift = list[tuple[Entry, bool]]


class Pairing:
    """The blocks and pairs on the shelves."""

    def __init__(self, shelves: Shelves, families: Families, candidates: Candidates, comparer: Comparer) -> None:
        self._shelves, self._families, self._candidates, self._comparer = shelves, families, candidates, comparer

    def change(self, turn: Turn) -> dict[Ends, tuple[Pair | None, Pair | None]]:
        """Brings blocks and pairs up to date after groups changed; gives each pair that was weighed, as it was and as it is."""
        given: dict[Ends, bool] = {}
        doubted: set[Ends] = set()
        for key, shift in self._shifted(turn).items():
            before = self._shelves.blocks.get(key) or ()
            after = _shifted(before, shift)
            self._shelves.blocks.put(key, after or None)
            if not (self._candidates.alone(key, before) and self._candidates.alone(key, after)):
                come, gone = ({entry for entry, here in shift if here is of} for of in (True, False))
                flipped = bool(before) and self._candidates.standing(key, before) != self._candidates.standing(key, after)
                for ends in self._candidates.pairs(key, after, None if flipped or not before else come):
                    given[ends] = is_near(key) and given.get(ends, True)
                doubted.update(self._lost(key, before, before if flipped else gone))
        weighed = {}
        for ends in sorted({*given, *doubted, *self._paired(turn.after)}):
            old = self._pair(ends)
            known = given.get(ends, True) and (old is None or old.near)
            weighed[ends] = (old, self._weighed(ends, self._way(ends) if ends in doubted else known))
        self._note({ends: new for ends, (_, new) in weighed.items()})
        return weighed

    def _shifted(self, turn: Turn) -> dict[str, Shift]:
        """The keys that groups lost or got."""
        found: dict[str, Shift] = defaultdict(list)
        for id, after in turn.after.items():
            before = turn.before[id]
            if before and after and self._candidates.same(before, after):
                continue
            old = self._candidates.held(before) if before else {}
            new = self._candidates.held(after) if after else {}
            for held in old.keys() ^ new.keys() if old else new:
                found[held[0]].append((Entry(held[1], id), held in new))
        return found

    def _lost(self, key: str, before: tuple[Entry, ...], gone: Collection[Entry]) -> Iterator[Ends]:
        """The pairs that a key may have given to these before and gives no more."""
        bearers = self._candidates.bearers(key, before) if gone else set()
        for one in gone:
            yield from (ordered(one.id, other) for other in self._shelves.pairs.get(one.id) or () if other in bearers)

    def _paired(self, ids: Mapping[str, object]) -> Iterator[Ends]:
        return (ordered(id, other) for id in ids for other in self._shelves.pairs.get(id) or ())

    def _pair(self, ends: Ends) -> Pair | None:
        return (self._shelves.pairs.get(ends[0]) or {}).get(ends[1])

    def _way(self, ends: Ends) -> bool | None:
        one, other = map(self._families.group, ends)
        if one is None or other is None:
            return None
        return self._candidates.way(one, other, lambda key: self._shelves.blocks.get(key) or ())

    def _weighed(self, ends: Ends, near: bool | None) -> Pair | None:
        """The pair with what speaks for it; None where it is none, ``near`` where it is one by near spelling alone."""
        one, other = map(self._families.group, ends)
        if near is None or one is None or other is None:
            return None
        weight: Weight | None = self._comparer.compare(one, other) if self._candidates.worth(one, other, near=near) else None
        return Pair(near, weight)

    def _note(self, found: Mapping[Ends, Pair | None]) -> None:
        edits: dict[str, dict[str, Pair | None]] = defaultdict(dict)
        for (one, other), pair in found.items():
            edits[one][other] = edits[other][one] = pair
        for id, edit in edits.items():
            left = {**(self._shelves.pairs.get(id) or {}), **edit}
            kept = {other: pair for other, pair in sorted(left.items()) if pair is not None}
            self._shelves.pairs.put(id, kept or None)


def _shifted(before: tuple[Entry, ...], shift: Shift) -> tuple[Entry, ...]:
    if not before and len(shift) == 1:
        return (shift[0][0],)
    gone = {entry for entry, here in shift if not here}
    return tuple(sorted({*(entry for entry in before if entry not in gone), *(entry for entry, here in shift if here)}))
