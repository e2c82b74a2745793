"""Clusters: mentions that name one thing, whatever their order."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.find.aliases import Alias
from kg.refer.alike import core
from kg.refer.clusters import Clusters, cluster
from kg.values import Analysis, Document, Mention, Sentence, Span
from tests.road import ontology, reading

NAMES = ontology().language.names
# So many letters are in a line of the texts.
LINE = 40


def mentions(*rows: tuple[str, str] | tuple[str, str, str]) -> list[Mention]:
    """Mentions of (text, class[, row]) one behind another, each in a line; the class ``?X`` makes it a definite noun."""
    return [
        Mention(
            LINE * at,
            LINE * at + len(row[0]),
            row[0],
            row[1].removeprefix("?"),
            row[2] if len(row) > 2 else None,
            "definite" if row[1].startswith("?") else "cue",
            0.8,
        )
        for at, row in enumerate(rows)
    ]


def lines(found: list[Mention], *, one: bool = False) -> Analysis:
    """The text of the mentions, each a sentence of its own, or ``one`` of all."""
    text = "\n".join(mention.text.ljust(LINE - 1) for mention in found)
    starts = [mention.start for mention in found][: 1 if one else None]
    sentences = [Sentence(at, start, start + LINE - 1, "paragraph", 0, ()) for at, start in enumerate(starts or [0])]
    return Analysis(Document("doc", "", text, ()), tuple(sentences))


def parts(found: list[Mention], aliases: tuple[Alias, ...] = (), *, one: bool = False) -> set[frozenset[str]]:
    clusters = cluster(found, aliases, NAMES, lines(found, one=one))
    groups = itertools.groupby(sorted(range(len(found)), key=clusters.find), key=clusters.find)
    return {frozenset(found[at].text for at in group) for _, group in groups}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("가나원", "ResearchInstitute", "a"), ("GN", "ResearchInstitute", "a")], {frozenset({"가나원", "GN"})}),
        ([("가나 연구원", "ResearchInstitute"), ("가나연구원", "ResearchInstitute")], {frozenset({"가나 연구원", "가나연구원"})}),
        ([("제3회 가나 포럼", "Event"), ("가나 포럼", "Event")], {frozenset({"제3회 가나 포럼", "가나 포럼"})}),
        ([("2025 가나 포럼", "Event"), ("가나 포럼", "Event")], {frozenset({"2025 가나 포럼", "가나 포럼"})}),
        ([("대덕 가나 포럼", "Event"), ("가나 포럼", "Event")], {frozenset({"대덕 가나 포럼", "가나 포럼"})}),
        ([("‘가나의 날’ 행사", "Event"), ("가나의 날", "Event")], {frozenset({"‘가나의 날’ 행사", "가나의 날"})}),
        ([("가나 행사", "Event"), ("가나", "Event")], None),
        (
            [("‘다음 가나 6호(실용위성) 개발 사업’ 계획", "Policy"), ("가나 6호 개발 사업", "Policy")],
            {frozenset({"‘다음 가나 6호(실용위성) 개발 사업’ 계획", "가나 6호 개발 사업"})},
        ),
        (
            [("‘가나 6호 개발 사업’ 계획", "Policy"), ("가나 6호(실용위성) 개발 사업", "Policy")],
            {frozenset({"‘가나 6호 개발 사업’ 계획", "가나 6호(실용위성) 개발 사업"})},
        ),
        ([("‘가나 6호’ 계획", "Policy"), ("가나 6호", "Product")], None),
        ([("가나 6호 개발 계획", "Policy"), ("가나 6호 개발 사업", "Policy")], None),
        ([("가나 전략", "Policy"), ("가나 전략 설명회", "Event")], {frozenset({"가나 전략"}), frozenset({"가나 전략 설명회"})}),
        ([("가나전자", "Company"), ("전자", "Company")], {frozenset({"가나전자"}), frozenset({"전자"})}),
        ([("대덕 가나 포럼", "Event"), ("서울 가나 포럼", "Event"), ("가나 포럼", "Event")], None),
        ([("가나", "Company"), ("가나", "Product")], None),
        ([("가나", "Company", "a"), ("가나", "Company", "b")], None),
        ([("포럼", "?Event"), ("포럼", "Event")], None),
    ],
)
def test_which_names_go_together(rows: list[tuple[str, str]], expected: set[frozenset[str]] | None) -> None:
    found = mentions(*rows)
    if expected is None:
        clusters = cluster(found, (), NAMES, lines(found))
        assert len({clusters.find(at) for at in range(len(found))}) == len(found)
    else:
        assert parts(found) == expected


def test_a_second_name_joins_and_two_rows_never_do() -> None:
    one = mentions(("가나원", "ResearchInstitute", "a"), ("GN", "ResearchInstitute"))
    alias = (Alias(Span(0, 3), Span(LINE, LINE + 2), True),)
    assert parts(one, alias) == {frozenset({"가나원", "GN"})}
    two = mentions(("가나원", "ResearchInstitute", "a"), ("GN", "ResearchInstitute", "b"))
    assert len(parts(two, alias)) == 2


ROWS = st.lists(
    st.sampled_from(
        [
            ("대덕 가나 포럼", "Event"),
            ("가나 포럼", "Event"),
            ("나라", "Company"),
            ("나 라", "Company"),
            ("다라원", "Association", "a"),
            ("DR", "Association", "a"),
        ]
    ),
    max_size=7,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_no_cluster(rows: list[tuple[str, str]], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert parts(mentions(*rows)) == parts(mentions(*shuffled))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_joining_is_an_equivalence_with_the_smallest_number_as_its_name(pairs: list[tuple[int, int]]) -> None:
    clusters = Clusters(10)
    for one, other in pairs:
        clusters.join(one, other)
    for one, other in pairs:
        assert clusters.find(one) == clusters.find(other)
    for at in range(10):
        root = clusters.find(at)
        assert root <= at
        assert clusters.find(root) == root


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("제5회 가나 포럼", "가나 포럼"),
        ("2025 가나 포럼", "가나포럼"),
        ("2025년 가나 포럼", "‘가나 포럼’"),
        ("제2차 가나 계획", "가나 계획"),
    ],
)
def test_the_core_of_a_name_has_no_ordinal_year_or_quotation_mark(name: str, same: str) -> None:
    assert core(name, NAMES) == core(same, NAMES)


def test_a_name_of_a_year_alone_keeps_it() -> None:
    assert core("2025", NAMES)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("로봇산업협회 회장단 간담회", "로봇협회 회장단 간담회", True),
        ("2026 로봇 확산 전문가 간담회", "로봇 확산 간담회 개선 간담회", False),
        ("로봇 수출 발효계기 홍보 설명회", "로봇 수출 홍보 설명회", True),
        ("국방 인공지능(AI) 전문가 회의", "국방 AI 전문가 회의", True),
        ("제2기 로봇 학교 수료식", "2기 수료식", True),
        ("로봇 수출 확대와 인력 양성 방안 모색을 위한 포럼", "로봇 수출 포럼", True),
        # With its words in another order, and with others for some of them.
        ("하반기 온라인 로봇 수출 설명회", "하반기 로봇 수출 온라인 설명회", True),
        ("가온 로봇 확산 완료 기념식", "로봇 확산 기념식 행사", True),
        # Of another number or year, of another kind, or with hardly a word in common it is another event.
        ("제1차 로봇 수출 전문가 협력 회의", "제2차 로봇 수출 협력 회의", False),
        ("2025 로봇 수출 전문가 협력 포럼", "2026 로봇 수출 협력 포럼", False),
        ("로봇 수출 전문가 협력 포럼", "로봇 수출 협력 설명회", False),
        ("로봇 수출 확대와 인력 양성 방안 모색을 위한 포럼", "로봇 인재 포럼", False),
        ("부산 로봇 설명회", "광주 로봇 설명회", False),
    ],
)
def test_an_event_may_be_called_with_fewer_words_or_syllables(one: str, other: str, same: bool) -> None:
    assert (len(parts(mentions((one, "Event"), (other, "Event")))) == 1) == same


def test_names_that_stand_in_one_sentence_are_of_two_events() -> None:
    found = mentions(("하반기 온라인 로봇 수출 설명회", "Event"), ("하반기 로봇 수출 온라인 설명회", "Event"))
    assert len(parts(found, one=True)) == 2


def test_an_event_may_be_called_by_the_gloss_of_its_kind() -> None:
    found = mentions(("로봇 토론회", "Event"), ("로봇 포럼", "Event"))
    analysis = lines(found)
    assert len({cluster(found, (), NAMES, analysis).find(at) for at in range(2)}) == 2
    text = analysis.document.text.replace("토론회    ", "토론회(포럼)")
    glossed = replace(analysis, document=replace(analysis.document, text=text))
    assert len({cluster(found, (), NAMES, glossed).find(at) for at in range(2)}) == 1


def test_what_is_short_for_two_events_is_neither() -> None:
    found = mentions(("로봇 수출 전문가 협력 포럼", "Event"), ("로봇 수출 지방 협력 포럼", "Event"), ("로봇 수출 협력 포럼", "Event"))
    assert len(parts(found)) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("로봇 수출 전문가 협력 사업", "로봇 수출 협력 사업", True),
        ("산학연 체제(플랫폼) 협력 사업", "산학연 플랫폼 협력 사업", True),
        ("산학연 체제(플랫폼) 협력 사업", "산학연 거점 협력 사업", False),
        ("로봇 신제품 R&D사업", "로봇 신제품 기술개발사업", True),
        ("로봇 신제품 R&D사업", "로봇 신제품 연구개발 사업", True),
        ("제1차 로봇 수출 전문가 협력 사업", "제2차 로봇 수출 협력 사업", False),
        # Events are called by their words in another order too; plans have nearly the same words and are two.
        ("로봇 기술 개발 인력 사업", "로봇 인력 기술 개발 사업", False),
    ],
)
def test_a_policy_may_be_called_with_fewer_words_or_a_gloss_for_one(one: str, other: str, same: bool) -> None:
    assert (len(parts(mentions((one, "Policy"), (other, "Policy")))) == 1) == same


def test_a_policy_with_fewer_words_in_the_same_sentence_is_another() -> None:
    assert len(parts(mentions(("로봇 수출 전문가 협력 사업", "Policy"), ("로봇 수출 협력 사업", "Policy")), one=True)) == 2


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("가나 바우처", "Policy", "a"), ("가나 바우처 지원사업", "Policy")], {frozenset({"가나 바우처", "가나 바우처 지원사업"})}),
        ([("가나 바우처", "Policy", "a"), ("2026년 가나바우처 제도", "Policy")], {frozenset({"가나 바우처", "2026년 가나바우처 제도"})}),
        (
            [("가나 바우처 사업", "Policy", "a"), ("가나 바우처(GN) 사업", "Policy")],
            {frozenset({"가나 바우처 사업", "가나 바우처(GN) 사업"})},
        ),
        ([("가나 다라 300", "Policy"), ("가나 다라 300 프로그램", "Policy")], {frozenset({"가나 다라 300", "가나 다라 300 프로그램"})}),
        ([("가나 300", ""), ("가나 300 프로그램", "Policy")], {frozenset({"가나 300", "가나 300 프로그램"})}),
        ([("가나 보급사업", "Policy"), ("가나 보급사업 신규과제", "Policy")], {frozenset({"가나 보급사업", "가나 보급사업 신규과제"})}),
        ([("가나 지원사업", "Policy"), ("가나 육성사업", "Policy")], {frozenset({"가나 지원사업"}), frozenset({"가나 육성사업"})}),
        ([("가나", "Product", "a"), ("가나 사업", "Policy")], {frozenset({"가나"}), frozenset({"가나 사업"})}),
        (
            [("가나 인증", "Policy", "a"), ("가나 인증 제도", "Policy"), ("가나 인증 제도 개선방안", "Policy")],
            {frozenset({"가나 인증", "가나 인증 제도"}), frozenset({"가나 인증 제도 개선방안"})},
        ),
    ],
)
def test_a_plan_is_one_with_and_without_a_word_for_any(rows: list[tuple[str, ...]], expected: set[frozenset[str]]) -> None:
    assert parts(mentions(*rows)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("제6차 로봇위원회", "제3차 로봇위원회"), [["제6차 로봇위원회"], ["제3차 로봇위원회"]]),
        (("제6차 로봇위원회", "로봇위원회", "제3차 로봇위원회"), [["제6차 로봇위원회", "로봇위원회"], ["제3차 로봇위원회"]]),
        (("로봇위원회", "제6차 로봇위원회", "제3차 로봇위원회"), [["로봇위원회", "제6차 로봇위원회"], ["제3차 로봇위원회"]]),
        (("2025 로봇 포럼", "2026 로봇 포럼", "로봇 포럼"), [["2025 로봇 포럼", "로봇 포럼"], ["2026 로봇 포럼"]]),
        (("2025 로봇 포럼", "제3회 로봇 포럼"), [["2025 로봇 포럼", "제3회 로봇 포럼"]]),
    ],
)
def test_names_that_differ_in_their_number_or_year_are_of_several_events(names: tuple[str, ...], expected: list[list[str]]) -> None:
    assert parts(mentions(*((name, "Event") for name in names))) == {frozenset(group) for group in expected}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("한국기계연구원 새벽센터는 문을 열었다. 새벽센터는 KT와 협약을 맺었다.", ["한국기계연구원 새벽센터"]),
        ("한국기계연구원 새벽연구센터는 문을 열었다. 이날 새벽연구센터는 협약을 맺었다.", ["한국기계연구원 새벽연구센터"]),
        (
            "조달청 강원지역본부와 관세청 강원지역본부가 만났다. 강원지역본부는 KT와 협약을 맺었다.",
            ["조달청 강원지역본부", "관세청 강원지역본부"],
        ),
    ],
)
def test_a_unit_called_alone_is_that_of_the_only_body_named_with_such(text: str, names: list[str]) -> None:
    assert [r.name for r in reading(text).referents if r.name.endswith(("새벽센터", "새벽연구센터", "강원지역본부"))] == names
