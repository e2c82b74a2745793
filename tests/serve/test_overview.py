"""The numbers and names of the front page are those of the graph."""

from __future__ import annotations

from kg.keep.store import in_memory
from kg.serve.overview import LISTED, overview_of
from kg.serve.search import names_of
from kg.values import Document, Entity, Graph
from kg.write.quads import to_quads
from tests.samples import kapex_graph
from tests.serve.servers import SCHEMA


def test_counts_and_the_names_in_most_documents() -> None:
    graph = kapex_graph()
    store = in_memory(to_quads(graph, schema=SCHEMA))
    found = overview_of(store, names_of(store), SCHEMA.namespace)
    assert (found.documents, found.entities, found.claims) == (2, len(graph.entities), len(graph.claims))
    mentions = [entity for _, entities in graph.mentions for entity in set(entities)]
    assert [count for _, count in found.frequent] == sorted((mentions.count(name) for name in set(mentions)), reverse=True)
    assert found.frequent[0][1] == 2


def test_the_list_is_short_and_in_a_fixed_order() -> None:
    entities = tuple(Entity(f"e{number:03}", "Company", f"회사{number}") for number in range(60))
    graph = Graph((Document("d", "t", "글", ()),), entities, (), (), (("d", tuple(entity.id for entity in entities)),))
    store = in_memory(to_quads(graph, schema=SCHEMA))
    found = overview_of(store, names_of(store), SCHEMA.namespace).frequent
    assert [one.iri.rpartition("/")[2] for one, _ in found] == [f"e{number:03}" for number in range(LISTED)]
