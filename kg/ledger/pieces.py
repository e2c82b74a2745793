"""The pieces that the files of a folder were put together from, so that only those which changed are made anew.

They are no truth of their own: each says by its signature what it was made from, and all can be made again from the records.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ENTITY, ARTICLE = 0, 1
TABLE = """
CREATE TABLE piece (kind INTEGER, id BLOB, iri TEXT, signature TEXT, told TEXT, turtle BLOB, trig BLOB, line BLOB, PRIMARY KEY (kind, id));
"""


class Kept(NamedTuple):
    """A piece: ``signature`` is what it was made from, ``told`` what other pieces need of it, as JSON."""

    id: str
    iri: str
    signature: str
    told: str
    turtle: bytes
    trig: bytes
    line: bytes


class Pieces:
    """The pieces in a ledger's database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def signatures(self, kind: int) -> dict[str, str]:
        """For each piece of a kind what it was made from, by id."""
        rows = self._database.execute("SELECT id, signature FROM piece WHERE kind = ?", (kind,))
        return {_id(id): signature for id, signature in rows}

    def told(self, kind: int) -> Iterator[str]:
        """What the pieces of a kind have for others."""
        return (told for (told,) in self._database.execute("SELECT told FROM piece WHERE kind = ?", (kind,)))

    def swap(self, kind: int, *, gone: Iterable[str], come: Iterable[Kept]) -> tuple[list[bytes], list[bytes]]:
        """Puts pieces in and takes others out; gives the TriG of what was there before, and of what came."""
        old, new = [], []
        for id in gone:
            old += self._trig(kind, id)
            self._database.execute("DELETE FROM piece WHERE kind = ? AND id = ?", (kind, _key(id)))
        for piece in come:
            old += self._trig(kind, piece.id)
            new.append(piece.trig)
            self._database.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (kind, _key(piece.id), *piece[1:]))
        return old, new

    def column(self, name: str) -> Iterator[bytes]:
        """``turtle`` or ``trig`` of all pieces in the order of the files, or the ``line`` of all documents."""
        order = "id" if name == "line" else "kind, iri"
        kinds = "WHERE kind = 1" if name == "line" else ""
        query = f"SELECT {name} FROM piece {kinds} ORDER BY {order}"  # noqa: S608 -- the names are ours
        return (part for (part,) in self._database.execute(query))

    def clear(self) -> None:
        """Forgets all pieces."""
        self._database.execute("DELETE FROM piece")

    def _trig(self, kind: int, id: str) -> list[bytes]:
        return [trig for (trig,) in self._database.execute("SELECT trig FROM piece WHERE kind = ? AND id = ?", (kind, _key(id)))]


def _key(id: str) -> bytes:
    return id.encode("utf-8", "surrogatepass")


def _id(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
