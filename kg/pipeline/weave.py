"""Which pieces of a graph changed, and those made anew.

Names are compared across all documents each time, since one new text can join two persons or part them; but a document's claims are
written again only where it, or the id of something in it, changed, and an entity only where it is in such a document, or was.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator

from kg.ledger import Ledger
from kg.ledger.pieces import ARTICLE, ENTITY, Name, Pieces, Told, Triple
from kg.ontology.schema import Schema
from kg.pipeline.knowledge import Knowledge
from kg.resolve.identity import Ids, assign_ids, uncollected
from kg.resolve.resolver import entities_of, names_in, told_by
from kg.values import Reading
from kg.write.pieces import NOTHING, Piece, Writer, plain_triples

Read = Callable[[str], Reading]


class Weave:
    """The pieces of a ledger on their way to those of its records; ``ids`` are the entities of all referents."""

    def __init__(self, ledger: Ledger, known: Knowledge, writer: Writer, ids: Ids | None) -> None:
        self._ledger, self._pieces, self._known, self._writer = ledger, ledger.pieces, known, writer
        self._own: dict[str, list[str]] = defaultdict(list)
        with uncollected():
            self._nodes = list(ledger.nodes())
            self.ids = assign_ids(self._nodes, known.ontology) if ids is None else ids
            for node in self._nodes:
                self._own[node.document].append(self.ids[node.document, node.referent.key])

    def changed(self, read: Read) -> Iterator[tuple[Name, Piece]]:
        """Brings the ledger's pieces up to date, and gives those that were made anew, empty ones for those that went.

        ``read`` gives the reading of a document.
        """
        wanted = {id: _sign(*stamps, *self._own[id]) for id, stamps in self._ledger.stamps().items()}
        have = self._pieces.signatures()
        again = [id for id in wanted if have.get(id) != wanted[id]]
        gone = [id for id in have if id not in wanted]
        touched = self._pieces.ids([*again, *gone]).union(*(self._own[id] for id in again))
        for id in gone:
            self._pieces.tell(id, None)
            yield from self._dropped((ARTICLE, id))
        for id in again:
            yield self._article(read(id), wanted[id])
        yield from self._entities(touched)

    def _article(self, reading: Reading, signature: str) -> tuple[Name, Piece]:
        id = reading.document.id
        graph = told_by(reading, self.ids)
        self._pieces.tell(id, Told(tuple(self._own[id]), frozenset(names_in(graph)), tuple(plain_triples(graph))))
        return self._kept((ARTICLE, id), self._writer.document(graph), signature)

    def _entities(self, touched: set[str]) -> Iterator[tuple[Name, Piece]]:
        nodes = [node for node in self._nodes if self.ids[node.document, node.referent.key] in touched]
        left = set(touched)
        for entity in entities_of(nodes, self.ids, self._known.ontology):
            if self._pieces.named(entity.id):
                left.discard(entity.id)
                yield self._kept((ENTITY, entity.id), self._writer.entity(entity, self._plain(entity.id)))
        for id in sorted(left):
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


def _sign(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
