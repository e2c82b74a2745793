"""What is known of identity, in a ledger's database: the shelves of ``kg.resolve.state``, of which an addition fetches a few places.

They are no truth of their own, and can be made again from the records. Small values share a drawer with others whose keys have the same
remainder, since a row for each of some hundred values a document would be most of the ledger.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import StoreError
from kg.resolve.compare import Weight
from kg.resolve.nodes import Node
from kg.resolve.state import Entry, Pair, Placed, Shelf, Shelves, Source
from kg.values import Referent

TABLES = "CREATE TABLE known (shelf TEXT, place BLOB, told BLOB, PRIMARY KEY (shelf, place));"
_DRAWERS = 1 << 14
_STAMPS = "stamps"
_dumps = json.JSONEncoder(separators=(",", ":"), check_circular=False, ensure_ascii=False).encode


class Form(NamedTuple):
    """How the values of a shelf are written and read, and whether many share a drawer."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    shared: bool = True


class Known:
    """The table of a ledger that has the shelves."""

    def __init__(self, database: sqlite3.Connection, place: Path) -> None:
        self._database, self._place = database, place

    def shelves(self) -> Shelves:
        """The shelves, as they were kept."""
        return Shelves(**{name: Shelf(Source(partial(self._some, name), partial(self._every, name))) for name in FORMS if name != _STAMPS})

    def stamps(self) -> dict[str, str]:
        """The documents that the shelves are of, each with its fingerprint."""
        return self._every(_STAMPS)

    def keep(self, shelves: Shelves, stamps: Mapping[str, str]) -> None:
        """Keeps what has changed on shelves that are this ledger's, or new to it, and of which documents they are now."""
        for field in fields(shelves):
            shelf: Shelf[Any] = getattr(shelves, field.name)
            form = FORMS[field.name]
            told = ((key, shelf.get(key)) for key in shelf.changed)
            self._put(field.name, ((key, None if value is None else form.write(value)) for key, value in told))
            shelf.changed.clear()
        before = self.stamps()
        self._put(_STAMPS, ((id, stamps.get(id)) for id in {*before, *stamps} if before.get(id) != stamps.get(id)))

    def clear(self) -> None:
        """Forgets all."""
        self._database.execute("DELETE FROM known")

    def _some(self, name: str, key: str) -> dict[str, Any]:
        """What lies where the key belongs."""
        return self._read(name, self._at(name, _place(name, key)))

    def _every(self, name: str) -> dict[str, Any]:
        rows = self._database.execute("SELECT told FROM known WHERE shelf = ?", (name,))
        return {key: value for (told,) in rows for key, value in self._read(name, told).items()}

    def _at(self, name: str, place: bytes) -> bytes:
        row = self._database.execute("SELECT told FROM known WHERE shelf = ? AND place = ?", (name, place)).fetchone()
        return bytes(row[0]) if row else b"{}"

    def _read(self, name: str, told: bytes) -> dict[str, Any]:
        try:
            return {key: FORMS[name].read(value) for key, value in json.loads(told).items()}
        except (ValueError, TypeError, AttributeError) as error:
            raise StoreError(f"{self._place}: what it knows of identity is broken ({error}); build the folder again") from error

    def _put(self, name: str, told: Iterable[tuple[str, Any]]) -> None:
        places: dict[bytes, dict[str, Any]] = defaultdict(dict)
        for key, value in told:
            places[_place(name, key)][key] = value
        empty = self._database.execute("SELECT 1 FROM known WHERE shelf = ? LIMIT 1", (name,)).fetchone() is None
        gone, come = [], []
        for place, values in sorted(places.items()):
            left = values if empty else {**json.loads(self._at(name, place)), **values}
            kept = {key: left[key] for key in sorted(left) if left[key] is not None}
            if kept:
                come.append((name, place, _dumps(kept).encode("utf-8", "surrogatepass")))
            else:
                gone.append((name, place))
        self._database.executemany("DELETE FROM known WHERE shelf = ? AND place = ?", gone)
        self._database.executemany("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", come)


def _place(name: str, key: str) -> bytes:
    told = key.encode("utf-8", "surrogatepass")
    return (zlib.crc32(told) % _DRAWERS).to_bytes(2, "big") if FORMS[name].shared else told


def _kin(nodes: tuple[Node, ...]) -> list[Any]:
    return [
        [node.document, one.key, one.type, one.name, one.names, one.authority, sorted(node.marks), node.day and node.day.isoformat()]
        for node in nodes
        for one in (node.referent,)
    ]


def _kin_from(told: list[Any]) -> tuple[Node, ...]:
    return tuple(
        Node(document, Referent(key, type_, name, tuple(names), row, ()), frozenset(marks), dt.date.fromisoformat(day) if day else None)
        for document, key, type_, name, names, row, marks, day in told
    )


def _blocks(entries: tuple[Entry, ...]) -> list[str]:
    return [part for entry in entries for part in entry]


def _blocks_from(told: list[str]) -> tuple[Entry, ...]:
    return tuple(map(Entry, told[::2], told[1::2]))


def _as_it_is(value: Any) -> Any:
    """A tuple is a list of JSON by itself."""
    return value


def _pairs(pairs: Mapping[str, Pair]) -> dict[str, Any]:
    """What joins and what would be compared again; why is told by comparing again."""
    return {id: [pair.near, pair.weight and [pair.weight.score, pair.weight.by, pair.weight.vetoed]] for id, pair in pairs.items()}


def _pairs_from(told: Mapping[str, Any]) -> dict[str, Pair]:
    return {
        id: Pair(near, Weight(weight[0], (), by=weight[1], vetoed=weight[2]) if weight else None) for id, (near, weight) in told.items()
    }


FORMS: Mapping[str, Form] = {
    "kin": Form(_kin, _kin_from, shared=False),
    "papers": Form(_as_it_is, lambda told: tuple(Placed(*one) for one in told), shared=False),
    "homes": Form(_as_it_is, tuple),
    "blocks": Form(_blocks, _blocks_from),
    "pairs": Form(_pairs, _pairs_from),
    "things": Form(_as_it_is, tuple),
    "meant": Form(_as_it_is, lambda told: tuple(tuple(one) for one in told), shared=False),
    "judged": Form(_as_it_is, tuple),
    _STAMPS: Form(str, str, shared=False),
}
