"""What a text tells: who did what, when, how real, and who says so. Each sentence is ours; each claim is looked at whole or in part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.values import STATUSES, Reading
from tests.road import Fact, facts, ontology, reading, told

DAY = "2025-03-12"
KIST, ETRI, MSIT, KAIST = "한국과학기술연구원", "한국전자통신연구원", "과학기술정보통신부", "한국과학기술원"


def find(text: str, line: str, date: str | None = DAY) -> Fact:
    """The fact of ``subject property object`` in the text."""
    found = [f for f in facts(text, date) if f"{f.subject} {f.property} {f.object}" == line]
    assert found, f"{text}\nlacks {line!r}; tells {told(text, date)}"
    return found[0]


# --- status -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("KIST는 로봇 '두루'를 개발했다.", "actual"),
        ("KIST, 로봇 '두루' 개발", "actual"),
        ("KIST, 로봇 '두루' 개발 성공", "actual"),
        ("KIST는 로봇 '두루' 개발에 성공했다.", "actual"),
        ("KIST는 로봇 '두루'를 개발한 뒤 팔았다.", "actual"),
        ("KIST가 개발한 로봇 '두루'가 걷는다.", "actual"),
        ("KIST는 로봇 '두루'를 개발하고 팔았다.", "actual"),
        ("KIST는 로봇 '두루'를 개발하고 있다.", "ongoing"),
        ("KIST는 로봇 '두루'를 개발 중이다.", "ongoing"),
        ("KIST는 로봇 '두루' 개발을 추진하고 있다.", "ongoing"),
        ("KIST, 로봇 '두루' 개발 중", "ongoing"),
        ("KIST는 로봇 '두루'를 개발할 예정이다.", "planned"),
        ("KIST는 로봇 '두루'를 개발하겠다고 밝혔다.", "planned"),
        ("KIST는 로봇 '두루'를 개발하기로 했다.", "planned"),
        ("KIST는 로봇 '두루' 개발을 검토하고 있다.", "planned"),
        ("KIST, 로봇 '두루' 개발 예정", "planned"),
        ("KIST는 로봇 '두루'를 개발한다.", "planned"),
        ("KIST는 로봇 '두루'를 개발하고 판매할 예정이다.", "planned"),
        ("KIST는 로봇 '두루'를 개발하지 않았다.", "negated"),
        ("KIST는 로봇 '두루'를 개발하지 못했다.", "negated"),
        ("KIST는 로봇 '두루' 개발에 실패했다.", "negated"),
        ("KIST가 로봇 '두루' 개발을 취소했다.", "negated"),
        ("KIST, 로봇 '두루' 개발 실패", "negated"),
        ("KIST, 로봇 '두루' 개발 추진", "planned"),
        ("KIST, 로봇 '두루' 개발 착수", "ongoing"),
        ("KIST는 로봇 '두루' 개발에 착수했다.", "ongoing"),
        ("KIST는 로봇 '두루' 개발에 나섰다.", "ongoing"),
        ("KIST는 로봇 '두루'를 개발했을 때 기뻐했다.", "actual"),
    ],
)
def test_the_status_of_an_act(text: str, status: str) -> None:
    assert find(text, f"{KIST} developed 두루").status == status


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("정하람 대표는 네이버 출신이다.", "정하람 affiliatedWith 네이버"),
        ("KIST는 도쿄에 사무소를 두고 있다.", f"{KIST} locatedIn 도쿄"),
        ("정하람 대표는 KAIST에서 박사 학위를 받고 창업한 전문가다.", "정하람 affiliatedWith 한국과학기술원"),
    ],
)
def test_what_is_so_is_so_already(text: str, fact: str) -> None:
    assert find(text, fact).status == "actual"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("산업부는 내년까지 ‘이차전지 산업 육성전략’을 마련할 계획이다.", "planned"),
        ("산업부는 지난달 ‘이차전지 산업 육성전략’을 마련했다.", "actual"),
        ("산업부는 ‘이차전지 산업 육성전략’을 고칠 계획이다.", "actual"),
        ("산업부는 내년까지 ‘이차전지 산업 육성전략’을 마련할 계획이다. 지난달부터 ‘이차전지 산업 육성전략’을 시행하고 있다.", "actual"),
    ],
)
def test_a_plan_that_is_still_to_be_made_is_for_nothing_yet(text: str, status: str) -> None:
    assert find(text, "이차전지 산업 육성전략 targets 이차전지").status == status


@pytest.mark.parametrize(
    "text",
    [
        "KIST는 로봇 '두루'를 개발해야 한다.",
        "KIST는 로봇 '두루'를 개발하면 좋다.",
        "KIST는 로봇 '두루'를 개발할 필요가 있다.",
        "KIST는 LG전자가 로봇 '두루'를 개발하도록 도왔다.",
        ("KIST는 로봇 '두루'를 개발할 수 있다."),
        ("KIST는 로봇 '두루'를 개발할 수 있을 전망이다."),
        ("KIST는 로봇 '두루'를 개발하기를 바란다."),
        ("KIST는 로봇 '두루'를 개발하길 기대했다."),
        ("KIST는 로봇 '두루'를 개발하라고 주문했다."),
    ],
)
def test_what_nobody_says_is_or_will_be_so_is_no_fact(text: str) -> None:
    assert [line for line in told(text) if "developed" in line.lower()] == []


# --- time ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time", "status"),
    [
        ("KIST는 12일 로봇 '두루'를 공개했다.", "2025-03-12", "actual"),
        ("KIST는 지난해 로봇 '두루'를 공개했다.", "2024", "actual"),
        ("지난해 KIST는 로봇 '두루'를 공개했다.", "2024", "actual"),
        ("KIST가 지난 3일 로봇 '두루'를 공개했다.", "2025-03-03", "actual"),
        ("KIST는 로봇 '두루'를 내년에 공개할 예정이다.", "2026", "planned"),
        ("KIST는 2027년까지 로봇 '두루'를 공개한다.", "../2027", "planned"),
        ("KIST는 13일 로봇 '두루'를 공개한다.", "2025-03-13", "planned"),
        ("KIST는 로봇 '두루'를 공개했다.", None, "actual"),
        ("KIST는 로봇 '두루'를 공개했다고 12일 밝혔다.", None, "actual"),
        ("KIST는 로봇 '두루'를 내년에 공개할 계획이라고 12일 밝혔다.", "2026", "planned"),
        ("KIST는 지난해 로봇 '두루'를 공개했다고 12일 밝혔다.", "2024", "actual"),
        ("KIST는 지난해 로봇 '두루'를 공개하고 올해 로봇 '나루'를 개발했다.", "2024", "actual"),
        ("KIST는 12일 회의를 열고 로봇 '두루'를 공개했다.", "2025-03-12", "actual"),
        ("KIST는 12일 간담회를 열고 로봇 '두루'를 공개했다.", "2025-03-12", "actual"),
        ("KIST는 12일 로봇 '두루'를 공개했다고 밝혔다.", "2025-03-12", "actual"),
        ("KIST는 12일 로봇 '두루'를 작년에 공개했다고 밝혔다.", "2024", "actual"),
        ("KIST는 12일 회의를 열었다. 내년에는 소리를 듣는 로봇 '두루'를 공개한다.", "2026", "planned"),
    ],
)
def test_the_time_of_an_act(text: str, time: str | None, status: str) -> None:
    found = find(text, f"{KIST} unveiled 두루")
    assert (found.time, found.status) == (time, status)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("KIST는 2023년 로봇 '두루'를 공개하고 2024년 로봇 '나루'를 공개했다.", "2023", "2024"),
        ("KIST는 2023년 로봇 '두루'를 공개했다. 2024년에는 로봇 '나루'를 공개했다.", "2023", "2024"),
    ],
)
def test_each_clause_has_its_own_time(text: str, one: str, other: str) -> None:
    assert find(text, f"{KIST} unveiled 두루").time == one
    assert find(text, f"{KIST} unveiled 나루").time == other


@pytest.mark.parametrize(
    ("text", "time", "status"),
    [
        ("과기정통부는 12일 대전에서 '로봇 기술 포럼'을 개최한다.", "2025-03-12", "actual"),
        ("과기정통부는 12일 대전에서 '로봇 기술 포럼'을 개최할 예정이다.", "2025-03-12", "actual"),
        ("과기정통부는 20일 대전에서 '로봇 기술 포럼'을 개최한다.", "2025-03-20", "planned"),
        ("과기정통부는 11일 대전에서 '로봇 기술 포럼'을 개최했다.", "2025-03-11", "actual"),
        ("과기정통부는 12일부터 14일까지 대전에서 '로봇 기술 포럼'을 개최한다.", "2025-03-12/2025-03-14", "actual"),
        ("과기정통부는 11일부터 14일까지 대전에서 '로봇 기술 포럼'을 개최하고 있다.", "2025-03-11/2025-03-14", "ongoing"),
        ("과기정통부는 13일부터 14일까지 대전에서 '로봇 기술 포럼'을 개최한다.", "2025-03-13/2025-03-14", "planned"),
    ],
)
def test_an_event_is_actual_on_the_day_of_the_article_and_planned_after_it(text: str, time: str, status: str) -> None:
    """Cases 2 and 19 of the guide."""
    for line in (f"{MSIT} hosted 로봇 기술 포럼", "로봇 기술 포럼 heldAt 대전광역시"):
        found = find(text, line)
        assert (found.time, found.status) == (time, status)
    (event,) = [e for e in reading(text, DAY).events if e.type == "Hosting"]
    assert (event.time.edtf if event.time else None) == time


@pytest.mark.parametrize(
    "text",
    [
        "과기정통부는 12일 대전에서 '로봇 기술 포럼'을 개최했다.",
        "과기정통부는 20일 대전에서 '로봇 기술 포럼'을 개최한다.",
        ("과기정통부는 12일부터 14일까지 대전에서 '로봇 기술 포럼'을 개최한다."),
        ("과기정통부는 12일 대전에서 '로봇 기술 포럼'을 개최할 예정이다."),
    ],
)
def test_an_event_has_the_status_of_its_facts(text: str) -> None:
    found = reading(text, DAY)
    for event in found.events:
        assert {c.status for c in found.claims if c.event == event.id} == {event.status}


def test_what_is_told_of_an_event_elsewhere_has_its_day() -> None:
    text = "과기정통부는 11일 대전에서 '로봇 기술 포럼'을 열었다. 이날 포럼에는 KIST가 참석했다."
    assert find(text, f"{KIST} participatedIn 로봇 기술 포럼").time == "2025-03-11"


# --- roles --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("KIST는 로봇 '두루'를 개발했다.", f"{KIST} developed 두루"),
        ("KIST가 로봇 '두루'를 개발했다.", f"{KIST} developed 두루"),
        ("로봇 '두루'는 KIST가 개발했다.", f"{KIST} developed 두루"),
        ("로봇 '두루'를 KIST가 개발했다.", f"{KIST} developed 두루"),
        ("KIST가 개발한 로봇 '두루'가 걷는다.", f"{KIST} developed 두루"),
        ("KIST 연구진이 로봇 '두루'를 개발했다.", f"{KIST} developed 두루"),
        ("한국과학기술연구원(원장 정하람)은 로봇 '두루'를 개발했다.", f"{KIST} developed 두루"),
        ("KIST, 로봇 '두루' 개발", f"{KIST} developed 두루"),
        ("정하람 KIST 원장은 로봇 '두루'를 공개했다.", f"{KIST} unveiled 두루"),
        ("과기정통부는 KIST에 100억 원을 지원했다.", f"{MSIT} supports {KIST}"),
        ("과기정통부 산하 KIST가 왔다.", f"{KIST} partOf {MSIT}"),
        ("KIST와 LG전자는 12일 로봇 협력을 위한 업무협약을 체결했다.", f"{KIST} collaboratesWith LG전자"),
        ("KIST는 LG전자와 업무협약을 체결했다.", f"{KIST} collaboratesWith LG전자"),
        ("KIST, LG전자와 업무협약 체결", f"{KIST} collaboratesWith LG전자"),
        ("대전시는 로봇 '두루'를 도입했다.", "대전광역시 uses 두루"),
        ("과기정통부가 주최하고 KIST가 주관한 '로봇 포럼'이 열렸다.", f"{KIST} hosted 로봇 포럼"),
        ("로봇 '두루'는 KIST에 의해 개발됐다.", f"{KIST} developed 두루"),
        ("로봇 '두루'가 KIST에서 개발됐다.", f"{KIST} developed 두루"),
        ("과기정통부가 주최하고 KIST가 주관한 '로봇 포럼'이 열렸다.", f"{MSIT} hosted 로봇 포럼"),
        ("'로봇 포럼'이 12일 서울에서 열렸다.", "로봇 포럼 heldAt 서울특별시"),
        ("KIST와 LG전자가 협력한다.", f"{KIST} collaboratesWith LG전자"),
        ("정하람 KIST 원장과 김하늘 LG전자 대표가 만났다.", "정하람 metWith 김하늘"),
    ],
)
def test_who_stands_in_which_role(text: str, line: str) -> None:
    assert line in told(text, DAY)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("KIST는 로봇 '두루'를 개발한 LG전자를 찾았다.", f"{KIST} developed 두루"),
        ("KIST는 LG전자가 개발한 로봇 '두루'를 공개했다.", f"{KIST} developed 두루"),
        ("KIST는 로봇 '두루'를 개발하기 위해 LG전자와 협약을 체결했다.", f"{KIST} developed 두루"),
        ("삼성전자는 KIST의 로봇 '두루'를 공개했다.", f"{KIST} unveiled 두루"),
        ("로봇 '두루'는 KIST에 의해 개발됐다.", f"두루 developed {KIST}"),
        ("KIST에 따르면 LG전자가 로봇 '두루'를 개발했다.", f"{KIST} developed 두루"),
        ("KIST는 \"LG전자가 로봇 '두루'를 개발했다\"고 밝혔다.", f"{KIST} developed 두루"),
        ("엔비디아는 SK하이닉스로부터 HBM4를 공급받는다.", "엔비디아 supplied HBM4"),
        ("KIST는 과기정통부로부터 100억 원을 지원받았다.", f"{KIST} supports {MSIT}"),
    ],
)
def test_who_does_not(text: str, line: str) -> None:
    assert line not in told(text, DAY)


@pytest.mark.parametrize("verb", [("국산화했다"), ("상용화했다"), "양산했다"])
def test_a_verb_made_of_a_noun_and_a_suffix_is_known(verb: str) -> None:
    assert f"{KIST} developed 두루" in told(f"KIST는 로봇 '두루'를 {verb}.")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("KIST는 12일 대전을 찾았다. 이어 한국전자통신연구원을 방문했다.", [f"{KIST} visited 대전광역시", f"{KIST} visited {ETRI}"]),
        ("정하람 KIST 원장은 서울을 찾았다. 이어 삼성전자를 방문했다.", ["정하람 visited 서울특별시", "정하람 visited 삼성전자"]),
        ("정하람 KIST 원장은 서울을 찾았다. 정 원장은 삼성전자를 방문했다.", ["정하람 visited 서울특별시", "정하람 visited 삼성전자"]),
        ("정하람 KIST 원장은 서울을 찾았다. 원장은 삼성전자를 방문했다.", ["정하람 visited 서울특별시", "정하람 visited 삼성전자"]),
    ],
)
def test_a_subject_left_out_is_that_of_the_sentence_before(text: str, lines: list[str]) -> None:
    assert [line for line in told(text) if "visited" in line] == lines


def test_a_subject_of_its_own_is_never_overruled_by_the_one_before() -> None:
    text = "KIST는 대전을 찾았다. 전문가들은 삼성전자를 방문했다."
    assert [line for line in told(text) if "visited" in line] == [f"{KIST} visited 대전광역시"]


def test_a_list_gives_a_fact_for_each_of_its_members() -> None:
    text = "KIST는 로봇 '두루'와 로봇 '나루'를 공개했다."
    assert {f"{KIST} unveiled 두루", f"{KIST} unveiled 나루"} <= set(told(text))
    visit = "정하람 KIST 원장은 삼성전자, LG전자, KAIST를 방문했다."
    assert {line for line in told(visit) if "visited" in line} == {f"정하람 visited {x}" for x in ("삼성전자", "LG전자", KAIST)}


# --- who says so --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("정하람 KIST 원장은 \"KIST가 로봇 '두루'를 개발했다\"고 밝혔다.", "정하람"),
        ("정하람 KIST 원장은 KIST가 로봇 '두루'를 개발했다고 밝혔다.", "정하람"),
        ("KIST는 로봇 '두루'를 개발했다고 밝혔다.", KIST),
        ("과기정통부는 KIST가 로봇 '두루'를 개발했다고 밝혔다.", MSIT),
        ("과기정통부에 따르면 KIST는 로봇 '두루'를 개발했다.", MSIT),
        ("전자공시시스템에 따르면 KIST는 로봇 '두루'를 개발했다.", None),
        ("‘서울 의향서’는 KIST가 로봇 '두루'를 개발했다고 밝혔다.", None),
        ("KIST는 로봇 '두루'를 개발했다.", None),
        ("KIST는 로봇 '두루'를 개발하고 웃었다.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    assert find(text, f"{KIST} developed 두루").speaker == speaker


def test_in_speech_the_speaker_acts_for_the_body() -> None:
    found = find("정하람 KIST 원장은 \"로봇 '두루'를 내년에 공개하겠다\"고 말했다.", f"{KIST} unveiled 두루")
    assert (found.speaker, found.status, found.time) == ("정하람", "planned", "2026")


# --- sums and posts -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "amount"),
    [
        ("과기정통부는 KIST에 100억 원을 지원했다.", f"{MSIT} supports {KIST}", "10000000000 KRW"),
        ("과기정통부는 '하늘 도약 사업'에 1조 200억 원을 투입할 계획이다.", f"{MSIT} implements 하늘 도약 사업", "1020000000000 KRW"),
        ("나머지 100억 원은 과기정통부가 KIST에 지원했다.", f"{MSIT} supports {KIST}", "10000000000 KRW"),
        ("과기정통부는 KIST를 지원했다.", f"{MSIT} supports {KIST}", None),
        ("KIST는 100억 원짜리 로봇 '두루'를 공개했다.", f"{KIST} unveiled 두루", None),
    ],
)
def test_the_sum_of_an_act(text: str, line: str, amount: str | None) -> None:
    assert find(text, line).amount == amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("정하람 KIST 원장이 왔다.", {("정하람", KIST, "원장")}),
        ("김하늘 부총리 겸 과기정통부 장관이 왔다.", {("김하늘", MSIT, "장관"), ("김하늘", "대한민국 정부", "부총리")}),
        ("배경훈 부총리 겸 과기정통부 장관이 왔다.", {("배경훈", MSIT, "장관"), ("배경훈", "대한민국 정부", "부총리")}),
        ("바이든 대통령이 왔다.", {("조 바이든", "미국", "대통령")}),
        ("정하람 전 KIST 원장이 왔다.", {("정하람", KIST, "전 원장")}),
        ("정하람 기자가 왔다.", set()),
        # A title of courtesy is no post.
        ("KIST 연구사 정하람 씨가 왔다.", {("정하람", KIST, "연구사")}),
        ("KIST 직원 정하람 씨가 왔다.", {("정하람", KIST, "직원")}),
        ("KIST 정하람 씨가 왔다.", {("정하람", KIST, None)}),
        # What somebody had.
        ("정하람 씨는 과기정통부 장관을 지냈다.", {("정하람", MSIT, "장관")}),
        ("정하람 씨는 KIST 연구원과 네이버 이사를 거쳤다.", {("정하람", KIST, "연구원"), ("정하람", "네이버", "이사")}),
        ("정하람 씨는 KIST와 네이버를 거쳤다.", {("정하람", KIST, None), ("정하람", "네이버", None)}),
        ("정하람 씨는 연세대 약대를 졸업했다.", {("정하람", "연세대학교", "졸업")}),
        # Of several posts each has the one beside him.
        ("LG전자는 대표에 정하람 씨를, 사외이사에 이도윤 씨를 선임했다.", {("정하람", "LG전자", "대표"), ("이도윤", "LG전자", "사외이사")}),
        ("LG전자는 정하람 씨를 대표에, 이도윤 씨를 사외이사에 선임했다.", {("정하람", "LG전자", "대표"), ("이도윤", "LG전자", "사외이사")}),
        (
            "KIST 원장과 ETRI 원장에 각각 정하람 씨와 이도윤 씨를 임명했다.",
            {("정하람", KIST, "원장"), ("이도윤", ETRI, "원장")},
        ),
        # The head of a body has it in his title, and a post may be in one word with its body.
        ("과기정통부는 한국전자통신연구원장에 정하람 씨를 임명했다.", {("정하람", ETRI, "원장")}),
        ("대통령은 금융위원장에 정하람 씨를 임명했다.", {("정하람", "금융위원회", "위원장")}),
        ("LG전자 CEO에 정하람 씨를 선임했다.", {("정하람", "LG전자", "CEO")}),
        ("두산은 두산로보틱스 CTO에 정하람 씨를 영입했다.", {("정하람", "두산로보틱스", "CTO")}),
        # What ends like a body's short name is one only where its title is of one.
        ("김서연 가온비 대표가 왔다.", {("김서연", "가온비", "대표")}),
    ],
)
def test_posts_are_facts(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    found = {(f.subject, f.object, f.role) for f in facts(text) if f.property == "affiliatedWith"}
    assert found == expected


def test_who_tells_of_a_partner_is_no_partner() -> None:
    assert told("산업부는 KIST가 카카오와 함께 바꾼 낡은 로봇을 보았다.", DAY) == [f"{KIST} collaboratesWith 카카오"]


def test_nobody_works_for_a_date() -> None:
    assert told("지난 13일 이도윤 교수가 KIST를 방문했다.", DAY) == [f"이도윤 visited {KIST}"]


# --- one fact, one claim ------------------------------------------------------------------------------------------------------------


def test_a_fact_told_twice_is_one_claim_of_its_best_telling() -> None:
    text = "KIST는 로봇 '두루'를 공개했다. KIST는 12일 로봇 '두루'를 공개했다."
    found = [c for c in reading(text, DAY).claims if c.property == "unveiled"]
    assert [c.time.edtf for c in found if c.time] == ["2025-03-12"]
    assert len(found) == 1


def test_a_symmetric_fact_is_told_in_one_direction() -> None:
    text = "KIST는 LG전자와 업무협약을 체결했다. LG전자는 KIST와 업무협약을 체결했다."
    assert told(text) == [f"{KIST} collaboratesWith LG전자"]


def test_the_specific_property_stands_instead_of_the_general() -> None:
    text = "KIST는 로봇 '두루'를 개발했다. KIST는 LG전자와 로봇 '두루'를 공동 개발했다."
    lines = told(text)
    assert f"{KIST} coDeveloped 두루" in lines
    assert f"{KIST} developed 두루" not in lines


def test_headline_and_body_tell_one_fact_and_the_body_is_its_evidence() -> None:
    text = "KIST, 로봇 '두루' 개발\nKIST는 지난해 로봇 '두루'를 개발했다."
    (claim,) = [c for c in reading(text, DAY, "title").claims if c.property == "developed"]
    assert claim.sentence == 1
    assert claim.time is not None


# --- the outline of a release, by its labels ----------------------------------------------------------------------------------------

FORUM = "산업통상부는 12일 '반도체 협력 포럼'을 열었다.\n"


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("(장소) 코엑스", ["반도체 협력 포럼 heldAt 코엑스"]),
        ("(일시/장소) 3.12.(수) 14:00 / 코엑스", ["반도체 협력 포럼 heldAt 코엑스"]),
        ("일시 및 장소 : 3.12.(수) 코엑스", ["반도체 협력 포럼 heldAt 코엑스"]),
        ("장소 : 한국과학기술연구원(서울)", [f"반도체 협력 포럼 heldAt {KIST}", "반도체 협력 포럼 heldAt 서울특별시"]),
        ("주최 : 산업통상부 · 주관 : 한국산업기술진흥원(원장 정하람)", ["한국산업기술진흥원 hosted 반도체 협력 포럼"]),
        (
            "(주요 참석자) 정하람 KIST 원장, LG전자 부사장",
            ["정하람 participatedIn 반도체 협력 포럼", "LG전자 participatedIn 반도체 협력 포럼"],
        ),
    ],
)
def test_labelled_lines_tell_of_the_event(line: str, lines: list[str]) -> None:
    assert set(lines) <= set(told(FORUM + line, DAY, "paragraph bullet"))


@pytest.mark.parametrize(
    "line",
    [
        "(문의) 한국과학기술연구원",
        "(참고 자료) 한국과학기술연구원 누리집",
        "장소는 한국과학기술연구원 근처가 아니다.",
        "주관 : 산업통상부(자문 한국과학기술연구원)",
        "(참석자) 40여 명 (문의) 한국과학기술연구원",
    ],
)
def test_other_lines_tell_nothing_of_it(line: str) -> None:
    assert [fact for fact in told(FORUM + line, DAY, "paragraph bullet") if KIST in fact] == []


def test_a_label_holds_up_to_the_next() -> None:
    lines = told(FORUM + "(주최) 산업통상부 (참석) 한국과학기술연구원", DAY, "paragraph bullet")
    assert f"{KIST} participatedIn 반도체 협력 포럼" in lines
    assert f"{KIST} hosted 반도체 협력 포럼" not in lines


# --- whom a clause before a noun is about -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "right", "wrong_"),
    [
        ("정부는 '로봇 포럼'에 참석한 LG전자를 격려했다.", "LG전자 participatedIn 로봇 포럼", "대한민국 정부 participatedIn 로봇 포럼"),
        ("리벨리온은 SK텔레콤의 자회사인 사피온과 합병했다.", "사피온 partOf SK텔레콤", "리벨리온 partOf SK텔레콤"),
        (
            "KIST는 '로봇 포럼'을 열었다. LG전자가 참여하는 컨소시엄도 나온다.",
            f"{KIST} hosted 로봇 포럼",
            "LG전자 participatedIn 로봇 포럼",
        ),
        ("산업통상부는 KIST에서 개발한 로봇 '두루'를 공개했다.", f"{KIST} developed 두루", "산업통상부 developed 두루"),
        ("산업통상부(장관 김가람)는 '로봇 포럼'에서 발표했다.", "김가람 affiliatedWith 산업통상부", "김가람 participatedIn 로봇 포럼"),
    ],
)
def test_a_clause_before_a_noun_takes_it_for_what_it_lacks(text: str, right: str, wrong_: str) -> None:
    lines = told(text)
    assert right in lines
    assert wrong_ not in lines


# --- two that were named before ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "KIST는 LG전자를 찾았다. 두 기관은 로봇 협력을 위한 업무협약을 체결했다.",
        "KIST와 LG전자는 12일 만났다. 로봇이 화제였다. 양측은 협력하기로 했다.",
        "정하람 KIST 원장은 김하늘 LG전자 대표를 만났다. 두 기관은 업무협약을 맺었다.",
    ],
)
def test_two_of_a_kind_are_those_named_last(text: str) -> None:
    assert f"{KIST} collaboratesWith LG전자" in told(text)


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("KIST는 LG전자와 민간 기업의 데이터를 연계한 로봇 '두루'를 공동 개발했다.", []),
        ("KIST는 LG전자와 통신사 등 민간 기업의 데이터를 연계한 로봇 '두루'를 공동 개발했다.", []),
        ("KIST는 LG전자와 미래의 로봇 '두루'를 공동 개발했다.", [f"{KIST} coDevelopedWith LG전자"]),
        ("KIST는 LG전자와 함께 민간 기업의 데이터를 연계한 로봇 '두루'를 개발했다.", [f"{KIST} coDevelopedWith LG전자"]),
    ],
)
def test_whose_thing_is_used_is_no_partner(text: str, partners: list[str]) -> None:
    assert [line for line in told(text) if "coDevelopedWith" in line] == partners


@pytest.mark.parametrize(
    "text",
    [
        "KIST는 LG전자와 중소기업의 해외 진출을 지원하는 업무협약을 맺었다.",
        "KIST는 LG전자와 국내 기업의 수출을 공동으로 지원하고 있다.",
        "KIST는 LG전자와 중소기업의 수출을 함께 지원하는 사업을 펼친다.",
        "KIST는 LG전자와 소속 기관의 인력 교류를 위해 협력했다.",
        "KIST는 LG전자와 두 기관의 협력을 강화했다.",
        "KIST는 LG전자와 중소기업의 상생을 돕는 프로그램을 공동 운영했다.",
    ],
)
def test_who_is_helped_together_with_a_partner_is_none(text: str) -> None:
    assert f"{KIST} collaboratesWith LG전자" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "KIST는 LG전자, KAIST와 만났다. 두 기관은 업무협약을 맺었다.",
        "KIST는 LG전자를 찾았다. 두 부처는 업무협약을 맺었다.",
        "KIST는 LG전자를 찾았다. 날씨가 좋았다. 길이 멀었다. 비가 왔다. 두 기관은 업무협약을 맺었다.",
        "KIST는 LG전자를 찾았다. 두 기관지가 업무협약을 다뤘다.",
    ],
)
def test_two_are_not_guessed_where_more_or_others_are_meant(text: str) -> None:
    assert [line for line in told(text) if "collaboratesWith" in line] == []


# --- with whom, and what Kiwi misreads ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("KIST는 12일 KAIST, 한결데이터, 네오그리드와 '양자 정원' 조성을 위한 협약을 체결했다.", f"{KIST} collaboratesWith 네오그리드"),
        ("KIST는 두산로보틱스와 '하늘손'을 공동 개발하기로 했다.", f"{KIST} coDevelopedWith 두산로보틱스"),
        ("LG전자는 두산로보틱스와의 로봇 협력을 확대한다.", "LG전자 collaboratesWith 두산로보틱스"),
        ("LG전자도 올해 평택에 로봇 공장 '하늘'을 짓는다.", "LG전자 established 하늘"),
        ("과기정통부는 KIST가 서울에서 여는 '로봇 포럼'에 참석한다.", f"{KIST} hosted 로봇 포럼"),
        ("과기정통부는 12일 ‘양자 포럼‘을 개최했다.", f"{MSIT} hosted 양자 포럼"),
        ("가온로보(대표 정하람)는 12일 ‘양자 포럼’을 개최했다.", "가온로보 hosted 양자 포럼"),
    ],
)
def test_partners_and_subjects_are_told_apart(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("정하람 장관은 12일 삼성전자, LG전자와 SK텔레콤 부스를 둘러봤다.", "정하람 visited SK텔레콤"),
        ("정하람 장관은 LG전자를 방문했다. 이어 두산로보틱스도 방문했다.", "정하람 visited 두산로보틱스"),
        ("KAIST 정하람 교수는 서울대병원 김하늘 교수와 공동으로 뇌 모델 '나루넷'을 개발했다.", f"{KAIST} coDevelopedWith 서울대학교병원"),
        ("LG전자는 로봇을 내놓았다. 자회사인 로보스타는 팔을 맡았다.", "로보스타 partOf LG전자"),
    ],
)
def test_lists_share_what_stands_behind_them_and_people_act_for_their_bodies(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("삼성전자, LG전자, SK하이닉스 3사는 12일 로봇 포럼을 열었다.", "SK하이닉스 hosted 로봇 포럼"),
        ("강원·충북·제주 3개 시도가 12일 로봇 포럼을 열었다.", "제주특별자치도 hosted 로봇 포럼"),
        ("칠레, 페루 등 20여 개국 대사를 비롯하여 주한 외교사절이 12일 로봇 포럼에 참석했다.", "칠레 participatedIn 로봇 포럼"),
    ],
)
def test_what_counts_a_list_or_is_common_to_it_leaves_out_none(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "KIST는 12일 터키 현지 제약기업과 업무협약을 맺었다.",
        "독일, 미국, 일본 기업은 12일 KIST와 업무협약을 맺었다.",
        "LG전자는 12일 칠레와 페루의 호텔에 홈로봇 '두루'를 공급했다.",
    ],
)
def test_a_firm_in_a_state_does_not_act_for_it(text: str) -> None:
    assert not [
        line for line in told(text) if line.split()[0] in {"독일", "미국", "일본"} or line.split()[-1] in {"튀르키예", "칠레", "페루"}
    ]


def test_a_post_is_named_without_the_word_that_it_is_new() -> None:
    found = find("네이버는 강하늘 부사장을 신임 대표이사로 선임했다.", "네이버 appointed 강하늘")
    assert found.role == "대표이사"


def test_the_post_at_another_body_is_named_with_it_once() -> None:
    found = find("과기정통부는 한국전자통신연구원장에 정하람을 임명했다.", f"{MSIT} appointed 정하람")
    assert found.role == "한국전자통신연구원장"
    assert find("카카오는 신임 CTO에 정하람을 선임했다.", "카카오 appointed 정하람").role == "CTO"


# --- n-ary events -------------------------------------------------------------------------------------------------------------------


def test_a_co_development_is_told_whole() -> None:
    text = "KIST와 LG전자, 서울대학교는 로봇 '두루'를 공동 개발하고 있다."
    parties = [KIST, "LG전자", "서울대학교"]
    lines = told(text)
    assert {f"{party} coDeveloped 두루" for party in parties} <= set(lines)
    pairs = [line for line in lines if "coDevelopedWith" in line]
    assert len(pairs) == 3
    found = reading(text)
    names = {r.key: r.name for r in found.referents}
    (event,) = [e for e in found.events if e.type == "CoDevelopment"]
    assert event.status == "ongoing"
    assert {(p.role, names[p.filler]) for p in event.parts} == {("product", "두루"), *(("agent", party) for party in parties)}
    assert {c.event for c in found.claims if c.property.startswith("coDeveloped")} == {event.id}


def test_a_hosting_has_its_place_and_occasion() -> None:
    found = reading("과기정통부는 12일 대전에서 '로봇 기술 포럼'을 열었다.", DAY)
    names = {r.key: r.name for r in found.referents}
    (event,) = found.events
    assert {(p.role, names[p.filler]) for p in event.parts} == {
        ("agent", MSIT),
        ("occasion", "로봇 기술 포럼"),
        ("place", "대전광역시"),
    }


# --- what is no news ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["byline", "contact", "boilerplate", "table"])
def test_blocks_that_are_no_sentences_tell_nothing(kind: str) -> None:
    assert [f for f in told("KIST는 로봇 '두루'를 개발했다.", None, kind) if "developed" in f] == []


@pytest.mark.parametrize("kind", ["title", "summary", "caption", "paragraph", "bullet"])
def test_all_other_blocks_tell(kind: str) -> None:
    assert f"{KIST} developed 두루" in told("KIST는 로봇 '두루'를 개발했다.", None, kind)


# --- laws ---------------------------------------------------------------------------------------------------------------------------

SAMPLES = [
    "KIST는 12일 로봇 '두루'를 공개했다. ",
    "정하람 KIST 원장은 \"로봇 '두루'를 내년에 공개하겠다\"고 말했다. ",
    "이어 한국전자통신연구원을 방문했다. ",
    "KIST와 LG전자, 서울대학교는 로봇 '두루'를 공동 개발하고 있다. ",
    "과기정통부는 12일부터 14일까지 대전에서 '로봇 기술 포럼'을 개최한다. ",
    "포럼에는 김하늘 부총리 겸 과기정통부 장관이 참석했다. ",
    "과기정통부는 KIST에 100억 원을 지원했다. ",
    "KIST, LG전자와 업무협약 체결\n",
    "「로봇법」 시행령을 냈다. ",
    "🎉 ",
    "대전시는 로봇 '두루'를 도입했다. ",
]


def check(found: Reading) -> None:
    """What holds of every reading."""
    text = found.document.text
    keys = {r.key: r for r in found.referents}
    schema = ontology().schema
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.status in STATUSES
        assert 0 < claim.confidence <= 0.99
        assert claim.subject != claim.object
        assert schema.allows(claim.property, keys[claim.subject].type, keys[claim.object].type)
        assert claim.speaker is None or claim.speaker in keys
        assert claim.event is None or claim.event in {e.id for e in found.events}
        for span in (claim.subject_span, claim.object_span, claim.trigger_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
        if claim.trigger_span:
            assert claim.start <= claim.trigger_span.start < claim.end
    told_once = [(c.subject, c.property, c.object, c.role) for c in found.claims]
    assert len(told_once) == len(set(told_once))
    assert len({c.id for c in found.claims}) == len(found.claims)
    for event in found.events:
        assert event.parts
        assert {p.filler for p in event.parts} <= set(keys)
        assert event.id in {c.event for c in found.claims}


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=6), st.sampled_from([None, DAY]))
def test_evidence_is_cut_from_the_text_and_every_claim_keeps_the_schema(parts: list[str], date: str | None) -> None:
    check(reading("".join(parts), date))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["정하람 ", "KIST", "원장", "는 ", "을 ", "와 ", "'두루'", "로봇 ", "개발", "했다", "한 ", ". ", "12일 ", "“", "”고 ", "밝혔다"]
        ),
        max_size=14,
    )
)
def test_no_heap_of_words_breaks_it(parts: list[str]) -> None:
    check(reading("글. " + "".join(parts), DAY))


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    text = "".join(SAMPLES)
    first = reading.__wrapped__(text, DAY)
    reading.__wrapped__("KIST와 LG전자는 로봇 '하늘'을 공동 개발했다.", DAY)
    assert reading.__wrapped__(text, DAY) == first


# --- confidence ----------------------------------------------------------------------------------------------------------------------


def sure(text: str, kinds: str = "") -> float:
    """The confidence of the text's only claim of development or post."""
    (found,) = [c for c in reading(text, DAY, kinds).claims if c.property in {"developed", "affiliatedWith"}]
    return found.confidence


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        ("KIST는 로봇 '두루'를 개발했다.", "KIST는 대전에 있다. 지난해 로봇 '두루'를 개발했다."),
        ("KIST는 로봇 '두루'를 개발했다.", "KIST는 양자컴퓨팅을 개발했다."),
        ("이도윤 과기정통부 차관이 왔다.", "KIST는 로봇 '두루'를 개발했다."),
    ],
)
def test_what_is_told_plainly_is_surer(surer: str, less: str) -> None:
    assert sure(surer) > sure(less)


