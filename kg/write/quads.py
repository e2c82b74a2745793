"""The graph as quads, each statement once, in the order of the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.ontology.schema import Schema
from kg.values import Graph
from kg.write import vocabulary as v
from kg.write.iri import BASE
from kg.write.statements import document_turtle, shared_turtle
from kg.write.turtle import Namer, within


def to_trig(graph: Graph, *, base: str = BASE, schema: Schema) -> str:
    """Every statement of the graph, each once, in an order of what is said alone; UsageError for a base that is no IRI."""
    names = Namer(base, schema.namespace)
    told = sorted((names.article(id).plain[:-1], id, one) for id, one in _by_document(graph).items())
    documents = (within(names.article(id), document_turtle(id, one, names)) for _, id, one in told)
    statements = "".join((shared_turtle(graph, names, schema), *documents))
    return names.header() + statements if statements else ""


def to_quads(graph: Graph, *, base: str = BASE, schema: Schema) -> list[Quad]:
    """The same as quads, in the order of ``in_order``."""
    found = parse(to_trig(graph, base=base, schema=schema), format=RdfFormat.TRIG)
    return [quad for quad in found if isinstance(quad, Quad)]


def ontology_quads(schema: Schema) -> list[Quad]:
    """The statements of the ontology in a graph of its own, so that a query can climb from a class to its superclasses."""
    triples = parse(path=str(schema.path), format=RdfFormat.TURTLE)
    where = NamedNode(schema.iri)
    return in_order(Quad(quad.subject, quad.predicate, quad.object, where) for quad in triples if isinstance(quad, Quad))


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, by graph (the default one first), subject, ``rdf:type`` first, predicate and object."""
    keyed = {_key(quad): quad for quad in quads}
    return [keyed[key] for key in sorted(keyed)]


def _key(quad: Quad) -> tuple[str, str, str, str]:
    where, subject, predicate = quad.graph_name, quad.subject, quad.predicate
    name = where.value if isinstance(where, NamedNode) else ""
    node = subject.value if isinstance(subject, NamedNode) else str(subject)
    return (name, node, "" if predicate == v.TYPE else str(predicate), str(quad.object))


def _by_document(graph: Graph) -> Mapping[str, Graph]:
    """What each document tells, as a graph of its own."""
    documents = {document.id: document for document in graph.documents}
    mentions, claims, events = dict(graph.mentions), defaultdict(list), defaultdict(list)
    for claim in graph.claims:
        claims[claim.document].append(claim)
    for event in graph.events:
        for id in dict.fromkeys(event.documents):
            events[id].append(event)
    return {
        id: Graph((documents[id],) if id in documents else (), (), tuple(claims[id]), tuple(events[id]), ((id, mentions.get(id, ())),))
        for id in {**documents, **claims, **events}
    }
