"""The graph of several documents: the same whatever their order, with every name and every claim."""

from __future__ import annotations

import itertools
import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology.authority import fold
from kg.resolve import resolve
from kg.resolve.resolver import entity_of
from kg.values import Entity, Graph, Reading, Referent
from tests.road import graph, ontology, reading

DAY = "2025-03-12"
CLASSES = ("Event", "Association", "Association")
TEXTS = [
    "한국과학기술연구원(KIST)은 12일 로봇 '두루'를 공개했다. 정하람 KIST 원장은 웃었다.",
    "정하람 KIST 원장은 11일 삼성전자를 방문했다.",
    "정하람 KAIST 교수는 LG전자를 방문했다.",
    "과기정통부는 12일 대전에서 '로봇 기술 포럼'을 열었다. KIST와 LG전자는 로봇 '두루'를 공동 개발한다.",
    "토론회가 열렸다. 과학기술정보통신부는 토론회를 주최했다.",
    "KIST는 토론회를 주최했다. 나루테크(주)는 로봇 '두루'를 도입했다.",
]


def readings(texts: list[str] = TEXTS) -> list[Reading]:
    return [reading(text, DAY, "", f"d{at}") for at, text in enumerate(texts)]


def entity(found: Graph, id_: str) -> Entity:
    return next(e for e in found.entities if e.id == id_)


def ids_of(found: Graph, name: str) -> list[str]:
    return [e.id for e in found.entities if name in (e.ko, *e.names)]


def spelled(found: Graph) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, default=str)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::3])
def test_the_order_of_documents_changes_nothing(order: tuple[int, ...]) -> None:
    found = readings(TEXTS[:4])
    assert spelled(graph(*(found[at] for at in order))) == spelled(graph(*found))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, len(TEXTS) - 1), unique=True), st.permutations(range(len(TEXTS))))
def test_any_subset_in_any_order_gives_a_whole_graph(chosen: list[int], order: list[int]) -> None:
    every = readings()
    found = graph(*(every[at] for at in order if at in chosen))
    ids = [e.id for e in found.entities]
    assert ids == sorted(set(ids))
    assert [d.id for d in found.documents] == sorted(f"d{at}" for at in chosen)
    known = set(ids)
    for claim in found.claims:
        assert {claim.subject, claim.object} <= known
        assert claim.subject != claim.object
        assert claim.speaker is None or claim.speaker in known
        assert claim.event is None or claim.event in {e.id for e in found.events}
    for event in found.events:
        assert {p.filler for p in event.parts} <= known
    assert {id_ for _, mentioned in found.mentions for id_ in mentioned} <= known
    assert spelled(found) == spelled(graph(*(every[at] for at in sorted(chosen))))


def test_no_claim_is_lost_and_evidence_stays_as_it_was() -> None:
    every = readings()
    found = graph(*every)
    assert len(found.claims) == sum(len(r.claims) for r in every)
    evidence = {(c.document, c.start, c.end, c.quote, c.rule) for r in every for c in r.claims}
    assert {(c.document, c.start, c.end, c.quote, c.rule) for c in found.claims} == evidence


def test_a_known_body_is_one_with_the_names_of_all_documents_and_of_its_row() -> None:
    found = entity(graph(*readings()), "kist")
    assert found.ko == "한국과학기술연구원"
    assert "KIST" in (found.en, *found.names)
    assert found.same_as == tuple(s for s in found.same_as if s.startswith("http://www.wikidata.org/entity/Q"))


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, len(TEXTS) - 1), unique=True, min_size=1))
def test_every_name_that_a_document_uses_is_a_name_of_its_entity(chosen: list[int]) -> None:
    every = [readings()[at] for at in chosen]
    found = graph(*every)
    known = {fold(name) for e in found.entities for name in (e.ko, e.en or "", *e.names)}
    for one in every:
        for referent in one.referents:
            if referent.mentions and referent.type:
                assert {fold(name) for name in referent.names} <= known


def test_namesakes_of_different_bodies_stay_apart_and_one_person_of_two_documents_is_one() -> None:
    found = graph(*readings())
    assert ids_of(found, "정하람") == ["person/정하람", "person/정하람-kaist"]
    visits = {(c.subject, c.object) for c in found.claims if c.property == "visited"}
    assert visits == {("person/정하람", "samsung-electronics"), ("person/정하람-kaist", "lg-electronics")}


