"""The map: nothing overlaps, neighbours are near, and it is the same whatever the order."""

from __future__ import annotations

import numpy as np
import pytest

from kg.network.centrality import degree
from kg.network.communities import communities
from kg.network.graph import Floats, Ties, ties, undirected
from kg.values import Graph
from kg.view.data import sizes
from kg.view.layout import Map, layout
from kg.view.packing import Disc, pack, scatter
from tests.bench.synthetic import graph


def drawn(whole: Graph) -> tuple[Map, Ties, Floats]:
    pairs = undirected(ties(whole))
    radii = sizes(degree(pairs))
    return layout(pairs, communities(pairs), radii), pairs, radii


@pytest.mark.parametrize("nodes", [1, 2, 5, 30, 300, 1200])
def test_nothing_overlaps(nodes: int) -> None:
    chart, _, radii = drawn(graph(nodes, isolated=0.1) if nodes > 5 else graph(nodes, edges=nodes - 1))
    spots = chart.positions.astype(float)
    apart = np.sqrt(((spots[:, None] - spots[None]) ** 2).sum(axis=2))
    np.fill_diagonal(apart, np.inf)
    assert (apart >= radii[:, None] + radii[None, :]).all()


def test_members_stand_on_their_island_and_islands_apart() -> None:
    whole = graph(400)
    chart, pairs, _ = drawn(whole)
    for island, group in zip(chart.islands, communities(pairs), strict=True):
        line = chart.positions[list(group)] - np.array([island.x, island.y])
        assert (np.hypot(line[:, 0], line[:, 1]) <= island.radius).all()
    for a in chart.islands:
        assert all(a is b or np.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius - 3 for b in chart.islands)


def test_neighbours_are_nearer_than_strangers() -> None:
    chart, pairs, _ = drawn(graph(400))
    spots = chart.positions.astype(float)
    tied = np.hypot(*(spots[pairs.source] - spots[pairs.target]).T).mean()
    every = np.sqrt(((spots[:, None] - spots[None]) ** 2).sum(axis=2)).mean()
    assert tied < 0.5 * every


def test_a_large_island_is_packed_from_parts() -> None:
    ring = Ties(600, np.arange(600), (np.arange(600) + 1) % 600, np.ones(600))
    radii = np.full(600, 8.0)
    chart = layout(undirected(ring), (tuple(range(600)),), radii)
    spots = chart.positions.astype(float)
    apart = np.sqrt(((spots[:, None] - spots[None]) ** 2).sum(axis=2))
    np.fill_diagonal(apart, np.inf)
    assert apart.min() >= 16


def test_discs_touch_but_never_overlap_and_pull_brings_near() -> None:
    discs = [Disc(r) for r in (50, 40, 30, 20, 20, 20, 10, 10)]
    pull = np.zeros((8, 8))
    pull[7, 0] = pull[0, 7] = 5
    pack(discs, pull, wide=1.5)
    gaps = {(i, j): np.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius for i, a in enumerate(discs) for j, b in enumerate(discs) if i < j}
    assert min(gaps.values()) > -1e-3 and gaps[(0, 7)] < 5


def test_many_small_bodies_find_room_around_the_first() -> None:
    bodies = [[Disc(200.0)], *([Disc(20.0)] for _ in range(60))]
    scatter(bodies, wide=1.5)
    discs = [d for body in bodies for d in body]
    assert all(np.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius - 1e-6 for i, a in enumerate(discs) for b in discs[:i])
