"""The graph back from its files or quads: the inverse of ``write_graph``."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology.schema import Schema
from kg.values import Block, Claim, Document, Entity, Event, Graph, Part, Span, Succession, Term, Time
from kg.write import vocabulary as v
from kg.write.files import DOCUMENTS, TRIG
from kg.write.iri import ARTICLE, BASE, HAPPENING, KINDS, PASSAGE, check_base, id_of
from kg.write.quads import FRAGMENT, MARKS

Values = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


def read_graph(folder: Path, *, schema: Schema, base: str = BASE) -> Graph:
    """The graph that ``write_graph`` wrote into ``folder`` with the same ontology and base.

    An entity's further names and an event's parts come back sorted. Raises StoreError where a file is absent or broken, or where the
    offsets of a claim do not cut its quote from the document's text.
    """
    documents = read_documents(folder / DOCUMENTS)
    try:
        quads = list(ox.parse(path=str(folder / TRIG), format=ox.RdfFormat.TRIG))
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{folder / TRIG}: cannot be read as TriG: {error}") from error
    return graph_from(quads, documents, schema=schema, base=base)


def read_documents(path: Path) -> tuple[Document, ...]:
    """The documents of a ``documents.jsonl``, by id; StoreError with file and line where it is broken."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error}") from error
    found = [_document(line, f"{path}:{number}") for number, line in enumerate(lines, 1)]
    return tuple(sorted(found, key=lambda document: document.id))


def graph_from(quads: Iterable[object], documents: Iterable[Document], *, schema: Schema, base: str = BASE) -> Graph:
    """The graph that ``quads`` state, with the texts of ``documents``; quads of a store or of a file alike."""
    nodes = _Nodes(quads, check_base(base), schema)
    texts = {document.id: document for document in documents}
    claims = sorted(nodes.claims(), key=lambda claim: (claim.document, claim.start, claim.id))
    for claim in claims:
        _check(claim, texts)
    mentions = nodes.mentions()
    return Graph(
        tuple(texts[id] for id in sorted(texts)),
        tuple(sorted(nodes.entities(), key=lambda entity: entity.id)),
        tuple(claims),
        tuple(sorted(nodes.events(), key=lambda event: event.id)),
        tuple((id, mentions.get(id, ())) for id in sorted(texts)),
    )


def _check(claim: Claim, documents: Mapping[str, Document]) -> None:
    document = documents.get(claim.document)
    if document is None:
        raise StoreError(f"claim {claim.id}: its document {claim.document!r} is not in {DOCUMENTS}")
    cut = v.whole(document.text)[claim.start : claim.end]
    if cut != claim.quote:
        raise StoreError(f"claim {claim.id}: characters {claim.start} to {claim.end} of {document.id!r} are {cut!r}, not {claim.quote!r}")


def _document(line: bytes, where: str) -> Document:
    try:
        told = json.loads(line)
        blocks = tuple(Block(kind, start, end) for kind, start, end in told["blocks"])
        date = dt.date.fromisoformat(told["date"]) if told["date"] else None
        origin = (told["dateEvidence"], told["publisher"], told["url"], told["source"])
        return Document(told["id"], told["title"], told["text"], blocks, date, *origin)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{where}: is no document that kg wrote: {error!r}") from error


