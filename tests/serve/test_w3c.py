"""Every case of the W3C's suite for the SPARQL 1.1 Protocol, by its name there; what would change the store is refused, with why.

The graphs that the suite loads (data1 to data3) are here those of two documents, and one that the store does not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import httpx
import pytest

from tests.samples import kapex_graph
from tests.serve.servers import built, running

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
BASE = "https://w3id.org/techpolicy-kg/id/article/"
DATA1, DATA2, DATA3 = BASE + "kapex-visit", BASE + "ai-strategy", BASE + "never-read"
DEFAULT, NAMED = "default-graph-uri", "named-graph-uri"
USING, USING_NAMED = "using-graph-uri", "using-named-graph-uri"

# Whether the default graph has both documents, or the first; and whether the named graphs are just those two.
BOTH = f"ASK {{ <{DATA1}> a ?one . <{DATA2}> a ?two }}"
FIRST = f"ASK {{ <{DATA1}> a ?one FILTER NOT EXISTS {{ <{DATA2}> a ?two }} }}"
GRAPHS = f"ASK {{ GRAPH ?g {{ <{DATA1}> a ?one }} GRAPH ?h {{ <{DATA2}> a ?two }} FILTER NOT EXISTS {{ <{DATA1}> a ?three }} }}"
FULL = f"ASK {{ <{DATA1}> a ?one GRAPH ?g {{ <{DATA2}> a ?two }} FILTER NOT EXISTS {{ <{DATA2}> a ?three }} }}"
INSERT = f"INSERT DATA {{ <{DATA1}> a <urn:x> }}"


@dataclass(frozen=True)
class Case:
    """A request and the status of its response; ``says`` is a part of the body, ``types`` are those that the response may have."""

    status: int
    method: str = "POST"
    address: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    type: str = ""
    accept: str = "application/sparql-results+xml"
    says: str = ""
    types: tuple[str, ...] = ()


def get(*address: tuple[str, str], status: int = 200, says: str = "", method: str = "GET") -> Case:
    return Case(status, method, address, says=says)


def form(*fields: tuple[str, str], status: int = 200, says: str = "", type: str = FORM) -> Case:
    return Case(status, body=urlencode(fields).encode(), type=type, says=says)


def direct(text: bytes | str, *address: tuple[str, str], status: int = 200, says: str = "", type: str = QUERY) -> Case:
    return Case(status, address=address, body=text.encode() if isinstance(text, str) else text, type=type, says=says)


def answered(query: str, accept: str, *types: str) -> Case:
    return Case(200, "GET", (("query", query),), accept=accept, types=types)


def refused(case: Case) -> Case:
    return replace(case, status=403, says="read-only")


TRUE = "<boolean>true</boolean>"
TABLES = ("application/sparql-results+xml", "application/sparql-results+json")
RDF = ("application/rdf+xml", "text/turtle")
CASES = {
    "query_get": get(("query", "ASK {}"), says=TRUE),
    "query_post_form": form(("query", "ASK {}"), says=TRUE),
    "query_post_direct": direct("ASK {}", says=TRUE),
    "query_dataset_default_graphs_get": get(("query", BOTH), (DEFAULT, DATA1), (DEFAULT, DATA2), says=TRUE),
    "query_dataset_default_graphs_post": form(("query", BOTH), (DEFAULT, DATA1), (DEFAULT, DATA2), says=TRUE),
    "query_dataset_default_graphs_post, direct": direct(BOTH, (DEFAULT, DATA1), (DEFAULT, DATA2), says=TRUE),
    "query_dataset_named_graphs_get": get(("query", GRAPHS), (NAMED, DATA1), (NAMED, DATA2), says=TRUE),
    "query_dataset_named_graphs_post": form(("query", GRAPHS), (NAMED, DATA1), (NAMED, DATA2), says=TRUE),
    "query_dataset_named_graphs_post, direct": direct(GRAPHS, (NAMED, DATA1), (NAMED, DATA2), says=TRUE),
    "query_dataset_full": form(("query", FULL), (DEFAULT, DATA1), (NAMED, DATA1), (NAMED, DATA2), says=TRUE),
    "query_multiple_dataset": form(("query", FIRST.replace("ASK", f"ASK FROM <{DATA2}>")), (DEFAULT, DATA1), says=TRUE),
    "a graph that is not there": get(("query", BOTH), (DEFAULT, DATA3), status=400, says="no graph of this store"),
    "query_content_type_select": answered("SELECT (1 AS ?value) {}", ", ".join(TABLES), *TABLES),
    "query_content_type_ask": answered("ASK {}", ", ".join(TABLES), *TABLES),
    "query_content_type_describe": answered(f"DESCRIBE <{DATA1}>", ", ".join(RDF), *RDF),
    "query_content_type_construct": answered("CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}", ", ".join(RDF), *RDF),
    "bad_query_method": get(("query", "ASK {}"), method="PUT", status=405),
    "bad_multiple_queries": get(("query", "ASK {}"), ("query", "SELECT * {}"), status=400, says="exactly one"),
    "bad_multiple_queries, form": form(("query", "ASK {}"), ("query", "SELECT * {}"), status=400, says="exactly one"),
    "bad_query_wrong_media_type": direct("ASK {}", type="text/plain", status=415, says=QUERY),
    "bad_query_missing_form_type": form(("query", "ASK {}"), type="", status=415, says=FORM),
    "bad_query_missing_direct_type": direct("ASK {}", type="", status=415, says=QUERY),
    "bad_query_non_utf8": direct("ASK {}".encode("utf-16"), type=f"{QUERY}; charset=UTF-16", status=415, says="UTF-8"),
    "bad_query_non_utf8, untold": direct("ASK {}".encode("utf-16"), status=400, says="not UTF-8"),
    "bad_query_syntax": get(("query", "ASK WHERE"), status=400, says="line 1, column 10"),
    "update_post_form": refused(form(("update", "CLEAR ALL"))),
    "update_post_direct": refused(direct("CLEAR ALL", type=UPDATE)),
    "update_base_uri": refused(form(("update", "CLEAR GRAPH <>; INSERT DATA { <http://x.example/> <#p> 1 }"))),
    "update_dataset_default_graph": refused(form(("update", INSERT), (USING, DATA1))),
    "update_dataset_default_graphs": refused(form(("update", INSERT), (USING, DATA1), (USING, DATA2))),
    "update_dataset_named_graphs": refused(form(("update", INSERT), (USING_NAMED, DATA1), (USING_NAMED, DATA2))),
    "update_dataset_full": refused(form(("update", INSERT), (USING, DATA1), (USING_NAMED, DATA2))),
    "update_dataset, direct": refused(direct(INSERT, (USING, DATA1), (USING_NAMED, DATA2), type=UPDATE)),
    "bad_update_get": refused(get(("update", "CLEAR ALL"))),
    "bad_multiple_updates": refused(form(("update", "CLEAR NAMED"), ("update", "CLEAR DEFAULT"))),
    "bad_update_wrong_media_type": direct("CLEAR NAMED", type="text/plain", status=415),
    "bad_update_missing_form_type": form(("update", "CLEAR NAMED"), type="", status=415),
    "bad_update_non_utf8": refused(direct("CLEAR NAMED".encode("utf-16"), type=f"{UPDATE}; charset=UTF-16")),
    "bad_update_syntax": refused(form(("update", "CLEAR XYZ"))),
    "bad_update_dataset_conflict": refused(form(("update", f"DELETE {{ ?s ?p ?o }} USING <{DATA1}> WHERE {{ }}"), (USING_NAMED, DATA2))),
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = built(kapex_graph(), tmp_path_factory.mktemp("built"), drawn=False)
    with running(folder) as address, httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_of_the_suite(client: httpx.Client, case: Case) -> None:
    headers = {"Accept": case.accept, **({"Content-Type": case.type} if case.type else {})}
    address = "/sparql?" + urlencode(case.address)
    response = client.request(case.method, address, content=case.body or None, headers=headers)
    assert response.status_code == case.status, response.text
    assert case.says in response.text
    assert not case.types or response.headers["content-type"].partition(";")[0] in case.types


def test_nothing_has_changed(client: httpx.Client) -> None:
    count = {"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"}
    before = client.get("/sparql", params=count).json()
    for case in CASES.values():
        if case.status == 403:
            test_a_case_of_the_suite(client, case)
    assert client.get("/sparql", params=count).json() == before
