"""Everything nameable in a document, together: no overlap, a name learnt once found everywhere, names inside names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.find.finder import SILENT, Findings
from tests.road import findings, mention, ontology, wrong

SAMPLES = [
    "한국과학기술연구원(KIST)은 12일 로봇 ‘두루’를 공개했다. ",
    "김하늘 부총리 겸 과기정통부 장관은 대전을 찾았다. ",
    "산업통상자원부(장관 정하람, 이하 산업부)는 '로봇 도약 전략'을 발표했다. ",
    "「인공지능기본법」 시행령을 마련했다. ",
    "국회 과학기술정보방송통신위원회 정하람 의원, 김하늘 의원이 왔다. ",
    "나루테크(주)와 ㈜한빛로봇은 CES 2026에서 만났다. ",
    "제3회 한국 양자컴퓨팅 포럼에 LG전자·KT가 참가했다. ",
    "두루는 걷는다. ",
    "마틴 리드(Martin Reed) 엔비디아 부사장은 “‘두루 플랫폼’을 쓰겠다”고 말했다. ",
    "정부는 100억 원을 2027년까지 쓴다. ",
    "(이하 ",
    "‘",
    "장관 ",
    "\n",
]


def check(found: Findings) -> None:
    """What holds of all findings."""
    text = found.analysis.document.text
    known = {c.name for c in ontology().schema.entity_types} | {""}
    end = 0
    for m in found.mentions:
        assert end <= m.start < m.end
        assert text[m.start : m.end] == m.text
        assert m.type in known
        assert 0 < m.confidence <= 1
        assert m.authority is None or m.authority in ontology().authority.rows
        end = m.end
    for inner in found.nested:
        assert any(m.start <= inner.start and inner.end <= m.end and (m.start, m.end) != (inner.start, inner.end) for m in found.mentions)
        assert text[inner.start : inner.end] == inner.text
    spans = {(m.start, m.end) for m in found.mentions}
    for post in found.posts:
        if post.person and not post.surname:
            assert (post.person.start, post.person.end) in spans
    for alias in found.aliases:
        assert alias.full.end < alias.short.start
        assert (alias.full.start, alias.full.end) in spans


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=7))
def test_mentions_never_overlap_and_cut_their_text(parts: list[str]) -> None:
    check(findings("가. " + "".join(parts)))


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="정하람KIST원장(이하)‘’「」'\"·, 12일은과포럼㈜", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    check(findings("가." + text))


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("KIST는 로봇 '두루'를 공개했다. 두루는 걷는다. 사람이 두루를 만든다.", "두루", 3),
        ("두루는 걷는다. KIST는 로봇 '두루'를 공개했다.", "두루", 2),
        ("류가온 새길로 대표는 웃었다. 새길로가 컸다.", "새길로", 2),
        ("정하람 KIST 원장이 왔다. 정하람은 웃었다.", "정하람", 2),
        ("로봇 기업 가온테크가 왔다. 가온테크는 웃었다.", "가온테크", 2),
    ],
)
def test_a_name_learnt_once_is_found_everywhere(text: str, name: str, times: int) -> None:
    found = [m for m in findings(text).mentions if m.text == name]
    assert len(found) == times
    assert len({m.type for m in found}) == 1


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("로봇 '두루'가 걷는다. 두루X는 다르다.", "두루", 1),
        ("로봇 '두루'가 걷는다. 모두루미는 다르다.", "두루", 1),
        wrong("로봇 '두루'가 걷는다. 두루마리를 샀다.", "두루", 1, reason="_stands_alone looks at no token's end behind a name"),
    ],
)
def test_a_learnt_name_inside_another_word_is_none(text: str, name: str, times: int) -> None:
    assert len([m for m in findings(text).mentions if m.text == name]) == times


def test_a_word_that_only_waits_for_a_name_is_not_learnt() -> None:
    assert all(m.rule == "definite" for m in findings("토론회가 열렸다. 토론회는 끝났다.").mentions)


@pytest.mark.parametrize(
    ("text", "holder", "inside"),
    [
        ("양자컴퓨팅 개발 사업이 시작됐다.", "양자컴퓨팅 개발 사업", ["양자컴퓨팅"]),
        ("정부는 '모두의 로봇' 사업을 벌인다.", "'모두의 로봇' 사업", ["로봇"]),
        ("지난 12일 '2025 휴머노이드 포럼'이 열렸다.", "2025 휴머노이드 포럼", ["휴머노이드"]),
        ("'새길 도약 전략'을 냈다. 12일 '새길 도약 전략 설명회'를 열었다.", "새길 도약 전략 설명회", ["새길 도약 전략"]),
        ("정부는 '하늘 도약 전략'을 냈다.", "하늘 도약 전략", []),
    ],
)
def test_names_inside_a_name(text: str, holder: str, inside: list[str]) -> None:
    whole = mention(text, holder)
    assert whole is not None
    assert [m.text for m in findings(text).nested if whole.start <= m.start < whole.end] == inside


@pytest.mark.parametrize(
    "text",
    [
        wrong(
            "과기정통부는 「인공지능기본법」 시행령을 냈다.",
            reason="the known name with brackets in it is nested in itself, not found as the row",
        ),
        "과기정통부는 인공지능기본법 시행령을 냈다.",
    ],
)
def test_a_known_name_with_its_first_part_in_brackets_is_the_known_one(text: str) -> None:
    assert "ai-basic-act-decree" in [m.authority for m in findings(text).mentions]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("산업부는 ‘새길 로봇 포럼’을 발족했다.", "Association"),
        ("산업부는 ‘새길 로봇 포럼’을 공동으로 구성했다.", "Association"),
        ("‘새길 로봇 포럼’이 12일 출범했다.", "Association"),
        ("산업부는 ‘새길 로봇 포럼’을 12일 개최했다.", "Event"),
        ("산업부는 ‘새길 로봇 포럼’을 발족하고 ‘새길 로봇 포럼’을 개최했다.", "Event"),
        ("산업부는 ‘새길 로봇 포럼’ 출범식을 열었다.", "Event"),
    ],
)
def test_a_meeting_that_somebody_founds_is_a_body(text: str, type_: str) -> None:
    assert {m.type for m in findings(text).mentions if m.text.startswith("새길 로봇 포럼")} <= {type_}


@pytest.mark.parametrize("kind", sorted(SILENT))
def test_blocks_that_are_no_news_name_nothing(kind: str) -> None:
    assert findings("KIST는 로봇 '두루'를 공개했다.", None, kind).mentions == ()


@pytest.mark.parametrize("kind", ["title", "summary", "caption", "heading", "paragraph", "bullet", "table"])
def test_all_other_blocks_name_things(kind: str) -> None:
    assert [m.text for m in findings("KIST는 로봇 '두루'를 공개했다.", None, kind).mentions] == ["KIST", "로봇", "두루"]


def test_times_and_sums_are_found_too() -> None:
    found = findings("정부는 2027년까지 1조 200억 원을 쓴다.", "2025-03-12")
    assert [t.time.edtf for t in found.times if t.time] == ["../2027"]
    assert [q.amount for q in found.quantities] == ["1020000000000 KRW"]


def test_the_same_text_gives_the_same_findings() -> None:
    text = "".join(SAMPLES)
    one = findings.__wrapped__(text)
    assert findings.__wrapped__(text) == one


@pytest.mark.parametrize("text", ["회의는 ’AAM‘과 ’AAV‘를 다뤘다.", "위원회는 ‘3’과 ‘가’를 골랐다.", "㈜ 1 로봇, ㈜ 2 위성을 골랐다."])
def test_a_syllable_or_number_by_itself_is_no_name(text: str) -> None:
    assert all(len(mention.text) > 1 for mention in findings(text).mentions)
