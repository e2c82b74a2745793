"""The readings of many documents, by one process or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from kg.ledger.record import Record, record_of, unpack
from kg.ontology import Ontology
from kg.pipeline.clock import Clock
from kg.pipeline.effort import Effort, effort
from kg.pipeline.road import Road
from kg.pipeline.workers import WORTH_SHARING, Batch, batches, shared, workers_for
from kg.values import Document, Reading, Skipped

Progress = Callable[[int, int], None]
# With so much of the documents read, what else has to be done with the readings takes about as long as the other processes are still busy.
_MOST = 0.9


@dataclass(frozen=True, slots=True)
class Share:
    """What one process gives for a batch: the records of its readings, the seconds of each stage, and what it has cost so far.

    The readings come in their records alone: to send them as values too takes half as long again as to unpack them.
    """

    records: tuple[Record, ...]
    seconds: Mapping[str, float]
    effort: Effort


@dataclass
class Gathered:
    """Readings and their records as they come, in no particular order, with what they cost."""

    readings: list[Reading] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)
    efforts: list[Effort] = field(default_factory=list)
    workers: int = 1

    def add(self, share: Share | Skipped) -> None:
        """Takes in what a process gave."""
        if isinstance(share, Skipped):
            self.skipped.append(share)
            return
        self.readings.extend(unpack(record.reading) for record in share.records)
        self.records.extend(share.records)
        self.clock.add(share.seconds)
        self.efforts.append(share.effort)


def read_batch(road: Road, batch: Batch) -> Share:
    """The records of what a batch of documents tells."""
    road.clock.seconds.clear()
    records = tuple(map(record_of, road.read_all(batch)))
    return Share(records, dict(road.clock.seconds), effort())


def read_all(
    documents: Iterable[Document],
    ontology: Ontology,
    *,
    workers: int | None,
    progress: Progress,
    meanwhile: Callable[[Sequence[Reading]], object] | None = None,
) -> Gathered:
    """The readings of all documents; ``progress`` hears after each batch how many of how many are done.

    Where other processes read, ``meanwhile`` is called once with most of the readings, while these go on.
    """
    gathered = Gathered()
    given = _Counted(documents)
    first = list(islice(given, WORTH_SHARING))
    gathered.workers = workers_for(len(first), workers)
    done, waiting = 0, meanwhile if gathered.workers > 1 else None
    for batch, share in _shares(chain(first, given), ontology, gathered.workers):
        gathered.add(share)
        done += len(batch)
        progress(done, given.count)
        if waiting and done >= _MOST * given.count:
            waiting(gathered.readings)
            waiting = None
    return gathered


class _Counted(Iterator[Document]):
    """Documents, counted as they pass."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = iter(documents)
        self.count = 0

    def __next__(self) -> Document:
        document = next(self._documents)
        self.count += 1
        return document


def _shares(documents: Iterable[Document], ontology: Ontology, workers: int) -> Iterator[tuple[Batch, Share | Skipped]]:
    if workers > 1:
        yield from shared(documents, read_batch, folder=ontology.folder, workers=workers)
        return
    everything = list(batches(documents))
    if everything:
        road = Road(ontology)
        yield from ((batch, read_batch(road, batch)) for batch in everything)
