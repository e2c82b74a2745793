"""Whom a footnote lists stands where the word with its sign does."""

from __future__ import annotations

import pytest

from tests.road import facts

_NOTE = "12일 물류 포럼이 열렸다. 포럼에는 7개 {0}*이 참석했다.\n{1}"


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        (_NOTE.format("기관", "* KIST, 한국은행, LG전자 등"), {"한국과학기술연구원", "한국은행", "LG전자"}),
        (_NOTE.format("기관", "* 참여 기관(7): ①KIST, ②한국은행(서울)"), {"한국과학기술연구원", "한국은행"}),
        (_NOTE.format("기관", "* KIST가 지난해에 처음으로 골라서 모은 곳으로, 한국은행이 이들에게 자금을 빌려주고 있음"), set()),
        (_NOTE.format("기관", "** KIST, 한국은행"), set()),
        (_NOTE.format("로봇", "* KIST, 한국은행"), set()),
        ("12일 물류 포럼이 열렸다. 포럼에는 KIST 등 7개사*가 참석했다.\n* KIST, LG전자", {"한국과학기술연구원", "LG전자"}),
        (_NOTE.format("창업기업(스타트업)", "* KIST, 한국은행, LG전자 등"), {"한국과학기술연구원", "한국은행", "LG전자"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 3개 사*가 참석했다.\n* △네이버, △KT,\n△LG전자", {"네이버", "KT", "LG전자"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 2개국*이 참석했다.\n* 미국, 일본", {"미국", "일본"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 2개 지방자치단체*가 참석했다.\n* 대전, 부산", {"대전광역시", "부산광역시"}),
        (_NOTE.format("기업", "* 네이버, LG전자, 삼성전자, KT, 양자컴퓨팅"), {"네이버", "LG전자", "삼성전자", "KT"}),
        (_NOTE.format("기업", "* 네이버, LG전자, 양자컴퓨팅"), set()),
        ("12일 물류 포럼이 열렸다. 포럼에는 3개 기관(KIST, 한국은행, LG전자)이 참석했다.", {"한국과학기술연구원", "한국은행", "LG전자"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 통신사(KT·SK텔레콤)가 참석했다.", {"KT", "SK텔레콤"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 3개 기관(KIST가 지난해에 처음 골라서 모은 곳, 한국은행이 자금을 대는 곳)이 참석했다.", set()),
        ("12일 물류 포럼이 열렸다. 포럼에는 3개국(독일, 프랑스, 캐나다)이 참석했다.", {"독일", "프랑스", "캐나다"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 8개 회원국*이 참석했다.\n* 독일, 캐나다", {"독일", "캐나다"}),
        ("12일 물류 포럼이 열렸다. 포럼에는 3개국(독일에서 처음 모인 뒤로 프랑스가 해마다 돈을 대는 곳)이 참석했다.", set()),
        ("12일 물류 포럼이 열렸다. 포럼에는 로봇(KIST, 한국은행)이 나왔다.", set()),
    ],
)
def test_listed_guests(text: str, guests: set[str]) -> None:
    assert {fact.subject for fact in facts(text) if fact.property == "participatedIn"} == guests
