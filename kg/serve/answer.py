"""A query's answer in the format that its client wants; runs in a child process."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import UsageError
from kg.ontology.questions import syntax_place
from kg.query.guard import Surface, look
from kg.serve import media
from kg.serve.errors import NoAnswerError

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
INLINE = 1024 * 1024
_TABLES = {
    media.JSON: ox.QueryResultsFormat.JSON,
    media.XML: ox.QueryResultsFormat.XML,
    media.CSV: ox.QueryResultsFormat.CSV,
    media.TSV: ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    media.TURTLE: ox.RdfFormat.TURTLE,
    media.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    media.JSON_LD: ox.RdfFormat.JSON_LD,
    media.RDF_XML: ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class Job:
    """A query as a client put it; ``default`` and ``named`` are the graphs of the protocol, None where it says nothing of either.

    ``spill`` is the file for an answer that is too large for memory.
    """

    query: str
    accept: str | None = None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    spill: str = ""


class Sink(io.BytesIO):
    """Takes the bytes of an answer, in memory first and then in a file; NoAnswerError 413 beyond ``most``."""

    def __init__(self, spill: str, most: int) -> None:
        super().__init__()
        self.held, self.size = bytearray(), 0
        self._spill, self._most = Path(spill), most
        self._file: io.BufferedWriter | None = None

    def write(self, data: Any, /) -> int:
        """Takes in more bytes."""
        piece = bytes(data)
        self.size += len(piece)
        if self.size > self._most:
            told = f"the answer has more than {self._most // 1024 / 1024:g} MiB; ask for less, for example with LIMIT"
            raise NoAnswerError(413, told)
        self.held += piece
        if len(self.held) > INLINE:
            self._flush_to_file()
        return len(piece)

    def finish(self) -> bytes:
        """The bytes, or nothing where they are in the file."""
        if self._file is None:
            return bytes(self.held)
        self._flush_to_file()
        self._file.close()
        return b""

    @property
    def spilled(self) -> bool:
        """Whether the bytes are in the file."""
        return self._file is not None

    def _flush_to_file(self) -> None:
        if self._file is None:
            self._file = self._spill.open("xb")
        self._file.write(self.held)
        self.held.clear()


def answer(store: ox.Store, job: Job, prefixes: Mapping[str, str], sink: Sink) -> str:
    """Writes the answer into ``sink`` and gives its media type.

    Raises NoAnswerError with the status of the protocol where it cannot be answered.
    """
    surface = _surface(job.query, prefixes)
    _check_graphs(store, [*surface.graphs, *(job.default or ()), *(job.named or ())])
    try:
        results = _ask(store, job, prefixes, told=surface.dataset)
        return _write(results, job.accept, prefixes, sink)
    except SyntaxError as error:
        line, column, message = syntax_place(error)
        raise NoAnswerError(400, f"malformed SPARQL at line {line}, column {column}: {message}") from None
    except MemoryError:
        raise NoAnswerError(503, "this query needs more memory than a query may have") from None
    except (ValueError, RuntimeError, OSError) as error:
        raise NoAnswerError(500, f"this query cannot be answered: {error}") from None


def _surface(sparql: str, prefixes: Mapping[str, str]) -> Surface:
    try:
        return look(sparql, prefixes)
    except UsageError as error:
        raise NoAnswerError(403, str(error)) from None


def _ask(store: ox.Store, job: Job, prefixes: Mapping[str, str], *, told: bool) -> Results:
    """Without a dataset in query or protocol, all graphs together; the protocol's goes before the query's."""
    if job.default is None and job.named is None:
        return store.query(job.query, prefixes=dict(prefixes), use_default_graph_as_union=not told)
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.NamedNode(iri) for iri in job.default or ()]
    named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri) for iri in job.named or ()]
    return store.query(job.query, prefixes=dict(prefixes), default_graph=default, named_graphs=named)


def _write(results: Results, accept: str | None, prefixes: Mapping[str, str], sink: Sink) -> str:
    if isinstance(results, ox.QueryTriples):
        chosen = media.choose(accept, media.GRAPHS)
        ox.serialize(results, sink, _GRAPHS[media.GRAPHS[chosen]], prefixes=dict(prefixes))
        return chosen
    chosen = media.choose(accept, media.TABLES)
    results.serialize(sink, _TABLES[media.TABLES[chosen]])
    return chosen


def _check_graphs(store: ox.Store, iris: list[str]) -> None:
    for iri in iris:
        try:
            known = store.contains_named_graph(ox.NamedNode(iri))
        except ValueError:
            raise NoAnswerError(400, f"{iri[:200]!r} is no IRI, so it names no graph") from None
        if not known:
            raise NoAnswerError(400, f"<{iri[:200]}> is no graph of this store, and nothing is fetched from elsewhere")
