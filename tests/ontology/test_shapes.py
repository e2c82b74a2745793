"""The shapes accept a graph that kg writes, and each refuses its bad example."""

from pathlib import Path

import pyshacl
import pytest
import rdflib

from kg.ontology.schema import load_schema
from kg.write.files import write_graph
from tests.samples import kapex_graph

ONTOLOGY = Path(__file__).parents[2] / "ontology"
PREFIXES = """
PREFIX tp: <https://w3id.org/techpolicy-kg/ontology#> PREFIX id: <https://w3id.org/techpolicy-kg/id/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted((ONTOLOGY / "shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "techpolicy.ttl")


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("built")
    write_graph(kapex_graph(), folder, schema=load_schema(ONTOLOGY / "techpolicy.ttl"))
    return (folder / "graph.ttl").read_text(encoding="utf-8")


def validate(data: rdflib.Graph, shapes: rdflib.Graph, ontology: rdflib.Graph) -> tuple[bool, str]:
    conforms, _, text = pyshacl.validate(data + ontology, shacl_graph=shapes, inference="none")
    return conforms, text


def test_a_written_graph_conforms(turtle: str, shapes: rdflib.Graph, ontology: rdflib.Graph) -> None:
    conforms, text = validate(rdflib.Graph().parse(data=turtle), shapes, ontology)
    assert conforms, text


@pytest.mark.parametrize(
    ("update", "path"),
    [
        ("DELETE WHERE { id:kist skos:prefLabel ?x }", "skos:prefLabel"),
        ('INSERT DATA { id:kist skos:prefLabel "두 번째 이름"@ko }', "skos:prefLabel"),
        ("DELETE { id:kist a ?t } INSERT { id:kist a tp:Organization } WHERE { id:kist a ?t }", "rdf:type"),
        ("DELETE { ?c oa:hasTarget ?e } WHERE { ?c a tp:Claim ; oa:hasTarget ?e }", "oa:hasTarget"),
        ("DELETE { ?c tp:status ?s } INSERT { ?c tp:status tp:wished } WHERE { ?c a tp:Claim ; tp:status ?s }", "tp:status"),
        ("DELETE { ?c rdf:predicate ?p } INSERT { ?c rdf:predicate tp:visitted } WHERE { ?c rdf:predicate ?p }", "rdf:predicate"),
        ('INSERT { ?c tp:amount "a lot" } WHERE { ?c a tp:Claim }', "tp:amount"),
        ('INSERT { ?c tp:earliest "2031-01-01"^^xsd:date } WHERE { ?c tp:when ?w ; tp:latest ?l ; a tp:Claim }', "tp:earliest"),
        ("DELETE { ?e tp:sentence ?n } WHERE { ?e tp:sentence ?n }", "tp:sentence"),
        ("DELETE { ?e oa:hasSelector ?s } WHERE { ?e oa:hasSelector ?s . ?s oa:exact ?q }", "oa:hasSelector"),
        ("DELETE { ?s oa:end ?n } INSERT { ?s oa:end 0 } WHERE { ?s oa:end ?n }", "oa:start"),
        ("DELETE { ?s oa:exact ?q } WHERE { ?s oa:exact ?q }", "oa:exact"),
        ("DELETE { ?d tp:dateEvidence ?x } WHERE { ?d tp:dateEvidence ?x }", "tp:dateEvidence"),
        ('DELETE { ?d dcterms:issued ?x } INSERT { ?d dcterms:issued "13일" } WHERE { ?d dcterms:issued ?x }', "dcterms:issued"),
        ("DELETE { ?h prov:hadPrimarySource ?d } WHERE { ?h a tp:Visit ; prov:hadPrimarySource ?d }", "prov:hadPrimarySource"),
        ("DELETE { ?h tp:status ?d } WHERE { ?h a tp:Visit ; tp:status ?d }", "tp:status"),
    ],
)
def test_a_bad_graph_is_refused(update: str, path: str, turtle: str, shapes: rdflib.Graph, ontology: rdflib.Graph) -> None:
    data = rdflib.Graph().parse(data=turtle)
    size = set(data)
    data.update(PREFIXES + update)
    assert set(data) != size, "the example changes nothing"
    conforms, text = validate(data, shapes, ontology)
    assert not conforms
    assert path in text
