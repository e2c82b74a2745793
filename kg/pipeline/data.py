"""The data of a folder, put together from the pieces of its older files and those that changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kg.ledger import Ledger
from kg.ledger.pieces import ARTICLE
from kg.pipeline.knowledge import Knowledge
from kg.pipeline.weave import Read, Weave, things_in
from kg.resolve.identity import Identity
from kg.write.files import DOCUMENTS, TRIG, TURTLE
from kg.write.pieces import Writer
from kg.write.splice import Layout, read_pieces, splice


class Difference(NamedTuple):
    """What went out of the graph and what came into it, as TriG; and what is one thing in it."""

    gone: bytes
    come: bytes
    identity: Identity


class Source(NamedTuple):
    """What gives the reading of a document, and what is one thing where that is known."""

    read: Read
    identity: Identity | None = None


def write_data(ledger: Ledger, out: Path, folder: Path, known: Knowledge, source: Source) -> Difference:
    """Writes the three files of the ledger's records into ``folder``; the pieces that stay are copied from the files in ``out``.

    Raises OSError where that cannot be done.
    """
    writer = Writer(known.schema, known.base)
    header = writer.header()
    turtle, trig, lines = _layouts(ledger, len(header))
    things = things_in(ledger, known, source.identity)
    changed = dict(Weave(ledger, known, writer, things).changed(source.read))
    pieces = {(kind, piece.iri): piece for (kind, _), piece in changed.items()}
    splice(out / TURTLE, folder / TURTLE, turtle, {key: piece.turtle for key, piece in pieces.items()}, header)
    splice(out / TRIG, folder / TRIG, trig, {key: piece.trig for key, piece in pieces.items()}, header)
    splice(out / DOCUMENTS, folder / DOCUMENTS, lines, {id: piece.line for (kind, id), piece in changed.items() if kind == ARTICLE})
    gone = read_pieces(out / TRIG, [trig.stretch(key) for key in sorted(pieces)])
    return Difference(header + b"".join(gone), header + b"".join(piece.trig for piece in pieces.values()), things.identity)


def _layouts(ledger: Ledger, head: int) -> tuple[Layout, Layout, Layout]:
    """Where the pieces lie in ``graph.ttl``, ``graph.trig`` and ``documents.jsonl`` as they are."""
    lengths, lines = ledger.pieces.lengths(), ledger.pieces.lines()
    keys = [(kind, iri) for kind, iri, _, _ in lengths]
    turtle, trig = [size for _, _, size, _ in lengths], [size for _, _, _, size in lengths]
    return Layout(keys, turtle, head), Layout(keys, trig, head), Layout([id for id, _ in lines], [size for _, size in lines], 0)
