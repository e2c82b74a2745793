"""Fill the roles of a rule from a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import takewhile
from typing import NamedTuple

from kg.extract.clauses.ahead import is_act
from kg.extract.clauses.clause import BY, Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.told import as_one_of
from kg.find.cues import DEFINITE
from kg.ontology.frames import Role, Rule
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, COMPANY, PERSON, PLACE
from kg.ontology.schema import Schema
from kg.refer import COMMON_NOUN, PHRASE, PLACE_WORD, UNMARKED, Named

# Where the fillers of an active clause's cases stand in a passive one, and in one that keeps its object.
PASSIVE = {"accusative": {"nominative", "topic"}, "nominative": {"title", BY}, "topic": {"title", BY}}
RECEIVED = {"dative": {"nominative", "topic", "title"}, "nominative": {"from", BY}, "topic": {"from", BY}, "title": {"from"}}
# What is said before an inner clause may belong to the outer one.
INSTITUTION = "institution"
# The case of him who tells what happens, in the topic above a reported clause: 산업부는 X가 시행된다고 밝혔다.
TELLER = "teller"
KEPT = frozenset({"locative"})
# The cases of what may be listed before a phrase: X와, Y 및 Z에 대해.
LISTED = frozenset({"", "comitative"})
# So many people may share what the clause before them tells.
PAIR = 2
# What ends a clause that is no part of another: not 선정된 것에.
_ENDINGS = ("/EF", "/EC")
FOCUSED = frozenset({"also", "from", "until"})


class Filler(NamedTuple):
    """A referent in a role, where it is named, and how sure it is that it stands there."""

    name: Named
    confidence: float


class Around(NamedTuple):
    """What the discourse offers for roles that the clause leaves open: agent and thing spoken of last, and by class what is in focus.

    ``named`` are the classes of all that the sentence names, ``told`` those of the topics and of the ``issuer``, whose release it is.
    """

    topics: tuple[Named, ...]
    focus: Mapping[str, Named]
    named: frozenset[str]
    told: frozenset[str]
    issuer: tuple[Named, ...] = ()


class Roles:
    """Fills roles with one schema and grammar."""

    def __init__(self, schema: Schema, grammar: Grammar) -> None:
        self._schema = schema
        self._grammar = grammar
        self._orders: dict[tuple[str, bool], list[Role]] = {}

    def fill(self, rule: Rule, clause: Clause, around: Around) -> dict[str, tuple[Filler, ...]] | None:
        """The fillers of each role, or None where a needed one is missing. No referent fills two roles."""
        filled: dict[str, tuple[Filler, ...]] = {}
        used: set[str] = set()
        gap = self._lacks_subject(rule, clause)
        # Of a clause without an object, what has a focus particle is that rather than the subject: 이어 LG전자도 방문했다.
        objectless = not clause.bare and not any(p.case == "accusative" for p in clause.phrases)
        cases = _cases(clause)
        for role in self._order(rule, objectless=objectless):
            found = tuple(f for f in self._from_clause(role, clause, cases, gap=gap) if f.name.key not in used)
            if found:
                filled[role.name] = found if role.many else found[-1:]
                used.update(f.name.key for f in filled[role.name])
        for role in rule.roles:
            if role.name not in filled:
                # A clause that stands before its own subject has none from elsewhere: 환경부는 대전에 있는 회의장에서 ...
                bound = gap and role.carried and clause.head is not None and ("head" in role.cases or self._are_guests(clause))
                of_head = clause.head is not None and any(n.key in used for n in clause.head.names)
                others = () if bound else ([*self._otherwise(role, clause, around, of_head)] or self._issuer(role, clause, around))
                found = tuple(f for f in others if f.name.key not in used)
                if found:
                    filled[role.name] = found
                    used.update(f.name.key for f in found)
                elif role.needed:
                    return None
        if any(len(filled.get(role.name, ())) < role.least for role in rule.roles):
            return None
        return filled

    def _order(self, rule: Rule, *, objectless: bool) -> list[Role]:
        """The roles in the order in which they are filled; worked out once for each rule."""
        key = rule.id, objectless
        if key not in self._orders:
            self._orders[key] = sorted(rule.roles, key=lambda r: (not r.words, objectless and "accusative" not in r.cases))
        return self._orders[key]

    def _are_guests(self, clause: Clause) -> bool:
        """Whether the clause tells who comes, which is told of the noun behind it: 산업부는 포럼에 참가할 기업을 모집한다."""
        return clause.predicate.lemma in self._grammar.guest_verbs

    def _lacks_subject(self, rule: Rule, clause: Clause) -> bool:
        """Whether the clause stands before the noun that is its subject: 배터리를 만드는 기업, 포럼에 참석한 기업, 자회사인 기업."""
        if clause.predicate.ending != "adnominal" or clause.predicate.voice == "passive":
            return False
        # Whoever stands before an object may be the subject of what is still to come: KIST가 인공지능을 실은 로봇을 공개했다.
        return self._is_object_clause(clause) or not (clause.has_subject or any("accusative" in role.cases for role in rule.roles))

    def _from_clause(self, role: Role, clause: Clause, cases: Set[str], *, gap: bool) -> Iterator[Filler]:
        if gap and "nominative" in role.cases and role.head and clause.head:
            found = _of_whom(list(self._names(clause.head, role)))
            if found or not self._is_object_clause(clause):
                # Whoever is spoken of is not the subject: 산업부는 대전에 소재한 건물에서 ...
                yield from found
                return
        for case in role.cases:
            for phrase in reversed(list(self._phrases(case, clause, known=bool(role.words)))) if case in cases else ():
                if not (role.owner or phrase in clause.phrases):
                    continue
                names = [*self._names(phrase, role), *(self._wider(phrase, clause, role) if role.wide else ())]
                if names:
                    yield from names
                    return
        for case in KEPT.intersection(role.cases) if clause.before else ():
            # A place or partner said before a clause inside the sentence (포항에서 포스코가 참석한 간담회를 열었다) is the main clause's.
            for phrase in reversed(clause.before):
                if phrase.case == case and (names := list(self._names(phrase, role))):
                    yield from names
                    return

    def _wider(self, phrase: Phrase, clause: Clause, role: Role) -> Iterator[Filler]:
        """The names in what is listed before the phrase, and those that it is for or about: X 산업의 방향과 Y를 위한 방안에 대해."""
        at = clause.phrases.index(phrase) if phrase in clause.phrases else 0
        listed = takewhile(lambda p: p.case in LISTED and not p.is_time, reversed(clause.phrases[:at]))
        names = [*(n for p in listed for n in (*p.inner, *p.names, *p.around)), *phrase.around]
        yield from (Filler(n, n.confidence * 0.9) for n in (self._as(name, role) for name in names) if n)

    def _phrases(self, case: str, clause: Clause, *, known: bool) -> Iterator[Phrase]:
        """The clause's phrases in that case; the cases of subject and object change places in the passive."""
        passive = clause.predicate.voice == "passive"
        wanted = {case}
        if passive:
            # A passive that keeps an object tells who gets it: B는 A로부터 칩을 공급받는다.
            kept = any(p.case == "accusative" for p in clause.phrases)
            wanted = (RECEIVED if kept else PASSIVE).get(case, wanted)
        if not passive and case == "nominative":
            wanted.add("also")
        # A topic over a clause that has its own subject is not the subject (KAPEX는 KIST가 개발했다), nor what something is done to where a
        # passive names that (산업부는 A가 선정됐다고 밝혔다): of its phrases the last is asked first.
        # A topic that a role knows by its words is in that role whoever else is the subject (장관 표창은 A가 받았다).
        acts = passive or not (clause.has_subject or self._is_object_clause(clause))
        topic = clause.topic if "topic" in wanted and (known or acts) and not (passive and _before_another(clause)) else None
        if topic and passive:
            yield topic
        for phrase in clause.phrases:
            if phrase.case in wanted:
                yield phrase
        if not passive and case == "accusative" and not any(p.case == "accusative" for p in clause.phrases):
            # A focus particle hides the object's: 모델부터 개발한다, 시제품까지 만들었다.
            yield from (p for p in clause.phrases if p.case in FOCUSED and not p.is_time and not self._is_subject(p, clause))
        if topic and not passive:
            yield topic
        if case == INSTITUTION and (passive or not clause.has_subject):
            # KIST에서 개발한 로봇: where an organisation acts it is who acts; a town is where somebody does.
            yield from (p for p in clause.phrases if p.case == "locative" and all(n.type != PLACE for n in p.names or p.inner))
        if case == TELLER and clause.predicate.ending == "quotative" and clause.topic:
            yield clause.topic
        if case == "bare" and clause.bare:
            yield clause.bare
        if case == "comitative":
            yield from filter(None, map(self._partner, clause.own))

    def _is_subject(self, phrase: Phrase, clause: Clause) -> bool:
        """Whether the phrase with a focus particle is who acts, in a clause before its object: LG전자도 짓는 공장."""
        agent = bool(phrase.names) and self._schema.is_a(phrase.names[0].type, AGENT)
        return phrase.case == "also" and agent and clause.head is not None and not (clause.topic or clause.has_subject)

    def _partner(self, phrase: Phrase) -> Phrase | None:
        """The partner that owns what is done together, as a phrase of its own: KIST와의 공동연구."""
        at = next((n for n, chunk in enumerate(phrase.chunks) if self._grammar.is_of_partner(chunk.particle)), None)
        if at is None:
            return None
        first = at
        while first and phrase.chunks[first - 1].joined:
            first -= 1
        chunks = phrase.chunks[first : at + 1]
        inside = [[n for n in (*phrase.names, *phrase.inner) if c.start <= n.start < c.end] for c in chunks]
        return Phrase(chunks, "comitative", tuple(max(names, key=lambda n: n.start) for names in inside if names), ())

    def _names(self, phrase: Phrase, role: Role) -> Iterator[Filler]:
        if role.words and not (role.may_be(phrase.said) if role.last else any(word in phrase.said for word in role.words)):
            return
        fits = [n for n in (self._as(name, role) for name in phrase.names) if n]
        yield from (Filler(n, n.confidence) for n in fits)
        if fits and role.also_inside:
            yield from (Filler(n, n.confidence) for n in (self._as(name, role) for name in phrase.inner) if n and n.type == PLACE)
        if fits and role.inside and phrase.names[-1].start < phrase.chunks[-1].start:
            # In 'A, B와 C 부스' the last of the list stands before the noun that it shares with the others.
            shared = (n for n in phrase.inner if n.start >= phrase.chunks[-1].start and self._fits(n, role))
            yield from (Filler(n, n.confidence * 0.9) for n in shared)
        if not fits and (role.inside or (role.words and not role.guess)):
            yield from (Filler(n, n.confidence * 0.9) for n in self._inside(phrase, role))

    def _inside(self, phrase: Phrase, role: Role) -> Sequence[Named]:
        """The names inside a phrase of which none is the head: all where words tell the role, else the last and its list.

        People of several states or towns stand for them (미국, 일본의 전문가가 참석했다); a firm in one does not.
        """
        meant = [(self._as(name, role), name.key) for name in phrase.inner]
        inner = [n for n, key in meant if n and n.key == key]
        if role.words or not inner:
            listed = phrase.listed_with([n for n, _ in meant if n]) if AGENT in role.is_a else ()
            return inner or (listed if len(listed) > 1 else ())
        # Of the places around a hall each is where it is: 서울 그랜드 워커힐 호텔에서; what a parenthesis says is no hall.
        said = [n for n in inner if phrase.says(n)] or inner
        around = [n for n in inner if n.type == PLACE and n is not said[-1]] if role.also_inside else []
        return [*around, *phrase.listed_with(said)]

    def _issuer(self, role: Role, clause: Clause, around: Around) -> list[Filler]:
        """The body whose release it is, where neither the clause nor what was said before it tells who acts."""
        acts = "nominative" in role.cases and (clause.has_subject or clause.topic or clause.predicate.voice == "passive")
        if not role.issuer or acts or clause.predicate.ending == "adnominal":
            return []
        return [Filler(name, name.confidence * 0.7) for name in around.issuer if self._fits(name, role)]

    def _otherwise(self, role: Role, clause: Clause, around: Around, of_head: bool) -> Iterator[Filler]:
        """The noun behind an adnominal predicate, the topic, the subject that was left out, the thing in focus: the first that fits.

        ``of_head``: the noun behind the predicate has a role already, so that what is told of it may be told by whom the text speaks of.
        """
        grammatical = {"nominative", "topic", "accusative"} & set(role.cases)
        passive, adnominal = clause.predicate.voice == "passive", clause.predicate.ending == "adnominal"
        if (grammatical or "head" in role.cases) and clause.head and role.head and not role.words:
            found = list(self._names(clause.head, role))
            if found and not (passive and not {"accusative", "head"} & set(role.cases)):
                # What is told of one holds for no other of its list: 서울에 있는 A와 B.
                yield from found if role.many else found[:1]
                return
        if "accusative" in role.cases and clause.has_subject and clause.topic and not role.words and not _tells_of_head(clause):
            found = list(self._names(clause.topic, role))
            # Who may act is no object where the clause has one: 방사청은 [우리나라가 위성을 만들 역량을 위해] 기술 개발에 1조원을 투자한다.
            taken = any(phrase.case in role.cases for phrase in clause.phrases)
            if found and not (taken and self._schema.is_a(found[0].name.type, AGENT)):
                yield from found
                return
        if "bare" in role.cases and clause.bare and not clause.bare.names and not role.words:
            inner = [Filler(n, n.confidence * 0.9) for n in clause.bare.inner if self._fits(n, role)]
            yield from inner[-1:]
            if inner:
                return
        if "accusative" in role.cases and not passive:
            yield from self._shared_object(role, clause)
        if role.shared and clause.partner and not clause.has_subject:
            # With whom one met one signs too: B와 만나 협약을 맺었다.
            yield from (Filler(f.name, f.confidence * 0.85) for f in self._names(clause.partner, role))
        elif role.carried and not passive and not clause.has_subject and not self._is_object_clause(clause):
            yield from self._left_out(role, clause, around)
        elif role.focus and not ("head" in role.cases and clause.head) and not (clause.has_subject and _tells_of_head(clause)):
            yield from self._in_focus(role, clause, around)
        elif role.topical and (of_head or not (passive and adnominal)) and not ("head" in role.cases and clause.head):
            # Over a passive with its own subject the topic may be who does it: 산업부는 사업을 시작했고 A가 선정됐다.
            own = TELLER in role.cases and passive and clause.has_subject and clause.predicate.tail.endswith(_ENDINGS)
            over = clause.topic.names if own and clause.topic else ()
            yield from (Filler(t, t.confidence * 0.7) for t in [t for t in (*over, *around.topics) if self._fits(t, role)][:1])

    def _is_object_clause(self, clause: Clause) -> bool:
        """Whether the clause stands before a noun and has an object, so that this noun is its subject: 배터리를 만드는 기업."""
        return clause.predicate.ending == "adnominal" and any(p.case == "accusative" for p in clause.phrases)

    def _shared_object(self, role: Role, clause: Clause) -> Iterator[Filler]:
        """The object of the clause before, where this one goes on without any or points at it: 개발해 이를 공급했다."""
        said = [p for p in clause.phrases if not p.words <= self._grammar.pointing]
        own = any(p.case == "accusative" or (p.case == "also" and any(self._names(p, role))) for p in said)
        if clause.object and not (own or clause.bare or clause.predicate.ending == "adnominal"):
            yield from (Filler(f.name, f.confidence * 0.85) for f in self._names(clause.object, role))

    def _left_out(self, role: Role, clause: Clause, around: Around) -> Iterator[Filler]:
        if "accusative" not in role.cases and clause.bare and clause.predicate.nominal:
            first = next((n for n in clause.bare.inner if self._fits(n, role)), None)
            if first:
                yield Filler(first, first.confidence * 0.9)
                return
        said = [p for p in (clause.topic, clause.subject, clause.speaker if clause.quoted else None) if p]
        said += [p for p in reversed(clause.before) if p.case in {"nominative", "topic", "title"}]
        for phrase in said:
            found = list(self._names(phrase, role))
            yield from (Filler(f.name, f.confidence * 0.9) for f in found)
            if found or any(self._schema.is_a(n.type, AGENT) for n in phrase.names):
                # Of whom else the sentence tells before does not act where one does who is of no fitting class.
                return
        # Only a sentence without any subject of its own goes on speaking of the one before, and a note in nouns does not.
        if said or is_act(clause.predicate) or _is_of_another_town(clause, around, self._grammar.topic_marks):
            return
        for topic in around.topics:
            # 연구진은 is a body's people, never the person spoken of last; and only in its own sentence is a bare word guessed a firm.
            meant = self._as(topic, role) if topic.type or topic.how != UNMARKED else None
            if meant and self._recalls(role, meant) and not (clause.anaphor and topic.type == PERSON):
                yield Filler(meant, meant.confidence * 0.75)
                return

    def _recalls(self, role: Role, name: Named) -> bool:
        return not role.recalled or self._schema.is_any(name.type, role.recalled)

    def _in_focus(self, role: Role, clause: Clause, around: Around) -> Iterator[Filler]:
        said = [n for phrase in (clause.topic, clause.subject) if phrase for n in phrase.names] or around.topics[: clause.pronoun]
        elsewhere = around.named.isdisjoint(role.is_a)
        beside = role.unless_topic and any(self._schema.is_any(n.type, role.unless_topic) for n in said)
        if elsewhere and (role.here or beside):
            return
        for class_ in role.is_a:
            if class_ in around.focus:
                yield Filler(around.focus[class_], around.focus[class_].confidence * 0.8)
                return

    def _fits(self, name: Named, role: Role) -> bool:
        return not role.is_a or self._schema.is_any(name.type, role.is_a)

    def _as(self, name: Named, role: Role) -> Named | None:
        return meant_as(name, role, self._schema)


