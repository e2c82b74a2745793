"""The JSON-LD is valid 1.1: PyLD, rdflib and pyoxigraph read the same data set from it as stands in N-Quads."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld as pyld

from kg.export import Source
from kg.export.jsonld import context_of, jsonld
from kg.values import Entity, Graph
from tests.export.graphs import SCHEMA, hostile, kapex, source_of

SOURCES = pytest.mark.parametrize("source", [kapex(), hostile()], ids=["kapex", "hostile"])


def quads(data: str | bytes) -> set[str]:
    return {str(quad) for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS)}


def refuse(url: str, options: object) -> None:
    raise AssertionError(f"{url} would be loaded")


@SOURCES
def test_pyld_reads_the_data_set(source: Source) -> None:
    pyld.set_document_loader(refuse)
    read = pyld.to_rdf(json.loads(jsonld(source)), {"format": "application/n-quads", "processingMode": "json-ld-1.1"})
    assert quads(read) == {str(quad) for quad in source.quads}


@SOURCES
def test_rdflib_reads_the_data_set(source: Source) -> None:
    read = rdflib.Dataset(default_union=False)
    read.parse(data=jsonld(source), format="json-ld")
    assert quads(read.serialize(format="nquads")) == {str(quad) for quad in source.quads}


@SOURCES
def test_pyoxigraph_reads_the_data_set(source: Source) -> None:
    read = ox.parse(jsonld(source), format=ox.RdfFormat.JSON_LD)
    assert {str(quad) for quad in read} == {str(quad) for quad in source.quads}


def test_the_keys_are_the_terms_of_the_ontology() -> None:
    told = json.loads(jsonld(kapex()))
    (bae,) = [node for node in told["@graph"] if node["@id"] == "id:person/배경훈"]
    assert bae == {
        "@id": "id:person/배경훈",
        "@type": "Person",
        "label": {"ko": "배경훈"},
        "prefLabel": {"ko": "배경훈"},
        "affiliatedWith": "id:msit",
        "visited": "id:kist",
    }
    assert {*SCHEMA.properties, *SCHEMA.roles, "status", "when", "confidence"} - {"source"} <= told["@context"].keys()
    assert {cls.name for cls in SCHEMA.entity_types} <= told["@context"].keys()


def test_a_prefix_gives_way_to_a_scheme_of_the_data() -> None:
    """An IRI ``schema:x`` would else become https://schema.org/x."""
    source = source_of(Graph((), (Entity("a", "Company", "가", same_as=("schema:x", "label:y", "https://x.example//y")),), (), (), ()))
    assert "schema" not in context_of(source).prefixes
    read = ox.parse(jsonld(source), format=ox.RdfFormat.JSON_LD)
    assert {str(quad) for quad in read} == {str(quad) for quad in source.quads}


@pytest.mark.parametrize("id", ["//evil.example/x", "a:b", "@type", "_:b", "a/../b"])
def test_an_id_never_reads_as_another_iri(id: str) -> None:
    source = source_of(Graph((), (Entity(id, "Company", "가"),), (), (), ()))
    read = ox.parse(jsonld(source), format=ox.RdfFormat.JSON_LD)
    assert {str(quad) for quad in read} == {str(quad) for quad in source.quads}


def test_an_empty_graph_is_valid_too() -> None:
    assert json.loads(jsonld(source_of(Graph((), (), (), (), ()))))["@graph"] == []
