"""The graph as quads has the shape of the contract, whatever the order it comes in."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg.ontology.schema import load_schema
from kg.values import Event, Graph, Part
from kg.write.iri import BASE, claim_iri
from kg.write.quads import in_order, ontology_quads, to_quads
from kg.write.vocabulary import POSITION_SELECTOR, PRIMARY_SOURCE, QUOTE_SELECTOR, SPECIFIC_RESOURCE, TP, TYPE, prefixes
from tests.samples import kapex_graph
from tests.write.strategies import graphs

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.bulk_extend(to_quads(kapex_graph(), schema=SCHEMA))
    return store


def ask(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes(), use_default_graph_as_union=True))


def default(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes()))


@pytest.mark.parametrize(
    "pattern",
    [
        'id:kist a tp:ResearchInstitute ; skos:prefLabel "한국과학기술연구원"@ko ; skos:altLabel "KIST"',
        'id:kist rdfs:label "한국과학기술연구원"@ko , "Korea Institute of Science and Technology"@en',
        "id:kist skos:exactMatch <http://www.wikidata.org/entity/Q482788>",
        'id:msit skos:altLabel "과기정통부"@ko',
        "<https://w3id.org/techpolicy-kg/id/person/배경훈> tp:visited id:kist",
        "id:kist tp:coDevelopedWith id:lg-electronics",
        "id:lg-electronics tp:coDeveloped <https://w3id.org/techpolicy-kg/id/product/kapex>",
    ],
)
def test_entities_and_plain_triples_are_in_the_default_graph(pattern: str, store: ox.Store) -> None:
    assert default(store, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "id:government tp:supports id:humanoid",  # planned
        "id:lg-electronics tp:supplied ?anything",  # negated
        "id:lg-electronics tp:coDevelopedWith id:kist",  # the other direction of a symmetric one
        "?claim a tp:Claim",  # a document's own
        "?article a tp:Article",
    ],
)
def test_what_is_not_in_the_default_graph(pattern: str, store: ox.Store) -> None:
    assert not default(store, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        '?c rdf:predicate tp:visited ; tp:when "2025-11-13"^^<http://id.loc.gov/datatypes/edtf> ; tp:status tp:actual',
        '?c rdf:predicate tp:visited ; tp:earliest "2025-11-13"^^xsd:date ; tp:latest "2025-11-13"^^xsd:date',
        '?c rdf:predicate tp:supports ; tp:amount "1020000000000 KRW" ; tp:latest "2030-12-31"^^xsd:date ; tp:confidence 0.93',
        '?c rdf:predicate tp:affiliatedWith ; tp:role "장관"@ko ; tp:rule "affiliatedWith.sample"',
        "?c tp:attributedTo <https://w3id.org/techpolicy-kg/id/person/배경훈> ; rdf:predicate tp:formulated ; tp:status tp:planned",
        "?c tp:event ?e . ?e a tp:CoDevelopment ; tp:agent id:kist ; tp:partner id:lg-electronics , id:lg-ai-research",
        "?e a tp:CoDevelopment ; tp:status tp:ongoing ; prov:hadPrimarySource ?d",
        "?c oa:hasTarget ?t . ?t a oa:SpecificResource ; tp:sentence 1 ; oa:hasSource ?d . ?c prov:hadPrimarySource ?d",
        '?t oa:hasSelector [ a oa:TextPositionSelector ; oa:start 30 ; oa:end 86 ] . ?c oa:hasTarget ?t ; tp:subjectAt "char=30,33"',
        '?d a tp:Article ; dcterms:identifier "kapex-visit" ; dcterms:issued "2025-11-13"^^xsd:date ; schema:mentions id:kist',
        '?d dcterms:publisher "견본일보" ; tp:digest ?digest ; tp:dateEvidence "meta article:published_time" ; schema:url ?url',
    ],
)
def test_claims_evidence_events_and_documents(pattern: str, store: ox.Store) -> None:
    assert ask(store, pattern)


def test_a_negated_claim_still_is_a_claim(store: ox.Store) -> None:
    assert ask(store, "?c rdf:subject id:lg-electronics ; rdf:predicate tp:supplied ; tp:status tp:negated")


def test_dropping_a_documents_graph_withdraws_all_it_said(store: ox.Store) -> None:
    copy = ox.Store()
    copy.bulk_extend(iter(store))
    copy.remove_graph(ox.NamedNode(BASE + "article/kapex-visit"))
    text = ox.serialize(iter(copy), format=ox.RdfFormat.N_QUADS) or b""
    assert b"kapex-visit" not in text
    assert b"ai-strategy" in text


def merged_event() -> Graph:
    graph = kapex_graph()
    event = Event("both", "Visit", (Part("agent", "kist"),), ("ai-strategy", "kapex-visit"))
    return dataclasses.replace(graph, events=(event,))


@pytest.mark.parametrize("graph", [kapex_graph(), merged_event()])
def test_no_triple_is_in_two_graphs(graph: Graph) -> None:
    counted = Counter(str(quad.triple) for quad in to_quads(graph, schema=SCHEMA))
    assert max(counted.values()) == 1


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_the_statements_are_made_in_order(graph: Graph) -> None:
    quads = to_quads(graph, schema=SCHEMA)
    assert quads == in_order(quads)


def test_claims_of_one_sentence_share_it(store: ox.Store) -> None:
    places = {(claim.document, claim.start, claim.end) for claim in kapex_graph().claims}
    assert len(places) < len(kapex_graph().claims)
    for kind in (SPECIFIC_RESOURCE, POSITION_SELECTOR, QUOTE_SELECTOR):
        assert len(list(store.quads_for_pattern(None, TYPE, kind, None))) == len(places)


def test_of_a_symmetric_relation_told_both_ways_one_plain_triple_stands() -> None:
    graph = kapex_graph()
    [told] = [claim for claim in graph.claims if claim.property == "collaboratesWith"]
    back = dataclasses.replace(told, subject=told.object, object=told.subject, document="kapex-visit")
    quads = to_quads(dataclasses.replace(graph, claims=(*graph.claims, back)), schema=SCHEMA)
    plain = [quad for quad in quads if quad.predicate.value == TP + "collaboratesWith"]
    assert [str(quad.subject) for quad in plain] == [f"<{BASE}kist>"]


def test_of_two_claims_with_one_id_the_surer_stands() -> None:
    graph = kapex_graph()
    told = graph.claims[0]
    surer = dataclasses.replace(told, confidence=0.99, rule="surer")
    for claims in ((told, surer), (surer, told)):
        quads = to_quads(dataclasses.replace(graph, claims=claims), schema=SCHEMA)
        rules = [quad.object for quad in quads if quad.predicate.value == TP + "rule"]
        assert rules == [ox.Literal("surer")]


def shuffled(graph: Graph, seed: int) -> Graph:
    mixed = random.Random(seed)

    parts = {field.name: getattr(graph, field.name) for field in dataclasses.fields(graph)}
    return Graph(**{name: tuple(mixed.sample(values, len(values))) for name, values in parts.items()})


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_graph_makes_no_difference(seed: int) -> None:
    graph = kapex_graph()
    assert to_quads(shuffled(graph, seed), schema=SCHEMA) == to_quads(graph, schema=SCHEMA)


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_graph_has_a_stated_source_for_each_claim(graph: Graph) -> None:
    quads = to_quads(graph, schema=SCHEMA)
    stated = {str(quad.subject) for quad in quads if quad.predicate == PRIMARY_SOURCE}
    assert {f"<{claim_iri(claim.id)}>" for claim in graph.claims} <= stated
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_the_base_is_a_setting() -> None:
    quads = to_quads(kapex_graph(), base="http://localhost/kg/", schema=SCHEMA)
    assert {str(quad.subject)[:21] for quad in quads} == {"<http://localhost/kg/"}


def test_with_the_ontology_a_query_climbs_to_superclasses() -> None:
    store = ox.Store()
    store.bulk_extend([*to_quads(kapex_graph(), schema=SCHEMA), *ontology_quads(SCHEMA)])
    assert ask(store, "id:kist a/rdfs:subClassOf* tp:Organization")
    assert not ask(store, "id:ai a/rdfs:subClassOf* tp:Organization")
    assert ask(store, 'tp:visited rdfs:label "방문"@ko')