class _Nodes:
    """The statements of a graph by kind of node."""

    def __init__(self, quads: Iterable[object], base: str, schema: Schema) -> None:
        self.base, self.namespace, self.schema = base, schema.namespace, schema
        self.facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if isinstance(quad, ox.Quad) and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                self.facts[quad.subject.value][quad.predicate.value].append(quad.object)

    def entities(self) -> Iterator[Entity]:
        """The entities of the graph."""
        for iri, facts in self.facts.items():
            if self._is_entity(iri):
                yield self._entity(iri, facts)

    def claims(self) -> Iterator[Claim]:
        """The claims of the graph."""
        for iri, facts in self.facts.items():
            if v.PREDICATE.value in facts:
                with _sound(iri):
                    claim = self._claim(facts)
                yield claim

    def events(self) -> Iterator[Event]:
        """The n-ary events of the graph."""
        for iri, facts in self.facts.items():
            if iri.startswith(self.base + HAPPENING):
                with _sound(iri):
                    event = self._event(iri, facts)
                yield event

    def mentions(self) -> dict[str, tuple[str, ...]]:
        """For each document that names any, the ids of its entities."""
        told = {id_of(iri, self.base, ARTICLE): facts for iri, facts in self.facts.items() if iri.startswith(self.base + ARTICLE)}
        return {id: tuple(sorted(self._ids(facts, v.MENTIONS.value))) for id, facts in told.items()}

    def _is_entity(self, iri: str) -> bool:
        if not iri.startswith(self.base) or "+" in iri.removeprefix(self.base):
            return False
        return not iri.startswith(tuple(self.base + kind for kind in KINDS))

    def _entity(self, iri: str, facts: Values) -> Entity:
        labels = {value.language: value.value for value in facts.get(v.PREF_LABEL.value, ()) if isinstance(value, ox.Literal)}
        names = tuple(sorted(value.value for value in facts.get(v.ALT_LABEL.value, ())))
        same_as = tuple(sorted(value.value for value in facts.get(v.EXACT_MATCH.value, ())))
        told = (labels.get("ko", ""), labels.get("en"), names, same_as)
        with _sound(iri):
            broader = tuple(sorted(id_of(value.value, self.base) for value in facts.get(v.BROADER.value, ())))
            known = (tuple(sorted(self._successions(facts))), tuple(sorted(self._terms(facts), key=str)), broader)
        return Entity(id_of(iri, self.base), self._term(facts, v.TYPE.value), *told, *known)

    def _successions(self, facts: Values) -> Iterator[Succession]:
        for node in facts.get(v.CHANGED_BY.value, ()):
            change = self.facts[node.value]
            yield Succession(self._id(change, v.RESULTING.value), _day(_first(change, v.DATE_OF.value)))

    def _terms(self, facts: Values) -> Iterator[Term]:
        for node in facts.get(v.HAS_MEMBERSHIP.value, ()):
            term = self.facts[node.value]
            days = (_day(_first(term, self._name(name))) for name in ("earliest", "latest"))
            yield Term(self._id(term, v.MEMBER_OF.value), _need(term, v.LABEL.value), *days)

    def _claim(self, facts: Values) -> Claim:
        target = _need(facts, v.HAS_TARGET.value)
        if not target.startswith(self.base + PASSAGE):
            raise StoreError(f"<{target}> is no sentence, which is the evidence of a claim; an older kg wrote this graph: build it again")
        evidence = self.facts[target]
        selectors = {key: value for node in evidence[v.HAS_SELECTOR.value] for key, value in self.facts[node.value].items()}
        subject, obj = self._id(facts, v.SUBJECT.value), self._id(facts, v.OBJECT.value)
        return Claim(
            id_of(_need(facts, v.PRIMARY_SOURCE.value), self.base, ARTICLE),
            subject,
            self._term(facts, v.PREDICATE.value),
            obj,
            self._term(facts, self._name("status")),
            int(_need(evidence, self._name("sentence"))),
            int(_need(selectors, v.START.value)),
            int(_need(selectors, v.END.value)),
            _need(selectors, v.EXACT.value),
            _need(facts, self._name("rule")),
            float(_need(facts, self._name("confidence"))),
            self._time(facts),
            _first(facts, self._name("role")),
            _first(facts, self._name("amount")),
            self._maybe_id(facts, self._name("attributedTo")),
            self._maybe_id(facts, self._name("event"), HAPPENING),
            *(_span(_first(facts, self._name(name))) for name in MARKS),
        )

    def _event(self, iri: str, facts: Values) -> Event:
        parts = [Part(role, id) for role in self.schema.roles for id in self._ids(facts, self._name(role))]
        documents = [id_of(node.value, self.base, ARTICLE) for node in facts.get(v.PRIMARY_SOURCE.value, ())]
        kind, status = self._term(facts, v.TYPE.value), self._term(facts, self._name("status"))
        return Event(id_of(iri, self.base, HAPPENING), kind, tuple(sorted(parts)), tuple(sorted(documents)), self._time(facts), status)

    def _name(self, term: str) -> str:
        return self.namespace + term

    def _term(self, facts: Values, predicate: str) -> str:
        return _need(facts, predicate).removeprefix(self.namespace)

    def _id(self, facts: Values, predicate: str) -> str:
        return id_of(_need(facts, predicate), self.base)

    def _maybe_id(self, facts: Values, predicate: str, kind: str = "") -> str | None:
        found = _first(facts, predicate)
        return None if found is None else id_of(found, self.base, kind)

    def _ids(self, facts: Values, predicate: str) -> list[str]:
        return [id_of(value.value, self.base) for value in facts.get(predicate, ())]

    def _time(self, facts: Values) -> Time | None:
        edtf = _first(facts, self._name("when"))
        if edtf is None:
            return None
        earliest, latest = (_first(facts, self._name(name)) for name in ("earliest", "latest"))
        return Time(edtf, dt.date.fromisoformat(earliest) if earliest else None, dt.date.fromisoformat(latest) if latest else None)


@contextmanager
def _sound(iri: str) -> Iterator[None]:
    """A number, date or offset that is none is the fault of the file, so it is told as such."""
    try:
        yield
    except ValueError as error:
        raise StoreError(f"<{iri}>: {error}") from error


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _first(facts: Values, predicate: str) -> str | None:
    values = facts.get(predicate)
    return values[0].value if values else None


def _need(facts: Values, predicate: str) -> str:
    found = _first(facts, predicate)
    if found is None:
        raise StoreError(f"a node of the graph lacks <{predicate}>; was the file written by kg with this ontology and base?")
    return found


def _span(fragment: str | None) -> Span | None:
    if fragment is None:
        return None
    found = FRAGMENT.fullmatch(fragment)
    if not found:
        raise StoreError(f"{fragment!r} is no RFC 5147 fragment of the form char=start,end")
    return Span(int(found[1]), int(found[2]))
