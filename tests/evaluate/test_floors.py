"""Floors hold for one corpus alone, and say which figure falls."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.evaluate.compare import compare
from kg.evaluate.corpus import corpus_digest
from kg.evaluate.figures import Figures, figures
from kg.evaluate.floors import MEASURES, Floors, floors_for, held, read_floors
from kg.evaluate.gold import GoldArticle, GoldEntity, GoldFact
from kg.evaluate.told import told_by_document
from kg.values import Claim, Document, Entity, Graph


@pytest.fixture
def half() -> Figures:
    """One of two facts is found, and nothing wrong told: precision 1, recall 1/2, F1 2/3."""
    things = tuple(GoldEntity(id, "Company", (name,)) for id, name in (("x", "가람"), ("y", "나루"), ("z", "다솜")))
    facts = tuple(GoldFact("x", "acquired", other, "actual", None, None, None, 0) for other in "yz")
    entities = (Entity("a", "Company", "가람"), Entity("b", "Company", "나루"))
    claim = Claim("doc", "a", "acquired", "b", "planned", 0, 0, 1, "문", "rule", 0.8)
    graph = Graph((Document("doc", "", "문", ()),), entities, (claim,), (), (("doc", ()),))
    return figures([compare(GoldArticle("doc", things, facts), told_by_document(graph)["doc"])])


def test_each_floor_is_held_against_its_figure(half: Figures) -> None:
    floors = Floors("abc", {"facts_f1": 0.6666, "facts_precision": 1.0, "facts_recall": 0.51, "entities_f1": 0.8, "status": 0.1}, Path("f"))
    found = held(floors, half)
    assert {one.name: one.holds for one in found} == {
        "facts_f1": True,
        "facts_precision": True,
        "facts_recall": False,
        "entities_f1": True,
        "status": False,
    }
    assert {one.name: one.measured for one in found}["facts_f1"] == 0.6667


def test_every_figure_can_have_a_floor(half: Figures) -> None:
    assert all(0 <= measure(half) <= 1 for measure in MEASURES.values())


def test_another_corpus_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('corpus = "abc"\n[floors]\nfacts_f1 = 0.5\n')
    assert floors_for(path, "abc").least == {"facts_f1": 0.5}
    with pytest.raises(UsageError, match=r"floors\.toml: the floors are of the corpus abc, but this one is abd"):
        floors_for(path, "abd")


def test_a_floors_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('corpus = "abc"\n[floors]\nfacts_f1 = 0.5\nstatus = 1\n')
    assert read_floors(path) == Floors("abc", {"facts_f1": 0.5, "status": 1.0}, path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("corpus", "cannot be read as TOML"),
        ("[floors]\nfacts_f1 = 0.5", "needs 'corpus', a hash, and a table 'floors'"),
        ('corpus = "a"\n[floors]', "with at least one figure"),
        ('corpus = "a"\n[floors]\nfact_f1 = 0.5', "'fact_f1' is no figure; .*did you mean facts_f1?"),
        ('corpus = "a"\n[floors]\nfacts_f1 = 55', "facts_f1 must be a number from 0 to 1, not 55"),
        ('corpus = "a"\n[floors]\nfacts_f1 = true', "not True"),
    ],
)
def test_a_wrong_floors_file_is_told(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=message):
        read_floors(path)


def corpus(folder: Path, **files: str) -> str:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return corpus_digest(sorted(folder.glob("*.json")), [folder / "a.txt"])


def test_a_corpus_is_known_by_what_its_files_say_wherever_they_lie(tmp_path: Path) -> None:
    one = corpus(tmp_path / "one", a_txt="글", b_json="{}")
    assert corpus(tmp_path / "two", a_txt="글", b_json="{}") == one
    assert corpus(tmp_path / "three", a_txt="글.", b_json="{}") != one
    assert corpus(tmp_path / "four", a_txt="글", b_json="{ }") != one
    assert corpus(tmp_path / "five", a_txt="글", c_json="{}") != one
