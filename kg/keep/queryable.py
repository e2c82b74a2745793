"""What can be asked: the embedded store, or a server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox


class Queryable(Protocol):
    """What the questions need of a store, wherever it is."""

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer over the whole graph; SyntaxError where ``sparql`` is malformed."""
        ...

    def quads(
        self, subject: ox.NamedNode | None = None, predicate: ox.NamedNode | None = None, value: ox.NamedNode | ox.Literal | None = None
    ) -> Iterator[ox.Quad]:
        """The quads that have these ends."""
        ...
