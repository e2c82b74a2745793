"""Seconds by stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Adds up what each stage took; for summaries and benches only, since no output may depend on it."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Adds the time inside the block to ``stage``."""
        start = perf_counter()
        yield
        self.seconds[stage] += perf_counter() - start

    def add(self, seconds: Mapping[str, float]) -> None:
        """Adds the seconds of another clock."""
        for stage, value in seconds.items():
            self.seconds[stage] += value
