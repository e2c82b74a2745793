"""``kg analyze``."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("lang", "titles"), [("ko", ["중심 개체", "무리를 잇는 개체", "무리"]), ("en", ["PageRank", "Communities"])])
def test_the_tables(kg: Run, lang: str, titles: list[str]) -> None:
    result = kg("analyze", "--lang", lang)
    assert result.exit_code == 0, result.output
    assert all(title in result.stdout for title in titles)


def test_top_bounds_the_rows(kg: Run) -> None:
    few, more = (kg("analyze", "--top", count).stdout.splitlines() for count in ("2", "6"))
    assert len(few) < len(more)


def test_a_path_names_each_relation_with_its_status(kg: Run) -> None:
    result = kg("analyze", "--path", "배경훈", "KIST")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "배경훈 — 한국과학기술연구원: → 방문 [이루어짐]"


@pytest.mark.parametrize(
    ("ends", "message"),
    [(["배경훈", "KIZT"], "no entity is called 'KIZT'"), (["배경훈", "배경훈"], "no path joins")],
)
def test_ends_that_nothing_joins(kg: Run, ends: list[str], message: str) -> None:
    result = kg("analyze", "--path", *ends)
    assert result.exit_code == 2
    assert message in result.stderr
