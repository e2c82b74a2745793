"""An evaluation as text for a terminal: numbers first, then what is wrong and what is missed, with the sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.cli.text import columns
from kg.evaluate import Evaluation
from kg.evaluate.diagnosis import differences
from kg.evaluate.evidence import Evidence, Sentences
from kg.evaluate.figures import Score
from kg.evaluate.floors import Held
from kg.evaluate.groups import Bin, Group, Judged, Missed, by_confidence, by_construction, by_rule, missed
from kg.query.terminal import cut, printable, width
from kg.values import Claim, Span

SCORED = ["precision", "recall", "F1", "right", "told", "annotated"]
WIDEST, BEFORE = 200, 10


def numbers(evaluation: Evaluation) -> Iterator[str]:
    """The figures, those of each relation, and how far the stated confidence can be trusted."""
    found = evaluation.figures
    yield f"{found.articles:,} annotated articles"
    rows = [["facts", found.strict], ["facts, ends alone", found.pairs], ["entities", found.entities]]
    yield columns([["", *SCORED], *([str(name), *_scored(score)] for name, score in rows if isinstance(score, Score))], indent=2)
    right = [
        ["", "share", "right", "of"],
        ["class of the found entities", f"{found.entity_type:.3f}", f"{found.typed:,}", f"{found.entities.matched:,}"],
    ]
    right += [[f"{name} of the right facts", f"{one.share:.3f}", f"{one.right:,}", f"{one.asked:,}"] for name, one in found.fields.items()]
    yield "\n" + columns(right, indent=2)
    yield "\nby relation"
    yield columns([["", *SCORED], *([name, *_scored(score)] for name, score in found.properties.items())], indent=2)
    yield "\nby stated confidence (share right, with its 95 % interval)"
    bins = [_bin(one) for one in by_confidence(evaluation.claims)]
    yield columns([["stated", "mean", "right", "told", "share", "from", "to"], *bins], indent=2)


def floors_table(floors: Sequence[Held]) -> Iterator[str]:
    """Each floor, what was measured, and whether it holds."""
    if floors:
        yield "\nfloors"
        rows = [[one.name, f"{one.least:.3f}", f"{one.measured:.3f}", "holds" if one.holds else "FALLS"] for one in floors]
        yield columns([["", "floor", "measured", ""], *rows], indent=2)


def detail(evaluation: Evaluation, sentences: Sentences, *, show: Sequence[str], most: int) -> Iterator[str]:
    """What is wrong by construction and by rule, and what is missed by relation; with ``show``, those rules and relations alone, whole."""
    rules, relations = by_rule(evaluation.claims), missed(evaluation.compared, evaluation.ontology)
    if not show:
        yield "\nby construction"
        yield columns([["", "", "right", "wrong", "precision"], *_constructions(evaluation.claims)], indent=2)
        yield "\nby rule"
        yield columns([["", "right", "wrong", "precision"], *(_counted(group) for group in rules)], indent=2)
        yield "\nmissed, by relation and cause"
        yield columns(_causes(relations), indent=2)
    for group in rules:
        if _shown(group, show):
            yield from _rule(group, whole=bool(show), most=most)
    for name, facts in relations.items():
        if not show or name in show:
            yield from _relation(name, facts, sentences, most=len(facts) if show else most)


def _shown(group: Group, show: Sequence[str]) -> bool:
    told = {one.claim.property for one in (*group.right, *group.wrong)}
    return (
        bool(group.wrong or _different(group))
        if not show
        else group.name in show or group.name.split(".")[0] in show or bool(told & {*show})
    )


def _scored(score: Score) -> list[str]:
    rates = [f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1)]
    return [*rates, f"{score.matched:,}", f"{score.told:,}", f"{score.gold:,}"]


def _bin(one: Bin) -> list[str]:
    low, high = one.interval
    bounds = f"{one.low:.1f} to {one.high:.1f}"
    return [bounds, f"{one.stated:.2f}", f"{one.right:,}", f"{one.told:,}", f"{one.share:.2f}", f"{low:.2f}", f"{high:.2f}"]


def _constructions(claims: Iterable[Judged]) -> Iterator[list[str]]:
    for name, groups in by_construction(claims).items():
        for at, group in enumerate(groups):
            yield ["" if at else name, *_counted(group)]


def _counted(group: Group) -> list[str]:
    return [group.name, f"{len(group.right):,}", f"{len(group.wrong):,}", f"{group.precision:.2f}"]


def _causes(relations: Mapping[str, Sequence[Missed]]) -> list[list[str]]:
    counts = {name: Counter(one.cause.kind for one in facts) for name, facts in relations.items()}
    kinds = [kind for kind, _ in sum(counts.values(), Counter[str]()).most_common()]
    rows = [[name, f"{found.total():,}", *(f"{found[kind]:,}" for kind in kinds)] for name, found in counts.items()]
    return [["", "missed", *kinds], *rows]


def _different(group: Group) -> list[Judged]:
    return [one for one in group.right if one.match and any(differences(one.match))]


def _rule(group: Group, *, whole: bool, most: int) -> Iterator[str]:
    yield f"\n{group.name}: {len(group.right):,} right, {len(group.wrong):,} wrong"
    different = _different(group)
    parts = [("wrong", group.wrong), ("differs", different)]
    if whole:
        parts.append(("right", [one for one in group.right if one not in different]))
    for mark, found in parts:
        shown = found if whole else found[:most]
        for one in shown:
            yield from _judged(one, mark)
        if len(found) > len(shown):
            yield f"  … {len(found) - len(shown):,} more {mark}; --show {group.name} shows them"


def _judged(one: Judged, mark: str) -> Iterator[str]:
    claim, told = one.claim, one.told
    why = f" — {one.cause.kind}{f': {one.cause.note}' if one.cause.note else ''}" if one.cause else ""
    if one.match:
        why = "".join(f" — {difference}" for difference in differences(one.match))
    fact = f"{told.label(claim.subject)} {claim.property} {told.label(claim.object)} {claim.status}"
    yield printable(f"  {mark} {one.article} {fact} [{claim.confidence:.2f}]{why}")
    yield f"      {_around(claim.quote, min((span.start - claim.start for span in _spans(claim)), default=0))}"


def _spans(claim: Claim) -> list[Span]:
    """The marks that lie in the claim's own sentence."""
    marks = (claim.subject_span, claim.object_span, claim.trigger_span)
    return [span for span in marks if span and claim.start <= span.start < claim.end]


