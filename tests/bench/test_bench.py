"""The bench measures what it says it does; how fast things are is not for a test to decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.bench import Cost, measure_build
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


@pytest.mark.parametrize(("limit", "code"), [([], 0), (["--limit", "2.4"], 1), (["--limit", "2.5"], 0)])
def test_a_limit_is_told_by_the_exit_code(limit: list[str], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cost = Cost(3, 900, 400, 2, kiwi=4.0, kiwi_cpu=8.0, build=10.0, build_cpu=18.0, stages={"find": 1.5}, peak=512 << 20, compiled=False)
    monkeypatch.setattr("kg.cli.bench.measure_build", lambda *_, **__: cost)
    result = CliRunner().invoke(main, ["bench", *limit])
    assert result.exit_code == code, result.output
    shown = [line.rsplit(maxsplit=1) for line in result.stdout.splitlines()]
    told = {row[0].strip(): row[1] for row in shown if len(row) == 2}
    assert (told["ratio"], told["ratio of CPU seconds"], told["peak memory, MiB"], told["find"]) == ("2.50", "2.25", "512", "1.50")
