"""Each claim and each missed fact of an article is judged, with the reason that says what to mend."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluate.compare import compare
from kg.evaluate.diagnosis import differences, why_missed, why_wrong
from kg.evaluate.gold import GoldArticle, GoldEntity, GoldFact
from kg.evaluate.groups import by_confidence, by_construction, by_rule, judged, missed
from kg.evaluate.told import told_by_document
from kg.values import Block, Claim, Document, Entity, Graph, Span, Time
from tests.road import ontology

NAMES = {"gov": ("GovernmentBody", "과기정통부"), "firm": ("Company", "한빛로보"), "bot": ("Product", "하람"), "city": ("Place", "대전")}
TEXT = "제목이다\n한빛로보는 하람을 만들었다. 과기정통부는 이를 도왔다."


def claim(subject: str, property_: str, object_: str, rule: str = "development.make", **more: Any) -> Claim:
    at = TEXT.index("한빛로보")
    told: dict[str, Any] = {"status": "actual", "confidence": 0.8, "start": at, "end": at + 16} | more
    return Claim("doc", subject, property_, object_, sentence=1, quote=TEXT[told["start"] : told["end"]], rule=rule, **told)


def fact(subject: str, property_: str, object_: str, **more: Any) -> GoldFact:
    return GoldFact(subject, property_, object_, **({"status": "actual", "time": None, "role": None, "amount": None, "sentence": 1} | more))


def article(*facts: GoldFact, without: str = "") -> GoldArticle:
    known = {id: told for id, told in NAMES.items() if id not in without.split()}
    return GoldArticle("doc", tuple(GoldEntity(id, type_, (name,)) for id, (type_, name) in known.items()), facts)


def graph(*claims: Claim, without: str = "") -> Graph:
    entities = tuple(Entity(id, type_, name) for id, (type_, name) in sorted(NAMES.items()) if id not in without.split())
    blocks = (Block("title", 0, 4), Block("paragraph", 5, len(TEXT)))
    return Graph((Document("doc", "제목이다", TEXT, blocks),), entities, claims, (), (("doc", tuple(e.id for e in entities)),))


@pytest.mark.parametrize(
    ("lost", "claims", "without", "kind", "note"),
    [
        (("firm", "developed", "bot"), [], "firm", "subject not found", ""),
        (("firm", "developed", "bot"), [], "bot", "object not found", ""),
        (("firm", "developed", "bot"), [], "firm bot", "neither end found", ""),
        (
            ("firm", "developed", "bot"),
            [claim("firm", "unveiled", "bot", "unveiling.show")],
            "",
            "another relation",
            "unveiled by unveiling.show",
        ),
        (("firm", "partOf", "gov"), [claim("gov", "partOf", "firm", "membership.under")], "", "told the wrong way round", ""),
        (("firm", "developed", "city"), [], "", "classes do not allow it", "Company → Place"),
        (("firm", "developed", "bot"), [], "", "not related", ""),
    ],
)
def test_why_a_fact_is_missed(lost: tuple[str, str, str], claims: list[Claim], without: str, kind: str, note: str) -> None:
    one = compare(article(fact(*lost)), told_by_document(graph(*claims, without=without))["doc"])
    (gone,) = one.missed
    assert why_missed(gone, one, ontology().schema) == (kind, note)


@pytest.mark.parametrize(
    ("told", "facts", "without", "kind", "note"),
    [
        (claim("firm", "developed", "bot"), [], "firm", "subject not annotated", ""),
        (claim("firm", "developed", "bot"), [], "bot", "object not annotated", ""),
        (claim("firm", "developed", "bot"), [], "firm bot", "neither end annotated", ""),
        (claim("firm", "developed", "bot"), [fact("firm", "unveiled", "bot")], "", "another relation", "unveiled"),
        (claim("bot", "uses", "firm"), [fact("firm", "developed", "bot")], "", "another relation", "developed"),
        (claim("bot", "partOf", "firm"), [fact("firm", "partOf", "bot")], "", "told the wrong way round", ""),
        (claim("firm", "developed", "bot"), [fact("gov", "supports", "firm")], "", "not related", ""),
    ],
)
def test_why_a_claim_is_wrong(told: Claim, facts: list[GoldFact], without: str, kind: str, note: str) -> None:
    one = compare(article(*facts, without=without), told_by_document(graph(told))["doc"])
    (wrong,) = one.wrong
    assert why_wrong(wrong, one) == (kind, note)


def test_a_fact_told_by_two_things_of_one_name_is_right_once() -> None:
    built = graph(claim("firm", "developed", "bot"), claim("twin", "developed", "bot"))
    named = Graph(built.documents, (*built.entities, Entity("twin", "Company", NAMES["firm"][1])), built.claims, (), built.mentions)
    one = compare(article(fact("firm", "developed", "bot")), told_by_document(named)["doc"])
    (wrong,) = one.wrong
    assert why_wrong(wrong, one) == ("told by another claim too", "")


def test_what_a_right_claim_says_otherwise() -> None:
    one = compare(
        article(fact("firm", "developed", "bot", status="planned", time="2026", role="x")),
        told_by_document(graph(claim("firm", "developed", "bot", time=Time("2025", None, None))))["doc"],
    )
    assert list(differences(one.matches[0])) == ["status actual for planned", "time 2025 for 2026", "role none for x"]


def test_claims_by_rule_construction_and_confidence() -> None:
    here, far = Span(TEXT.index("한빛로보"), TEXT.index("한빛로보") + 4), Span(0, 2)
    bot, made = Span(TEXT.index("하람"), TEXT.index("하람") + 2), Span(TEXT.index("만들"), TEXT.index("만들") + 2)
    claims = [
        claim("firm", "developed", "bot", confidence=0.95, subject_span=here, object_span=bot, trigger_span=made),
        claim("gov", "developed", "bot", confidence=0.95, subject_span=far, object_span=bot, trigger_span=made, speaker="gov"),
        claim("bot", "locatedIn", "city", "location.seat", confidence=0.4, status="planned"),
        claim("gov", "locatedIn", "city", "gone.rule", confidence=1.0),
    ]
    one = compare(article(fact("firm", "developed", "bot"), fact("gov", "locatedIn", "city")), told_by_document(graph(*claims))["doc"])
    found = list(judged([one], ontology()))
    rules = {group.name: (len(group.right), len(group.wrong), group.precision) for group in by_rule(found)}
    assert rules == {"development.make": (1, 1, 0.5), "location.seat": (0, 1, 0.0), "gone.rule": (1, 0, 1.0)}
    features = {
        (name, group.name): (len(group.right), len(group.wrong)) for name, groups in by_construction(found).items() for group in groups
    }
    assert features["subject", "in the sentence"] == (1, 0)
    assert features["subject", "named in another sentence"] == (0, 1)
    assert features["subject", "not marked"] == (1, 1)
    assert features["told by", "a predicate"] == (1, 2 - ("location.seat" not in {r.id for r in ontology().rules if r.verbs}))
    assert features["told by", "a rule that the ontology no longer has"] == (1, 0)
    assert features["list", "one of several"] == (1, 1)
    assert features["speaker", "as someone's words"] == (0, 1)
    assert features["stands in", "paragraph"] == (2, 2)
    bins = [(one.low, one.right, one.told, round(one.stated, 3)) for one in by_confidence(found)]
    assert bins == [(0.9, 2, 3, 0.967), (0.8, 0, 0, 0.0), (0.7, 0, 0, 0.0), (0.5, 0, 0, 0.0), (0.0, 0, 1, 0.4)]


def test_missed_facts_stand_by_relation_those_with_most_first() -> None:
    facts = (fact("gov", "supports", "firm"), fact("firm", "developed", "bot"), fact("gov", "supports", "bot"))
    one = compare(article(*facts), told_by_document(graph())["doc"])
    found = missed([one], ontology())
    assert [(name, len(lost)) for name, lost in found.items()] == [("supports", 2), ("developed", 1)]
