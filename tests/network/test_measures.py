"""Measures against networkx's own, against cases whose answer is known, and against the order of the input."""

from __future__ import annotations

import dataclasses
import random
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest

from kg.network import Measures, Naming, centrality, communities, measure, outline, to_networkx
from kg.network.graph import Ties, ties, undirected
from kg.values import Entity, Graph
from kg.view import place
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY
from tests.samples import kapex_graph


def made(pairs: list[tuple[int, int]], count: int | None = None) -> Ties:
    rows = sorted(pairs)
    source, target = (np.array([row[at] for row in rows], dtype=np.int64) for at in (0, 1))
    return Ties(count or 1 + max(map(max, rows)), source, target, np.ones(len(rows)))


def some_ties(nodes: int, seed: int) -> Ties:
    rng = random.Random(seed)
    return made(sorted({(rng.randrange(nodes), rng.randrange(nodes)) for _ in range(2 * nodes)} - {(i, i) for i in range(nodes)}), nodes)


@pytest.mark.parametrize("seed", range(4))
def test_betweenness_is_that_of_networkx(seed: int) -> None:
    pairs = undirected(some_ties(40, seed))
    net = nx.Graph(zip(pairs.source.tolist(), pairs.target.tolist(), strict=True))
    net.add_nodes_from(range(pairs.count))
    expected = nx.betweenness_centrality(net)
    assert centrality.betweenness(pairs) == pytest.approx([expected[i] for i in range(pairs.count)])


@pytest.mark.parametrize("seed", range(4))
def test_pagerank_satisfies_its_own_equation(seed: int) -> None:
    arcs = some_ties(50, seed)
    rank = centrality.pagerank(arcs)
    out = np.bincount(arcs.source, minlength=50)
    matrix = np.full((50, 50), 1 / 50)
    for node in np.flatnonzero(out):
        matrix[:, node] = 0
    for source, target in zip(arcs.source, arcs.target, strict=True):
        matrix[target, source] += 1 / out[source]
    assert rank.sum() == pytest.approx(1)
    assert 0.85 * matrix @ rank + 0.15 / 50 == pytest.approx(rank, abs=1e-9)


def test_estimated_betweenness_ranks_the_hubs_as_the_exact_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = undirected(ties(graph(600)))
    exact = centrality.betweenness(pairs)
    monkeypatch.setattr(centrality, "EXACT_UP_TO", 100)
    estimated = centrality.betweenness(pairs)
    assert not np.array_equal(exact, estimated)
    assert set(np.argsort(-exact)[:5]) <= set(np.argsort(-estimated)[:12])


def test_two_cliques_are_two_communities_and_the_bridge_connects() -> None:
    left = [(a, b) for a in range(5) for b in range(a)]
    right = [(a + 5, b + 5) for a, b in left]
    pairs = undirected(made([*left, *right, (4, 5)], 11))
    groups = communities.communities(pairs)
    assert groups == ((0, 1, 2, 3, 4), (5, 6, 7, 8, 9))
    of = communities.membership(11, groups)
    assert of.tolist() == [0] * 5 + [1] * 5 + [-1]
    spread = communities.participation(pairs, of)
    assert spread[4] == pytest.approx(1 - (4 / 5) ** 2 - (1 / 5) ** 2) and spread[0] == 0 and spread[10] == 0


def test_a_hub_of_three_groups_is_a_connector_and_a_member_is_not() -> None:
    cliques = [(a + 4 * k, b + 4 * k) for k in range(3) for a in range(4) for b in range(a)]
    pairs = undirected(made([*cliques, (12, 0), (12, 4), (12, 8)]))
    of = np.array([0] * 4 + [1] * 4 + [2] * 4 + [0])
    assert communities.connectors(pairs, of) == (12,)


def test_measures_of_the_sample() -> None:
    found = measure(kapex_graph(), Naming(frozenset({"Product", "Policy"}), frozenset({"ResearchInstitute", "GovernmentBody"})))
    by_id = {a.entity: a for a in found.actors}
    assert [a.entity for a in found.actors] == [e.id for e in kapex_graph().entities]
    assert by_id["kist"].degree == 5 and found.top(1)[0].entity == "product/kapex"
    assert sum(a.pagerank for a in found.actors) == pytest.approx(1, abs=1e-6)
    named = {c.topics for c in found.communities}
    assert ("policy/과학기술ai국가전략", "government") in named
    assert sorted(m for c in found.communities for m in c.members) == sorted(by_id)


@pytest.mark.parametrize(("documents", "topic"), [(1, "once"), (4, "often")])
def test_a_community_is_named_by_what_several_documents_tell_of(documents: int, topic: str) -> None:
    """Of two policies for the same firms one is told of twice as much, but by a single document."""
    claim, firms = kapex_graph().claims[0], [f"firm-{n}" for n in range(4)]
    ends = [(policy, firm) for policy in ("once", "once", "often") for firm in firms]
    told = ["d0"] * 8 + [f"d{n % documents}" for n in range(4)]
    claims = tuple(
        dataclasses.replace(claim, subject=policy, object=firm, document=document, sentence=n)
        for n, ((policy, firm), document) in enumerate(zip(ends, told, strict=True))
    )
    entities = (*(Entity(id, "Policy", id) for id in ("often", "once")), *(Entity(id, "Company", id) for id in firms))
    found = measure(Graph((), entities, claims, (), ()), Naming(frozenset({"Policy"}), frozenset({"Company"})))
    assert [one.topics[0] for one in found.communities] == [topic]


def test_a_denied_claim_ties_nobody() -> None:
    whole = kapex_graph()
    denied = Graph(whole.documents, whole.entities, tuple(c for c in whole.claims if c.status == "negated"), (), ())
    assert denied.claims and all(a.degree == 0 and a.community is None for a in measure(denied).actors)
    assert to_networkx(denied).number_of_edges() == len(denied.claims)


@pytest.mark.parametrize("size", [0, 1])
def test_a_graph_without_ties_has_measures(size: int) -> None:
    whole = kapex_graph()
    found = measure(Graph((), whole.entities[:size], (), (), ()))
    assert found == Measures(found.actors, (), (), 0.0) and len(found.actors) == size and found.top(5) == ()


def test_parallel_relations_are_all_kept() -> None:
    whole = kapex_graph()
    net = to_networkx(whole)
    assert net.is_directed() and net.number_of_edges() == len(whole.claims)
    assert net.number_of_edges("lg-electronics", "product/kapex") == 2
    assert net.nodes["kist"] == {"type": "ResearchInstitute", "label": "한국과학기술연구원"}


def test_the_order_of_claims_changes_nothing() -> None:
    whole = graph(120)
    turned = dataclasses.replace(whole, claims=tuple(reversed(whole.claims)))
    assert measure(whole) == measure(turned)


def test_the_same_in_every_process() -> None:
    code = "from tests.bench.synthetic import graph; from kg.network import measure; print(measure(graph(150)))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1 and "Community" in told.pop()


def test_an_outline_has_the_measures_and_the_map_of_its_graph() -> None:
    whole, naming = graph(200), Naming(frozenset({"Technology"}), frozenset({"GovernmentBody"}))
    measures, sketched = measure(whole, naming), measure(outline(whole), naming)
    assert sketched == measures
    for there, here in zip(place(whole, measures), place(outline(whole), measures), strict=True):
        assert repr(there) == repr(here)
