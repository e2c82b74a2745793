"""The pieces of the files, each as the serialiser would write it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.ontology.schema import load_schema
from kg.values import Graph
from kg.write.iri import BASE
from kg.write.pieces import Writer
from kg.write.quads import to_quads
from kg.write.vocabulary import prefixes
from tests.samples import kapex_graph

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")


@pytest.mark.parametrize("title", ["로봇 공개", "", "둘째\n\t줄", "\n}\n", "\t", '} .\r\n\t"\\\x0b\x85\u2028'])
def test_a_document_s_turtle_is_that_of_its_triples(title: str) -> None:
    whole, article = kapex_graph(), replace(kapex_graph().documents[0], title=title)
    claims = tuple(claim for claim in whole.claims if claim.document == article.id)
    graph = Graph((article,), (), claims, (), tuple(pair for pair in whole.mentions if pair[0] == article.id))
    told = [quad for quad in to_quads(graph, schema=SCHEMA) if quad.graph_name != ox.DefaultGraph()]
    writer, names = Writer(SCHEMA, BASE), prefixes(BASE, SCHEMA.namespace)
    piece = writer.document(graph)
    assert writer.header() + piece.turtle == ox.serialize([quad.triple for quad in told], format=ox.RdfFormat.TURTLE, prefixes=names)
    assert writer.header() + piece.trig == ox.serialize(told, format=ox.RdfFormat.TRIG, prefixes=names)


def test_an_entity_stands_in_both_files_alike() -> None:
    one = kapex_graph().entities[0]
    piece = Writer(SCHEMA, BASE).entity(one, [(one.id, "partOf", "kist")])
    assert b"partOf" in piece.turtle
    assert piece.turtle == piece.trig
