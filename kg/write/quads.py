"""The graph as quads, in the shape of the contract.

Entities and plain triples stand once, in the default graph. A document, its claims, their evidence and its events stand in the
named graph that has the document's IRI; so no triple is in two graphs, and a document is withdrawn by dropping one.
An event of several documents stands in the default graph too, and each document's graph only says that it is a source.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import itemgetter

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from kg.ontology.schema import Schema
from kg.values import Claim, Document, Entity, Event, Graph, Span, Term, Time
from kg.write import vocabulary as v
from kg.write.iri import BASE, article_iri, check_base, claim_iri, entity_iri, happening_iri, knowledge_iri, passage_iri

Where = NamedNode | DefaultGraph
Value = NamedNode | Literal
Fact = tuple[NamedNode, Value]
SHARED = DefaultGraph()
TOLD_AS_SO = ("actual", "ongoing")
MARKS = ("subjectAt", "objectAt", "triggerAt")  # in the order of a claim's spans
_HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_Q_ID = re.compile(r"Q[0-9]+")
# A span as RFC 5147 has it: start and end are positions between characters, as in Python.
FRAGMENT = re.compile(r"char=([0-9]+),([0-9]+)")


class Namer:
    """Nodes for ids and ontology terms of one base and one ontology."""

    def __init__(self, base: str, namespace: str) -> None:
        self.base, self.namespace = check_base(base), namespace
        self.terms: dict[str, NamedNode] = {}
        self.entities: dict[str, NamedNode] = {}

    def term(self, name: str) -> NamedNode:
        """The node of an ontology term."""
        if name not in self.terms:
            self.terms[name] = NamedNode(self.namespace + name)
        return self.terms[name]

    def entity(self, id: str) -> NamedNode:
        """The node of an entity."""
        if id not in self.entities:
            self.entities[id] = NamedNode(entity_iri(id, self.base))
        return self.entities[id]

    def article(self, id: str) -> NamedNode:
        """The node of a document, also the name of its graph."""
        return NamedNode(article_iri(id, self.base))

    def happening(self, id: str) -> NamedNode:
        """The node of an n-ary event."""
        return NamedNode(happening_iri(id, self.base))


def to_quads(graph: Graph, *, base: str = BASE, schema: Schema) -> list[Quad]:
    """Every statement of the graph, each once, in the order of ``in_order``, which depends on nothing but what is said.

    Of a symmetric relation that is told in both directions the plain triple keeps the one that sorts first. Raises UsageError
    for a base that is no IRI.
    """
    names = Namer(base, schema.namespace)
    shared = in_order(_shared(graph, names, schema))
    told = sorted(((names.article(id).value, id, one) for id, one in _by_document(graph).items()), key=itemgetter(0))
    return [*shared, *(quad for _, id, one in told for quad in document_quads(id, one, names))]


def document_quads(id: str, told: Graph, names: Namer) -> list[Quad]:
    """The statements in the named graph of the document with that id, in order; ``told`` is what it alone tells.

    They are made in the order of their subjects, since to sort them all afterwards takes a third of the time.
    """
    article = names.article(id)
    claims = sorted(_unique(told.claims).items())
    sentences = {passage_iri(id, claim.start, claim.end, names.base): claim for _, claim in claims}
    quads = in_order(_document(told, article, names))
    for claim_id, claim in claims:
        quads.extend(_claim(claim_id, claim, article, names))
    quads.extend(in_order(quad for event in told.events for quad in _event(event, names) if quad.graph_name == article))
    for iri, claim in sorted(sentences.items()):
        quads.extend(_evidence(iri, claim, article, names))
    return quads


def ontology_quads(schema: Schema) -> list[Quad]:
    """The statements of the ontology in a graph of its own, so that a query can climb from a class to its superclasses."""
    triples = parse(path=str(schema.path), format=RdfFormat.TURTLE)
    where = NamedNode(schema.iri)
    return in_order(Quad(quad.subject, quad.predicate, quad.object, where) for quad in triples if isinstance(quad, Quad))


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, by graph (the default one first), subject, ``rdf:type`` first, predicate and object."""
    keyed = {_key(quad): quad for quad in quads}
    return [keyed[key] for key in sorted(keyed)]


def _key(quad: Quad) -> tuple[str, str, str, str]:
    where, subject, predicate = quad.graph_name, quad.subject, quad.predicate
    name = where.value if isinstance(where, NamedNode) else ""
    node = subject.value if isinstance(subject, NamedNode) else str(subject)
    return (name, node, "" if predicate == v.TYPE else predicate.value, str(quad.object))


def _shared(graph: Graph, names: Namer, schema: Schema) -> Iterator[Quad]:
    """What stands in the default graph."""
    for entity in graph.entities:
        yield from entity_quads(entity, names)
    yield from _plain(graph.claims, names, schema)
    for event in graph.events:
        yield from (quad for quad in _event(event, names) if quad.graph_name == SHARED)


