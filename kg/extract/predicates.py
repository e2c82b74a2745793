"""Read relations from predicates and their phrases."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, count, pairwise
from typing import NamedTuple

from kg.analyse.brackets import PARENTHESES
from kg.analyse.items import SUBJECT, TIME, Predicate
from kg.extract.clause import CONTENT, INSIDE, Clause
from kg.extract.dating import put_off_to, to_come
from kg.extract.days import days_of, is_day_within, is_gone_by
from kg.extract.needs import Needs, classes_of
from kg.extract.phrase import Phrase, named_in, says
from kg.extract.roles import Around, Filler, Roles
from kg.extract.status import PRESENT, WISH, clause_status, decides, done_before, goes_on, is_weighed, over_before, put_off
from kg.extract.told import Happening, Told
from kg.ontology.frames import Role, Rule, Telling
from kg.ontology.grammar import Grammar
from kg.ontology.load import PERSON
from kg.ontology.persons import Persons
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Quantity, Sentence, Span, Time, TimeRef

QUOTED_FACTOR = 0.9
# How long a month is in EDTF.
_MONTH = len("2025-01")
# The tag of a word that only determines the noun behind it: 새 대표.
_DETERMINER = "MM"
# The mark of the past in a predicate's tail.
_PAST = "/EP"
# How far behind a sum it may stand in another currency.
_CONVERTED = 8
# How far before a clause its sum may stand, and the endings of one between the two that says by what means.
_SPENT, _MEANS = 40, frozenset({"어", "아"})
# The cases of who does something, where, and with whom.
_ACTING = SUBJECT | {"title", "comitative", "locative"}
# What the act to which another leads may be: 협약을 맺고 개발하기로 했다, 개발하고 있다, 개발한다.
_TO_COME = frozenset({"planned", "ongoing", PRESENT})
Filled = dict[str, tuple[Filler, ...]]


class Scene(NamedTuple):
    """What is known beside the clause: the sentence, its times and sums, the bodies that persons act for, the day of the document.

    ``day`` is that on which the sentence goes on, in a tale of several days. ``offices`` are the posts of nobody named that stand with
    their body, by where they begin.
    """

    sentence: Sentence
    times: tuple[TimeRef, ...]
    sums: tuple[Quantity, ...]
    bodies: dict[str, Named]
    today: dt.date | None
    day: Time | None
    offices: Mapping[int, str]


class Predicates:
    """Reads the rules that have verbs."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, grammar: Grammar, persons: Persons) -> None:
        self._grammar = grammar
        self._persons = persons
        self._roles = Roles(schema, grammar)
        self._needs = Needs(rules, schema)
        self._by_lemma: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for verb in sorted(rule.verbs):
                self._by_lemma[verb].append(rule)
        self._schema = schema
        self._numbers = count()

    def read(self, clause: Clause, scene: Scene, around: Around) -> Iterator[Told | Happening]:
        """All that the clause tells; of several rules for its predicate, each that finds its roles."""
        rules = self._needs.met(self._by_lemma.get(clause.predicate.lemma, ()), around)
        # A sentence of many clauses has most of its names in others: a second look spares a quarter of the fillings.
        rules = self._needs.met(rules, around._replace(named=classes_of(clause.named))) if rules else rules
        status = clause_status(clause, self._grammar) if rules else WISH
        if status == WISH:
            return
        words = self._words(clause) if any(rule.nearby or rule.unless for rule in rules) else ("", "")
        for rule in rules:
            if rule.purpose == (clause.predicate.ending == "purpose") and self._applies(rule, clause, words):
                filled = self._roles.fill(rule, clause, around)
                if filled:
                    yield from self._tell(rule, clause, scene, filled, self._status(status, rule, clause, scene))

    def _status(self, status: str, rule: Rule, clause: Clause, scene: Scene) -> str:
        """The clause's status as the rule takes it: what leads to a plan is done, and what lasts goes on before the noun it tells of."""
        if clause.way and (status == "ongoing" or (status == "actual" and is_weighed(clause, self._grammar))):
            # On a day is what one does there to talk of a way, unless it agrees on that: 독일을 방문해 협력을 넓히는 방안을 논의하고 있다.
            return status if rule.dated and not rule.achieved else "planned"
        if status in _TO_COME and clause.predicate.lemma in rule.achieved and done_before(clause, self._grammar):
            return status if status != "planned" and goes_on(clause, self._grammar) else "actual"
        decided = status == "planned" and rule.momentary and rule.dated and decides(clause, self._grammar)
        if decided or (status == "ongoing" and over_before(clause, self._grammar, scene.times, scene.today, momentary=rule.momentary)):
            return "actual"
        lasts = status == PRESENT and clause.predicate.lemma in rule.lasting and clause.predicate.ending == "adnominal"
        # Only who does so says nothing of a time to come: not 앞으로, 검토 후, 동의를 거쳐 추진하는 사업.
        return "ongoing" if lasts and _ACTING.issuperset(phrase.case for phrase in clause.phrases) else status

    def _words(self, clause: Clause) -> tuple[str, str]:
        """Where a rule may find no word of its ``unless``, and where one of its ``nearby``: in the clause, and in what it is said of."""
        phrases = (*clause.phrases, *((clause.bare,) if clause.bare else ()))
        said = " ".join([*sorted(clause.adverbs), *(p.said for p in phrases), clause.predicate.link])
        # What something is called, or is told of, stands before it: 전담기관은 한국연구재단이다; KT와 맺은 협약.
        before = " ".join([said, *(p.said for p in (clause.topic, clause.head) if p), *_shared_act(clause)])
        plain = clause.topic is not None and not clause.topic.names
        return (before if plain or clause.predicate.lemma == self._grammar.copula else said), before

    def _applies(self, rule: Rule, clause: Clause, words: tuple[str, str]) -> bool:
        if (clause.predicate.nominal and not rule.nominal) or (clause.predicate.ending == "adnominal" and not rule.adnominal):
            return False
        if rule.voices and clause.predicate.voice not in rule.voices:
            return False
        if rule.to_post is not None and rule.to_post != (self._post(rule, clause) is not None):
            return False
        without, near = words
        return (not rule.nearby or any(word in near for word in rule.nearby)) and not any(word in without for word in rule.unless)

    def _tell(self, rule: Rule, clause: Clause, scene: Scene, roles: Filled, status: str) -> Iterator[Told | Happening]:
        filled = self._acting(rule, roles, scene)
        status, time = self._when(rule, clause, scene, status)
        amount = self._amount(clause, scene) if rule.amount else None
        number = next(self._numbers) if rule.event else None
        told = False
        for telling in rule.tells:
            if telling.unless in filled or _is_with_others(telling, clause, filled):
                continue
            each = self._each_his_own(telling, clause, filled, scene)
            for subject, object_ in each or self._pairs(telling, filled):
                told = True
                yield Told(
                    rule,
                    telling.property,
                    subject.name,
                    object_.name,
                    scene.sentence,
                    telling.status or status,
                    confidence=rule.confidence * min(subject.confidence, object_.confidence) * (QUOTED_FACTOR if clause.quoted else 1.0),
                    time=time,
                    # Where a thing is costs nothing: 300억원을 들여 대전에 공장을 짓는다.
                    amount=amount if telling.subject == rule.tells[0].subject and not (each and _are_several(scene.sums, clause)) else None,
                    role=self._post(rule, clause, subject, object_) or _office(rule, object_.name, scene),
                    speaker=self._speaker(clause),
                    trigger=_trigger(clause),
                    happening=number,
                    put_off=put_off(clause, self._grammar) is not None,
                )
        if told and rule.event and number is not None:
            parts = tuple((role, f.name.key) for role, fillers in filled.items() for f in fillers)
            yield Happening(number, rule.event, parts, time, status)

    def _when(self, rule: Rule, clause: Clause, scene: Scene, status: str) -> tuple[str, Time | None]:
        """The status as the clause's time corrects it, and that time."""
        # A standing state goes on by its nature: 도쿄에 사무소를 두고 있다.
        status = "actual" if rule.stative and status == "ongoing" else status
        delay = put_off(clause, self._grammar) if status == "planned" and not rule.stative else None
        if delay:
            return status, put_off_to(delay, scene.times, scene.sentence.tokens, self._grammar.cases["instrumental"])
        time = None if rule.stative else self._time(clause, scene, status, dated=rule.dated)
        if status == "planned" and time and time.latest and scene.today and time.latest <= scene.today:
            # What only leads to a plan is done on a day that has come; one gone by is none of a plan: 지난 1일 통과하여 시행할 예정이다.
            leads = clause.predicate.ending == "connective" and self._grammar.status_of(clause.predicate.tail) is None
            return ("actual", time) if leads else (status, time if time.latest == scene.today else None)
        if status == PRESENT and time and not days_of(time):
            return self._present(rule, clause, scene, time), time
        return status, time

    def _present(self, rule: Rule, clause: Clause, scene: Scene, time: Time) -> str:
        """The status of what is told in the present with a month or year: 2015년부터 연다 goes on, 이달 공개한다 is still to come."""
        if not (scene.today and time.earliest and time.latest and time.earliest <= scene.today):
            return PRESENT
        own = (*clause.phrases, *((clause.bare,) if clause.bare else ()), *clause.times)
        if any(self._is_since(phrase, scene) and self._time_in(phrase, scene) == time for phrase in own):
            return "ongoing"
        return "planned" if rule.dated and scene.today < time.latest else PRESENT

    def _is_over(self, phrase: Phrase, time: Time, clause: Clause, scene: Scene) -> bool:
        """Whether a time gone by is of the act before that which goes on: 2019년 협약을 맺고 로봇을 개발하고 있다."""
        if phrase not in clause.times or not is_gone_by(time, scene.today) or self._is_since(phrase, scene):
            return False
        start = min((p.start for p in clause.phrases), default=clause.predicate.start)
        return any(t.tag == "EC" and phrase.end <= t.start < start for t in scene.sentence.tokens)

    def _is_since(self, phrase: Phrase, scene: Scene) -> bool:
        """Whether the phrase is the time from which on something goes on: 2015년부터."""
        marks = self._grammar.cases["from"]
        return phrase.case == "from" or any(t.end == phrase.end and t.text.endswith(marks) for t in scene.times)

    def _acting(self, rule: Rule, filled: Filled, scene: Scene) -> Filled:
        """The fillers, with the body in the place of a person who acts for it (what a firm's head made is the firm's)."""
        acting = {role.name: role for role in rule.roles if role.acts_for_body}
        return {
            name: tuple(filter(None, (self._for_body(acting[name], f, scene) for f in fillers))) if name in acting else fillers
            for name, fillers in filled.items()
        }

    def _for_body(self, role: Role, filler: Filler, scene: Scene) -> Filler | None:
        """The filler or the body for which it acts; None where the role takes no such body, or the text would not go on to speak of it."""
        body = scene.bodies.get(filler.name.key)
        if body is None:
            return filler
        elsewhere = not scene.sentence.start <= filler.name.start < scene.sentence.end
        classes = role.recalled if elsewhere and role.recalled else role.is_a
        fits = set(classes) <= {PERSON} or self._schema.is_any(body.type, classes)
        return Filler(body, filler.confidence * 0.9) if fits else None

    def _each_his_own(self, telling: Telling, clause: Clause, filled: Filled, scene: Scene) -> list[tuple[Filler, Filler]]:
        """Of as many as there are things the first with the first, where the clause says that each has his own: A와 B는 각각 X와 Y를.

        It may say so of when each is instead: A와 B는 X와 Y를 각각 5월과 6월에 공개한다.
        """
        if self._grammar.distributive.isdisjoint(clause.adverbs) or _are_several(scene.times, clause):
            return []
        one, other = (sorted(filled.get(role, ()), key=lambda f: f.name.start) for role in (telling.subject, telling.object))
        return list(zip(one, other, strict=True)) if len(one) == len(other) > 1 and telling.subject != telling.object else []

    def _pairs(self, telling: Telling, filled: Filled) -> Iterator[tuple[Filler, Filler]]:
        subjects, objects = filled.get(telling.subject, ()), filled.get(telling.object, ())
        if not telling.among:
            yield from ((s, o) for s in subjects for o in objects if s.name.key != o.name.key)
            return
        if not telling.each and subjects and objects and telling.subject != telling.object:
            # Who joins hands with a third does so himself, and with none of his own side: A와 B가 C와 손을 잡았다. Of many with many
            # the first speaks.
            subjects = subjects if len(objects) == 1 else subjects[:1]
            yield from ((s, o) for s in subjects for o in objects if s.name.key != o.name.key)
            return
        party = list({f.name.key: f for f in (*subjects, *objects)}.values()) if subjects else []
        pairs = combinations(party, 2) if telling.each else ((party[0], other) for other in party[1:])
        yield from pairs

    def _time(self, clause: Clause, scene: Scene, status: str, *, dated: bool) -> Time | None:
        """The time in the clause's own phrases, nearest to the predicate first, else one said before for the rest of the sentence.

        A day inside a longer time that is said nearer is meant: 8월 13일 …에서 '24년도 1차 수여식을 열었다. What happens on a day
        (``dated``) is of one before it is of a year, unless that has a particle: 12일 지난해 성과를 논의했다, not 4월에. What is done was
        not in a time to come (12월 27일 '24~'26년 계획을 발표했다), nor is what is planned in one gone by, where another is told: 지난
        19일 알렸고 5월 연다.
        """
        own = [*clause.phrases, *((clause.bare,) if clause.bare else ())]
        told = list(_times_beside(clause.predicate, scene, self._grammar.do))
        marked: set[Time] = set()
        said = clause.predicate.ending == "quotative" and any(self._time_in(phrase, scene) for phrase in own)
        # A day behind the topic is that of the words where the act has its own: 12일 로봇을 지난해 공개했다고 밝혔다.
        for phrase in (*reversed(own), *(() if said else reversed(clause.times))):
            found = self._time_in(phrase, scene)
            # Two verbs with nothing between share what is said before them: 하반기에 전략을 세워 발표한다.
            if (
                found is None
                or (own and _is_inside(phrase, found))
                or (status == "ongoing" and self._is_over(phrase, found, clause, scene))
            ):
                continue
            told.append(found)
            if phrase.case == "dative" or (dated and _is_month_of_act(phrase, found, clause, scene)):
                marked.add(found)
        if status == "actual" and _PAST in clause.predicate.tail and scene.today:
            told = [time for time in told if not time.earliest or time.earliest <= scene.today]
        elif status in {"planned", PRESENT} and scene.today:
            if not any(self._is_since(phrase, scene) for phrase in (*own, *clause.times)):
                told = [to_come(time, scene.times, scene.today) for time in told]
            told = [time for time in told if not is_gone_by(time, scene.today)] or told
        if dated and told and told[0] not in marked:
            told = [time for time in told if days_of(time)] or told
        return next((time for time in told[1:] if is_day_within(time, told[0])), told[0]) if told else scene.day

    def _time_in(self, phrase: Phrase, scene: Scene) -> Time | None:
        marks = {word.start for chunk in phrase.chunks for word in chunk.words if word.tag == TIME}
        return next((t.time for t in reversed(scene.times) if t.start in marks and t.time), None) if marks else None

    def _amount(self, clause: Clause, scene: Scene) -> str | None:
        """The sum, no rate, that stands nearest before the predicate: in its clause, or shortly before that."""
        start = min((p.start for p in (*clause.phrases, *((clause.bare,) if clause.bare else ()))), default=clause.predicate.start)
        # What a contract is worth stands with its noun: 칩을 공급하는 3000억원 규모의 계약.
        end = clause.head.end if clause.head and clause.predicate.ending == CONTENT else clause.predicate.end
        after = clause.follows[0] if clause.follows and clause.predicate.ending == "adnominal" else None
        if after and after.lemma.removesuffix(self._grammar.do) in self._grammar.raised_words:
            # What many gave is told as what their round raised: KT가 참여한 투자에서 300억원을 유치했다.
            end = after.start
        if clause.phrases and clause.phrases[-1].chunks[-1].joined == ",":
            # Behind it stands what the verb tells of another: A에 10억원, B에 20억원을 지원한다.
            end = clause.phrases[-1].end
        near = [q for q in scene.sums if q.start < end and not q.rate and (start <= q.start or self._is_spent_on(q, start, scene))]
        # What it comes to in another currency stands right behind: 5천억 엔(한화 약 5조원).
        converted = len(near) > 1 and near[-1].currency != near[-2].currency and near[-1].start - near[-2].end <= _CONVERTED
        return near[-2 if converted else -1].amount if near else None

    def _is_spent_on(self, sum_: Quantity, start: int, scene: Scene) -> bool:
        """Whether a sum before a clause is of it: no other clause ends between them but one that spends it on this.

        300억원을 들여 공장을 짓는다, not 들이고, and not 300억원을 빌려.
        """
        if not start - _SPENT <= sum_.start < start:
            return False
        between = [token for token in scene.sentence.tokens if sum_.end <= token.start < start]
        link = max((at for at, token in enumerate(between) if token.tag == "EC"), default=None)
        if link is None:
            return True
        stem = next((token.form for token in reversed(between[:link]) if token.form != self._grammar.do[:-1]), None)
        return between[link].form in _MEANS and stem in self._grammar.means_stems

    def _post(self, rule: Rule, clause: Clause, *fillers: Filler) -> str | None:
        """The post to which somebody comes, as the clause names it, without its body and the words for its newness: KIST 신임 원장으로.

        Of several the last, as of several persons: 대표에 정하람을, 이사에 이도윤을; of those in one list that of the body.
        """
        posts = (p for case in rule.post for p in reversed(clause.phrases) if p.case == case and self._is_post(p))
        phrase = next(posts, None)
        if phrase is None:
            return None
        own = (c for c in phrase.chunks if any(says(c, f.name) for f in fillers) and self._is_title(c.words[-1].form))
        keys = {f.name.key for f in fillers}
        bodies = [name for name in (*phrase.names, *phrase.inner) if name.key in keys]
        words = next(own, phrase.chunks[-1]).words
        # A body and its post may be one word here: KIST 원장, 한국로봇연구원장.
        title = words[-1].form.rpartition(" ")[2]
        if title.endswith(head := self._persons.head_suffix) and any(n.end == words[-1].end - len(head) for n in named_in([phrase])):
            title = "".join(word.form for word in words[-2:])[-len(head) - 1 :]
        last = words[-1]._replace(form=title)
        said = (w for w in words[:-1] if not any(b.start <= w.start < b.end for b in bodies))
        kept = [w for w in (*said, last) if w.tag != _DETERMINER and w.form not in self._persons.acting]
        return "".join(f"{' ' if at and kept[at - 1].end != w.start else ''}{w.form}" for at, w in enumerate(kept)) or None

    def _is_post(self, phrase: Phrase) -> bool:
        last = phrase.chunks[-1].words[-1].form
        return self._is_title(phrase.said) or (last in self._persons.titles and last not in self._persons.not_titles)

    def _is_title(self, said: str) -> bool:
        return said.endswith(self._persons.title_endings) or said in self._persons.titles

    def _speaker(self, clause: Clause) -> str | None:
        if clause.quoted:
            return _key(clause.speaker)
        said = clause.predicate.ending == "quotative" and any(p.lemma in self._grammar.reporting for p in clause.follows)
        return _key(clause.topic or clause.subject) if said else _key(clause.speaker)


