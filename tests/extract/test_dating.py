"""The days of what is told: those of its event, of the paragraph, of the lead."""

from __future__ import annotations

import pytest

from tests.road import facts

FAIR = "한국로봇협회는 10일부터 13일까지 서울에서 '로봇 한마당 2026'을 개최한다. "
CASES = [
    (
        "the days rather than the month",
        "한국로봇협회는 이달 '로봇 전시회'를 연다. '로봇 전시회'는 12일 대전에서 열린다.",
        "hosted",
        "2026-03-12",
    ),
    ("all days rather than the first", FAIR + "LG전자는 10일 '로봇 한마당 2026'에 참가했다.", "participatedIn", "2026-03-10/2026-03-13"),
    ("of a guest the day", FAIR + "정하람 산업부 장관은 10일 '로봇 한마당 2026'에 참석했다.", "participatedIn", "2026-03-10"),
    ("the day, not last year", "산업부는 12일 서울에서 지난해 성과를 점검하기 위해 '로봇 점검회의'를 개최했다.", "hosted", "2026-03-12"),
    ("the lead's day", "산업부는 12일 성과를 알렸다.\nLG전자는 행사장에서 로봇 '두루'를 선보였다.", "unveiled", "2026-03-12"),
    ("no day of the past for a plan", "산업부는 12일 성과를 알렸다.\nLG전자는 로봇 '두루'를 선보일 예정이다.", "unveiled", None),
    ("no day to come for what is done", "산업부는 20일 성과를 알릴 예정이다.\nLG전자는 로봇 '두루'를 선보였다.", "unveiled", None),
    ("not on the day of the words", "산업부는 20일부터 '로봇 한마당'을 개최한다고 12일 밝혔다.", "hosted", "2026-03-20"),
    ("all days of the sentence", "'로봇 전시회'가 12일 서울에서 개막해 15일까지 나흘간 열린다.", "heldAt", "2026-03-12/2026-03-15"),
    ("in brackets", "정하람 산업부 장관은 '로봇 전시회'(3.20.) 참석을 위해 12일 출국했다.", "participatedIn", "2026-03-20"),
    ("of a law its own", "산업부는 지난달 시행된 로봇법에 따라 KIST를 전담기관으로 지정했다.", "selected", None),
    ("of a plan its own", "산업부는 지난달 수립한 계획에 따라 KIST를 전담기관으로 지정했다.", "selected", None),
    ("of a forum the act's too", "산업부는 지난달 열린 새길 로봇 포럼에서 KIST를 전담기관으로 지정했다.", "selected", "2026-02"),
    ("not years before the edition", "LG전자는 2016년부터 매년 '2024 로봇 대회'를 개최해 왔다.", "hosted", "2024"),
    ("not years behind it", "산업부는 12일 성과를 알렸다. LG전자는 '2017 로봇 대회'를 개최했다.", "hosted", "2017"),
    ("not when the one before was", "산업부는 2024년에 이어 두 번째로 새길 로봇 박람회를 열었다.", "hosted", None),
    ("the day behind the one before", "산업부는 지난달에 이어 12일 새길 로봇 박람회를 열었다.", "hosted", "2026-03-12"),
    ("the day that it keeps to", "산업부는 10일에 맞춰 '새길 로봇 센터'를 설립했다.", "established", "2026-03-10"),
    ("not the year that a plan looks to", "중국은 중국제조 2025를 추진한다.", "implements", None),
    ("not when it was less", "산업부는 지난달에 비해 크게 새길 로봇 박람회를 열었다.", "hosted", None),
    ("not far ahead", "산업부는 '로봇 비전 2040'을 추진한다.", "implements", None),
    ("no month of the act before", "산업부는 '로봇 육성방안'을 지난달 발표했으며 LG전자와 업무협약을 체결했다.", "collaboratesWith", None),
    ("in brackets behind the noun", "산업부가 KIST와 체결한 업무협약(2025년 1월)에 따라 포럼을 열었다.", "collaboratesWith", "2025-01"),
    ("no term in brackets", "산업부가 KIST와 체결한 업무협약(2025~2030)에 따라 포럼을 열었다.", "collaboratesWith", None),
    (
        "no more than a month in brackets",
        "산업부가 KIST와 체결한 업무협약(2025년 1월 종료)에 따라 포럼을 열었다.",
        "collaboratesWith",
        None,
    ),
    ("none to come in brackets", "산업부가 KIST와 체결한 업무협약(2027년 1월)에 따라 포럼을 열었다.", "collaboratesWith", None),
    (
        "no day of what has come of years",
        "산업부는 12일 성과를 알렸다.\n산업부는 힘써 왔으며, KIST와 업무협약을 체결했다.",
        "collaboratesWith",
        None,
    ),
    (
        "the day of somebody who came",
        "산업부는 12일 성과를 알렸다.\n산업부는 대전을 찾아왔으며, KIST와 업무협약을 체결했다.",
        "collaboratesWith",
        "2026-03-12",
    ),
    (
        "the day of somebody who came to a town",
        "산업부는 12일 성과를 알렸다.\n산업부는 대전에 왔고, KIST와 업무협약을 체결했다.",
        "collaboratesWith",
        "2026-03-12",
    ),
    (
        "the day where it comes back to it",
        "산업부는 12일 성과를 알렸다.\n산업부는 힘써 왔으며, 이번에 KIST와 업무협약을 체결했다.",
        "collaboratesWith",
        "2026-03-12",
    ),
    ("one of two verbs", "산업부는 '로봇 육성방안'을 하반기에 수립해 발표할 예정이다.", "announced", "2026-07/2026-12"),
    (
        "a plan's own month",
        "산업부는 2월 19일 일정을 안내했고, 5월 중 '로봇 설명회'를 개최할 계획이다.",
        "hosted",
        "2026-05",
    ),
    (
        "the days that another fact has of its place",
        "산업부가 KT와 주최하고 KIST가 주관하는 「로봇 한마당」이 20~23일 열린다고 밝혔다.\n정하람 KT 대표는 「로봇 한마당」에서 강연했다.",
        "participatedIn",
        "2026-03-20/2026-03-23",
    ),
    ("its own month, with a particle", "LG전자는 10일 KIST와 협약을 맺었고 2월에는 '로봇 대회'를 열었다.", "hosted", "2026-02"),
    ("its own month, of what is named", "LG전자는 1월 30일 KIST와 협약을 맺고 2월 로봇 '두루'를 선보였다.", "unveiled", "2026-02"),
    ("its own month to come", "LG전자는 10일 KIST와 협약을 맺었고 5월 '로봇 대회'를 연다.", "hosted", "2026-05"),
    ("the month in brackets", "산업부는 12일 성과를 알렸다. LG전자는 '로봇 공모전(5월)'을 개최한다.", "hosted", "2026-05"),
    ("the day, not the edition's year", "산업부는 12일 서울에서 2026년 로봇 대회를 개최한다고 밝혔다.", "hosted", "2026-03-12"),
    ("the year of what is told that day", "산업부는 12일 하반기에 로봇 대회를 개최한다고 밝혔다.", "hosted", "2026-07/2026-12"),
    ("the year of another edition", "산업부는 12일 서울에서 2027년 로봇 대회를 개최한다고 밝혔다.", "hosted", "2027"),
    ("not the year that it is like", "LG전자는 지난해와 같이 '로봇 대회'를 개최했다.", "hosted", None),
    ("not the year that it is more than", "LG전자는 지난해보다 크게 '로봇 대회'를 개최했다.", "hosted", None),
    ("not up to when a plan runs", "산업부는 2030년까지 기업을 돕는 사업의 전담기관으로 KIST를 지정했다.", "selected", None),
    ("up to when it was done", "산업부는 2024년까지 '로봇 사업'을 추진했다.", "implements", "../2024"),
    ("up to the year that runs", "산업부는 올해까지 KT에 300억원을 지원했다.", "supports", "../2026"),
    ("up to the month that runs", "산업부는 이달까지 KT에 300억원을 지원했다.", "supports", "../2026-03"),
    ("not up to the month to come", "산업부는 다음 달까지 300억원을 들이는 사업의 전담기관으로 KIST를 지정했다.", "selected", None),
    ("up to a day to come, of what lasts days", "'로봇 대회'가 14일까지 서울에서 열렸다.", "heldAt", "../2026-03-14"),
    ("in the edition's year", "산업부는 12일 성과를 알렸다. LG전자는 '2026 로봇 대회'를 개최했다.", "hosted", "2026-03-12"),
    ("not the day on which it is told", "산업부가 '로봇 포럼'을 개최했다고 12일 밝혔다.", "hosted", None),
    ("a day of the week told", "산업부는 11일 서울에서 사람들을 만났다. 산업부는 이번 주 '로봇 포럼'을 개최했다.", "hosted", "2026-03-11"),
    (
        "a week to come is no day gone by",
        "산업부는 11일 서울에서 사람들을 만났다. 산업부는 이번 주 '로봇 포럼'을 개최한다.",
        "hosted",
        "2026-03-09/2026-03-15",
    ),
    ("the month of a plan as told", "산업부는 12일 성과를 알렸다. LG전자는 상반기 '두루'를 공개한다.", "unveiled", "2026-01/2026-06"),
    ("work together has no day", "산업부는 12일 성과를 알렸다. LG전자는 카카오와 협업한다.", "collaboratesWith", None),
    ("an agreement has one", "산업부는 12일 행사를 열었다. LG전자는 카카오와 협약을 체결했다.", "collaboratesWith", "2026-03-12"),
    ("up to its last day", "'로봇 전시회'가 11일 서울에서 막을 올렸다. 행사는 14일까지 이어진다.", "heldAt", "2026-03-11/2026-03-14"),
    ("not up to another's", "'로봇 전시회'가 11일 서울에서 막을 올렸다. 신청은 14일까지 받는다.", "heldAt", "2026-03-11"),
    (
        "up to that of what is there",
        "'로봇 전시회'가 11일 서울에서 막을 올렸다. 14일까지 열리는 이번 행사에 다들 왔다.",
        "heldAt",
        "2026-03-11/2026-03-14",
    ),
    ("not up to the rain's", "'로봇 전시회'가 11일 서울에서 막을 올렸다. 장마는 14일까지 이어진다.", "heldAt", "2026-03-11"),
    (
        "not up to that of what is asked for it",
        "'로봇 전시회'가 11일 서울에서 막을 올렸다. 전시회 예약은 14일까지 계속된다.",
        "heldAt",
        "2026-03-11",
    ),
    ("not from long ago", "'로봇 전시회'가 지난 1월 11일 서울에서 막을 올렸다. 행사는 14일까지 이어진다.", "heldAt", "2026-01-11"),
    ("there when it is", "지난달 12일 열린 '로봇 포럼'에서 LG전자는 로봇 '두루'를 공개했다.", "unveiled", "2026-02-12"),
    (
        "not when it was that something happened to whom",
        "지난달 12일 열린 '로봇 포럼'에서 뽑힌 가온전자는 로봇 '두루'를 공개했다.",
        "unveiled",
        None,
    ),
    ("not when a law began", "지난달 12일 시행된 로봇법에 따라 LG전자는 로봇 '두루'를 공개했다.", "unveiled", None),
    ("a state has no day", "산업부는 12일 성과를 알렸다.\nLG전자는 로봇 '두루'를 개발했다.", "developed", None),
]


