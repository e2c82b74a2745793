"""Which pieces of a graph changed, and those made anew.

A document's claims are written again only where it, or the id of something in it, changed, and an entity only where it is in such a
document, or was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.ledger import Ledger
from kg.ledger.pieces import ARTICLE, ENTITY, Name, Pieces, Told, Triple
from kg.ontology.schema import Schema
from kg.pipeline.knowledge import Knowledge
from kg.resolve.identity import Identity
from kg.resolve.resolver import entity_of, names_in, told_by
from kg.values import Reading
from kg.write.pieces import NOTHING, Piece, Writer, plain_triples

Read = Callable[[str], Reading]


class Things(NamedTuple):
    """What is one thing in a ledger's records, and the documents in which something may be another thing than in the pieces."""

    identity: Identity
    moved: set[str]


def things_in(ledger: Ledger, known: Knowledge, identity: Identity | None = None) -> Things:
    """What is one thing, of the records as they are now; ``identity`` where it is known of exactly these and not of others before."""
    stamps = ledger.stamps()
    by = " ".join((ledger.setting("joiner"), *sorted({maker for _, maker in stamps.values()})))
    moved = set(stamps)
    if identity is None:
        if ledger.setting("known") != by:
            ledger.known.clear()
        before = ledger.known.stamps()
        identity = Identity(known.ontology, ledger.known.shelves())
        other = {id for id in {*before, *stamps} if id not in stamps or before.get(id) != stamps[id][0]}
        found = identity.change(sorted(other & before.keys()), ledger.nodes(other & stamps.keys()))
        moved = found if before else moved
    ledger.known.keep(identity.shelves, {id: fingerprint for id, (fingerprint, _) in stamps.items()})
    ledger.set(known=by)
    return Things(identity, moved)


class Weave:
    """The pieces of a ledger on their way to those of its records."""

    def __init__(self, ledger: Ledger, known: Knowledge, writer: Writer, things: Things) -> None:
        self._ledger, self._pieces, self._known, self._writer = ledger, ledger.pieces, known, writer
        self._identity, self._moved = things

    def changed(self, read: Read) -> Iterator[tuple[Name, Piece]]:
        """Brings the ledger's pieces up to date, and gives those that were made anew, empty ones for those that went.

        ``read`` gives the reading of a document.
        """
        wanted = {id: " ".join(stamps) for id, stamps in self._ledger.stamps().items()}
        have = self._pieces.signatures()
        others = {id for id in self._moved if self._pieces.ids(id) != self._identity.own(id)}
        again = [id for id in wanted if have.get(id) != wanted[id] or id in others]
        gone = [id for id in have if id not in wanted]
        touched = {thing for id in (*again, *gone) for thing in self._pieces.ids(id)}
        touched |= {thing for id in again for thing in self._identity.own(id)}
        for id in gone:
            self._pieces.tell(id, None)
            yield from self._dropped((ARTICLE, id))
        for id in again:
            yield self._article(read(id), wanted[id])
        yield from self._entities(sorted(touched))

    def _article(self, reading: Reading, signature: str) -> tuple[Name, Piece]:
        id = reading.document.id
        own = self._identity.own(id)
        keys = (placed.key for placed in self._identity.shelves.papers.get(id) or ())
        graph = told_by(reading, {(id, key): thing for key, thing in zip(keys, own, strict=True)})
        self._pieces.tell(id, Told(own, frozenset(names_in(graph)), tuple(plain_triples(graph))))
        return self._kept((ARTICLE, id), self._writer.document(graph), signature)

    def _entities(self, touched: Iterable[str]) -> Iterator[tuple[Name, Piece]]:
        for id in touched:
            nodes = self._identity.nodes(id) if self._pieces.named(id) else []
            if nodes:
                entity = entity_of(id, nodes, self._known.ontology)
                yield self._kept((ENTITY, id), self._writer.entity(entity, self._plain(id)))
            else:
                yield from self._dropped((ENTITY, id))

    def _plain(self, subject: str) -> list[Triple]:
        """What is told as so of an entity; of a symmetric relation that is told both ways only the triple that sorts first."""
        found = self._pieces.plain(subject)
        return [triple for triple in found if not _other_way(triple, self._known.schema, self._pieces)]

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
