"""The sums and years of programmes."""

from __future__ import annotations

import pytest

from tests.road import facts

LEAD = "과기정통부는 '양자 도약 사업'을 추진한다. "
CASES = [
    ("behind the name", LEAD + "'양자 도약 사업'(568백만원)은 새싹기업을 돕는다.", "568000000 KRW", None),
    ("with its years", LEAD + "'양자 도약 사업'(’25~’29년, 300억원)은 새싹기업을 돕는다.", "30000000000 KRW", "2025/2029"),
    ("beside the word for it", LEAD + "사업금액은 약 208억원 규모로 새싹기업을 돕는다.", "20800000000 KRW", None),
    ("years of the sum", LEAD + "이 사업은 올해 9월부터 2028년까지 총 190억원을 투입한다.", "19000000000 KRW", "2025-09/2028"),
    ("in an outline", LEAD + "\nㅇ (목적) 기업을 돕는다.\nㅇ (대상) 새싹기업\nㅇ (지원규모) 75개 과제, 155억원", "15500000000 KRW", None),
    ("not of another in brackets", LEAD + "이 사업은 옛 1.0 단계(312억원 규모)를 바탕으로 총 190억원을 투입한다.", "19000000000 KRW", None),
    ("what a budget does", LEAD + "여기에 190억원을 투자한다.", "19000000000 KRW", None),
    ("in a headline", "로봇 육성에 117억원 지원\n" + LEAD, "11700000000 KRW", None),
    ("what goes into it", LEAD + "이 사업에는 2032년까지 190억원이 들어간다.", "19000000000 KRW", "../2032"),
    ("with its parts", LEAD + "이 사업에는 총 190억원(국비 120억원, 민간 70억원)을 투입한다.", "19000000000 KRW", None),
    ("the whole, not a year's", LEAD + "올해 예산은 30억원이고 총사업비는 190억원이다.", "19000000000 KRW", "2025"),
    ("of how many", LEAD + "이 사업의 새 과제(20개, 240억원)를 공고했다.", "24000000000 KRW", None),
    (
        "label with a period",
        LEAD + "\nㅇ (목적) 기업을 돕는다.\nㅇ (기간/예산) 2025.6월~2026.12월 / 총 30억원",
        "3000000000 KRW",
        "2025-06/2026-12",
    ),
    (
        "another named in its line",
        LEAD + "\nㅇ (목적) 기업을 돕는다.\nㅇ (총사업비) 190억원, '별빛 도약 사업'과 따로",
        "19000000000 KRW",
        None,
    ),
    ("a line about it", LEAD + "\n* 양자 도약 사업 : (‘24) 43억원 → (‘25) 73억원", "7300000000 KRW", None),
    ("not what one gets", "과기정통부는 '양자 도약 사업'을 추진해 월 20만원을 지원한다.", None, None),
    ("not what each gets", "과기정통부는 '양자 도약 사업'을 추진해 1인당 연 900만원을 지원한다.", None, None),
    ("what there is in May", "과기정통부는 '양자 도약 사업'에 5월 20억원을 투입한다.", "2000000000 KRW", "2025-05"),
    ("the whole, behind shares", LEAD + "이 사업은 4개사를 뽑아 기업당 4억원씩 총 16억원을 지원한다.", "1600000000 KRW", None),
    ("two sentences behind", LEAD + "기업을 돕는다. 수출도 돕는다. 모두 총 190억원을 투입한다.", None, None),
    ("raised by a firm", LEAD + "이 사업에 참여한 기업은 330억원의 투자를 유치했다.", None, None),
    ("up to", LEAD + "이 사업은 새싹기업에 3억원까지 지원한다.", None, None),
    ("of the year before", LEAD + "작년에는 총 77억원을 투입했다.", None, None),
    ("beside another line", LEAD + "참가비는 3만원\n예산은 많다.", None, None),
    ("a share", LEAD + "기업당 총 2억원을 투입한다.", None, None),
    ("no budget", LEAD + "참가비는 3만원이다.", None, None),
    ("a year long ago", LEAD + "2019년 '양자 도약 사업'을 예고했다.", None, None),
    ("year before the name", "과기정통부는 2025년 '양자 도약 사업'을 추진한다.", None, "2025"),
]


