"""Pairs of names that people know to be one thing or two (``tests/cases/names.csv``), each judged as two documents that name them.

A pair is right if it is joined or kept apart as labelled. The report by kind is printed with ``pytest -s``. Failures that are known
stand in the floors: a kind may get better, never worse. No pair of near names may be joined, ever.

``context`` is the body of a person, the day of an event or of the article, or the stock code of a firm.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from kg.ontology.authority import Row, fold
from kg.ontology.load import BODY, EVENT, PERSON
from kg.resolve.identity import Node, assign_ids
from kg.resolve.nodes import CODE
from kg.values import Referent
from tests.needs import REPOSITORY
from tests.road import ontology

FILE = REPOSITORY / "tests" / "cases" / "names.csv"
COLUMNS = ["name_a", "context_a", "name_b", "context_b", "class", "verdict", "kind", "why_hard"]
DAY = dt.date(2025, 6, 1)

# Of pairs that are the same, the share that is joined; of pairs that are joined, the share that is the same.
RECALL = {
    "abbreviation": 0.91,
    "english-name": 0.92,
    "misspelling": 0.0,
    "numbered": 0.83,
    "person-body": 0.9,
    "technology-synonym": 0.96,
    "transliteration": 0.94,
}
PRECISION: dict[str, float] = {}


class Pair(NamedTuple):
    """A labelled pair; ``line`` is its line in the file."""

    line: int
    cells: dict[str, str]

    @property
    def same(self) -> bool:
        return self.cells["verdict"] == "same"

    def __str__(self) -> str:
        cell = self.cells
        names = " / ".join(f"{cell[f'name_{end}']} [{cell[f'context_{end}']}]" for end in "ab")
        return f"{FILE.name}:{self.line}: {names} {cell['verdict']}: {cell['why_hard']}"


def pairs() -> Iterator[Pair]:
    with FILE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == COLUMNS
        yield from (Pair(reader.line_num, row) for row in reader)


def row_of(name: str, type_: str, day: dt.date) -> Row | None:
    """The row that a document of that day means by the name, as the finder has it: one of its class that needs no cue."""
    bodies = ontology().types_of(BODY)
    found = [row for row in ontology().authority.at(name, day) if row.type == type_ or {row.type, type_} <= bodies]
    return found[0] if len(found) == 1 and not found[0].needs_cue(name) else None


def node(document: str, name: str, type_: str, context: str) -> Node:
    day = dt.date.fromisoformat(context) if re.fullmatch(r"\d{4}-\d\d-\d\d", context) else DAY
    row = row_of(name, type_, day)
    marks: set[str] = set()
    if type_ == PERSON and context:
        body = next(iter(ontology().authority.at(context, day)), None)
        marks = {body.id if body else fold(context)}
        held = {post.organisation for post in ontology().authority.posts if row and post.person == row.id}
        row = row if not held or held & marks else None
    elif type_ == EVENT and context:
        marks = {context}
    elif context.isdigit():
        marks = {CODE + context}
        row = None
    referent = Referent("r0", row.type if row else type_, row.ko if row else name, (name,), row.id if row else None, ())
    return Node(document, referent, frozenset(marks), day)


def joined(pair: Pair) -> bool:
    cell = pair.cells
    one, _, other = cell["class"].partition("/")
    nodes = [node("a", cell["name_a"], one, cell["context_a"]), node("b", cell["name_b"], other or one, cell["context_b"])]
    return len(set(assign_ids(nodes, ontology()).values())) == 1


@cache
def outcomes() -> list[tuple[Pair, bool]]:
    return [(pair, joined(pair)) for pair in pairs()]


def by_kind() -> dict[str, list[tuple[Pair, bool]]]:
    found: dict[str, list[tuple[Pair, bool]]] = defaultdict(list)
    for pair, one in outcomes():
        found[pair.cells["kind"]].append((pair, one))
    return found


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def test_there_are_pairs_enough_and_of_known_form() -> None:
    found = list(pairs())
    assert len(found) >= 400
    concrete = {c.name for c in ontology().schema.entity_types}
    for pair in found:
        assert set(pair.cells["class"].split("/")) <= concrete, pair
        assert pair.cells["verdict"] in ("same", "different"), pair
        assert pair.cells["why_hard"], pair


def test_no_near_names_are_joined() -> None:
    wrong = [str(pair) for pair, one in by_kind()["near-name"] if one]
    assert wrong == []


@pytest.mark.parametrize("kind", sorted({pair.cells["kind"] for pair in pairs()}))
def test_a_kind_is_as_good_as_it_was(kind: str) -> None:
    found = by_kind()[kind]
    right = sum(one and pair.same for pair, one in found)
    recall, precision = share(right, sum(pair.same for pair, _ in found)), share(right, sum(one for _, one in found))
    print(f"{kind:<22} {len(found):>4} pairs  precision {precision:.3f}  recall {recall:.3f}")
    failed = "\n".join(str(pair) for pair, one in found if one != pair.same)
    assert recall >= RECALL.get(kind, 1.0) and precision >= PRECISION.get(kind, 1.0), failed
