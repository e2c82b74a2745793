"""Vote on what no rule tells: pairs of things of which a document's whole way of naming them makes a relation likely.

A logistic regression for each property, its weights learnt from annotated articles (``tests/bench/learn.py``) and rounded to whole
numbers, so that every machine adds up the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.clauses import Clause
from kg.extract.told import Told
from kg.extract.traits import Said, Thing, between, nearest, things_of
from kg.ontology.frames import Rule
from kg.ontology.load import BODY, EVENT
from kg.ontology.schema import Schema
from kg.ontology.votes import UNIT, Votes, Weights
from kg.refer import Named
from kg.values import Sentence

VOTE = "vote"
# How likely a relation must be to be told, and of how many sentences with names a text must be for its ways to show.
LEAST, SENTENCES = 0.6, 4
# What is noticed of a subject is weighed anew where the object is the text's main one, and of an object by who the subject is.
_OF_SUBJECT, _OF_OBJECT = ("verb=", "opens=", "next=", "above="), ("verb=", "head=")
# What rules tell of an occasion that takes place: as their object, as their subject. In one that is only wished for nobody takes part.
_HELD, _HOLDS = frozenset({"hosted", "participatedIn", "visited"}), frozenset({"heldAt", "discussed"})


class Voter:
    """Votes by the rules with ``source: vote``; holds the sentences of one document."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, votes: Votes) -> None:
        self._rules = [rule for rule in rules if rule.source == VOTE]
        self._schema, self._votes = schema, votes
        self._reach = {key: weights.reach() for key, weights in votes.items()}
        ends = {class_ for rule in self._rules for role in rule.roles for class_ in role.is_a}
        self._classes = frozenset(c.name for c in schema.entity_types if schema.is_any(c.name, ends))
        self._said: list[Said] = []

    def begin(self) -> None:
        """Forget the document before."""
        self._said = []

    def see(self, sentence: Sentence, names: Sequence[Named], clauses: Sequence[Clause]) -> None:
        """Remember how a sentence names things."""
        self._said.append(Said(sentence, names, clauses))

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        """What is likely of the things of the document beside what is ``told`` of them."""
        if len(self._said) < SENTENCES:
            return
        done = {(t.property, t.subject.key, t.object.key) for t in told}
        status = {t.object.key: t.status for t in reversed(told) if t.object.type == EVENT}
        for rule, one, other, weights, sums in self._pairs(told, self._votes):
            (telling,) = rule.tells
            reach = self._reach[weights.property, weights.subject, weights.object]
            apart = weights.bias + sums.of(one, other)
            if (telling.property, one.key, other.key) in done or _likely(apart + reach) < LEAST:
                continue
            likely = _likely(apart + sum(weights.of["both"].get(trait, 0) for trait in between(one, other)))
            if likely >= LEAST:
                a, b = nearest(one, other)
                sentence = max(a.sentence, b.sentence, key=lambda s: s.index)
                said = telling.status or status.get(other.key) or status.get(one.key) or "actual"
                yield Told(rule, telling.property, a.name, b.name, sentence, said, round(likely, 2))

    def examples(self, told: Sequence[Told]) -> Iterator[tuple[tuple[str, str, str], str, str, list[tuple[str, str]]]]:
        """Each pair on which to vote: which weights would, the keys of both ends, and all that is weighed. For learning."""
        for _, one, other, weights, _ in self._pairs(told, None):
            weighed = [("", ""), *(("both", trait) for trait in between(one, other))]
            for side, thing, view, crossed in _views(one, other):
                weighed += [(side, trait) for trait in thing.traits]
                weighed += [(view, trait) for trait in thing.traits if trait.startswith(crossed)]
            yield (weights.property, weights.subject, weights.object), one.key, other.key, weighed

    def _pairs(self, told: Sequence[Told], votes: Votes | None) -> Iterator[tuple[Rule, Thing, Thing, Weights, _Sums]]:
        """The pairs on which there are ``votes``, all that rules allow where None are given."""
        held = {t.object.key for t in told if t.property in _HELD} | {t.subject.key for t in told if t.property in _HOLDS}
        if not held:
            return
        by_class = things_of(self._said, told, self._classes)
        by_class[EVENT] = [thing for thing in by_class.get(EVENT, ()) if thing.key in held]
        for rule in self._rules:
            subjects, objects = (self._of_classes(by_class, role.is_a) for role in rule.roles)
            for group, ones in subjects.items():
                for kind, others in objects.items():
                    key = (rule.tells[0].property, group, kind)
                    weights = Weights(*key) if votes is None else votes.get(key)
                    if weights is not None:
                        sums = _Sums(weights)
                        yield from ((rule, one, other, weights, sums) for one in ones for other in others if one is not other)

    def _of_classes(self, by_class: Mapping[str, Sequence[Thing]], classes: Sequence[str]) -> dict[str, list[Thing]]:
        """The things of the classes, all bodies in one group."""
        found: dict[str, list[Thing]] = {}
        for class_, things in by_class.items():
            if self._schema.is_any(class_, classes):
                found.setdefault(BODY if self._schema.is_a(class_, BODY) else class_, []).extend(things)
        return found


class _Sums:
    """What the traits of single things weigh, added up once for each thing and view of it."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known: dict[tuple[str, str], int] = {}

    def of(self, one: Thing, other: Thing) -> int:
        """What the traits of both, each by itself, say for the pair."""
        return sum(self._sum(*view) for view in _views(one, other))

    def _sum(self, side: str, thing: Thing, view: str, crossed: tuple[str, ...]) -> int:
        key = (view, thing.key)
        if key not in self._known:
            alone, seen = self._weights.of[side], self._weights.of[view]
            anew = sum(seen.get(trait, 0) for trait in thing.traits if trait.startswith(crossed))
            self._known[key] = sum(alone.get(trait, 0) for trait in thing.traits) + anew
        return self._known[key]


def _likely(score: int) -> float:
    """The probability that a score stands for, from 0 to 1."""
    return 1 / (1 + math.exp(-score / UNIT))


def _views(one: Thing, other: Thing) -> Iterator[tuple[str, Thing, str, tuple[str, ...]]]:
    """Each end of a pair with the side it is on, how it is viewed in this pair, and the traits that are weighed anew in that view."""
    yield "subject", one, "subject of main" if other.rank == 0 else "subject of other", _OF_SUBJECT
    who = "said" if "said" in one.traits else "first" if "first" in one.traits else "other"
    yield "object", other, f"object of {who}", _OF_OBJECT
