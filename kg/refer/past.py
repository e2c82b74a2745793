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
        """Whether the time that the sentence tells last before the name ended long before the day of the document."""
        at = bisect_left(self._starts, mention.start) - 1
        if at < 0 or self._today is None or self._times[at].start < self._analysis.sentence_at(mention.start).start:
            return False
        time = self._times[at].time
        return bool(time and time.latest and (self._today - time.latest).days > LONG)
