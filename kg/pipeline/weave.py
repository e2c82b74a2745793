"""Which pieces of a graph changed, and those made anew.

A document's claims are written again only where it, or the id of something in it, changed, and an entity only where it is in such a
document, or was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.ledger import Ledger
from kg.ledger.pieces import ARTICLE, ENTITY, Name, Pieces, Triple
from kg.ontology.schema import Schema
from kg.pipeline.aside import Aside
from kg.pipeline.knowledge import Knowledge
from kg.pipeline.order import Records
from kg.pipeline.pieces import Article, Shape, Thing, begin_articles, begin_things
from kg.resolve.identity import Identity
from kg.resolve.resolver import entity_of
from kg.values import Entity, Graph
from kg.write.pieces import NOTHING, Piece, Writer


class Things(NamedTuple):
    """What is one thing in a ledger's records, ``by`` which tables and code, and the documents where it may be another than before.

    ``stamps`` are those of the records; ``graph`` gives the graph of them, where that is made anyway.
    """

    identity: Identity
    by: str
    moved: set[str]
    stamps: Mapping[str, tuple[str, str]]
    graph: Callable[[], Graph] | None = None


def things_in(ledger: Ledger, known: Knowledge, new: Records | None = None) -> Things:
    """What is one thing, of the records as they are now; ``new`` where they are exactly these and there were no others before."""
    stamps = ledger.stamps()
    by = " ".join((ledger.setting("joiner"), *sorted({maker for _, maker in stamps.values()})))
    if new is not None:
        return Things(new.identity, by, set(stamps), stamps, new.graph)
    if ledger.setting("known") != by:
        ledger.known.clear()
    before = ledger.known.stamps()
    identity = Identity(known.ontology, ledger.known.shelves())
    other = {id for id in {*before, *stamps} if id not in stamps or before.get(id) != stamps[id][0]}
    moved = identity.change(sorted(other & before.keys()), ledger.nodes(other & stamps.keys()))
    return Things(identity, by, moved if before else set(stamps), stamps)


class Weave:
    """The pieces of a ledger on their way to those of its records; those of documents are made from the beginning, ``aside``."""

    def __init__(self, ledger: Ledger, known: Knowledge, things: Things, aside: Aside) -> None:
        self._ledger, self._pieces, self._known, self._things, self._aside = ledger, ledger.pieces, known, things, aside
        self._shape = Shape(known.schema, known.base, ledger.place)
        self.identity, self.writer = things.identity, Writer(known.schema, known.base)
        self._wanted = {id: " ".join(stamps) for id, stamps in things.stamps.items()}
        have = self._pieces.signatures()
        others = {id for id in things.moved if self._pieces.ids(id) != self.identity.own(id)}
        self._again = [id for id in self._wanted if have.get(id) != self._wanted[id] or id in others]
        self._gone = [id for id in have if id not in self._wanted]
        articles = (Article(id, ledger.packed(id), self.identity.own(id)) for id in self._again)
        self._made = begin_articles(articles, self._shape, aside)

    def changed(self) -> Iterator[tuple[Name, Piece]]:
        """Brings the ledger's pieces up to date, and gives those that were made anew, empty ones for those that went."""
        touched = {thing for id in (*self._again, *self._gone) for thing in self._pieces.ids(id)}
        touched |= {thing for id in self._again for thing in self.identity.own(id)}
        for id in self._gone:
            self._pieces.tell(id, None)
            yield from self._dropped((ARTICLE, id))
        for id, made in zip(self._again, self._made, strict=True):
            self._pieces.tell(id, made.told)
            yield self._kept((ARTICLE, id), made.piece, self._wanted[id])
        yield from self._entities(sorted(touched))

    def keep(self) -> None:
        """Brings up to date what the ledger knows of identity."""
        self._ledger.known.keep(self.identity.shelves, {id: fingerprint for id, (fingerprint, _) in self._things.stamps.items()})
        self._ledger.set(known=self._things.by)

    def _entities(self, touched: Sequence[str]) -> Iterator[tuple[Name, Piece]]:
        there = self._there(touched)
        for id in touched:
            if id not in there:
                yield from self._dropped((ENTITY, id))
        things = (Thing(entity, self._plain(id)) for id, entity in there.items())
        for id, piece in zip(there, begin_things(things, self._shape, self._aside), strict=True):
            yield self._kept((ENTITY, id), piece)

    def _there(self, ids: Sequence[str]) -> dict[str, Entity]:
        """The things among some that a document names."""
        if self._things.graph:
            made = {entity.id: entity for entity in self._things.graph().entities}
            return {id: made[id] for id in ids if id in made}
        nodes = {id: here for id in ids if self._pieces.named(id) and (here := self.identity.nodes(id))}
        return {id: entity_of(id, [node.referent for node in here], self._known.ontology) for id, here in nodes.items()}

    def _plain(self, subject: str) -> tuple[Triple, ...]:
        """What is told as so of an entity; of a symmetric relation that is told both ways only the triple that sorts first."""
        found = self._pieces.plain(subject)
        return tuple(triple for triple in found if not _other_way(triple, self._known.schema, self._pieces))

    def _dropped(self, name: Name) -> Iterator[tuple[Name, Piece]]:
        iri = self._pieces.drop(name)
        if iri:
            yield name, NOTHING._replace(iri=iri)

    def _kept(self, name: Name, piece: Piece, signature: str = "") -> tuple[Name, Piece]:
        self._pieces.put(name, piece.iri, signature, (len(piece.turtle), len(piece.trig), len(piece.line)))
        return name, piece


def _other_way(triple: Triple, schema: Schema, pieces: Pieces) -> bool:
    subject, name, obj = triple
    return schema.properties[name].symmetric and obj < subject and pieces.tells((obj, name, subject))
