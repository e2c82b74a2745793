"""Units of a body, which only their founding shows to have a name."""

from __future__ import annotations

import pytest

from tests.road import named


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("LG유플러스는 AI사업본부를 신설했다.", ["AI사업본부"]),
        ("카카오는 AI 스튜디오를 새로 출범시켰다.", ["AI 스튜디오"]),
        ("카카오는 서비스를 묶은 CPO 조직을 꾸렸다.", ["CPO 조직"]),
        ("신설된 로봇사업부는 바쁘다.", ["로봇사업부"]),
        ("카카오는 전담 조직을 신설했다.", []),
        ("카카오는 연구소를 설립했다.", []),
        ("카카오는 AI 스튜디오를 소개했다.", []),
    ],
)
def test_a_unit_is_named_where_it_is_founded(text: str, units: list[str]) -> None:
    assert [name for name in named(text, "") if name in {*units, "전담 조직", "연구소", "AI 스튜디오"}] == units
