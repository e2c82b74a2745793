"""The ledger of a built folder: an SQLite database with one record a document, open to one writer at a time.

It is the truth that the other files are made from: what it has acknowledged is on the disk, and a process that is killed leaves it as it
was before the document or after it. The lock is the database's own, so it goes with the process, however that ends.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.ledger.pieces import TABLE, Pieces
from kg.ledger.record import fingerprint, nodes_from, nodes_text, pack, unpack
from kg.resolve.identity import Node
from kg.values import Reading

LAYOUT = 1
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
            with self._sound(id):
                reading = unpack(record)
            yield reading

    def reading(self, id: str) -> Reading:
        """The reading of one document that is there; StoreError where it cannot be read."""
        (record,) = self._database.execute("SELECT reading FROM record WHERE id = ?", (_key(id),)).fetchone()
        with self._sound(_key(id)):
            return unpack(record)

    def nodes(self) -> Iterator[Node]:
        """The referents of all documents, as resolution needs them: without their mentions. By document; StoreError as above."""
        for id, text in self._database.execute("SELECT id, nodes FROM record ORDER BY id"):
            with self._sound(id):
                nodes = nodes_from(_id(id), text)
            yield from nodes

    @contextmanager
    def _sound(self, id: bytes) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError, zlib.error) as error:
            raise StoreError(f"{self.place}: the record of {_id(id)!r} is broken ({error}); build the folder again") from error

    def put(self, reading: Reading, maker: str) -> None:
        """Keeps what a document told, in the place of what it told before."""
        record = (_key(reading.document.id), fingerprint(reading.document), maker, nodes_text(reading), pack(reading))
        with self.at_once():
            self._database.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)", record)

    def drop(self, id: str) -> None:
        """Forgets a document."""
        with self.at_once():
            self._database.execute("DELETE FROM record WHERE id = ?", (_key(id),))

    def replace(self, readings: Iterable[Reading], maker: str) -> None:
        """Keeps these readings and no others."""
        with self.at_once():
            self._database.execute("DELETE FROM record")
            for reading in readings:
                self.put(reading, maker)

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
            self._database.execute("ROLLBACK")
            raise
        with _told(self.place):
            self._database.execute("COMMIT")


@contextmanager
def open_ledger(out: Path, *, new: bool = False) -> Iterator[Ledger]:
    """The ledger of the built folder ``out``, locked against other writers until the end; ``new`` makes one where there is none.

    Raises StoreError where there is none, where it is of another layout or broken, or where another process writes it.
    """
    path = out / FOLDER / RECORDS
    if not new and not path.is_file():
        raise StoreError(f"{out}: there is no ledger here, so nothing can be added or removed; build the folder with `kg build -o {out}`")
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=0, isolation_level=None)
    holder = path.with_name(HOLDER)
    with closing(database):
        _lock(database, path)
        holder.write_text(f"process {os.getpid()}\n", encoding="ascii")
        try:
            yield Ledger(database, path)
        finally:
            holder.unlink(missing_ok=True)


def check_free(out: Path) -> None:
    """Raises StoreError where ``out`` has a ledger that another process writes, or that is none."""
    if (out / FOLDER / RECORDS).is_file():
        with open_ledger(out):
            pass


def _lock(database: sqlite3.Connection, path: Path) -> None:
    """Takes the ledger for this process, and makes its tables where it is new."""
    with _told(path):
        # Kept until the connection closes; with it the write-ahead log needs no shared memory.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("BEGIN EXCLUSIVE")
        if not database.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
            for statement in (*_TABLES.strip().splitlines(), TABLE, f"PRAGMA user_version = {LAYOUT}", f"PRAGMA application_id = {_MARK}"):
                database.execute(statement)
        database.execute("COMMIT")
        mark, layout = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    remedy = f"move {path.parent} away, and build the folder again"
    if mark != _MARK:
        raise StoreError(f"{path}: is a database of another program; {remedy}")
    if layout != LAYOUT:
        author = "a newer kg" if layout > LAYOUT else "an older kg"
        raise StoreError(f"{path}: this ledger has layout {layout}, of {author}; this kg reads layout {LAYOUT}; {remedy}")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite and the disk complain of, as an error that says what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{path.parent.parent}: {_holder(path)} is writing this folder; wait for it, or stop it") from error
        raise StoreError(f"{path}: the ledger cannot be written: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: is no ledger, or is damaged ({error}); move {path.parent} away, and build the folder again") from error
    except OSError as error:
        raise StoreError(f"{path}: the ledger cannot be written: {error}") from error


def _holder(path: Path) -> str:
    try:
        return path.with_name(HOLDER).read_text(encoding="ascii").strip() or "another process"
    except (OSError, UnicodeDecodeError):
        return "another process"


def _key(id: str) -> bytes:
    return id.encode("utf-8", "surrogatepass")


def _id(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
