"""Saved questions are read with their headers, and a mistake in one is told with its place."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import OntologyError
from kg.ontology.questions import MARKER, Param, load_questions, with_values
from kg.ontology.schema import Schema, load_schema

ONTOLOGY = Path(__file__).parents[2] / "ontology"
GOOD = f"""# title@ko: 물음
# title@en: Question
# param: who entity "누구" "who"
# param: least integer "최소" "at least" 2
# columns: n "수" "number"
PREFIX tp: <https://w3id.org/techpolicy-kg/ontology#>

SELECT ?n WHERE {{
  {MARKER}
  ?who tp:visited ?n . FILTER(?least > 1)
}}
ORDER BY ?n
"""


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(ONTOLOGY / "techpolicy.ttl")


def saved(tmp_path: Path, text: str) -> Path:
    (tmp_path / "one.rq").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_questions_of_the_project_are_many_and_total_in_their_order(schema: Schema) -> None:
    questions = load_questions(ONTOLOGY / "queries", schema)
    assert len(questions) >= 14
    for question in questions.values():
        assert question.ko != question.en
        assert "ORDER BY" in question.text, f"{question.name} has no order"


def test_the_header_is_read(tmp_path: Path, schema: Schema) -> None:
    question = load_questions(saved(tmp_path, GOOD), schema)["one"]
    assert (question.title("ko"), question.title("en")) == ("물음", "Question")
    assert question.params == (Param("who", "entity", "누구", "who", None), Param("least", "integer", "최소", "at least", "2"))
    assert [column.name for column in question.columns] == ["n"]
    assert question.page
    untold = GOOD.replace("# title@en", "# page: no\n# title@en", 1)
    assert not load_questions(saved(tmp_path, untold), schema)["one"].page


def test_values_stand_in_the_place_of_the_marker_and_move_no_line(tmp_path: Path, schema: Schema) -> None:
    question = load_questions(saved(tmp_path, GOOD), schema)["one"]
    text = with_values(question, {"who": NamedNode("http://x/a")})
    assert "VALUES (?who ?least) { (<http://x/a> UNDEF) }" in text
    assert text.count("\n") == question.text.count("\n")


def test_a_value_cannot_leave_its_quotes(tmp_path: Path, schema: Schema) -> None:
    question = load_questions(saved(tmp_path, GOOD), schema)["one"]
    text = with_values(question, {"who": Literal('x" ) } } SELECT * { "')})
    assert r'("x\" ) } } SELECT * { \"" UNDEF)' in text


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("# title@ko: 물음\n", "", 1, "title@ko"),
        ("# title@en: Question", "# title@en: ", 1, "title@en"),
        ("who entity", "who entitty", 3, "did you mean entity?"),
        ('"누구" "who"', '"누구"', 3, "this has 3 words"),
        ('"누구"', '"누구', 3, "No closing quotation"),
        ("tp:visited", "tp:visitted", 10, "did you mean visited?"),
        ("?who tp:visited ?n", "?who tp:visited ?n . ?x", 10, "column"),
        (f"  {MARKER}\n", "", 1, "needs exactly one"),
        ("FILTER(?least > 1)", "", 1, "least is never used"),
        ("# columns: n", "# columns: m", 1, "SELECT gives n, but `# columns:` lists m"),
        ('"수" "number"', '"수"', 5, "a column needs"),
        ("# title@en: Question", "# title@en: Question\n# page: never", 3, "'never'; it is yes or no"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(old: str, new: str, line: int, words: str, *, tmp_path: Path, schema: Schema) -> None:
    assert old in GOOD
    folder = saved(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(OntologyError) as told:
        load_questions(folder, schema)
    assert str(told.value).startswith(f"{folder / 'one.rq'}:{line}:"), told.value
    assert words in str(told.value)


def test_a_folder_without_questions_is_an_error(tmp_path: Path, schema: Schema) -> None:
    with pytest.raises(OntologyError, match="no saved question"):
        load_questions(tmp_path, schema)
