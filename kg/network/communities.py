"""Which entities belong together, and who joins the groups."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx
import numpy as np

from kg.network.graph import Floats, Ints, Ties, both_ways, to_graph

SEED = 20251113
HUB_Z = 2.5
CONNECTOR = 0.62
CONNECTOR_HUB = 0.30


def communities(pairs: Ties, *, resolution: float = 1.0) -> tuple[tuple[int, ...], ...]:
    """Groups of tied entities, the largest first, each sorted: Louvain (Blondel et al. 2008) with a fixed seed.

    Entities without a tie are in no group. The same ties give the same groups in every process.
    """
    net = to_graph(pairs)
    if net.number_of_edges() == 0:
        return ()
    found = nx.community.louvain_communities(net, weight="weight", resolution=resolution, seed=SEED)
    groups = [tuple(sorted(int(i) for i in group)) for group in found]
    return tuple(sorted(groups, key=lambda g: (-len(g), g)))


def modularity(pairs: Ties, groups: tuple[tuple[int, ...], ...]) -> float:
    """How much denser the groups are inside than chance would have it (Newman and Girvan 2004); 0 without groups."""
    if not groups:
        return 0.0
    return float(nx.community.modularity(to_graph(pairs), [set(g) for g in groups], weight="weight"))


def membership(count: int, groups: tuple[tuple[int, ...], ...]) -> Ints:
    """The group's number for each entity, -1 for one in none."""
    of = np.full(count, -1, dtype=np.int64)
    for number, group in enumerate(groups):
        of[list(group)] = number
    return of


def inside_weight(pairs: Ties, of: Ints) -> tuple[Floats, Floats]:
    """For each entity the weight of its ties inside its own group, and of all its ties."""
    arcs = both_ways(pairs)
    same = of[arcs.source] == of[arcs.target]
    inside = np.bincount(arcs.source[same], weights=arcs.weight[same], minlength=pairs.count)
    return inside.astype(np.float64), np.bincount(arcs.source, weights=arcs.weight, minlength=pairs.count).astype(np.float64)


def participation(pairs: Ties, of: Ints) -> Floats:
    """How evenly an entity's ties spread over the groups, 0 (one group) to 1 (Guimerà and Amaral 2005)."""
    arcs = both_ways(pairs)
    spread: dict[tuple[int, int], float] = defaultdict(float)
    for source, target, weight in zip(arcs.source.tolist(), arcs.target.tolist(), arcs.weight.tolist(), strict=True):
        spread[(source, int(of[target]))] += weight
    total = np.bincount(arcs.source, weights=arcs.weight, minlength=pairs.count)
    squares = np.zeros(pairs.count)
    for (source, _), weight in spread.items():
        squares[source] += (weight / total[source]) ** 2
    return np.where(total > 0, 1.0 - squares, 0.0)


def connectors(pairs: Ties, of: Ints) -> tuple[int, ...]:
    """The entities that Guimerà and Amaral (2005) call connectors: their ties spread widely over the groups.

    An ordinary entity needs a participation above 0.62, a hub of its group (within-group degree z >= 2.5) one above 0.30.
    """
    spread, hubness = participation(pairs, of), _z_scores(pairs, of)
    needed = np.where(hubness >= HUB_Z, CONNECTOR_HUB, CONNECTOR)
    return tuple(int(i) for i in np.flatnonzero((spread > needed) & (of >= 0)))


def _z_scores(pairs: Ties, of: Ints) -> Floats:
    inside, _ = inside_weight(pairs, of)
    scores = np.zeros(pairs.count)
    for number in range(int(of.max(initial=-1)) + 1):
        members = np.flatnonzero(of == number)
        spread = float(inside[members].std())
        if spread > 0:
            scores[members] = (inside[members] - inside[members].mean()) / spread
    return scores
