"""Page and report of a whole graph."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kg.keep.store import in_memory
from kg.pipeline.answers import answers
from kg.pipeline.clock import Clock
from kg.pipeline.knowledge import Knowledge
from kg.pipeline.order import Order
from kg.pipeline.sketch import Sketching
from kg.report import report
from kg.values import Graph
from kg.view import Table, render


class Drawing(NamedTuple):
    """The page and the report, as text."""

    page: str
    report: str


def draw(graph: Graph, known: Knowledge, order: Order, *, sketching: Sketching, data: Path) -> Drawing:
    """Page and report of the graph that the TriG file ``data`` tells.

    The saved questions are answered meanwhile, from memory, which takes a fifth of the time that the store on disk takes; Oxigraph
    works without holding Python up.
    """
    clock = order.clock
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(_asked, data, graph, known=known, clock=clock)
        with clock("measure"):
            measures, places = sketching()
        with clock("view"):
            page = render(graph, known.schema, measures=measures, places=places, tables=asked.result, lang=known.lang)
    with clock("report"):
        told = report(graph, known.schema, measures=measures, skipped=order.skipped, lang=known.lang)
    return Drawing(page, told)


def _asked(data: Path, graph: Graph, *, known: Knowledge, clock: Clock) -> tuple[Table, ...]:
    with clock("ask"), closing(in_memory(data)) as store:
        return answers(store, graph, known)
