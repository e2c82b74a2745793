"""Days, months, years and the intervals between them, spelled in the small EDTF profile of the graph.

The profile is that of the annotation guide: a day ``2025-11-13``, a month ``2025-11``, a year ``2026``, an interval of two of
these ``2026-07/2026-12``, and an interval with an open start ``../2030``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from kg.values import Time

PROFILE = "YYYY, YYYY-MM, YYYY-MM-DD, A/B or ../B with A and B of these, A not after B"
_FAR = 270  # days
_YEAR = re.compile(r"(?<![0-9-])[0-9]{4}")
_UNIT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Unit(NamedTuple):
    """A year, a month of it (``day`` is 0) or a day of that; ``month`` is 0 for the whole year."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> dt.date:
        """The first day covered; ValueError for a unit that no calendar has."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day covered; ValueError for a unit that no calendar has."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def edtf(self) -> str:
        """The unit in EDTF."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])


def unit_of(day: dt.date) -> Unit:
    """The unit that is exactly ``day``."""
    return Unit(day.year, day.month, day.day)


def time_of(first: Unit | None, last: Unit) -> Time:
    """The time from ``first`` to ``last``, both whole; ``first`` None leaves the start open, two equal units are that unit alone.

    ValueError for an impossible unit and for an end before its start.
    """
    if first is None:
        last.first  # noqa: B018 - refuses an impossible unit such as 2025-02-30
        return Time(f"../{last.edtf}", None, last.last)
    if first.first > last.last or first.last > last.last:
        raise ValueError(f"{first.edtf}/{last.edtf} ends before it starts; allowed: {PROFILE}")
    edtf = first.edtf if first == last else f"{first.edtf}/{last.edtf}"
    return Time(edtf, first.first, last.last)


def parse_edtf(text: str) -> Time:
    """The time that ``text`` spells, so that ``parse_edtf(time.edtf) == time``; ValueError says what is allowed."""
    start, slash, end = text.partition("/")
    try:
        first = None if slash and start == ".." else _parse_unit(start)
        return time_of(first, _parse_unit(end) if slash else _parse_unit(start))
    except ValueError as error:
        raise ValueError(f"{text!r} is no time of this EDTF profile ({error}); allowed: {PROFILE}") from error


def _parse_unit(text: str) -> Unit:
    found = _UNIT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no year, month or day")
    unit = Unit(*(int(part) for part in found.groups() if part))
    if 0 in unit[: text.count("-") + 1]:
        raise ValueError(f"{text!r} counts from zero")
    return unit


def ends_with(time: Time) -> Unit:
    """The unit that a time ends with, at the precision in which it is written."""
    return _parse_unit(time.edtf.rpartition("/")[2])


def until(time: Time) -> Time:
    """The interval with an open start that ends when ``time`` ends."""
    return time_of(None, ends_with(time))


def through(first: Time, last: Time) -> Time:
    """The interval from the start of ``first`` to the end of ``last``; ValueError where that runs backwards."""
    return time_of(_parse_unit(first.edtf.partition("/")[0]), ends_with(last))


def a_year_later(time: Time) -> Time:
    """The same a year later; ValueError for a leap day."""
    return parse_edtf(_YEAR.sub(lambda year: f"{int(year[0]) + 1:04d}", time.edtf))


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month ``count`` months after (before, when negative) a month."""
    years, index = divmod(year * 12 + month - 1 + count, 12)
    return years, index + 1


def nearest_day(anchor: dt.date, day: int, month: int = 0, *, direction: int = 0) -> dt.date | None:
    """The ``day`` of ``month`` (0: of any month) that is meant; None where there is no such day near.

    It is the one nearest to ``anchor``, the earlier of two; for a day of a month the one in the anchor's own year, unless that is
    nine months away: of 4,839 such days with a weekday beside them in releases and digests, 99 % fit. ``direction`` -1 takes the
    last one up to the anchor and 1 the first one from it. Near means two months around for a day alone, and eight years (a leap
    day may be that far) for a day of a month.
    """
    known = [found for found in _candidates(anchor, day, month) if (found - anchor).days * direction >= 0]
    own = [found for found in known if month and not direction and found.year == anchor.year and abs((found - anchor).days) < _FAR]
    return min(own or known, key=lambda found: (abs((found - anchor).days), found), default=None)


def _candidates(anchor: dt.date, day: int, month: int) -> list[dt.date]:
    if month:
        pairs = [(anchor.year + step, month) for step in range(-8, 9)]
    else:
        pairs = [add_months(anchor.year, anchor.month, step) for step in range(-2, 3)]
    return [dt.date(year, number, day) for year, number in pairs if 1 <= day <= calendar.monthrange(year, number)[1]]


def nearest_year(anchor: dt.date, first: int, last: int, *, direction: int = 0) -> int:
    """The year in which the months ``first`` to ``last`` are meant: the anchor's own, unless they lie nine months ahead or ten back.

    ``direction`` -1 takes the last ones that ended before the anchor's month, or that month itself (so in all 8 releases that
    call their own month the last), and 1 the first ones that end in it or later.
    """
    if direction < 0:
        return anchor.year if last < anchor.month or first == last == anchor.month else anchor.year - 1
    if direction > 0:
        return anchor.year if last >= anchor.month else anchor.year + 1
    if first - anchor.month >= 9:
        return anchor.year - 1
    return anchor.year + 1 if anchor.month - last >= 10 else anchor.year
