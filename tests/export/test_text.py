"""What a text becomes where not every character may stand."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.text import attribute, cell, element, legal


@given(st.text())
def test_xml_gives_the_text_back(text: str) -> None:
    tree = ElementTree.fromstring(f"<a b={attribute(text)}>{element(text)}</a>")
    assert (tree.text or "", tree.get("b")) == (legal(text), legal(text))
    assert len(legal(text)) == len(text)


@given(st.text())
def test_a_cell_gives_the_text_back_without_one_apostrophe(text: str) -> None:
    assert cell(text).removeprefix("'") == legal(text)
    assert cell(text)[:1] not in {*"=+-@\t\r\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("-5", "'-5"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("R&D = 개발", "R&D = 개발"),
        ("5-1", "5-1"),
        ("", ""),
        ("a\x00b", "a\ufffdb"),
    ],
)
def test_only_what_begins_like_a_formula_is_guarded(text: str, shown: str) -> None:
    assert cell(text) == shown
