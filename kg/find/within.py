"""Find the things of one sentence among those of a document, without a look at all others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Generic, TypeVar

from kg.values import Sentence

T = TypeVar("T")


class Within(Generic[T]):
    """Things of a document by where they start, so that those of one sentence are found without a look at all others."""

    def __init__(self, items: Iterable[T], start: Callable[[T], int] = attrgetter("start")) -> None:
        self._items = tuple(sorted(items, key=start))
        self._starts = [start(item) for item in self._items]

    def of(self, sentence: Sentence) -> tuple[T, ...]:
        """Those that start in the sentence, in order."""
        return self._items[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