@pytest.mark.parametrize(("text", "property_", "time"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_happens_has_the_day_of_which_the_text_tells(text: str, property_: str, time: str | None) -> None:
    assert [f.time for f in facts(text, "2026-03-12") if f.property == property_] == [time]


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("산업부는 12월 로봇 박람회를 연다.", "2026-03-05", ("planned", "2026-12")),
        ("산업부는 12월 10일 로봇 박람회를 연다.", "2026-03-05", ("planned", "2026-12-10")),
        ("산업부는 12월 로봇 박람회를 열었다.", "2026-03-05", ("actual", "2025-12")),
        ("산업부는 12월부터 로봇 박람회를 연다.", "2026-03-05", ("ongoing", "2025-12")),
        ("산업부는 2025년 12월 로봇 박람회를 연다.", "2026-03-05", ("actual", "2025-12")),
        ("산업부는 12월 28일 로봇 박람회를 연다.", "2026-01-03", ("actual", "2025-12-28")),
        ("산업부는 3월 로봇 박람회를 연다.", "2026-11-03", ("planned", "2027-03")),
        ("산업부는 2일 KIST를 찾았고 3월에 로봇 박람회를 연다.", "2026-11-03", ("planned", "2027-03")),
        ("산업부는 28일 로봇 박람회를 연다.", "2026-11-12", ("planned", "2026-11-28")),
        ("산업부는 28일 로봇 박람회를 열었다.", "2026-11-12", ("actual", "2026-10-28")),
        ("산업부는 지난 28일 로봇 박람회를 열었다.", "2026-11-12", ("actual", "2026-10-28")),
        ("산업부는 11일 로봇 박람회를 연다.", "2026-11-12", ("actual", "2026-11-11")),
        ("산업부는 28일 로봇 박람회를 연다.", "2026-11-30", ("actual", "2026-11-28")),
        ("산업부는 31일 로봇 박람회를 연다.", "2026-11-12", ("actual", "2026-10-31")),
        ("산업부는 2일 로봇을 만드는 기업이 모이는 로봇 박람회를 열 예정이다.", "2026-11-12", ("planned", "2026-12-02")),
        ("산업부는 2일 로봇 박람회를 열기로 합의했다.", "2026-11-12", ("planned", None)),
        ("산업부는 2일 로봇 박람회를 열고 내년부터 KIST를 돕는다.", "2026-11-12", ("actual", "2026-11-02")),
        ("산업부는 2일 KIST와 협약을 맺고 로봇 박람회를 열 예정이다.", "2026-11-12", ("planned", None)),
    ],
)
def test_what_is_to_come_is_of_the_next_year_or_month_where_it_would_be_gone_by(text: str, today: str, expected: tuple[str, str]) -> None:
    """A month without a year, or a day without a month, is the next one in the present tense; a few days ago it is that of a late text."""
    held = next(fact for fact in facts(text, today) if fact.property == "hosted")
    assert (held.status, held.time) == expected


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("LG전자는 2019년 네이버와 협약을 맺고 로봇을 개발하고 있다.", None),
        ("LG전자는 2019년부터 네이버와 협약을 맺고 로봇을 개발하고 있다.", "2019"),
        ("LG전자는 올해 네이버와 협약을 맺고 로봇을 개발하고 있다.", "2025"),
    ],
)
def test_what_goes_on_is_of_no_year_gone_by_of_the_act_before(text: str, time: str | None) -> None:
    assert next(f.time for f in facts(text, "2025-05-01") if f.property == "developed") == time


