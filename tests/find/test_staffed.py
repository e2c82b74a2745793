"""A house or centre that somebody works in or heads is a body."""

from __future__ import annotations

import pytest

from tests.road import findings

_BODY, _HOUSE = "GovernmentBody", "Place"


@pytest.mark.parametrize(
    ("text", "house", "type_"),
    [
        ("한울박물관 정하람 학예연구관은 웃었다. 한울박물관은 넓다.", "한울박물관", _BODY),
        ("한울박물관(관장 정하람)은 새 전시를 연다.", "한울박물관", _BODY),
        ("한울박물관(관장: 김하늘, 이하 박물관)은 새 전시를 연다.", "한울박물관", _BODY),
        ("국가양자측정정책센터 김하늘 연구원이 왔다.", "국가양자측정정책센터", _BODY),
        ("한울박물관 전시실에서 정하람 교수를 만났다.", "한울박물관", _HOUSE),
        ("한울박물관(서울 중구)은 넓다.", "한울박물관", _HOUSE),
        ("한울박물관 견학 대표가 왔다.", "한울박물관", _HOUSE),
    ],
)
def test_people_make_a_house_a_body(text: str, house: str, type_: str) -> None:
    assert {m.type for m in findings(text).mentions if m.text == house} == {type_}
