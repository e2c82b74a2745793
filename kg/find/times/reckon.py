"""The kinds of computation that turn the parts of a time expression into a time.

A kind is a function from the ``Slots`` of a match (year, month, day, offsets ... as whole numbers) and the ``Scene`` in which it
stands to a ``Time``. It gives None, or raises ValueError, where the calendar has no such time; it raises ``Unanchored`` where the
document's date is needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from kg.find.times import calendar as cal
from kg.find.times.calendar import Unit
from kg.values import Time

Slots = Mapping[str, int]
_WEEK, _YEAR = 7, 366  # days
_RECENT = 60  # days
_LISTED, _BESIDE, _CLOSE = 12, 40, 200  # characters
_CENTURY_TURN = 70  # '69 is 2069 and '70 is 1970: news looks further ahead than back


class Unanchored(Exception):  # noqa: N818 - a signal between this module and its caller, not an error of anyone
    """The expression needs the document's date, and there is none."""


class Scene(NamedTuple):
    """What the text before an expression, which begins at ``place``, tells.

    ``anchor`` is the document's date; ``day`` the last day spoken of, which ended at ``day_end``; ``near`` the last one within a week of
    the document's; ``days`` the last days from-to; ``last`` the last time of all, which ended at ``last_end``; ``beside`` the same where it
    stands in this sentence, and ``carried`` where its year was told there too.
    """

    anchor: dt.date | None
    place: int = 0
    day: dt.date | None = None
    day_end: int = 0
    near: dt.date | None = None
    days: Time | None = None
    last: Time | None = None
    last_end: int = 0
    beside: Time | None = None
    carried: Time | None = None

    @property
    def today(self) -> dt.date:
        """The document's date; Unanchored where there is none."""
        if self.anchor is None:
            raise Unanchored
        return self.anchor

    @property
    def listed(self) -> dt.date | None:
        """The day that a bare one goes on from: the last time, where it ended with a day in this sentence, and recently or close by."""
        day = self.beside.latest if self.beside and cal.ends_with(self.beside).day else None
        recent = day and self.anchor and abs((day - self.anchor).days) <= _RECENT
        return day if recent or self.place - self.last_end <= _LISTED else None

    @property
    def spoken_of(self) -> dt.date:
        """The day that "the same day" means: one just spoken of, else the last one near the document's date, else that date.

        So a day of the background, told in between or a year ago, is passed over.
        """
        gap = self.place - self.day_end
        if self.day and (self.anchor is None or (gap <= _BESIDE and abs((self.day - self.anchor).days) <= _YEAR)):
            return self.day
        return self.near or (self.day if self.day and gap <= _CLOSE else self.today)

    def spoken(self, time: Time, day: dt.date, end: int) -> Scene:
        """The scene after ``day``, which ended at ``end``."""
        is_near = self.anchor is not None and abs((day - self.anchor).days) <= _WEEK
        return self._replace(last=time, last_end=end, day=day, day_end=end, near=day if is_near else self.near)


def _year(slots: Slots, scene: Scene) -> int | None:
    if "year" in slots:
        return slots["year"]
    if "yy" in slots:
        return slots["yy"] + (2000 if slots["yy"] < _CENTURY_TURN else 1900)
    if "years" in slots:
        return scene.today.year + slots["years"]
    return None


def _single(day: dt.date | None) -> Time | None:
    return cal.time_of(cal.unit_of(day), cal.unit_of(day)) if day else None


def _exact(year: int, month: int = 0, day: int = 0) -> Time:
    unit = Unit(year, month, day)
    return cal.time_of(unit, unit)


def _months(year: int, first: int, count: int) -> Time:
    return cal.time_of(Unit(year, first), Unit(*cal.add_months(year, first, count - 1)))


def _year_of_months(slots: Slots, scene: Scene, first: int, last: int) -> int:
    told = _year(slots, scene)
    if told is not None:
        return told
    if scene.carried and scene.carried.latest and "direction" not in slots:
        return scene.carried.latest.year
    return cal.nearest_year(scene.today, first, last, direction=slots.get("direction", 0))


def day(slots: Slots, scene: Scene) -> Time | None:
    """A day of a told year."""
    year = _year(slots, scene)
    return None if year is None else _exact(year, slots["month"], slots["day"])


def month_day(slots: Slots, scene: Scene) -> Time | None:
    """A day of a month, of the year meant or else of the one told before in the sentence.

    A weekday beside it, and a distance of a week at most, speak for the document's own date.
    """
    meant = _nearest(slots, scene, slots["month"])
    if not scene.carried or not scene.carried.latest or "direction" in slots:
        return _single(meant)
    fits = meant and (slots.get("weekday") == meant.weekday() or abs((meant - scene.today).days) <= _WEEK)
    return _single(meant) if fits else _exact(scene.carried.latest.year, slots["month"], slots["day"])


