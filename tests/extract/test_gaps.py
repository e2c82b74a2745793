"""Several things under one verb, of each of which the same is said."""

from __future__ import annotations

import pytest

from tests.road import facts

DAY = "2026-05-01"


@pytest.mark.parametrize(
    ("text", "property_", "expected"),
    [
        ("과기정통부는 KIST를 주관기관으로, LG전자를 참여기관으로 선정했다.", "selected", {("한국과학기술연구원", None), ("LG전자", None)}),
        ("과기정통부는 KIST를 주관기관, LG전자를 참여기관으로 선정했다.", "selected", {("한국과학기술연구원", None), ("LG전자", None)}),
        (
            "정하람 장관은 12일 KIST, 13일 LG전자를 방문한다.",
            "visited",
            {("한국과학기술연구원", "2026-05-12"), ("LG전자", "2026-05-13")},
        ),
        ("산업부는 LG전자에 10억원, KT에 20억원을 지원한다.", "supports", {("LG전자", "1000000000 KRW"), ("KT", "2000000000 KRW")}),
        # What stands before a comma alone is none of them.
        ("과기정통부는 KIST를 거점으로, 2030년까지 LG전자를 지원한다.", "supports", {("LG전자", "../2030")}),
    ],
)
def test_what_is_said_of_each_of_several_under_one_verb_is_told_of_each(
    text: str, property_: str, expected: set[tuple[str, str | None]]
) -> None:
    found = {(f.object, f.amount or f.time) for f in facts(text, DAY) if f.property == property_}
    assert found == expected
