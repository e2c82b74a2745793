"""The ladder of evidence for the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.read.date import (
    ADDRESS,
    DATELINE,
    FILE_NAME,
    LABEL,
    METADATA,
    RECORD,
    dates_in,
    find_date,
    labelled,
    month_days,
    stamps,
    stated,
)
from kg.read.draft import Evidence
from kg.read.layout import Piece
from tests.read.pages import PAGE

DAY = dt.date(2025, 11, 13)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-11-13", DAY),
        ("2025.11.13. 오후 4:31", DAY),
        ("2025년 11월 13일", DAY),
        ("20251113", DAY),
        ("20251113163119", DAY),
        ("2025-11-12T22:00:00Z", DAY),
        ("2025-11-13T23:30:00+09:00", DAY),
        ("2025-11-13T23:30:00", DAY),
        ("2025", None),
        ("2025-11", None),
        ("2025-13-40", None),
        ("1889-11-13", None),
        ("어제", None),
        ("", None),
        ("9999-12-31T23:59:59-23:59", None),
    ],
)
def test_a_stated_date(value: str, day: dt.date | None) -> None:
    assert stated(RECORD, value, PAGE).date == day


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("https://t.example/news/202511/13/N/20251113163119525zz.jpg", [DAY]),
        ("https://n.example/2025/11/13/article", [DAY]),
        ("https://n.example/view?no=20251113111920", [DAY]),
        ("https://k.example/view.do?newsId=156733803", []),
        ("https://k.example/2019/", []),
        ("https://k.example/20251313/", []),
        ("photo/20240102/x.jpg", [dt.date(2024, 1, 2)]),
    ],
)
def test_stamps_in_addresses(address: str, days: list[dt.date]) -> None:
    assert [evidence.date for evidence in stamps(ADDRESS, [address])] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("입력 2025.11.13. 오후 4:31", DAY),
        ("기사입력 : 2025-11-13 10:00", DAY),
        ("등록일 2025년 11월 13일", DAY),
        ("작성일 25-11-13 17:02", DAY),
        ("작성일 ’25. 11. 13.", DAY),
        ("수정 2025.11.13", None),
        ("회의는 2025.11.13 열렸다", None),
        ("작성일 11-13", None),
    ],
)
def test_visible_labels(text: str, day: dt.date | None) -> None:
    assert next((evidence.date for evidence in labelled(text, PAGE.date_labels, LABEL, PAGE)), None) == day


@pytest.mark.parametrize(
    ("text", "known", "day"),
    [
        ("작성일 11-13", dt.date(2025, 11, 13), DAY),
        ("작성일 01-02", dt.date(2025, 12, 30), dt.date(2026, 1, 2)),
        ("작성일 11-13", dt.date(2025, 2, 1), None),
        ("작성일 13-45", dt.date(2025, 11, 13), None),
    ],
)
def test_month_and_day_take_a_near_year_only(text: str, known: dt.date, day: dt.date | None) -> None:
    found = month_days(text, [Evidence(ADDRESS, "stamp", known)], PAGE)
    assert [evidence.date for evidence in found] == [day]


def test_the_ladder_and_the_words_for_it() -> None:
    other = dt.date(2025, 11, 12)
    evidences = [Evidence(FILE_NAME, "f", DAY), Evidence(METADATA, "m", DAY), Evidence(LABEL, "l", other)]
    assert find_date(evidences) == (DAY, 'page metadata "m"; but visible label "l" says 2025-11-12')
    assert find_date(evidences[:1]) == (DAY, 'file name "f"')
    assert find_date([]) == (None, "none found")
    assert find_date([Evidence(RECORD, "2025", None)]) == (None, 'none found: record field "2025" tells no full date')


@pytest.mark.parametrize(
    ("piece", "kind", "day"),
    [
        (Piece("boilerplate", "", "보도시점 2025. 11. 13.(목) 12:00"), DATELINE, DAY),
        (Piece("byline", "", "[서울, 2025년 11월 13일 가나=마바]"), DATELINE, DAY),
        (Piece("boilerplate", "", "입력 2025.11.13"), LABEL, DAY),
        (Piece("paragraph", "", "배경훈 장관은 2025년 11월 13일 연구소를 찾았다."), "", None),
    ],
)
def test_dates_in_the_text(piece: Piece, kind: str, day: dt.date | None) -> None:
    found = dates_in([piece], PAGE)
    assert [(evidence.kind, evidence.date) for evidence in found] == ([(kind, day)] if day else [])
