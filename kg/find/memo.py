"""Remember what was found of a word: words come again and again, and one look at each is enough."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

# So many words are remembered; then all are forgotten at once. To keep in mind which was asked for last, as `lru_cache` does, takes
# longer than the look itself: it writes at three far places of the memory.
_MOST = 1 << 15


class Memo(Generic[K, T]):
    """What ``look`` gives for each word, asked for once."""

    def __init__(self, look: Callable[[K], T]) -> None:
        self._look = look
        self._known: dict[K, T] = {}

    def of(self, word: K) -> T:
        """What ``look`` gives for the word."""
        known = self._known
        if word in known:
            return known[word]
        if len(known) >= _MOST:
            known.clear()
        found = known[word] = self._look(word)
        return found
