"""The texts of page and report: complete, in both languages, with the same places to fill, and errors that tell file and line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kg.errors import OntologyError, UsageError
from kg.ontology.interface import check_language, load_interface, read_texts
from kg.ontology.node import read_node
from kg.ontology.schema import Schema, load_schema
from tests.needs import REPOSITORY

ONTOLOGY = REPOSITORY / "ontology"
CODE = [*(REPOSITORY / "kg" / "view" / "page").glob("*.js"), REPOSITORY / "kg" / "view" / "page" / "page.html.j2"]


def changed(folder: Path, old: str, new: str) -> Schema:
    """The ontology with one text of interface.yml changed."""
    (folder / "language").mkdir()
    shutil.copy(ONTOLOGY / "techpolicy.ttl", folder)
    text = (ONTOLOGY / "language" / "interface.yml").read_text(encoding="utf-8")
    assert old in text
    (folder / "language" / "interface.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_schema(folder / "techpolicy.ttl")


def test_both_languages_have_the_same_places() -> None:
    interface = load_interface(load_schema(ONTOLOGY / "techpolicy.ttl"))
    assert len(interface.page) > 60 and len(interface.report) > 30
    for key, texts in {**interface.page, **interface.report}.items():
        assert set(re.findall(r"\{\w+\}", texts["ko"])) == set(re.findall(r"\{\w+\}", texts["en"])), key
        assert all(text.strip() for text in texts.values()), key


def test_every_text_that_the_page_asks_for_is_there() -> None:
    interface = load_interface(load_schema(ONTOLOGY / "techpolicy.ttl"))
    asked = {
        key
        for path in CODE
        for key in re.findall(r"""\bt\("(\w+)"|data-(?:t|label)="(\w+)\"""", path.read_text(encoding="utf-8"))
        for key in key
        if key
    }
    assert len(asked) > 50 and asked <= set(interface.page), asked - set(interface.page)


def test_a_class_below_a_named_one_names_communities_too() -> None:
    interface = load_interface(load_schema(ONTOLOGY / "techpolicy.ttl"))
    assert "Policy" in interface.subjects and "GovernmentBody" in interface.bodies and not interface.subjects & interface.bodies


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("en: Whole map", "fr: Carte", r"interface\.yml:\d+: 'whole' needs one text for each of ko, en, not ko, fr"),
        ("whole: {", "whole: [{}] #", r"interface\.yml:\d+: 'whole' must be a mapping, not a list"),
        ("en: Whole map", "en: [Whole map]", r"interface\.yml:\d+: 'en' must be a text, not a list"),
        ("subjects: [Policy", "subjects: [Polcy", r"interface\.yml:\d+: 'subjects' has 'Polcy', none of .*; did you mean 'Policy'\?"),
        ("\nreport:", "\nreports:", r"interface\.yml:\d+: the table has an unknown key 'reports'; did you mean 'report'\?"),
        ("\nreport:", "\nreport: {}\npages:", r"interface\.yml:\d+: the table has an unknown key 'pages'; did you mean 'page'\?"),
    ],
)
def test_a_wrong_text_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(OntologyError, match=told):
        load_interface(changed(tmp_path, old, new))


@pytest.mark.parametrize("text", ["a: 1\npage: {}", "a: 1\npage:"])
def test_a_part_without_texts_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"x\.yml:2: 'page' has no texts; needs one line for each"):
        read_texts(read_node(tmp_path / "x.yml", "the table").part("page"))


def test_only_two_languages() -> None:
    assert check_language("en") == "en"
    with pytest.raises(UsageError, match="'fr'; there are ko and en"):
        check_language("fr")
