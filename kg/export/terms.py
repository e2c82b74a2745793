"""What the page of the ontology shows of each term, as values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.ontology.schema import ENTITY, HAPPENING, RDFS, SKOS, Class, Property, Schema, Term
from kg.values import STATUSES, Claim, Entity, Graph
from kg.write import vocabulary as v

MOST = 2
NAMED = 5
_ALIGNED = (RDFS + "subClassOf", RDFS + "subPropertyOf", SKOS + "closeMatch")
_ENDS = {RDFS + "domain": "domain", RDFS + "range": "range", v.SCHEMA + "rangeIncludes": "range"}
_KNOWN = {
    "xsd": v.XSD,
    "schema": v.SCHEMA,
    "prov": v.PROV,
    "oa": v.OA,
    "dcterms": v.DCTERMS,
    "skos": v.SKOS,
    "rdf": v.RDF,
    "org": "http://www.w3.org/ns/org#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "owl": "http://www.w3.org/2002/07/owl#",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quote; ``part`` is subject, object or trigger where the text has it there, else empty."""

    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Example:
    """A claim as an example: its ends by name, its status, its sentence in pieces, and the document's title."""

    subject: str
    object: str
    status: str
    pieces: tuple[Piece, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """A term of another vocabulary: how it is related, its short name and its IRI."""

    how: str
    name: str
    iri: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A term with its neighbours by name, its alignments and its examples from a graph; ``depth`` is that of a class below the topmost.

    ``ends`` are domain and range of a property that is no relation or role, where they may lie in other vocabularies.
    """

    term: Term
    kind: str
    depth: int = 0
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    symmetric: bool = False
    pairwise: bool = False
    abstract: bool = False
    ends: tuple[Aligned, ...] = ()
    aligned: tuple[Aligned, ...] = ()
    examples: tuple[Example, ...] = ()
    names: tuple[str, ...] = ()


def shown(schema: Schema, triples: Sequence[ox.Triple], graph: Graph | None = None) -> tuple[Shown, ...]:
    """Every term of the ontology: entity classes, relations, event classes, roles, then the rest, each by ``tp:order`` and line, but a
    class behind the one above it.

    ``triples`` are those of its file; ``graph`` gives the examples.
    """
    aligned = _related(triples, schema.namespace, {iri: iri.removeprefix(RDFS).removeprefix(SKOS) for iri in _ALIGNED})
    ends = _related(triples, schema.namespace, _ENDS)
    examples = _examples(graph) if graph else {}
    names = _names(graph.entities) if graph else {}
    kinds = _kinds(schema)
    return tuple(
        replace(
            _shown(term, kind, schema),
            depth=depth,
            ends=tuple(ends.get(term.iri, ())) if kind == "other" else (),
            aligned=tuple(one for one in aligned.get(term.iri, ()) if not one.iri.startswith(schema.namespace)),
            examples=tuple(examples.get(term.name, ())),
            names=tuple(names.get(term.name, ())),
        )
        for kind, terms in kinds
        for term, depth in _as_tree(terms)
    )


def _kinds(schema: Schema) -> list[tuple[str, list[Term]]]:
    entities = [cls for cls in schema.classes.values() if schema.is_a(cls.name, ENTITY)]
    happenings = [cls for cls in schema.classes.values() if schema.is_a(cls.name, HAPPENING)]
    relations, roles = list(schema.properties.values()), list(schema.roles.values())
    told = {term.name for term in (*entities, *happenings, *relations, *roles)}
    rest = [term for name, term in schema.terms.items() if name not in told]
    return [("class", [*entities]), ("relation", [*relations]), ("happening", [*happenings]), ("role", [*roles]), ("other", rest)]


def _as_tree(terms: Sequence[Term]) -> Iterator[tuple[Term, int]]:
    """The terms in their order with their depth; a class follows the first that is above it here."""
    names = {term.name for term in terms}
    below: dict[str, list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (term.order, term.line)):
        above = term.parents if isinstance(term, Class) else ()
        below[next((name for name in above if name in names), "")].append(term)
    waiting = [(term, 0) for term in reversed(below[""])]
    while waiting:
        term, depth = waiting.pop()
        yield term, depth
        waiting += [(one, depth + 1) for one in reversed(below[term.name])]


def _shown(term: Term, kind: str, schema: Schema) -> Shown:
    more: dict[str, object] = {}
    cls, rule = schema.classes.get(term.name), schema.properties.get(term.name) or schema.roles.get(term.name)
    if cls:
        below = sorted((one for one in schema.classes.values() if term.name in one.parents), key=lambda one: (one.order, one.line))
        more |= {
            "above": cls.parents,
            "below": tuple(one.name for one in below),
            "used": _used(term.name, schema),
            "abstract": cls.abstract,
        }
    if isinstance(rule, Property):
        more |= {"above": rule.parents, "domain": rule.domain, "range": rule.range, "symmetric": rule.symmetric, "pairwise": rule.pairwise}
    return Shown(term, kind, **more)  # type: ignore[arg-type]


def _used(name: str, schema: Schema) -> tuple[str, ...]:
    """The relations and roles at an end of which the class itself is listed."""
    rules = (*schema.properties.values(), *schema.roles.values())
    return tuple(rule.name for rule in rules if name in (*rule.domain, *rule.range))


def _related(triples: Iterable[ox.Triple], namespace: str, how: Mapping[str, str]) -> dict[str, list[Aligned]]:
    """For each IRI the terms to which one of the predicates in ``how`` joins it, by the word that ``how`` has for the predicate."""
    found: dict[str, set[Aligned]] = defaultdict(set)
    for triple in triples:
        other, word = triple.object, how.get(triple.predicate.value)
        if word and isinstance(other, ox.NamedNode) and isinstance(triple.subject, ox.NamedNode):
            found[triple.subject.value].add(Aligned(word, _short(other.value, namespace), other.value))
    return {iri: sorted(terms, key=lambda one: (one.how, one.name)) for iri, terms in found.items()}


def _short(iri: str, namespace: str) -> str:
    known = {"tp": namespace, **_KNOWN}
    return next((f"{name}:{iri.removeprefix(long)}" for name, long in known.items() if iri.startswith(long)), iri)


def _names(entities: Iterable[Entity]) -> dict[str, list[str]]:
    """The first few names of each class, the shortest first, since those read best."""
    found: dict[str, list[str]] = defaultdict(list)
    for entity in sorted(entities, key=lambda entity: (len(entity.ko), entity.id)):
        if len(found[entity.type]) < NAMED:
            found[entity.type].append(entity.ko)
    return found


def _examples(graph: Graph) -> dict[str, list[Example]]:
    """The clearest claims of each relation: done before planned, most marks in the sentence, sure, short."""
    names = {entity.id: entity.ko for entity in graph.entities}
    titles = {document.id: document.title for document in graph.documents}
    found: dict[str, list[Example]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for claim in sorted(graph.claims, key=_clearest):
        if len(found[claim.property]) < MOST and (claim.property, claim.quote) not in seen:
            seen.add((claim.property, claim.quote))
            found[claim.property].append(_example(claim, names, titles))
    return found


def _clearest(claim: Claim) -> tuple[int, int, float, int, str]:
    marks = sum(bool(piece.part) for piece in _pieces(claim))
    return STATUSES.index(claim.status), -marks, -claim.confidence, len(claim.quote), claim.id


def _example(claim: Claim, names: Mapping[str, str], titles: Mapping[str, str]) -> Example:
    ends = names.get(claim.subject, claim.subject), names.get(claim.object, claim.object)
    return Example(*ends, claim.status, tuple(_pieces(claim)), titles.get(claim.document, claim.document))


def _pieces(claim: Claim) -> list[Piece]:
    """The quote, cut where the text names subject, object and predicate; what overlaps or lies elsewhere is left unmarked."""
    marks = (("subject", claim.subject_span), ("object", claim.object_span), ("trigger", claim.trigger_span))
    spans = sorted((span, part) for part, span in marks if span and claim.start <= span.start < span.end <= claim.end)
    pieces, at = [], claim.start
    for span, part in spans:
        if span.start < at:
            continue
        pieces.append(Piece(claim.quote[at - claim.start : span.start - claim.start], ""))
        pieces.append(Piece(claim.quote[span.start - claim.start : span.end - claim.start], part))
        at = span.end
    pieces.append(Piece(claim.quote[at - claim.start :], ""))
    return [piece for piece in pieces if piece.text]
