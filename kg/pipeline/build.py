"""From inputs to a folder with a graph in all its forms."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from kg.errors import UsageError
from kg.ledger import FOLDER, Ledger, check_free, maker_of, open_ledger, remembered_judgements
from kg.memory import uncollected
from kg.ontology import Ontology
from kg.pipeline.aside import aside
from kg.pipeline.clock import Clock
from kg.pipeline.effort import effort, together
from kg.pipeline.knowledge import Settings, load_knowledge, remembering
from kg.pipeline.meeting import Meeting
from kg.pipeline.order import Order, Records
from kg.pipeline.outputs import publish
from kg.pipeline.reading import Progress, read_all
from kg.pipeline.summary import Summary, counted
from kg.resolve import resolve
from kg.resolve.identity import Identity
from kg.values import Document, Graph, Reading, Skipped

DEFAULT = Settings()


def silent(done: int, total: int) -> None:
    """Tells nobody how far a build is."""


@uncollected()
def build(inputs: Iterable[Path], out: Path, settings: Settings = DEFAULT, *, progress: Progress = silent) -> Summary:
    """Builds the graph of all documents that ``inputs`` lead to into the folder ``out``, and tells what it did.

    The same documents and ontology give the same files, however many processes read them. Where no input gives a document, nothing
    is written. ``progress`` hears how many of how many documents are read. Raises OntologyError, UsageError for a language, base IRI
    or folder that cannot be, and StoreError where ``out`` cannot be written.
    """
    clock = Clock()
    paths = [Path(path) for path in inputs]
    _check_place(paths, out)
    check_free(out)
    with clock("load"):
        known = remembering(load_knowledge(settings), remembered_judgements(out))
        maker = maker_of(known.ontology.folder)
    skipped: list[Skipped] = []
    documents, meeting = _documents(results(paths, known.ontology), skipped, clock), Meeting(known.ontology)
    with clock("understand"):
        gathered = read_all(documents, known.ontology, workers=settings.workers, progress=progress, meanwhile=meeting.meet)
    if not gathered.readings:
        return Summary(0, 0, 0, {}, (*skipped, *gathered.skipped), None, gathered.workers, dict(clock.seconds), effort())
    out_of = tuple(sorted([*skipped, *gathered.skipped], key=lambda one: (one.source, one.reason)))
    with aside(gathered.workers) as helping:
        with clock("resolve"):
            identity = meeting.meet(gathered.readings)
        graph = cache(partial(_graph, gathered.readings, identity, known.ontology, clock=clock))
        records = Records(tuple(gathered.records), maker, identity, graph)
        with _ledger(out) as ledger:
            publish(ledger, out, known, Order(skipped=out_of, records=records, clock=clock, aside=helping))
    clock.add(gathered.clock.seconds)
    figures = (len(graph().documents), len(graph().entities), len(graph().events), counted(graph()))
    return Summary(*figures, out_of, out, gathered.workers, dict(clock.seconds), together([*gathered.efforts, *helping.efforts, effort()]))


def _graph(readings: Sequence[Reading], identity: Identity, ontology: Ontology, *, clock: Clock) -> Graph:
    with clock("resolve"):
        return resolve(readings, ontology, identity.ids())


@contextmanager
def _ledger(out: Path) -> Iterator[Ledger]:
    """The ledger of ``out``; a new one goes again where the build fails."""
    older = (out / FOLDER).exists()
    try:
        with open_ledger(out, new=True) as ledger:
            yield ledger
    except BaseException:
        if not older:
            shutil.rmtree(out / FOLDER, ignore_errors=True)
        raise


def results(paths: Iterable[Path], ontology: Ontology) -> Iterator[Document | Skipped]:
    """The documents that the paths lead to, in one order whatever theirs, and what gave none."""
    from kg.read import load_page, read  # noqa: PLC0415 -- of a build's processes only the first reads inputs

    return read(paths, load_page(ontology.folder / "language" / "page.yml"))


def _documents(found: Iterator[Document | Skipped], skipped: list[Skipped], clock: Clock) -> Iterator[Document]:
    """The documents among what is found; the rest goes into ``skipped``."""
    while True:
        with clock("read"):
            one = next(found, None)
        if one is None:
            return
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            yield one


def _check_place(inputs: Iterable[Path], out: Path) -> None:
    """What is built must not be read as an input the next time."""
    place = out.resolve()
    for path in inputs:
        if place.is_relative_to(path.resolve()):
            raise UsageError(f"{out}: the output folder lies inside the input {path}, and would be read the next time; name one outside")
