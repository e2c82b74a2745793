"""A place and the larger ones before it are one name; a hall is named beside its town."""

from __future__ import annotations

import pytest

from tests.road import findings


def places(text: str) -> list[tuple[str, str | None]]:
    """The places and cities as (surface, row)."""
    return [(m.text, m.authority) for m in findings(text).mentions if m.type in {"Place", "GovernmentBody"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("경기도 과천에 연구소를 열었다.", [("경기도 과천", "gwacheon")]),
        ("경기도 성남시는 웃었다.", [("경기도 성남시", "seongnam-city")]),
        ("부산 기장군 장안읍에 있다.", [("부산 기장군 장안읍", None)]),
        ("서울 강남구에 있다.", [("서울 강남구", "gangnam")]),
        ("광주광역시 북구에 있다.", [("광주광역시 북구", "gwangju-buk-gu")]),
        ("부산 해운대구 소재 기업이다.", [("부산 해운대구", None)]),
        ("서울 소공동에 있다.", [("서울 소공동", None)]),
        ("일본 도쿄에 사무소가 있다.", [("일본 도쿄", "tokyo")]),
        ("일본 도쿄 소재 한빛로보를 만났다.", [("일본 도쿄", "tokyo")]),
    ],
)
def test_one_address(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("부산 벡스코에서 열렸다.", ["부산", "벡스코"]),
        ("전주 새길호텔에서 열렸다.", ["전주", "새길호텔"]),
        ("세종 한빛 호텔에서 열렸다.", ["세종", "한빛 호텔"]),
        ("서울 신라호텔에서 열렸다.", ["서울", "신라호텔"]),
        ("서울 강남구역삼동 한빛타워에서 열렸다.", ["서울", "한빛타워"]),
        ("가온타워에서 열렸다.", ["가온타워"]),
        ("컨트롤타워를 만들었다.", []),
        ("일본 도쿄에서 열렸다.", ["일본", "도쿄"]),
        ("일본 도쿄(제2회의장)에서 열렸다.", ["일본", "도쿄"]),
        ("일본 뉴욕에 있다.", ["일본", "뉴욕"]),
        ("부산, 대전에 있다.", ["부산", "대전"]),
        ("서울 활동을 마쳤다.", ["서울"]),
        ("대전 감동의 현장이다.", ["대전"]),
        ("대전 연구 현장이다.", ["대전"]),
        ("대전 공동연구 현장이다.", ["대전"]),
        ("부산 대구에서 열렸다.", ["부산", "대구"]),
        ("미국과 보스턴에서 만났다.", ["미국", "보스턴"]),
    ],
)
def test_places_apart(text: str, expected: list[str]) -> None:
    assert [surface for surface, _ in places(text)] == expected
