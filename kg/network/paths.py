"""How two entities are joined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kg.errors import UsageError
from kg.network.graph import TYING
from kg.values import Claim, Entity, Graph


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path with the claims that tell it, in either direction."""

    start: str
    end: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one entity to another."""

    steps: tuple[Step, ...]

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities of the way, from start to end."""
        return (self.steps[0].start, *(s.end for s in self.steps)) if self.steps else ()


def named(graph: Graph, name: str) -> tuple[Entity, ...]:
    """The entities whose id, label or other name is ``name``, upper and lower case alike; an exact id alone wins."""
    exact = tuple(e for e in graph.entities if e.id == name)
    folded = name.strip().casefold()
    return exact or tuple(e for e in graph.entities if folded in {n.casefold() for n in (e.ko, e.en or e.ko, *e.names)})


def shortest_paths(graph: Graph, start: str, end: str, *, limit: int = 5) -> tuple[Path, ...]:
    """The shortest ways between two entity ids, directions ignored and denied claims left out, at most ``limit``, in stable order.

    Empty where they are not joined or are the same. Raises UsageError for an id that the graph does not have.
    """
    place = {e.id: i for i, e in enumerate(graph.entities)}
    for entity in (start, end):
        if entity not in place:
            raise UsageError(f"no entity has the id {entity!r}; ids are those of graph.ttl, such as {next(iter(place), 'kist')!r}")
    between = _claims_between(graph, place)
    net: nx.Graph[int] = nx.Graph()
    net.add_nodes_from(range(len(place)))
    net.add_edges_from(sorted(between))
    if start == end or not nx.has_path(net, place[start], place[end]):
        return ()
    ways = sorted(islice(nx.all_shortest_paths(net, place[start], place[end]), 50 * limit))[:limit]
    return tuple(Path(tuple(_step(graph, between, a, b) for a, b in pairwise(way))) for way in ways)


def _claims_between(graph: Graph, place: dict[str, int]) -> dict[tuple[int, int], list[Claim]]:
    between: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        if claim.status in TYING and claim.subject != claim.object:
            a, b = sorted((place[claim.subject], place[claim.object]))
            between[(a, b)].append(claim)
    return between


def _step(graph: Graph, between: dict[tuple[int, int], list[Claim]], a: int, b: int) -> Step:
    return Step(graph.entities[a].id, graph.entities[b].id, tuple(between[(min(a, b), max(a, b))]))
