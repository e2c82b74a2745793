"""The data of a folder, put together from the pieces of its older files and those that changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kg.ledger import Ledger
from kg.ledger.pieces import ARTICLE
from kg.pipeline.weave import Weave
from kg.write.files import DOCUMENTS, TRIG, TURTLE
from kg.write.splice import Layout, read_pieces, splice


class Difference(NamedTuple):
    """What went out of the graph and what came into it, as TriG."""

    gone: bytes
    come: bytes


def write_data(ledger: Ledger, out: Path, folder: Path, weave: Weave) -> Difference:
    """Writes the three files of the ledger's records into ``folder``; the pieces that stay are copied from the files in ``out``.

    Raises OSError where that cannot be done.
    """
    header = weave.writer.header()
    turtle, trig, lines = _layouts(ledger, len(header))
    changed = dict(weave.changed())
    pieces = {(kind, piece.iri): piece for (kind, _), piece in changed.items()}
    splice(out / TURTLE, folder / TURTLE, turtle, {key: piece.turtle for key, piece in pieces.items()}, header)
    splice(out / TRIG, folder / TRIG, trig, {key: piece.trig for key, piece in pieces.items()}, header)
    splice(out / DOCUMENTS, folder / DOCUMENTS, lines, {id: piece.line for (kind, id), piece in changed.items() if kind == ARTICLE})
    gone = read_pieces(out / TRIG, [trig.stretch(key) for key in sorted(pieces)])
    return Difference(header + b"".join(gone), header + b"".join(piece.trig for piece in pieces.values()))


def _layouts(ledger: Ledger, head: int) -> tuple[Layout, Layout, Layout]:
    """Where the pieces lie in ``graph.ttl``, ``graph.trig`` and ``documents.jsonl`` as they are."""
    lengths, lines = ledger.pieces.lengths(), ledger.pieces.lines()
    keys = [(kind, iri) for kind, iri, _, _ in lengths]
    turtle, trig = [size for _, _, size, _ in lengths], [size for _, _, _, size in lengths]
    return Layout(keys, turtle, head), Layout(keys, trig, head), Layout([id for id, _ in lines], [size for _, size in lines], 0)
