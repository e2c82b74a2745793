"""The editions of a known event are events of their own, named with their year or number."""

from __future__ import annotations

import pytest

from tests.road import findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("인터배터리 2025에 갔다.", ["인터배터리 2025"]),
        ("MWC25에 갔다.", ["MWC25"]),
        ("MWC 2026에 갔다.", ["MWC 2026"]),
        ("CES에 갔다.", ["CES"]),
        ("2025 인터배터리에 갔다.", ["2025 인터배터리"]),
        ("NeurIPS 2025에 논문을 냈다.", ["NeurIPS 2025"]),
        ("CES 2025개 부스를 봤다.", ["CES"]),
        ("CES 3개 부스를 봤다.", ["CES"]),
    ],
)
def test_edition(text: str, expected: list[str]) -> None:
    events = [m for m in findings(text).mentions if m.type == "Event"]
    assert [m.text for m in events] == expected
    assert all(m.authority is None for m in events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("제3차 로봇 물류 토론회가 열렸다.", "제3차 로봇 물류 토론회"),
        ("제11회 국민 삶의 질 측정 포럼을 열었다.", "제11회 국민 삶의 질 측정 포럼"),
        ("올해 3회 로봇 물류 토론회를 열었다.", "로봇 물류 토론회"),
        ("제2차 회의에서 밝힌 삶의 질 측정 포럼을 열었다.", "질 측정 포럼"),
    ],
)
def test_the_number_before_a_name_belongs_to_it(text: str, expected: str) -> None:
    assert expected in [m.text for m in findings(text).mentions if m.type == "Event"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("새길 엑스포 2026에서 로봇을 공개한다.", "새길 엑스포 2026"),
        ("‘새길 로봇 포럼 2026’이 열렸다.", "새길 로봇 포럼 2026"),
        ("제3회 새길 엑스포 2026을 열었다.", "제3회 새길 엑스포 2026"),
        ("새길 로봇 포럼 2026년 계획을 밝혔다.", "새길 로봇 포럼"),
        ("새길 로봇 포럼 2026-2028 계획을 밝혔다.", "새길 로봇 포럼"),
        ("새길 로봇 포럼 2026부터 로봇을 공개한다.", "새길 로봇 포럼 2026"),
        ("새길 로봇 포럼 2000 여명이 왔다.", "새길 로봇 포럼"),
    ],
)
def test_the_year_behind_a_name_belongs_to_it(text: str, expected: str) -> None:
    assert expected in [m.text for m in findings(text).mentions if m.type == "Event"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("정부는 로봇 안전 확보 로드맵 2.0을 세웠다.", "로봇 안전 확보 로드맵 2.0"),
        ("정부는 「로봇 안전 추진 지침(가이드) 1.0」을 냈다.", "로봇 안전 추진 지침(가이드) 1.0"),
        ("정부는 로봇 안전 확보 사업 2.5배 확대를 밝혔다.", "로봇 안전 확보 사업"),
        ("정부는 로봇 안전 확보 사업 1.5조원을 편성했다.", "로봇 안전 확보 사업"),
        ("정부는 로봇 안전 확보 사업 3.5(화) 공고를 냈다.", "로봇 안전 확보 사업"),
        ("정부는 로봇 안전 확보 사업 2로 넘어갔다.", "로봇 안전 확보 사업"),
    ],
)
def test_the_number_of_its_version_behind_a_plan_belongs_to_it(text: str, expected: str) -> None:
    assert [m.text.strip("「」") for m in findings(text).mentions if m.type == "Policy"] == [expected]
