"""Things and their makers in lists: 두루(KIST), 누리-1(가온), 다온암(KAIST)."""

from __future__ import annotations

import pytest

from tests.road import findings

LISTS = [
    (
        "소형위성 3기*가 올랐다.\n* 두루샛(KIST), 다람샛(KAIST), 가온-3(서울대)",
        {("두루샛", "Product"), ("다람샛", "Product"), ("가온-3", "Product")},
    ),
    (
        "안전 로봇 3종*을 소개했다.\n* 다온암(KIST), 다람샛(KAIST), 두루-2(물결오토)",
        {("다온암", "Product"), ("다람샛", "Product"), ("두루-2", "Product"), ("물결오토", "Company")},
    ),
]
OTHERS = [
    "소형위성 3기*를 평가했다.\n* 한나래 교수(KAIST), 정다래 박사(KIST), 이도윤 교수(서울대)",
    "지원 분야 3개*를 정했다.\n* 친환경(LG전자), 물류(KAIST), 교육(KIST)",
    "소형위성 2기*가 올랐다.\n* 두루샛(KIST), 다람샛(KAIST)",
    "소형위성 3기*가 올랐다.\n* 두루샛(5월), 다람샛(6월), 가온-3(7월)",
]


def listed(text: str) -> set[tuple[str, str]]:
    """The names that a list of things and makers shows."""
    return {(m.text, m.type) for m in findings(text).mentions if m.rule.startswith("listed")}


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_of_things_made_names_each_and_its_maker(text: str, expected: set[tuple[str, str]]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize("text", OTHERS)
def test_other_lists_name_nothing(text: str) -> None:
    assert listed(text) == set()
