"""The CSV files read as LOAD CSV reads them, and the script parses by the openCypher grammar and fits the files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4_cypher import CypherLexer, CypherParser

from kg.errors import StoreError
from kg.export import Source
from kg.export.neo4j import SCRIPT, neo4j
from kg.export.text import legal
from kg.values import Claim, Document, Entity, Event, Graph, Part
from tests.export.graphs import ATTACKS, hostile, kapex, source_of

SOURCES = pytest.mark.parametrize("source", [kapex(), hostile()], ids=["kapex", "hostile"])


def rows(data: bytes) -> list[dict[str, str]]:
    """As Neo4j reads by default: a backslash escapes the next character, a doubled quote is a quote."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), escapechar="\\", strict=True))


def statements(source: Source) -> list[str]:
    text = neo4j(source)[SCRIPT].decode()
    return [line for line in text.splitlines() if line and not line.startswith("//")]


@SOURCES
def test_every_text_arrives(source: Source) -> None:
    files, graph = neo4j(source), source.graph
    assert [row["label_ko"] for row in rows(files["entities.csv"])] == [legal(entity.ko) for entity in graph.entities]
    assert [row["title"] for row in rows(files["documents.csv"])] == [legal(document.title) for document in graph.documents]
    assert [row["quote"] for row in rows(files["claims.csv"])] == [legal(claim.quote) for claim in graph.claims]
    assert all(None not in row and None not in row.values() for data in files.values() if data != files[SCRIPT] for row in rows(data))


@SOURCES
def test_relationships_join_nodes_that_are_there(source: Source) -> None:
    files = {name: rows(data) for name, data in neo4j(source).items() if name != SCRIPT}
    nodes = {"Entity": "entities.csv", "Article": "documents.csv", "Happening": "happenings.csv"}
    ids = {label: {row[f"id:ID({label})"] for row in files[name]} for label, name in nodes.items()}
    for name, start in (("claims.csv", "Entity"), ("mentions.csv", "Article"), ("roles.csv", "Happening")):
        assert files[name]
        for row in files[name]:
            assert row[f":START_ID({start})"] in ids[start]
            assert row[":END_ID(Entity)"] in ids["Entity"]


# The header of neo4j-admin database import: a name, a type, or a place in the graph, each once where the kind of file needs it.
FIELD = re.compile(r"(?:\w+(?::(?:ID\((\w+)\)|int|double|date))?|:LABEL|:TYPE|:START_ID\((\w+)\)|:END_ID\((\w+)\))")


@SOURCES
def test_the_headers_are_those_of_the_import(source: Source) -> None:
    spaces = {"Entity", "Article", "Happening"}
    for name, data in neo4j(source).items():
        if name == SCRIPT:
            continue
        heads = next(csv.reader(io.StringIO(data.decode(), newline="")))
        found = [FIELD.fullmatch(head) for head in heads]
        assert all(found), heads
        assert {space for match in found if match for space in match.groups() if space} <= spaces
        assert len({head.partition(":")[0] or head for head in heads}) == len(heads), "two columns of one name"
        places = [head.partition("(")[0].partition(":")[2] for head in heads]
        needed = ["START_ID", "TYPE", "END_ID"] if ":TYPE" in heads else ["ID", "LABEL"]
        assert [place for place in places if place.isupper()] == needed


def test_values_of_a_type_are_of_that_type() -> None:
    read = {"int": int, "double": float, "date": dt.date.fromisoformat}
    looked_at = set()
    for data in (data for name, data in neo4j(kapex()).items() if name != SCRIPT):
        for row in rows(data):
            for head, text in row.items():
                kind = head.rpartition(":")[2]
                if kind in read and text:
                    read[kind](text)  # type: ignore[operator]
                    looked_at.add(head)
    assert looked_at >= {"confidence:double", "sentence:int", "start:int", "end:int", "date:date", "earliest:date", "latest:date"}


@SOURCES
def test_the_script_is_cypher(source: Source) -> None:
    told = statements(source)
    assert len(told) > 10
    for line in told:
        if line.startswith("CREATE CONSTRAINT"):  # which openCypher leaves to each database
            assert re.fullmatch(r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:\w+\) REQUIRE n\.id IS UNIQUE;", line)
            continue
        known = re.sub(r"^LOAD CSV WITH HEADERS FROM 'file:///\w+\.csv' AS row ", "UNWIND rows AS row ", line)  # LOAD CSV is Neo4j's own
        assert known != line
        parser = CypherParser(CommonTokenStream(CypherLexer(InputStream(known))))
        parser.removeErrorListeners()
        parser.script()
        assert parser.getNumberOfSyntaxErrors() == 0, line


@SOURCES
def test_the_script_names_only_columns_and_files_that_are_there(source: Source) -> None:
    files = neo4j(source)
    for line in statements(source):
        for file in re.findall(r"file:///([\w.]+)", line):
            heads = next(csv.reader(io.StringIO(files[file].decode(), newline="")))
            assert set(re.findall(r"row\.`([^`]+)`", line)) | set(re.findall(r"row\.(\w+)", line)) <= set(heads), line


def test_no_text_of_a_document_is_in_the_script() -> None:
    text = neo4j(hostile())[SCRIPT].decode()
    assert not [attack for attack in ATTACKS if attack in text]


@pytest.mark.parametrize("name", ["a` DELETE n //", "", "1a", "a b", "a\\u0060"])
def test_a_name_that_is_no_word_is_refused(name: str) -> None:
    document = Document("d", "t", "글", ())
    event = Event("e", "Visit", (Part(name, "a"),), ("d",))
    graphs = [
        Graph((document,), (Entity("a", name, "가"),), (), (), ()),
        Graph((document,), (Entity("a", "Person", "가"),), (Claim("d", "a", name, "a", "actual", 0, 0, 1, "글", "r", 1.0),), (), ()),
        Graph((document,), (Entity("a", "Person", "가"),), (), (event,), ()),
    ]
    for graph in graphs:
        source = source_of(Graph((), (), (), (), ()))
        source.__dict__["graph"] = graph
        with pytest.raises(StoreError, match="cannot be a label"):
            neo4j(source)
