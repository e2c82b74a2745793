"""The SPARQL 1.1 Protocol, query half, of a real server: methods, media types, status codes, datasets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import rdflib

from tests.samples import kapex_graph
from tests.serve.servers import built, running

ASK, SELECT = "ASK { id:kist a tp:ResearchInstitute }", "SELECT ?o WHERE { id:kist skos:prefLabel ?o } ORDER BY ?o"
CONSTRUCT = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"
FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
BASE = "https://w3id.org/techpolicy-kg/id/"
LABELS = ["Korea Institute of Science and Technology", "한국과학기술연구원"]
NEWS, RELEASE = BASE + "article/kapex-visit", BASE + "article/ai-strategy"

Params = list[tuple[str, str | int | float | bool | None]]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = built(kapex_graph(), tmp_path_factory.mktemp("built"))
    with running(folder) as address, httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


def get(client: httpx.Client, query: str, accept: str = "*/*", **params: Any) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **params}, headers={"Accept": accept})


def test_query_by_get(client: httpx.Client) -> None:
    response = get(client, ASK)
    assert response.status_code == 200 and response.json()["boolean"] is True
    assert response.headers["vary"] == "Accept"


def test_query_by_post_of_a_form(client: httpx.Client) -> None:
    assert client.post("/sparql", data={"query": ASK}).json()["boolean"] is True


@pytest.mark.parametrize("kind", [DIRECT, DIRECT + "; charset=UTF-8", DIRECT + ';charset="utf-8"'])
def test_query_by_post_directly(client: httpx.Client, kind: str) -> None:
    response = client.post("/sparql", content=SELECT.encode(), headers={"Content-Type": kind})
    assert [row["o"]["value"] for row in response.json()["results"]["bindings"]] == [
        "Korea Institute of Science and Technology",
        "한국과학기술연구원",
    ]


def test_head_and_options(client: httpx.Client) -> None:
    head = client.head("/sparql", params={"query": ASK})
    assert head.status_code == 200 and head.content == b""
    options = client.options("/sparql")
    assert options.status_code == 204 and options.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/sparql", params={"query": ASK})
    assert response.status_code == 405 and {"GET", "POST"} <= set(response.headers["allow"].split(", "))


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
    ],
)
@pytest.mark.parametrize("query", [ASK, SELECT])
def test_formats_of_tables(client: httpx.Client, query: str, accept: str, kind: str) -> None:
    response = get(client, query, accept)
    assert (response.status_code, response.headers["content-type"]) == (200, kind)
    assert ("true" if query == ASK else "한국과학기술연구원") in response.content.decode()


def test_each_table_is_read_by_another_s_parser(client: httpx.Client) -> None:
    for accept, form in (("application/sparql-results+json", "json"), ("application/sparql-results+xml", "xml")):
        read = rdflib.query.Result.parse(io.BytesIO(get(client, SELECT, accept).content), format=form)
        assert [str(row[rdflib.Variable("o")]) for row in read.bindings] == LABELS
    assert [row["o"] for row in csv.DictReader(io.StringIO(get(client, SELECT, "text/csv").text))] == LABELS
    assert get(client, SELECT, "text/tab-separated-values").text.splitlines() == ["?o", f'"{LABELS[0]}"@en', f'"{LABELS[1]}"@ko']


@pytest.mark.parametrize(
    ("accept", "kind", "form"),
    [
        ("*/*", "text/turtle; charset=utf-8", "turtle"),
        ("text/turtle", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
    ],
)
@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE id:kist"])
def test_formats_of_graphs(client: httpx.Client, query: str, accept: str, kind: str, form: str) -> None:
    response = get(client, query, accept)
    assert (response.status_code, response.headers["content-type"]) == (200, kind)
    label = (rdflib.URIRef(BASE + "kist"), rdflib.SKOS.prefLabel, rdflib.Literal("한국과학기술연구원", lang="ko"))
    assert label in rdflib.Graph().parse(data=response.content, format=form)


@pytest.mark.parametrize(
    ("query", "accept"), [(SELECT, "text/turtle"), (ASK, "text/html"), (CONSTRUCT, "text/csv"), (SELECT, "application/json;q=0")]
)
def test_a_format_that_does_not_fit(client: httpx.Client, query: str, accept: str) -> None:
    response = get(client, query, accept)
    assert response.status_code == 406 and "there are" in response.text


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * WHERE {", "line 1, column 17"),
        ("SELECT *\nWHERE { ?s ?p }", "line 2, column 1"),
        ("", "line 1, column 1"),
        ("SELECT ?a { ?s nope:p ?o }", "line 1"),
    ],
)
def test_malformed_queries_are_told_by_line_and_column(client: httpx.Client, query: str, place: str) -> None:
    response = get(client, query)
    assert response.status_code == 400 and "malformed SPARQL" in response.text and place in response.text, response.text
    assert response.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM, 400),
        (b"other=1", FORM, 400),
        (b"query=%FF", FORM, 400),
        (b"\xff\xfe", FORM, 400),
        ("ASK { ?s ?p '한' }".encode("euc-kr"), DIRECT, 400),
        ("ASK {}".encode("utf-16"), DIRECT + "; charset=utf-16", 415),
        (b"ASK {}", "text/plain", 415),
        (b"ASK {}", "", 415),
        (b"query=ASK%20%7B%7D", "multipart/form-data", 415),
        (b"ASK { # " + b"x" * (1 << 20) + b"\n}", DIRECT, 413),
    ],
)
def test_bad_requests(client: httpx.Client, content: bytes, kind: str, status: int) -> None:
    response = client.post("/sparql", content=content, headers={"Content-Type": kind} if kind else {})
    assert response.status_code == status and response.text.strip()


@pytest.mark.parametrize("params", ["query=ASK%20%7B%7D&query=ASK%20%7B%7D", "default-graph-uri=http://x/", "nonsense", "query=%FF"])
def test_a_get_without_exactly_one_query(client: httpx.Client, params: str) -> None:
    assert client.get("/sparql?" + params).status_code == 400


def test_query_in_both_address_and_body(client: httpx.Client) -> None:
    response = client.post("/sparql", params={"query": ASK}, content=ASK, headers={"Content-Type": DIRECT})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("params", "body", "kind"),
    [
        ("", b"update=CLEAR%20ALL", FORM),
        ("", b"INSERT DATA { <http://a/> <http://b/> <http://c/> }", UPDATE),
        ("?update=CLEAR%20ALL", None, ""),
        ("?query=CLEAR%20ALL", None, ""),
        ("?query=LOAD%20%3Chttp://127.0.0.1:9/%3E", None, ""),
        ("", b"DELETE WHERE { ?s ?p ?o }", DIRECT),
    ],
)
def test_updates_are_refused_with_why(client: httpx.Client, params: str, body: bytes | None, kind: str) -> None:
    count = get(client, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "text/csv").text
    response = client.get("/sparql" + params) if body is None else client.post("/sparql", content=body, headers={"Content-Type": kind})
    assert response.status_code == 403 and "read-only" in response.text
    assert get(client, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "text/csv").text == count


def test_a_call_to_another_server_is_refused(client: httpx.Client) -> None:
    response = get(client, "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    assert response.status_code == 403 and "line 1, column 18" in response.text


def titles(response: httpx.Response) -> list[str]:
    return [row["t"]["value"].split()[0] for row in response.json()["results"]["bindings"]]


TITLES = "SELECT ?t WHERE { ?d dcterms:title ?t } ORDER BY ?t"
IN_GRAPHS = "SELECT ?t WHERE { GRAPH ?g { ?d dcterms:title ?t } } ORDER BY ?t"


def test_without_a_dataset_all_graphs_are_asked(client: httpx.Client) -> None:
    assert len(titles(get(client, TITLES))) == len(titles(get(client, IN_GRAPHS))) == 2


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_default_graph_uri_may_be_given_more_than_once(client: httpx.Client, way: str) -> None:
    def ask(graphs: list[str]) -> httpx.Response:
        params: Params = [("default-graph-uri", graph) for graph in graphs]
        if way == "get":
            return client.get("/sparql", params=[("query", TITLES), *params])
        if way == "form":
            return client.post("/sparql", data={"query": TITLES, "default-graph-uri": graphs})
        return client.post("/sparql", params=params, content=TITLES, headers={"Content-Type": DIRECT})

    assert titles(ask([NEWS])) == ["배경훈"] and titles(ask([RELEASE])) == ["과학기술"]
    assert titles(ask([NEWS, RELEASE])) == ["과학기술", "배경훈"]


def test_named_graph_uri_makes_the_default_graph_empty(client: httpx.Client) -> None:
    params: Params = [("named-graph-uri", NEWS)]
    assert titles(client.get("/sparql", params=[("query", IN_GRAPHS), *params])) == ["배경훈"]
    assert titles(client.get("/sparql", params=[("query", TITLES), *params])) == []
    both: Params = [("query", IN_GRAPHS), ("default-graph-uri", NEWS), ("named-graph-uri", RELEASE), ("named-graph-uri", NEWS)]
    assert titles(client.get("/sparql", params=both)) == ["과학기술", "배경훈"]


def test_from_in_the_query_and_the_protocol_before_it(client: httpx.Client) -> None:
    query = TITLES.replace("WHERE", f"FROM <{RELEASE}> WHERE")
    assert titles(get(client, query)) == ["과학기술"]
    assert titles(get(client, query, **{"default-graph-uri": NEWS})) == ["배경훈"]


@pytest.mark.parametrize("graph", ["http://127.0.0.1:9/data.ttl", "file:///etc/passwd", "not an iri"])
def test_graphs_of_elsewhere_are_not_fetched(client: httpx.Client, graph: str) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        assert get(client, ASK, **{name: graph}).status_code == 400
    assert get(client, f"ASK FROM <{graph}> {{ ?s ?p ?o }}").status_code in (400, 403)


def test_the_endpoint_describes_itself(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    read = rdflib.Graph().parse(data=response.content, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (None, sd.supportedLanguage, sd.SPARQL11Query) in read and (None, rdflib.RDF.type, sd.Service) in read
    assert client.get("/sparql", headers={"Accept": "text/html"}).headers["location"] == "/query"
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_data_can_do_nothing_in_a_browser(client: httpx.Client) -> None:
    headers = get(client, SELECT, "application/sparql-results+xml").headers
    assert headers["content-security-policy"].startswith("default-src 'none'; sandbox") and headers["x-content-type-options"] == "nosniff"


def test_an_answer_larger_than_memory_comes_whole(client: httpx.Client) -> None:
    response = get(client, "SELECT * WHERE { ?a a ?c . ?d ?e ?f . ?g a tp:Technology } LIMIT 9000")
    assert response.status_code == 200 and len(response.content) == int(response.headers["content-length"]) > 1 << 20
    assert len(json.loads(response.content)["results"]["bindings"]) == 9000


def test_a_standard_client_reads_it(client: httpx.Client) -> None:
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    opened = rdflib.Graph(SPARQLStore(f"{client.base_url}/sparql", returnFormat="json"))
    assert (rdflib.URIRef(BASE + "kist"), rdflib.RDF.type, None) in opened
