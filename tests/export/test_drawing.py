"""networkx and an XML parser read GraphML and GEXF, and every text arrives."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.export import Source
from kg.export.drawing import gexf, graphml
from kg.export.text import legal
from tests.export.graphs import hostile, kapex

SOURCES = pytest.mark.parametrize("source", [kapex(), hostile()], ids=["kapex", "hostile"])
READERS: list[tuple[Callable[[Source], bytes], Callable[[Any], Any]]] = [(graphml, nx.read_graphml), (gexf, nx.read_gexf)]


@SOURCES
@pytest.mark.parametrize(("make", "read"), READERS)
def test_networkx_reads_every_node_and_claim(make: Callable[[Source], bytes], read: Callable[[Any], Any], source: Source) -> None:
    graph, values = read(io.BytesIO(make(source))), source.graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph.nodes) == {legal(entity.id) for entity in values.entities}
    assert {graph.nodes[legal(entity.id)]["label_ko"] for entity in values.entities} == {legal(entity.ko) for entity in values.entities}
    edges = {data.get("id", key): (start, end, data) for start, end, key, data in graph.edges(keys=True, data=True)}
    assert edges.keys() == {claim.id for claim in values.claims}
    for claim in values.claims:
        start, end, data = edges[claim.id]
        assert (start, end) == (legal(claim.subject), legal(claim.object))
        assert (data["property"], data["status"], data["quote"]) == (claim.property, claim.status, legal(claim.quote))
        assert data["confidence"] == claim.confidence


@SOURCES
@pytest.mark.parametrize("make", [graphml, gexf])
def test_it_is_xml_with_no_element_from_a_text(make: Callable[[Source], bytes], source: Source) -> None:
    names = {element.tag.split("}")[1] for element in ElementTree.fromstring(make(source)).iter()}
    known = "graphml gexf graph key data node edge nodes edges attributes attribute attvalues attvalue"
    assert names <= set(known.split())


def test_a_time_without_an_end_has_no_attribute_for_it() -> None:
    graph = nx.read_graphml(io.BytesIO(graphml(kapex())))
    (plan,) = [data for _, _, data in graph.edges(data=True) if data["property"] == "supports"]
    assert (plan["when"], plan["latest"], "earliest" in plan) == ("../2030", "2030-12-31", False)
