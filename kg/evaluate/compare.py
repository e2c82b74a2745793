"""One article's annotations against what the graph tells of it: one-to-one matches of facts and entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import GoldArticle, GoldFact
from kg.evaluate.told import Told, folded
from kg.values import Claim

# Written once, in either direction.
SYMMETRIC = frozenset({"metwith", "collaborateswith", "codevelopedwith"})
FIELDS = ("status", "time", "role", "amount")


@dataclass(frozen=True, slots=True)
class Match:
    """A fact and the claim that tells it: the same relation of the same two things."""

    fact: GoldFact
    claim: Claim

    def asked(self, field: str) -> bool:
        """Whether the annotation says anything of ``field`` (status, time, role or amount); a status is always said."""
        return bool(getattr(self.fact, field) is not None)

    def right(self, field: str) -> bool:
        """Whether the claim says the same of ``field``, upper and lower case alike."""
        said = claim_field(self.claim, field)
        return said is not None and said.casefold() == str(getattr(self.fact, field)).casefold()


@dataclass(frozen=True, slots=True)
class Compared:
    """An article with what was found and what was not.

    ``pairs`` counts the facts of which at least the two ends are told as related. ``found`` are the ids of the entities that the graph
    names, with whether their class is right. ``wrong`` are claims that no annotation bears out.
    """

    gold: GoldArticle
    told: Told
    matches: tuple[Match, ...]
    missed: tuple[GoldFact, ...]
    wrong: tuple[Claim, ...]
    pairs: int
    found: tuple[tuple[str, bool], ...]


def compare(gold: GoldArticle, told: Told) -> Compared:
    """The article's facts and entities matched one to one, in their own order and in the claims' order in the text."""
    names = {entity.id: folded(entity.names) for entity in gold.entities}
    matches, missed, wrong = _strict(gold.facts, told, names)
    pairs = _pairs(missed, wrong, told, names)
    return Compared(gold, told, matches, missed, wrong, len(matches) + pairs, _entities(gold, told, names))


def claim_field(claim: Claim, field: str) -> str | None:
    """What the claim says of status, time (as EDTF), role or amount."""
    return (claim.time.edtf if claim.time else None) if field == "time" else getattr(claim, field)


def is_symmetric(property_: str) -> bool:
    """Whether the relation is written once, in either direction."""
    return property_.casefold() in SYMMETRIC


def joins(claim: Claim, ends: tuple[frozenset[str], frozenset[str]], told: Told, *, either_way: bool) -> bool:
    """Whether the claim is between things of these folded names, in this direction or in either."""
    subject, object_ = ends
    straight = told.called(claim.subject, subject) and told.called(claim.object, object_)
    return straight or (either_way and told.called(claim.subject, object_) and told.called(claim.object, subject))


Names = dict[str, frozenset[str]]


def _strict(facts: Iterable[GoldFact], told: Told, names: Names) -> tuple[tuple[Match, ...], tuple[GoldFact, ...], tuple[Claim, ...]]:
    left = list(told.claims)
    matches: list[Match] = []
    missed: list[GoldFact] = []
    for fact in facts:
        ends = (names[fact.subject], names[fact.object])
        claim = next((claim for claim in left if _tells(claim, fact, told, ends)), None)
        if claim is None:
            missed.append(fact)
        else:
            matches.append(Match(fact, claim))
            left.remove(claim)
    return tuple(matches), tuple(missed), tuple(left)


def _tells(claim: Claim, fact: GoldFact, told: Told, ends: tuple[frozenset[str], frozenset[str]]) -> bool:
    same = claim.property.casefold() == fact.property.casefold()
    return same and joins(claim, ends, told, either_way=is_symmetric(fact.property))


def _pairs(missed: Iterable[GoldFact], wrong: Sequence[Claim], told: Told, names: Names) -> int:
    """How many of the missed facts are told as another relation, or the wrong way round."""
    left = list(wrong)
    for fact in missed:
        ends = (names[fact.subject], names[fact.object])
        claim = next((claim for claim in left if joins(claim, ends, told, either_way=True)), None)
        if claim is not None:
            left.remove(claim)
    return len(wrong) - len(left)


def _entities(gold: GoldArticle, told: Told, names: Names) -> tuple[tuple[str, bool], ...]:
    left = list(told.mentioned)
    found: list[tuple[str, bool]] = []
    for entity in gold.entities:
        node = next((node for node in left if told.called(node, names[entity.id])), None)
        if node is not None:
            found.append((entity.id, told.entities[node].type == entity.type))
            left.remove(node)
    return tuple(found)
