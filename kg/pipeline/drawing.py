"""Page and report of a whole graph."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from kg.keep.store import Store
from kg.network import Naming, measure
from kg.pipeline.answers import answers
from kg.pipeline.clock import Clock
from kg.pipeline.knowledge import Knowledge
from kg.report import report
from kg.values import Graph, Skipped
from kg.view import render


class Drawing(NamedTuple):
    """The page and the report, as text."""

    page: str
    report: str


def draw(
    graph: Graph, known: Knowledge, *, skipped: tuple[Skipped, ...], store: Callable[[], AbstractContextManager[Store]], clock: Clock
) -> Drawing:
    """Page and report of the graph, with the answers of the store that ``store`` opens; ``skipped`` goes into the report."""
    with clock("measure"):
        measures = measure(graph, Naming(known.interface.subjects, known.interface.bodies))
    with clock("store"):
        opened = store()
    with opened as asked, clock("ask"):
        tables = answers(asked, graph, known)
    with clock("view"):
        page = render(graph, known.schema, measures=measures, tables=tables, lang=known.lang)
    with clock("report"):
        told = report(graph, known.schema, measures=measures, skipped=skipped, lang=known.lang)
    return Drawing(page, told)
