"""``kg add`` and ``kg remove`` on a copy of the built samples."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

ARTICLE = "협약 체결\n\n과학기술정보통신부는 13일 한국과학기술연구원과 업무협약을 체결했다.\n"


def kg(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def out(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "out")
    return tmp_path / "out"


def ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in (out / "documents.jsonl").open(encoding="utf-8")]


def test_a_document_comes_and_goes_and_nothing_stays(out: Path, tmp_path: Path) -> None:
    before = {name: (out / name).read_bytes() for name in ("graph.ttl", "graph.trig", "documents.jsonl", "report.md")}
    (tmp_path / "협약.txt").write_text(ARTICLE, encoding="utf-8")
    first = kg("add", tmp_path / "협약.txt", "-o", out, "--workers", "1", "--no-page")
    assert (first.exit_code, first.stdout) == (0, f"added 협약\n1 added; 11 documents in {out}\n")
    assert "협약" in ids(out)
    again = kg("add", tmp_path / "협약.txt", "-o", out, "--no-page")
    assert (again.exit_code, again.stdout) == (0, f"1 unchanged; 11 documents in {out}\n")
    gone = kg("remove", "협약", "-o", out)
    assert (gone.exit_code, gone.stdout) == (0, f"removed 협약\n1 removed; 10 documents in {out}\n")
    assert {name: (out / name).read_bytes() for name in before} == before
    assert kg("add", "-o", out).stdout == f"nothing to do; 10 documents in {out}\n"


def test_what_cannot_be_done_is_told_and_the_code_is_1(out: Path, tmp_path: Path) -> None:
    absent = kg("add", tmp_path / "none.txt", "-o", out)
    assert absent.exit_code == 1
    assert "none.txt: does not exist; check the path" in absent.stderr
    unknown = kg("remove", "nup", "-o", out)
    assert unknown.exit_code == 1
    assert unknown.stderr == "Skipped nup: no document has this id; did you mean npu?\n"
    assert len(ids(out)) == 10


@pytest.mark.parametrize("command", [("add",), ("remove", "a")])
def test_a_folder_without_a_build_is_refused(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = kg(*command, "-o", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path}: there is no ledger here" in result.stderr
    assert "Traceback" not in result.output
