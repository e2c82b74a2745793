"""Annotations are read whole or refused with file, entry and what would be right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, UsageError
from kg.evaluate.gold import Choice, GoldEntity, GoldFact, gold_files, read_gold

ENTITIES: list[dict[str, Any]] = [
    {"id": "e1", "name": "한빛로보", "type": "Company", "aliases": ["한빛"]},
    {"id": "e2", "name": "하람", "type": "Product"},
]
FACT = {"s": "e1", "p": "developed", "o": "e2", "status": "actual", "time": "2025", "role": None, "amount": None, "sentence": 3}


def written(folder: Path, told: Any, name: str = "one") -> Path:
    path = folder / f"{name}.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def test_an_article_is_read(tmp_path: Path) -> None:
    article = read_gold(written(tmp_path, {"id": "x", "entities": ENTITIES, "facts": [FACT]}))
    assert article.id == "one"
    assert article.entities == (GoldEntity("e1", "Company", ("한빛로보", "한빛")), GoldEntity("e2", "Product", ("하람",)))
    assert article.facts == (GoldFact("e1", "developed", "e2", "actual", "2025", None, None, 3),)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("{", "cannot be read as JSON"),
        ("[]", "has a list where 'entities' and 'facts' belong"),
        ({"entities": ENTITIES}, "'facts' must be a list of objects"),
        ({"entities": [1], "facts": []}, "'entities' must be a list of objects"),
        ({"entities": ENTITIES * 2, "facts": []}, "two entities have one id"),
        ({"entities": [{"id": "e1", "name": "", "type": "Company"}], "facts": []}, r"entities\[0\]: 'name' must be a text, not ''"),
        ({"entities": [ENTITIES[1] | {"aliases": "한빛"}], "facts": []}, r"entities\[0\]: 'aliases' must be a list"),
        ({"entities": ENTITIES, "facts": [FACT, FACT | {"o": "e3"}]}, r"facts\[1\]: 'e3' is no entity of this article"),
        ({"entities": ENTITIES, "facts": [FACT | {"status": "done"}]}, "status 'done' is none of actual, ongoing, planned, negated"),
        ({"entities": ENTITIES, "facts": [FACT | {"p": None}]}, "'p' must be a text, not None"),
    ],
)
def test_what_is_no_annotation_is_told(told: Any, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        read_gold(written(tmp_path, told))


@pytest.mark.parametrize(
    ("choice", "stems"),
    [
        (Choice(), ["a1", "a2", "b1"]),
        (Choice(only=("a*",)), ["a1", "a2"]),
        (Choice(only=("b1", "a2")), ["a2", "b1"]),
        (Choice(leave_out=("a?",)), ["b1"]),
        (Choice(only=("a*",), leave_out=("a2",)), ["a1"]),
    ],
)
def test_articles_are_chosen(choice: Choice, stems: list[str], tmp_path: Path) -> None:
    for name in ("b1", "a2", "a1"):
        written(tmp_path, "{}", name)
    assert [path.stem for path in gold_files(tmp_path, choice)] == stems


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(only=("own-a11",)), "no article is called 'own-a11'; did you mean own-a01?"),
        (Choice(leave_out=("zd-*",)), "no article is called 'zd-\\*'"),
        (Choice(leave_out=("own*",)), "all 1 articles are left out"),
    ],
)
def test_a_choice_of_nothing_is_told(choice: Choice, message: str, tmp_path: Path) -> None:
    written(tmp_path, "{}", "own-a01")
    with pytest.raises(UsageError, match=message):
        gold_files(tmp_path, choice)


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no annotated articles"):
        gold_files(tmp_path)
