"""``kg add`` and ``kg remove`` on a copy of the built samples."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.keep.remote import open_remote
from kg.write.files import read_triples
from tests.grow.kills import KG
from tests.keep.servers import oxigraph
from tests.needs import REPOSITORY

ARTICLE = "협약 체결\n\n과학기술정보통신부는 13일 한국과학기술연구원과 업무협약을 체결했다.\n"


def kg(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def out(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "out")
    return tmp_path / "out"


def later(out: Path) -> str:
    return f"graph.html and report.md show an earlier state; `kg add --page -o {out}` draws them anew\n"


def ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in (out / "documents.jsonl").open(encoding="utf-8")]


def test_a_document_comes_and_goes_and_nothing_stays(out: Path, tmp_path: Path) -> None:
    before = {name: (out / name).read_bytes() for name in ("graph.ttl", "graph.trig", "documents.jsonl", "report.md")}
    (tmp_path / "협약.txt").write_text(ARTICLE, encoding="utf-8")
    first = kg("add", tmp_path / "협약.txt", "-o", out, "--workers", "1", "--no-page")
    assert (first.exit_code, first.stdout) == (0, f"added 협약\n1 added; 11 documents in {out}\n{later(out)}")
    assert "협약" in ids(out)
    again = kg("add", tmp_path / "협약.txt", "-o", out, "--no-page")
    assert (again.exit_code, again.stdout) == (0, f"1 unchanged; 11 documents in {out}\n{later(out)}")
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


def test_ctrl_c_says_what_is_kept(out: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(30):
        (texts / f"t{number:02}.txt").write_text(ARTICLE.replace("13", str(number + 1)), encoding="utf-8")
    call = [sys.executable, "-c", KG, "add", str(texts), "-o", str(out), "--workers", "1", "--page"]
    with subprocess.Popen(call, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "added t00\n"
        process.send_signal(signal.SIGINT)
        told = 1 + len(process.stdout.readlines())
        message = process.stderr.read()
    assert process.returncode == 130
    assert message == f"Interrupted; what is told above is kept ({told}). `kg add -o {out}` brings the files up to date.\n"
    assert kg("add", texts, "-o", out, "--workers", "1").stdout.endswith("; 40 documents in " + f"{out}\n")


def test_a_server_that_is_not_there_is_told_before_anything_is_done(out: Path) -> None:
    before = ids(out)
    for call in (("add",), ("remove", "npu")):
        result = kg(*call, "-o", out, "--store", "http://127.0.0.1:9")
        assert result.exit_code == 2
        assert "the server cannot be reached" in result.stderr
    assert ids(out) == before


def test_a_server_gets_what_the_folder_gets(out: Path, tmp_path: Path) -> None:
    (tmp_path / "협약.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "server").mkdir()
    with oxigraph(tmp_path / "server") as address:
        url = address.query.removesuffix("query")
        for call in (("add", tmp_path / "협약.txt", "--workers", "1"), ("remove", "npu")):
            result = kg(*call, "-o", out, "--store", url)
            assert result.exit_code == 0, result.output
            with open_remote(address) as remote:
                assert {quad.triple for quad in remote.quads()} == set(read_triples(out))
