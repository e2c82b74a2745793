"""The description of a data set says what is in it, and its shape is that of VoID and DCAT."""

from __future__ import annotations

import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID, XSD

from kg.export import Source
from kg.export.void import Dump, void
from kg.values import Graph
from tests.export.graphs import TP, hostile, kapex, source_of

DATASET = rdflib.URIRef("https://w3id.org/techpolicy-kg/id/")


def described(source: Source, *dumps: Dump) -> rdflib.Graph:
    return rdflib.Graph().parse(data=void(source, dumps), format="turtle", publicID="https://x.example/out/void.ttl")


def test_the_counts_are_those_of_the_graph() -> None:
    graph = described(kapex())
    assert (DATASET, RDF.type, VOID.Dataset) in graph
    assert (DATASET, RDF.type, DCAT.Dataset) in graph
    told = [graph.value(DATASET, name).toPython() for name in (VOID.triples, VOID.entities, VOID.documents)]  # type: ignore[union-attr]
    assert told == [len(kapex().quads), len(kapex().graph.entities), 2]
    parts = list(graph.objects(DATASET, VOID.classPartition))
    sizes = {str(graph.value(part, VOID["class"])): int(str(graph.value(part, VOID.entities))) for part in parts}
    assert sizes[TP + "Claim"] == len(kapex().graph.claims)
    triples = [int(str(graph.value(part, VOID.triples))) for part in graph.objects(DATASET, VOID.propertyPartition)]
    assert sum(triples) == len(kapex().quads)
    assert len(triples) == int(str(graph.value(DATASET, VOID.properties)))


def test_the_span_of_time_is_that_of_the_documents() -> None:
    graph = described(kapex())
    period = graph.value(DATASET, DCTERMS.temporal)
    days = [graph.value(period, name) for name in (DCAT.startDate, DCAT.endDate)]
    assert days == [rdflib.Literal(day, datatype=XSD.date) for day in ("2025-11-13", "2025-11-24")]


def test_files_are_named_beside_it() -> None:
    dump = Dump("my graph.ttl", 12, "text/turtle", "http://www.w3.org/ns/formats/Turtle")
    graph = described(kapex(), dump, Dump("nodes.csv", 3, "text/csv", None))
    assert list(graph.objects(DATASET, VOID.dataDump)) == [rdflib.URIRef("https://x.example/out/my%20graph.ttl")]
    parts = list(graph.objects(DATASET, DCAT.distribution))
    sizes = {str(graph.value(part, DCAT.downloadURL)): int(str(graph.value(part, DCAT.byteSize))) for part in parts}
    assert sizes == {"https://x.example/out/my%20graph.ttl": 12, "https://x.example/out/nodes.csv": 3}


def test_hostile_and_empty_graphs_are_described_too() -> None:
    assert int(str(described(hostile()).value(DATASET, VOID.triples))) == len(hostile().quads)
    empty = described(source_of(Graph((), (), (), (), ())))
    assert int(str(empty.value(DATASET, VOID.triples))) == 0
    assert empty.value(DATASET, DCTERMS.temporal) is None