def _times_beside(predicate: Predicate, scene: Scene, do: str) -> Iterator[Time]:
    """The time in a parenthesis right behind the noun of an act, or behind the predicate: 마련(11.27.)하고, 개최(’21.5)."""
    if not scene.times:
        return
    ends = {predicate.end, predicate.start + len(predicate.lemma.removesuffix(do))}
    for token, following in pairwise(scene.sentence.tokens):
        if token.start in ends and token.form in PARENTHESES:
            yield from (t.time for t in scene.times if t.time and token.end <= t.start <= following.end)


def _office(rule: Rule, body: Named, scene: Scene) -> str | None:
    """The post that is named with its body as what somebody had (KIST 연구원과 KAIST 교수를 거쳤다), else the role that the rule gives."""
    return (scene.offices.get(body.start) if rule.office else None) or rule.role or None


def _are_several(told: Sequence[TimeRef] | Sequence[Quantity], clause: Clause) -> bool:
    """Whether more than one of the times or sums stands in the clause before its verb."""
    start = min((phrase.start for phrase in clause.phrases), default=clause.predicate.start)
    return sum(start <= one.start < clause.predicate.start for one in told) > 1


def _is_with_others(telling: Telling, clause: Clause, filled: Filled) -> bool:
    """Whether those who act do so with somebody whom no name tells, rather than with each other: A와 B는 관계 기관과 협력한다."""
    if not telling.among or telling.each or (telling.subject in filled and telling.object in filled):
        return False
    return any(p.case == "comitative" and not (p.names or p.inner) for p in clause.phrases)


def _shared_act(clause: Clause) -> Iterator[str]:
    """The act noun behind a clause that stands before it, which is a predicate of its own: KT와 진행 중인 로봇 실증."""
    if clause.predicate.ending == "adnominal":
        yield from (act.lemma for act in clause.follows[:1] if act.nominal)


def _key(phrase: Phrase | None) -> str | None:
    return phrase.names[0].key if phrase and phrase.names else None


def _trigger(clause: Clause) -> Span | None:
    """The words of the predicate; what something is told to be in passing has none (X의 일환으로, ...)."""
    start, end = clause.predicate.start, clause.predicate.end
    return Span(start, end) if start < end else None


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
