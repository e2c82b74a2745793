"""The bench measures what it says it does; how fast things are is not for a test to decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.bench import measure_build
from kg.cli import main
from kg.errors import InputError
from kg.home import samples_folder
from kg.pipeline import Settings


@pytest.mark.parametrize("workers", [1, 2])
def test_the_cost_of_the_samples(workers: int) -> None:
    cost = measure_build([samples_folder()], Settings(workers=workers))
    assert (cost.documents, cost.workers) == (10, workers)
    assert 500 < cost.tokens < cost.characters
    assert cost.ratio == cost.build / cost.kiwi > 1
    assert cost.cpu_ratio > 1
    assert {"analyse", "find", "refer", "extract", "resolve", "write"} <= set(cost.stages)
    assert sum(cost.stages[stage] for stage in ("load", "read", "understand", "resolve", "write")) < cost.build
    assert cost.peak > 100_000_000
    assert not cost.compiled, "tests run on the sources"


def test_nothing_to_measure_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no document to measure with"):
        measure_build([tmp_path / "none.txt"], Settings(workers=1))


@pytest.mark.parametrize(("limit", "code"), [("0.1", 1), ("100000", 0)])
def test_a_limit_is_told_by_the_exit_code(limit: str, code: int) -> None:
    result = CliRunner().invoke(main, ["bench", "--workers", "1", "--limit", limit])
    assert result.exit_code == code, result.output
    assert "ratio" in result.stdout
