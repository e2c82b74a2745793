"""Names that most texts only say by the way are mentions only where a sentence tells something of the thing."""

from __future__ import annotations

import pytest

from tests.road import findings


def surfaces(text: str) -> list[str]:
    return [m.text for m in findings(text).mentions if m.authority in {"republic-of-korea-government", "south-korea"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("정부는 웃었다.", ["정부"]),
        ("나루테크는 정부와 만났다.", ["정부"]),
        ("정부 예산이 늘었다. 이에 정부가 웃었다.", ["정부", "정부"]),
        ("나루테크는 정부의 지원을 받았다.", ["정부"]),
        ("우리나라는 웃었다.", ["우리나라"]),
        ("한국에서 열린 포럼이다.", ["한국"]),
        ("정하람 대한민국 대사가 왔다.", ["대한민국"]),
        ("한국, 독일, 일본 전문가가 왔다.", ["한국"]),
    ],
)
def test_told_of(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "정부 예산이 늘었다.",
        "정부의 지원이 늘었다.",
        "우리나라 기술이 앞섰다.",
        "대한민국 산업의 힘을 본다.",
        "산업계, 학계, 정부 등이 모였다.",
        "정부, 산업계, 학계가 모였다.",
        "정부, LG전자, 학계가 모였다.",
        "정부, 지역 로봇 산업 중소 기업, 학계가 모였다.",
        "정부, 산업계·학계, 지역이 모였다.",
        "정부·산업계, 로봇 개발",
        "정부, 산업계\n\n새 전략을 확정했다.",
    ],
)
def test_said_by_the_way(text: str) -> None:
    assert surfaces(text) == []


def test_other_names_are_never_left_out() -> None:
    assert [m.text for m in findings("미국 기술이 앞섰다.").mentions] == ["미국"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("나루는 소프트웨어 회사다.", []),
        ("새길은 드론 조직이 크다.", []),
        ("새길은 드론 기업을 돕는다.", ["드론"]),
        ("나루는 드론 기업이다. 새 드론을 판다.", ["드론", "드론"]),
        ("나루는 드론 시장을 본다.", ["드론"]),
    ],
)
def test_a_field_that_only_tells_who_works_in_it(text: str, fields: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Technology"] == fields


@pytest.mark.parametrize(
    "text",
    [
        "정부, '로봇 전략' 확정",
        "정부가 전략을 확정했다.",
        "정부, 로봇 전략 확정",
        "정부, 로봇 전략 확정\n\n나래전자가 27일 웃었다.",
        "정부, 전략 확정\n\n삼성전자, LG전자가 웃었다.",
        "정부, 로봇 산업 육성 기본 전략 추진 중",
        "정부, AI 인재 양성",
        "정부, 네이버·KT와 로봇 개발",
        "정부, 로봇·드론 육성 전략 발표",
        "정부, 로봇 산업 육성 기본 전략을 확정했다.",
    ],
)
def test_who_acts_in_a_headline_is_told_of(text: str) -> None:
    assert "정부" in surfaces(text)


def test_the_government_of_another_state_has_none_of_this_one_inside() -> None:
    assert [m.authority for m in findings("KIST는 사우디 정부와 협의했다.").mentions] == ["kist", "saudi-arabia-government"]
    assert not any(m.authority == "republic-of-korea-government" for m in findings("KIST는 사우디 정부와 협의했다.").nested)
    assert not any(m.text == "해군" for m in findings("KIST는 미 해군과 협의했다.").nested)
