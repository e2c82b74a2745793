"""Know the day on which a tale of several days goes on: 9일부터 12일까지 ... 첫날 A를 찾았다. B도 만났다."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.predicates import is_day_within
from kg.values import Sentence, Time, TimeRef

# How far behind a sentence's beginning a day may stand and open it, in characters: a bullet and a quotation mark before it.
_OPENING = 3


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
