"""The works, halls and offices of a body are named with it."""

from __future__ import annotations

import pytest

from tests.road import findings


def facilities(text: str) -> list[tuple[str, str]]:
    """The facilities as (surface, class)."""
    return [(m.text, m.type) for m in findings(text).mentions if m.rule == "facility"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("장관은 25일 LG화학 여수공장을 방문했다.", [("LG화학 여수공장", "Product")]),
        ("장관은 25일 LG화학 여수 공장을 방문했다.", [("LG화학 여수 공장", "Product")]),
        ("장관은 25일 LG화학 울산 배터리 공장을 방문했다.", [("LG화학 울산 배터리 공장", "Product")]),
        ("장관은 LG화학 여수공장과 오창공장을 방문했다.", [("LG화학 여수공장", "Product")]),
        ("로봇 포럼을 25일 KAIST 가온홀에서 열었다.", [("KAIST 가온홀", "Place")]),
        ("로봇 포럼을 25일 KIST 본관 지하 1층 대강당에서 열었다.", [("KIST 본관 지하 1층 대강당", "Place")]),
        ("장관은 25일 KT 목동 데이터센터를 방문했다.", [("KT 목동 데이터센터", "Product")]),
        ("장관은 25일 한수원 인재개발원을 방문했다.", [("한수원 인재개발원", "Product")]),
        ("전문가들은 후쿠시마 원전을 방문했다.", [("후쿠시마 원전", "Product")]),
    ],
)
def test_the_name_of_the_body_or_town_is_a_part_of_the_facility_s(text: str, expected: list[tuple[str, str]]) -> None:
    assert facilities(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # The body has a part of its own in the sentence.
        "LG화학은 공장을 짓는다.",
        "LG화학의 공장이 멈췄다.",
        "LG화학 직원이 공장을 지켰다.",
        "LG화학 등 공장 열 곳이 문을 닫았다.",
        # Of many works the class word alone names none.
        "로봇이 LG화학 공장에서 쓰인다.",
        "KIST 홀에서 만났다.",
        # A way of making things, the head of a works, a room, and works that stand in a town.
        "LG화학 스마트공장 확산 방안을 논의했다.",
        "LG화학 정하람 공장장이 말했다.",
        "LG화학 공장장이 말했다.",
        "로봇 포럼을 25일 KIST 회의실에서 열었다.",
        "로봇 포럼을 25일 LG화학 코엑스 나루홀에서 열었다.",
        "대전시 공장 다섯 곳을 찾았다.",
        "전문가들은 일본 원전을 방문했다.",
        "한수원은 원전을 운영한다.",
    ],
)
def test_no_facility(text: str) -> None:
    assert facilities(text) == []
