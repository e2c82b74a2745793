"""The text of a graph is byte by byte what Oxigraph's serialiser makes of it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology.schema import load_schema
from kg.values import Graph
from kg.write.iri import BASE
from kg.write.quads import to_trig
from kg.write.turtle import Namer, quoted
from kg.write.vocabulary import TP, prefixes
from tests.samples import kapex_graph
from tests.write.strategies import graphs

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")


def serialised(trig: str, base: str = BASE) -> str:
    return (ox.serialize(ox.parse(trig, format=ox.RdfFormat.TRIG), format=ox.RdfFormat.TRIG, prefixes=prefixes(base)) or b"").decode()


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_any_graph_is_written_as_the_serialiser_writes_it(graph: Graph) -> None:
    trig = to_trig(graph, schema=SCHEMA)
    assert trig == serialised(trig)


@pytest.mark.parametrize("base", ["https://example.org/kg/", "http://a.example/b#"])
def test_and_so_it_is_below_another_base(base: str) -> None:
    trig = to_trig(kapex_graph(), base=base, schema=SCHEMA)
    assert "claim:" in trig
    assert trig == serialised(trig, base)


def test_of_nothing_no_prefix_is_written() -> None:
    assert not to_trig(Graph((), (), (), (), ()), schema=SCHEMA)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=6) | st.text("가힣az09-_/.~%'‧·()+:ㆍ", max_size=6))
def test_a_node_and_a_text_of_any_signs(text: str) -> None:
    node = Namer(BASE, TP).entity(text)
    told = f"{Namer(BASE, TP).header()}{node.text} a {node.text} .\n{node.text} rdfs:label {quoted(text)} .\n"
    (kind, label) = ox.parse(told, format=ox.RdfFormat.TURTLE)
    assert str(kind.subject) == str(kind.object) == node.plain
    assert str(label.object) == quoted(text)
    assert serialised(told) == f"{Namer(BASE, TP).header()}{node.text} a {node.text} ;\n\trdfs:label {quoted(text)} .\n"
