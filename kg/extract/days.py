"""Know the day on which a tale of several days goes on, and what is a day: 9일부터 12일까지 ... 첫날 A를 찾았다. B도 만났다."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kg.values import Sentence, Time, TimeRef

# How far behind a sentence's beginning a day may stand and open it, in characters: a bullet and a quotation mark before it.
_OPENING = 3
# The longest event that is no season, in days.
_LONGEST = 40


class Days:
    """The day of which the sentences of one document tell, from one that opens with it to the end of its paragraph."""

    def __init__(self) -> None:
        self._span: Time | None = None
        self._day: Time | None = None
        self._block = -1

    def of(self, sentence: Sentence, times: Sequence[TimeRef]) -> Time | None:
        """The day for what the sentence tells without a time of its own, or None where no days from-to were told before."""
        if sentence.block != self._block:
            self._block, self._day = sentence.block, None
        first = times[0] if times and times[0].time and times[0].start - sentence.start <= _OPENING else None
        if first and first.time and self._span and is_day_within(first.time, self._span):
            self._day = first.time
        longer = [t.time for t in times if t.time and t.time.earliest and t.time.latest and t.time.earliest < t.time.latest]
        self._span = next((time for time in longer if "/" in time.edtf and "-" in time.edtf), self._span)
        return self._day


def is_day_within(time: Time, longer: Time) -> bool:
    """Whether a time is one day of a longer one."""
    if time.earliest is None or time.earliest != time.latest or longer.earliest is None or longer.latest is None:
        return False
    return longer.earliest <= time.earliest <= longer.latest and longer.earliest < longer.latest


def is_gone_by(time: Time, today: dt.date | None) -> bool:
    """Whether a time is over by the day; never where one of both is not known."""
    return today is not None and time.latest is not None and time.latest < today


def days_of(time: Time) -> int | None:
    """How many days an event of that time lasts; None where it is no time of one."""
    if time.earliest is None or time.latest is None or not all(part.count("-") == 2 for part in time.edtf.split("/")):
        return None
    days = (time.latest - time.earliest).days + 1
    return days if days <= _LONGEST else None
