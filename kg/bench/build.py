"""The cost of a build against that of Kiwi's own tokenisation of the same text, with the same number of processes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from kg.errors import InputError
from kg.home import ontology_folder
from kg.ontology import load_ontology
from kg.pipeline import Road, Settings, Summary, build
from kg.pipeline.build import read_documents, silent
from kg.pipeline.reading import Progress
from kg.pipeline.workers import Batch, shared, workers_for
from kg.values import Document


@dataclass(frozen=True, slots=True)
class Cost:
    """``kiwi``: seconds of Kiwi alone, loading left out, shared evenly among the workers; ``build``: seconds of the whole build, loading
    and writing included.

    ``peak`` is the memory of all processes of the build together in bytes, ``stages`` seconds by stage, added over the processes.
    """

    documents: int
    characters: int
    tokens: int
    workers: int
    kiwi: float
    build: float
    stages: Mapping[str, float]
    peak: int

    @property
    def ratio(self) -> float:
        """How many times as long as Kiwi alone the build took."""
        return self.build / self.kiwi


def measure_build(inputs: Iterable[Path], settings: Settings, *, progress: Progress = silent) -> Cost:
    """What a build of ``inputs`` costs, in a folder that is thrown away.

    ``progress`` hears of the build, not of Kiwi. Raises InputError where no input gives a document.
    """
    folder = settings.ontology or ontology_folder()
    paths = list(inputs)
    documents, _ = read_documents(paths, load_ontology(folder))
    if not documents:
        raise InputError(f"{', '.join(map(str, paths))}: no document to measure with; name a page, a text, JSON Lines or a folder")
    workers = workers_for(len(documents), settings.workers)
    tokens, kiwi = _kiwi(documents, folder, workers)
    summary, seconds = _build(paths, replace(settings, workers=workers), progress)
    characters = sum(len(document.text) for document in documents)
    return Cost(len(documents), characters, tokens, workers, kiwi, seconds, summary.seconds, summary.peak)


def tokenise(road: Road, batch: Batch) -> tuple[int, float]:
    """Tokens and seconds of Kiwi alone on a batch."""
    start = perf_counter()
    tokens = sum(road.analyser.tokenise(document) for document in batch)
    return tokens, perf_counter() - start


def _kiwi(documents: Sequence[Document], folder: Path, workers: int) -> tuple[int, float]:
    results = [result for _, result in shared(documents, tokenise, folder=folder, workers=workers) if isinstance(result, tuple)]
    return sum(tokens for tokens, _ in results), sum(seconds for _, seconds in results) / workers


def _build(paths: Sequence[Path], settings: Settings, progress: Progress) -> tuple[Summary, float]:
    with tempfile.TemporaryDirectory() as place:
        start = perf_counter()
        summary = build(paths, Path(place), settings, progress=progress)
        return summary, perf_counter() - start
