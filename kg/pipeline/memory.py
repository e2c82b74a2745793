"""The memory of this process."""

from __future__ import annotations

import sys


def peak_memory() -> int:
    """The largest resident size of this process so far in bytes; 0 on a system that does not tell (Windows)."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 -- is not there on Windows

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest if sys.platform == "darwin" else largest * 1024
