"""Processes of their own, alike on every system, that are gone when the block ends, however it ends."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from kg.pipeline.carry import carry_as_calls


@contextmanager
def processes(count: int, ready: Callable[..., None], *given: Any) -> Iterator[ProcessPoolExecutor]:
    """A pool of so many processes, which start at once and call ``ready``; work that is not begun at the end is dropped.

    They are never forked. Values go to them and back as calls of their classes.
    """
    carry_as_calls()
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_start, initargs=(ready, given))
    try:
        pool.submit(gc.isenabled)  # a pool starts its processes with its first work
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(ready: Callable[..., None], given: tuple[Any, ...]) -> None:
    """Makes a process ready, without the search for cyclic garbage: what it does leaves none of a kind that must be found.

    To search all the same would take a twentieth of the time, and a fifth of a second at the end, in what was loaded.
    """
    gc.disable()
    # Its results are sent by then, and to take all that it loaded apart takes a third of a second.
    atexit.register(os._exit, 0)
    carry_as_calls()
    ready(*given)
    gc.freeze()
