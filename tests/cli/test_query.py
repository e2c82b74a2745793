"""``kg query``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.home import ontology_folder
from tests.cli.conftest import Run

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?c a tp:Claim }"


def test_without_a_question_all_saved_ones_are_listed_without_a_built_graph() -> None:
    names = sorted(path.stem for path in (ontology_folder() / "queries").glob("*.rq"))
    for lang, title in (("ko", "한 기관의 협력 상대"), ("en", "Partners of a body")):
        result = CliRunner().invoke(main, ["query", "--lang", lang, "-o", "/nowhere"])
        assert result.exit_code == 0
        assert [line.split()[0] for line in result.output.splitlines()] == names
        assert title in result.output


def test_a_saved_question_takes_names_as_people_write_them(kg: Run) -> None:
    for name in ("한국과학기술연구원", "KIST", "kist"):
        result = kg("query", "partners", "-p", f"body={name}")
        assert result.exit_code == 0, result.output
        assert "LG전자" in result.stdout
    assert "relation" in kg("query", "partners", "-p", "body=KIST", "--lang", "en").stdout


def test_sparql_from_an_argument_a_file_and_stdin(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(COUNT, encoding="utf-8")
    answers = [
        kg("query", COUNT, "--format", "csv"),
        kg("query", "--file", str(tmp_path / "q.rq"), "--format", "csv"),
        kg("query", "--file", "-", "--format", "csv", input=COUNT),
    ]
    assert all(answer.exit_code == 0 for answer in answers)
    rows = [list(csv.reader(io.StringIO(answer.stdout))) for answer in answers]
    assert rows[0] == rows[1] == rows[2]
    assert int(rows[0][1][0]) > 20


def test_json_and_turtle(kg: Run) -> None:
    told = json.loads(kg("query", COUNT, "--format", "json").stdout)
    assert int(told["results"]["bindings"][0]["n"]["value"]) > 20
    turtle = kg("query", "CONSTRUCT { ?s tp:visited ?o } WHERE { ?s tp:visited ?o }", "--format", "turtle").stdout
    assert "id:kist" in turtle


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["prtners"], "did you mean partners?"),
        (["partners"], "partners needs body"),
        (["partners", "-p", "body"], "write -p key=value"),
        (["partners", "-p", "bdy=KIST"], "did you mean body?"),
        (["partners", "-p", "body=KIST", "-p", "body=ETRI"], "given twice"),
        (["partners", "-p", 'body=KIST" } DROP ALL #'], "no entity is called"),
        (["due", "-p", "by=tomorrow"], "no date of the form YYYY-MM-DD"),
        (["SELECT * WHERE {\n ?s ?p }"], "malformed SPARQL at line 2"),
        (["DELETE WHERE { ?s ?p ?o }"], "is refused"),
        (["SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"], "SERVICE is refused"),
        ([COUNT, "--format", "turtle"], "cannot be turtle"),
        (["partners", "--file", "-"], "give one"),
        ([__file__], f"--file {__file__} asks what it says"),
    ],
)
def test_what_cannot_be_asked_is_told(kg: Run, arguments: list[str], message: str) -> None:
    result = kg("query", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert isinstance(result.exception, SystemExit)
