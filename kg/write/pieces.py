"""The files of a graph in pieces: one an entity with its plain triples, one a document; set one after the other they are the whole.

That is so because what is said stands in the order of graph and subject, and because the writer begins anew with each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.ontology.schema import Schema
from kg.values import Entity, Graph
from kg.write.files import document_lines
from kg.write.iri import article_iri, entity_iri
from kg.write.statements import TOLD_AS_SO, document_turtle, entity_statements
from kg.write.turtle import Namer, in_order, within, written

Triple = tuple[str, str, str]


class Piece(NamedTuple):
    """A part of the files: of ``graph.ttl``, of ``graph.trig`` without its prefixes, and the line of ``documents.jsonl`` if it has one."""

    iri: str
    turtle: bytes
    trig: bytes
    line: bytes


NOTHING = Piece("", b"", b"", b"")


class Writer:
    """Makes pieces for one base and one ontology."""

    def __init__(self, schema: Schema, base: str) -> None:
        self._base, self._names = base, Namer(base, schema.namespace)

    def document(self, graph: Graph) -> Piece:
        """The piece of a graph of one document, whose events are its alone; plain triples are left out."""
        (document,) = graph.documents
        turtle = document_turtle(document.id, graph, self._names)
        trig = within(self._names.article(document.id), turtle)
        return Piece(article_iri(document.id, self._base), turtle.encode(), trig.encode(), b"".join(document_lines([document])))

    def entity(self, entity: Entity, triples: Iterable[Triple]) -> Piece:
        """The piece of an entity and of the plain triples of which it is the subject."""
        name, term = self._names.entity, self._names.term
        plain = ((name(subject), term(predicate), name(obj)) for subject, predicate, obj in triples)
        turtle = written(in_order([*entity_statements(entity, self._names), *plain])).encode()
        return Piece(entity_iri(entity.id, self._base), turtle, turtle, b"")

    def header(self) -> bytes:
        """What stands before the pieces in a file that has any."""
        return self._names.header().encode()


def plain_triples(graph: Graph) -> list[Triple]:
    """What the claims of a graph tell as so, each once."""
    return sorted({(claim.subject, claim.property, claim.object) for claim in graph.claims if claim.status in TOLD_AS_SO})