@pytest.mark.parametrize(("text", "amount", "time"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_programme_has_its_sum_and_years(text: str, amount: str | None, time: str | None) -> None:
    told = [f for f in facts(text, "2025-03-12") if f.property == "implements"]
    assert [(f.amount, f.time) for f in told] == [(amount, time)]


def test_a_survey_has_no_budget() -> None:
    told = facts("산업부는 '로봇산업 실태조사'를 실시했다. 로봇산업은 총 7조원 규모이다.", "2025-03-12")
    assert [f.amount for f in told if f.property == "implements"] == [None]


@pytest.mark.parametrize(
    ("before", "amount"),
    [
        ("리벨리온은 340억원 규모의 투자를 유치했다. ", "34000000000 KRW"),
        ("리벨리온은 340억원 규모의 투자를 유치했다. 누적 투자는 900억원이다. ", None),
        ("리벨리온은 340억원 가운데 120억원을 유치했다. ", None),
    ],
    ids=["the round's", "not further back", "one of two"],
)
def test_who_joins_a_round_does_so_with_its_sum(before: str, amount: str | None) -> None:
    told = [f for f in facts(before + "한국산업은행이 투자자로 참여했다.", "2025-03-12") if f.property == "supports"]
    assert {f.amount for f in told if f.object == "리벨리온"} <= {amount}
    assert amount is None or told


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("LG전자는 310억원을 들여 부산에 '로봇 연구센터'를 짓는다.", "31000000000 KRW"),
        ("산업부는 2027년까지 100억원을 투자해 '로봇 연구센터'를 구축한다.", "10000000000 KRW"),
        ("LG전자는 로봇 과제에 310억원을 투입하고 부산에 '로봇 연구센터'를 짓는다.", None),
        ("산업부는 펀드를 1조원 이상 조성했으며 '로봇 연구센터'를 구축한다.", None),
        ("LG전자는 310억원을 빌려 '로봇 연구센터'를 짓는다.", None),
        ("LG전자는 매출 310억원을 달성해 '로봇 연구센터'를 짓는다.", None),
    ],
)
def test_what_is_spent_on_a_thing_is_its_sum_and_not_that_of_its_place(text: str, amount: str | None) -> None:
    told = facts(text, "2026-03-12")
    assert [f.amount for f in told if f.property == "established"] == [amount]
    assert [f.amount for f in told if f.property == "locatedIn"] == [None] * ("부산" in text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("리벨리온은 KT가 참여한 투자에서 340억원을 유치했다.", "34000000000 KRW"),
        ("리벨리온은 KT가 참여한 투자에서 칩을 알리고 누적 340억원을 모았다.", None),
    ],
)
def test_what_a_round_raised_is_the_sum_of_who_took_part(text: str, amount: str | None) -> None:
    assert [f.amount for f in facts(text, "2025-03-12") if f.property == "supports"] == [amount]


@pytest.mark.parametrize(
    ("said", "amount", "time"),
    [
        ("2026년 30억원, 2027년 50억원을", "8000000000 KRW", "2026/2027"),
        ("2026년 30억원과 2027년 50억원을", "8000000000 KRW", "2026/2027"),
        ("2026년 30억원, 2027년 50억원 등 80억원을", "8000000000 KRW", "2026/2027"),
        ("2027년 50억원을", "5000000000 KRW", "2027"),
        ("2027년 50억원 가운데 30억원을", "3000000000 KRW", "2027"),
        ("2024년 10억원, 2025년 20억원에 이어 2026년 30억원을", "3000000000 KRW", "2026"),
        ("3년간 매년 100억원을", None, None),
    ],
)
def test_the_sums_of_several_years_are_one(said: str, amount: str | None, time: str | None) -> None:
    told = [f for f in facts(f"정부는 반도체에 {said} 투자한다.", "2025-11-13") if f.object == "반도체"]
    assert [(f.amount, f.time) for f in told] == [(amount, time)]


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("290억원(국비 200억원, 지방비 90억원)을", "29000000000 KRW"),
        ("290억원(작년 200억원)을", "29000000000 KRW"),
        ("290억원(’25년 100억원, ’26년 190억원)을", "29000000000 KRW"),
        ("200억원(국비)과 시비 90억원, 모두 290억원을", "29000000000 KRW"),
        ("5천억 엔(한화 약 5조원)을", "500000000000 JPY"),
        ("올해(200억원)보다 많은 290억원을", "29000000000 KRW"),
        ("5년간(총 290억원)", "29000000000 KRW"),
    ],
)
def test_the_parts_of_a_sum_are_not_the_sum(said: str, amount: str) -> None:
    told = facts(f"산업부는 반도체에 {said} 투자한다.", "2025-03-12")
    assert [f.amount for f in told if f.property == "supports"] == [amount]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "과기정통부는 '양자 도약 사업'(300억원)을 추진한다. 이 사업에는 리벨리온이 참여한다.",
            {"과학기술정보통신부": "30000000000 KRW", "리벨리온": None},
        ),
        (
            "과기정통부와 한국연구재단은 '양자 도약 사업'(300억원)을 추진한다.",
            {"과학기술정보통신부": "30000000000 KRW", "한국연구재단": "30000000000 KRW"},
        ),
        ("리벨리온은 '양자 도약 사업'을 추진한다. 총사업비는 300억원이다.", {"리벨리온": "30000000000 KRW"}),
        (
            "과기정통부는 '양자 도약 사업'(300억원)을 추진한다. 리벨리온은 20억원으로 '양자 도약 사업'을 수행한다.",
            {"과학기술정보통신부": "30000000000 KRW", "리벨리온": "2000000000 KRW"},
        ),
    ],
    ids=["of who pays", "of both who pay", "of a firm's own", "of the own clause"],
)
def test_what_a_programme_costs_is_told_of_who_pays_for_it(text: str, sums: dict[str, str | None]) -> None:
    told = [f for f in facts(text, "2025-03-12") if f.property == "implements"]
    assert {f.subject: f.amount for f in told} == sums
