"""What fills a role that its clause leaves open: the noun behind it, what was said before, what the text speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from kg.extract.clauses.ahead import is_act
from kg.extract.clauses.clause import Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.fitting import Filler, Fitting
from kg.extract.predicates.voice import TELLER
from kg.ontology.frames import Role
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, PERSON
from kg.refer import UNMARKED, Named

# What ends a clause that is no part of another: not 선정된 것에.
_ENDINGS = ("/EF", "/EC")


class Around(NamedTuple):
    """What the discourse offers for roles that the clause leaves open: agent and thing spoken of last, and by class what is in focus.

    ``named`` are the classes of all that the sentence names, ``told`` those of the topics and of the ``issuer``, whose release it is.
    """

    topics: tuple[Named, ...]
    focus: Mapping[str, Named]
    named: frozenset[str]
    told: frozenset[str]
    issuer: tuple[Named, ...] = ()


class LeftOpen:
    """Fills open roles with one grammar."""

    def __init__(self, fitting: Fitting, grammar: Grammar) -> None:
        self._fitting = fitting
        self._schema = fitting.schema
        self._grammar = grammar

    def fillers(self, role: Role, clause: Clause, around: Around, used: Set[str]) -> list[Filler]:
        """Whoever fills the role, the body whose release it is last.

        ``used`` are the keys of those that have a role already.
        """
        return [*self._otherwise(role, clause, around, used)] or self._issuer(role, clause, around)

    def _otherwise(self, role: Role, clause: Clause, around: Around, used: Set[str]) -> Iterator[Filler]:
        """The noun behind an adnominal predicate, the topic, the subject that was left out, the thing in focus: the first that fits."""
        passive, adnominal = clause.predicate.voice == "passive", clause.predicate.ending == "adnominal"
        # Of the noun behind the predicate, where that has a role already, who the text speaks of may tell.
        of_head = clause.head is not None and _is_used(clause.head, used)
        found = self._behind(role, clause, used)
        if found:
            yield from found
            return
        if "accusative" in role.cases and clause.has_subject and clause.topic and not role.words and not clause.tells_of_head:
            found = list(self._fitting.names(clause.topic, role))
            # Who may act is no object where the clause has one: 방사청은 [우리나라가 위성을 만들 역량을 위해] 기술 개발에 1조원을 투자한다.
            taken = any(phrase.case in role.cases for phrase in clause.phrases)
            if found and not (taken and self._schema.is_a(found[0].name.type, AGENT)):
                yield from found
                return
        if "bare" in role.cases and clause.bare and not clause.bare.names and not role.words:
            inner = [Filler(n, n.confidence * 0.9) for n in clause.bare.inner if self._fitting.fits(n, role)]
            yield from inner[-1:]
            if inner:
                return
        if "accusative" in role.cases and not passive:
            yield from self._shared_object(role, clause)
        if role.shared and clause.partner and not clause.has_subject:
            # With whom one met one signs too: B와 만나 협약을 맺었다.
            yield from (Filler(f.name, f.confidence * 0.85) for f in self._fitting.names(clause.partner, role))
        elif role.carried and not passive and not clause.has_subject and not clause.before_its_subject:
            yield from self._left_out(role, clause, around)
        elif role.focus and not ("head" in role.cases and clause.head) and not (clause.has_subject and clause.tells_of_head):
            yield from self._in_focus(role, clause, around)
        elif role.topical and (of_head or not (passive and adnominal)) and not ("head" in role.cases and clause.head):
            # Over a passive with its own subject the topic may be who does it: 산업부는 사업을 시작했고 A가 선정됐다.
            own = TELLER in role.cases and passive and clause.has_subject and clause.predicate.tail.endswith(_ENDINGS)
            over = clause.topic.names if own and clause.topic else ()
            yield from (Filler(t, t.confidence * 0.7) for t in [t for t in (*over, *around.topics) if self._fitting.fits(t, role)][:1])

    def _behind(self, role: Role, clause: Clause, used: Set[str]) -> list[Filler]:
        """What the noun behind an adnominal predicate names, the first alone for a role that one fills.

        Behind a clause that names its object stands no other (KT와 [배터리를 만드는] 공장, not 300억원을 투자한 사업), but what its object
        is told of may: 양자컴퓨팅을 핵심 분야로 정한 전략.
        """
        passive = clause.predicate.voice == "passive"
        thing = not passive and {"nominative", "head"}.isdisjoint(role.cases)
        other = thing and any(p.case == "accusative" and p.names and not _is_used(p, used) for p in clause.phrases)
        # Behind a passive stands what is acted on: 공개된 로봇.
        wanted = {"accusative", "head"} if passive else {"nominative", "topic", "accusative", "head"}
        if other or wanted.isdisjoint(role.cases) or not clause.head or not role.head or role.words:
            return []
        found = list(self._fitting.names(clause.head, role))
        # What is told of one holds for no other of its list: 서울에 있는 A와 B.
        return found if role.many else found[:1]

    def _issuer(self, role: Role, clause: Clause, around: Around) -> list[Filler]:
        """The body whose release it is, where neither the clause nor what was said before it tells who acts."""
        acts = "nominative" in role.cases and (clause.has_subject or clause.topic or clause.predicate.voice == "passive")
        if not role.issuer or acts or clause.predicate.ending == "adnominal":
            return []
        return [Filler(name, name.confidence * 0.7) for name in around.issuer if self._fitting.fits(name, role)]

    def _shared_object(self, role: Role, clause: Clause) -> Iterator[Filler]:
        """The object of the clause before, where this one goes on without any or points at it: 개발해 이를 공급했다."""
        said = [p for p in clause.phrases if not p.words <= self._grammar.pointing]
        own = any(p.case == "accusative" or (p.case == "also" and any(self._fitting.names(p, role))) for p in said)
        if clause.object and not (own or clause.bare or clause.predicate.ending == "adnominal"):
            yield from (Filler(f.name, f.confidence * 0.85) for f in self._fitting.names(clause.object, role))

    def _left_out(self, role: Role, clause: Clause, around: Around) -> Iterator[Filler]:
        if "accusative" not in role.cases and clause.bare and clause.predicate.nominal:
            first = next((n for n in clause.bare.inner if self._fitting.fits(n, role)), None)
            if first:
                yield Filler(first, first.confidence * 0.9)
                return
        said = [p for p in (clause.topic, clause.subject, clause.speaker if clause.quoted else None) if p]
        said += [p for p in reversed(clause.before) if p.case in {"nominative", "topic", "title"}]
        for phrase in said:
            found = list(self._fitting.names(phrase, role))
            yield from (Filler(f.name, f.confidence * 0.9) for f in found)
            if found or any(self._schema.is_a(n.type, AGENT) for n in phrase.names):
                # Of whom else the sentence tells before does not act where one does who is of no fitting class.
                return
        # Only a sentence without any subject of its own goes on speaking of the one before, and a note in nouns does not.
        if said or is_act(clause.predicate) or _is_of_another_town(clause, around, self._grammar.topic_marks):
            return
        for topic in around.topics:
            # 연구진은 is a body's people, never the person spoken of last; and only in its own sentence is a bare word guessed a firm.
            meant = self._fitting.meant(topic, role) if topic.type or topic.how != UNMARKED else None
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


def _is_used(phrase: Phrase, used: Set[str]) -> bool:
    """Whether what the phrase names has a role already."""
    return any(name.key in used for name in phrase.names)


def _is_of_another_town(clause: Clause, around: Around, marks: tuple[str, ...]) -> bool:
    """Whether the clause tells what is done in one town where the text spoke of another, as in a list: 전북에서는 기업을 지원한다."""
    topic = around.topics[0] if around.topics else None
    if topic is None or not topic.twin:
        return False
    places = (p for p in (*clause.phrases, *clause.before) if p.case == "locative" and p.chunks[-1].particle.endswith(marks))
    towns = {name.key for place in places for name in place.names}
    return bool(towns) and topic.key not in towns
