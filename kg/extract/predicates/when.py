"""When that happens which a clause tells, and how its time corrects its status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from kg.analyse.brackets import PARENTHESES
from kg.analyse.items import TIME, Predicate
from kg.extract.clauses.clause import CONTENT, INSIDE, Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.days import days_of, is_day_within, is_gone_by
from kg.extract.predicates.scene import Scene
from kg.extract.predicates.status import PRESENT, put_off
from kg.find.times.calendar import a_year_later, nearest_day, parse_edtf
from kg.ontology.frames import Rule
from kg.ontology.grammar import Grammar
from kg.values import ANY_MONTH, ANY_YEAR, Time, TimeRef, Token

# How long a month is in EDTF.
_MONTH = len("2025-01")
# The mark of the past in a predicate's tail.
_PAST = "/EP"
# And that of what is decided or agreed on: 열기로 합의했다.
_DECIDED = "/ETN"
# So many days after its end a day, or a longer time, is no more the one that a text which came out late tells of.
_DAY_GONE, _LONGER_GONE = 60, 14
# And a day of which no month is told, which is the one of the month to come.
_DAY_ALONE_GONE, _MONTH_DAYS = 7, 31
# The cases of a time with which one is only compared: 지난해와 같이, 지난해보다 많이.
_COMPARED = frozenset({"comitative", "beside"})
# What stands before a year of two digits.
_APOSTROPHES = "’‘'`"


class When:
    """Finds the time of a clause with one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of(self, rule: Rule, clause: Clause, scene: Scene, status: str) -> tuple[str, Time | None]:
        """The status as the clause's time corrects it, and that time."""
        # A standing state goes on by its nature: 도쿄에 사무소를 두고 있다.
        status = "actual" if rule.stative and status == "ongoing" else status
        delay = put_off(clause, self._grammar) if status == "planned" and not rule.stative else None
        if delay:
            return status, _put_off_to(delay, scene.times, scene.sentence.tokens, self._grammar.cases["instrumental"])
        time = None if rule.stative else self._time(clause, scene, status, dated=rule.dated)
        if status == "planned" and time and time.latest and scene.today and time.latest <= scene.today:
            # What only leads to a plan is done on a day that has come; one gone by is none of a plan: 지난 1일 통과하여 시행할 예정이다.
            return ("actual", time) if self._leads(clause) else (status, time if time.latest == scene.today else None)
        if status == PRESENT and time and not days_of(time):
            return self._present(rule, clause, scene, time), time
        return status, time

    def _present(self, rule: Rule, clause: Clause, scene: Scene, time: Time) -> str:
        """The status of what is told in the present with a month or year: 2015년부터 연다 goes on, 이달 공개한다 is still to come."""
        if not (scene.today and time.earliest and time.latest and time.earliest <= scene.today):
            return PRESENT
        own = (*clause.own, *clause.times)
        if any(self._is_since(phrase, scene) and self._time_in(phrase, scene) == time for phrase in own):
            return "ongoing"
        return "planned" if rule.dated and scene.today < time.latest else PRESENT

    def _leads(self, clause: Clause) -> bool:
        """Whether the clause only leads to what is told behind it: 5일 협약을 맺고 로봇을 만들 예정이다."""
        return clause.predicate.ending == "connective" and self._grammar.status_of(clause.predicate.tail) is None

    def _is_over(self, phrase: Phrase, time: Time, clause: Clause, scene: Scene) -> bool:
        """Whether a time gone by is of the act before that which goes on: 2019년 협약을 맺고 로봇을 개발하고 있다."""
        return is_gone_by(time, scene.today) and not self._is_since(phrase, scene) and _is_of_act_before(phrase, clause, scene)

    def _days_to_come(self, clause: Clause, scene: Scene) -> set[Time | None]:
        """The times in the clause that may be days of the month to come.

        None is the day of what leads to the plan (5일 협약을 맺고 만들 예정이다), nor that on which it was decided: 3일 만들기로 했다,
        만들 예정이었다.
        """
        if self._leads(clause) or any(mark in clause.predicate.tail for mark in (_PAST, _DECIDED)):
            return set()
        return {self._time_in(p, scene) for p in (*clause.own, *clause.times) if not _is_of_act_before(p, clause, scene)}

    def _is_since(self, phrase: Phrase, scene: Scene) -> bool:
        """Whether the phrase is the time from which on something goes on: 2015년부터."""
        marks = self._grammar.cases["from"]
        return phrase.case == "from" or any(t.end == phrase.end and t.text.endswith(marks) for t in scene.times)

    def _time(self, clause: Clause, scene: Scene, status: str, *, dated: bool) -> Time | None:
        """The time in the clause's own phrases, nearest to the predicate first, else one said before for the rest of the sentence.

        A day inside a longer time that is said nearer is meant: 8월 13일 …에서 '24년도 1차 수여식을 열었다. What happens on a day
        (``dated``) is of one before it is of a year, unless that has a particle: 12일 지난해 성과를 논의했다, not 4월에. What is done was
        not in a time to come (12월 27일 '24~'26년 계획을 발표했다), nor is what is planned in one gone by, where another is told: 지난
        19일 알렸고 5월 연다.
        """
        own = clause.own
        told = list(_times_beside(clause.predicate, scene, self._grammar.do))
        if status == "actual" and clause.predicate.ending in {"adnominal", CONTENT} and clause.head and dated:
            told += _time_of_head(clause.head.end, scene)
        marked: set[Time] = set()
        said = clause.predicate.ending == "quotative" and any(self._is_of_act(phrase, clause, scene, dated=dated) for phrase in own)
        # A day behind the topic is that of the words where the act has its own: 12일 로봇을 지난해 공개했다고 밝혔다.
        for phrase in (*reversed(own), *(() if said else reversed(clause.times))):
            found = self._time_in(phrase, scene)
            # Two verbs with nothing between share what is said before them: 하반기에 전략을 세워 발표한다.
            if (
                found is None
                or phrase.case in _COMPARED
                or (own and _is_inside(phrase, found))
                or (status == "ongoing" and self._is_over(phrase, found, clause, scene))
            ):
                continue
            told.append(found)
            if phrase.case == "dative" or (dated and _is_month_of_act(phrase, found, clause, scene)):
                marked.add(found)
        if status == "actual" and _PAST in clause.predicate.tail and scene.today:
            told = [time for time in told if _has_begun(time, scene.today, dated=dated)]
        elif status in {"planned", PRESENT} and scene.today:
            if not any(self._is_since(phrase, scene) for phrase in (*own, *clause.times)):
                days = self._days_to_come(clause, scene)
                coming = {time: _to_come(time, scene.times, scene.today, alone=time in days) for time in told}
                told, marked = [coming[time] for time in told], {coming[time] for time in marked}
            told = [time for time in told if not is_gone_by(time, scene.today)] or told
        if dated and told and told[0] not in marked:
            told = [time for time in told if days_of(time)] or told
        return next((time for time in told[1:] if is_day_within(time, told[0])), told[0]) if told else scene.day

    def _is_of_act(self, phrase: Phrase, clause: Clause, scene: Scene, *, dated: bool) -> bool:
        """Whether the phrase has a time of the act, not only the year of an edition in which its day lies: 12일 2025년 총회를 연다고."""
        time = self._time_in(phrase, scene)
        if time is None or not dated or phrase.case or "-" in time.edtf or not phrase.said.lstrip(_APOSTROPHES)[:1].isdecimal():
            return time is not None
        days = (self._time_in(p, scene) for p in clause.times)
        return not any(day and is_day_within(day, time) for day in days)

    def _time_in(self, phrase: Phrase, scene: Scene) -> Time | None:
        marks = {word.start for chunk in phrase.chunks for word in chunk.words if word.tag == TIME}
        return next((t.time for t in reversed(scene.times) if t.start in marks and t.time), None) if marks else None


