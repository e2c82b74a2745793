"""An entity, a relation or a claim leads to its sentences with the right words marked."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings

from kg.errors import UsageError
from kg.explain.lookup import explain
from kg.ontology.schema import load_schema
from kg.values import Entity, Graph, Span
from tests.samples import kapex_graph
from tests.write.strategies import graphs

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")
GRAPH = kapex_graph()


@pytest.mark.parametrize(
    ("target", "properties"),
    [
        ("배경훈", ["affiliatedWith", "visited", "formulated"]),
        ("과기정통부", ["affiliatedWith", "collaboratesWith"]),
        ("place/라스베이거스", ["heldAt"]),
        ("id:kist", ["coDeveloped", "coDevelopedWith", "coDevelopedWith", "collaboratesWith", "unveiled", "visited"]),
        ("배경훈 visited KIST", ["visited"]),
        ("배경훈 방문 한국과학기술연구원", ["visited"]),
        ("LG전자 coDevelopedWith KIST", ["coDevelopedWith"]),
        ("LG AI연구원 developed *", ["developed"]),
        ("formulated 과학기술 AI 국가전략", ["formulated", "formulated"]),
        ("visited", ["visited"]),
    ],
)
def test_a_target_leads_to_its_claims(target: str, properties: list[str]) -> None:
    found = [fact.claim.property for fact in explain(GRAPH, target, SCHEMA).facts]
    assert sorted(found) == sorted(properties)


def test_facts_come_by_date() -> None:
    dates = [fact.document.date for fact in explain(GRAPH, "KIST", SCHEMA).facts]
    assert dates == sorted(dates, key=str)
    assert len(set(dates)) == 2


def test_a_claim_by_its_id() -> None:
    claim = GRAPH.claims[3]
    for target in (claim.id, f"claim:{claim.id}"):
        [fact] = explain(GRAPH, target, SCHEMA).facts
        assert fact.claim == claim


def test_the_words_are_marked() -> None:
    [fact] = explain(GRAPH, "배경훈 visited KIST", SCHEMA).facts
    assert [(piece.text, piece.mark) for piece in fact.sentence if piece.mark] == [
        ("배경훈", "subject"),
        ("한국과학기술연구원", "object"),
        ("찾았다", "trigger"),
    ]
    assert "".join(piece.text for piece in fact.sentence) == fact.claim.quote
    assert fact.earlier == ()


def with_claim(**changes: object) -> Graph:
    told = next(claim for claim in GRAPH.claims if claim.property == "uses")
    return dataclasses.replace(GRAPH, claims=(dataclasses.replace(told, **changes),))  # type: ignore[arg-type]


def test_a_name_in_an_earlier_sentence_is_shown_with_some_context() -> None:
    [fact] = explain(with_claim(subject_span=Span(114, 119)), "uses", SCHEMA).facts
    [context] = fact.earlier
    assert [piece.text for piece in context if piece.mark == "subject"] == [fact.document.text[114:119]]
    assert "\n" not in "".join(piece.text for piece in context)


def test_marks_that_overlap_lose_no_letter() -> None:
    claim = next(claim for claim in GRAPH.claims if claim.property == "uses")
    whole = Span(claim.start, claim.end)
    [fact] = explain(with_claim(subject_span=whole, object_span=Span(claim.start + 2, claim.end)), "uses", SCHEMA).facts
    assert "".join(piece.text for piece in fact.sentence) == claim.quote


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_the_pieces_of_any_claim_are_its_quote(graph: Graph) -> None:
    for claim in graph.claims:
        for fact in explain(graph, claim.id, SCHEMA).facts:
            assert "".join(piece.text for piece in fact.sentence) == fact.claim.quote


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("카이스트", "no entity, no claim, and no relation"),
        ("배경운", "did you mean 배경훈"),
        ("KIST visited KAPEX", "nothing is told"),
        ("", "no entity"),
    ],
)
def test_a_target_that_means_nothing(target: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        explain(GRAPH, target, SCHEMA)


def test_a_name_of_two_lists_both() -> None:
    twins = (Entity("person/김-1", "Person", "김"), Entity("person/김-2", "Person", "김"))
    graph = dataclasses.replace(GRAPH, entities=(*GRAPH.entities, *twins))
    with pytest.raises(UsageError, match=r"person/김-1.*person/김-2"):
        explain(graph, "김", SCHEMA)
