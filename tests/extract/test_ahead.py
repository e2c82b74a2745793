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
