"""``kg explain``."""

from __future__ import annotations

import re

from tests.cli.conftest import Run


def test_from_a_name_to_rules_and_sentences(kg: Run) -> None:
    result = kg("explain", "배경훈")
    assert result.exit_code == 0, result.output
    assert "id:" in result.stdout.splitlines()[0]
    assert "affiliation." in result.stdout
    assert "[[배경훈]]" in result.stdout


def test_from_a_relation_by_words_that_need_no_quotes(kg: Run) -> None:
    one, other = kg("explain", "배경훈", "visited", "KIST"), kg("explain", "배경훈 visited *")
    assert one.exit_code == other.exit_code == 0
    assert "visit." in one.stdout
    assert one.stdout == other.stdout


def test_from_a_claim(kg: Run) -> None:
    found = re.search(r"claim:[0-9a-f]{16}", kg("explain", "배경훈").stdout)
    assert found
    assert found[0] in kg("explain", found[0]).stdout


def test_english(kg: Run) -> None:
    assert "visited" in kg("explain", "배경훈", "visited", "KIST", "--lang", "en").stdout


def test_nothing_of_that_name(kg: Run) -> None:
    result = kg("explain", "배경헌")
    assert result.exit_code == 2
    assert "did you mean 배경훈?" in result.stderr


def test_a_server_has_no_texts_to_explain_from(kg: Run) -> None:
    result = kg("explain", "배경훈", "--store", "http://localhost:7878")
    assert result.exit_code == 2
    assert "name the folder of the build with -o" in result.stderr
