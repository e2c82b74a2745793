"""Tell which occasions a text only comes back to: held long before its day (지난 4월 열린 포럼에서)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.values import Analysis, Mention, TimeRef

# An occasion so many days before the day of a text is none at which it is.
LONG = 31


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
        return bool(told) and all(self._is_long_ago(t) for t in told)

    def _is_long_ago(self, told: TimeRef) -> bool:
        latest = told.time.latest if told.time else None
        return bool(self._today and latest and (self._today - latest).days > LONG)
