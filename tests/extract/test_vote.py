"""What is likely by the ways in which a text names two things: where no rule tells it, and at no occasion that does not take place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.extract.told import Told
from kg.extract.votes.vote import LEAST, LEAST_SCORE, SENTENCES, Voter
from kg.ontology.votes import UNIT, Weights
from kg.pipeline import Road
from kg.pipeline.build import results
from kg.values import Claim, Document
from tests.road import document, facts, ontology, reading

ARTICLES = Path(__file__).parents[1] / "cases" / "articles"
DAY = "2025-06-12"
HELD = "과기정통부는 12일 대전에서 '2025 양자기술 미래 포럼'을 개최했다."
TALKS = (
    "포럼에서는 한울대학교 박도연 교수가 양자 오류 보정의 현황을 소개했다.",
    "이어 나래양자 이수현 대표가 중성원자 방식을 설명했다.",
    "온빛연구소 최가람 소장은 인력 양성 방안을 제시했다.",
    '김서준 과기정통부 제1차관은 "양자기술은 미래 산업의 열쇠"라고 말했다.',
    '온빛연구소 한도윤 박사도 "표준이 필요하다"고 말했다.',
)


def voted(*sentences: str) -> list[Claim]:
    return [claim for claim in reading(" ".join(sentences), DAY).claims if claim.rule.startswith("participation.voted")]


def test_who_speaks_at_an_occasion_takes_part() -> None:
    found = voted(HELD, *TALKS)
    assert len(found) >= 2
    for claim in found:
        assert (claim.property, claim.status, claim.time and claim.time.edtf) == ("participatedIn", "actual", "2025-06-12")


def test_a_voted_claim_says_how_likely_it_is() -> None:
    assert all(LEAST <= claim.confidence < 0.98 for claim in voted(HELD, *TALKS))


def test_the_evidence_is_the_later_of_the_two_namings() -> None:
    text = " ".join((HELD, *TALKS))
    for claim in voted(HELD, *TALKS):
        assert claim.subject_span and claim.object_span
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= max(claim.subject_span.start, claim.object_span.start) < claim.end


@pytest.mark.parametrize(
    "sentences",
    [
        # Nobody takes part in what is only wished for.
        ("여당은 12일 양자기술 공청회를 열어야 한다고 주장했다.", *TALKS[1:]),
        # No occasion at all.
        TALKS[1:],
        # A few sentences show no ways of naming.
        (HELD, TALKS[3]),
    ],
)
def test_no_vote(sentences: tuple[str, ...]) -> None:
    assert voted(*sentences) == []


class Compared(Voter):
    """A voter that keeps what it told beside all on which it voted, and how these come out by adding up every single weight.

    Votes that tell at most one thing of each subject are left out.
    """

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        votes = {(t.property, t.subject.key, t.object.key) for t in super().read(told) if t.rule.roles[1].many}
        table = ontology().votes
        single = {(rule.tells[0].property, rule.roles[0].is_a[0]) for rule in self._rules if not rule.roles[1].many}
        sums = {
            (key[0], one, other): sum(table[key].of[side].get(trait, 0) for side, trait in weighed)
            for key, one, other, weighed in self.examples(told)
            if key in table and key[:2] not in single
        }
        enough = {pair for pair, score in sums.items() if score >= LEAST_SCORE}
        self.compared.append((votes, enough if len(self._said) >= SENTENCES else set()))
        return iter(())

    compared: list[tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]]


class Weighing(Voter):
    """A voter that keeps all that it weighs, and tells nothing."""

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        self.weighed |= {trait for *_, weighed in self.examples(told) for _, trait in weighed}
        return iter(())

    weighed: set[str]


# The word of a trait that has one, as far as the next trait that is weighed with it.
WORD = re.compile(r"(?:head|opens|next|last)=(?P<word>.*?)(?= [a-z]+=|$)")


def test_a_word_weighs_the_same_however_it_is_spaced() -> None:
    """Kiwi gives the form with most spaces as that of all."""
    voter = Weighing(ontology().rules, ontology().schema, ontology().votes, ontology().language.grammar)
    voter.weighed = set()
    road = Road(ontology(), voter)
    road.read(
        document(" ".join([HELD, *TALKS, "정부는 12일 「로봇 기본계획」을 발표했다.", "연구진은 생성형 인공지능과 배터리를 반겼다."]), DAY)
    )
    learnt = {trait for weights in ontology().votes.values() for traits in weights.of.values() for trait in traits}
    assert any("생성형인공지능" in trait for trait in voter.weighed & learnt)
    assert not [trait for trait in voter.weighed | learnt if (found := WORD.search(trait)) and " " in found["word"]]


def test_what_is_told_is_all_for_which_enough_speaks() -> None:
    """Pairs that cannot be told are passed over early; none may be lost by that."""
    voter = Compared(ontology().rules, ontology().schema, ontology().votes, ontology().language.grammar)
    voter.compared = []
    road = Road(ontology(), voter)
    for article in results(sorted(ARTICLES.glob("texts-*.jsonl")), ontology()):
        assert isinstance(article, Document)
        road.read(article)
    assert all(told == enough for told, enough in voter.compared)
    assert len({property_ for told, _ in voter.compared for property_, _, _ in told}) > 2


def test_a_fact_that_a_rule_tells_is_not_voted_on() -> None:
    text = " ".join((HELD, *TALKS, "최가람 소장은 이날 포럼에 참석했다."))
    found = [(fact.subject, fact.object) for fact in facts(text, DAY) if fact.property == "participatedIn"]
    assert ("최가람", "2025 양자기술 미래 포럼") in found
    assert len(found) == len(set(found))


# Of whatever stands beside an occasion it is all but sure that it takes part; a bit surer where it is named less often.
SURE = {("participatedIn", class_, "Event"): Weights("participatedIn", class_, "Event") for class_ in ("Organization", "Person")}
for weights in SURE.values():
    weights.of[""][""] = 5 * UNIT
    weights.of["object"]["main"] = -UNIT
FAIR = "산업부는 13일 서울에서 '새길 로봇 박람회'를 열었다."


@pytest.mark.parametrize(
    ("sentences", "who", "occasions"),
    [
        # A body takes part in the likelier of two occasions, and in none but that of which a rule tells.
        ((HELD, FAIR, "포럼 뒤에 소식이 이어졌다.", "LG전자는 새 로봇을 만든다."), "LG전자", ["새길 로봇 박람회"]),
        ((HELD, FAIR, "포럼 뒤에 소식이 이어졌다.", "LG전자는 포럼에 참석했다."), "LG전자", []),
        # A person may go from one to the other.
        ((HELD, FAIR, "포럼 뒤에 소식이 이어졌다.", "한나래 KAIST 교수는 포럼에 참석했다."), "한나래", ["새길 로봇 박람회"]),
    ],
)
def test_no_vote_tells_of_a_second_occasion_of_a_body(sentences: tuple[str, ...], who: str, occasions: list[str]) -> None:
    road = Road(ontology(), Voter(ontology().rules, ontology().schema, SURE, ontology().language.grammar))
    read = road.read(document(" ".join(sentences), DAY))
    names = {referent.key: referent.name for referent in read.referents}
    found = [(names[c.subject], names[c.object]) for c in read.claims if c.rule.startswith("participation.voted")]
    assert [occasion for agent, occasion in found if agent == who] == occasions


class Open(Voter):
    """A voter that keeps the pairs of bodies on whose work together it would vote, and tells nothing."""

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        self.open = [(one, other) for (property_, *_), one, other, _ in self.examples(told) if property_ == "collaboratesWith"]
        return iter(())

    open: list[tuple[str, str]]


THREE = "산업부는 12일 새 로봇을 알렸다. LG전자는 새 로봇을 반겼다. KIST도 로봇을 반겼다."


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (THREE, ["산업통상자원부 LG전자", "산업통상자원부 한국과학기술연구원", "LG전자 한국과학기술연구원"]),
        # A rule tells it of two, in the other direction.
        (f"{THREE} KIST와 LG전자가 컨소시엄을 이뤘다.", ["산업통상자원부 LG전자", "산업통상자원부 한국과학기술연구원"]),
    ],
)
def test_who_works_with_whom_is_voted_on_once_from_the_one_that_is_named_first(text: str, pairs: list[str]) -> None:
    voter = Open(ontology().rules, ontology().schema, ontology().votes, ontology().language.grammar)
    names = {referent.key: referent.name for referent in Road(ontology(), voter).read(document(text, DAY)).referents}
    assert [f"{names[one]} {names[other]}" for one, other in voter.open] == pairs


# Of any two bodies it is all but sure that they work together.
TOGETHER = {("collaboratesWith", "Organization", "Organization"): Weights("collaboratesWith", "Organization", "Organization")}
for weights in TOGETHER.values():
    weights.of[""][""] = 5 * UNIT


@pytest.mark.parametrize(
    ("last", "status"),
    [
        ("LG전자는 KIST를 반기며 로봇을 널리 알릴 계획이다.", "planned"),
        ("LG전자는 KIST를 반기며 로봇을 널리 알릴 계획이라고 밝혔다.", "planned"),
        ("LG전자는 KIST를 반기며 로봇을 널리 알렸다.", "actual"),
        ("LG전자는 널리 알릴 계획인 로봇으로 KIST를 반겼다.", "actual"),
    ],
)
def test_what_a_sentence_only_plans_is_voted_to_be_planned(last: str, status: str) -> None:
    road = Road(ontology(), Voter(ontology().rules, ontology().schema, TOGETHER, ontology().language.grammar))
    read = road.read(document(f"12일 로봇이 나왔다. 새 로봇은 크다. 로봇은 빠르다. 로봇은 곱다. {last}", DAY))
    names = {referent.key: referent.name for referent in read.referents}
    found = {(names[c.subject], names[c.object]): c.status for c in read.claims if c.property == "collaboratesWith"}
    assert found == {("LG전자", "한국과학기술연구원"): status}
