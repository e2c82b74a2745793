"""The files of a graph in pieces: one an entity with its plain triples, one a document; set one after the other they are the whole.

That is so because the quads stand in the order of graph and subject, and because the serialiser begins anew with each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from kg.ontology.schema import Schema
from kg.values import Entity, Graph
from kg.write.files import document_lines
from kg.write.iri import article_iri, entity_iri
from kg.write.quads import TOLD_AS_SO, Namer, document_quads, entity_quads, in_order
from kg.write.vocabulary import TYPE, prefixes

Triple = tuple[str, str, str]
_HEADER = re.compile(rb"(?:@prefix [^\n]*\n)*")


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
        self._schema, self._base = schema, base
        self._names = Namer(base, schema.namespace)
        self._prefixes = prefixes(base, schema.namespace)

    def document(self, graph: Graph) -> Piece:
        """The piece of a graph of one document, whose events are its alone; plain triples are left out."""
        (document,) = graph.documents
        trig = self._trig(document_quads(document.id, graph, self._names))
        return Piece(article_iri(document.id, self._base), _inside(trig), trig, b"".join(document_lines([document])))

    def entity(self, entity: Entity, triples: Iterable[Triple]) -> Piece:
        """The piece of an entity and of the plain triples of which it is the subject."""
        name, term = self._names.entity, self._names.term
        plain = (ox.Quad(name(subject), term(predicate), name(obj)) for subject, predicate, obj in triples)
        trig = self._trig(in_order([*entity_quads(entity, self._names), *plain]))
        return Piece(entity_iri(entity.id, self._base), trig, trig, b"")

    def header(self) -> bytes:
        """What stands before the pieces in a file that has any."""
        node = self._names.entity("x")
        return _header(self._text([ox.Quad(node, TYPE, node)]))

    def _trig(self, quads: Sequence[ox.Quad]) -> bytes:
        text = self._text(quads)
        return text[len(_header(text)) :]

    def _text(self, quads: Sequence[ox.Quad]) -> bytes:
        return ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=self._prefixes) or b""


def _header(text: bytes) -> bytes:
    found = _HEADER.match(text)
    return found[0] if found else b""


def _inside(trig: bytes) -> bytes:
    """The Turtle of a named graph: what its TriG has between the braces, a tab further in. No line begins inside a literal."""
    start, end = trig.index(b"\n"), trig.rindex(b"}")
    return trig[start:end].replace(b"\n\t", b"\n")[1:]


def plain_triples(graph: Graph) -> list[Triple]:
    """What the claims of a graph tell as so, each once."""
    return sorted({(claim.subject, claim.property, claim.object) for claim in graph.claims if claim.status in TOLD_AS_SO})
