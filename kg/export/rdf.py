"""The statements in the formats of RDF, as pyoxigraph writes them, in the order of ``kg.write``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.export.source import Source
from kg.export.text import legal
from kg.write import vocabulary as v
from kg.write.files import merged

REIFIES = ox.NamedNode(v.RDF + "reifies")
_ENDS = {end.value for end in (v.SUBJECT, v.PREDICATE, v.OBJECT)}


def turtle(source: Source) -> bytes:
    """All graphs merged, as Turtle."""
    return _written(merged(source.quads), ox.RdfFormat.TURTLE, source)


def trig(source: Source) -> bytes:
    """Each document in a graph of its own, as TriG."""
    return _written(source.quads, ox.RdfFormat.TRIG, source)


def ntriples(source: Source) -> bytes:
    """All graphs merged, as N-Triples."""
    return _written(merged(source.quads), ox.RdfFormat.N_TRIPLES, source)


def nquads(source: Source) -> bytes:
    """Each document in a graph of its own, as N-Quads."""
    return _written(source.quads, ox.RdfFormat.N_QUADS, source)


def rdfxml(source: Source) -> bytes:
    """All graphs merged, as RDF/XML; a character that XML cannot hold becomes U+FFFD."""
    return _written([_without_controls(triple) for triple in merged(source.quads)], ox.RdfFormat.RDF_XML, source)


def turtle12(source: Source) -> bytes:
    """All graphs merged, as Turtle of RDF 1.2: a claim reifies the triple term ``<<( subject relation object )>>``.

    It is said or not said beside that exactly as in the other formats, since a triple term asserts nothing.
    """
    return _written(list(_reified(merged(source.quads))), ox.RdfFormat.TURTLE, source)


def _written(statements: Iterable[ox.Triple] | Iterable[ox.Quad], form: ox.RdfFormat, source: Source) -> bytes:
    names = source.prefixes if form not in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS) else None
    return ox.serialize(statements, format=form, prefixes=names) or b""


def _without_controls(triple: ox.Triple) -> ox.Triple:
    value = triple.object
    if not isinstance(value, ox.Literal) or legal(value.value) == value.value:
        return triple
    plain = value.language is None
    clean = ox.Literal(legal(value.value), datatype=value.datatype) if plain else ox.Literal(legal(value.value), language=value.language)
    return ox.Triple(triple.subject, triple.predicate, clean)


def _reified(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples, with the three ends of each claim as one triple term in the place of the last."""
    ends: dict[str, ox.Triple] = {}
    for triple in triples:
        if triple.predicate.value not in _ENDS:
            yield triple
            continue
        ends[triple.predicate.value] = triple
        if len(ends) == len(_ENDS):
            yield ox.Triple(triple.subject, REIFIES, _term(ends))
            ends = {}


def _term(ends: dict[str, ox.Triple]) -> ox.Triple:
    subject, predicate, value = (ends[end.value].object for end in (v.SUBJECT, v.PREDICATE, v.OBJECT))
    return ox.Triple(subject, predicate, value)  # type: ignore[arg-type]  # kg.write gives them IRIs
