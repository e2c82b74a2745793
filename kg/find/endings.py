"""The longest of some endings that a word has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Endings:
    """Endings by their last letter and length, so that a word is cut a few times and not compared with each of them.

    ``letters`` are those in which they end: half of all words end in none.
    """

    def __init__(self, endings: Iterable[str]) -> None:
        self._known = frozenset(endings)
        lengths: dict[str, set[int]] = defaultdict(set)
        for ending in self._known:
            lengths[ending[-1]].add(len(ending))
        self._lengths = {letter: sorted(found, reverse=True) for letter, found in lengths.items()}
        self.letters = frozenset(self._lengths)

    def of(self, word: str) -> str:
        """The longest in which the word ends, or an empty string."""
        for length in self._lengths.get(word[-1:], ()):
            if (end := word[-length:]) in self._known:
                return end
        return ""
