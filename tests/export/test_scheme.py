"""The scheme of technologies keeps the rules of SKOS, and the graph names the broader term of each of its technologies."""

from __future__ import annotations

import rdflib
from rdflib.namespace import RDF, SKOS

from kg.export.scheme import scheme
from tests.export.graphs import kapex
from tests.road import graph, ontology, reading

TP = rdflib.Namespace("https://w3id.org/techpolicy-kg/ontology#")


def concepts() -> rdflib.Graph:
    return rdflib.Graph().parse(data=scheme(kapex()), format="turtle")


def test_every_known_technology_is_a_concept() -> None:
    told = concepts()
    known = [row for row in ontology().authority.rows.values() if row.type == "Technology"]
    assert len(set(told.subjects(RDF.type, SKOS.Concept))) == len(known) > 500
    assert set(told.subjects(RDF.type, SKOS.Concept)) == set(told.subjects(SKOS.inScheme, TP.technologies))


def test_broader_and_narrower_mirror_each_other_and_reach_the_top() -> None:
    told = concepts()
    broader = dict(told.subject_objects(SKOS.broader))
    assert {(above, below) for below, above in broader.items()} == set(told.subject_objects(SKOS.narrower))
    tops = set(told.objects(TP.technologies, SKOS.hasTopConcept))
    assert tops == set(told.subjects(SKOS.topConceptOf, TP.technologies))
    assert tops.isdisjoint(broader)
    for concept in told.subjects(RDF.type, SKOS.Concept):
        above, seen = concept, {concept}
        while above in broader:
            above = broader[above]
            assert above not in seen
            seen.add(above)
        assert above in tops


def test_the_strategic_technologies_have_their_parts() -> None:
    told = concepts()
    label = {str(name): node for node, name in told.subject_objects(SKOS.prefLabel)}
    parts = set(told.objects(label["국가전략기술"], SKOS.narrower))
    assert {label[name] for name in ("반도체", "인공지능", "양자", "수소", "차세대 원자력")} <= parts
    assert label["첨단 패키징"] in set(told.objects(label["반도체"], SKOS.narrower))


def test_no_label_is_preferred_and_alternative() -> None:
    told = concepts()
    for concept in told.subjects(RDF.type, SKOS.Concept):
        preferred = set(told.objects(concept, SKOS.prefLabel))
        assert len({label.language for label in preferred if isinstance(label, rdflib.Literal)}) == len(preferred)
        assert preferred.isdisjoint(told.objects(concept, SKOS.altLabel))


def test_an_entity_of_the_graph_has_its_broader_term() -> None:
    entities = {entity.id: entity for entity in graph(reading("KIST는 생성형 AI 기술을 개발했다.")).entities}
    assert entities["generative-ai"].broader == ("ai",)
    assert entities["kist"].broader == ()
