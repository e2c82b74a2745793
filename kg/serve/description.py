"""What the server says of itself: the endpoint in the vocabulary of SPARQL 1.1 Service Description, and the ontology."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.serve import media
from kg.write.vocabulary import TYPE

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_WRITERS = {
    media.TURTLE: ox.RdfFormat.TURTLE,
    media.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    media.JSON_LD: ox.RdfFormat.JSON_LD,
    media.RDF_XML: ox.RdfFormat.RDF_XML,
}


def describe(endpoint: str, accept: str | None) -> tuple[str, bytes]:
    """The media type that the client wants and the description in it; NoAnswerError 406 where it can have none."""
    chosen = media.choose(accept, media.GRAPHS)
    body = ox.serialize(_triples(endpoint), format=_WRITERS[media.GRAPHS[chosen]], prefixes={"sd": SD})
    return chosen, body or b""


def as_data(path: Path, chosen: str) -> bytes:
    """The Turtle file ``path``, the ontology's, in the media type ``chosen``; as it is, with its comments, where that is Turtle."""
    if media.GRAPHS[chosen] == media.TURTLE:
        return path.read_bytes()
    triples = (quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad))
    return ox.serialize(triples, format=_WRITERS[media.GRAPHS[chosen]]) or b""


def _triples(endpoint: str) -> list[ox.Triple]:
    service = ox.NamedNode(endpoint)
    told = [("endpoint", endpoint), ("supportedLanguage", SD + "SPARQL11Query"), ("feature", SD + "UnionDefaultGraph")]
    told += [("resultFormat", FORMATS + name) for name in _RESULTS]
    facts = [ox.Triple(service, ox.NamedNode(SD + name), ox.NamedNode(value)) for name, value in told]
    return [ox.Triple(service, TYPE, ox.NamedNode(SD + "Service")), *facts]
