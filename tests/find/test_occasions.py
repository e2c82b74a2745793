"""Occasions that only what they are for tells."""

from __future__ import annotations

import pytest

from tests.road import findings, named


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        ("이도윤 차관은 로봇 산업 진흥을 위한 현장소통의 일환으로 LG전자를 찾았다.", ["로봇 산업 진흥을 위한 현장소통"]),
        ("12일 양자 기술 확산을 위한 현장 점검의 일환으로 KIST를 방문했다.", ["양자 기술 확산을 위한 현장 점검"]),
        ("이도윤 차관은 로봇 분야에 대한 현장행보의 일환으로 LG전자를 찾았다.", ["로봇 분야에 대한 현장행보"]),
        ("이도윤 차관은 현장소통의 일환으로 LG전자를 찾았다.", []),
        ("이도윤 차관은 로봇 산업 진흥을 위한 현장소통을 강화했다.", []),
        ("로봇 산업 진흥을 위해 이도윤 차관은 현장소통의 일환으로 LG전자를 찾았다.", []),
    ],
)
def test_an_occasion_has_the_name_of_its_purpose(text: str, occasions: list[str]) -> None:
    assert named(text, "Event") == occasions


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("과기정통부는 로봇 보급 확산 사업 설명회를 열었다.", "로봇 보급 확산 사업"),
        ("과기정통부는 온라인 로봇 보급 확산 사업 설명회를 열었다.", "로봇 보급 확산 사업"),
        ("과기정통부는 인공지능 인재 양성 전략 토론회를 열었다.", None),
        ("과기정통부는 2025 로봇 보급 확산 사업 설명회를 열었다.", "로봇 보급 확산 사업"),
        ("과기정통부는 중장기 전략 토론회를 열었다.", None),
        ("과기정통부는 로봇 기업 지원 간담회를 열었다.", None),
    ],
)
def test_the_plan_in_the_name_of_its_event_is_a_thing_of_its_own(text: str, plan: str | None) -> None:
    nested = [m.text for m in findings(text).nested if m.type == "Policy"]
    assert nested == ([plan] if plan else [])


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("과기정통부는 12일 서울에서 '과학기술인 신년인사회'를 열었다.", ["과학기술인 신년인사회"]),
        ("한국무역협회는 서울에서 '무역인 신년하례회'를 열었다.", ["무역인 신년하례회"]),
        ("정부는 지식인사회와 노인사회를 지원한다.", []),
    ],
)
def test_a_meeting_at_the_turn_of_the_year_is_an_event(text: str, events: list[str]) -> None:
    assert named(text, "Event") == events
