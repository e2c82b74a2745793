"""Workers that answer queries, so that no client waits for another's slow one.

A query that has used more CPU than most ever need leaves the fast lane: its worker yields to the others, and a fresh one takes its
place. The slow lane has few places; for a newcomer the query there that has used most is stopped.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from kg.errors import StoreError
from kg.serve.answer import Job
from kg.serve.errors import NoAnswerError
from kg.serve.nursery import Config
from kg.serve.settings import MIB, Limits
from kg.serve.wire import Head
from kg.serve.worker import Nursery, Worker

TICK = 0.05  # seconds between two looks at a running query
PATIENCE = 0.1  # CPU seconds of a query in the fast lane
GRACE = 1.0  # seconds that a query may run before it makes room for another
RETRY = 5  # seconds after which a client may try again
Gone = Callable[[], Awaitable[bool]]
Reply = asyncio.Future[tuple[Head, bytes]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer, or the file that has them, which is the receiver's to delete."""

    type: str
    body: bytes | Path


class _Run:
    """A query under way on a worker."""

    def __init__(self, worker: Worker) -> None:
        self.worker, self.since, self.slow, self.stopped = worker, monotonic(), False, False
        self._before = worker.cpu()

    @property
    def seconds(self) -> float:
        return monotonic() - self.since

    @property
    def used(self) -> float:
        """CPU seconds, or seconds where the system does not tell."""
        now = self.worker.cpu()
        return self.seconds if now is None or self._before is None else now - self._before


async def never() -> bool:
    """A client that does not go."""
    return False


class Pool:
    """Workers on one store; ``spill`` is a folder for large answers. Open it with ``start``, and ``end`` it."""

    def __init__(self, config: Config, limits: Limits, spill: Path) -> None:
        self._nursery, self._limits, self._spill = Nursery(config), limits, spill
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._slow: set[_Run] = set()
        self._hatching: set[asyncio.Task[None]] = set()
        self._numbers = itertools.count()
        self._open = True

    async def start(self) -> None:
        """Makes the workers; StoreError where none can be made."""
        for _ in range(self._limits.workers):
            self._add(await self._nursery.worker())

    async def end(self) -> None:
        """Ends all workers, whatever they do."""
        self._open = False
        for task in self._hatching:
            task.cancel()
        await asyncio.gather(*self._hatching, return_exceptions=True)
        for worker in list(self._workers):
            self._drop(worker)
        self._nursery.end()

    @property
    def pids(self) -> list[int]:
        """The processes that answer or wait for queries."""
        return sorted(worker.pid for worker in self._workers)

    @property
    def sealed(self) -> bool:
        """Whether the system keeps every worker from the network."""
        return all(worker.sealed for worker in self._workers)

    async def ask(self, job: Job, gone: Gone = never) -> Answer:
        """The answer to ``job``; NoAnswerError where there is none, or where ``gone`` tells that its client has left."""
        job = replace(job, spill=str(self._spill / str(next(self._numbers))))
        run = _Run(await self._claim())
        reply: Reply = asyncio.ensure_future(run.worker.ask(job))
        try:
            await self._wait(run, reply, gone)
            head, body = reply.result()
        except EOFError:
            self._end_run(run, reply, job)
            raise self._why_ended(run) from None
        except BaseException:
            self._end_run(run, reply, job)
            raise
        self._release(run)
        if head["status"] != 200:
            raise NoAnswerError(head["status"], head["message"])
        return Answer(head["type"], Path(job.spill) if head["spilled"] else body)

    async def _claim(self) -> Worker:
        """A worker, first come first served."""
        try:
            async with asyncio.timeout(self._limits.wait):
                while (worker := await self._idle.get()).gone:
                    self._drop(worker)
                    self._hatch()
                return worker
        except TimeoutError:
            raise NoAnswerError(503, "the server is busy with other queries; try again later", retry=RETRY) from None

    async def _wait(self, run: _Run, reply: Reply, gone: Gone) -> None:
        while not reply.done():
            await asyncio.wait({reply}, timeout=TICK)
            if reply.done():
                return
            if run.seconds > self._limits.timeout:
                raise self._too_long()
            if not run.slow and run.used > PATIENCE:
                self._slow_down(run)
            if await gone():
                raise NoAnswerError(499, "the client has left")

    def _slow_down(self, run: _Run) -> None:
        """Moves ``run`` to the slow lane, if there is a place or one can be made."""
        if len(self._slow) >= self._limits.slow:
            most = max(self._slow, key=lambda other: other.used)
            if most.seconds < GRACE or most.used <= run.used:
                return
            most.stopped = True
            self._slow.discard(most)
            most.worker.end()
        run.slow = True
        self._slow.add(run)
        run.worker.yield_to_others()
        self._hatch()

    def _release(self, run: _Run) -> None:
        if run.slow:
            self._slow.discard(run)
            self._drop(run.worker)
        else:
            self._idle.put_nowait(run.worker)

    def _end_run(self, run: _Run, reply: Reply, job: Job) -> None:
        reply.cancel()
        self._slow.discard(run)
        self._drop(run.worker)
        Path(job.spill).unlink(missing_ok=True)
        if not run.slow:
            self._hatch()

    def _why_ended(self, run: _Run) -> NoAnswerError:
        if run.stopped:
            return NoAnswerError(503, "the server is busy, so this long query was stopped; try again later, or ask for less", retry=RETRY)
        if run.seconds > self._limits.timeout:
            return self._too_long()
        memory = self._limits.memory // MIB
        return NoAnswerError(503, f"the process of this query ended; it most likely needed more than {memory} MiB of memory; ask for less")

    def _too_long(self) -> NoAnswerError:
        return NoAnswerError(503, f"the query ran longer than {self._limits.timeout:g} s, so it was stopped; ask for less")

    def _add(self, worker: Worker) -> None:
        self._workers.add(worker)
        self._idle.put_nowait(worker)

    def _drop(self, worker: Worker) -> None:
        self._workers.discard(worker)
        worker.end()

    def _hatch(self) -> None:
        if self._open:
            task = asyncio.create_task(self._hatch_one())
            self._hatching.add(task)
            task.add_done_callback(self._hatching.discard)

    async def _hatch_one(self) -> None:
        """One more worker, tried until it comes: what keeps it away, a lack of memory, may pass."""
        while self._open:
            try:
                self._add(await self._nursery.worker())
            except StoreError:
                await asyncio.sleep(1)
            else:
                return
