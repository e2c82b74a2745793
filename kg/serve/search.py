"""Entities by a part of any of their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.keep.store import Store
from kg.ontology.authority import fold
from kg.write.vocabulary import ALT_LABEL, PREF_LABEL, TYPE

MOST = 50
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """An entity: its IRI, its labels, the IRI of its class, and the name by which it was found."""

    iri: str
    ko: str
    en: str
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a store's entities, folded and as written, with whose they are; sorted."""

    rows: tuple[tuple[str, str, str], ...]
    entities: dict[str, tuple[str, str, str]]

    def search(self, text: str) -> list[Found]:
        """Up to 50 entities with ``text`` in a name: equal names first, then those that begin with it, then shorter ones."""
        wanted = fold(text[:LONGEST])
        if not wanted:
            return []
        hits = [(folded != wanted, not folded.startswith(wanted), len(folded), row) for row in self.rows if wanted in (folded := row[0])]
        best: dict[str, str] = {}
        for *_, (_, name, iri) in sorted(hits):
            best.setdefault(iri, name)
        return [Found(iri, *self.entities[iri], name) for iri, name in list(best.items())[:MOST]]


def names_of(store: Store) -> Names:
    """The names of all entities of ``store``."""
    labels: dict[str, dict[str, str]] = {}
    rows: set[tuple[str, str, str]] = set()
    for predicate in (PREF_LABEL, ALT_LABEL):
        for iri, text in _literals(store, predicate):
            rows.add((fold(text.value), text.value, iri))
            if predicate == PREF_LABEL:
                labels.setdefault(iri, {})[text.language or ""] = text.value
    entities = {iri: (told.get("ko", ""), told.get("en", ""), _type(store, iri)) for iri, told in labels.items()}
    return Names(tuple(sorted(row for row in rows if row[2] in entities)), entities)


def _literals(store: Store, predicate: NamedNode) -> Iterable[tuple[str, Literal]]:
    for quad in store.quads(None, predicate):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.subject.value, quad.object


def _type(store: Store, iri: str) -> str:
    types = sorted(quad.object.value for quad in store.quads(NamedNode(iri), TYPE) if isinstance(quad.object, NamedNode))
    return types[0] if types else ""
