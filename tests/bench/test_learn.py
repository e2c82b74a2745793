"""What is learnt: traits that go with related pairs weigh for them, rare ones nothing; the table that results can be read."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kg.ontology.votes import UNIT, load_votes
from tests.bench.annotated import corpora
from tests.bench.learn import WITHHELD, Numbers, Pair, learn, pairs, weights, withheld
from tests.bench.logistic import posterior_mode
from tests.road import ontology

KEY = ("participatedIn", "Person", "Event")


NUMBERS = Numbers()


def pair(right: bool, *traits: str, key: tuple[str, str, str] = KEY) -> Pair:
    return Pair(key, array("i", (NUMBERS[trait] for trait in (("", ""), *(("subject", trait) for trait in traits)))), right)


def weighed(found: Sequence[Pair]) -> dict[tuple[str, str], int]:
    return weights(found, list(NUMBERS))


MANY = [*[pair(True, "speaks")] * 300, *[pair(False, "speaks")] * 100, *[pair(True, "absent")] * 20, *[pair(False, "absent")] * 380]


def test_a_trait_of_related_pairs_weighs_for_them() -> None:
    found = weighed(MANY)
    assert found["subject", "speaks"] > 0 > found["subject", "absent"]
    likely = 1 / (1 + np.exp(-(found["", ""] + found["subject", "speaks"]) / UNIT))
    assert likely == pytest.approx(0.75, abs=0.1)


def test_a_rare_trait_weighs_nothing() -> None:
    assert ("subject", "odd") not in weighed([*MANY, *[pair(True, "odd")] * 3])


def test_from_few_related_pairs_nothing_is_learnt() -> None:
    assert weighed([pair(True, "speaks")] * 10 + [pair(False)] * 500) == {}


def test_the_regression_finds_the_shares() -> None:
    x = [np.array([0])] * 100 + [np.array([0, 1])] * 100
    y = np.array([1.0] * 20 + [0.0] * 80 + [1.0] * 70 + [0.0] * 30)
    w = posterior_mode(x, y, np.array([1e-9, 1e-9]))
    assert 1 / (1 + np.exp(-w[0])) == pytest.approx(0.2, abs=1e-3)
    assert 1 / (1 + np.exp(-w.sum())) == pytest.approx(0.7, abs=1e-3)


def test_the_regression_gives_the_weights_at_which_nothing_pulls_any_more() -> None:
    random = np.random.default_rng(7)
    rows = [np.flatnonzero(held) for held in random.random((400, 30)) < 0.2]
    right = (random.random(400) < 0.3).astype(float)
    prior = np.full(30, 2.0)
    w = posterior_mode(rows, right, prior)
    x = np.zeros((400, 30))
    for case, row in enumerate(rows):
        x[case, row] = 1
    assert np.abs(x.T @ (right - 1 / (1 + np.exp(-x @ w))) - prior * w).max() < 1e-3


def test_the_table_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "votes.tsv"
    path.write_text("\n".join(learn([*MANY, pair(True, "x", key=("visited", "Person", "Place"))], list(NUMBERS))) + "\n", encoding="utf-8")
    (read,) = load_votes(path).values()
    assert (read.property, read.subject, read.object) == KEY
    assert read.of["subject"] == {trait: weight for (side, trait), weight in weighed(MANY).items() if side}


def test_pairs_are_right_where_an_annotator_relates_the_two(tmp_path: Path) -> None:
    text = "과기정통부는 12일 대전에서 '양자기술 미래 포럼'을 개최했다. 박도연 교수가 현황을 소개했다. 나래양자 이수현 대표도 말했다."
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "a", "title": "포럼", "date": "2025-06-12", "text": text}, ensure_ascii=False))
    (tmp_path / "gold").mkdir()
    entities = [
        {"id": "e1", "name": "박도연", "type": "Person", "aliases": []},
        {"id": "e2", "name": "양자기술 미래 포럼", "type": "Event", "aliases": []},
    ]
    fact = {"s": "e1", "p": "participatedIn", "o": "e2", "status": "actual", "time": None, "role": None, "amount": None, "sentence": 1}
    (tmp_path / "gold" / "a.json").write_text(json.dumps({"id": "a", "entities": entities, "facts": [fact]}, ensure_ascii=False))
    (corpus,) = corpora([str(tmp_path / "gold"), str(tmp_path / "texts.jsonl")])
    found = [one for one in pairs(corpus, ontology(), Numbers()) if one.key == KEY]
    assert sorted(one.right for one in found) == [False, True]


def test_a_fifth_of_what_rules_tell_is_withheld_and_the_same_every_time() -> None:
    facts = [(f"r{one}", "participatedIn", f"r{other}", place) for one in range(20) for other in range(20) for place in range(5)]
    hidden = [fact for fact in facts if withheld(*fact)]
    assert len(hidden) / len(facts) == pytest.approx(WITHHELD / 100, abs=0.03)
    assert hidden == [fact for fact in facts if withheld(*fact)]
