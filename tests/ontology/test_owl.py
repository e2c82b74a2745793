"""Tools of others read the ontology as OWL 2 DL: the OWL API (of Protégé), and HermiT, which finds it free of contradiction."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import owlready2
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS

from tests.needs import needs_java, needs_owlapi

FILE = Path(__file__).parents[2] / "ontology" / "techpolicy.ttl"
PROFILE = Path(__file__).with_name("Profile.java")
TP = "https://w3id.org/techpolicy-kg/ontology#"
ONTOLOGY = rdflib.Graph().parse(FILE)
NOT_DL = {
    "a subclass of what OWL reserves": ("tp:Relation a owl:Class ;", "rdfs:subClassOf owl:ObjectProperty ;", "reserved vocabulary"),
    "a datatype OWL does not know": ("tp:latest a owl:DatatypeProperty ;", "rdfs:range xsd:date ;", "xsd:date"),
    "a class that is not declared": ("prov:Plan a owl:Class .", None, "undeclared class"),
}


@pytest.fixture(scope="module")
def read_by_the_owl_api(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """A row for the ontology, then one for each of ``NOT_DL``."""
    folder, text, paths = tmp_path_factory.mktemp("owl"), FILE.read_text(encoding="utf-8"), [FILE]
    for number, (old, more, _) in enumerate(NOT_DL.values()):
        assert old in text
        new = f"{old} {more}" if more else ""
        paths.append(folder / f"{number}.ttl")
        paths[-1].write_text(text.replace(old, new), encoding="utf-8")
    command = [str(needs_java()), "-cp", needs_owlapi(), str(PROFILE), *map(str, paths)]
    told = subprocess.run(command, capture_output=True, check=False, text=True)
    assert told.returncode == 0, told.stderr
    return [line.split("\t") for line in told.stdout.splitlines()]


def test_the_owl_api_reads_owl_2_dl(read_by_the_owl_api: list[list[str]]) -> None:
    version, classes, relations, values, axioms, violations = read_by_the_owl_api[0]
    assert violations == "[]"
    assert version == str(ONTOLOGY.value(rdflib.URIRef(TP[:-1]), OWL.versionIRI))
    for found, kind in ((classes, OWL.Class), (relations, OWL.ObjectProperty), (values, OWL.DatatypeProperty)):
        assert int(found) == len(set(ONTOLOGY.subjects(RDF.type, kind))) > 10
    assert int(axioms) > 200


@pytest.mark.parametrize("number", range(len(NOT_DL)), ids=list(NOT_DL))
def test_what_is_not_owl_2_dl_is_seen(number: int, read_by_the_owl_api: list[list[str]]) -> None:
    assert list(NOT_DL.values())[number][2] in read_by_the_owl_api[number + 1][-1]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("facts", "sound"),
    [
        ("<urn:x> a tp:Company .", True),
        ("<urn:x> tp:visited <urn:y> . <urn:y> tp:heldAt <urn:z> .", True),  # no domain or range turns one thing into another
        ("<urn:x> a tp:Company , tp:Technology .", False),
        ("<urn:x> a tp:Person ; tp:collaboratesWith <urn:y> .", False),
    ],
)
def test_hermit_finds_contradictions_only_where_there_are_some(facts: str, *, sound: bool) -> None:
    needs_java()
    graph = rdflib.Graph() + ONTOLOGY
    graph.parse(data=f"@prefix tp: <{TP}> .\n{facts}", format="turtle")
    graph += [(node, RDF.type, OWL.NamedIndividual) for node in (*graph.subjects(), *graph.objects()) if str(node).startswith("urn:")]
    world = owlready2.World()
    world.get_ontology(TP).load(fileobj=io.BytesIO(graph.serialize(format="nt", encoding="utf-8")))
    if sound:
        owlready2.sync_reasoner_hermit(world, debug=0)
        assert list(world.inconsistent_classes()) == []
    else:
        with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
            owlready2.sync_reasoner_hermit(world, debug=0)


def test_the_ontology_tells_its_version_and_licence_and_names_nobody() -> None:
    node = rdflib.URIRef(TP[:-1])
    version = str(ONTOLOGY.value(node, OWL.versionInfo))
    assert str(ONTOLOGY.value(node, OWL.versionIRI)) == f"{node}/{version}"
    assert str(ONTOLOGY.value(node, DCTERMS.license)).startswith("https://www.apache.org/licenses/")
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert {value.language for value in ONTOLOGY.objects(node, predicate) if isinstance(value, rdflib.Literal)} == {"ko", "en"}
    assert not set(ONTOLOGY.predicates(node)) & {DCTERMS.creator, DCTERMS.contributor, DCTERMS.publisher}


def test_the_file_has_no_blank_node() -> None:
    """So that its statements, which stand beside the data in the store, are the same at every load."""
    assert not [node for triple in ONTOLOGY for node in triple if isinstance(node, rdflib.BNode)]


def test_domain_and_range_lie_above_what_is_listed() -> None:
    """rdfs:domain and rdfs:range may only say what holds of everything that schema:…Includes lists."""
    looked_at = 0
    for general, exact in ((RDFS.domain, "domainIncludes"), (RDFS.range, "rangeIncludes")):
        for term, above in ONTOLOGY.subject_objects(general):
            for cls in ONTOLOGY.objects(term, rdflib.URIRef("https://schema.org/" + exact)):
                assert above in set(ONTOLOGY.transitive_objects(cls, RDFS.subClassOf)), (term, cls, above)
                looked_at += 1
    assert looked_at > 60
