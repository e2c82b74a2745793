"""The graph of claims as networkx and numpy see it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.values import Graph

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A denied relation joins nobody: it is drawn and listed, but gives no centrality and no community.
TYING = ("actual", "ongoing", "planned")


class Point(NamedTuple):
    """An entity in outline."""

    id: str
    type: str


class Line(NamedTuple):
    """A claim in outline."""

    document: str
    subject: str
    object: str
    status: str


class Outline(NamedTuple):
    """All of a graph that its shape depends on: it goes to another process in a tenth of the time."""

    entities: tuple[Point, ...]
    claims: tuple[Line, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """Who is tied to whom: positions in ``Graph.entities`` with the number of claims, each directed pair once, sorted."""

    count: int
    source: Ints
    target: Ints
    weight: Floats


def to_networkx(graph: Graph) -> Any:
    """The graph as an ``nx.MultiDiGraph``: a node for each entity (type, label), an edge keyed by claim id for each claim."""
    net: Any = nx.MultiDiGraph()
    net.add_nodes_from((e.id, {"type": e.type, "label": e.ko}) for e in graph.entities)
    net.add_edges_from(
        (c.subject, c.object, c.id, {"property": c.property, "status": c.status, "document": c.document}) for c in graph.claims
    )
    return net


def outline(graph: Graph) -> Outline:
    """The outline of a graph, whose measures and places are those of the graph."""
    points = tuple(Point(e.id, e.type) for e in graph.entities)
    return Outline(points, tuple(Line(c.document, c.subject, c.object, c.status) for c in graph.claims))


def ties(graph: Graph | Outline, statuses: tuple[str, ...] = TYING) -> Ties:
    """The directed ties of all claims of ``statuses``, by default those not denied; a claim about a thing and itself gives none."""
    place = {id: i for i, id in enumerate(e.id for e in graph.entities)}
    pairs = Counter((place[c.subject], place[c.object]) for c in graph.claims if c.status in statuses and c.subject != c.object)
    rows = sorted(pairs)
    return Ties(
        len(graph.entities),
        np.array([s for s, _ in rows], dtype=np.int64),
        np.array([t for _, t in rows], dtype=np.int64),
        np.array([pairs[row] for row in rows], dtype=np.float64),
    )


def undirected(directed: Ties) -> Ties:
    """The same ties without direction: each pair once, the smaller position first, weights added."""
    low, high = np.minimum(directed.source, directed.target), np.maximum(directed.source, directed.target)
    key, inverse = np.unique(low * max(directed.count, 1) + high, return_inverse=True)
    weight = np.bincount(inverse, weights=directed.weight, minlength=len(key)).astype(np.float64)
    return Ties(directed.count, key // max(directed.count, 1), key % max(directed.count, 1), weight)


def both_ways(pairs: Ties) -> Ties:
    """Every undirected tie as two directed ones, sorted by source, then target."""
    source, target = np.concatenate([pairs.source, pairs.target]), np.concatenate([pairs.target, pairs.source])
    order = np.lexsort((target, source))
    return Ties(pairs.count, source[order], target[order], np.concatenate([pairs.weight, pairs.weight])[order])


def to_graph(pairs: Ties) -> Any:
    """Undirected ties as an ``nx.Graph`` over integers, whose hashes, unlike those of strings, are the same in every process."""
    net: Any = nx.Graph()
    ends = np.unique(np.concatenate([pairs.source, pairs.target]))
    net.add_nodes_from(ends.tolist())
    net.add_weighted_edges_from(zip(pairs.source.tolist(), pairs.target.tolist(), pairs.weight.tolist(), strict=True))
    return net
