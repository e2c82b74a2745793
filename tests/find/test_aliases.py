"""Second names in parentheses: which two spans name one thing."""

from __future__ import annotations

import pytest

from tests.road import findings, named


def aliases(text: str) -> list[tuple[str, str]]:
    found = findings(text)
    whole = found.analysis.document.text
    return [(whole[a.full.start : a.full.end], whole[a.short.start : a.short.end]) for a in found.aliases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한국과학기술연구원(KIST)은 웃었다.", [("한국과학기술연구원", "KIST")]),
        ("KIST(한국과학기술연구원)는 웃었다.", [("KIST", "한국과학기술연구원")]),
        ("유럽연합(EU)은 웃었다.", [("유럽연합", "EU")]),
        ("한국양자기술진흥원(KQA)은 웃었다.", [("한국양자기술진흥원", "KQA")]),
        ("한국달탐사협회(달탐사협회)는 웃었다.", [("한국달탐사협회", "달탐사협회")]),
        ("과학기술정보통신부(이하 과기부)는 웃었다.", [("과학기술정보통신부", "과기부")]),
        ("새길로봇산업진흥원(이하 ‘새길진흥원’)은 웃었다.", [("새길로봇산업진흥원", "새길진흥원")]),
        ("산업통상자원부(장관 김하늘, 이하 산업부)는 웃었다.", [("산업통상자원부", "산업부")]),
        ("새길로봇산업진흥원(원장 김하늘, 이하 새길원)은 웃었다.", [("새길로봇산업진흥원", "새길원")]),
        ("마틴 리드(Martin Reed) 엔비디아 부사장은 웃었다.", [("마틴 리드", "Martin Reed")]),
        ("'국가 하늘 도약 전략'(하늘 전략)을 발표했다.", [("국가 하늘 도약 전략", "하늘 전략")]),
        ("'국가 로봇 도약 전략'(로봇 전략)을 발표했다.", [("국가 로봇 도약 전략", "로봇 전략")]),
        (
            "'새길 로봇 아카데미'(Saegil Robot Academy, SRA)를 열었다.",
            [("새길 로봇 아카데미", "Saegil Robot Academy"), ("새길 로봇 아카데미", "SRA")],
        ),
        ("한국달탐사협회(Korea Moon Association)는 웃었다.", [("한국달탐사협회", "Korea Moon Association")]),
    ],
)
def test_a_second_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert aliases(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "한국과학기술연구원(원장 김하늘)은 웃었다.",
        "KIST(대전)는 웃었다.",
        "KIST(12일)는 웃었다.",
        "KIST(3.5%)는 웃었다.",
        "정하람(47)은 웃었다.",
        "KIST(KAIST)는 웃었다.",
        "삼성전자(LG전자)는 웃었다.",
        "한국과학기술연구원(정하람, 김하늘)은 웃었다.",
        "정하람(새길로 대표)은 웃었다.",
        "KIST (웃음",
        "새길테크 호텔(서울)에서 열렸다.",
        "중앙부처(중소벤처기업부)가 왔다.",
        "환경교육위원회(환경부)가 바뀌었다.",
        "환경부(국립새길물병관리원)가 바뀌었다.",
        "서울(새길 호텔 하늘홀)에서 열렸다.",
        "개인정보위, 인터넷진흥원(이하 개인정보위 등)이 왔다.",
        "금융혁신심사위원회(금융위)가 바뀌었다.",
        "프랑스(Expertise France)가 왔다.",
        "IBK기업은행(IBK 1st LAB)이 왔다.",
        "KIST, 국방과학연구소(이하 출연연)가 왔다.",
        "대전시, 광주시(이하 협약기관)는 웃었다.",
        "새길로봇협의체(TF)가 모였다.",
    ],
)
def test_another_thing_in_a_parenthesis_is_no_second_name(text: str) -> None:
    assert aliases(text) == []


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("한국양자기술진흥원(KQA)은 웃었다. KQA는 대전에 있다.", "GovernmentBody", ["한국양자기술진흥원", "KQA"]),
        ("새길로봇산업진흥원(이하 새길원)은 웃었다. 새길원은 대전에 있다.", "GovernmentBody", ["새길로봇산업진흥원", "새길원"]),
        ("KQA는 대전에 있다. 한국양자기술진흥원(KQA)은 웃었다.", "GovernmentBody", ["KQA", "한국양자기술진흥원"]),
    ],
)
def test_a_second_name_is_then_found_by_itself(text: str, type_: str, names: list[str]) -> None:
    assert named(text, type_) == names
    last = [m for m in findings(text).mentions if m.type == type_]
    assert len(last) == 3


def test_a_second_name_of_a_known_body_has_its_row() -> None:
    found = [
        (m.text, m.authority)
        for m in findings("한국과학기술연구원(이하 과기연)은 웃었다. 과기연은 대전에 있다.").mentions
        if m.type != "Place"
    ]
    assert found == [("한국과학기술연구원", "kist"), ("과기연", "kist"), ("과기연", "kist")]


def test_a_class_word_may_be_a_second_name() -> None:
    assert named("새길로봇산업진흥원(이하 진흥원)은 웃었다.", "GovernmentBody") == ["새길로봇산업진흥원", "진흥원"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("산업부는 국내 최고의 새길 로봇 전시회인 ‘2026 새길쇼’를 열었다.", ["새길 로봇 전시회"]),
        ("산업부는 새길 로봇 전시회 및 콘퍼런스인 ‘2026 새길쇼’를 열었다.", ["새길 로봇 전시회"]),
        ("산업부는 새길 로봇 박람회이자 축제인 ‘2026 새길쇼’를 열었다.", []),
        ("산업부는 새길 로봇 전시회와 ‘2026 새길쇼’를 열었다.", []),
        ("산업부는 새길 로봇 전시회, ‘2026 새길쇼’를 열었다.", []),
    ],
)
def test_what_an_event_is_said_to_be_right_before_its_name_is_a_name_of_it(text: str, kinds: list[str]) -> None:
    assert [short for full, short in aliases(text) if full == "2026 새길쇼"] == kinds
