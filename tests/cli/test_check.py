"""``kg check``: its table, its findings and its exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from tests.needs import REPOSITORY

GOOD = REPOSITORY / "tests" / "check" / "examples" / "good"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """The good example with three dates of the nineteenth century and a plan that became a fact."""
    folder = Path(shutil.copytree(GOOD, tmp_path / "bad"))
    text = (folder / "graph.trig").read_text(encoding="utf-8").replace('"2025-11-', '"1825-11-')
    (folder / "graph.trig").write_text(text.replace("id:government a ", "id:government tp:supports id:humanoid ; a "), encoding="utf-8")
    return folder


def test_nothing_found_is_code_0() -> None:
    result = CliRunner().invoke(main, ["check", "-o", str(GOOD), "--lang", "en"])
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split(maxsplit=3) for line in result.stdout.splitlines()]
    assert rows[0] == ["check", "looked", "at", "findings"]
    assert ["plan-as-fact", "9", "0", "What is only planned or denied stands as a fact"] in rows
    assert {row[2] for row in rows[1:]} == {"0"}


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_findings_are_code_1_and_told_with_their_place(engine: str, bad: Path) -> None:
    result = CliRunner().invoke(main, ["check", "-o", str(bad), "--lang", "en", "--engine", engine])
    assert (result.exit_code, result.stderr) == (1, "")
    assert "old-dates: A date before 1900\n" in result.stdout
    assert "by dcterms:issued, day “1825-11-13”" in result.stdout
    assert "subject id:government, relation tp:supports, object id:humanoid" in result.stdout


def test_many_findings_are_cut(bad: Path) -> None:
    result = CliRunner().invoke(main, ["check", "-o", str(bad), "--most", "1"])
    assert "more; --most" in result.stdout
    assert result.stdout.count("“1825-") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "/nowhere"], "/nowhere: no graph was built here"),
        (["-o", str(GOOD), "--ontology", "/nowhere"], "/nowhere/techpolicy.ttl:1: cannot be read"),
        (["-o", str(GOOD), "--engine", "jena"], "'jena' is not one of"),
    ],
)
def test_what_cannot_be_checked_is_code_2(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_graph_of_nothing_is_code_2(tmp_path: Path) -> None:
    shutil.copy(GOOD / "graph.ttl", tmp_path)
    for name in ("graph.trig", "documents.jsonl"):
        (tmp_path / name).write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "-o", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing was checked" in result.stderr