def _before_another(clause: Clause) -> bool:
    """Whether a clause stands before a noun that is not what the topic names: 과기정통부는 [연구자들로 구성된] 실무단을 통해 ..."""
    return (
        clause.predicate.ending == "adnominal"
        and clause.head is not None
        and clause.head.names != (clause.topic.names if clause.topic else ())
    )


def _tells_of_head(clause: Clause) -> bool:
    """Whether a clause is about the thing that is named behind it, not about the topic: 이 사업은 [어제 발표된] A의 일환이다."""
    return _before_another(clause) and bool(clause.head and clause.head.names)


def _cases(clause: Clause) -> Set[str]:
    """The cases in which the clause may have anything, whatever else they must meet."""
    found = {phrase.case for phrase in clause.phrases} | {"comitative"}
    if clause.predicate.voice == "passive":
        found |= PASSIVE.keys() | RECEIVED.keys() | {INSTITUTION}
    if "also" in found:
        found.add("nominative")
    if "locative" in found:
        found.add(INSTITUTION)
    if not FOCUSED.isdisjoint(found):
        found.add("accusative")
    if clause.topic:
        found |= {"topic", TELLER}
    if clause.bare:
        found.add("bare")
    return found


def meant_as(name: Named, role: Role, schema: Schema) -> Named | None:
    """The name, or its twin where only that fits the role (a country that acts is the body, not the spot on the map), or None."""
    if _only_pointed_at(name, role) or (name.twin and not role.town):
        return None
    if not name.type:
        return name._replace(type=role.guess) if role.guess and not _is_unsure(name, role) else None
    return as_one_of(name, role.is_a, schema) if role.is_a else name


