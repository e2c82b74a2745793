import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.find.times.calendar import Unit, nearest_day, nearest_year, parse_edtf, time_of, unit_of, until

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2150, 12, 31))
UNITS = st.one_of(DAYS.map(unit_of), DAYS.map(lambda day: Unit(day.year, day.month)), DAYS.map(lambda day: Unit(day.year)))

CASES = [
    ("2025-11-13", dt.date(2025, 11, 13), dt.date(2025, 11, 13)),
    ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ("2025-11-13/2025-11-15", dt.date(2025, 11, 13), dt.date(2025, 11, 15)),
    ("2026-07/2026-12", dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
    ("2025/2027", dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
    ("../2030", None, dt.date(2030, 12, 31)),
    ("../2023-03", None, dt.date(2023, 3, 31)),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), CASES)
def test_a_spelling_covers_its_days(text: str, earliest: dt.date | None, latest: dt.date) -> None:
    time = parse_edtf(text)
    assert (time.edtf, time.earliest, time.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "2025/", "/2025", "2025/..", "25", "2025-1", "2025-13", "2025-00", "2025-02-30", "2025-11-13T10:00", "2025~",
     "2030/2025", "../..", "201X", "2025-11-13/", "2025/2026/2027", "２０２５", "2025-01-00", "0000"],
)  # fmt: skip
def test_another_spelling_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"allowed: YYYY, YYYY-MM"):
        parse_edtf(text)


@given(st.one_of(st.none(), UNITS), UNITS)
def test_parsing_is_the_inverse_of_spelling(first: Unit | None, last: Unit) -> None:
    if first is not None and (first.first > last.last or first.last > last.last):
        with pytest.raises(ValueError, match="ends before it starts"):
            time_of(first, last)
        return
    time = time_of(first, last)
    assert parse_edtf(time.edtf) == time
    assert until(time).latest == time.latest


@given(DAYS, st.integers(1, 31))
def test_the_nearest_day_of_any_month_is_within_a_month(anchor: dt.date, day: int) -> None:
    found = nearest_day(anchor, day)
    before, after = nearest_day(anchor, day, direction=-1), nearest_day(anchor, day, direction=1)
    assert found
    assert found.day == day
    assert abs((found - anchor).days) <= 31
    assert before is None or before <= anchor
    assert after is None or after >= anchor


def test_a_day_that_no_month_has_is_nowhere() -> None:
    assert nearest_day(dt.date(2025, 1, 1), 30, 2) is None
    assert nearest_day(dt.date(2025, 1, 1), 32) is None


@pytest.mark.parametrize(
    ("month", "direction", "year"),
    [(3, 0, 2025), (12, 0, 2025), (1, 0, 2026), (3, -1, 2025), (12, -1, 2024), (3, 1, 2026), (11, 1, 2025), (11, -1, 2025)],
)
def test_a_month_without_year_is_in_the_year_meant(month: int, direction: int, year: int) -> None:
    assert nearest_year(dt.date(2025, 11, 13), month, month, direction=direction) == year
