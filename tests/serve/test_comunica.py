"""Comunica, a SPARQL client and engine of others, asks a running server and gets what the embedded store answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.keep.store import Store, fill, open_store
from kg.ontology.questions import Question, bound, load_questions
from kg.query.run import ask as ask_store
from kg.write.iri import BASE
from kg.write.vocabulary import DATE, TP, prefixes
from tests.needs import REPOSITORY, needs_comunica, needs_node
from tests.serve.servers import SCHEMA, running

SCRIPT = Path(__file__).with_name("comunica.cjs")
QUESTIONS = load_questions(REPOSITORY / "ontology" / "queries", SCHEMA)
HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(BASE, TP).items())
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
# Another whom the record has in a post that a sample gives to somebody: no sample contests the record.
ANOTHER = """
id:another skos:prefLabel "먼저 있던 교수"@ko .
<https://w3id.org/techpolicy-kg/id/another+term-1> a org:Membership ; rdfs:label "교수"@ko ;
    org:organization id:duke-university ; org:member id:another ; tp:earliest "2000-01-01"^^xsd:date .
"""
DAYS = {"from": "2023-01-01", "after": "2023-06-01", "until": "2026-12-31", "by": "2030-12-31"}
FIXED = {**{name: ox.Literal(day, datatype=DATE) for name, day in DAYS.items()}, "least": ox.Literal(3)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed graph of the samples and another holder of a post, with its store."""
    out = tmp_path_factory.mktemp("samples")
    for name in ("graph.ttl", "graph.trig", "graph.html", "documents.jsonl"):
        shutil.copy(REPOSITORY / "outputs" / name, out / name)
    with (out / "graph.trig").open("a", encoding="utf-8") as trig:
        trig.write(ANOTHER)
    fill(out / "store", out / "graph.trig")
    return out


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder / "store") as opened:
        yield opened


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    needs_comunica()
    with running(folder) as started:
        yield started


def comunica(*asked: dict[str, Any]) -> list[Any]:
    """Its answers, from one process."""
    command = [str(needs_node()), str(SCRIPT), str(needs_comunica())]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) == len(asked)
    return list(found)


def rows(solutions: object) -> list[dict[str, list[str]]]:
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [{name: told(solution[name]) for name in names if solution[name] is not None} for solution in solutions]


def told(term: object) -> list[str]:
    if isinstance(term, ox.Literal) and term.language:
        return [term.value, term.language]
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return [term.value]


def in_any_order(found: list[dict[str, list[str]]]) -> list[list[tuple[str, list[str]]]]:
    return sorted(sorted(row.items()) for row in found)


def ready(store: Store) -> dict[str, str]:
    """Every saved question as SPARQL, its parameters filled in with the ends of a claim for which it has an answer."""
    claims = ask_store(store, "SELECT ?s ?o { ?c a tp:Claim ; rdf:subject ?s ; rdf:object ?o } ORDER BY ?c").rows
    ends = [tuple(term for term in row if isinstance(term, ox.NamedNode)) for row in claims]
    pairs = [pair for one, other in ends for pair in ((one, other), (other, one))]
    return {name: HEAD + _filled(question, store, pairs) for name, question in QUESTIONS.items()}


def _filled(question: Question, store: Store, pairs: Sequence[tuple[ox.NamedNode, ...]]) -> str:
    names = [param.name for param in question.params if param.type == "entity" and param.default is None]
    fixed = {param.name: FIXED[param.name] for param in question.params if param.name in FIXED}
    tried = (bound(question, {**fixed, **dict(zip(names, pair, strict=False))}) for pair in (pairs if names else pairs[:1]))
    answered = (text for text in tried if rows(store.query(text, prefixes(BASE, TP))))
    return next(answered, bound(question, fixed))


def test_every_saved_question_gets_the_answer_of_the_embedded_store(address: str, store: Store) -> None:
    queries = ready(store)
    source = {"type": "sparql", "value": f"{address}/sparql"}
    answers = comunica(*({"kind": "bindings", "query": query, "sources": [source]} for query in queries.values()))
    answered = 0
    for (name, query), found in zip(queries.items(), answers, strict=True):
        wanted = rows(store.query(query, {}))
        assert found == wanted, name
        answered += bool(wanted)
    assert answered == len(QUESTIONS), "a question had no answer to compare"


def test_it_finds_the_endpoint_by_its_description_and_asks_the_other_kinds(address: str, store: Store) -> None:
    bare = [f"{address}/sparql"]
    construct = f"CONSTRUCT {{ ?s <{LABEL}> ?o }} WHERE {{ ?s <{LABEL}> ?o }}"
    yes, no, quads = comunica(
        {"kind": "boolean", "query": f"ASK {{ ?c a <{TP}Claim> }}", "sources": bare},
        {"kind": "boolean", "query": f"ASK {{ ?c a <{TP}Nothing> }}", "sources": bare},
        {"kind": "quads", "query": construct, "sources": bare},
    )
    assert (yes, no) == (True, False)
    labels = store.quads(None, ox.NamedNode(LABEL))
    assert sorted(quads) == sorted([str(quad.subject)[1:-1], LABEL, *told(quad.object)] for quad in labels)


def test_it_reads_the_page_of_a_thing_and_joins_it_with_the_endpoint(address: str, store: Store) -> None:
    page = f"{address}/id/msit"
    alone, joined = comunica(
        {"kind": "bindings", "query": f"SELECT ?name {{ <{BASE}msit> <{LABEL}> ?name }}", "sources": [page]},
        {
            "kind": "bindings",
            "query": f"{HEAD}SELECT DISTINCT ?o ?name {{ id:msit ?p ?o . ?o <{LABEL}> ?name }}",
            "sources": [page, {"type": "sparql", "value": f"{address}/sparql"}],
        },
    )
    names = rows(store.query(f"SELECT ?name {{ <{BASE}msit> <{LABEL}> ?name }}", {}))
    assert in_any_order(alone) == in_any_order(names) != []
    wanted = rows(store.query(f"SELECT DISTINCT ?o ?name {{ <{BASE}msit> ?p ?o . ?o <{LABEL}> ?name }}", {}))
    assert in_any_order(joined) == in_any_order(wanted) != []


def test_it_is_told_that_an_update_or_a_call_is_refused(address: str) -> None:
    endpoint = {"type": "sparql", "value": f"{address}/sparql"}
    update, call = comunica(
        {
            "kind": "void",
            "query": "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "sources": [endpoint],
            "destination": endpoint,
        },
        {"kind": "bindings", "query": "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "sources": [endpoint]},
    )
    assert "HTTP status 403" in update["error"]
    assert "error" in call
