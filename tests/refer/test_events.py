"""Names of events that a text calls by a class word alone: by what they were for, about or held with."""

from __future__ import annotations

import pytest

from tests.road import referred


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("산업부는 반도체 기업들과 간담회를 가졌다.", {"반도체 기업들 간담회", "반도체 기업들과 간담회"}),
        ("산업부는 반도체 기업들과 심도 있는 간담회를 가졌다.", {"반도체 기업들 간담회"}),
        ("산업부는 로봇 수출 지원을 위한 공청회를 열었다.", {"로봇 수출 지원 공청회", "로봇 수출 지원을 위한 공청회"}),
        ("대표들이 참석한 가운데 산업부는 공청회를 열었다.", {"공청회"}),
        ("산업부는 기업들과 '로봇 정책 토론회'를 열었다. 토론회는 컸다.", {"로봇 정책 토론회"}),
        ("산업부는 12일 제18회 전체회의를 열었다.", {"제18회 전체회의"}),
        ("산업부는 12일 올해의 전체회의를 열었다.", {"전체회의"}),
        ("산업부는 '인재 연결 축제'(페스티벌)를 열었다.", {"인재 연결 축제"}),
        ("산업부는 로봇 물류 토론회(라운드테이블)를 열었다.", {"로봇 물류 토론회", "로봇 물류 토론회(라운드테이블)"}),
        ("산업부, 로봇 토론회 개최. 정부는 ‘로봇 법’ 제정을 위한 토론회를 열었다.", {"로봇 토론회", "로봇 법 제정을 위한 토론회"}),
        ("장관은 한국재료연구원(이하 ‘재료연’, 원장 정하람)과 포럼을 열었다.", {"한국재료연구원 포럼", "한국재료연구원과 포럼"}),
        ("새길원은 재료를 한국재료연구원과 함께 개발하고 시연회를 열었다.", {"시연회"}),
        ("장관은 로봇 기업(30개사, 대·중소) 대표들과 간담회를 열었다.", {"로봇 기업 대표들 간담회"}),
    ],
)
def test_an_event_is_called_by_what_is_said_of_it(text: str, names: set[str]) -> None:
    events = [r for r in referred(text).referents if r.type == "Event"]
    assert len(events) == 1
    assert names <= set(events[0].names)


def test_a_clause_before_the_partner_is_no_part_of_the_name() -> None:
    (event,) = [r for r in referred("대표가 참석한 가운데 장관은 미국에 간 로봇 기업들과 간담회를 가졌다.").referents if r.type == "Event"]
    assert event.name == "로봇 기업 간담회"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("산업부는 부산시와 벡스코에서 로봇산업 축제를 열었다.", "로봇산업 축제"),
        ("산업부는 로봇 기업들과 벡스코에서 간담회를 열었다.", "로봇 기업 간담회"),
        ("산업부는 로봇 기업들과 함께 가진 간담회에서 밝혔다.", "로봇 기업 간담회"),
        ("산업부와 함께 열린 설명회에서 밝혔다.", "설명회"),
        ("산업부는 정하람 KIST 원장과 함께 참석한 설명회에서 밝혔다.", "설명회"),
        ("산업부는 정하람 원장 등과 간담회를 열었다.", "간담회"),
        ("산업부는 네이버, KT 등 통신 기업들과 간담회를 열었다.", "통신 기업 간담회"),
        ("산업부는 새빛고등학교와 간담회를 열었다.", "새빛고등학교 간담회"),
        ("산업부는 로봇 기업 대표들과 만나 현장 간담회를 열었다.", "로봇 기업 대표 현장 간담회"),
        ("산업부는 KT·네이버와 간담회를 열었다.", "간담회"),
        ("산업부는 교수, 로봇 기업들과 간담회를 열었다.", "간담회"),
        ("산업부는 12일, 로봇 기업들과 간담회를 열었다.", "로봇 기업 간담회"),
        ("산업부, 로봇 기업들과 간담회 개최", "로봇 기업 간담회"),
    ],
)
def test_neither_places_nor_clauses_nor_some_of_the_guests_are_in_the_name(text: str, name: str) -> None:
    (event,) = [r for r in referred(text).referents if r.type == "Event"]
    assert event.name == name


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("산업부는 2026 로봇쇼 코리아(Robot Show Korea 2026)를 열었다.", "2026 로봇쇼 코리아", "Robot Show Korea 2026"),
        ("산업부는 새길 로봇 포럼(Saegil Robot Forum Korea)을 열었다.", "새길 로봇 포럼", "Saegil Robot Forum Korea"),
        ("산업부는 최대 로봇 전시회인 2026 로봇쇼 코리아를 열었다.", "2026 로봇쇼 코리아", "로봇 전시회"),
        ("KIST는 Robot World 2026에 참가했다.", "Robot World 2026", "Robot World 2026"),
    ],
)
def test_an_event_of_two_names_is_shown_by_the_korean_one(text: str, name: str, also: str) -> None:
    (event,) = [r for r in referred(text).referents if r.type == "Event"]
    assert event.name == name
    assert also in event.names
