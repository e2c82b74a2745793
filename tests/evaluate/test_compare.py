"""The comparison has the figures of the annotators' own scoring, and counts each fact, claim and entity once."""

from __future__ import annotations

import importlib.util
import string
from collections import Counter, defaultdict
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from kg.evaluate.compare import Compared, compare
from kg.evaluate.figures import Score, figures, wilson
from kg.evaluate.gold import GoldArticle, GoldEntity, GoldFact
from kg.evaluate.told import told_by_document
from kg.values import STATUSES, Claim, Document, Entity, Graph, Time
from tests.needs import needs_shared

NAMES = ["KIST", "K-IST", "LG 전자", "엘지", "ＬＧ전자", "두루", "‘두루’"]
PROPERTIES = ["visited", "metWith", "collaboratesWith", "developed"]


def claim(subject: str, property_: str, object_: str, *, start: int = 0, **more: Any) -> Claim:
    return Claim("doc", subject, property_, object_, more.pop("status", "actual"), 0, start, start + 1, "문", "rule", 0.8, **more)


def graph(claims: list[Claim], entities: list[Entity], mentioned: tuple[str, ...] = ()) -> Graph:
    ordered = tuple(sorted(claims, key=lambda claim: (claim.start, claim.id)))
    return Graph((Document("doc", "", "문" * 50, ()),), tuple(entities), ordered, (), (("doc", mentioned),))


def compared(gold: GoldArticle, built: Graph) -> Compared:
    return compare(gold, told_by_document(built)["doc"])


def fact(subject: str, property_: str, object_: str, **more: Any) -> GoldFact:
    told = {"status": "actual", "time": None, "role": None, "amount": None, "sentence": 0} | more
    return GoldFact(subject, property_, object_, **told)


def article(facts: list[GoldFact], **names: str) -> GoldArticle:
    return GoldArticle("doc", tuple(GoldEntity(id, "Company", tuple(told.split("|"))) for id, told in names.items()), tuple(facts))


ENTITIES = [Entity("a", "Company", "KIST"), Entity("b", "Company", "LG전자", "LG", ("엘지",)), Entity("c", "Product", "두루")]


@pytest.mark.parametrize(
    ("facts", "claims", "matched", "pairs", "wrong"),
    [
        ([("x", "developed", "z")], [("a", "developed", "c")], 1, 1, 0),
        ([("x", "developed", "z")], [("c", "developed", "a")], 0, 1, 1),
        ([("x", "developed", "z")], [("a", "unveiled", "c")], 0, 1, 1),
        ([("x", "developed", "z")], [("b", "developed", "c")], 0, 0, 1),
        ([("x", "developed", "z")], [], 0, 0, 0),
        ([("x", "metWith", "y")], [("b", "metWith", "a")], 1, 1, 0),
        ([("x", "collaboratesWith", "y")], [("a", "collaboratesWith", "b"), ("b", "collaboratesWith", "a")], 1, 1, 1),
        ([("x", "developed", "z"), ("x", "developed", "z")], [("a", "developed", "c")], 1, 1, 0),
        ([("x", "developed", "z"), ("x", "unveiled", "z")], [("a", "developed", "c"), ("a", "unveiled", "c")], 2, 2, 0),
    ],
)
def test_facts_are_matched_one_to_one(
    facts: list[tuple[str, str, str]], claims: list[tuple[str, str, str]], matched: int, pairs: int, wrong: int
) -> None:
    built = graph([claim(*told, start=at) for at, told in enumerate(claims)], ENTITIES)
    found = compared(article([fact(*told) for told in facts], x="KIST", y="엘지|LG전자", z="'두루'"), built)
    assert (len(found.matches), found.pairs, len(found.wrong)) == (matched, pairs, wrong)
    assert len(found.missed) == len(facts) - matched


def test_a_claim_told_twice_is_one() -> None:
    built = graph([claim("a", "developed", "c", start=at) for at in (3, 1)], ENTITIES)
    told = told_by_document(built)["doc"]
    assert [one.start for one in told.claims] == [1]


@pytest.mark.parametrize(
    ("gold", "told", "right"),
    [
        ({"status": "planned"}, {"status": "planned"}, {"status"}),
        ({"status": "planned"}, {"status": "actual"}, set()),
        ({"time": "2025-03"}, {"time": Time("2025-03", None, None)}, {"status", "time"}),
        ({"time": "2025-03"}, {"time": Time("2025-03-01", None, None)}, {"status"}),
        ({"time": None}, {"time": Time("2025-03-01", None, None)}, {"status"}),
        ({"role": "ceo"}, {"role": "CEO"}, {"status", "role"}),
        ({"amount": "5 KRW"}, {}, {"status"}),
    ],
)
def test_the_fields_of_a_match(gold: dict[str, Any], told: dict[str, Any], right: set[str]) -> None:
    built = graph([claim("a", "developed", "c", **told)], ENTITIES)
    found = figures([compared(article([fact("x", "developed", "z", **gold)], x="KIST", z="두루"), built)])
    assert {field for field, asked in found.fields.items() if asked.right} == right
    assert {field for field, asked in found.fields.items() if asked.asked} == {"status", *(key for key, value in gold.items() if value)}


def test_an_entity_is_found_once_and_its_class_counted() -> None:
    built = graph([], ENTITIES, ("a", "b", "c"))
    found = figures([compared(article([], x="KIST", y="KIST|LG", z="두루"), built)])
    assert (found.entities, found.typed) == (Score(3, 3, 3), 2)