def _around(sentence: str, place: int) -> str:
    """The sentence, or as much of it from shortly before ``place`` as a reader takes in at a glance."""
    start = max(place - BEFORE, 0) if width(sentence) > WIDEST else 0
    return ("… " if start else "") + cut(printable(sentence[start:]), WIDEST)


def _relation(name: str, facts: Sequence[Missed], sentences: Sentences, *, most: int) -> Iterator[str]:
    causes = Counter(one.cause.kind for one in facts)
    told = ", ".join(f"{count:,} {kind}" for kind, count in causes.most_common())
    yield f"\n{name}: {len(facts):,} missed ({told})"
    for kind in causes:
        found = [one for one in facts if one.cause.kind == kind]
        for one in found[:most]:
            yield from _missed(one, sentences.evidence(one.fact, one.one))
    if len(facts) > most:
        yield f"  --show {name} shows all"


def _missed(one: Missed, evidence: Evidence | None) -> Iterator[str]:
    names = {entity.id: entity.name for entity in one.one.gold.entities}
    fact = f"{names[one.fact.subject]} {one.fact.property} {names[one.fact.object]} {one.fact.status}"
    note = f": {one.cause.note}" if one.cause.note else ""
    yield printable(f"  missed {one.one.gold.id} {fact} — {one.cause.kind}{note}{_named(evidence)}")
    if evidence:
        yield f"      {_around(evidence.text, evidence.first)}"


def _named(evidence: Evidence | None) -> str:
    if evidence is None or (evidence.names_subject and evidence.names_object):
        return ""
    absent = [end for end, named in (("subject", evidence.names_subject), ("object", evidence.names_object)) if not named]
    return f" ({' and '.join(absent)} not named in the sentence)"
