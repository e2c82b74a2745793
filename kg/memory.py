"""How long work goes without a search for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cyclic garbage, which takes up to half of the time where objects are made by the hundred thousand to stay."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            # What was made meanwhile counts as old: else the next search, for what is young, goes through all of it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
