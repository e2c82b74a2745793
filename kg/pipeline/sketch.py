"""The shape of a graph and a place for each entity, which are found while the files are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from kg.ontology.interface import Interface
from kg.pipeline.aside import Aside
from kg.values import Graph

if TYPE_CHECKING:
    from kg.network import Measures
    from kg.view import Places


class Sketch(NamedTuple):
    """The measures of a graph, and the place of each entity."""

    measures: Measures
    places: Places


Sketching = Callable[[], Sketch]
_ROOMS = ("kg.network", "kg.view")


def begin_sketch(graph: Graph, interface: Interface, aside: Aside) -> Sketching:
    """What gives the sketch of a graph, of which only the entities and the ends of the claims matter."""
    # A thread of the pool takes the result in, which loads what it is made of: while another thread loads the same, one of them fails.
    for room in _ROOMS:
        import_module(room)
    return aside.begin(sketch, replace(graph, documents=(), mentions=()), interface)


def sketch(graph: Graph, interface: Interface) -> Sketch:
    """The sketch of a graph, found now."""
    from kg.network import Naming, measure  # noqa: PLC0415 -- half a second to load, where it is needed only
    from kg.view import place  # noqa: PLC0415

    measures = measure(graph, Naming(interface.subjects, interface.bodies))
    return Sketch(measures, place(graph, measures))
