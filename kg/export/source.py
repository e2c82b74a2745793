"""What is exported: the statements of a built graph, and the same as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology.schema import Schema
from kg.values import Document, Graph
from kg.write.files import DOCUMENTS, TRIG
from kg.write.quads import in_order
from kg.write.restore import graph_from, read_documents
from kg.write.vocabulary import prefixes


@dataclass(frozen=True)
class Source:
    """A graph to export; ``quads`` stand in the order of ``kg.write``, so every format has the same bytes for the same graph."""

    quads: Sequence[ox.Quad]
    documents: tuple[Document, ...]
    schema: Schema
    base: str

    @cached_property
    def graph(self) -> Graph:
        """The same as values; StoreError where the statements are no graph that kg wrote."""
        return graph_from(self.quads, self.documents, schema=self.schema, base=self.base)

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix to IRI."""
        return prefixes(self.base, self.schema.namespace)


def read_source(folder: Path, *, schema: Schema, base: str) -> Source:
    """The graph that lies in ``folder``; StoreError where a file is absent or broken."""
    documents = read_documents(folder / DOCUMENTS)
    try:
        quads = [quad for quad in ox.parse(path=str(folder / TRIG), format=ox.RdfFormat.TRIG) if isinstance(quad, ox.Quad)]
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{folder / TRIG}: cannot be read as TriG: {error}") from error
    return Source(in_order(quads), documents, schema, base)