def day_of_month(slots: Slots, scene: Scene) -> Time | None:
    """A day of this, the last or the next month; without such a word, the nearest one.

    In 169 releases with a weekday beside it a bare day was the nearest one in 98 %, the last one in 65 %.
    """
    if "months" in slots:
        return _exact(*cal.add_months(scene.today.year, scene.today.month, slots["months"]), slots["day"])
    before = scene.listed
    if before and "direction" not in slots and slots["day"] > before.day:
        return _exact(before.year, before.month, slots["day"])
    return _single(_nearest(slots, scene))


def _nearest(slots: Slots, scene: Scene, month: int = 0) -> dt.date | None:
    """The day that is meant; where a text that came out late calls it the coming one, a weekday beside it tells that it was the last."""
    meant = cal.nearest_day(scene.today, slots["day"], month, direction=slots.get("direction", 0))
    weekday = slots.get("weekday")
    if meant is None or weekday is None or meant.weekday() == weekday:
        return meant
    other = cal.nearest_day(scene.today, slots["day"], month)
    return other if other and other.weekday() == weekday else meant


def relative_day(slots: Slots, scene: Scene) -> Time | None:
    """A day counted from the document's."""
    return _single(scene.today + dt.timedelta(days=slots["days"]))


def same_day(slots: Slots, scene: Scene) -> Time | None:
    """The day spoken of last, or the one before or after it."""
    return _single(scene.spoken_of + dt.timedelta(days=slots["sameday"]))


def nth_day(slots: Slots, scene: Scene) -> Time | None:
    """The n-th of the days from-to spoken of last; of a word for its place (첫날) 0 is the last."""
    if scene.days is None or scene.days.earliest is None or scene.days.latest is None:
        return None
    nth = slots["n"] if "n" in slots else slots["dayorder"]
    found = scene.days.earliest + dt.timedelta(days=nth - 1) if nth else scene.days.latest
    short = (scene.days.latest - scene.days.earliest).days < _WEEK  # a longer one is no event whose days are counted
    return _single(found) if short and found <= scene.days.latest else None


def month(slots: Slots, scene: Scene) -> Time | None:
    """A month of a year told, or of the year meant."""
    return _exact(_year_of_months(slots, scene, slots["month"], slots["month"]), slots["month"])


def relative_month(slots: Slots, scene: Scene) -> Time | None:
    """A month counted from the document's."""
    return _exact(*cal.add_months(scene.today.year, scene.today.month, slots["months"]))


def year(slots: Slots, scene: Scene) -> Time | None:
    """A year told by its number or counted from the document's."""
    told = _year(slots, scene)
    return None if told is None else _exact(told)


def year_end(slots: Slots, scene: Scene) -> Time | None:
    """The year that a word for its start, course or end means: the one told with it, else the document's."""
    told = _year(slots, scene)
    return _exact(scene.today.year + slots["ends"] if told is None else told)


def same_year(slots: Slots, scene: Scene) -> Time | None:
    """The year of the last time, or the one after it, with month and day where they are told."""
    last = scene.last.latest if scene.last else None
    return _exact((last or scene.today).year + slots["sameyear"], slots.get("month", 0), slots.get("day", 0))


def same_month(slots: Slots, scene: Scene) -> Time | None:
    """The month spoken of last, or the one after it, with the day where one is told; none where the text spoke of none."""
    last = cal.ends_with(scene.last) if scene.last else None
    if last is None or not last.month:
        return None
    year_, month_ = cal.add_months(last.year, last.month, slots["samemonth"])
    return _exact(year_, month_, slots.get("day", 0))


def half(slots: Slots, scene: Scene) -> Time | None:
    """The months of a half year."""
    first = slots["halves"] * 6 - 5
    return _months(_year_of_months(slots, scene, first, first + 5), first, 6)


def quarter(slots: Slots, scene: Scene) -> Time | None:
    """The months of a quarter."""
    first = slots["quarter"] * 3 - 2
    return _months(_year_of_months(slots, scene, first, first + 2), first, 3)


def season(slots: Slots, scene: Scene) -> Time | None:
    """The three months of a season, named by its first."""
    first = slots["seasons"]
    last = min(first + 2, 12)
    return _months(_year_of_months(slots, scene, first, last), first, 3)


def decade(slots: Slots, scene: Scene) -> Time | None:
    """The ten years from a round one."""
    return cal.time_of(Unit(slots["year"]), Unit(slots["year"] + 9))


def relative_week(slots: Slots, scene: Scene) -> Time | None:
    """A week from Monday to Sunday counted from the document's, its weekend, or one day of it."""
    monday = scene.today + dt.timedelta(days=7 * slots["weeks"] - scene.today.weekday())
    if "weekday" in slots:
        return _single(monday + dt.timedelta(days=slots["weekday"]))
    first = monday + dt.timedelta(days=5 if "weekend" in slots else 0)
    return cal.time_of(cal.unit_of(first), cal.unit_of(monday + dt.timedelta(days=6)))


