"""Date what is told: the facts of an event on its days, and what happens on a day on that of which the text tells."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.extract.days import days_of, is_day_within
from kg.extract.predicates.status import PRESENT
from kg.extract.told import BODY_KINDS, Told
from kg.find.times.calendar import parse_edtf, through
from kg.ontology.grammar import Grammar
from kg.ontology.load import EVENT, PERSON, POLICY
from kg.refer import Referred
from kg.values import LAST_DAY, SOME_DAY, Sentence, Time, TimeRef

# What stands between a name and what a parenthesis tells of it.
_OPENING = re.compile(r"[’”'\"」』>]? ?\(")
# How long ago a day may be that a paragraph goes on with, and how far from the year of an edition one that its text tells of, in days.
_RECENT = 60
# The year at the beginning or the end of a name: 2024 로봇 대회, CES 2026.
_YEAR = re.compile(r"^20\d\d(?!\d)|(?<!\d)20\d\d$")
# How many days lie at most between a release and the day that its lead tells of, and how many sentences of the body are the lead.
_LEAD, _SENTENCES = 7, 3
# How many days less than that what goes on does so of which the first and the last are told apart.
_LONG = 15
# What stands between what goes on and its last day (전시는 서울에서 16일까지), and behind that before what goes on (16일까지 열리는 전시).
_TOLD_OF = re.compile(r"[’”'\"」』]?(?:\([^()]{1,20}\))?[은는이가도] [^,.]{0,24}")
_TOLD_AHEAD = re.compile(r" [^,.]{0,16}[는될릴질] (?:[가-힣]{1,2} )?[‘“'\"「『]?")
# The tag of an ending that leads on to another clause.
_LINKING = "EC"
# How many days from the year of an edition nothing is told of it.
_FAR = 400


def date_events(told: Sequence[Told], types: dict[str, str], noted: dict[str, Time], last: dict[str, Time]) -> list[Told]:
    """What is told of events, each on the days of its event where it has no finer time of its own.

    ``types`` has the class of each key, ``noted`` the day that stands behind the name of an event, for those of which no other is told,
    ``last`` the day up to which one goes on.
    """
    times: dict[str, Time] = {}
    days: dict[str, set[Time]] = defaultdict(set)
    for t in told:
        for key in (t.subject.key, t.object.key):
            # The year since which one is held again and again is no time of its own.
            if types[key] == EVENT and t.time and (t.status != "ongoing" or not _is_year(t.time)):
                days[key].add(t.time)
                if key not in times or _is_finer(t.time, times[key]):
                    times[key] = t.time
    times |= {key: time for key, end in last.items() if (time := _up_to(days[key], end))}
    times |= {key: time for key, time in noted.items() if key not in times or (days_of(time) and not days_of(times[key]))}
    return [t if t.rule.stative or t.put_off else _at(t, _of_event(t, times)) for t in told]


def _at(told: Told, time: Time | None) -> Told:
    """What is told, at that time; most has it already."""
    return told if time is told.time else told._replace(time=time)


def _of_event(told: Told, times: dict[str, Time]) -> Time | None:
    event = times.get(told.object.key) or times.get(told.subject.key)
    if event is None or told.time is None:
        return told.time or event
    # Somebody who comes on the first day comes on that day.
    edge = _is_edge(told.time, event) and told.subject.type != PERSON
    return event if edge or _covers(told.time, event) else told.time


def _up_to(days: Iterable[Time], end: Time) -> Time | None:
    """All days of an event from the first of those told to its last one, or None where none is told soon before that."""
    near = [through(day, end) for day in days if day.earliest and day.earliest == day.latest and end.latest and day.latest <= end.latest]
    return max((time for time in near if (days_of(time) or _LONG) < _LONG), key=lambda time: days_of(time) or 0, default=None)


def _is_year(time: Time) -> bool:
    """Whether a time tells no month."""
    return "-" not in time.edtf


def _is_finer(time: Time, other: Time) -> bool:
    """Whether a time tells more of when an event is: its day rather than its month or year, all its days rather than the first."""
    if _is_edge(other, time):
        return True
    return days_of(time) is not None and days_of(other) is None


def _covers(time: Time, event: Time) -> bool:
    """Whether a time only tells in which month or year the event is."""
    if days_of(time) is not None or time.earliest is None or time.latest is None or event.earliest is None or event.latest is None:
        return False
    return time.earliest <= event.earliest and event.latest <= time.latest


def _is_within(time: Time, longer: Time) -> bool:
    """Whether a time is a day of a longer one, or the days of its month or year."""
    return is_day_within(time, longer) or _covers(longer, time)


def _is_edge(time: Time, event: Time) -> bool:
    """Whether a time is only the first day of an event of several days, or all up to its last one."""
    if time.earliest is None:
        return time.latest == event.latest and days_of(event) is not None
    return is_day_within(time, event) and time.earliest == event.earliest and days_of(event) is not None


def _is_of_words(day: TimeRef, sentence: Sentence, quotatives: Collection[str]) -> bool:
    """Whether it is the day on which what the sentence tells was said: 포럼을 개최했다고 9일 밝혔다."""
    before = next((token for token in reversed(sentence.tokens) if token.end <= day.start), None)
    return before is not None and before.tag == _LINKING and before.form in quotatives


def times_behind_names(referred: Referred) -> dict[str, Time]:
    """When an event is by the parenthesis right behind its name: 핵심광물 고위급회의(9.28.)에 참석한다."""
    text = referred.findings.analysis.document.text
    noted = {t.start: t.time for t in referred.findings.times if t.time and t.time.earliest and text[t.start - 1 : t.start] == "("}
    found: dict[str, Time] = {}
    for name in referred.named if noted else ():
        opening = _OPENING.match(text, name.end) if name.type == EVENT else None
        if opening and (time := noted.get(opening.end())):
            found.setdefault(name.key, time)
    return found


class Scenes:
    """The days of which the sentences of one document tell: that of the paragraph, else that of the lead."""

    def __init__(self, referred: Referred, grammar: Grammar) -> None:
        analysis, quotatives = referred.findings.analysis, grammar.quotatives
        self._text, self._so_far = analysis.document.text, grammar.so_far
        self._today = analysis.document.date
        self._blocks = analysis.document.blocks
        self.last = self._running(referred)
        self._weeks = {t.time for t in referred.findings.times if t.sense == SOME_DAY}
        self._times = [t for t in referred.findings.times if t.time and days_of(t.time) and t.sense != SOME_DAY]
        self._starts = [t.start for t in self._times]
        self._of_words = {t.start for t in self._times if _is_of_words(t, analysis.sentence_at(t.start), quotatives)}
        self._lead = self._of_lead(analysis.sentences)
        years = [(r, int(y[0])) for r in referred.referents if r.type in {EVENT, POLICY} and (y := _YEAR.search(r.name))]
        self._years = {r.key: year for r, year in years if r.type == EVENT}
        # The year behind a plan's name is that up to which it looks: 로봇 비전 2027.
        named = {r.key: year for r, year in years if r.type == EVENT or r.name.startswith(str(year))}
        self._named_years = {key: year for key, year in named.items() if self._today and year <= self._today.year + 1}

    def _running(self, referred: Referred) -> dict[str, Time]:
        """Up to which day an event goes on, told of the one right before: 박람회가 13일 개막했다. 행사는 16일까지 이어진다."""
        found: dict[str, Time] = {}
        text = referred.findings.analysis.document.text
        for end in (t for t in referred.findings.times if t.sense == LAST_DAY):
            name = next((n for n in reversed(referred.named) if n.type == EVENT and n.start < end.start), None)
            ahead = next((n for n in referred.named if n.type == EVENT and n.start >= end.end), None)
            if name and end.time and _TOLD_OF.fullmatch(text, name.end, end.start):
                found.setdefault(name.key, end.time)
            elif ahead and end.time and _TOLD_AHEAD.fullmatch(text, end.end, ahead.start):
                found.setdefault(ahead.key, end.time)
        return found

    def within_edition(self, told: Told) -> Told:
        """The same without a time that is years from the one in the name of its event: 2016년부터 여는 '로봇 대회 2024'."""
        far = told.time and not self._in_edition(told.time, told, _FAR)
        return told._replace(time=None) if far else told

    def of_edition(self, told: Told) -> Told:
        """The same with the year in the name of its event or programme where the text tells no time of it: 2026 로봇 대회."""
        if told.time or told.rule.stative or not (told.rule.budgeted or EVENT in (told.subject.type, told.object.type)):
            return told
        year = self._named_years.get(told.object.key) or self._named_years.get(told.subject.key)
        return told._replace(time=parse_edtf(str(year))) if year else told

    def _in_edition(self, time: Time, told: Told, days: int) -> bool:
        """Whether a time is at most so many days from the year in the name of the event of which is told, where one is plain."""
        year = self._years.get(told.subject.key) or self._years.get(told.object.key)
        if not year or not self._today or year > self._today.year + 1 or not time.earliest or not time.latest:
            return True
        return (dt.date(year, 1, 1) - time.latest).days <= days and (time.earliest - dt.date(year, 12, 31)).days <= days

    def widen(self, told: Told) -> Told:
        """What is told of an event on its first day, with all its days where the sentence has them: 13일 개막해 16일까지 나흘간 열린다."""
        if told.time is None or told.subject.type == PERSON or EVENT not in (told.subject.type, told.object.type):
            return told
        days = self._between(told.sentence.start, told.sentence.end)
        return told._replace(time=next((t.time for t in days if t.time and _is_edge(told.time, t.time)), told.time))

    def date(self, told: Told) -> Told:
        """What is told with the day of its place in the text, where it is of a kind that happens on a day and has no time."""
        if not told.rule.dated or told.put_off or self._is_background(told) or (told.time and not self._may_be_finer(told, told.time)):
            return told
        fitting = [t for t in self._candidates(told) if self._fits(t, told) and (told.time is None or _is_within(t, told.time))]
        fitting = [t for t in fitting if self._in_edition(t, told, _RECENT)]
        if told.status == PRESENT:
            # 23일부터 박람회를 연다고 22일 밝혔다.
            fitting.sort(key=self._is_over)
        return told._replace(time=fitting[0]) if fitting else told

    def _is_background(self, told: Told) -> bool:
        """Whether the sentence tells what has come of years, rather than what happened on the day: 협력해 왔으며, 협정을 맺었음."""
        said = self._text[told.sentence.start : told.sentence.end]
        return told.time is None and self._so_far.search(said) is not None

    def _may_be_finer(self, told: Told, time: Time) -> bool:
        """Whether the text may tell more of when it was: an edition has its year, and who comes does so on one of the days of an event.

        What was done in a week was so on a day of it, of which the text has told; what will be is told no sooner.
        """
        comes = told.subject.type == PERSON and told.object.type == EVENT
        happens = EVENT in (told.subject.type, told.object.type)
        if time in self._weeks:
            return (comes or happens) and told.status == "actual"
        days = days_of(time)
        return days > 1 and comes if days else comes or (happens and _is_year(time))

    def _candidates(self, told: Told) -> Iterator[Time]:
        """The days of the paragraph up to the sentence, the last one first, and that of the lead.

        A day of the sentence itself that its clause does not take is that of its words, except of what an event names: its own, unless
        it stands behind them.
        """
        sentence = told.sentence
        end = sentence.end if EVENT in (told.subject.type, told.object.type) else sentence.start
        block = self._between(self._blocks[sentence.block].start, end)
        days = (t.time for t in reversed(block) if t.start < sentence.start or t.start not in self._of_words)
        yield from (time for time in days if time and self._ago(time) <= _RECENT)
        if self._lead and self._lead.time and not sentence.start <= self._lead.start < sentence.end:
            yield self._lead.time

    def _of_lead(self, sentences: Sequence[Sentence]) -> TimeRef | None:
        """The day near the document's own of which the first sentences of the body tell."""
        body = [s for s in sentences if s.kind in BODY_KINDS][:_SENTENCES]
        told = self._between(body[0].start, body[-1].end) if body else ()
        return next((t for t in told if t.time and self._ago(t.time) <= _LEAD), None)

    def _between(self, start: int, end: int) -> Sequence[TimeRef]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _ago(self, time: Time) -> int:
        """How many days lie between a time and the document."""
        return abs((time.earliest - self._today).days) if time.earliest and self._today else _RECENT

    def _is_over(self, time: Time) -> bool:
        return self._today is not None and time.latest is not None and time.latest <= self._today

    def _fits(self, time: Time, told: Told) -> bool:
        """Whether what is told can be of that time: nothing done lies ahead, and what is planned does."""
        if self._today is None or time.earliest is None or time.latest is None:
            return False
        if told.status == "planned":
            return time.latest > self._today
        return told.status != "actual" or time.earliest <= self._today
