"""The file of page knowledge, and what its author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.read import load_page
from kg.read.page import xpath
from tests.read.pages import PAGE, REPOSITORY

TEXT = (REPOSITORY / "ontology" / "language" / "page.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("phone:", "fone:", "unknown key 'fone'"),
        ("contact_words: '", "contact_words: '(", "contact_words: missing"),
        ("containers:            #", 'containers: ["div > p"] #', "is no YAML"),
        ('["article", "main"', '["div > p", "main"', "selector 'div > p' is none of"),
        ("bullets: '", "bullets: 7 #", "bullets must be a text, not 7"),
        ('site_meta: ["og:site_name"]', "site_meta: og:site_name", "site_meta must be a list of texts"),
        ('site_meta: ["og:site_name"]', "", "the keys site_meta are missing"),
    ],
)
def test_mistakes_are_told_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TEXT
    path = tmp_path / "page.yml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        load_page(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}:")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load_page(tmp_path / "none.yml")


@pytest.mark.parametrize("selector", ["", "div > p", "a:hover", "#", '[x="y"]'])
def test_selectors_that_are_none(selector: str) -> None:
    with pytest.raises(ValueError, match="is none of"):
        xpath(selector)


def test_every_pattern_is_used_up_to_its_end() -> None:
    assert PAGE.heading.match("< 행사 개요 >")
    assert not PAGE.heading.match("<행사> 개요를 밝혔다.")
