"""What a query may say: no update, no call to another server in any reading of its text; and what it may well say."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.ontology.questions import load_questions, with_values
from kg.ontology.schema import load_schema
from kg.query.guard import look
from tests.needs import REPOSITORY

ONTOLOGY = REPOSITORY / "ontology"
# Port 9 is one that Oxigraph itself refuses to call, so a call is seen and nothing is sent.
PREFIXES = {"ex": "http://127.0.0.1:9/"}


def store() -> ox.Store:
    filled = ox.Store()
    a = ox.NamedNode("http://127.0.0.1:9/a")
    for value in (ox.Literal(1), ox.Literal("x"), a):
        filled.add(ox.Quad(a, ox.NamedNode("http://127.0.0.1:9/p"), value))
    return filled


STORE = store()


def calls(query: str) -> bool:
    """Whether Oxigraph reads a call in ``query``, and makes it."""
    try:
        for _ in zip(range(3), STORE.query(query, prefixes=PREFIXES), strict=False):  # type: ignore[arg-type]
            pass
    except OSError:
        return True
    except RuntimeError as error:
        return "service" in str(error)
    except (SyntaxError, ValueError, TypeError):
        return False
    return False


HIDDEN = (
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?q ?r ?t } }",
    "SELECT * { sErViCe <http://127.0.0.1:9/> { ?q ?r ?t } }",
    "SELECT * { SERVICEex:a { ?q ?r ?t } }",
    "SELECT * { VALUES ?x { ex:a } BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE?x#>\n{ ?q ?r ?t } }",
    "SELECT * { ?a ex:p 1 . SERVICE\n#'\n<http://127.0.0.1:9/>\n#'\n{ ?q ?r ?t } }",
    "SELECT * { ?a ex:p ?b . BIND(1 AS ?c) FILTER(?c<?b#>'''\n || true) SERVICE ex:a\n#'''\n{ ?q ?r ?t } }",
)


@pytest.mark.parametrize("query", HIDDEN)
def test_a_call_is_refused_however_it_is_spelt(query: str) -> None:
    with pytest.raises(UsageError) as caught:
        look(query, PREFIXES)
    assert str(caught.value).startswith("line ")


def test_the_spellings_are_calls_indeed() -> None:
    assert [calls(query) for query in HIDDEN[:5]] == [True] * 5


WORDS = "SERVICE ex:a ex: :a <http://127.0.0.1:9/> ?x $x ?a 1 # { } ( ) . ; < > ? ^ / * + = && FILTER true --ltr ex:p ex:a. \\ _ OPTIONAL"
MARKS = "SILENT [] << >> <?a ?a<?b 1. %41 ² 가 ' \" ''' \"\"\""
FRAGMENTS = (*WORDS.split(), *MARKS.split(), '"x"@en', "\n", " ", "BIND(1 AS ?a)")
GLUE = st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join)
FRAMES = st.sampled_from(
    ["?a ex:p ?b . {} SERVICE {} ", "?a ex:p{}SERVICE{}", "VALUES ?x {{ ex:a }} BIND(1 AS ?b) FILTER(?b<?a{}SERVICE{}"]
)


@settings(max_examples=1500, deadline=None)
@given(FRAMES, GLUE, GLUE)
def test_what_passes_calls_nobody(frame: str, before: str, behind: str) -> None:
    query = "SELECT * { " + frame.format(before, behind) + "{ ?q ?r ?t } }"
    try:
        look(query, PREFIXES)
    except UsageError:
        return
    assert not calls(query), query


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service rdfs:label "AI SERVICE" }',
        "# SERVICE <http://x/> {}\nSELECT * { ?s ?p ?o }",
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s a sd:Service }",
        "SELECT * { ?s <https://example.org/service?x=(1)#a> 'it''s' }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
        "SELECT * { ?s ?p <urn:isbn:0451450523>, <mailto:a@b.example>, <>, <기관/가> }",
        "DESCRIBE <http://x/>",
        "SELECT * { ?s ?p '''INSERT DATA { }\nSERVICE <x> {}''' }",
    ],
)
def test_harmless_queries_pass(query: str) -> None:
    assert look(query, {}).graphs == ()


def test_every_saved_question_passes() -> None:
    for question in load_questions(ONTOLOGY / "queries", load_schema(ONTOLOGY / "techpolicy.ttl")).values():
        look(with_values(question, {}), {})


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <a> <b> <c> }", "PREFIX a: <b>\nload <http://x/>", "# SELECT\nDROP ALL", "WITH <g> DELETE { ?s ?p ?o } WHERE { }"],
)
def test_an_update_is_refused_with_why(update: str) -> None:
    with pytest.raises(UsageError, match="read-only"):
        look(update, {})


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("SELECT * FROM <http://g/a> FROM NAMED <http://g/b> { ?s ?p ?o }", ("http://g/a", "http://g/b")),
        ("PREFIX g: <http://g/> ASK FROM g:a { ?s ?p ?o }", ("http://g/a",)),
        ("ASK FROM ex:a\\,b { }", ("http://127.0.0.1:9/a,b",)),
        ("BASE <http://g/> ASK FROM <a> { }", ()),
    ],
)
def test_graphs_are_made_out(query: str, graphs: tuple[str, ...]) -> None:
    found = look(query, PREFIXES)
    assert found.dataset and found.graphs == graphs


def test_a_place_is_told_by_line_and_column() -> None:
    with pytest.raises(UsageError, match=r"^line 2, column 3: SERVICE is refused"):
        look("SELECT * {\n  SERVICE <http://x/> {} }", {})
