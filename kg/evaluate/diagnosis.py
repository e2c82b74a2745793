"""Why a fact was missed and why a claim counts as wrong, in a few words that say what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.evaluate.compare import FIELDS, Compared, Match, claim_field, is_symmetric, joins
from kg.evaluate.gold import GoldFact
from kg.evaluate.told import folded
from kg.ontology.schema import Schema
from kg.values import Claim

OTHER, CLASSES, APART = "another relation", "classes do not allow it", "not related"
TWICE, TURNED = "told by another claim too", "told the wrong way round"
NO_SUBJECT, NO_OBJECT, NEITHER = "subject not found", "object not found", "neither end found"
EXTRA_SUBJECT, EXTRA_OBJECT, EXTRA = "subject not annotated", "object not annotated", "neither end annotated"


class Cause(NamedTuple):
    """``kind`` is one of few, to be counted; ``note`` says more of this case."""

    kind: str
    note: str = ""


def why_missed(fact: GoldFact, one: Compared, schema: Schema) -> Cause:
    """Why no claim of the article tells the fact: an end that is not found, another relation, classes, or nothing told of the two."""
    names = {entity.id: folded(entity.names) for entity in one.gold.entities}
    ends = (names[fact.subject], names[fact.object])
    subjects, objects = ([node for node in one.told.mentioned if one.told.called(node, end)] for end in ends)
    if not (subjects and objects):
        return Cause(NEITHER if not subjects and not objects else NO_OBJECT if subjects else NO_SUBJECT)
    told = [claim for claim in one.wrong if joins(claim, ends, one.told, either_way=True)]
    if any(claim.property.casefold() == fact.property.casefold() for claim in told):
        return Cause(TURNED)
    if told:
        return Cause(OTHER, ", ".join(f"{claim.property} by {claim.rule}" for claim in told))
    types = [(one.told.entities[s].type, one.told.entities[o].type) for s in subjects for o in objects]
    if not any(schema.allows(fact.property, *pair) for pair in types):
        return Cause(CLASSES, f"{types[0][0]} → {types[0][1]}")
    return Cause(APART)


def why_wrong(claim: Claim, one: Compared) -> Cause:
    """What the annotations say against the claim: an end that they do not have, another relation, its reverse, or no relation of the two.

    A fact that the claim does tell has been found right by another claim before, under another entity of the same name.
    """
    names = {entity.id: folded(entity.names) for entity in one.gold.entities}
    known = [any(one.told.called(end, each) for each in names.values()) for end in (claim.subject, claim.object)]
    if not all(known):
        return Cause(EXTRA if not any(known) else EXTRA_OBJECT if known[0] else EXTRA_SUBJECT)
    facts = [f for f in one.gold.facts if joins(claim, (names[f.subject], names[f.object]), one.told, either_way=True)]
    same = [f for f in facts if f.property.casefold() == claim.property.casefold()]
    if same:
        straight = any(joins(claim, (names[f.subject], names[f.object]), one.told, either_way=is_symmetric(f.property)) for f in same)
        return Cause(TWICE if straight else TURNED)
    return Cause(OTHER, ", ".join(sorted({fact.property for fact in facts}))) if facts else Cause(APART)


def differences(match: Match) -> Iterator[str]:
    """What a matched claim says otherwise than the annotation: ``time 2025-03 for 2025-03-12``."""
    for field in FIELDS:
        if match.asked(field) and not match.right(field):
            yield f"{field} {claim_field(match.claim, field) or 'none'} for {getattr(match.fact, field)}"
