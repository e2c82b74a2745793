"""How much of what annotators wrote down is found, and how much of what is told is right: floors that no change may fall through.

The floors stand a little below what was measured (README). The articles under ``tests/cases/articles`` are ours, those of ``gold/dev``
the project's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from kg.pipeline import Settings, build
from tests.needs import REPOSITORY, needs_shared

OURS = REPOSITORY / "tests" / "cases" / "articles"


def measured(texts: list[Path], gold: Path, out: Path) -> dict[str, dict[str, float]]:
    build(texts, out, Settings(workers=1))
    command = [sys.executable, needs_shared("gold/score.py"), out / "graph.ttl", gold, "--json"]
    return json.loads(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout)  # type: ignore[no-any-return]


class Floors(NamedTuple):
    """The least F1 and precision of facts, and F1 of entities."""

    facts: float
    precision: float
    entities: float


def check(texts: list[Path], gold: Path, floors: Floors, out: Path) -> None:
    found = measured(texts, gold, out)
    assert found["facts_strict"]["f1"] >= floors.facts
    assert found["facts_strict"]["precision"] >= floors.precision
    assert found["entities"]["f1"] >= floors.entities


def test_our_articles(tmp_path: Path) -> None:
    check([OURS / "texts-a.jsonl", OURS / "texts-b.jsonl"], OURS / "gold", Floors(0.55, 0.80, 0.80), tmp_path / "out")


def test_the_articles_of_the_project(tmp_path: Path) -> None:
    texts = [needs_shared("gold/dev.jsonl"), needs_shared("corpus/seed-kapex.html")]
    check(texts, needs_shared("gold/dev"), Floors(0.43, 0.70, 0.75), tmp_path / "out")
