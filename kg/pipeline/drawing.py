"""Page and report of a whole graph."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kg.keep.store import in_memory
from kg.network import Naming, measure
from kg.pipeline.answers import answers
from kg.pipeline.clock import Clock
from kg.pipeline.knowledge import Knowledge
from kg.report import report
from kg.values import Graph, Skipped
from kg.view import Table, render


class Drawing(NamedTuple):
    """The page and the report, as text."""

    page: str
    report: str


def draw(graph: Graph, known: Knowledge, *, skipped: tuple[Skipped, ...], data: Path, clock: Clock) -> Drawing:
    """Page and report of the graph that the TriG file ``data`` tells; ``skipped`` goes into the report.

    The saved questions are answered meanwhile, from memory, which takes a fifth of the time that the store on disk takes; Oxigraph
    works without holding Python up.
    """
    with ThreadPoolExecutor(1) as aside:
        asked = aside.submit(_asked, data, graph, known=known, clock=clock)
        with clock("measure"):
            measures = measure(graph, Naming(known.interface.subjects, known.interface.bodies))
        with clock("view"):
            page = render(graph, known.schema, measures=measures, tables=asked.result, lang=known.lang)
    with clock("report"):
        told = report(graph, known.schema, measures=measures, skipped=skipped, lang=known.lang)
    return Drawing(page, told)


def _asked(data: Path, graph: Graph, *, known: Knowledge, clock: Clock) -> tuple[Table, ...]:
    with clock("ask"), closing(in_memory(data)) as store:
        return answers(store, graph, known)
