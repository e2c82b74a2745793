"""People without a post, who are named as people are spoken to."""

from __future__ import annotations

import pytest

from tests.road import named


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("대상은 정하람씨가 받았다.", ["정하람"]),
        ("‘정하람’ 님은 로봇을 만들었다.", ["정하람"]),
        ("정하람 씨와 이도윤 씨를 만났다.", ["정하람", "이도윤"]),
        # No full name stands before it, the word goes on, or the name is part of another.
        ("고객님은 씨앗을 샀다.", []),
        ("새정하람씨는 없다.", []),
        ("이공계 씨름을 보았다.", []),
    ],
)
def test_a_name_before_a_word_of_address_is_a_person(text: str, people: list[str]) -> None:
    assert named(text, "Person") == people
