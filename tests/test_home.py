"""The ontology and the samples are found from any working folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import home
from kg.errors import OntologyError
from tests.needs import REPOSITORY


def test_a_repository_uses_its_own_ontology(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert home.ontology_folder() == REPOSITORY / "ontology"


def test_the_ontology_inside_a_wheel_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "kg"
    (package / "_ontology").mkdir(parents=True)
    (tmp_path / "ontology").mkdir()
    monkeypatch.setattr(home, "_PACKAGE", package)
    assert home.ontology_folder() == package / "_ontology"


def test_no_ontology_names_both_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(home, "_PACKAGE", tmp_path / "kg")
    with pytest.raises(OntologyError) as caught:
        home.ontology_folder()
    assert str(tmp_path / "kg" / "_ontology") in str(caught.value)
    assert str(tmp_path / "ontology") in str(caught.value)


def _samples() -> list[str]:
    texts: list[str] = []
    for path in sorted(home.samples_folder().iterdir()):
        text = path.read_text(encoding="utf-8")
        texts += [json.loads(line)["text"] for line in text.splitlines()] if path.suffix == ".jsonl" else [text]
    return texts


def test_ten_samples_in_varied_forms() -> None:
    assert len(_samples()) == 10
    assert {path.suffix for path in home.samples_folder().iterdir()} == {".html", ".jsonl", ".md", ".txt"}


@pytest.mark.parametrize("name", ["배경훈", "과학기술정보통신부", "LG AI연구원", "KAIST"])
def test_samples_share_their_names(name: str) -> None:
    assert sum(name in text for text in _samples()) >= 4
