"""The pieces that the files of a folder are put together from: how long each is, what it was made from, and what others need of it.

They are no truth of their own, and can be made again from the records. Their bytes are in the files.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

ENTITY, ARTICLE = 0, 1
TABLES = """
CREATE TABLE piece (kind INTEGER, id BLOB, iri TEXT, signature TEXT, turtle INTEGER, trig INTEGER, line INTEGER, PRIMARY KEY (kind, id));
CREATE TABLE made (document BLOB PRIMARY KEY, ids TEXT);
CREATE TABLE named (entity BLOB, document BLOB, PRIMARY KEY (entity, document)) WITHOUT ROWID;
CREATE INDEX named_of ON named (document);
CREATE TABLE plain (subject BLOB, name TEXT, object BLOB, document BLOB, PRIMARY KEY (subject, name, object, document)) WITHOUT ROWID;
CREATE INDEX plain_of ON plain (document);
"""
_OURS = ("piece", "made", "named", "plain")
Triple = tuple[str, str, str]
Name = tuple[int, str]


class Told(NamedTuple):
    """What a document's piece has for others: the entities of its referents, those it names, and what it tells as so."""

    ids: tuple[str, ...]
    named: frozenset[str]
    plain: tuple[Triple, ...]


class Pieces:
    """The pieces in a ledger's database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def signatures(self) -> dict[str, str]:
        """For each document what its piece was made from."""
        rows = self._database.execute("SELECT id, signature FROM piece WHERE kind = 1")
        return {_id(id): signature for id, signature in rows}

    def lengths(self) -> list[tuple[int, str, int, int]]:
        """Kind, IRI, and length in ``graph.ttl`` and ``graph.trig`` of all pieces, in the order of these files."""
        return self._database.execute("SELECT kind, iri, turtle, trig FROM piece ORDER BY kind, iri").fetchall()

    def lines(self) -> list[tuple[str, int]]:
        """Document and length of all lines of ``documents.jsonl``, in its order."""
        return [(_id(id), line) for id, line in self._database.execute("SELECT id, line FROM piece WHERE kind = 1 ORDER BY id")]

    def ids(self, document: str) -> tuple[str, ...]:
        """The entities of the referents that a document had when its piece was made, in its order."""
        row = self._database.execute("SELECT ids FROM made WHERE document = ?", (_key(document),)).fetchone()
        return tuple(json.loads(row[0])) if row else ()

    def put(self, name: Name, iri: str, signature: str, sizes: tuple[int, int, int]) -> None:
        """Keeps a piece, in the place of an older one of that name."""
        kind, id = name
        self._database.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?, ?, ?, ?, ?)", (kind, _key(id), iri, signature, *sizes))

    def drop(self, name: Name) -> str:
        """Forgets a piece, and gives its IRI, which is empty where it is not there."""
        row = self._database.execute("DELETE FROM piece WHERE kind = ? AND id = ? RETURNING iri", (name[0], _key(name[1]))).fetchone()
        return str(row[0]) if row else ""

    def tell(self, document: str, told: Told | None) -> None:
        """Keeps what a document's piece has for others, in the place of what the older one had; None forgets it."""
        key = _key(document)
        for table in ("made", "named", "plain"):
            self._database.execute(f"DELETE FROM {table} WHERE document = ?", (key,))  # noqa: S608 -- the names are ours
        if told is None:
            return
        self._database.execute("INSERT INTO made VALUES (?, ?)", (key, json.dumps(told.ids)))
        self._database.executemany("INSERT INTO named VALUES (?, ?)", ((_key(id), key) for id in sorted(told.named)))
        plain = ((_key(subject), name, _key(obj), key) for subject, name, obj in told.plain)
        self._database.executemany("INSERT INTO plain VALUES (?, ?, ?, ?)", plain)

    def named(self, id: str) -> bool:
        """Whether a document names the entity."""
        return self._database.execute("SELECT 1 FROM named WHERE entity = ? LIMIT 1", (_key(id),)).fetchone() is not None

    def plain(self, subject: str) -> Iterator[Triple]:
        """What is told as so of an entity, each once, in order."""
        rows = self._database.execute("SELECT DISTINCT name, object FROM plain WHERE subject = ? ORDER BY name, object", (_key(subject),))
        return ((subject, name, _id(obj)) for name, obj in rows)

    def tells(self, triple: Triple) -> bool:
        """Whether a document tells this as so."""
        subject, name, obj = triple
        row = (_key(subject), name, _key(obj))
        return (
            self._database.execute("SELECT 1 FROM plain WHERE subject = ? AND name = ? AND object = ? LIMIT 1", row).fetchone() is not None
        )

    def clear(self) -> None:
        """Forgets all pieces."""
        for table in _OURS:
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608 -- the names are ours


def _key(id: str) -> bytes:
    return id.encode("utf-8", "surrogatepass")


def _id(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
