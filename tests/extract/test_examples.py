"""Lists before 등 that give examples of the noun behind a clause."""

from __future__ import annotations

import pytest

from tests.road import facts

GIVEN = [
    ("물류 포럼이 열렸다. 포럼에는 삼성전자, LG전자 등 칩을 만드는 기업들이 참석했다.", {"삼성전자", "LG전자"}),
    ("물류 포럼이 열렸다. 포럼에는 삼성전자, LG전자 등 국내 물류에 관계된 제조업계와 해운업계가 참석했다.", {"삼성전자", "LG전자"}),
    ("물류 포럼이 열렸다. 포럼에는 삼성전자, LG전자 등 국내 기업을 돕는 변호사가 참석했다.", set()),
    ("물류 포럼이 열렸다. 포럼에는 삼성전자의 칩을 파는 기업이 참석했다.", set()),
]


@pytest.mark.parametrize(("text", "guests"), GIVEN)
def test_names_before_deung_are_examples_of_the_bodies_behind_the_clause(text: str, guests: set[str]) -> None:
    assert {f.subject for f in facts(text) if f.property == "participatedIn"} == guests
