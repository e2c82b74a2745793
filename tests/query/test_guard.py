"""Updates and calls to other servers are refused, however they are spelt, and words that only look so are not."""

import pytest

from kg.errors import UsageError
from kg.keep.store import in_memory
from kg.query.guard import look
from kg.query.run import ask


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * {\n?s ?p 1SERVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{} }",
        "SELECT * { # comment\rSERVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { ?s ?p '#' SERVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { ?s ?p '''a''b''' . SERVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { ?s ?p 'a\\'' . SERVICE ?x {} # '\n}",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { S\\U00000045RVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { { SELECT * { SERVICE ?x { ?s ?p ?o } } } }",
        "SELECT * { FILTER(1<2)SERVICE <http://127.0.0.1:9/> {} }",
        "SELECT * { ?s <a:b> 'x'@ko.SERVICE <http://127.0.0.1:9/> {} }",
    ],
)
def test_a_call_to_another_server_is_refused(sparql: str) -> None:
    with pytest.raises(UsageError, match="refused"):
        ask(in_memory([]), sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?s ?p ?o }",
        "PREFIX select: <http://x/>\nload <http://127.0.0.1:9/>",
        "CLEAR ALL",
        "DROP GRAPH <http://x/>",
        "WITH <http://x/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "# SELECT\nCOPY DEFAULT TO <http://x/>",
    ],
)
def test_an_update_is_refused(sparql: str) -> None:
    with pytest.raises(UsageError, match="refused"):
        ask(in_memory([]), sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service <http://x/SERVICE> 'SERVICE <http://x>' }",
        'SELECT * { ?s ?p """SERVICE "quoted" LOAD""" }  # SERVICE',
        "PREFIX s: <http://x/> SELECT * { ?s s:SERVICE s:insert }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && 4 > 3) }",
        "ASK { ?s ?p 'LOAD'@en-service }",
    ],
)
def test_words_that_only_look_so_pass(sparql: str) -> None:
    look(sparql, {})
    ask(in_memory([]), sparql)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_brackets_beyond_any_need_are_refused_before_they_end_the_parser(pair: str) -> None:
    def nested(depth: int, between: str = "") -> str:
        return "ASK {\n" + (pair[0] + between) * depth + pair[1] * depth + "}"

    with pytest.raises(UsageError, match=r"line 2, column 200: more than 200 brackets"):
        look(nested(100_000), {})
    look(nested(199), {})
    look(nested(199, between=f" '{pair[0] * 300}' # {pair[0] * 300}\n"), {})
