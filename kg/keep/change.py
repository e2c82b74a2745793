"""A store with some quads taken out and others put in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.keep.snapshot import copy_to
from kg.keep.store import fresh, writing


def change(folder: Path, *, gone: bytes, come: bytes) -> int:
    """Takes the quads of one TriG text out of the store in ``folder`` and puts those of another in; gives how many were touched.

    A process that is killed leaves the store as it was, or as it is to be; readers keep what they opened. Raises StoreError where there
    is no store, or where someone else writes it.
    """
    with writing(folder), fresh(folder) as data:
        return change_to(folder, data, gone=gone, come=come)


def change_to(folder: Path, data: Path, *, gone: bytes, come: bytes) -> int:
    """Makes a database at ``data`` that has what the store in ``folder`` is to have, and leaves that as it is; errors as above."""
    old, new = _quads(gone), _quads(come)
    copy_to(folder, data)
    told = [f"{verb} DATA {{\n{_told(quads)}}}" for verb, quads in (("DELETE", old - new), ("INSERT", new - old)) if quads]
    if told:
        try:
            database = ox.Store(str(data))
            database.update(";\n".join(told))
            database.flush()
        except OSError as error:
            raise StoreError(f"{folder}: the store cannot be written: {error}") from error
    return len(old ^ new)


def _quads(text: bytes) -> set[ox.Quad]:
    return {quad for quad in ox.parse(text, format=ox.RdfFormat.TRIG) if isinstance(quad, ox.Quad)}


def _told(quads: Iterable[ox.Quad]) -> str:
    # The library escapes each term itself, so no text of a document can end its literal.
    return "".join(
        f"{quad.triple} .\n" if isinstance(quad.graph_name, ox.DefaultGraph) else f"GRAPH {quad.graph_name} {{ {quad.triple} }}\n"
        for quad in quads
    )
