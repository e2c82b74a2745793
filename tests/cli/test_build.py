"""``kg build`` on the samples; bad input has a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main


@pytest.mark.parametrize(("lang", "relation"), [("ko", "방문"), ("en", "visited")])
def test_the_samples_are_built_where_nothing_is_named(tmp_path: Path, lang: str, relation: str) -> None:
    result = CliRunner().invoke(main, ["build", "-o", str(tmp_path / "out"), "--lang", lang])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("10 documents, ")
    assert relation in result.stdout
    assert result.stdout.endswith(f"Open {tmp_path / 'out' / 'graph.html'} in a browser.\n")
    assert result.stderr == "", "a progress bar that no terminal shows"


def test_the_figures_of_a_relation_stand_below_their_status(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("협약\n\n한국과학기술연구원은 LG전자와 업무협약을 체결했다.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(article), "-o", str(tmp_path / "out"), "--lang", "en"])
    (row,) = [line for line in result.stdout.splitlines() if "collaborates with" in line]
    assert row.split()[-4:] == ["1", "0", "0", "0"]
    assert "1 document, 2 entities, 1 claim, 1 event; 0 skipped" in result.stdout
