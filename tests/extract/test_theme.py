"""What a sentence names of the thing that it speaks of."""

from __future__ import annotations

import pytest

from tests.road import told


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("'도약 사업'은 이차전지 분야의 새싹기업이 자라도록 돕는 사업이다.", ["이차전지"]),
        ("'도약 사업'은 새싹기업이 이차전지와 양자컴퓨팅 분야에서 자라도록 돕는다.", ["양자컴퓨팅", "이차전지"]),
        # What stands before the theme, or behind the next one, is not told of it.
        ("이차전지 업계가 반긴 '도약 사업'은 곧 시작한다.", []),
        ("'도약 사업'은 곧 시작하며, 업계는 이차전지 분야의 수요를 살핀다.", []),
        # A subject is no theme.
        ("'도약 사업'이 이차전지 업계의 눈길을 끌었다.", []),
    ],
)
def test_a_programme_is_for_what_is_named_behind_it(text: str, targets: list[str]) -> None:
    found = sorted(one for one in told(text) if one.startswith("도약 사업 targets "))
    assert [one.split()[3] for one in found] == targets