def _times_beside(predicate: Predicate, scene: Scene, do: str) -> Iterator[Time]:
    """The time in a parenthesis right behind the noun of an act, or behind the predicate: 마련(11.27.)하고, 수립*(11.27.)한."""
    if not scene.times:
        return
    ends = {predicate.end, predicate.start + len(predicate.lemma.removesuffix(do))}
    tokens = scene.sentence.tokens
    for before, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        # The sign of a footnote is no token.
        if before.end in ends and token.form in PARENTHESES:
            yield from (t.time for t in scene.times if t.time and token.end <= t.start <= following.end)


def _time_of_head(end: int, scene: Scene) -> Iterator[Time]:
    """The time gone by that alone fills the parenthesis behind what a clause tells of: 두 기관이 맺은 업무협약(2024년 1월)에 따라."""
    for token in scene.sentence.tokens:
        if token.start == end and token.form in PARENTHESES:
            inside = (t for t in scene.times if t.time and t.start == token.end)
            closed = {t.start for t in scene.sentence.tokens if t.form == PARENTHESES[token.form]}
            yield from (t.time for t in inside if t.time and t.end in closed and "/" not in t.time.edtf and is_gone_by(t.time, scene.today))


def _is_month_of_act(phrase: Phrase, time: Time, clause: Clause, scene: Scene) -> bool:
    """Whether a month before what is named, behind a dated clause, is when it happened: 12월 30일 협약을 맺고 1월 ‘가온’을 공개했다."""
    if phrase.case or not phrase.is_time or len(time.edtf) != _MONTH:
        return False
    behind = next((p for p in clause.phrases if p.start >= phrase.end), clause.bare)
    dated = min((p.end for p in clause.times), default=phrase.start)
    return bool(behind and behind.names) and any(t.tag == "EC" and dated <= t.start < phrase.start for t in scene.sentence.tokens)


