"""The name of an event with the words around it that belong to it too."""

from __future__ import annotations

import pytest

from tests.road import referred


def names_of(text: str) -> list[frozenset[str]]:
    return [frozenset(r.names) for r in referred(text).referents if r.type == "Event"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("산업부는 로봇 수출 관련 한일 국장급 회의를 열었다.", "로봇 수출 관련 한일 국장급 회의"),
        ("산업부는 로봇 분야 중소기업 지원계획 발표행사를 열었다.", "로봇 분야 중소기업 지원계획 발표행사"),
        ("산업부는 12일 로봇 기업 현장 방문 및 간담회를 열었다.", "로봇 기업 현장 방문 및 간담회"),
        ("산업부는 12일 로봇전략위 위원 위촉식 및 위원회를 열었다.", "로봇전략위 위원 위촉식 및 위원회"),
        ("산업부는 12일 창업 공모전 시상식과 협약식을 열었다.", "창업 공모전 시상식과 협약식"),
        ("산업부는 12일 ‘8대 로봇 선도 프로젝트’ 이행회의를 열었다.", "8대 로봇 선도 프로젝트 이행회의"),
        ("산업부는 12일 로봇실증사업의 성과발표회를 열었다.", "로봇실증사업 성과발표회"),
        ("산업부는 12일 새길로봇협회(협회) 출범식을 열었다.", "새길로봇협회(협회) 출범식"),
        ("산업부는 12일 새길로봇협회(협회) 출범식을 열었다.", "새길로봇협회 출범식"),
        ("산업부는 12일 2026 지능형(스마트)로봇산업대전 개막식을 열었다.", "2026 지능형(스마트)로봇산업대전 개막식"),
        ("산업부는 로봇 보급 확산을 위한 산학연 합동 로봇 회의를 열었다.", "로봇 보급 확산을 위한 산학연 합동 로봇 회의"),
        ("산업부는 해외 로봇 유통 상담회를 열었다.", "해외 로봇 유통 상담회"),
        ("산업부는 첫 로봇 유통 상담회를 열었다.", "첫 로봇 유통 상담회"),
    ],
)
def test_an_event_is_called_by_the_words_around_it_too(text: str, name: str) -> None:
    assert any(name in names for names in names_of(text))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("산업부는 기업 대표들과 한일 로봇 국장급 회의를 열었다.", "대표들"),
        ("산업부 장관은 12일 로봇 관련 한일 국장급 회의에 참석했다.", "12일"),
        ("<붙임> 한일 로봇 국장급 회의 개요", "붙임"),
        ("붙임 로봇 수출 확대를 위한 산업부 간담회 개요", "붙임"),
        ("산업부는 ▲로봇 수출 확대를 위한 국장급 회의를 열었다.", "▲"),
        ("산업부는 14시 한일 로봇 국장급 회의를 열었다.", "14"),
        ("산업부는 정하람 장관 주재 한일 로봇 국장급 회의를 열었다.", "주재"),
        ("산업부는 12일 한일 로봇 국장급 회의와 기업이 여는 새길 로봇 포럼을 알렸다.", "기업이"),
        ("새길전자는 한일 기업인들의 관심이 큰 CES 2026에 참가했다.", "기업인"),
    ],
)
def test_what_does_not_belong_to_the_name_is_left_out(text: str, part: str) -> None:
    found = names_of(text)
    assert found
    assert not any(part in name for names in found for name in names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("산업부는 로봇 분야 중소기업 보급 지원계획을 발표했다.", "로봇 분야 중소기업 보급 지원계획"),
        ("산업부는 12일 KAIST 누리로봇연구소를 찾았다.", "KAIST 누리로봇연구소"),
        ("산업부는 배관 점검 및 교체 고도화 사업을 추진한다.", "배관 점검 및 교체 고도화 사업"),
        ("산업부는 해외 로봇 인증 제공 사업을 알렸다.", "해외 로봇 인증 제공 사업"),
        ("산업부는 노후 배관 교체를 위한 로봇 점검 고도화 사업을 추진한다.", "노후 배관 교체를 위한 로봇 점검 고도화 사업"),
        ("산업부는 배관 점검을 위한 범부처 로봇 점검 고도화 사업을 추진한다.", "배관 점검을 위한 범부처 로봇 점검 고도화 사업"),
    ],
)
def test_a_plan_or_body_is_called_with_the_nouns_before_its_name_too(text: str, name: str) -> None:
    assert any(name in r.names for r in referred(text).referents)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("정하람 누리로봇연구소 소장이 왔다.", "정하람"),
        ("정부는 미국의 누리로봇 보급 지원계획을 발표했다.", "미국"),
        ("새봄부처 및 누리로봇협회가 왔다.", "및"),
    ],
)
def test_what_is_of_somebody_is_no_part_of_the_name(text: str, part: str) -> None:
    found = [r for r in referred(text).referents if "누리로봇" in r.name]
    assert found
    assert not any(part in name for r in found for name in r.names)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("이를 위한 배관 점검 고도화 사업을 추진한다.", "이를"),
        ("산업부는 내년을 위한 배관 점검 고도화 사업을 추진한다.", "산업부"),
        ("산업부는 배관 점검 고도화 사업을 위한 예산을 편성했다.", "예산"),
        ("산업부는 사고를 막기 위한 배관 점검 고도화 사업을 추진한다.", "위한"),
        ("산업부는 발전소에 대한 점검과 별도로 배관 점검 고도화 사업을 추진한다.", "발전소"),
    ],
)
def test_what_a_plan_is_for_is_no_part_of_its_name_where_no_nouns_tell_it(text: str, part: str) -> None:
    found = [r for r in referred(text).referents if r.type == "Policy"]
    assert any("고도화 사업" in r.name for r in found)
    assert not any(part in name for r in found for name in r.names)
