"""Work aside gives the same wherever it is done, also where the process that did it was killed."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys

import numpy as np
import pytest

from kg.network import Naming, measure
from kg.ontology.interface import Interface, load_interface
from kg.ontology.schema import load_schema
from kg.pipeline.aside import Aside, aside
from kg.pipeline.sketch import Sketch, begin_sketch
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
    with aside(workers) as helping:
        sketching = begin_sketch(whole, interface, helping)
        assert same(sketching(), whole, interface)
        assert len({one.process for one in helping.efforts}) == workers - 1


def test_one_worker_has_no_process_aside() -> None:
    with aside(1):
        assert not multiprocessing.active_children()


def test_work_whose_process_was_killed_is_done_here(whole: Graph, interface: Interface) -> None:
    with aside(2) as helping:
        before = begin_sketch(whole, interface, helping)
        for child in multiprocessing.active_children():
            child.kill()
        assert same(before(), whole, interface)
        assert same(begin_sketch(whole, interface, helping)(), whole, interface)


def test_an_error_of_the_work_is_the_error_of_its_result() -> None:
    with aside(2) as helping:
        for place in (Aside(), helping):
            failing = place.begin(int, "no number")
            with pytest.raises(ValueError, match="no number"):
                failing()


def test_a_process_that_reads_nothing_loads_no_stage_of_reading() -> None:
    code = "import sys; from kg.pipeline import aside; aside._ready(); print(*sys.modules); import kg.pipeline.sketch; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    ready, drawing = (set(line.split()) for line in told.splitlines())
    assert "kg.pipeline.pieces" in ready
    assert "networkx" not in ready
    assert not {"kg.analyse", "kg.find", "kg.refer", "kg.extract", "kiwipiepy"} & drawing
