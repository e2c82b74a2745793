"""The data of a graph put together from pieces, of which only those that changed are made anew.

Names are compared across all documents each time, since one new text can join two persons or part them; but a document's claims are
written again only where it, or the id of something in it, changed, and an entity only where its names or its plain triples did.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.keep.change import change
from kg.keep.store import fill
from kg.ledger import Ledger
from kg.ledger.pieces import ARTICLE, ENTITY, Kept
from kg.pipeline.knowledge import Knowledge
from kg.pipeline.outputs import STORE
from kg.resolve.identity import Node, assign_ids
from kg.resolve.resolver import entities_of, names_in, told_by
from kg.values import Entity
from kg.write.files import TRIG
from kg.write.pieces import Triple, Writer, one_way, plain_triples, write_pieces

Ids = Mapping[tuple[str, str], str]


def write_data(ledger: Ledger, out: Path, known: Knowledge, *, trusted: bool) -> None:
    """Makes the graph's files and store those of the ledger's records.

    ``trusted`` says that the store in ``out`` has what the pieces have; only their difference is put into it then, in one transaction.
    """
    writer = Writer(known.schema, known.base)
    nodes = list(ledger.nodes())
    ids = assign_ids(nodes, known.ontology)
    old, new = _articles(ledger, nodes, ids, writer)
    gone, come = _entities(ledger, nodes, ids, known)
    header, pieces = writer.header(), ledger.pieces
    turtle, trig = _headed(header, pieces.column("turtle")), _headed(header, pieces.column("trig"))
    write_pieces(out, turtle=turtle, trig=trig, lines=pieces.column("line"))
    if trusted:
        change(out / STORE, gone=header + b"".join(gone + old), come=header + b"".join(come + new))
    else:
        fill(out / STORE, out / TRIG)


def _headed(header: bytes, parts: Iterator[bytes]) -> Iterator[bytes]:
    """The parts with the prefixes before the first; nothing where there is none, as the serialiser has it."""
    for number, part in enumerate(parts):
        yield part if number else header + part


def _articles(ledger: Ledger, nodes: Sequence[Node], ids: Ids, writer: Writer) -> tuple[list[bytes], list[bytes]]:
    """Brings the pieces of documents up to date; gives the TriG that went and that came."""
    own: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        own[node.document].append(ids[node.document, node.referent.key])
    wanted = {id: _sign(*stamps, *own[id]) for id, stamps in ledger.stamps().items()}
    have = ledger.pieces.signatures(ARTICLE)
    come = (_article(ledger, id, wanted[id], ids, writer) for id in wanted if have.get(id) != wanted[id])
    return ledger.pieces.swap(ARTICLE, gone=[id for id in have if id not in wanted], come=come)


def _article(ledger: Ledger, id: str, signature: str, ids: Ids, writer: Writer) -> Kept:
    graph = told_by(ledger.reading(id), ids)
    told = json.dumps([sorted(names_in(graph)), plain_triples(graph)])
    piece = writer.document(graph)
    return Kept(id, piece.iri, signature, told, piece.turtle, piece.trig, piece.line)


def _entities(ledger: Ledger, nodes: Sequence[Node], ids: Ids, known: Knowledge) -> tuple[list[bytes], list[bytes]]:
    """Brings the pieces of entities up to date; gives the TriG that went and that came."""
    named: set[str] = set()
    triples: set[Triple] = set()
    for names, plain in map(json.loads, ledger.pieces.told(ARTICLE)):
        named.update(names)
        triples.update((subject, name, obj) for subject, name, obj in plain)
    of: dict[str, list[Triple]] = defaultdict(list)
    for triple in sorted(one_way(triples, known.schema)):
        of[triple[0]].append(triple)
    found = {entity.id: entity for entity in entities_of(nodes, ids, known.ontology) if entity.id in named}
    maker = "".join(sorted({maker for _, maker in ledger.stamps().values()}))
    wanted = {id: _sign(maker, _describe(entity, of[id])) for id, entity in found.items()}
    have = ledger.pieces.signatures(ENTITY)
    writer = Writer(known.schema, known.base)
    come = (_entity(found[id], of[id], wanted[id], writer) for id in wanted if have.get(id) != wanted[id])
    return ledger.pieces.swap(ENTITY, gone=[id for id in have if id not in wanted], come=come)


def _entity(entity: Entity, triples: Sequence[Triple], signature: str, writer: Writer) -> Kept:
    piece = writer.entity(entity, triples)
    return Kept(entity.id, piece.iri, signature, "", piece.turtle, piece.trig, b"")


def _describe(entity: Entity, triples: Sequence[Triple]) -> str:
    return json.dumps([entity.type, entity.ko, entity.en, entity.names, entity.same_as, triples])


def _sign(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
