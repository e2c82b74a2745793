"""Paths between two names."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.network import named, shortest_paths
from tests.samples import kapex_graph


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("KIST", ["kist"]),
        ("kist", ["kist"]),
        ("한국과학기술연구원", ["kist"]),
        ("과기정통부", ["msit"]),
        ("exaone", ["product/엑사원"]),
        (" AI ", ["ai"]),
        ("없음", []),
        ("", []),
    ],
)
def test_names(name: str, ids: list[str]) -> None:
    assert [e.id for e in named(kapex_graph(), name)] == ids


def test_the_shortest_way_with_its_claims() -> None:
    (path,) = shortest_paths(kapex_graph(), "msit", "product/kapex")
    assert path.entities == ("msit", "kist", "product/kapex")
    assert [{c.property for c in step.claims} for step in path.steps] == [{"collaboratesWith"}, {"coDeveloped", "unveiled"}]


def test_all_shortest_ways_in_a_stable_order() -> None:
    paths = shortest_paths(kapex_graph(), "product/엑사원", "lg-electronics")
    assert [p.entities[1] for p in paths] == ["product/kapex"]
    two = shortest_paths(kapex_graph(), "person/배경훈", "kist")
    assert [p.entities for p in two] == [("person/배경훈", "kist")]


def test_denied_claims_lead_nowhere() -> None:
    (path,) = shortest_paths(kapex_graph(), "lg-electronics", "product/kapex")
    assert {c.status for c in path.steps[0].claims} == {"ongoing"}


@pytest.mark.parametrize(("start", "end"), [("event/ces2026", "kist"), ("kist", "kist")])
def test_no_way(start: str, end: str) -> None:
    assert shortest_paths(kapex_graph(), start, end) == ()


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(UsageError, match="'nobody'"):
        shortest_paths(kapex_graph(), "kist", "nobody")
