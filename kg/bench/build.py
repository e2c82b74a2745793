"""The cost of a build against that of Kiwi's own tokenisation of the same text, with the same number of processes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from kg.errors import InputError
from kg.extract import extractor
from kg.home import ontology_folder
from kg.ontology import load_ontology
from kg.pipeline import Road, Settings, Summary, build
from kg.pipeline.build import results, silent
from kg.pipeline.reading import Progress
from kg.pipeline.workers import Batch, shared, workers_for
from kg.values import Document


@dataclass(frozen=True, slots=True)
class Cost:
    """``kiwi``: seconds of Kiwi alone, without loading, spread evenly over the workers; ``build``: seconds of the whole build, loading
    and writing included. ``kiwi_cpu`` and ``build_cpu`` are the CPU seconds of all processes, which other programs disturb less. Kiwi reads
    half of the documents before the build and half behind it, since a machine's speed drifts.

    ``peak`` is the memory of all processes of the build together in bytes, ``stages`` seconds by stage, added over the processes;
    ``compiled``: whether kg's own part ran as C.
    """

    documents: int
    characters: int
    tokens: int
    workers: int
    kiwi: float
    kiwi_cpu: float
    build: float
    build_cpu: float
    stages: Mapping[str, float]
    peak: int
    compiled: bool

    @property
    def ratio(self) -> float:
        """How many times as long as Kiwi alone the build took."""
        return self.build / self.kiwi

    @property
    def cpu_ratio(self) -> float:
        """How many times as much CPU as Kiwi alone the build took."""
        return self.build_cpu / self.kiwi_cpu


def measure_build(inputs: Iterable[Path], settings: Settings, *, progress: Progress = silent) -> Cost:
    """What a build of ``inputs`` costs, in a folder that is thrown away.

    ``progress`` hears of the build, not of Kiwi. Raises InputError where no input gives a document.
    """
    folder = settings.ontology or ontology_folder()
    paths = list(inputs)
    documents = [one for one in results(paths, load_ontology(folder)) if isinstance(one, Document)]
    if not documents:
        raise InputError(f"{', '.join(map(str, paths))}: no document to measure with; name a page, a text, JSON Lines or a folder")
    workers = workers_for(len(documents), settings.workers)
    earlier = _kiwi(documents[::2], folder, workers)
    before = process_time()
    summary, seconds = _build(paths, replace(settings, workers=workers), progress)
    kiwi = _sum([earlier, _kiwi(documents[1::2], folder, workers)])
    characters = sum(len(document.text) for document in documents)
    figures = (len(documents), characters, kiwi.tokens, workers, kiwi.seconds / workers, kiwi.cpu)
    return Cost(*figures, seconds, summary.effort.cpu - before, summary.seconds, summary.effort.peak, _is_compiled())


class Tokens(NamedTuple):
    """How many tokens Kiwi alone gave, in how many seconds and CPU seconds."""

    tokens: int
    seconds: float
    cpu: float


def tokenise(road: Road, batch: Batch) -> Tokens:
    """What Kiwi alone does with a batch."""
    start, cpu = perf_counter(), process_time()
    tokens = sum(road.analyser.tokenise(document) for document in batch)
    return Tokens(tokens, perf_counter() - start, process_time() - cpu)


def _kiwi(documents: Sequence[Document], folder: Path, workers: int) -> Tokens:
    return _sum(result for _, result in shared(documents, tokenise, folder=folder, workers=workers) if isinstance(result, Tokens))


def _sum(some: Iterable[Tokens]) -> Tokens:
    return Tokens(*(sum(column) for column in zip(Tokens(0, 0.0, 0.0), *some, strict=True)))


def _build(paths: Sequence[Path], settings: Settings, progress: Progress) -> tuple[Summary, float]:
    with tempfile.TemporaryDirectory() as place:
        start = perf_counter()
        summary = build(paths, Path(place), settings, progress=progress)
        return summary, perf_counter() - start


def _is_compiled() -> bool:
    return not str(extractor.__file__).endswith(".py")
