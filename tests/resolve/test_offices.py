"""Persons, offices and bodies by W3C ORG: a change of name is a dated event, and each name means the body of its day."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.write.files import read_triples, write_graph
from kg.write.iri import BASE
from kg.write.restore import read_graph
from tests.road import graph, ontology, reading

ASK = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX id: <https://w3id.org/techpolicy-kg/id/>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX tp: <https://w3id.org/techpolicy-kg/ontology#> PREFIX schema: <https://schema.org/>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("offices")
    old = reading("미래창조과학부는 2일 KIST와 업무협약을 체결했다.", "2015-03-02", "", "old")
    new = reading("과학기술정보통신부는 2일 KAIST와 업무협약을 체결했다. 배경훈 부총리는 3일 KIST를 방문했다.", "2025-11-03", "", "new")
    write_graph(graph(old, new), place, schema=ontology().schema, base=BASE)
    return place


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    found = ox.Store()
    found.bulk_load(path=str(folder / "graph.trig"), format=ox.RdfFormat.TRIG)
    return found


def asked(store: ox.Store, query: str) -> list[list[str]]:
    rows = store.query(ASK + query, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    return [[value.value.removeprefix(BASE) for value in row] for row in rows]


def test_each_article_names_the_body_of_its_day(store: ox.Store) -> None:
    bodies = "VALUES ?body { id:msip id:msit } ?article schema:mentions ?body"
    assert asked(store, f"SELECT ?article ?body {{ {bodies} }} ORDER BY ?article") == [["article/new", "msit"], ["article/old", "msip"]]


def test_a_change_of_name_is_a_dated_event_between_two_bodies(store: ox.Store) -> None:
    query = """SELECT ?old ?new ?day { ?old org:changedBy ?change . ?change a org:ChangeEvent ;
        org:originalOrganization ?old ; org:resultingOrganization ?new ; dcterms:date ?day }"""
    assert ["msip", "msit", "2017-07-26"] in asked(store, query)


def test_an_office_is_a_post_and_a_membership_with_its_days(store: ox.Store) -> None:
    query = """SELECT DISTINCT ?body ?day { ?who org:hasMembership ?term ; org:holds ?post . ?post a org:Post .
        ?post org:postIn ?body ; org:heldBy ?who .
        ?term a org:Membership ; org:member ?who ; org:organization ?body ; tp:earliest ?day }"""
    found = asked(store, query)
    assert any(body == "msit" and day.startswith("2025-") for body, day in found), found


def test_all_of_it_is_read_back(folder: Path) -> None:
    found = read_graph(folder, schema=ontology().schema)
    assert [(one.successor, str(one.day)) for one in next(e for e in found.entities if e.id == "msip").successions] == [
        ("msit", "2017-07-26")
    ]
    assert next(e for e in found.entities if e.terms).type == "Person"
    assert len(list(read_triples(folder))) > 20
