"""The good example passes every check, and each bad one is caught by the checks it is for and by no other."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import Material, check, check_store, read_material
from kg.check.material import RELATION
from kg.check.queries import load_checks
from kg.errors import OntologyError, StoreError
from kg.keep.store import in_memory
from kg.write.iri import BASE
from tests.needs import REPOSITORY

ONTOLOGY = REPOSITORY / "ontology"
EXAMPLES = Path(__file__).with_name("examples")
BAD = sorted((EXAMPLES / "bad").glob("*.ru"))
CHECKS = [one.name for one in load_checks(ONTOLOGY / "checks")]
OWL = "http://www.w3.org/2002/07/owl#"


@cache
def read(ontology: Path) -> tuple[Material, list[ox.Quad]]:
    material = read_material(EXAMPLES / "good", ontology, BASE)
    return material, list(material.store.quads())


def good(ontology: Path = ONTOLOGY) -> Material:
    """The good example in a store of its own."""
    material, quads = read(ontology)
    return replace(material, store=in_memory(quads))


def caught_by(path: Path) -> list[str]:
    found = re.match(r"# caught by: ([\w -]+)\n", path.read_text(encoding="utf-8"))
    assert found, path
    return found[1].split()


def changed(path: Path) -> tuple[list[str], Material]:
    """The checks that should see it, and the good example with the change of the file."""
    material = good()
    before = {str(quad) for quad in material.store.quads()}
    material.store.database.update(path.read_text(encoding="utf-8"), prefixes={**material.prefixes, "owl": OWL})
    assert {str(quad) for quad in material.store.quads()} != before, "the example changes nothing"
    return caught_by(path), material


def test_the_good_example_passes_every_check() -> None:
    outcomes = check(good())
    assert [outcome.check for outcome in outcomes] == [*CHECKS, "shapes", "loading"]
    assert [outcome for outcome in outcomes if outcome.findings] == []
    assert all(outcome.looked_at and outcome.ko and outcome.en for outcome in outcomes)


@pytest.mark.parametrize("path", BAD, ids=[path.stem for path in BAD])
def test_a_bad_example_is_caught_by_its_checks_and_no_other(path: Path) -> None:
    names, material = changed(path)
    caught = {outcome.check: outcome.findings for outcome in check_store(material) if outcome.findings}
    assert sorted(caught) == sorted(names), caught


def test_every_check_has_a_bad_example() -> None:
    assert {name for path in BAD for name in caught_by(path)} == {*CHECKS, "shapes"}


def test_a_finding_says_where_and_what() -> None:
    _, material = changed(EXAMPLES / "bad" / "plan-as-fact.ru")
    (outcome,) = [one for one in check_store(material) if one.findings]
    (finding,) = outcome.findings
    assert re.fullmatch(r"claim:[0-9a-f]{16}", finding.where)
    assert finding.what == "subject id:government, relation tp:supports, object id:humanoid"


def test_a_plan_that_was_carried_out_may_be_a_fact() -> None:
    """The counter-case: the fact is backed by another claim, though a planned one says the same."""
    material = good()
    told = "?c tp:status tp:actual ; rdf:predicate tp:visited , ?p ; rdf:subject ?s ; rdf:object ?o ; ?by ?more"
    plan = "claim:plan tp:status tp:planned ; rdf:predicate ?p ; rdf:subject ?s ; rdf:object ?o ; ?by ?more"
    update = f"INSERT {{ GRAPH ?g {{ {plan} }} }} WHERE {{ GRAPH ?g {{ {told} }} FILTER(?by != tp:status) }}"
    material.store.database.update(update, prefixes=material.prefixes)
    assert list(material.store.quads(ox.NamedNode(f"{BASE}claim/plan")))
    assert [outcome for outcome in check_store(material) if outcome.findings] == []


def test_a_graph_of_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text("", encoding="utf-8")
    (tmp_path / "documents.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match=r"nothing to look at for .*domain.*shapes"):
        check_store(read_material(tmp_path, ONTOLOGY, BASE))


@pytest.mark.parametrize(
    ("name", "text"), [("graph.trig", "nonsense"), ("documents.jsonl", "{}\n"), ("graph.trig", None), ("documents.jsonl", None)]
)
def test_a_broken_folder_is_an_error(name: str, text: str | None, tmp_path: Path) -> None:
    folder = tmp_path / "built"
    shutil.copytree(EXAMPLES / "good", folder)
    (folder / name).unlink()
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=name):
        read_material(folder, ONTOLOGY, BASE)


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ONTOLOGY, tmp_path / "ontology"))


def test_parts_of_the_ontology_that_do_not_fit_are_told_with_their_place(tmp_path: Path) -> None:
    ontology = copied(tmp_path)
    path = ontology / "queries" / "about.rq"
    path.write_text(path.read_text(encoding="utf-8").replace("tp:status", "tp:stauts"), encoding="utf-8")
    (outcome,) = [one for one in check(good(ontology)) if one.findings]
    (finding,) = outcome.findings
    assert outcome.check == "loading"
    assert re.fullmatch(re.escape(str(path)) + r":\d+", finding.where)
    assert "did you mean status?" in finding.what


@pytest.mark.parametrize(("folder", "kept"), [("checks", "titles.csv"), ("shapes", "")])
def test_no_check_and_no_shape_is_an_error(folder: str, kept: str, tmp_path: Path) -> None:
    ontology = copied(tmp_path)
    for path in (ontology / folder).iterdir():
        if path.name != kept:
            path.unlink()
    with pytest.raises(OntologyError, match=f"{folder}:1: .*nothing would be checked"):
        check_store(good(ontology))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("# title@en:", "# title:", "no line `# title@en"),
        ("# looks at:", "# looks:", "no line `# looks at"),
        ("SELECT DISTINCT ?where", "SELECT DISTINCT ?what ?where", "first column must be .where"),
        ("FILTER(?day", "FILTER((?day", r"old-dates.rq:\d+: column \d+"),
        ("?article a tp:Article\n", "?article a tp:Article }\n", "old-dates.rq:"),
    ],
)
def test_a_wrong_check_is_told_with_its_place(old: str, new: str, words: str, tmp_path: Path) -> None:
    ontology = copied(tmp_path)
    path = ontology / "checks" / "old-dates.rq"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OntologyError, match=words):
        load_checks(ontology / "checks")


def test_a_question_that_leaves_the_relation_open_asks_for_all() -> None:
    asked = {
        str(quad.subject).rsplit("/", 1)[-1].strip(">")
        for quad in good().store.quads()
        if str(quad.object).endswith(f"#{RELATION}>") and "/question/" in str(quad.subject)
    }
    assert "about" in asked
    assert not asked & {"events", "who-develops", "members"}