def test_nothing_told_and_nothing_asked_is_no_error() -> None:
    found = figures([compared(article([]), graph([], []))])
    assert (found.strict.precision, found.strict.recall, found.strict.f1, found.entity_type) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(0, 0, 0, 1), (9, 10, 0.596, 0.982), (10, 10, 0.722, 1), (0, 10, 0, 0.278), (81, 100, 0.722, 0.875)],
)
def test_the_interval_of_a_share(right: int, of: int, low: float, high: float) -> None:
    """Values by R's ``binom::binom.wilson``."""
    assert wilson(right, of) == pytest.approx((low, high), abs=0.001)


@given(st.integers(0, 200), st.integers(0, 200))
def test_an_interval_holds_its_share(right: int, wrong: int) -> None:
    low, high = wilson(right, right + wrong)
    assert 0 <= low <= high <= 1
    if right + wrong:
        assert low - 1e-9 <= right / (right + wrong) <= high + 1e-9


# --- the same as the annotators' own scoring ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    path = needs_shared("gold/score.py")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Built:
    """A graph as the annotators' scoring holds one."""

    def __init__(self, scoring: ModuleType, graph: Graph) -> None:
        self.names = defaultdict(set)
        self.types = {URIRef(e.id): {e.type} for e in graph.entities}
        for e in graph.entities:
            self.names[URIRef(e.id)] = {scoring.fold(name) for name in (e.ko, e.en, *e.names) if name}
        self.claims = [_about(one) for one in graph.claims]
        self.mentions = {URIRef(id) for _, ids in graph.mentions for id in ids}
        self.mentions |= {end for one in self.claims for end in (one["subject"], one["object"])}


def _about(claim: Claim) -> dict[str, Any]:
    told: dict[str, Any] = {"subject": URIRef(claim.subject), "predicate": URIRef("o#" + claim.property), "object": URIRef(claim.object)}
    told["status"] = URIRef("o#" + claim.status)
    told |= {"when": Literal(claim.time.edtf)} if claim.time else {}
    return told | {key: Literal(value) for key in ("role", "amount") if (value := getattr(claim, key))}


def by_scoring(scoring: ModuleType, gold: GoldArticle, graph: Graph) -> tuple[Any, ...]:
    built = Built(scoring, graph)
    entities = [{"id": e.id, "name": e.names[0], "aliases": list(e.names[1:]), "type": e.type} for e in gold.entities]
    facts = [
        {"s": f.subject, "p": f.property, "o": f.object, "status": f.status, "time": f.time, "role": f.role, "amount": f.amount}
        for f in gold.facts
    ]
    got = scoring.match_article({"entities": entities, "facts": facts}, built.claims, built.mentions, built)
    fields = Counter(status=sum(scoring.local(c["status"]) == f["status"] for f, c in got["strict"]))
    for field, name in (("time", "when"), ("role", "role"), ("amount", "amount")):
        fields[field] = sum(scoring.right(f, c, field, name) for f, c in got["strict"] if f[field] is not None)
    counts = (len(got["strict"]), got["pairs"], got["told"], got["entities"], got["entities_told"], got["typed"])
    return (*counts, dict(fields))


def by_us(gold: GoldArticle, graph: Graph) -> tuple[Any, ...]:
    found = figures([compared(gold, graph)])
    counts = (found.strict.matched, found.pairs.matched, found.strict.told, found.entities.matched, found.entities.told, found.typed)
    return (*counts, {name: asked.right for name, asked in found.fields.items()})


IDS = st.sampled_from(list("abcd"))
TIMES = st.sampled_from([None, Time("2025", None, None), Time("2025-03-01", None, None)])
WORDS = st.sampled_from([None, "대표", "CEO", "ceo"])


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    names = st.sampled_from(NAMES)
    entities = [
        Entity(id, draw(st.sampled_from(["Company", "Product"])), draw(names), draw(st.none() | names), (draw(names),)) for id in "abcd"
    ]
    claims = [
        claim(
            draw(IDS),
            draw(st.sampled_from(PROPERTIES)),
            draw(IDS),
            start=draw(st.integers(0, 40)),
            status=draw(st.sampled_from(STATUSES)),
            time=draw(TIMES),
            role=draw(WORDS),
        )
        for _ in range(draw(st.integers(0, 8)))
    ]
    return graph(claims, entities, tuple(sorted(draw(st.sets(IDS)))))


@st.composite
def articles(draw: st.DrawFn) -> GoldArticle:
    names = st.sampled_from(NAMES)
    entities = tuple(GoldEntity(id, draw(st.sampled_from(["Company", "Product"])), (draw(names), draw(names))) for id in "wxyz")
    ends = st.sampled_from("wxyz")
    facts = [
        fact(
            draw(ends),
            draw(st.sampled_from(PROPERTIES)),
            draw(ends),
            status=draw(st.sampled_from(STATUSES)),
            time=draw(st.sampled_from([None, "2025", "2025-03-01"])),
            role=draw(WORDS),
        )
        for _ in range(draw(st.integers(0, 8)))
    ]
    return GoldArticle("doc", entities, tuple(facts))


@settings(max_examples=300, deadline=None)
@given(articles(), graphs())
def test_the_counts_are_those_of_the_scoring(scoring: ModuleType, gold: GoldArticle, built: Graph) -> None:
    assert by_us(gold, built) == by_scoring(scoring, gold, built)


@given(st.text(alphabet=string.ascii_letters + " '-·「」._ＬＧ가나ﬁ", max_size=12))
def test_names_are_folded_like_there(scoring: ModuleType, name: str) -> None:
    from kg.evaluate.told import fold

    assert fold(name) == scoring.fold(name)