def _is_unsure(name: Named, role: Role) -> bool:
    """Whether a name of no class is too little of one for what the role guesses it to be."""
    if name.how == PLACE_WORD:
        return role.guess != PLACE
    return name.how == COMMON_NOUN or (role.marked and name.how == UNMARKED) or (role.guess == COMPANY and name.how == PHRASE)


def _of_whom(fillers: Sequence[Filler]) -> Sequence[Filler]:
    """Of whom a clause before a list of people tells: of the first alone, as lists of prizes mean it (A를 만든 김가람, 정하람)."""
    return fillers[:1] if len(fillers) > PAIR and all(f.name.type == PERSON for f in fillers) else fillers


def is_filler(text: str, name: Named, role: Role, schema: Schema) -> bool:
    """Whether the name, wherever it stands in ``text``, is of a class that the role takes and ends as its words want it."""
    return not _only_pointed_at(name, role) and schema.is_any(name.type, role.is_a) and role.may_be(text[name.start : name.end])


def _is_of_another_town(clause: Clause, around: Around, marks: tuple[str, ...]) -> bool:
    """Whether the clause tells what is done in one town where the text spoke of another, as in a list: 전북에서는 기업을 지원한다."""
    topic = around.topics[0] if around.topics else None
    if topic is None or not topic.twin:
        return False
    places = (p for p in (*clause.phrases, *clause.before) if p.case == "locative" and p.chunks[-1].particle.endswith(marks))
    towns = {name.key for place in places for name in place.names}
    return bool(towns) and topic.key not in towns


def _only_pointed_at(name: Named, role: Role) -> bool:
    """Whether the text only points back at what it names here, and the role does not take that."""
    return name.how == DEFINITE and not role.definite


def first_fit(names: Iterable[Named], schema: Schema, classes: Sequence[str]) -> Named | None:
    """The first name whose class is one of ``classes`` or below it."""
    return next((n for n in names if schema.is_any(n.type, classes)), None)