def _by_document(graph: Graph) -> Mapping[str, Graph]:
    """What each document tells, as a graph of its own."""
    documents = {document.id: document for document in graph.documents}
    mentions, claims, events = dict(graph.mentions), defaultdict(list), defaultdict(list)
    for claim in graph.claims:
        claims[claim.document].append(claim)
    for event in graph.events:
        for id in dict.fromkeys(event.documents):
            events[id].append(event)
    return {
        id: Graph((documents[id],) if id in documents else (), (), tuple(claims[id]), tuple(events[id]), ((id, mentions.get(id, ())),))
        for id in {**documents, **claims, **events}
    }


def _unique(claims: Iterable[Claim]) -> dict[str, Claim]:
    """One claim an id: of two that tell the same at the same place, the surer one."""
    chosen: dict[str, Claim] = {}
    for claim in claims:
        id = claim.id
        other = chosen.setdefault(id, claim)
        if (-claim.confidence, claim.rule) < (-other.confidence, other.rule):
            chosen[id] = claim
    return chosen


def entity_quads(entity: Entity, names: Namer) -> Iterator[Quad]:
    """What is said of an entity by itself: its class, its names, and what the authority file knows of it.

    A quad is in the default graph where none is named; to name it there takes Oxigraph as long again.
    """
    node = names.entity(entity.id)
    yield Quad(node, v.TYPE, names.term(entity.type))
    for text, language in ((entity.ko, "ko"), (entity.en, "en")):
        if text:
            label = v.literal(text, language=language)
            yield Quad(node, v.PREF_LABEL, label)
            yield Quad(node, v.LABEL, label)
    for name in entity.names:
        if name not in (entity.ko, entity.en):
            yield Quad(node, v.ALT_LABEL, other_name(name))
    yield from _known(entity, names)
    for same in entity.same_as:
        yield Quad(node, v.EXACT_MATCH, NamedNode(v.WIKIDATA + same if _Q_ID.fullmatch(same) else same))


def other_name(name: str) -> Literal:
    """A further name of a thing, said to be Korean where it has Hangul."""
    return v.literal(name, language="ko" if _HANGUL.search(name) else None)


def _known(entity: Entity, names: Namer) -> Iterator[Quad]:
    """The end of a body as a change, the offices of a person as posts and memberships, by W3C ORG, and the broader term by SKOS."""
    node = names.entity(entity.id)
    for broader in entity.broader:
        yield Quad(node, v.BROADER, names.entity(broader))
    for successor, day in entity.successions:
        change = NamedNode(knowledge_iri(entity.id, f"to-{successor}", names.base))
        yield Quad(node, v.CHANGED_BY, change)
        yield Quad(change, v.TYPE, v.CHANGE_EVENT)
        yield Quad(change, v.ORIGINAL, node)
        yield Quad(change, v.RESULTING, names.entity(successor))
        if day:
            yield Quad(change, v.DATE_OF, _date(day))
    for number, term in enumerate(entity.terms, 1):
        post, membership = (NamedNode(knowledge_iri(entity.id, f"{kind}-{number}", names.base)) for kind in ("post", "term"))
        yield Quad(node, v.HOLDS, post)
        yield Quad(node, v.HAS_MEMBERSHIP, membership)
        yield from _office(entity, term, post=post, membership=membership, names=names)


def _office(entity: Entity, term: Term, *, post: NamedNode, membership: NamedNode, names: Namer) -> Iterator[Quad]:
    node, body, label = names.entity(entity.id), names.entity(term.body), v.literal(term.post, language="ko")
    yield Quad(post, v.TYPE, v.POST)
    yield Quad(post, v.LABEL, label)
    yield Quad(post, v.POST_IN, body)
    yield Quad(post, v.HELD_BY, node)
    yield Quad(membership, v.TYPE, v.MEMBERSHIP)
    yield Quad(membership, v.LABEL, label)
    yield Quad(membership, v.MEMBER, node)
    yield Quad(membership, v.MEMBER_OF, body)
    for name, day in (("earliest", term.since), ("latest", term.until)):
        if day:
            yield Quad(membership, names.term(name), _date(day))


def _plain(claims: Iterable[Claim], names: Namer, schema: Schema) -> Iterator[Quad]:
    told = {(claim.subject, claim.property, claim.object) for claim in claims if claim.status in TOLD_AS_SO}
    symmetric = {name for name, rule in schema.properties.items() if rule.symmetric}
    for subject, name, obj in told:
        twice = name in symmetric and obj < subject and (obj, name, subject) in told
        if not twice:
            yield Quad(names.entity(subject), names.term(name), names.entity(obj))


def _document(told: Graph, article: NamedNode, names: Namer) -> Iterator[Quad]:
    for document in told.documents:
        yield Quad(article, v.TYPE, names.term("Article"), article)
        for predicate, value in _document_facts(document, names):
            yield Quad(article, predicate, value, article)
        for _, mentioned in told.mentions:
            yield from (Quad(article, v.MENTIONS, names.entity(id), article) for id in mentioned)


