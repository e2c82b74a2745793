"""Documents shared among processes; the results come in any order, and a document that kills its process is set aside."""

from __future__ import annotations

import datetime as dt
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from kg.errors import StoreError
from kg.ontology import load_ontology
from kg.pipeline.processes import processes
from kg.pipeline.road import Road
from kg.values import Document, Skipped

T = TypeVar("T")
Batch = tuple[Document, ...]
Work = Callable[[Road, Batch], T]

# A process of its own costs some two seconds of loading: fewer documents than this are read faster without one.
WORTH_SHARING = 40
BATCH_DOCUMENTS, BATCH_CHARACTERS = 16, 40_000

# The road of a worker process, loaded once by its initializer.
_loaded: list[Road] = []


def workers_for(documents: int, asked: int | None) -> int:
    """How many processes to use: as many as asked, else one for each CPU, or a single one for a small input."""
    if asked is not None:
        return max(asked, 1)
    return 1 if documents < WORTH_SHARING else max(os.cpu_count() or 1, 1)


def batches(documents: Iterable[Document]) -> Iterator[Batch]:
    """The documents in groups that are worth sending, by day; a long document is a group of its own.

    Releases of one day say the same, so a process that reads them in a row has Kiwi read less.
    """
    held: list[Document] = []
    size = 0
    for document in sorted(documents, key=lambda one: one.date or dt.date.min):
        if held and (len(held) == BATCH_DOCUMENTS or size + len(document.text) > BATCH_CHARACTERS):
            yield tuple(held)
            held, size = [], 0
        held.append(document)
        size += len(document.text)
    if held:
        yield tuple(held)


def shared(documents: Iterable[Document], work: Work[T], *, folder: Path, workers: int) -> Iterator[tuple[Batch, T | Skipped]]:
    """What ``work`` gives for each batch, as it comes from ``workers`` processes that have loaded the ontology of ``folder``.

    The processes load while the documents are read. When a process dies, what was under way is done again, one document at a time; a
    document that kills its process a second time comes back as Skipped. ``work`` must be importable. Raises StoreError where no process
    can start.
    """
    waiting: Iterable[Batch] = batches(documents)
    while waiting:
        running: dict[Future[T], Batch] = {}
        with processes(workers, load, folder) as crew:
            rest = _submit(crew, waiting, work, running)
            yield from _results(running)
        suspects, waiting = _after(list(running.values()) + rest, 2 * workers)
        yield from _one_by_one(suspects, work, folder)


def load(folder: Path) -> None:
    """Loads the road of this process."""
    _loaded[:] = [Road(load_ontology(folder))]


def run_here(work: Work[T], batch: Batch) -> T:
    """What ``work`` gives for the batch, on the road of this process."""
    return work(_loaded[0], batch)


def _submit(crew: ProcessPoolExecutor, waiting: Iterable[Batch], work: Work[T], running: dict[Future[T], Batch]) -> list[Batch]:
    """Hands all batches over, into ``running``; gives those that are left over where a process dies meanwhile."""
    rest = iter(waiting)
    for batch in rest:
        try:
            running[crew.submit(run_here, work, batch)] = batch
        except BrokenProcessPool:
            return [batch, *rest]
    return []


def _results(running: dict[Future[T], Batch]) -> Iterator[tuple[Batch, T]]:
    """Results as they come, taken out of ``running``, until it is empty or a process died."""
    while running:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        whole = [future for future in done if not isinstance(future.exception(), BrokenProcessPool)]
        for future in whole:
            yield running.pop(future), future.result()
        if len(whole) < len(done):
            return


def _after(unread: list[Batch], most: int) -> tuple[list[Document], list[Batch]]:
    """What may have been under way when a process died: batches are begun in their order, so the first; and all the others."""
    return [document for batch in unread[:most] for document in batch], unread[most:]


def _one_by_one(documents: Sequence[Document], work: Work[T], folder: Path) -> Iterator[tuple[Batch, T | Skipped]]:
    waiting = deque(documents)
    while waiting:
        with processes(1, load, folder) as crew:
            _check_started(crew)
            while waiting:
                batch = (waiting.popleft(),)
                try:
                    yield batch, crew.submit(run_here, work, batch).result()
                except BrokenProcessPool:
                    yield batch, _set_aside(batch[0])
                    break


def _check_started(crew: ProcessPoolExecutor) -> None:
    try:
        crew.submit(os.getpid).result()
    except BrokenProcessPool as error:
        remedy = 'free some, or use --workers 1; a script that builds must do so under `if __name__ == "__main__":`'
        raise StoreError(f"no process for reading can start: each needs about 350 MB of memory; {remedy}") from error


def _set_aside(document: Document) -> Skipped:
    return Skipped(document.source or document.id, "ended the process that read it, twice", "leave it out, and report it as a fault of kg")
