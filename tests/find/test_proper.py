"""Proper nouns that nothing marks."""

from __future__ import annotations

import pytest

from tests.road import findings


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("한울전자는 새 텔레비전을 전시했다.", "한울전자", "Company"),
        ("도르만랩은 통역기를 시연했다.", "도르만랩", "Company"),
        ("누리테라는 통역기를 시연했다.", "누리테라", ""),
    ],
)
def test_an_ending_that_only_firms_have_shows_one(text: str, name: str, type_: str) -> None:
    assert [(m.text, m.type) for m in findings(text).mentions if m.start == 0] == [(name, type_)]


@pytest.mark.parametrize("text", ["가정용 전자를 말했다.", "솔루션은 많다.", "태양 에너지를 쓴다."])
def test_a_common_noun_with_such_an_ending_is_no_firm(text: str) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Company"] == []