def _document_facts(document: Document, names: Namer) -> Iterator[Fact]:
    yield v.IDENTIFIER, v.literal(document.id)
    yield v.TITLE, v.literal(document.title)
    yield names.term("digest"), v.literal(document.digest)
    yield names.term("dateEvidence"), v.literal(document.date_evidence)
    if document.date:
        yield v.ISSUED, _date(document.date)
    if document.publisher is not None:
        yield v.PUBLISHER, v.literal(document.publisher)
    if document.url is not None:
        yield v.URL, v.literal(document.url, datatype=v.ANY_URI)


def _claim(id: str, claim: Claim, article: NamedNode, names: Namer) -> Iterator[Quad]:
    evidence = NamedNode(passage_iri(claim.document, claim.start, claim.end, names.base))
    facts = (*_claim_facts(claim, names), (v.PRIMARY_SOURCE, article), (v.HAS_TARGET, evidence))
    return _stated(NamedNode(claim_iri(id, names.base)), facts, article)


def _stated(node: NamedNode, facts: Iterable[Fact], article: NamedNode) -> Iterator[Quad]:
    """The facts about a node in the order of their predicates; those of one predicate keep theirs."""
    return (Quad(node, predicate, value, article) for predicate, value in sorted(facts, key=_rank))


def _rank(fact: Fact) -> str:
    predicate = fact[0]
    return "" if predicate == v.TYPE else predicate.value


def _claim_facts(claim: Claim, names: Namer) -> Iterator[Fact]:
    yield v.TYPE, names.term("Claim")
    yield v.SUBJECT, names.entity(claim.subject)
    yield v.PREDICATE, names.term(claim.property)
    yield v.OBJECT, names.entity(claim.object)
    yield names.term("status"), names.term(claim.status)
    yield from _time(claim.time, names)
    if claim.role is not None:
        yield names.term("role"), v.literal(claim.role, language="ko")
    if claim.amount is not None:
        yield names.term("amount"), v.literal(claim.amount)
    if claim.speaker is not None:
        yield names.term("attributedTo"), names.entity(claim.speaker)
    yield names.term("confidence"), v.literal(format(Decimal(repr(claim.confidence)), "f"), datatype=v.DECIMAL)
    yield names.term("rule"), v.literal(claim.rule)
    if claim.event is not None:
        yield names.term("event"), names.happening(claim.event)
    for name, span in zip(MARKS, (claim.subject_span, claim.object_span, claim.trigger_span), strict=True):
        if span is not None:
            yield names.term(name), _fragment(span)


def _evidence(iri: str, claim: Claim, article: NamedNode, names: Namer) -> Iterator[Quad]:
    """The sentence of a claim, and what says where it lies and what it says; claims of one sentence share all three."""
    node, position, exact = (NamedNode(iri + end) for end in ("", "-position", "-quote"))
    number, start, end = (_integer(value) for value in (claim.sentence, claim.start, claim.end))
    parts = ((v.HAS_SELECTOR, position), (v.HAS_SELECTOR, exact), (v.HAS_SOURCE, article))
    yield from _stated(node, ((v.TYPE, v.SPECIFIC_RESOURCE), (names.term("sentence"), number), *parts), article)
    yield from _stated(position, ((v.TYPE, v.POSITION_SELECTOR), (v.START, start), (v.END, end)), article)
    yield from _stated(exact, ((v.TYPE, v.QUOTE_SELECTOR), (v.EXACT, v.literal(claim.quote))), article)


def _event(event: Event, names: Namer) -> Iterator[Quad]:
    node = names.happening(event.id)
    articles = [names.article(id) for id in event.documents]
    where: Where = articles[0] if len(set(event.documents)) == 1 else SHARED
    yield Quad(node, v.TYPE, names.term(event.type), where)
    yield Quad(node, names.term("status"), names.term(event.status), where)
    for role, filler in event.parts:
        yield Quad(node, names.term(role), names.entity(filler), where)
    for predicate, value in _time(event.time, names):
        yield Quad(node, predicate, value, where)
    for article in articles:
        yield Quad(node, v.PRIMARY_SOURCE, article, article)


def _time(time: Time | None, names: Namer) -> Iterator[Fact]:
    if time is None:
        return
    yield names.term("when"), v.literal(time.edtf, datatype=v.EDTF)
    if time.earliest:
        yield names.term("earliest"), _date(time.earliest)
    if time.latest:
        yield names.term("latest"), _date(time.latest)


def _date(day: dt.date) -> Literal:
    return Literal(day.isoformat(), datatype=v.DATE)


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=v.INTEGER)


def _fragment(span: Span) -> Literal:
    """RFC 5147: positions between characters, so start and end as in Python."""
    return Literal(f"char={span.start},{span.end}")
