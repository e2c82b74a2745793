"""The formats by name, and an export into a file or folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.export.drawing import gexf, graphml
from kg.export.jsonld import jsonld
from kg.export.nanopub import nanopub
from kg.export.neo4j import neo4j
from kg.export.rdf import nquads, ntriples, rdfxml, trig, turtle, turtle12
from kg.export.scheme import scheme
from kg.export.source import Source
from kg.export.tables import tables
from kg.export.void import FILE as VOID
from kg.export.void import Dump, void
from kg.ontology.schema import suggestion

W3C = "http://www.w3.org/ns/formats/"
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the files it has, what it is called, its media type and the W3C's IRI for it, if any.

    ``many`` says that it always needs a folder.
    """

    title: str
    media: str
    make: Callable[[Source], Files]
    feature: str | None = None
    many: bool = False


def _single(name: str, make: Callable[[Source], bytes]) -> Callable[[Source], Files]:
    return lambda source: {name: make(source)}


FORMATS: Mapping[str, Format] = {
    "turtle": Format("Turtle", "text/turtle", _single("graph.ttl", turtle), W3C + "Turtle"),
    "trig": Format("TriG, a graph a document", "application/trig", _single("graph.trig", trig), W3C + "TriG"),
    "ntriples": Format("N-Triples", "application/n-triples", _single("graph.nt", ntriples), W3C + "N-Triples"),
    "nquads": Format("N-Quads, a graph a document", "application/n-quads", _single("graph.nq", nquads), W3C + "N-Quads"),
    "jsonld": Format("JSON-LD 1.1, a graph a document", "application/ld+json", _single("graph.jsonld", jsonld), W3C + "JSON-LD"),
    "rdfxml": Format("RDF/XML", "application/rdf+xml", _single("graph.rdf", rdfxml), W3C + "RDF_XML"),
    "turtle12": Format("Turtle of RDF 1.2, claims as reified triples", "text/turtle", _single("graph12.ttl", turtle12)),
    "nanopub": Format("nanopublications in TriG, one a claim", "application/trig", _single("nanopubs.trig", nanopub)),
    "graphml": Format("GraphML: entities and claims", "application/xml", _single("graph.graphml", graphml)),
    "gexf": Format("GEXF 1.2, for Gephi", "application/xml", _single("graph.gexf", gexf)),
    "csv": Format("nodes.csv, edges.csv and claims.csv, for spreadsheets", "text/csv", tables, many=True),
    "neo4j": Format("CSV files and load.cypher, for Neo4j", "text/csv", neo4j, many=True),
    "skos": Format("SKOS scheme of all known technologies, broader and narrower", "text/turtle", _single("technologies.ttl", scheme)),
    "void": Format("VoID and DCAT description of the graph", "text/turtle", _single(VOID, void), W3C + "Turtle"),
}


def find_format(name: str) -> Format:
    """The format of that name; UsageError with the nearest where there is none."""
    if name not in FORMATS:
        raise UsageError(f"format {name!r} is none of {', '.join(FORMATS)}{suggestion(name, FORMATS)}")
    return FORMATS[name]


def export(source: Source, name: str, to: Path, *, folder: bool = False) -> list[Path]:
    """Writes the graph in format ``name`` and gives the files written.

    ``to`` is a folder if there is one, if the format needs one, or if ``folder`` says so; else it is the file. A folder gets a
    description of the data set too (``void.ttl``). Each file is written beside its place and renamed. Raises UsageError for an
    unknown format, StoreError where it cannot be written.
    """
    form = find_format(name)
    inside = folder or form.many or to.is_dir()
    if inside and to.is_file():
        raise UsageError(f"{to}: is a file, and {name} needs a folder here")
    files = dict(form.make(source))
    if inside:
        dumps = [Dump(file, len(data), form.media, form.feature) for file, data in files.items() if name != "void"]
        files.setdefault(VOID, void(source, dumps))
        return [_write(to / file, data) for file, data in files.items()]
    return [_write(to, next(iter(files.values())))]


def _write(path: Path, data: bytes) -> Path:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise StoreError(f"{path}: cannot be written: {error}") from error
    return path
