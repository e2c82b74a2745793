"""The sketch of a graph: found here or in a process of its own, it is the same."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import numpy as np
import pytest

from kg.network import Naming, measure
from kg.ontology.interface import Interface, load_interface
from kg.ontology.schema import load_schema
from kg.pipeline.sketch import Sketch, sketching
from kg.values import Graph
from kg.view import place
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY


@pytest.fixture(scope="module")
def interface() -> Interface:
    return load_interface(load_schema(REPOSITORY / "ontology" / "techpolicy.ttl"))


@pytest.fixture(scope="module")
def whole() -> Graph:
    return graph(300, isolated=0.1)


def same(one: Sketch, whole: Graph, interface: Interface) -> bool:
    measures = measure(whole, Naming(interface.subjects, interface.bodies))
    places = place(whole, measures)
    return (
        one.measures == measures
        and np.array_equal(one.places.chart.positions, places.chart.positions)
        and one.places.chart.islands == places.chart.islands
        and np.array_equal(one.places.radii, places.radii)
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_sketch_is_the_same_wherever_it_is_found(workers: int, whole: Graph, interface: Interface) -> None:
    with sketching(whole, interface, workers=workers) as sketched:
        found = sketched()
        assert same(found, whole, interface)
        assert sketched() is found


def test_one_worker_has_no_process_aside(whole: Graph, interface: Interface) -> None:
    with sketching(whole, interface, workers=1):
        assert not list(children())


def test_a_sketch_whose_process_was_killed_is_found_here(whole: Graph, interface: Interface) -> None:
    with sketching(whole, interface, workers=2) as sketched:
        for child in children():
            child.kill()
        assert same(sketched(), whole, interface)


def children() -> Iterator[multiprocessing.process.BaseProcess]:
    return iter(multiprocessing.active_children())
