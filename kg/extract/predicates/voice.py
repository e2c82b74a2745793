"""Which phrases of a clause stand in a case, in the active voice and in the passive."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kg.extract.clauses.clause import BY, Clause
from kg.extract.clauses.phrase import Phrase
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, PLACE
from kg.ontology.schema import Schema

# Where the fillers of an active clause's cases stand in a passive one, and in one that keeps its object.
PASSIVE = {"accusative": {"nominative", "topic"}, "nominative": {"title", BY}, "topic": {"title", BY}}
RECEIVED = {"dative": {"nominative", "topic", "title"}, "nominative": {"from", BY}, "topic": {"from", BY}, "title": {"from"}}
# Where an organisation that acts stands as if it were a place: KIST에서 개발한 로봇.
INSTITUTION = "institution"
# The case of him who tells what happens, in the topic above a reported clause: 산업부는 X가 시행된다고 밝혔다.
TELLER = "teller"
FOCUSED = frozenset({"also", "from", "until"})


class Voice:
    """Finds the phrases of a case with one schema and grammar."""

    def __init__(self, schema: Schema, grammar: Grammar) -> None:
        self._schema = schema
        self._grammar = grammar

    def phrases(self, case: str, clause: Clause, *, known: bool) -> Iterator[Phrase]:
        """The clause's phrases in that case; the cases of subject and object change places in the passive."""
        passive = clause.predicate.voice == "passive"
        wanted = {case}
        if passive:
            # A passive that keeps an object tells who gets it: B는 A로부터 칩을 공급받는다.
            kept = clause.has_object
            wanted = (RECEIVED if kept else PASSIVE).get(case, wanted)
        if not passive and case == "nominative":
            wanted.add("also")
        # A topic over a clause that has its own subject is not the subject (KAPEX는 KIST가 개발했다), nor what something is done to where a
        # passive names that (산업부는 A가 선정됐다고 밝혔다): of its phrases the last is asked first.
        # A topic that a role knows by its words is in that role whoever else is the subject (장관 표창은 A가 받았다).
        acts = passive or not (clause.has_subject or clause.before_its_subject)
        topic = clause.topic if "topic" in wanted and (known or acts) and not (passive and clause.before_another) else None
        if topic and passive:
            yield topic
        for phrase in clause.phrases:
            if phrase.case in wanted:
                yield phrase
        if not passive and case == "accusative" and not clause.has_object:
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


def cases_of(clause: Clause) -> Set[str]:
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
