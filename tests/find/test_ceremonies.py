"""Things that only the name of their opening or briefing names."""

from __future__ import annotations

import pytest

from tests.road import findings


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("과기정통부는 12일 '한국로봇안전센터' 개소식을 개최했다.", [("한국로봇안전센터", "Product")]),
        ("과기정통부는 12일 '로봇안전협의체' 출범식을 개최했다.", [("로봇안전협의체", "Association")]),
        ("과기정통부는 12일 '센터' 개소식을 개최했다.", []),
        ("과기정통부는 12일 '로봇 안전 전시회'를 개최했다.", []),
    ],
)
def test_the_thing_of_a_ceremony_is_named_by_it(text: str, things: list[tuple[str, str]]) -> None:
    assert [(m.text, m.type) for m in findings(text).nested if m.rule.startswith("event.")] == things