def test_events_without_a_name_of_their_own_are_never_one_across_documents() -> None:
    found = graph(*readings())
    assert ids_of(found, "토론회") == ["event/토론회-d4", "event/토론회-d5"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("KIST는 11일 '로봇 기술 포럼'을 열었다.", "KAIST는 11일 '로봇 기술 포럼'에 참가했다.", 1),
        ("KIST는 11일 '로봇 기술 포럼'을 열었다.", "KIST는 지난해 3월 11일 '로봇 기술 포럼'을 열었다.", 2),
        ("KIST는 11일 '로봇 기술 포럼'을 열었다.", "KAIST는 '로봇 기술 포럼'에 참가했다.", 1),
    ],
)
def test_events_of_one_name_are_one_on_one_day(one: str, other: str, count: int) -> None:
    found = graph(*readings([one, other]))
    assert len(ids_of(found, "로봇 기술 포럼")) == count


def test_an_event_called_by_a_class_word_is_shown_as_what_it_is_said_to_be() -> None:
    found = graph(*readings(["해양수산부는 11일 항만 로봇 협의회를 개최했다. 협의회에는 정하람 KAIST 교수가 참석했다."]))
    assert [(e.ko, e.names) for e in found.entities if e.type == "Event"] == [("항만 로봇 협의회", ("협의회",))]


def test_units_of_one_name_are_two_where_they_are_of_two_bodies() -> None:
    found = graph(
        *readings(["서울대 국제대학원은 11일 KIST와 업무협약을 체결했다.", "한양대 국제대학원은 11일 KIST와 업무협약을 체결했다."])
    )
    assert len(ids_of(found, "국제대학원")) == 2


def test_events_that_differ_in_the_number_behind_their_name_are_two() -> None:
    found = graph(*readings([f"KIST는 '새길 연료 점검 브리핑({at}차, 서면)'을 열었다." for at in (3, 4)]))
    assert len(ids_of(found, "새길 연료 점검 브리핑")) == 2


def test_events_with_a_number_behind_their_name_are_two_where_years_lie_between_them() -> None:
    texts = ((f"{year}-03-12", "KIST는 '새길 연료 점검 브리핑(3차)'을 열었다.") for year in (2024, 2026))
    assert len(ids_of(graph(*(reading(text, day, "", day) for day, text in texts)), "새길 연료 점검 브리핑")) == 2


def test_units_of_sister_institutes_are_two() -> None:
    found = graph(*readings([f"{body} 뇌과학연구소는 11일 LG전자와 업무협약을 체결했다." for body in ("KIST", "ETRI")]))
    assert len(ids_of(found, "뇌과학연구소")) == 2


def test_the_name_of_an_event_does_not_depend_on_the_order_of_what_it_is_called_by() -> None:
    said = [Referent(f"r{at}", type_, "협의회", ("항만 로봇 협의회", "협의회"), None, ()) for at, type_ in enumerate(CLASSES)]
    assert {entity_of("event/협의회", order, ontology()).ko for order in itertools.permutations(said)} == {"협의회"}


@pytest.mark.parametrize(
    "texts",
    [
        ["배경훈은 삼성전자를 방문했다.", "배경훈 부총리는 LG전자를 방문했다."],
        ["샘 올트먼은 삼성전자를 방문했다.", "샘 올트먼 오픈AI 최고경영자는 LG전자를 방문했다."],
        ["정하람 KIST 원장은 삼성전자를 방문했다.", "정하람 원장은 LG전자를 방문했다."],
    ],
)
def test_a_person_is_one_with_and_without_a_title(texts: list[str]) -> None:
    found = graph(*readings(texts))
    assert len([e for e in found.entities if e.type == "Person"]) == 1


def test_events_of_a_document_are_named_after_it() -> None:
    found = graph(*readings())
    assert all(event.id.split("/")[0] == event.documents[0] for event in found.events)
    assert len({event.id for event in found.events}) == len(found.events)


def test_what_nobody_mentions_or_tells_of_is_no_entity() -> None:
    found = graph(reading("KIST는 로봇 '두루'를 공개했다.", DAY, "", "d0"))
    assert {e.id for e in found.entities} == {"kist", "product/두루", "robot"}


def test_no_documents_give_an_empty_graph() -> None:
    assert resolve([], ontology()) == Graph((), (), (), (), ())
