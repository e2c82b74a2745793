"""Known bodies of which a list tells the end of the name once."""

from __future__ import annotations

import pytest

from tests.road import facts

_MEETING = "12일 물류 포럼이 열렸다. 포럼에는"


@pytest.mark.parametrize(
    ("guests", "bodies"),
    [
        ("기재·행안·국토부 차관이", {"기획재정부", "행정안전부", "국토교통부"}),
        ("산업·기업은행이", {"한국산업은행", "IBK기업은행"}),
        # One of the list is known by its own name, or none with the end of the last.
        ("가온·두루부·국토부 차관이", {"국토교통부"}),
        ("교육, 국토부 차관이", {"국토교통부"}),
    ],
)
def test_the_last_of_a_list_lends_the_others_its_end(guests: str, bodies: set[str]) -> None:
    told = facts(f"{_MEETING} {guests} 참석했다.", "2025-03-12")
    assert {fact.subject for fact in told if fact.property == "participatedIn"} == bodies
