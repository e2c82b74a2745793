"""Kinds of thing that no list knows, before a quoted name."""

from __future__ import annotations

import pytest

from tests.road import named


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("누리센서는 진동 센서 'NV-7'을 내놓았다.", ["진동 센서"]),
        ("한빛은 X선 자유전자레이저 '새길'을 켰다.", ["X선 자유전자레이저"]),
        ("한빛은 2세대 칩 '새길'을 켰다.", []),
        ("한빛은 진동 센서를 고르고 '새길'을 켰다.", []),
        ("한빛은 진동 센서를 켰다.", []),
    ],
)
def test_the_kind_of_a_quoted_thing_is_a_technology(text: str, kinds: list[str]) -> None:
    assert [name for name in named(text, "Technology") if name.endswith(("센서", "레이저", "칩"))] == kinds
