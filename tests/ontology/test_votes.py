"""Weights are read by property, classes and side; what a pair's traits can add at most is known; a wrong table is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.votes import HEAD, load_votes
from tests.road import ontology

TITLE = "\t".join(HEAD)


def table(folder: Path, *rows: str) -> Path:
    path = folder / "votes.tsv"
    path.write_text("\n".join((TITLE, *rows)) + "\n", encoding="utf-8")
    return path


def test_weights_stand_by_property_classes_side_and_trait(tmp_path: Path) -> None:
    rows = (
        "visited\tPerson\tPlace\t\t\t-90",
        "visited\tPerson\tPlace\tsubject\tmain\t7",
        "visited\tPerson\tPlace\tobject of said\thead=공장\t-3",
    )
    (weights,) = load_votes(table(tmp_path, *rows)).values()
    assert (weights.property, weights.subject, weights.object, weights.bias) == ("visited", "Person", "Place", -90)
    assert weights.of["subject"] == {"main": 7}
    assert weights.of["object of said"] == {"head=공장": -3}


def test_a_pair_adds_at_most_the_best_trait_of_each_kind(tmp_path: Path) -> None:
    traits = {"far=0": 5, "far=1": 9, "far=0 of=0": 2, "both=1": -4, "behind": 3}
    rows = [f"visited\tPerson\tPlace\tboth\t{trait}\t{weight}" for trait, weight in traits.items()]
    (weights,) = load_votes(table(tmp_path, *rows)).values()
    assert weights.reach("both") == 9 + 2 + 3
    assert weights.reach("both", lambda trait: "far=1" not in trait) == 5 + 2 + 3


def test_without_a_table_nobody_votes(tmp_path: Path) -> None:
    assert load_votes(tmp_path / "votes.tsv") == {}


@pytest.mark.parametrize(
    "row",
    [
        "visited\tPerson\tPlace\tsubject\tmain",
        "visited\tPerson\tPlace\tsubject\tmain\t0.5",
        "visited\tPerson\tPlace\tobjekt\tmain\t5",
        "visited Person Place subject main 5",
    ],
)
def test_a_row_that_is_none_is_told_with_its_place(tmp_path: Path, row: str) -> None:
    with pytest.raises(OntologyError, match=r"votes\.tsv:2: is no row of property, subject"):
        load_votes(table(tmp_path, row))


def test_a_table_without_its_head_is_told(tmp_path: Path) -> None:
    path = tmp_path / "votes.tsv"
    path.write_text("visited\tPerson\tPlace\tsubject\tmain\t5\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"votes\.tsv:1: "):
        load_votes(path)


def test_the_table_votes_on_what_a_rule_may_tell() -> None:
    known = ontology()
    voted = {telling.property for rule in known.rules if rule.source == "vote" for telling in rule.tells}
    assert {property_ for property_, _, _ in known.votes} == voted
    assert all(weights.reach("both") > 0 > weights.bias for weights in known.votes.values())