@pytest.mark.parametrize(
    ("text", "property_", "time"),
    [
        ("LG전자는 2021년 개발한 로봇 '두루'를 네이버에 공급했다.", "supplied", None),
        ("과기정통부는 지난해 발표한 '로봇 육성방안'을 개정할 예정이다.", "formulated", None),
        ("LG전자는 지난 12일 열린 '로봇 포럼'을 통해 로봇 '두루'를 공개했다.", "unveiled", "2026-03-12"),
        ("LG전자는 지난 12일 연 간담회에서 로봇 '두루'를 공개했다.", "unveiled", "2026-03-12"),
        ("LG전자는 지난 12일 새로운 로봇 '두루'를 공개했다.", "unveiled", "2026-03-12"),
    ],
)
def test_a_time_right_before_a_verb_that_tells_of_a_thing_is_of_that_verb(text: str, property_: str, time: str | None) -> None:
    """When one meets is when one does what is done there."""
    assert {f.time for f in facts(text, "2026-03-20") if f.property == property_} == {time}


def test_who_stands_under_whom_has_no_day_of_the_sentence() -> None:
    told = facts("환경부는 한국수자원공사, 한국환경공단 등 산하 공공기관과 함께 5월 13일 '물 포럼'을 개최한다.", "2026-05-01")
    assert {(f.status, f.time) for f in told if f.property == "partOf"} == {("actual", None)}
