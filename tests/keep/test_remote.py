"""Real servers give the answers that the embedded store gives, and keep the older graph when an upload fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import StoreError, UsageError
from kg.home import samples_folder
from kg.keep.address import Address
from kg.keep.remote import STAGING, base_of, open_remote
from kg.keep.store import Store, in_memory
from kg.ontology.questions import Param, Question, load_questions
from kg.ontology.schema import load_schema
from kg.pipeline import build
from kg.query.run import Result, ask
from kg.write.files import read_triples
from kg.write.iri import ARTICLE, BASE
from kg.write.vocabulary import TP
from tests.keep.servers import MOST_ROWS, SERVERS, oxigraph
from tests.needs import REPOSITORY

SCHEMA = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")
QUESTIONS = load_questions(REPOSITORY / "ontology" / "queries", SCHEMA)
VALUES = {
    "date": {"from": "2023-01-01", "after": "2023-06-01", "until": "2026-12-31", "by": "2030-12-31"},
    "integer": {"least": "3"},
}
ENDS = "SELECT DISTINCT ?s ?o ?r WHERE { ?c a tp:Claim ; rdf:subject ?s ; rdf:object ?o ; rdf:predicate ?r } ORDER BY ?c"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("remote") / "out"
    build((samples_folder(),), out)
    return out


@pytest.fixture(scope="module")
def embedded(folder: Path) -> Store:
    return in_memory(ox.Quad(one.subject, one.predicate, one.object) for one in read_triples(folder))


@pytest.fixture(scope="module", params=sorted(SERVERS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as address:
        yield address


@pytest.fixture(scope="module")
def filled(server: Address, folder: Path) -> Address:
    """The server with the graph of the samples, in uploads small enough for several."""
    with open_remote(replace(server, batch=2_000)) as remote:
        assert remote.replace(read_triples(folder)) == remote.count(server.graph) > 4_000
    return server


def rows(result: Result, *, ordered: bool) -> list[tuple[str, ...]]:
    """The rows as text; where they are not ``ordered``, in an order of ours, since servers may collate as they like."""
    told = [tuple(map(str, row)) for row in result.rows]
    return told if ordered else sorted(told)


def given(question: Question, store: Store) -> list[dict[str, str]]:
    """Parameters with which the embedded store has an answer, up to four times; the defaults alone where there are."""
    ends = [tuple(term.value for term in row if isinstance(term, ox.NamedNode)) for row in ask(store, ENDS).rows]
    found: list[dict[str, str]] = [{}] if all(param.default is not None for param in question.params) else []
    ways = ((one, other, relation) for s, o, relation in ends for one, other in ((s, o), (o, s)))
    tried = (dict(zip((param.name for param in question.params), _told(question.params, *way), strict=True)) for way in ways)
    return [*found, *islice((values for values in tried if ask(store, question, values).rows), 4)]


def _told(params: tuple[Param, ...], one: str, other: str, relation: str) -> list[str]:
    names = iter((one, other))
    texts = {"text": relation.rsplit("#", maxsplit=1)[-1]}
    return [next(names) if p.type == "entity" else texts.get(p.type) or VALUES[p.type][p.name] for p in params]


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_saved_questions_get_the_answers_of_the_embedded_store(name: str, filled: Address, embedded: Store) -> None:
    ordered = filled.parameter == "graph"  # Oxigraph sorts labels as the embedded store does, Virtuoso by a collation of its own
    cases = given(QUESTIONS[name], embedded)
    assert cases or name in ("events", "said-by")
    with open_remote(filled) as remote:
        for values in cases:
            found, wanted = ask(remote, QUESTIONS[name], values), ask(embedded, QUESTIONS[name], values)
            assert rows(found, ordered=ordered) == rows(wanted, ordered=ordered), values
            assert found.columns == wanted.columns


def test_entities_are_found_by_their_names(filled: Address, embedded: Store) -> None:
    with open_remote(filled) as remote:
        for name in ("과학기술정보통신부", "과기정통부", "id:msit"):
            assert ask(remote, QUESTIONS["members"], {"body": name}).rows
        with pytest.raises(UsageError, match="no entity is called '과학기술정보통신브'; did you mean"):
            ask(remote, QUESTIONS["members"], {"body": "과학기술정보통신브"})
        assert base_of(remote, ARTICLE, TP) == BASE


OTHERS = ("ASK { ?c a tp:Claim }", "ASK { ?c a tp:NoClass }", "DESCRIBE id:msit", "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }")


@pytest.mark.parametrize("sparql", OTHERS)
def test_the_other_kinds_of_query(sparql: str, filled: Address, embedded: Store) -> None:
    with open_remote(filled) as remote:
        found, wanted = ask(remote, sparql), ask(embedded, sparql)
    assert (found.kind, found.yes) == (wanted.kind, wanted.yes)
    assert set(wanted.triples) <= set(found.triples)  # what DESCRIBE gives beside is up to a server
    assert "DESCRIBE" in sparql or set(found.triples) == set(wanted.triples)


def test_malformed_sparql_is_told_as_by_the_embedded_store(filled: Address, embedded: Store) -> None:
    with open_remote(filled) as remote:
        for store in (remote, embedded):
            with pytest.raises(UsageError, match="malformed SPARQL at line 2, column"):
                ask(store, "SELECT *\nWHERE { ?s }")


def test_an_answer_that_the_server_cut_is_an_error(filled: Address) -> None:
    many = f"SELECT * WHERE {{ ?a a ?b . ?c a ?d }} LIMIT {MOST_ROWS + 5}"
    with open_remote(filled) as remote:
        if filled.parameter == "graph":
            assert len(ask(remote, many).rows) == MOST_ROWS + 5  # Oxigraph cuts none
            return
        with pytest.raises(StoreError, match=r"left out rows .*ResultSetMaxRows"):
            ask(remote, many)


def test_a_new_graph_takes_the_place_of_the_older_and_of_nothing_else(server: Address, folder: Path) -> None:
    mine, other = (replace(server, graph=f"https://kg.example/{name}") for name in ("mine", "other"))
    few = list(islice(read_triples(folder), 30))
    with open_remote(mine) as remote, open_remote(other) as neighbour:
        neighbour.replace(few)
        remote.replace(few[:20])
        remote.replace(few[10:15])
        assert {quad.triple for quad in remote.quads()} == set(few[10:15])
        assert {quad.triple for quad in neighbour.quads()} == set(few)
        assert remote.count(mine.graph + STAGING) == 0
        remote.replace(())
        assert remote.count(mine.graph) == 0
        neighbour.replace(())


def test_a_failure_leaves_the_older_graph_whole(server: Address, folder: Path) -> None:
    mine = replace(server, graph="https://kg.example/torn", batch=10)
    few = list(islice(read_triples(folder), 30))

    def broken() -> Iterator[ox.Triple]:
        yield from few[10:25]
        raise StoreError("the disk is gone")

    with open_remote(mine) as remote:
        remote.replace(few[:10])
        with pytest.raises(StoreError, match="the disk is gone"):
            remote.replace(broken())
        elsewhere = replace(mine, graphs=mine.query.rsplit("/", 1)[0] + "/none")
        with open_remote(elsewhere) as lost, pytest.raises(StoreError, match=r"/none\?.*: the server answers 40[45]"):
            lost.replace(few)
        with pytest.raises(StoreError, match="11 triples were sent, but the server has 10"):
            remote.replace([*few[:10], few[0]])
        assert {quad.triple for quad in remote.quads()} == set(few[:10])
        assert remote.count(mine.graph + STAGING) == 0
        remote.replace(())


def test_who_may_not_write_is_told_why(server: Address) -> None:
    if server.auth != "digest":
        with open_remote(replace(server, user="anybody", password="x")) as remote:
            remote.check()  # Oxigraph's server knows no users
        return
    for address, words in (
        (replace(server, user=None), "wants to know who asks .*KG_STORE_USER"),
        (replace(server, password="wrong-secret"), "refuses user 'dba'"),
        (replace(server, auth="basic"), "refuses user 'dba'|wants digest authentication, not basic .*auth=digest"),
    ):
        with open_remote(address) as remote, pytest.raises(StoreError, match=words) as told:
            remote.check()
        assert "secret" not in str(told.value)
        assert server.update in str(told.value)


def test_build_and_query_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    one = sorted(samples_folder().iterdir())[0]
    with oxigraph(tmp_path / "server") as address:
        where = ["--store", address.query.removesuffix("/query"), "--store-option", "graph=https://kg.example/cli"]
        built = CliRunner().invoke(main, ["build", str(one), "-o", str(tmp_path / "out"), "--base", "https://kg.example/id/", *where])
        assert built.exit_code == 0, built.output
        assert "triples are now in <https://kg.example/cli>" in built.stdout
        here, there = (
            CliRunner().invoke(main, ["query", "most-connected", "-p", "least=1", "--format", "csv", *more])
            for more in (["-o", str(tmp_path / "out")], ["-o", "/nowhere", *where])
        )
        assert here.exit_code == there.exit_code == 0, there.output
        assert here.stdout == there.stdout
        assert len(here.stdout.splitlines()) > 2
    known = {"KG_STORE_USER": "u", "KG_STORE_PASSWORD": "s3cret"}
    gone = CliRunner().invoke(main, ["build", str(one), "-o", str(tmp_path / "new"), *where], env=known)
    assert gone.exit_code == 2
    assert "cannot be reached" in gone.output
    assert "s3cret" not in gone.output
    assert not (tmp_path / "new").exists()
