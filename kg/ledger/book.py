"""The ledger of a built folder: an SQLite database with one record a document, open to one writer at a time.

It is the truth that the other files are made from: what it has acknowledged is on the disk, and a process that is killed leaves it as it
was before the document or after it. The lock is the database's own, so it goes with the process, however that ends.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kg.errors import StoreError
from kg.ledger.known import TABLES as KNOWN
from kg.ledger.known import Known
from kg.ledger.pieces import TABLES as PIECES
from kg.ledger.pieces import Pieces
from kg.ledger.record import Record, nodes_from, unpack
from kg.resolve.identity import Node
from kg.values import Reading

LAYOUT = 3
FOLDER, RECORDS, HOLDER = "ledger", "records.sqlite3", "holder"
_MARK = 0x6B672D6C  # "kg-l": tells the database from those of other programs
_TABLES = """
CREATE TABLE record (id BLOB PRIMARY KEY, fingerprint TEXT NOT NULL, maker TEXT NOT NULL, nodes TEXT NOT NULL, reading BLOB NOT NULL);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Ledger:
    """An open ledger; each change is on the disk when its call returns, unless it is made inside ``at_once``."""

    def __init__(self, database: sqlite3.Connection, place: Path) -> None:
        self._database = database
        self.place = place
        self.pieces = Pieces(database)
        self.known = Known(database, place)

    def setting(self, name: str) -> str:
        """A setting, empty where it was never set."""
        row = self._database.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, **settings: str) -> None:
        """Keeps settings."""
        with self.at_once():
            self._database.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", settings.items())

    def stamps(self) -> dict[str, tuple[str, str]]:
        """For each document its fingerprint and the maker of its reading, by id."""
        rows = self._database.execute("SELECT id, fingerprint, maker FROM record")
        return dict(sorted((_id(id), (fingerprint, maker)) for id, fingerprint, maker in rows))

    def readings(self) -> Iterator[Reading]:
        """All readings, by id; StoreError where one cannot be read."""
        for id, record in self._database.execute("SELECT id, reading FROM record ORDER BY id"):
            with sound(self.place, _id(id)):
                reading = unpack(record)
            yield reading

    def reading(self, id: str) -> Reading:
        """The reading of one document that is there; StoreError where it cannot be read."""
        with sound(self.place, id):
            return unpack(self.packed(id))

    def packed(self, id: str) -> bytes:
        """The reading of one document that is there, as it was packed."""
        (record,) = self._database.execute("SELECT reading FROM record WHERE id = ?", (_key(id),)).fetchone()
        return bytes(record)

    def nodes(self, ids: Iterable[str] | None = None) -> Iterator[Node]:
        """The referents of documents, or of all, as resolution needs them: without their mentions. By document; StoreError as above."""
        for key in map(_key, sorted(self.stamps() if ids is None else ids)):
            (text,) = self._database.execute("SELECT nodes FROM record WHERE id = ?", (key,)).fetchone()
            with sound(self.place, _id(key)):
                nodes = nodes_from(_id(key), text)
            yield from nodes

    def put(self, record: Record, maker: str) -> None:
        """Keeps what a document told, in the place of what it told before."""
        row = (_key(record.document), record.fingerprint, maker, record.nodes, record.reading)
        with self.at_once():
            self._database.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)", row)

    def drop(self, id: str) -> None:
        """Forgets a document."""
        with self.at_once():
            self._database.execute("DELETE FROM record WHERE id = ?", (_key(id),))

    def replace(self, records: Iterable[Record], maker: str) -> None:
        """Keeps these records and no others."""
        with self.at_once():
            self.pieces.clear()
            self.known.clear()
            self._database.execute("DELETE FROM record")
            for record in records:
                self.put(record, maker)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All changes inside are kept together when the outermost such block ends, or none is."""
        if self._database.in_transaction:
            yield
            return
        with _told(self.place):
            self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._database.in_transaction:  # SQLite ends it by itself where the disk is full
                self._database.execute("ROLLBACK")
            raise
        with _told(self.place):
            self._database.execute("COMMIT")


@contextmanager
def sound(place: Path, id: str) -> Iterator[None]:
    """A record that cannot be read is told as a StoreError that names the ledger and the document."""
    try:
        yield
    except (ValueError, TypeError, zlib.error) as error:
        raise StoreError(f"{place}: the record of {id!r} is broken ({error}); build the folder again") from error


@contextmanager
def open_ledger(out: Path, *, new: bool = False) -> Iterator[Ledger]:
    """The ledger of the built folder ``out``, locked against other writers until the end.

    ``new`` makes one where there is none, or in the place of one that an older kg wrote. Raises StoreError where there is none, where it is
    of another layout or broken, where another process writes it, and where the disk is full.
    """
    path = out / FOLDER / RECORDS
    if not new and not path.is_file():
        raise StoreError(f"{out}: there is no ledger here, so nothing can be added or removed; build the folder with `kg build -o {out}`")
    holder = path.with_name(HOLDER)
    with _connected(path) as database:
        if new and _layout(database, path) < LAYOUT:
            _make(database, path)
        _check(_layout(database, path), path)
        with suppress(OSError):  # a note for others; where the disk is full, what matters says so
            holder.write_text(f"process {os.getpid()}\n", encoding="ascii")
        try:
            yield Ledger(database, path)
        finally:
            holder.unlink(missing_ok=True)


def check_free(out: Path) -> None:
    """Raises StoreError where ``out`` has a ledger that another process or a newer kg writes, or that is none."""
    path = out / FOLDER / RECORDS
    if path.is_file():
        with _connected(path) as database:
            path.with_name(HOLDER).unlink(missing_ok=True)  # of a process that was killed
            if (layout := _layout(database, path)) > LAYOUT:
                _check(layout, path)


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, locked for this process until the end."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: the ledger cannot be written: {error}") from error
    with _told(path), closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
        # Kept until the connection closes; with it the write-ahead log needs no shared memory.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("BEGIN EXCLUSIVE")
        database.execute("COMMIT")
        yield database


def _layout(database: sqlite3.Connection, path: Path) -> int:
    """The layout of the ledger, 0 where the database is empty."""
    if not database.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        return 0
    mark, layout = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if mark != _MARK:
        raise StoreError(f"{path}: is a database of another program; {_remedy(path)}")
    return int(layout)


def _make(database: sqlite3.Connection, path: Path) -> None:
    """Makes the tables, and forgets those of an older kg."""
    database.execute("BEGIN EXCLUSIVE")
    old = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall()
    marks = (f"PRAGMA user_version = {LAYOUT}", f"PRAGMA application_id = {_MARK}")
    tables = (_TABLES + PIECES + KNOWN).strip().splitlines()
    for statement in (*(f'DROP TABLE "{name}"' for (name,) in old), *tables, *marks):
        database.execute(statement)
    database.execute("COMMIT")


def _check(layout: int, path: Path) -> None:
    if layout != LAYOUT:
        author = "a newer kg" if layout > LAYOUT else "an older kg"
        raise StoreError(f"{path}: this ledger has layout {layout}, of {author}; this kg reads layout {LAYOUT}; {_remedy(path)}")


def _remedy(path: Path) -> str:
    return f"move {path.parent} away, and build the folder again"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite complains of, as an error that says what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{path.parent.parent}: {_holder(path)} is writing this folder; wait for it, or stop it") from error
        raise StoreError(f"{path}: the ledger cannot be written: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: is no ledger, or is damaged ({error}); move {path.parent} away, and build the folder again") from error


def _holder(path: Path) -> str:
    try:
        return path.with_name(HOLDER).read_text(encoding="ascii").strip() or "another process"
    except (OSError, UnicodeDecodeError):
        return "another process"


def _key(id: str) -> bytes:
    return id.encode("utf-8", "surrogatepass")


def _id(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
