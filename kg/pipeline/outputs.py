"""All forms of a graph in one folder, made beside the older ones and moved when the last is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.keep.store import in_memory, load, put, writing
from kg.network import measure
from kg.pipeline.answers import answers
from kg.pipeline.clock import Clock
from kg.pipeline.knowledge import Knowledge
from kg.report import report
from kg.values import Graph, Skipped
from kg.view import render
from kg.write.files import TRIG, write_graph

PAGE, REPORT, STORE = "graph.html", "report.md", "store"


def write_outputs(graph: Graph, out: Path, known: Knowledge, *, skipped: tuple[Skipped, ...], clock: Clock) -> None:
    """Writes the graph's files, page, report and store into ``out``.

    Raises StoreError where that cannot be done; the older files are then still whole.
    """
    with _staged(out) as fresh, writing(out / STORE):
        with clock("write"):
            quads = write_graph(graph, fresh, schema=known.schema, base=known.base)
        with ThreadPoolExecutor(1) as aside:
            # Oxigraph loads a file without holding Python up.
            stored = aside.submit(load, fresh / STORE, fresh / TRIG)
            with clock("measure"):
                measures = measure(graph, known.naming)
            with clock("ask"), closing(in_memory(quads)) as store:
                tables = answers(store, graph, known)
            with clock("view"):
                page = render(graph, known.schema, measures=measures, tables=tables, lang=known.lang)
                _put(fresh / PAGE, page)
            with clock("report"):
                _put(fresh / REPORT, report(graph, known.schema, measures=measures, skipped=skipped, lang=known.lang))
            with clock("store"):
                stored.result()
        put(out / STORE, fresh / STORE)


def _put(path: Path, text: str) -> None:
    with _writing(path):
        path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def _staged(out: Path) -> Iterator[Path]:
    """A folder inside ``out`` whose files are moved up into it at the end, unless something went wrong."""
    with _writing(out):
        out.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".new-", dir=out))
    try:
        yield fresh
        with _writing(out):
            for path in sorted(fresh.iterdir()):
                path.replace(out / path.name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{place}: the output cannot be written: {error}") from error
