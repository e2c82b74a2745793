"""Answers as tables that line up, CSV, JSON and Turtle."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.keep.store import in_memory
from kg.ontology.questions import Column, load_questions
from kg.ontology.schema import load_schema
from kg.query.format import formatted, table
from kg.query.run import Result, ask
from kg.write.quads import to_quads
from kg.write.terminal import cut, printable, width
from tests.samples import kapex_graph

ONTOLOGY = Path(__file__).parents[2] / "ontology"
SCHEMA = load_schema(ONTOLOGY / "techpolicy.ttl")
STORE = in_memory(to_quads(kapex_graph(), schema=SCHEMA))
VISITS = ask(STORE, load_questions(ONTOLOGY / "queries", SCHEMA)["partners"], {"body": "KIST"})


def test_a_table_lines_up_in_columns_of_the_terminal() -> None:
    lines = table(VISITS, SCHEMA).splitlines()
    assert len(lines) == 2 + 3
    rule = lines[1]
    starts = [place for place in range(1, len(rule)) if rule[place] != " " and rule[place - 1] == " "]
    for line in lines:
        wide = "".join(char * width(char) if width(char) == 2 else char for char in line)
        assert all(place >= len(wide) or wide[place - 1] == " " for place in starts), line


@pytest.mark.parametrize(("lang", "words"), [("ko", ["상대", "협력", "완료·사실"]), ("en", ["partner", "collaborates with", "actual"])])
def test_relations_and_statuses_show_their_labels(lang: str, words: list[str]) -> None:
    text = table(VISITS, SCHEMA, lang=lang)
    assert all(word in text for word in words)


def test_other_iris_are_shortened_by_the_longest_prefix() -> None:
    result = Result("table", (Column("x", "x", "x"),), ((NamedNode("https://w3id.org/techpolicy-kg/id/claim/a1"),), (None,)))
    assert table(result, SCHEMA).splitlines()[2:] == ["claim:a1", ""]


def test_hostile_text_stays_on_its_line() -> None:
    result = Result("table", (Column("x", "x", "x"),), ((Literal("a\nb\x1b[31m\u202ec"),),))
    assert table(result, SCHEMA).splitlines()[2:] == ["a b[31mc"]


@pytest.mark.parametrize(
    ("text", "shown", "columns"),
    [("abc", "abc", 3), ("가나다", "가나다", 6), ("가나다라", "가나…", 5), ("e\u0301", "e\u0301", 1), ("\tx", " x", 2)],
)
def test_widths(text: str, shown: str, columns: int) -> None:
    assert cut(printable(text), 6) == shown
    assert width(shown) == columns


def test_csv_is_read_by_the_csv_module() -> None:
    rows = list(csv.DictReader(io.StringIO(formatted(VISITS, "csv", SCHEMA), newline="")))
    assert [row["partner"] for row in rows] == ["LG AI연구원", "LG전자", "과학기술정보통신부"]
    assert rows[0]["relation"] == "https://w3id.org/techpolicy-kg/ontology#coDevelopedWith"
    assert rows[0]["when"] == ""


def test_json_is_sparql_results_json() -> None:
    told = json.loads(formatted(VISITS, "json", SCHEMA))
    assert told["head"]["vars"][0] == "partner"
    assert told["results"]["bindings"][0]["partner"] == {"type": "literal", "value": "LG AI연구원", "xml:lang": "ko"}
    assert json.loads(formatted(ask(STORE, "ASK {}"), "json", SCHEMA))["boolean"] is True


def test_turtle_is_read_by_rdflib() -> None:
    result = ask(STORE, "DESCRIBE id:kist")
    assert len(rdflib.Graph().parse(data=formatted(result, "turtle", SCHEMA))) == len(result.triples)
    assert formatted(result, "table", SCHEMA) == formatted(result, "turtle", SCHEMA)


@pytest.mark.parametrize(
    ("sparql", "form", "words"),
    [
        ("SELECT * {}", "turtle", "ask for table, csv or json"),
        ("ASK {}", "csv", "ask for table or json"),
        ("DESCRIBE id:kist", "json", "ask for table or turtle"),
        ("ASK {}", "xml", "'xml' is none of table, csv, json, turtle"),
    ],
)
def test_a_format_that_does_not_fit_is_told(sparql: str, form: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        formatted(ask(STORE, sparql), form, SCHEMA)
