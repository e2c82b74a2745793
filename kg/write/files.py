"""The graph as files: ``graph.ttl``, ``graph.trig`` and ``documents.jsonl``, the same bytes for the same graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology.schema import Schema
from kg.values import Document, Graph
from kg.write.iri import BASE
from kg.write.quads import to_quads
from kg.write.vocabulary import prefixes, whole

TURTLE, TRIG, DOCUMENTS = "graph.ttl", "graph.trig", "documents.jsonl"


def write_graph(graph: Graph, folder: Path, *, schema: Schema, base: str = BASE) -> list[ox.Quad]:
    """Writes the three files into ``folder`` and gives the quads they hold, ready for a store.

    All are written beside their place first and then renamed, so that a failure leaves the older files whole.
    Raises StoreError where the folder cannot be written.
    """
    quads = to_quads(graph, base=base, schema=schema)
    names = prefixes(base, schema.namespace)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = {name: folder / f".{name}.new" for name in (TURTLE, TRIG, DOCUMENTS)}
        ox.serialize(merged(quads), str(fresh[TURTLE]), ox.RdfFormat.TURTLE, prefixes=names)
        ox.serialize(quads, str(fresh[TRIG]), ox.RdfFormat.TRIG, prefixes=names)
        fresh[DOCUMENTS].write_bytes(b"".join(document_lines(graph.documents)))
        for name, path in fresh.items():
            path.replace(folder / name)
    except OSError as error:
        raise StoreError(f"{folder}: the graph cannot be written: {error}") from error
    return quads


def merged(quads: Sequence[ox.Quad]) -> list[ox.Triple]:
    """The triples of all graphs together, in the order of the quads: entities first, then document by document.

    Nothing is there twice, because ``to_quads`` says no triple in two graphs.
    """
    return [quad.triple for quad in quads]


def read_triples(folder: Path) -> Iterator[ox.Triple]:
    """The triples that ``write_graph`` left in ``folder``; StoreError where its file cannot be read."""
    path = folder / TURTLE
    try:
        yield from (quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{path}: the graph cannot be read: {error}") from error


def document_lines(documents: Iterable[Document]) -> Iterator[bytes]:
    """One line of JSON a document, by id, with the text that every offset counts in."""
    for document in sorted(documents, key=lambda document: document.id):
        yield whole(json.dumps(_document(document), ensure_ascii=False)).encode() + b"\n"


def _document(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "publisher": document.publisher,
        "url": document.url,
        "text": document.text,
        "dateEvidence": document.date_evidence,
        "source": document.source,
        "digest": document.digest,
        "blocks": [[block.kind, block.start, block.end] for block in document.blocks],
    }
