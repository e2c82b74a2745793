"""What the bench of the page reckons and judges; how fast things are is not for a test to decide."""

from __future__ import annotations

import pytest

from tests.bench.page import TARGETS, judged, reckoned


def test_an_unfinished_layout_is_reckoned_from_its_rounds_and_told() -> None:
    row, told = reckoned([(0, 3.0), (0, 5.0), (50, 25.0), (100, 45.0), (100, 46.0)])
    assert row == {"ready": pytest.approx(3.0 + 42.0 / 100 * 1000)} and "100 of 1000 rounds" in told[0]


def test_without_a_round_nothing_is_reckoned() -> None:
    row, told = reckoned([(0, 3.0), (0, 60.0)])
    assert row == {} and "no round" in told[0]


def test_a_target_holds_by_its_ratio_or_its_limit() -> None:
    found = {
        1000: {"ours": {"pan": 2.0, "drag near": 3.0, "ready": 0.3}, "pyvis": {"pan": 80.0, "ready": 40.0}},
        20000: {"ours": {"pan": 3.0, "drag near": 9.0, "ready": 1.0, "search": 12.0}},
    }
    assert judged(found) == [
        "FAILS  usable, CPU at 1,000: 1/133.3 (asked: <= 1/200)",
        "holds  usable, CPU s at 20,000: 1.00 (asked: <= 1.5)",
        "holds  pan at 1,000: 1/40.0 (asked: <= 1/30)",
        "FAILS  search ms at 20,000: 12.00 (asked: <= 10)",
        "holds  pan, growth from 1,000 to 20,000: 1.50 (asked: <= 2)",
        "FAILS  drag near, growth from 1,000 to 20,000: 3.00 (asked: <= 2)",
    ]


def test_every_target_of_the_issue_is_there() -> None:
    assert {(figure, nodes) for _, nodes, figure, _, _ in TARGETS} >= {
        ("ready", 1000),
        ("pan", 5000),
        ("zoom", 5000),
        ("bytes", 20000),
        ("filter", 20000),
    }
