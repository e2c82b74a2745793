"""How a claim was told: by what kind of rule, where in the document, and with which ends left out, listed or quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.ontology.frames import Rule
from kg.values import Claim, Document

_MEANS = {
    "verbs": "a predicate",
    "between": "the text between two names",
    "named": "a cue word in the sentence",
    "nested": "a name inside a name",
    "tenures": "a title beside a name",
    "label": "a line with a label",
    "chain": "two facts of the sentence",
    "lead": "the lead of a release",
    "outline": "what a release outlines",
    "theme": "what the sentence speaks of",
    "vote": "how the whole text names both",
}

Feature = tuple[str, str]
Together = Counter[tuple[object, ...]]


def listed(claims: Iterable[Claim]) -> Together:
    """How many claims each predicate of one rule gives."""
    return Counter(_place(claim) for claim in claims)


def construction(claim: Claim, document: Document | None, rules: Mapping[str, Rule], together: Together) -> tuple[Feature, ...]:
    """The features of the claim, each with its value; ``together`` counts the claims of its document by predicate."""
    return (
        ("told by", _means(rules.get(claim.rule))),
        ("stands in", _block(claim, document)),
        ("subject", _end(claim, "subject_span")),
        ("object", _end(claim, "object_span")),
        ("list", "one of several" if together[_place(claim)] > 1 else "alone"),
        ("speaker", "as someone's words" if claim.speaker else "as the text's own"),
        ("status", claim.status),
    )


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.rule, claim.property, claim.start, claim.trigger_span


def _means(rule: Rule | None) -> str:
    return _MEANS[rule.told_by] if rule else "a rule that the ontology no longer has"


def _block(claim: Claim, document: Document | None) -> str:
    kinds = (block.kind for block in document.blocks if block.start <= claim.start < block.end) if document else iter(())
    return next(kinds, "no block")


def _end(claim: Claim, which: str) -> str:
    """Where an end is named, as seen from the evidence sentence and its predicate."""
    span = getattr(claim, which)
    if span is None:
        return "not marked"
    if not claim.start <= span.start < claim.end:
        return "named in another sentence"
    trigger = claim.trigger_span
    return "behind the predicate" if trigger and span.start >= trigger.end else "in the sentence"
