"""Vote on what no rule tells: pairs of things of which a document's whole way of naming them makes a relation likely.

A logistic regression for each property, its weights learnt from annotated articles (``tests/bench/learn.py``) and rounded to whole
numbers, so that every machine adds up the same.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial

from kg.extract.clauses.clause import Clause
from kg.extract.told import NESTED, Told
from kg.extract.votes.between import APART, TOGETHER, Ties, as_they_stand, between, may_hold, nearest, standing, tied, ties_of
from kg.extract.votes.tally import OBJECT, SUBJECT, Key, Tally, Weighed, view_of_object, view_of_subject
from kg.extract.votes.traits import Said, Thing, things_of
from kg.ontology.frames import Rule
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, BODY, EVENT
from kg.ontology.schema import Property, Schema
from kg.ontology.votes import UNIT, Votes, Weights
from kg.refer import Named
from kg.values import Document, Sentence

VOTE = "vote"
# How likely a relation must be to be told, and of how many sentences with names a text must be for its ways to show. Weights that are
# held near nothing make less of a trait than it says: of what they call this likely more than half is right on articles not learnt from.
LEAST, SENTENCES = 0.4, 4
LEAST_SCORE = math.ceil(UNIT * math.log(LEAST / (1 - LEAST)))
# What is noticed of a subject is weighed anew where the object is the text's main one, and of an object by who the subject is.
_OF_SUBJECT, _OF_OBJECT = ("verb=", "opens=", "next=", "above="), ("verb=", "head=")
# How a predicate ends that ends a sentence, or what is said in it.
_ENDS = frozenset({"final", "quotative"})
# What rules tell of an occasion that takes place: as their object, as their subject. In one that is only wished for nobody takes part.
_HELD, _HOLDS = frozenset({"hosted", "participatedIn", "visited"}), frozenset({"heldAt", "discussed"})


class Voter:
    """Votes by the rules with ``source: vote``; holds the sentences of one document."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, votes: Votes, grammar: Grammar) -> None:
        self._rules = [rule for rule in rules if rule.source == VOTE]
        self._schema, self._grammar = schema, grammar
        self._tally, self._ballots = Tally(votes), {key: _Ballot(weights) for key, weights in votes.items()}
        # Where no occasion takes place, nothing of one is voted on.
        always = [rule for rule in self._rules if not any(EVENT in role.is_a for role in rule.roles)]
        self._open = {True: (self._rules, self._classes(self._rules)), False: (always, self._classes(always))}
        self._text, self._publisher = "", ""
        self._said: list[Said] = []

    def begin(self, document: Document) -> None:
        """Turn to another document."""
        self._text, self._publisher, self._said = document.text, document.publisher or "", []

    def see(self, sentence: Sentence, names: Sequence[Named], clauses: Sequence[Clause]) -> None:
        """Remember how a sentence names things."""
        self._said.append(Said(sentence, names, clauses))

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        """What is likely of the things of the document beside what is ``told`` of them."""
        if len(self._said) < SENTENCES:
            return
        ties, status = ties_of(told), self._status(told)
        self._tally.begin()
        for rule, property_, key, ones, others in self._rounds(told):
            ballot = self._ballots.get(key)
            if ballot is None:
                continue
            hopeful = self._tally.above(ballot.least, key, ones, others)
            scored = ((pair, ballot.score(pair, ties)) for pair in hopeful if _is_open(property_, ties, pair.subject, pair.object))
            likely = [(pair, score) for pair, score in scored if score >= LEAST_SCORE]
            if likely and not rule.roles[1].many:
                likely = _one_each(likely, {t.subject.key for t in told if t.property == property_.name})
            for pair, score in likely:
                voted = _told(rule, pair, status, _likely(score))
                # What a rule has a status for stands so by its nature, and an occasion by its day.
                fixed = rule.tells[0].status or EVENT in rule.roles[1].is_a
                yield voted if fixed or not self._is_planned(voted) else voted._replace(status="planned")

    def _is_planned(self, told: Told) -> bool:
        """Whether the sentence that names the two ends in a plan: 산업부는 KIST와 함께 힘써 나갈 계획이다."""
        clauses = next((said.clauses for said in reversed(self._said) if said.sentence is told.sentence), ())
        ends = (c.predicate for c in reversed(clauses) if c.predicate.lemma not in self._grammar.reporting)
        last = next((p for p in ends if p.ending in _ENDS), None)
        return last is not None and self._grammar.status_of(last.tail) == "planned"

    def examples(self, told: Sequence[Told]) -> Iterator[tuple[Key, str, str, list[tuple[str, str]]]]:
        """Each pair on which to vote: which weights would, the keys of both ends, and all that is weighed. For learning."""
        ties = ties_of(told)
        for _, property_, key, ones, others in self._rounds(told):
            for one, other in ((one, other) for one in ones for other in others if _is_open(property_, ties, one, other)):
                yield key, one.key, other.key, list(_weighed(one, other, ties))

    def _rounds(self, told: Sequence[Told]) -> Iterator[tuple[Rule, Property, Key, list[Thing], list[Thing]]]:
        """On what is voted: the things that may be subject and object of what a rule tells."""
        held = {t.object.key for t in told if t.property in _HELD}
        # What an occasion is called by does not say that it takes place.
        held |= {t.subject.key for t in told if t.property in _HOLDS and t.rule.source != NESTED}
        rules, classes = self._open[bool(held)]
        by_class = things_of(self._said, told, classes, self._publishers())
        by_class[EVENT] = [thing for thing in by_class.get(EVENT, ()) if thing.key in held]
        for rule in rules:
            property_ = self._schema.properties[rule.tells[0].property]
            subjects, objects = (self._of_classes(by_class, role.is_a) for role in rule.roles)
            for group, ones in subjects.items():
                yield from ((rule, property_, (property_.name, group, kind), ones, others) for kind, others in objects.items())

    def _publishers(self) -> frozenset[str]:
        """What is named as the publisher of the document is."""
        named = (name for said in self._said for name in said.names)
        return frozenset(name.key for name in named if self._text[name.start : name.end] == self._publisher)

    def _status(self, told: Sequence[Told]) -> dict[str, str]:
        """How that stands which rules tell of a thing, an occasion or a programme; of several what is told first."""
        ends = ((end, t.status) for t in reversed(told) for end in (t.subject, t.object))
        return {end.key: status for end, status in ends if not self._schema.is_a(end.type, AGENT)}

    def _classes(self, rules: Sequence[Rule]) -> frozenset[str]:
        """The classes of what the rules relate."""
        ends = {class_ for rule in rules for role in rule.roles for class_ in role.is_a}
        return frozenset(c.name for c in self._schema.entity_types if self._schema.is_any(c.name, ends))

    def _of_classes(self, by_class: Mapping[str, Sequence[Thing]], classes: Sequence[str]) -> dict[str, list[Thing]]:
        """The things of the classes, all bodies in one group."""
        found: dict[str, list[Thing]] = {}
        for class_, things in by_class.items():
            if things and self._schema.is_any(class_, classes):
                found.setdefault(BODY if self._schema.is_a(class_, BODY) else class_, []).extend(things)
        return found


