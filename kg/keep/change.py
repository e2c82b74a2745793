"""A store changed in place, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.keep.store import open_store


def change(folder: Path, *, gone: bytes, come: bytes) -> int:
    """Takes the quads of one TriG text out of the store in ``folder`` and puts those of another in; gives how many were touched.

    A process that is killed leaves the store as it was, or as it is to be. Raises StoreError where there is no store, or where someone
    else writes it.
    """
    old, new = _quads(gone), _quads(come)
    data = [f"{verb} DATA {{\n{_told(quads)}}}" for verb, quads in (("DELETE", old - new), ("INSERT", new - old)) if quads]
    if data:
        with open_store(folder, "write") as store:
            store.database.update(";\n".join(data))
    return len(old ^ new)


def _quads(text: bytes) -> set[ox.Quad]:
    return {quad for quad in ox.parse(text, format=ox.RdfFormat.TRIG) if isinstance(quad, ox.Quad)}


def _told(quads: Iterable[ox.Quad]) -> str:
    # The library escapes each term itself, so no text of a document can end its literal.
    return "".join(
        f"{quad.triple} .\n" if isinstance(quad.graph_name, ox.DefaultGraph) else f"GRAPH {quad.graph_name} {{ {quad.triple} }}\n"
        for quad in quads
    )
