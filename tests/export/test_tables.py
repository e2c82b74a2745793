"""The csv module reads the tables, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest

from kg.export import Source
from kg.export.tables import tables
from kg.export.text import cell, legal
from tests.export.graphs import hostile, kapex

SOURCES = pytest.mark.parametrize("source", [kapex(), hostile()], ids=["kapex", "hostile"])


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


@SOURCES
def test_every_entity_and_claim_is_a_row(source: Source) -> None:
    read, graph = {name: rows(data) for name, data in tables(source).items()}, source.graph
    assert [row["id"] for row in read["nodes.csv"]] == [cell(entity.id) for entity in graph.entities]
    assert [row["label_ko"].removeprefix("'") for row in read["nodes.csv"]] == [legal(entity.ko) for entity in graph.entities]
    assert [row["id"] for row in read["claims.csv"]] == [claim.id for claim in graph.claims]
    assert [row["quote"].removeprefix("'") for row in read["claims.csv"]] == [legal(claim.quote) for claim in graph.claims]


@SOURCES
def test_no_cell_begins_like_a_formula(source: Source) -> None:
    cells = [text for data in tables(source).values() for row in rows(data) for text in row.values()]
    assert len(cells) > 100
    assert not [text for text in cells if text[:1] in {*"=+-@\t\r\n", "\uff1d"}]


def test_edges_are_facts_only_and_counted() -> None:
    edges = rows(tables(kapex())["edges.csv"])
    assert [row for row in edges if row["property"] == "supports"] == []
    (settled,) = [row for row in edges if row["property"] == "formulated"]
    assert (settled["subject_label"], settled["property_label"], settled["claims"]) == ("대한민국 정부", "수립", "1")


def test_a_symmetric_edge_told_both_ways_is_one() -> None:
    """In the hostile graph everyone met two others; a pair is one row whoever is named first."""
    pairs = [(row["subject"], row["object"]) for row in rows(tables(hostile())["edges.csv"])]
    assert len(pairs) == len({frozenset(pair) for pair in pairs}) > 5
    plain = {frozenset((claim.subject, claim.object)) for claim in hostile().graph.claims if claim.status in ("actual", "ongoing")}
    assert len(pairs) == len(plain)


def test_the_claims_tell_what_stands_in_the_graph() -> None:
    (plan,) = [row for row in rows(tables(kapex())["claims.csv"]) if row["property"] == "supports"]
    told = (plan["status"], plan["when"], plan["latest"], plan["amount"], plan["subject_label"], plan["sentence"])
    assert told == ("planned", "../2030", "2030-12-31", "1020000000000 KRW", "대한민국 정부", "5")
