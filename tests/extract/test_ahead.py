"""Acts in nouns: aims, and two in one."""

from __future__ import annotations

import pytest

from tests.road import told

AIMS = [
    ("산업부는 '나래센터' 구축과 인재 양성을 위해 업계와 만났다.", False),
    ("산업부는 '나래센터' 구축, '가온센터' 개소, 인재 양성을 위한 협의를 했다.", False),
    ("산업부는 '나래센터' 구축, 인재 양성 등을 통해 힘을 키운다.", True),
    ("산업부는 '나래센터' 구축을 마치고 인재 양성을 위해 업계와 만났다.", True),
]


@pytest.mark.parametrize(("text", "done"), AIMS)
def test_an_act_listed_before_a_verb_of_purpose_is_an_aim(text: str, done: bool) -> None:
    assert any(fact.endswith("established 나래센터") for fact in told(text, "2025-11-12")) is done


HALVES = [
    ("SK텔레콤, LG전자에 100억원 투자… 로봇 동맹 강화", ["SK텔레콤 supports LG전자"]),
    ("SK텔레콤, LG전자에 100억원 투자 로봇 동맹 강화", []),
    ("SK텔레콤, LG전자·KT에 100억원 투자", ["SK텔레콤 supports LG전자", "SK텔레콤 supports KT"]),
    ("SK텔레콤·네이버, LG전자에 100억원 투자", ["SK텔레콤 supports LG전자", "네이버 supports LG전자"]),
    ("SK텔레콤, 두산로보틱스·KT 인수", ["SK텔레콤 acquired 두산로보틱스", "SK텔레콤 acquired KT"]),
    ("네이버, 로봇 '두루' 개발…7월 공개 예정", ["네이버 developed 두루"]),
]


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_the_first_half_of_a_headline_ends_in_its_act(text: str, expected: list[str]) -> None:
    assert [fact for fact in told(text, "2025-11-12") if " inField " not in fact] == expected