def _is_inside(phrase: Phrase, time: Time) -> bool:
    """Whether a time, other than a day, is only that of a clause before: 정부는 올해 4월 시행된 법에 따라 ...; 2월 계획을 세우고 ..."""
    return phrase.case == INSIDE and not days_of(time)


def _has_begun(time: Time, today: dt.date, *, dated: bool) -> bool:
    """Whether what is done may be of the time, which is none to come, nor one up to it: 2030년까지 300억원을 들이는 사업에 지난달 뽑혔다.

    Up to the month or year that runs much is done by now (올해까지 100곳을 도왔다), and what has begun may last for days: 15일까지 열렸다.
    """
    if time.earliest or not time.latest:
        return time.earliest is None or time.earliest <= today
    last = parse_edtf(time.edtf.rpartition("/")[2])
    return (dated and days_of(last) is not None) or (last.earliest or today) <= today


def _is_of_act_before(phrase: Phrase, clause: Clause, scene: Scene) -> bool:
    """Whether the phrase stands in a clause before, which leads to this one."""
    return phrase in clause.times and any(t.tag == "EC" and phrase.end <= t.start < clause.start for t in scene.sentence.tokens)


def _to_come(time: Time, times: Sequence[TimeRef], today: dt.date, *, alone: bool) -> Time:
    """The time of what is to come: later where its year or month is not told and it would be long gone by: in March 12월에 연다, 30일 연다.

    ``times`` are those of the sentence, any of which may tell the year of the others, but a mere day: 12일 알렸고 3월에 연다. What began
    then may go on: 12월부터 연다. A day of which no month is told is of the one to come only where the clause lets it be (``alone``).
    """
    if time.latest is None:
        return time
    days, gone = days_of(time), (today - time.latest).days
    if any(t.sense == ANY_MONTH and t.time == time and t.text[0].isdecimal() for t in times):
        coming = nearest_day(today, time.latest.day, direction=1) if alone and days == 1 and gone > _DAY_ALONE_GONE else None
        return parse_edtf(coming.isoformat()) if coming and (coming - today).days < _MONTH_DAYS else time
    months = [t for t in times if t.sense != ANY_MONTH]
    bare = all(t.sense == ANY_YEAR and t.text[0].isdecimal() for t in months)
    if not months or not bare or gone <= (_DAY_GONE if days else _LONGER_GONE):
        return time
    try:
        return a_year_later(time)
    except ValueError:
        return time


def _put_off_to(verb: Predicate, times: Sequence[TimeRef], tokens: Sequence[Token], marks: tuple[str, ...]) -> Time | None:
    """The time to which the verb puts off what was to be before, or None: 12일 열려던 포럼을 19일로 연기했다."""
    particles = {t.start for t in tokens if t.form in marks}
    before = (t for t in reversed(times) if t.end < verb.end)
    time = next((t.time for t in before if t.end in particles or t.text.endswith(marks)), None)
    # 8월에서 10월로 연기했다
    return parse_edtf(time.edtf.rpartition("/")[2]) if time and "/" in time.edtf else time
