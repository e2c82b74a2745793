"""``kg ontology``: its lists, and the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from tests.needs import REPOSITORY

GOOD = REPOSITORY / "tests" / "check" / "examples" / "good"


@pytest.mark.parametrize(("lang", "label"), [("ko", "방문"), ("en", "visited")])
def test_classes_and_relations_are_listed(lang: str, label: str) -> None:
    result = CliRunner().invoke(main, ["ontology", "--lang", lang])
    assert result.exit_code == 0
    (line,) = [line.split(maxsplit=2) for line in result.stdout.splitlines() if line.startswith("visited ")]
    assert line[1] == label
    assert line[2].split() == ["Agent", "Organization", "Place", "Event", "Product"]


def test_the_page_has_examples_of_the_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["ontology", "--html", str(tmp_path / "o.html"), "-o", str(GOOD)])
    assert (result.exit_code, result.stderr) == (0, "")
    page = (tmp_path / "o.html").read_text(encoding="utf-8")
    assert '<mark class="trigger">찾았다</mark>' in page


def test_without_a_graph_the_page_has_none_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["ontology", "--html", "o.html"])
    assert result.exit_code == 0
    assert "no examples" in result.stderr
    assert "<blockquote>" not in Path("o.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--html", "/tmp/o.html", "-o", "/nowhere"], "/nowhere: no graph was built here"),
        (["--html", "/nowhere/o.html", "-o", str(GOOD)], "/nowhere/o.html: cannot be written"),
        (["--ontology", "/nowhere"], "/nowhere/techpolicy.ttl"),
    ],
)
def test_a_wrong_call_ends_with_a_message_and_code_2(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["ontology", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
