"""The shape of a graph and a place for each entity, which are found while the files are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kg.network import Measures, Naming, Outline, measure, outline
from kg.ontology.interface import Interface
from kg.pipeline.aside import Aside
from kg.values import Graph
from kg.view import Places, place


class Sketch(NamedTuple):
    """The measures of a graph, and the place of each entity."""

    measures: Measures
    places: Places


Sketching = Callable[[], Sketch]


def begin_sketch(graph: Graph, interface: Interface, aside: Aside) -> Sketching:
    """What gives the sketch of a graph."""
    return aside.begin(sketch, outline(graph), interface)


def sketch(graph: Outline, interface: Interface) -> Sketch:
    """The sketch of a graph, found now."""
    measures = measure(graph, Naming(interface.subjects, interface.bodies))
    return Sketch(measures, place(graph, measures))
