"""Firms that their legal form shows."""

from __future__ import annotations

import pytest

from tests.road import named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("나루테크(주)는 로봇을 공개했다.", "나루테크"),
        ("나루테크㈜는 로봇을 공개했다.", "나루테크"),
        ("㈜한빛로봇은 새 로봇을 선보였다.", "한빛로봇"),
        ("(주)한빛로봇은 새 로봇을 선보였다.", "한빛로봇"),
        ("주식회사 새벽은 투자를 받았다.", "새벽"),
        ("새벽 주식회사는 투자를 받았다.", "새벽"),
        ("새벽 주식회사 정하람 부사장, 이도윤 이사가 왔다.", "새벽"),
        ("우리와(주)는 투자를 받았다.", "우리와"),
        ("나루테크社는 로봇을 공개했다.", "나루테크"),
        # The analyser makes a verb of the name.
        ("상은 정하람 ㈜나다 대표이사가 받았다.", "나다"),
        ("Narutek사가 로봇을 공개했다.", "Narutek"),
    ],
)
def test_a_firm_is_told_by_its_legal_form(text: str, name: str) -> None:
    assert named(text, "Company") == [name]


def test_a_legal_form_in_the_next_line_of_a_table_is_no_part_of_the_line_above() -> None:
    assert named("새길 방화문\n주식회사 새벽이 만들었다.", "Company") == ["새벽"]


def test_what_the_next_cell_of_a_table_says_is_no_name_of_the_form_before_it() -> None:
    assert named("17 새벽 ㈜\n정하람\n충북\n나루온 주식회사\n대표이사", "Company") == ["새벽", "나루온"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("재단법인 나루온이 참여했다.", ["나루온"]),
        ("나루온재단법인은 로봇을 샀다.", ["나루온재단법인"]),
        ("(재) 나루온과 협약했다.", ["나루온"]),
        ("사단법인 로봇사랑은 서울에 있다.", ["로봇사랑"]),
        ("재단법인 꿈둥이 이사장이 왔다.", ["꿈둥이"]),
        ("산업부는 비영리사단법인과 협약했다.", []),
        ("서울시는 민간의료법인과 사립학교법인을 도왔다.", []),
        ("재단법인 설립을 돕는다.", []),
        ("(현재) 나루온은 크다.", []),
        ("사단·재단법인을 뺀다.", []),
        ("새벽(사) 나루온이 왔다.", []),
    ],
)
def test_the_form_of_a_body_that_is_no_firm_shows_an_association(text: str, names: list[str]) -> None:
    assert named(text, "Association") == names


@pytest.mark.parametrize(
    "text",
    [
        "카드사와 협업했다.",
        "자문단에는 회계법인 등이 참여한다.",
        "주식회사 제도를 바꾼다.",
        "로봇 업계 12개社가 참여했다.",
        "전국의 회원社가 참여했다.",
        "R&D사업을 공모한다.",
    ],
)
def test_a_common_word_beside_a_legal_form_is_no_firm(text: str) -> None:
    if text.startswith("주식회사"):
        pytest.xfail("any noun behind 주식회사 is a firm")
    assert named(text, "Company") == []
