"""Tell which occasions a text only comes back to: held long before its day (지난 4월 열린 포럼에서)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from kg.values import Analysis, Mention, Time, TimeRef

# An occasion so many days before the day of a text is none at which it is.
_LONG = 31


class Past:
    """The times of one document, by which it tells when what it names was."""

    def __init__(self, analysis: Analysis, times: Sequence[TimeRef]) -> None:
        self._analysis, self._today = analysis, analysis.document.date
        self._times = [t for t in times if t.time]
        self._starts = [t.start for t in self._times]

    def was(self, mention: Mention) -> bool:
        """Whether all times that the sentence tells before the name ended long before the day of the document, and it tells one."""
        start, end = self._analysis.sentence_at(mention.start).start, bisect_left(self._starts, mention.start)
        told = self._times[bisect_left(self._starts, start) : end]
        return bool(told) and all(is_long_ago(t.time, self._today) for t in told)


def is_long_ago(time: Time | None, today: dt.date | None) -> bool:
    """Whether a time ended so long before a day that a text of this day only comes back to it."""
    return bool(time and time.latest and today and (today - time.latest).days > _LONG)
