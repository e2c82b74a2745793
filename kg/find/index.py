"""Where in a sentence stand the words that each finder looks for, told in one pass for all finders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kg.find.memo import Memo
from kg.find.pieces import Run

# A piece, as the run in which it stands and its number there.
Place = tuple[Run, int]


class Wanting(Protocol):
    """A finder that begins with certain words."""

    def wants(self, word: str) -> bool:
        """Whether a name may be found at the word, to judge by its form."""


class Index:
    """Finds the words that finders look for: five of six are of use to none, and no finder goes over all of them by itself."""

    def __init__(self, finders: Iterable[Wanting]) -> None:
        self._finders = tuple(finders)
        self._wanting: Memo[str, tuple[Wanting, ...]] = Memo(self._who_wants)

    def of(self, runs: Sequence[Run]) -> Mapping[Wanting, Sequence[Place]]:
        """The places of the words that each finder wants, in order; none for one that has nothing to do there."""
        places: dict[Wanting, list[Place]] = defaultdict(list)
        for run in runs:
            for at, piece in enumerate(run):
                for finder in self._wanting.of(piece.word):
                    places[finder].append((run, at))
        return places

    def _who_wants(self, word: str) -> tuple[Wanting, ...]:
        return tuple(finder for finder in self._finders if finder.wants(word))
