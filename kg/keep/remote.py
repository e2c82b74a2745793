"""A graph on a SPARQL 1.1 server: asked by the Protocol, filled by Graph Store and Update.

All triples of a kg graph are in one named graph there, and every query names it as the only one, so that a server may hold other
things too, whatever it takes for its default graph. Which document told a triple is in ``prov:hadPrimarySource``, not in GRAPH.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice

import httpx
import pyoxigraph as ox

from kg.errors import StoreError
from kg.keep.address import Address
from kg.keep.wire import Wire, shown
from kg.write.vocabulary import TYPE

STAGING = "-incoming"
_TABLE = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.9"
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_COUNT = "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }"
_CUT = ("X-SPARQL-MaxRows", "X-SQL-State")  # how Virtuoso says that it left out some of an answer
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Remote:
    """A graph on a server, open to be asked and replaced."""

    def __init__(self, wire: Wire) -> None:
        self._wire, self.address = wire, wire.address

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> Answer:
        """The answer over the graph; SyntaxError, from here and not the server, where ``sparql`` is malformed.

        Raises StoreError where the server does not answer, or not with what SPARQL 1.1 says, or says that it cut the answer.
        """
        kind = ox.Store().query(sparql, prefixes=dict(prefixes))
        # In front of the first line, so that the line numbers of a server's message are those of the query.
        whole = "".join(f"PREFIX {name}: <{iri}> " for name, iri in prefixes.items()) + sparql
        accept = _TRIPLES if isinstance(kind, ox.QueryTriples) else _TABLE
        answer = self._ask(whole, self.address.graph, accept)
        try:
            return _triples(answer) if accept == _TRIPLES else _table(answer, yesno=isinstance(kind, ox.QueryBoolean))
        except (SyntaxError, ValueError) as error:
            said = answer.headers.get("Content-Type", "nothing")
            raise StoreError(f"{self.address.query}: a malformed answer ({error}), of type {said}: {shown(answer)}") from error

    def quads(
        self, subject: ox.NamedNode | None = None, predicate: ox.NamedNode | None = None, value: ox.NamedNode | ox.Literal | None = None
    ) -> Iterator[ox.Quad]:
        """The quads of the graph that have these ends; errors as of ``query``."""
        names = [str(term) if term else f"?{name}" for name, term in (("s", subject), ("p", predicate), ("o", value))]
        found = self.query(f"CONSTRUCT {{ {' '.join(names)} }} WHERE {{ {' '.join(names)} }}", {})
        graph = ox.NamedNode(self.address.graph)
        triples = found if isinstance(found, ox.QueryTriples) else ()
        return (ox.Quad(one.subject, one.predicate, one.object, graph) for one in triples)

    def check(self) -> None:
        """Raises StoreError unless the server answers queries, and lets this user update; nothing is changed."""
        self.count(self.address.graph)
        self._update(f"DROP SILENT GRAPH <{self.address.graph}-absent>")

    def replace(self, triples: Iterable[ox.Triple]) -> int:
        """Puts ``triples`` in the place of the graph, and gives their number.

        They go in batches into a graph beside it; when the server counts as many there as were sent, a single MOVE puts that in the
        place of the older. So whatever fails before leaves the older graph whole, and two builds at a time do not mix. The MOVE is
        atomic where the server does an update in one transaction, as SPARQL 1.1 asks for and Oxigraph does; Virtuoso's depends on
        its settings. Triples must have no blank node, since batches would tear it. Raises StoreError.
        """
        address, fresh = self.address, self.address.graph + STAGING
        self._update(f"DROP SILENT GRAPH <{fresh}>")
        try:
            sent = sum(self._upload(batch, fresh) for batch in _batches(triples, address.batch))
            found = self.count(fresh)
            if found != sent:
                more = f"does another build write <{fresh}>?"
                raise StoreError(f"{address.graphs}: {sent} triples were sent, but the server has {found}; {more}")
            self._update(f"MOVE GRAPH <{fresh}> TO GRAPH <{address.graph}>" if sent else f"DROP SILENT GRAPH <{address.graph}>")
        except StoreError:
            with suppress(StoreError):
                self._update(f"DROP SILENT GRAPH <{fresh}>")
            raise
        return sent

    def count(self, graph: str) -> int:
        """The triples of a graph of the server, which may be any."""
        answer = self._ask(_COUNT, graph, _TABLE)
        try:
            return int(_values(_table(answer, yesno=False), "count")[0])
        except (SyntaxError, ValueError, LookupError) as error:
            raise StoreError(f"{self.address.query}: this is no SPARQL 1.1 endpoint; it answers {shown(answer)}") from error

    def _ask(self, sparql: str, graph: str, accept: str) -> httpx.Response:
        answer = self._wire.post(self.address.query, {"query": sparql, "default-graph-uri": graph}, accept=accept)
        for name in _CUT:
            if name in answer.headers:
                more = "raise its limit, such as ResultSetMaxRows of Virtuoso, or ask for less"
                raise StoreError(f"{self.address.query}: the server left out rows of the answer ({name}: {answer.headers[name]}); {more}")
        return answer

    def _update(self, sparql: str) -> None:
        # Giving up would not stop the server, and leave unknown what it did; a MOVE copies the whole graph on some.
        self._wire.post(self.address.update, {"update": sparql}, patient=True)

    def _upload(self, batch: list[ox.Triple], graph: str) -> int:
        # N-Triples is Turtle, and that is the type that every graph store reads.
        body = ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b""
        url = httpx.URL(self.address.graphs).copy_merge_params({self.address.parameter: graph})
        self._wire.post(str(url), body, type="text/turtle")
        return len(batch)


@contextmanager
def open_remote(address: Address) -> Iterator[Remote]:
    """The graph at ``address``; the connection is closed afterwards."""
    with Wire(address) as wire:
        yield Remote(wire)


def base_of(store: Remote, article: str, namespace: str) -> str | None:
    """What every IRI of the graph begins with, seen from a document of it, whose IRI has ``article`` after it; None where it has none."""
    sparql = f"SELECT ?article WHERE {{ ?article {TYPE} <{namespace}Article> }} LIMIT 1"
    iris = _values(store.query(sparql, {}), "article")
    base, found, _ = iris[0].partition(article) if iris else ("", "", "")
    return base if found else None


def _values(answer: Answer, column: str) -> list[str]:
    rows = answer if isinstance(answer, ox.QuerySolutions) else ()
    terms = [row[column] for row in rows]
    return [term.value for term in terms if isinstance(term, ox.NamedNode | ox.Literal)]


def _batches(triples: Iterable[ox.Triple], size: int) -> Iterator[list[ox.Triple]]:
    rest = iter(triples)
    while batch := list(islice(rest, size)):
        yield batch


def _table(answer: httpx.Response, *, yesno: bool) -> ox.QuerySolutions | ox.QueryBoolean:
    found = ox.parse_query_results(answer.content, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QuerySolutions) and yesno:
        # Virtuoso answers ASK with a table of one column: one row for true, none for false.
        if [variable.value for variable in found.variables] != ["__ASK_RETVAL"]:
            raise ValueError("a table where true or false was asked for")
        said = b'{"head":{},"boolean":true}' if list(found) else b'{"head":{},"boolean":false}'
        return ox.parse_query_results(said, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean) and not yesno:
        raise ValueError("true or false where a table was asked for")
    return found


def _triples(answer: httpx.Response) -> Answer:
    """The triples of the answer as Oxigraph would give them: by way of a store of their own."""
    store = ox.Store()
    store.bulk_load(answer.content, format=ox.RdfFormat.TURTLE)
    return store.query(_EVERYTHING)
