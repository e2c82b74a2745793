"""rdflib, pyoxigraph and raptor read the formats of RDF and find the same statements in each."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.export import Source
from kg.export.rdf import nquads, ntriples, rdfxml, trig, turtle, turtle12
from kg.export.text import legal
from kg.write import vocabulary as v
from tests.export.graphs import TP, hostile, kapex
from tests.needs import needs_n3, needs_node, needs_rapper

Make = Callable[[Source], bytes]
SOURCES = pytest.mark.parametrize("source", [kapex(), hostile()], ids=["kapex", "hostile"])
FORMATS: list[tuple[str, Make, ox.RdfFormat, str]] = [
    ("turtle", turtle, ox.RdfFormat.TURTLE, "turtle"),
    ("ntriples", ntriples, ox.RdfFormat.N_TRIPLES, "nt"),
    ("rdfxml", rdfxml, ox.RdfFormat.RDF_XML, "xml"),
    ("trig", trig, ox.RdfFormat.TRIG, "trig"),
    ("nquads", nquads, ox.RdfFormat.N_QUADS, "nquads"),
]
EACH = pytest.mark.parametrize(("name", "make", "form", "rdflib_name"), FORMATS, ids=[name for name, *_ in FORMATS])


def expected(source: Source, name: str) -> set[str]:
    """The statements as text; in RDF/XML without what XML cannot say."""
    if name in ("trig", "nquads"):
        return {str(quad) for quad in source.quads}
    triples = {str(quad.triple) for quad in source.quads}
    return {str(ox.Triple(*ends)) for ends in map(cleaned, source.quads)} if name == "rdfxml" else triples


def cleaned(quad: ox.Quad) -> tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]:
    value = quad.object
    assert isinstance(quad.subject, ox.NamedNode)
    assert isinstance(value, ox.NamedNode | ox.Literal)
    if isinstance(value, ox.Literal):
        kind = {"language": value.language} if value.language else {"datatype": value.datatype}
        value = ox.Literal(legal(value.value), **kind)
    return quad.subject, quad.predicate, value


@SOURCES
@EACH
def test_oxigraph_reads_every_statement(name: str, make: Make, form: ox.RdfFormat, rdflib_name: str, source: Source) -> None:
    read = [quad for quad in ox.parse(make(source), format=form) if isinstance(quad, ox.Quad)]
    assert {str(quad if name in ("trig", "nquads") else quad.triple) for quad in read} == expected(source, name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@SOURCES
@EACH
def test_rdflib_reads_every_statement(name: str, make: Make, form: ox.RdfFormat, rdflib_name: str, source: Source) -> None:
    graph = rdflib.Dataset(default_union=True) if name in ("trig", "nquads") else rdflib.Graph()
    graph.parse(data=make(source), format=rdflib_name)
    assert len(set(graph.triples((None, None, None)))) == len({str(quad.triple) for quad in source.quads})


def test_rdflib_finds_the_same_in_turtle_and_rdfxml() -> None:
    one, other = rdflib.Graph().parse(data=turtle(kapex())), rdflib.Graph().parse(data=rdfxml(kapex()), format="xml")
    assert isomorphic(one, other)


@SOURCES
@EACH
def test_raptor_reads_every_statement(name: str, make: Make, form: ox.RdfFormat, rdflib_name: str, source: Source) -> None:
    command = [str(needs_rapper()), "-q", "-i", name, "-o", "ntriples", "-", "https://base.example/"]
    data = re.sub(rb"\\uFFF[EF]", rb"\\uFFFD", make(source))  # RDF allows these two, raptor does not
    told = subprocess.run(command, input=data, capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()
    assert len(set(told.stdout.splitlines())) == len(source.quads)


def test_turtle_12_has_each_claim_as_a_reified_triple() -> None:
    store = ox.Store()
    store.bulk_load(turtle12(kapex()), ox.RdfFormat.TURTLE)
    query = f"PREFIX tp: <{TP}> SELECT ?c ?s ?p ?o {{ ?c a tp:Claim ; <{v.RDF}reifies> <<( ?s ?p ?o )>> }}"
    answer = store.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    found = {tuple(str(solution[name]) for name in "cspo") for solution in answer}
    graph = {(f"<https://w3id.org/techpolicy-kg/id/claim/{claim.id}>", claim.property) for claim in kapex().graph.claims}
    assert {(claim, predicate.removeprefix(f"<{TP}").removesuffix(">")) for claim, _, predicate, _ in found} == graph
    assert not list(store.quads_for_pattern(None, v.SUBJECT, None))


def test_turtle_12_says_no_plan_as_a_fact() -> None:
    store = ox.Store()
    store.bulk_load(turtle12(kapex()), ox.RdfFormat.TURTLE)
    told = "?c tp:status ?status ; <%sreifies> <<( ?s ?p ?o )>> . ?s ?p ?o FILTER(?status IN (tp:planned, tp:negated))"
    query = "PREFIX tp: <%s> ASK { " + told + " }"
    plans = [claim for claim in kapex().graph.claims if claim.status == "planned" and claim.property == "supports"]
    assert plans
    assert not list(store.quads_for_pattern(None, ox.NamedNode(TP + "supports"), None))
    assert store.query(query % (TP, v.RDF))  # one plan was carried out: the strategy, first planned, then settled


@SOURCES
def test_turtle_12_loses_nothing_else(source: Source) -> None:
    read = {str(quad.triple) for quad in ox.parse(turtle12(source), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)}
    ends = (v.SUBJECT, v.PREDICATE, v.OBJECT)
    assert {str(quad.triple) for quad in source.quads if quad.predicate not in ends} < read
    assert len(read) == len([quad for quad in source.quads if quad.predicate not in ends]) + len(source.graph.claims)


@SOURCES
def test_n3_reads_turtle_12_with_its_triple_terms(source: Source) -> None:
    command = [str(needs_node()), str(Path(__file__).with_name("n3.cjs")), str(needs_n3())]
    told = subprocess.run(command, input=turtle12(source), capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()
    wanted = [listed(quad.triple) for quad in ox.parse(turtle12(source), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)]
    assert sorted(json.loads(told.stdout), key=str) == sorted(wanted, key=str)
    assert sum(predicate == f"{v.RDF}reifies" for _, predicate, _ in wanted) == len(source.graph.claims)


def listed(term: object) -> Any:
    """A term as n3.cjs prints it."""
    if isinstance(term, ox.Triple):
        return [listed(term.subject), listed(term.predicate), listed(term.object)]
    if isinstance(term, ox.Literal):
        return [term.value, term.language or "", term.datatype.value]
    assert isinstance(term, ox.NamedNode)
    return term.value
