"""All measures of one graph, as values that a report and a page can show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from kg.network import centrality
from kg.network import communities as groups_of
from kg.network.graph import Floats, Outline, ties, undirected
from kg.values import Graph

DIGITS = 9


@dataclass(frozen=True, slots=True)
class Actor:
    """How central one entity is: its number of neighbours, PageRank and betweenness, and its community (None where untied)."""

    entity: str
    degree: int
    pagerank: float
    betweenness: float
    community: int | None


@dataclass(frozen=True, slots=True)
class Broker:
    """An entity that joins communities: betweenness, and how evenly its ties spread over the communities (0 to 1)."""

    entity: str
    betweenness: float
    participation: float


@dataclass(frozen=True, slots=True)
class Community:
    """A group of entities with more ties inside than outside; ``topics`` are the one or two members that name it."""

    index: int
    members: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """By which classes a community is named: first what it is about, then which body stands for it."""

    subjects: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Measures:
    """What the shape of a graph tells. ``actors`` follow ``Graph.entities``, brokers and communities go by weight."""

    actors: tuple[Actor, ...]
    brokers: tuple[Broker, ...]
    communities: tuple[Community, ...]
    modularity: float

    def top(self, count: int) -> tuple[Actor, ...]:
        """The ``count`` most central actors that have a tie, by PageRank, then degree, then id."""
        tied = [a for a in self.actors if a.degree]
        return tuple(sorted(tied, key=lambda a: (-a.pagerank, -a.degree, a.entity))[:count])


def measure(graph: Graph | Outline, naming: Naming | None = None) -> Measures:
    """All measures of ``graph``; the same graph gives the same values in every process. Denied claims do not count."""
    directed = ties(graph)
    pairs = undirected(directed)
    ids = [e.id for e in graph.entities]
    groups = groups_of.communities(pairs)
    of = groups_of.membership(pairs.count, groups)
    degree, rank, between = centrality.degree(pairs), centrality.pagerank(directed), centrality.betweenness(pairs)
    actors = tuple(
        Actor(ids[i], int(degree[i]), _round(rank[i]), _round(between[i]), int(of[i]) if of[i] >= 0 else None) for i in range(len(ids))
    )
    spread = groups_of.participation(pairs, of)
    brokers = [Broker(ids[i], _round(between[i]), _round(spread[i])) for i in groups_of.connectors(pairs, of)]
    brokers.sort(key=lambda b: (-b.betweenness, -b.participation, b.entity))
    typical = _typical(*groups_of.inside_weight(pairs, of), _told(graph))
    named = tuple(
        Community(n, tuple(ids[i] for i in group), _topics(graph, group, typical=typical, naming=naming or Naming()))
        for n, group in enumerate(groups)
    )
    return Measures(actors, tuple(brokers), named, _round(groups_of.modularity(pairs, groups)))


def _round(value: float) -> float:
    return round(float(value), DIGITS)


def _typical(inside: Floats, total: Floats, told: Floats) -> Floats:
    """How well a member stands for its group: much tied inside it, little outside (inside² / all), and by many documents, not one."""
    return np.asarray(np.sqrt(inside * inside / total.clip(min=1.0) * told))


def _told(graph: Graph | Outline) -> Floats:
    """In how many documents each entity is told of."""
    told = Counter(end for end, _ in {(end, claim.document) for claim in graph.claims for end in (claim.subject, claim.object)})
    return np.array([told[entity.id] for entity in graph.entities], dtype=np.float64)


def _topics(graph: Graph | Outline, group: tuple[int, ...], *, typical: Floats, naming: Naming) -> tuple[str, ...]:
    """The most typical member of the subject classes, then that of the bodies; where a kind is missing, the next most typical."""
    order = sorted(group, key=lambda i: (-typical[i], graph.entities[i].id))
    subject = next((i for i in order if graph.entities[i].type in naming.subjects), order[0])
    rest = [i for i in order if i != subject]
    body = next((i for i in rest if graph.entities[i].type in naming.bodies), rest[0] if rest else None)
    return tuple(graph.entities[i].id for i in (subject, body) if i is not None)
