"""Whom a labelled line of an outline lists, and which lines below it go on."""

from __future__ import annotations

import pytest

from tests.road import facts

_FORUM = "산업부는 12일 반도체 협력 포럼을 개최했다."


def _guests(*lines: str) -> set[str]:
    told = facts("\n\n".join([_FORUM, *lines]), "2025-03-12")
    return {fact.subject for fact in told if fact.property == "participatedIn"}


@pytest.mark.parametrize(
    ("lines", "guests"),
    [
        (("· 참석 인원 : 삼성전자, KIST 등 19명",), {"삼성전자", "한국과학기술연구원"}),
        (("ㅇ 참석자", "- 삼성전자 부사장", "- KIST 원장", "ㅇ 네이버는 새 서비스를 낸다."), {"삼성전자", "한국과학기술연구원"}),
        (("ㅇ 참석자 :", "- 기 업 삼성전자", "- 연구소 KIST", "- 문의 : 네이버"), {"삼성전자", "한국과학기술연구원"}),
        (
            ("◇ (참석자) 산업부 장관 등", "ㅇ (연구소) KIST, 한국전자통신연구원", "ㅇ 네이버는 새 서비스를 낸다."),
            {"한국과학기술연구원", "한국전자통신연구원"},
        ),
        (("* 참석업체 : 삼성전자, 네이버 등 10개 기업",), {"삼성전자", "네이버"}),
        (("* (확대 참여기관) 삼성전자, KIST",), {"삼성전자", "한국과학기술연구원"}),
        (("- 참석자", "- 삼성전자 부사장", "- KIST 원장"), {"삼성전자"}),
        (("ㅇ 12일 한울관에서 청년 50명 참여", "- KIST 현장방문"), set()),
        (("ㅇ 참석 : 산업부 장관, 유관기관* 등", "* KIST, 네이버"), {"한국과학기술연구원", "네이버"}),
        (("ㅇ 참석 : 산업부 이도윤 차관(주재), KIST",), {"한국과학기술연구원"}),
        (("ㅇ 참 석 자 : 삼성전자, KIST 등",), {"삼성전자", "한국과학기술연구원"}),
        (("ㅇ 참석자 : 대전, 부산 등 지자체",), {"대전광역시", "부산광역시"}),
        (("ㅇ 참석자 : 대전 소재 기업, 한국-UAE 기업인 등",), set()),
        (("ㅇ (간담회 참석자) KIST, 네이버",), {"한국과학기술연구원", "네이버"}),
        (("ㅇ (주요 참석) [韓] 삼성전자, KIST", "[獨] 네이버"), {"삼성전자", "한국과학기술연구원", "네이버"}),
    ],
)
def test_guests(lines: tuple[str, ...], guests: set[str]) -> None:
    assert _guests(*lines) == guests


def test_who_has_the_chair_of_the_guests_is_host() -> None:
    told = facts(f"{_FORUM}\n\nㅇ 참석자 : (산업부) 이도윤 차관(주재), 삼성전자 한나래 부사장", "2025-03-12")
    assert {fact.subject for fact in told if fact.property == "hosted"} == {"산업통상자원부", "이도윤"}


@pytest.mark.parametrize(
    "below",
    ["(재)네이버문화재단은 로봇을 만든다.", "[협약내용] (네이버) 기금 조성", "(간담회 참석자) 네이버 부사장", "참석자 : 네이버 부사장"],
)
def test_a_line_with_a_label_of_its_own_or_a_legal_form_goes_on_with_no_other(below: str) -> None:
    told = facts("\n\n".join([_FORUM, "ㅇ (일시·장소) 3. 12.(수) 14:00, KIST", below]), "2025-03-12")
    assert {fact.object for fact in told if fact.property == "heldAt"} == {"한국과학기술연구원"}


@pytest.mark.parametrize(
    ("lines", "hosts", "places"),
    [
        (("ㅇ 주최 : KIST", "(후원기관) 네이버, 한국연구재단"), {"한국과학기술연구원"}, set()),
        (("ㅇ 주최·주관 : KIST, 네이버,", "한국연구재단"), {"한국과학기술연구원", "네이버", "한국연구재단"}, set()),
        (("ㅇ 장소 : KIST", "ㅇ 구성 : 한국연구재단, 네이버 등"), set(), {"한국과학기술연구원"}),
        (("ㅇ 장소 : KIST", "(구성) 한국연구재단, 네이버 등"), set(), {"한국과학기술연구원"}),
        (("ㅇ 장소 : KIST", "·참석 : 한국연구재단, 네이버 등"), set(), {"한국과학기술연구원"}),
        (("ㅇ 장소 : KIST", "ㅇ 수여자 : 한국연구재단 이사장"), set(), {"한국과학기술연구원"}),
        (("ㅇ 장소 : KIST 대회의실, 한국연구재단",), set(), {"한국과학기술연구원", "한국연구재단"}),
        (("ㅇ 장소 : KIST, 한국연구재단 이사장실",), set(), {"한국과학기술연구원", "한국연구재단"}),
        (("ㅇ 장소 : KIST, 기획재정부 장관",), set(), {"한국과학기술연구원"}),
    ],
)
def test_hosts_and_places_have_no_groups_of_others_below(lines: tuple[str, ...], hosts: set[str], places: set[str]) -> None:
    told = facts("\n\n".join([_FORUM, *lines]), "2025-03-12")
    assert {fact.subject for fact in told if fact.property == "hosted"} - {"산업통상자원부"} == hosts
    assert {fact.object for fact in told if fact.property == "heldAt"} == places
