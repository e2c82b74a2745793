"""What is said of a graph, in the shape of the contract.

Entities and plain triples stand once, in the default graph. A document, its claims, their evidence and its events stand in the
named graph that has the document's IRI; so no triple is in two graphs, and a document is withdrawn by dropping one.
An event of several documents stands in the default graph too, and each document's graph only says that it is a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.ontology.schema import Schema
from kg.values import Claim, Document, Entity, Event, Graph, Span, Term, Time
from kg.write import vocabulary as v
from kg.write.iri import knowledge_iri, passage_iri
from kg.write.turtle import TYPE, Fact, Namer, Node, Statement, date, in_order, integer, of, stated, text, typed, word, written

TOLD_AS_SO = ("actual", "ongoing")
MARKS = ("subjectAt", "objectAt", "triggerAt")  # in the order of a claim's spans
# A span as RFC 5147 has it: start and end are positions between characters, as in Python.
FRAGMENT = re.compile(r"char=([0-9]+),([0-9]+)")
_HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_Q_ID = re.compile(r"Q[0-9]+")

SUBJECT, PREDICATE, OBJECT = map(of, (v.SUBJECT, v.PREDICATE, v.OBJECT))
LABEL, PREF_LABEL, ALT_LABEL, EXACT_MATCH, BROADER = map(of, (v.LABEL, v.PREF_LABEL, v.ALT_LABEL, v.EXACT_MATCH, v.BROADER))
IDENTIFIER, TITLE, ISSUED, PUBLISHER, DATE_OF = map(of, (v.IDENTIFIER, v.TITLE, v.ISSUED, v.PUBLISHER, v.DATE_OF))
URL, MENTIONS, ANY_URI, EDTF, PRIMARY_SOURCE = map(of, (v.URL, v.MENTIONS, v.ANY_URI, v.EDTF, v.PRIMARY_SOURCE))
HAS_TARGET, HAS_SOURCE, HAS_SELECTOR, START, END, EXACT = map(of, (v.HAS_TARGET, v.HAS_SOURCE, v.HAS_SELECTOR, v.START, v.END, v.EXACT))
SPECIFIC_RESOURCE, POSITION_SELECTOR, QUOTE_SELECTOR = map(of, (v.SPECIFIC_RESOURCE, v.POSITION_SELECTOR, v.QUOTE_SELECTOR))
CHANGE_EVENT, MEMBERSHIP, POST, ORIGINAL, RESULTING, CHANGED_BY = map(
    of, (v.CHANGE_EVENT, v.MEMBERSHIP, v.POST, v.ORIGINAL, v.RESULTING, v.CHANGED_BY)
)
MEMBER, MEMBER_OF, HELD_BY, POST_IN, HAS_MEMBERSHIP, HOLDS = map(
    of, (v.MEMBER, v.MEMBER_OF, v.HELD_BY, v.POST_IN, v.HAS_MEMBERSHIP, v.HOLDS)
)


def shared_turtle(graph: Graph, names: Namer, schema: Schema) -> str:
    """What stands in the default graph, in order.

    Of a symmetric relation that is told in both directions the plain triple keeps the one that sorts first.
    """
    entities = (statement for entity in graph.entities for statement in entity_statements(entity, names))
    events = (statement for event in graph.events if not _own(event) for statement in _event(event, names))
    return written(in_order([*entities, *_plain(graph.claims, names, schema), *events]))


def document_turtle(id: str, told: Graph, names: Namer) -> str:
    """What stands in the named graph of the document with that id, in order; ``told`` is what it alone tells.

    It is made in the order of the nodes, since to sort all of it afterwards takes a third of the time.
    """
    article = names.article(id)
    claims = sorted(_unique(told.claims).items())
    sentences = {passage_iri(id, claim.start, claim.end, names.base): claim for _, claim in claims}
    parts = [written(in_order(_document(told, article, names)))]
    parts.extend(stated(names.claim(claim_id), _claim_facts(claim, article, names)) for claim_id, claim in claims)
    parts.append(written(in_order(statement for event in told.events for statement in _told(event, article, names))))
    parts.extend(_evidence(iri, claim, article, names) for iri, claim in sorted(sentences.items()))
    return "".join(parts)


def _unique(claims: Iterable[Claim]) -> dict[str, Claim]:
    """One claim an id: of two that tell the same at the same place, the surer one."""
    chosen: dict[str, Claim] = {}
    for claim in claims:
        id = claim.id
        other = chosen.setdefault(id, claim)
        if (-claim.confidence, claim.rule) < (-other.confidence, other.rule):
            chosen[id] = claim
    return chosen


def entity_statements(entity: Entity, names: Namer) -> Iterator[Statement]:
    """What is said of an entity by itself: its class, its names, and what the authority file knows of it."""
    node = names.entity(entity.id)
    yield node, TYPE, names.term(entity.type)
    for name, language in ((entity.ko, "ko"), (entity.en, "en")):
        if name:
            label = text(name, language)
            yield node, PREF_LABEL, label
            yield node, LABEL, label
    for name in entity.names:
        if name not in (entity.ko, entity.en):
            yield node, ALT_LABEL, text(name, language_of(name))
    yield from _known(entity, names)
    for same in entity.same_as:
        yield node, EXACT_MATCH, names.node(v.WIKIDATA + same if _Q_ID.fullmatch(same) else same)


def language_of(name: str) -> str:
    """The language that a further name of a thing is said to be of: Korean where it has Hangul, else none."""
    return "ko" if _HANGUL.search(name) else ""


def _known(entity: Entity, names: Namer) -> Iterator[Statement]:
    """The end of a body as a change, the offices of a person as posts and memberships, by W3C ORG, and the broader term by SKOS."""
    node = names.entity(entity.id)
    for broader in entity.broader:
        yield node, BROADER, names.entity(broader)
    for successor, day in entity.successions:
        change = names.node(knowledge_iri(entity.id, f"to-{successor}", names.base))
        yield node, CHANGED_BY, change
        yield change, TYPE, CHANGE_EVENT
        yield change, ORIGINAL, node
        yield change, RESULTING, names.entity(successor)
        if day:
            yield change, DATE_OF, date(day)
    for number, term in enumerate(entity.terms, 1):
        post, membership = (names.node(knowledge_iri(entity.id, f"{kind}-{number}", names.base)) for kind in ("post", "term"))
        yield node, HOLDS, post
        yield node, HAS_MEMBERSHIP, membership
        yield from _office(entity, term, post=post, membership=membership, names=names)


def _office(entity: Entity, term: Term, *, post: Node, membership: Node, names: Namer) -> Iterator[Statement]:
    node, body, label = names.entity(entity.id), names.entity(term.body), text(term.post, "ko")
    yield post, TYPE, POST
    yield post, LABEL, label
    yield post, POST_IN, body
    yield post, HELD_BY, node
    yield membership, TYPE, MEMBERSHIP
    yield membership, LABEL, label
    yield membership, MEMBER, node
    yield membership, MEMBER_OF, body
    for name, day in (("earliest", term.since), ("latest", term.until)):
        if day:
            yield membership, names.term(name), date(day)


def _plain(claims: Iterable[Claim], names: Namer, schema: Schema) -> Iterator[Statement]:
    told = {(claim.subject, claim.property, claim.object) for claim in claims if claim.status in TOLD_AS_SO}
    symmetric = {name for name, rule in schema.properties.items() if rule.symmetric}
    for subject, name, obj in told:
        twice = name in symmetric and obj < subject and (obj, name, subject) in told
        if not twice:
            yield names.entity(subject), names.term(name), names.entity(obj)


def _document(told: Graph, article: Node, names: Namer) -> Iterator[Statement]:
    for document in told.documents:
        yield article, TYPE, names.term("Article")
        for predicate, value in _document_facts(document, names):
            yield article, predicate, value
        for _, mentioned in told.mentions:
            yield from ((article, MENTIONS, names.entity(id)) for id in mentioned)


def _document_facts(document: Document, names: Namer) -> Iterator[Fact]:
    yield IDENTIFIER, text(document.id)
    yield TITLE, text(document.title)
    yield names.term("digest"), text(document.digest)
    yield names.term("dateEvidence"), text(document.date_evidence)
    if document.date:
        yield ISSUED, date(document.date)
    if document.publisher is not None:
        yield PUBLISHER, text(document.publisher)
    if document.url is not None:
        yield URL, typed(document.url, ANY_URI)


def _claim_facts(claim: Claim, article: Node, names: Namer) -> list[Fact]:
    term = names.term
    facts = [
        (TYPE, term("Claim")),
        (SUBJECT, names.entity(claim.subject)),
        (PREDICATE, term(claim.property)),
        (OBJECT, names.entity(claim.object)),
        (term("status"), term(claim.status)),
        (term("confidence"), names.decimal(claim.confidence)),
        (term("rule"), word(claim.rule)),
        (PRIMARY_SOURCE, article),
        (HAS_TARGET, names.passage(passage_iri(claim.document, claim.start, claim.end, names.base))),
        *_time(claim.time, names),
    ]
    if claim.role is not None:
        facts.append((term("role"), word(claim.role, "ko")))
    if claim.amount is not None:
        facts.append((term("amount"), text(claim.amount)))
    if claim.speaker is not None:
        facts.append((term("attributedTo"), names.entity(claim.speaker)))
    if claim.event is not None:
        facts.append((term("event"), names.happening(claim.event)))
    for name, span in zip(MARKS, (claim.subject_span, claim.object_span, claim.trigger_span), strict=True):
        if span is not None:
            facts.append((term(name), _fragment(span)))
    return facts


def _evidence(iri: str, claim: Claim, article: Node, names: Namer) -> str:
    """The sentence of a claim, and what says where it lies and what it says; claims of one sentence share all three."""
    node, position, exact = (names.passage(iri + end) for end in ("", "-position", "-quote"))
    number, start, end = (integer(value) for value in (claim.sentence, claim.start, claim.end))
    parts = ((HAS_SELECTOR, position), (HAS_SELECTOR, exact), (HAS_SOURCE, article))
    sentence = stated(node, ((TYPE, SPECIFIC_RESOURCE), (names.term("sentence"), number), *parts))
    place = stated(position, ((TYPE, POSITION_SELECTOR), (START, start), (END, end)))
    return sentence + place + stated(exact, ((TYPE, QUOTE_SELECTOR), (EXACT, text(claim.quote))))


def _own(event: Event) -> bool:
    """Whether an event is one document's alone."""
    return len(set(event.documents)) == 1


def _told(event: Event, article: Node, names: Namer) -> Iterator[Statement]:
    """What a document's graph says of an event: that the document is a source, and all the rest if it is the document's alone."""
    if _own(event):
        yield from _event(event, names)
    yield names.happening(event.id), PRIMARY_SOURCE, article


def _event(event: Event, names: Namer) -> Iterator[Statement]:
    node = names.happening(event.id)
    yield node, TYPE, names.term(event.type)
    yield node, names.term("status"), names.term(event.status)
    for role, filler in event.parts:
        yield node, names.term(role), names.entity(filler)
    for predicate, value in _time(event.time, names):
        yield node, predicate, value


def _time(time: Time | None, names: Namer) -> Iterator[Fact]:
    if time is None:
        return
    yield names.term("when"), typed(time.edtf, EDTF)
    if time.earliest:
        yield names.term("earliest"), date(time.earliest)
    if time.latest:
        yield names.term("latest"), date(time.latest)


def _fragment(span: Span) -> Node:
    """RFC 5147: positions between characters, so start and end as in Python."""
    found = f'"char={span.start},{span.end}"'
    return Node(found, found)