def weekday(slots: Slots, scene: Scene) -> Time | None:
    """The last or next day of that name, never the document's own."""
    step = slots["direction"]
    away = (slots["weekday"] - scene.today.weekday()) * step % 7 or 7
    return _single(scene.today + dt.timedelta(days=step * away))


def _number(slots: Slots) -> int:
    return next(slots[name] for name in ("n", "numbers", "daycounts") if name in slots)


def duration(slots: Slots, scene: Scene) -> Time | None:
    """From the document's year, month or day on, n years, months, weeks or days ahead or back; the unit is that of the number."""
    today, count = scene.today, _number(slots) * slots["spans"]
    if "unit_year" in slots:
        ends = [Unit(today.year), Unit(today.year + count)]
    elif "unit_month" in slots:
        ends = [Unit(today.year, today.month), Unit(*cal.add_months(today.year, today.month, count))]
    else:
        ends = [cal.unit_of(today), cal.unit_of(today + dt.timedelta(days=count * (7 if "unit_week" in slots else 1)))]
    return cal.time_of(*sorted(ends))


def counted(slots: Slots, scene: Scene) -> Time | None:
    """From a day or year on, n days or years, the first one counted in."""
    first = _point(slots, scene)
    if first is None or first.earliest is None:
        return None
    if "unit_year" in slots:
        return cal.through(first, _exact(first.earliest.year + _number(slots) - 1))
    last = _single(first.earliest + dt.timedelta(days=_number(slots) - 1))
    return cal.through(first, last) if last else None


def lasting(slots: Slots, scene: Scene) -> Time | None:
    """So many days from the day told before in the sentence, or up to one that is told as the end."""
    told = scene.beside
    if told is None or told.latest is None or not cal.ends_with(told).day or (told.earliest and told.earliest != told.latest):
        return None
    others = dt.timedelta(days=_number(slots) - 1)
    first = told.latest if told.earliest else told.latest - others
    return cal.time_of(cal.unit_of(first), cal.unit_of(first + others))


def _point(slots: Slots, scene: Scene) -> Time | None:
    dated = any(name in slots for name in ("year", "yy", "years"))
    if "day" in slots:
        return (day if dated and "month" in slots else month_day if "month" in slots else day_of_month)(slots, scene)
    return (month if "month" in slots else quarter if "quarter" in slots else year)(slots, scene)


def span(slots: Slots, scene: Scene) -> Time | None:
    """From one day, month, quarter or year to another; what either leaves out it has from the other.

    Of a week and days that do not begin in it the week alone is told.
    """
    first = _point({name: value for name, value in slots.items() if not name.endswith("2")}, scene)
    if first is None or first.earliest is None:
        return None
    if "weeks" in slots and first.earliest.isocalendar()[:2] != (scene.today + dt.timedelta(weeks=slots["weeks"])).isocalendar()[:2]:
        return relative_week({"weeks": slots["weeks"]}, scene)
    told = {name[:-1]: value for name, value in slots.items() if name.endswith("2")}
    last = _point(_filled(told, first.earliest), scene)
    return cal.through(first, last) if last else None


def neighbours(slots: Slots, scene: Scene) -> Time | None:
    """Two days of which one follows the other; of days apart from each other the first alone."""
    both = span(slots, scene)
    follows = both and both.earliest and both.latest == both.earliest + dt.timedelta(days=1)
    return both if follows else _point({name: value for name, value in slots.items() if not name.endswith("2")}, scene)


def _filled(told: Slots, start: dt.date) -> Slots:
    """The second half of a range with its year and month: those of the start, or the next ones where it would run backwards."""
    slots = dict(told)
    year, month = start.year, start.month
    if "day" in slots and "month" not in slots:
        if slots["day"] < start.day:
            year, month = cal.add_months(year, month, 1)
        slots["month"] = month
    elif slots.get("month", month) < month:
        year += 1
    if not any(name in slots for name in ("year", "yy", "years")):
        slots["year"] = year
    return slots


KINDS: Mapping[str, Callable[[Slots, Scene], Time | None]] = {
    "day": day,
    "month-day": month_day,
    "day-of-month": day_of_month,
    "relative-day": relative_day,
    "same-day": same_day,
    "nth-day": nth_day,
    "month": month,
    "relative-month": relative_month,
    "year": year,
    "year-end": year_end,
    "same-year": same_year,
    "same-month": same_month,
    "half": half,
    "quarter": quarter,
    "season": season,
    "decade": decade,
    "relative-week": relative_week,
    "weekday": weekday,
    "duration": duration,
    "counted": counted,
    "lasting": lasting,
    "range": span,
    "neighbours": neighbours,
}
