"""What a table tells whose head, or the heading above it, names a column."""

from __future__ import annotations

import pytest

from tests.road import facts

_LEAD = ("paragraph", "중기부는 12일 인공지능 연구를 맡을 곳을 정했다.")


def _cells(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(("table", text) for text in texts)


@pytest.mark.parametrize(
    ("blocks", "chosen"),
    [
        (_cells("분야", "선정대학", "로봇", "서울대학교", "반도체", "연세대(서울)"), {"서울대학교", "연세대학교"}),
        (_cells("분 야", "선 정 기 업", "로봇", "네이버, 업스테이지"), {"네이버", "업스테이지"}),
        ((("heading", "< 인공지능 연구 선정 기업 >"), *_cells("분야", "이름", "로봇", "네이버")), {"네이버"}),
        ((*_cells("분야", "선정기업", "로봇"), ("paragraph", "네이버, 업스테이지"), *_cells("KT")), {"네이버", "업스테이지", "KT"}),
        # A cell that says more than a name, the place of a name in a parenthesis, and what is in no such table.
        (_cells("분야", "선정기업", "로봇", "네이버가 만드는 길잡이", "길잡이 (네이버)"), set()),
        (_cells("분야", "신청기업", "로봇", "네이버"), set()),
        ((*_cells("분야", "선정기업"), ("bullet", "다음 달에 시작한다."), *_cells("로봇", "네이버")), set()),
        (_cells("분야", "선정기업", "로봇", "한나래"), set()),
    ],
)
def test_who_is_chosen(blocks: tuple[tuple[str, str], ...], chosen: set[str]) -> None:
    kinds, lines = zip(_LEAD, *blocks, strict=True)
    told = facts("\n".join(lines), kinds=" ".join(kinds))
    assert {fact.object for fact in told if fact.property == "selected"} == chosen


@pytest.mark.parametrize(
    ("kind", "told"),
    [("table", {("블록체인 기반 통행료 정산 플랫폼", "uses", "블록체인")}), ("contact", set())],
)
def test_names_tell_in_tables_too(kind: str, told: set[tuple[str, str, str]]) -> None:
    lines = (_LEAD[1], "'블록체인 기반 통행료 정산 플랫폼'", "시범서비스")
    found = facts("\n".join(lines), kinds=f"paragraph {kind} {kind}")
    assert {(fact.subject, fact.property, fact.object) for fact in found if fact.property == "uses"} == told
