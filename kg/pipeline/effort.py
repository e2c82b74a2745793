"""What a process has cost so far."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from time import process_time


@dataclass(frozen=True, slots=True)
class Effort:
    """CPU seconds of a process, and its largest resident size in bytes (0 on Windows, which does not tell)."""

    process: int
    cpu: float
    peak: int


def effort() -> Effort:
    """What this process has cost since it started."""
    return Effort(os.getpid(), process_time(), _peak())


def together(efforts: Iterable[Effort]) -> Effort:
    """The cost of all processes, each by what it told last; the sum stands under this process."""
    latest: dict[int, Effort] = {}
    for one in efforts:
        known = latest.get(one.process, one)
        latest[one.process] = Effort(one.process, max(one.cpu, known.cpu), max(one.peak, known.peak))
    return Effort(os.getpid(), sum(one.cpu for one in latest.values()), sum(one.peak for one in latest.values()))


def _peak() -> int:
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 -- is not there on Windows

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest if sys.platform == "darwin" else largest * 1024
