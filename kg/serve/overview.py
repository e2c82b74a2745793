"""What a store holds, in the numbers and names that the front page shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.keep.store import Store
from kg.serve.search import Found, Names
from kg.write.vocabulary import MENTIONS, TYPE

LISTED = 36


@dataclass(frozen=True, slots=True)
class Overview:
    """How many documents, entities and claims there are, and the entities that most documents mention, each with their number."""

    documents: int
    entities: int
    claims: int
    frequent: tuple[tuple[Found, int], ...]


def overview_of(store: Store, names: Names, namespace: str) -> Overview:
    """The overview of ``store``, whose names are ``names`` and whose ontology has ``namespace``."""
    documents, claims = (sum(1 for _ in store.quads(None, TYPE, NamedNode(namespace + kind))) for kind in ("Article", "Claim"))
    mentioned = Counter(quad.object.value for quad in store.quads(None, MENTIONS) if isinstance(quad.object, NamedNode))
    ranked = sorted((-count, iri) for iri, count in mentioned.items() if iri in names.entities)
    frequent = tuple((Found(iri, *names.entities[iri], ""), -count) for count, iri in ranked[:LISTED])
    return Overview(documents, len(names.entities), claims, frequent)