def test_a_headline_is_less_sure_than_a_sentence() -> None:
    text = "KIST, 로봇 '두루' 개발"
    assert sure(text, "title") < sure(text, "paragraph")


@pytest.mark.parametrize("plain", ["KIST는 로봇 '두루'를 개발했다.", "KIST는 이번에 로봇 '두루'를 개발했다."])
def test_a_fact_is_as_sure_as_its_surest_telling(plain: str) -> None:
    # The telling with the day is the fact's, although who acts is left out there.
    dated = " 지난해 로봇 '두루'를 개발했다."
    assert sure(f"KIST는 대전에 있다.{dated}") < sure(f"{plain}{dated}") == sure(plain)


def test_a_post_is_as_sure_in_a_list_as_in_a_sentence() -> None:
    text = "이도윤 과기정통부 차관"
    assert sure(text, "bullet") == sure(text, "paragraph") >= 0.9


# --- arguments that clauses share -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("과기정통부는 '양자 도약 전략'을 심의·의결했다.", f"{MSIT} formulated 양자 도약 전략"),
        ("과기정통부가 논의·확정한 '양자 도약 전략'이 나왔다.", f"{MSIT} formulated 양자 도약 전략"),
        ("과기정통부는 '양자 도약 전략'을 수립해 다음 달 발표한다.", f"{MSIT} announced 양자 도약 전략"),
        ("KAIST가 로봇 '두루'를 개발했고, KIST도 연구소에 도입했다.", f"{KIST} uses 두루"),
        ("KIST가 인공지능을 탑재한 로봇 '두루'를 공개했다.", f"{KIST} unveiled 두루"),
        ("KIST가 인공지능을 탑재한 로봇 '두루'를 공개했다.", "두루 uses 인공지능"),
        ("KIST는 업스테이지의 '솔라'와 카카오의 '카나나'를 도입했다.", f"{KIST} uses 솔라"),
        ("로봇 '두루'는 KIST가 개발한 물류용 로봇이다.", f"{KIST} developed 두루"),
        ("로봇 '두루'는 KIST가 개발한 물류용 로봇으로, 창고에서 일한다.", f"{KIST} developed 두루"),
        ("이 로봇은 KIST가 개발한 '두루'다.", f"{KIST} developed 두루"),
    ],
)
def test_clauses_share_what_stands_once(text: str, line: str) -> None:
    assert line in told(text, DAY)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("KIST는 로봇 '두루'를 개발했다고 발표했다.", f"{KIST} announced 두루"),
        ("KIST는 '양자 도약 전략'을 수립하고 로봇 '두루'를 발표했다.", f"{KIST} announced 양자 도약 전략"),
        ("KIST가 인공지능을 탑재한 로봇 '두루'를 공개했다.", f"{KIST} uses 인공지능"),
        ("KIST는 인공지능을 주제로 로봇 '두루'를 개발했다.", f"{KIST} developed 인공지능"),
        ("KIST는 딥러닝을 기반으로 로봇 '두루'를 개발했다.", f"{KIST} developed 딥러닝"),
    ],
)
def test_what_stands_elsewhere_is_not_shared(text: str, line: str) -> None:
    assert line not in told(text, DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("서울에 본사를 둔 가온텍과 나래소프트, 다온전자가 협의회를 구성했다.", {"가온텍 locatedIn 서울특별시"}),
        (
            "서울에 본사를 둔 가온텍과 부산에 본사를 둔 나래소프트가 만났다.",
            {"가온텍 locatedIn 서울특별시", "나래소프트 locatedIn 부산광역시"},
        ),
        ("가온텍과 나래텍은 서울에 본사를 두고 있다.", {"가온텍 locatedIn 서울특별시", "나래텍 locatedIn 서울특별시"}),
    ],
)
def test_a_clause_before_a_list_places_its_first_alone(text: str, expected: set[str]) -> None:
    """Who else is listed behind 서울에 본사를 둔 may be anywhere."""
    assert {fact for fact in told(text) if " locatedIn " in fact} == expected


@pytest.mark.parametrize(
    "text",
    [
        "김지연 가온텍 대표 겸 KAIST 교수는 LG전자를 찾았다.",
        "김지연 가온텍 대표이자 KAIST 교수는 LG전자를 찾았다.",
        "김지연 KAIST 교수 겸 가온텍 대표는 LG전자를 찾았다.",
    ],
)
def test_who_has_two_posts_acts_and_no_body_of_them(text: str) -> None:
    """The body of the second post does nothing by itself, also where nobody knows the firm of the other one."""
    posts = {"김지연 affiliatedWith 가온텍", "김지연 affiliatedWith 한국과학기술원"}
    assert set(told(text)) == {*posts, "김지연 visited LG전자"}
