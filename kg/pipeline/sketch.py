"""Find the shape of a graph and a place for each entity, in a process of its own while the files are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from kg.ontology.interface import Interface
from kg.pipeline.carry import carry_as_calls
from kg.pipeline.effort import Effort, effort
from kg.values import Graph

if TYPE_CHECKING:
    from kg.network import Measures
    from kg.view import Places


class Sketch(NamedTuple):
    """The measures of a graph, the place of each entity, and what the process that found them has cost."""

    measures: Measures
    places: Places
    effort: Effort


Sketching = Callable[[], Sketch]


def sketch(graph: Graph, interface: Interface) -> Sketch:
    """The sketch of a graph, of which only the entities and the ends of the claims matter."""
    from kg.network import Naming, measure  # noqa: PLC0415 -- half a second to load, where it is needed only
    from kg.view import place  # noqa: PLC0415

    measures = measure(graph, Naming(interface.subjects, interface.bodies))
    return Sketch(measures, place(graph, measures), effort())


@contextmanager
def sketching(graph: Graph, interface: Interface, *, workers: int) -> Iterator[Sketching]:
    """What gives the sketch when it is asked for; with several ``workers`` one of them begins at once."""
    here = cache(partial(sketch, graph, interface))
    if workers < 2:
        yield here
        return
    carry_as_calls()
    with ProcessPoolExecutor(1, get_context("spawn")) as crew:
        yield partial(_told, crew.submit(sketch, replace(graph, documents=(), mentions=()), interface), here)


def _told(aside: Future[Sketch], here: Sketching) -> Sketch:
    try:
        return aside.result()
    except BrokenProcessPool:
        return here()
