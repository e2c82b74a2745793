"""The technologies that the authority file knows as a SKOS scheme, in Turtle."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.export.source import Source
from kg.ontology.authority import Authority, Row, load_authority
from kg.ontology.load import TECHNOLOGY
from kg.write import vocabulary as v
from kg.write.quads import Namer, in_order, other_name

# The scheme's name among the terms of the ontology.
SCHEME = "technologies"


def scheme(source: Source) -> bytes:
    """Every technology as a concept of the scheme, with labels, and with its broader and narrower terms in both directions.

    A concept has the IRI that the thing has in the graph, whether or not a document names it. One without a broader term is at the top.
    """
    schema = source.schema
    authority = load_authority(schema.path.parent / "authority", {cls.name for cls in schema.entity_types})
    quads = in_order(_scheme(authority, Namer(source.base, schema.namespace)))
    prefixes = {"tp": schema.namespace, "skos": v.SKOS, "wd": v.WIKIDATA}
    return ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""


def _scheme(authority: Authority, names: Namer) -> Iterator[ox.Quad]:
    whole = names.term(SCHEME)
    yield ox.Quad(whole, v.TYPE, v.SCHEME)
    for row in authority.rows.values():
        if row.type == TECHNOLOGY:
            yield from _concept(row, names, whole)


def _concept(row: Row, names: Namer, whole: ox.NamedNode) -> Iterator[ox.Quad]:
    node = names.entity(row.id)
    yield ox.Quad(node, v.TYPE, names.term(row.type))
    yield ox.Quad(node, v.TYPE, v.CONCEPT)
    yield ox.Quad(node, v.IN_SCHEME, whole)
    yield from _labels(row, node)
    if row.wikidata:
        yield ox.Quad(node, v.EXACT_MATCH, ox.NamedNode(v.WIKIDATA + row.wikidata))
    if row.parent:
        yield ox.Quad(node, v.BROADER, names.entity(row.parent))
        yield ox.Quad(names.entity(row.parent), v.NARROWER, node)
    else:
        yield ox.Quad(node, v.TOP_OF, whole)
        yield ox.Quad(whole, v.HAS_TOP, node)


def _labels(row: Row, node: ox.NamedNode) -> Iterator[ox.Quad]:
    yield ox.Quad(node, v.PREF_LABEL, v.literal(row.ko, language="ko"))
    if row.en:
        yield ox.Quad(node, v.PREF_LABEL, v.literal(row.en, language="en"))
    for alias in row.aliases:
        if alias not in (row.ko, row.en):
            yield ox.Quad(node, v.ALT_LABEL, other_name(alias))
