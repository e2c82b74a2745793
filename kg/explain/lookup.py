"""The claims that a target means, with the sentence and the marked words of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import UsageError
from kg.ontology.authority import fold
from kg.ontology.schema import Schema, suggestion
from kg.values import Claim, Document, Entity, Graph, Span

_AROUND = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; ``mark`` is subject, object or trigger, or empty for the words between."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim with all that its ids mean.

    ``sentence`` is the evidence; ``earlier`` has the marks that lie outside it, each in some context.
    """

    claim: Claim
    subject: Entity
    object: Entity
    speaker: Entity | None
    document: Document
    sentence: tuple[Piece, ...]
    earlier: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The facts about a target; ``entity`` is the one that was asked about, if the target was one."""

    target: str
    entity: Entity | None
    facts: tuple[Fact, ...]


def explain(graph: Graph, target: str, schema: Schema) -> Explanation:
    """What stands behind ``target``: an entity's name or id, ``subject property object``, or a claim's id.

    A property may be named as in the ontology or by its label; a missing or ``*`` subject or object matches any. Facts come by date,
    document and place. Raises UsageError where nothing is meant, or more than one thing.
    """
    entity, claims = _find(graph, target.strip(), schema)
    documents = {document.id: document for document in graph.documents}
    entities = {one.id: one for one in graph.entities}
    ordered = sorted(claims, key=lambda claim: (str(documents[claim.document].date), claim.document, claim.start, claim.id))
    facts = tuple(_fact(claim, documents[claim.document], entities) for claim in ordered)
    return Explanation(target, entity, facts)


def _find(graph: Graph, target: str, schema: Schema) -> tuple[Entity | None, Iterable[Claim]]:
    told = [claim for claim in graph.claims if claim.id == target.removeprefix("claim:")]
    if told:
        return None, told
    named = _entities(graph, target)
    if len(named) > 1:
        shown = ", ".join(f"{one.ko} ({one.id})" for one in named[:10])
        raise UsageError(f"{target!r} is the name of {len(named)} entities; give one of: {shown}")
    if named:
        return named[0], [claim for claim in graph.claims if named[0].id in (claim.subject, claim.object, claim.speaker)]
    return None, _relation(graph, target, schema)


def _entities(graph: Graph, name: str) -> list[Entity]:
    by_id = [entity for entity in graph.entities if entity.id == name.removeprefix("id:")]
    if by_id:
        return by_id
    preferred = [entity for entity in graph.entities if name in (entity.ko, entity.en)]
    return preferred or [entity for entity in graph.entities if fold(name) in _folded(entity)]


def _folded(entity: Entity) -> set[str]:
    return {fold(name) for name in (entity.ko, entity.en, *entity.names) if name}


def _relation(graph: Graph, target: str, schema: Schema) -> list[Claim]:
    words = target.split()
    found: list[Claim] = []
    tried = False
    for place, word in enumerate(words):
        names = {rule.name for rule in schema.properties.values() if fold(word) in (fold(rule.name), fold(rule.ko), fold(rule.en))}
        if names:
            tried = True
            ends = [_ids(graph, " ".join(part)) for part in (words[:place], words[place + 1 :])]
            found += [claim for claim in graph.claims if claim.property in names and _fits(claim, *ends, schema=schema)]
    if not found:
        raise UsageError(_nothing(graph, target, schema, tried=tried))
    return found


def _ids(graph: Graph, name: str) -> set[str] | None:
    return None if name in ("", "*") else {entity.id for entity in _entities(graph, name)}


def _fits(claim: Claim, subjects: set[str] | None, objects: set[str] | None, *, schema: Schema) -> bool:
    def joins(one: str, other: str) -> bool:
        return (subjects is None or one in subjects) and (objects is None or other in objects)

    return joins(claim.subject, claim.object) or (schema.properties[claim.property].symmetric and joins(claim.object, claim.subject))


def _nothing(graph: Graph, target: str, schema: Schema, *, tried: bool) -> str:
    if tried:
        return f"nothing is told of {target!r}: check the names, or leave one out"
    names: dict[str, str] = defaultdict(str)
    for entity in graph.entities:
        for name in (entity.ko, entity.en, *entity.names):
            names[fold(name or "")] = entity.ko
    close = suggestion(fold(target), names)
    shown = close and f"; did you mean {names[close.removeprefix('; did you mean ').removesuffix('?')]}?"
    return f"{target!r} is no entity, no claim, and no relation of the form: subject property object{shown}"


def _fact(claim: Claim, document: Document, entities: dict[str, Entity]) -> Fact:
    spans = [(claim.subject_span, "subject"), (claim.object_span, "object"), (claim.trigger_span, "trigger")]
    marks = sorted((span, mark) for span, mark in spans if span is not None)
    inside = [(span, mark) for span, mark in marks if claim.start <= span.start and span.end <= claim.end]
    outside = [(span, mark) for span, mark in marks if (span, mark) not in inside]
    return Fact(
        claim,
        entities[claim.subject],
        entities[claim.object],
        entities[claim.speaker] if claim.speaker else None,
        document,
        _pieces(document.text, Span(claim.start, claim.end), inside),
        tuple(_context(document.text, span, mark) for span, mark in outside),
    )


def _pieces(text: str, whole: Span, marks: list[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The text of ``whole`` cut at the marks; of marks that overlap the first is kept, and the rest of the next."""
    pieces, at = [], whole.start
    for span, mark in marks:
        start = max(span.start, at)
        if start < span.end:
            pieces += [Piece(text[at:start], ""), Piece(text[start : span.end], mark)]
            at = span.end
    pieces.append(Piece(text[at : whole.end], ""))
    return tuple(piece for piece in pieces if piece.text)


def _context(text: str, span: Span, mark: str) -> tuple[Piece, ...]:
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    line_end = text.find("\n", span.end)
    end = min(len(text) if line_end < 0 else line_end, span.end + _AROUND)
    return _pieces(text, Span(start, end), [(span, mark)])
