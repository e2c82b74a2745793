"""Saved questions and SPARQL get the right answers, and what is wrong with one is told."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import UsageError
from kg.keep.store import Store, in_memory
from kg.ontology.questions import load_questions
from kg.ontology.schema import load_schema
from kg.query.run import Result, ask, find_question
from kg.values import Entity, Term
from kg.write.quads import to_quads
from tests.samples import kapex_graph

ONTOLOGY = Path(__file__).parents[2] / "ontology"
SCHEMA = load_schema(ONTOLOGY / "techpolicy.ttl")
QUESTIONS = load_questions(ONTOLOGY / "queries", SCHEMA)
KAPEX = kapex_graph()
# Who is minister by the record: one whom no document names, and since before the day on which documents call another so.
MINISTER = Entity("yoon-haram", "Person", "윤하람", terms=(Term("msit", "장관", dt.date(2024, 8, 16), None),))


def quads(*more: Entity) -> list[Quad]:
    """The quads of the sample with these entities, in place of those of the same id."""
    entities = {entity.id: entity for entity in (*KAPEX.entities, *more)}
    return to_quads(replace(KAPEX, entities=tuple(entities[key] for key in sorted(entities))), schema=SCHEMA)


QUADS = quads(MINISTER)
STORE = in_memory(QUADS)


def plain(result: Result, *columns: str) -> list[tuple[str, ...]]:
    """The named columns, IRIs by their last part."""
    places = [[column.name for column in result.columns].index(name) for name in columns]
    return [tuple(show(row[place]) for place in places) for row in result.rows]


def show(value: object) -> str:
    if isinstance(value, NamedNode):
        return value.value.split("#")[-1]
    return value.value if isinstance(value, Literal) else ""


KIST, LGE, LGA, MSIT, GOV = "한국과학기술연구원", "LG전자", "LG AI연구원", "과학기술정보통신부", "대한민국 정부"
PLAN = "과학기술 AI 국가전략"

ANSWERS: list[tuple[str, dict[str, str], str, list[tuple[str, ...]]]] = [
    (
        "about",
        {"entity": "배경훈"},
        "subject relation object role",
        [("배경훈", "affiliatedWith", MSIT, "장관"), ("배경훈", "visited", KIST, "")],
    ),
    (
        "who-develops",
        {"thing": "kapex"},
        "developer partner",
        [(LGA, LGE), (LGA, KIST), (LGE, LGA), (LGE, KIST), (KIST, LGA), (KIST, LGE)],
    ),
    ("who-develops", {"thing": "EXAONE"}, "developer partner relation", [(LGA, "", "developed")]),
    ("visits-and-meetings", {"person": "배경훈"}, "subject relation object when", [("배경훈", "visited", KIST, "2025-11-13")]),
    ("visits-and-meetings", {"person": "배경훈", "until": "2025-11-12"}, "subject", []),
    ("visits-and-meetings", {"person": "배경훈", "from": "2025-11-14"}, "subject", []),
    ("due", {"by": "2025-11-30"}, "subject object due speaker", [(GOV, PLAN, "2025-11-30", "배경훈")]),
    ("due", {"by": "2025-11-29"}, "subject", []),
    ("due", {"by": "2030-12-31"}, "due", [("2025-11-30",), ("2026-01-31",), ("2026-01-31",), ("2030-12-31",)]),
    ("funding", {}, "subject object amount status", [(GOV, "휴머노이드", "1020000000000 KRW", "planned")]),
    ("funding", {"payer": "KIST"}, "subject", []),
    ("partners", {"body": "KIST"}, "partner relation", [(LGA, "coDevelopedWith"), (LGE, "coDevelopedWith"), (MSIT, "collaboratesWith")]),
    (
        "changes",
        {"after": "2025-11-13", "until": "2025-11-24"},
        "relation status",
        [
            ("heldAt", "planned"),
            ("targets", "actual"),
            ("targets", "actual"),
            ("collaboratesWith", "actual"),
            ("formulated", "actual"),
            ("hosted", "actual"),
            ("unveiled", "planned"),
        ],
    ),
    ("changes", {"after": "2025-11-24", "until": "2099-01-01"}, "relation", []),
    (
        "evidence",
        {"subject": "배경훈", "relation": "visited", "object": "KIST"},
        "told rule sentence start end",
        [("visited", "visited.sample", "1", "30", "86")],
    ),
    ("evidence", {"subject": "배경훈", "relation": "metWith", "object": "KIST"}, "told", []),
    ("evidence", {"subject": "KIST", "object": "KAPEX"}, "told status", [("coDeveloped", "ongoing"), ("unveiled", "planned")]),
    ("members", {"body": "과기정통부"}, "member role", [("배경훈", "장관")]),
    ("posts-contested", {}, "organisation role person known since until", [(MSIT, "장관", "배경훈", "윤하람", "2024-08-16", "")]),
    ("posts-contested", {"body": "KIST"}, "person", []),
    ("events", {}, "event venue status", [("CES 2026", "라스베이거스", "planned")]),
    ("events", {"place": "Las Vegas", "from": "2026-02-01"}, "event", []),
    ("technologies-of", {"thing": "KAPEX"}, "technology relation", [("휴머노이드", "inField")]),
    (
        "who-works-in",
        {"technology": "휴머노이드"},
        "actor relation through",
        [
            (LGA, "coDeveloped", "KAPEX"),
            (LGE, "coDeveloped", "KAPEX"),
            (LGE, "supplied", "KAPEX"),
            (GOV, "supports", ""),
            (KIST, "coDeveloped", "KAPEX"),
            (KIST, "unveiled", "KAPEX"),
        ],
    ),
    (
        "programmes",
        {"policy": PLAN},
        "relation other status",
        [
            ("formulated", GOV, "planned"),
            ("formulated", GOV, "actual"),
            ("targets", "인공지능", "actual"),
            ("targets", "휴머노이드", "actual"),
        ],
    ),
    (
        "plans-kept",
        {"about": "정부"},
        "object planned done outcome",
        [(PLAN, "2025-11-13", "2025-11-24", "actual"), ("휴머노이드", "2025-11-13", "", "")],
    ),
    (
        # What was done since comes first, and in the document of the plan nothing was.
        "plans-kept",
        {},
        "object planned done",
        [
            (PLAN, "2025-11-13", "2025-11-24"),
            ("휴머노이드", "2025-11-13", ""),
            ("라스베이거스", "2025-11-24", ""),
            ("KAPEX", "2025-11-24", ""),
        ],
    ),
    (
        "most-connected",
        {"least": "4"},
        "entity neighbours claims",
        [("KAPEX", "5", "7"), (KIST, "5", "6")],
    ),
    ("denied", {}, "subject relation object", [(LGE, "supplied", "KAPEX")]),
    ("documents", {"entity": "KIST"}, "id", [("kapex-visit",), ("ai-strategy",)]),
    ("documents", {"entity": "엑사원"}, "id", [("kapex-visit",)]),
    ("said-by", {"voice": "배경훈"}, "subject object status", [(GOV, PLAN, "planned")]),
    ("said-by", {"voice": "배경훈", "from": "2025-11-14"}, "subject", []),
    ("between", {"one": "배경훈", "other": "KIST"}, "link first", [("", "visited"), (MSIT, "affiliatedWith")]),
    ("between", {"one": "배경훈", "other": "LG전자"}, "link first second", [(KIST, "visited", "coDevelopedWith")]),
]


@pytest.mark.parametrize(("name", "params", "columns", "rows"), ANSWERS)
def test_a_saved_question_is_answered(name: str, params: dict[str, str], columns: str, rows: list[tuple[str, ...]]) -> None:
    assert plain(ask(STORE, QUESTIONS[name], params), *columns.split()) == rows


def test_every_saved_question_is_asked_and_gives_something() -> None:
    assert {name for name, _, _, rows in ANSWERS if rows} == set(QUESTIONS)


@pytest.mark.parametrize(("since", "contested"), [(dt.date(2025, 7, 17), False), (dt.date(2025, 12, 1), True)])
def test_who_holds_a_post_by_the_record_too_does_not_contest_it(since: dt.date, contested: bool) -> None:
    told = next(entity for entity in KAPEX.entities if entity.ko == "배경훈")
    store = in_memory(quads(MINISTER, replace(told, terms=(Term("msit", "장관", since, None),))))
    assert bool(ask(store, QUESTIONS["posts-contested"], {}).rows) is contested


@pytest.mark.parametrize("seed", range(3))
def test_answers_do_not_depend_on_the_order_of_loading(seed: int) -> None:
    store = in_memory(random.Random(seed).sample(QUADS, len(QUADS)))
    for name, params, _, _ in ANSWERS:
        assert ask(store, QUESTIONS[name], params).json == ask(STORE, QUESTIONS[name], params).json


@pytest.mark.parametrize("who", ["kist", "id:kist", "<https://w3id.org/techpolicy-kg/id/kist>", "KIST", "한국 과학기술 연구원", "ｋｉｓｔ"])
def test_an_entity_is_found_by_id_iri_or_any_spelling_of_a_name(who: str) -> None:
    assert len(ask(STORE, QUESTIONS["partners"], {"body": who}).rows) == 3


@pytest.mark.parametrize(
    ("name", "params", "words"),
    [
        ("due", {}, "needs by \\(date"),
        ("due", {"by": "2025-13-01"}, "no date of the form YYYY-MM-DD"),
        ("due", {"by": "20251101"}, "no date of the form YYYY-MM-DD"),
        ("due", {"by": "내년"}, "'내년' is no date"),
        ("due", {"by": "2025-01-01", "bye": "x"}, "no parameter 'bye'; did you mean by"),
        ("most-connected", {"least": "two"}, "'two' is no whole number"),
        ("about", {"entity": "카이스트"}, "no entity is called '카이스트'"),
        ("about", {"entity": "배경운"}, "did you mean 배경훈"),
        ("about", {"entity": "http://nowhere/x"}, "no entity is called"),
        ("about", {"entity": "<not an iri>"}, "no entity is called"),
    ],
)
def test_a_wrong_parameter_is_told(name: str, params: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        ask(STORE, QUESTIONS[name], params)


def namesakes() -> Store:
    text = "{} a <https://w3id.org/techpolicy-kg/ontology#Person> ; <http://www.w3.org/2004/02/skos/core#prefLabel> '김철수'@ko ."
    store = in_memory([])
    for id in ("김철수", "김철수-2"):
        iri = f"<https://w3id.org/techpolicy-kg/id/person/{id}>"
        store.database.update(f"INSERT DATA {{ {text.format(iri)} }}")
    return store


def test_namesakes_are_listed_and_an_id_tells_them_apart() -> None:
    store = namesakes()
    with pytest.raises(UsageError, match=r"several entities.*id:person/김철수\), .*id:person/김철수-2\)"):
        ask(store, QUESTIONS["about"], {"entity": "김철수"})
    assert ask(store, QUESTIONS["about"], {"entity": "id:person/김철수-2"}).rows == ()


def test_an_unknown_question_names_its_neighbours() -> None:
    with pytest.raises(UsageError, match="did you mean partners"):
        find_question(QUESTIONS, "partner")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20) | st.sampled_from(['" ) } } #', "\\u0022", "'''", "\n", "}}"]))
def test_a_text_parameter_is_only_ever_a_value(text: str) -> None:
    params = {"subject": "KIST", "object": "KAPEX", "relation": text}
    if text == "*":
        return
    assert ask(STORE, QUESTIONS["evidence"], params).rows == ()


def test_sparql_selects_asks_and_constructs() -> None:
    assert plain(ask(STORE, "SELECT ?x { ?x tp:visited id:kist }"), "x") == [("https://w3id.org/techpolicy-kg/id/person/배경훈",)]
    assert ask(STORE, "ASK { id:kist a tp:ResearchInstitute }").yes is True
    assert ask(STORE, "ASK { id:kist a tp:University }").yes is False
    assert len(ask(STORE, "CONSTRUCT { ?x tp:visited ?y } WHERE { ?x tp:visited ?y }").triples) == 1
    assert len(ask(STORE, "DESCRIBE id:kist").triples) > 5


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("SELECT ?x WHERE {\n  ?x ?y }", "line 2, column 10: expected"),
        ("SELEKT", "line 1, column 7: expected one of PREFIX, SELECT"),
        ("", "line 1, column 1"),
        ("SELECT * { ?x foo:bar ?y }", "line 1, column 22: the prefix is not declared"),
        ("SELECT ?x (COUNT(*) AS ?n) { ?x ?y ?z }", "line 1"),
    ],
)
def test_malformed_sparql_is_told_with_its_place(sparql: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        ask(STORE, sparql)


def test_parameters_are_not_for_sparql() -> None:
    with pytest.raises(UsageError, match="not for SPARQL: x"):
        ask(STORE, "ASK {}", {"x": "1"})
