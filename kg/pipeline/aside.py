"""Work that processes of their own do aside, while this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from typing import ParamSpec, TypeVar

from kg.pipeline.effort import Effort, effort
from kg.pipeline.processes import processes

T = TypeVar("T")
P = ParamSpec("P")


class Aside:
    """Begins work in the processes of ``pool``; without them it is done here, when its result is asked for.

    So it is where a process dies. ``efforts`` have what the processes have cost.
    """

    def __init__(self, pool: ProcessPoolExecutor | None = None) -> None:
        self._pool = pool
        self.efforts: list[Effort] = []

    def begin(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> Callable[[], T]:
        """What gives the result of ``work``, which must be importable, when it is called."""
        here = cache(partial(work, *given, **named))
        if self._pool is None:
            return here
        try:
            begun = self._pool.submit(_done, partial(work, *given, **named))
        except BrokenProcessPool:
            return here
        return partial(self._result, begun, here)

    def _result(self, begun: Future[tuple[T, Effort]], here: Callable[[], T]) -> T:
        try:
            result, cost = begun.result()
        except BrokenProcessPool:
            return here()
        self.efforts.append(cost)
        return result


@contextmanager
def aside(workers: int) -> Iterator[Aside]:
    """Work aside in so many processes; a single worker is this process."""
    if workers < 2:
        yield Aside()
        return
    with processes(workers, _ready) as pool:
        yield Aside(pool)


def _ready() -> None:
    """Loads what most work needs, while there is none yet; the sketch's room is loaded by the one process that makes a sketch."""
    import_module("kg.pipeline.pieces")


def _done(work: Callable[[], T]) -> tuple[T, Effort]:
    return work(), effort()
