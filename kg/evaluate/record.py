"""An evaluation as plain data for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.evaluate.diagnosis import differences
from kg.evaluate.evidence import Sentences
from kg.evaluate.figures import Figures, Score
from kg.evaluate.floors import Held
from kg.evaluate.groups import Bin, Group, Judged, Missed, by_confidence, by_construction, by_rule, missed
from kg.evaluate.run import Evaluation


def record(evaluation: Evaluation, floors: Sequence[Held] = (), *, texts: bool = True) -> dict[str, Any]:
    """The figures under the names of the annotators' scoring, and, where ``texts`` is not forbidden, every claim and missed fact."""
    told = {
        "articles": evaluation.figures.articles,
        **figures_record(evaluation.figures),
        "confidence": [_bin(one) for one in by_confidence(evaluation.claims)],
    }
    if floors:
        told["floors"] = {one.name: {"least": one.least, "measured": one.measured} for one in floors}
    if not texts:
        return told
    sentences = Sentences(evaluation.ontology)
    found = missed(evaluation.compared, evaluation.ontology)
    return told | {
        "rules": {group.name: _group(group) for group in by_rule(evaluation.claims)},
        "constructions": {name: {g.name: _counts(g) for g in groups} for name, groups in by_construction(evaluation.claims).items()},
        "missed": [_missed(one, sentences) for facts in found.values() for one in facts],
    }


def figures_record(figures: Figures) -> dict[str, Any]:
    """The figures alone, rounded to four places."""
    return {
        "facts_strict": _score(figures.strict),
        "facts_pair": _score(figures.pairs),
        "entities": _score(figures.entities),
        "entity_type": round(figures.entity_type, 4),
        **{field: round(asked.share, 4) for field, asked in figures.fields.items()},
        "by_property": {name: _score(score) for name, score in figures.properties.items()},
    }


def _score(score: Score) -> dict[str, float]:
    rates = {name: round(getattr(score, name), 4) for name in ("precision", "recall", "f1")}
    return {**rates, "matched": score.matched, "told": score.told, "gold": score.gold}


def _bin(one: Bin) -> dict[str, float]:
    low, high = one.interval
    shares = {"stated": one.stated, "share": one.share, "at_least": low, "at_most": high}
    return {
        "from": one.low,
        "to": one.high,
        "right": one.right,
        "told": one.told,
        **{key: round(value, 4) for key, value in shares.items()},
    }


def _counts(group: Group) -> dict[str, int]:
    return {"right": len(group.right), "wrong": len(group.wrong)}


def _group(group: Group) -> dict[str, list[dict[str, Any]]]:
    return {"right": list(_judged(group.right)), "wrong": list(_judged(group.wrong))}


def _judged(claims: Iterable[Judged]) -> Iterator[dict[str, Any]]:
    for one in claims:
        claim = one.claim
        yield {
            "article": one.article,
            "subject": one.told.label(claim.subject),
            "property": claim.property,
            "object": one.told.label(claim.object),
            "status": claim.status,
            "confidence": claim.confidence,
            "sentence": claim.quote,
            "construction": dict(one.features),
            **({"cause": one.cause.kind, "note": one.cause.note} if one.cause else {}),
            **({"differs": list(differences(one.match))} if one.match else {}),
        }


def _missed(one: Missed, sentences: Sentences) -> dict[str, Any]:
    names = {entity.id: entity.name for entity in one.one.gold.entities}
    evidence = sentences.evidence(one.fact, one.one)
    return {
        "article": one.one.gold.id,
        "subject": names[one.fact.subject],
        "property": one.fact.property,
        "object": names[one.fact.object],
        "status": one.fact.status,
        "cause": one.cause.kind,
        "note": one.cause.note,
        "sentence": evidence.text if evidence else None,
    }