class _Ballot:
    """What one vote weighs of two things together; ``least`` is what must speak for them by themselves, by how they stand."""

    def __init__(self, weights: Weights) -> None:
        self._of = {side: weights.of[side] for side in ("tied", "both", TOGETHER, APART)}
        # What the traits of both can add where these stand so, and what the traits of their standing so can.
        self._both = {stand: weights.reach("both", partial(may_hold, stand=stand)) for stand in (TOGETHER, APART)}
        self._stand = {stand: weights.reach(stand) for stand in (TOGETHER, APART)}
        self.least = {stand: LEAST_SCORE - weights.reach("tied") - self._both[stand] - self._stand[stand] for stand in (TOGETHER, APART)}

    def score(self, weighed: Weighed, ties: Ties) -> int:
        """All that speaks for a pair, or less where it cannot be enough."""
        one, other, score = weighed
        stand = standing(one, other)
        score += self._sum("tied", tied(one, other, ties))
        if score + self._both[stand] + self._stand[stand] < LEAST_SCORE:
            return score
        score += self._sum("both", between(one, other))
        return score if score + self._stand[stand] < LEAST_SCORE else score + self._sum(stand, as_they_stand(one, other, stand))

    def _sum(self, side: str, traits: Iterable[str]) -> int:
        of = self._of[side]
        return sum(of.get(trait, 0) for trait in traits)


def _one_each(likely: Sequence[tuple[Weighed, int]], told: Container[str]) -> list[tuple[Weighed, int]]:
    """The likeliest pair of each subject, of equals the first; none of the subjects of which rules have ``told`` one."""
    best: dict[str, tuple[Weighed, int]] = {}
    for pair, score in likely:
        key = pair.subject.key
        if key not in told and (key not in best or score > best[key][1]):
            best[key] = (pair, score)
    return list(best.values())


def _told(rule: Rule, weighed: Weighed, status: Mapping[str, str], likely: float) -> Told:
    """What is told of two things, where they are named nearest to each other."""
    (telling,) = rule.tells
    a, b = nearest(weighed.subject, weighed.object)
    sentence = max(a.sentence, b.sentence, key=lambda s: s.index)
    known = status.get(b.name.key) or status.get(a.name.key) or "actual"
    # What goes on by its nature does so unless it is only planned.
    stands = known if known == "planned" else telling.status or known
    return Told(rule, telling.property, a.name, b.name, sentence, stands, round(likely, 2))


def _is_open(property_: Property, ties: Ties, one: Thing, other: Thing) -> bool:
    """Whether rules tell nothing of the two; a symmetric relation is voted on from the thing that is named first."""
    if one is other or property_.name in ties.get((one.key, other.key), ()):
        return False
    if not property_.symmetric:
        return True
    return one.seen[0].name.start < other.seen[0].name.start and property_.name not in ties.get((other.key, one.key), ())


def _likely(score: int) -> float:
    """The probability that a score stands for, from 0 to 1."""
    return 1 / (1 + math.exp(-score / UNIT))


def _weighed(one: Thing, other: Thing, ties: Ties) -> Iterator[tuple[str, str]]:
    """All that is weighed of a pair, and of what it is."""
    stand = standing(one, other)
    yield "", ""
    yield from (("tied", trait) for trait in tied(one, other, ties))
    yield from (("both", trait) for trait in between(one, other))
    yield from ((stand, trait) for trait in as_they_stand(one, other, stand))
    yield from _of_one("subject", SUBJECT[view_of_subject(other)], one, _OF_SUBJECT)
    yield from _of_one("object", OBJECT[view_of_object(one)], other, _OF_OBJECT)


def _of_one(side: str, view: str, thing: Thing, anew: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for trait in thing.traits:
        yield side, trait
        if trait.startswith(anew):
            yield view, trait
