"""A store of quads: in memory, or an Oxigraph database in a folder that says by which version of its layout."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from kg.errors import StoreError

LAYOUT = 1
_DATA, _VERSION = "data", "version"


class Store:
    """An open store; after ``close`` it lets the database go, and nothing can be asked any more."""

    def __init__(self, database: ox.Store, place: str) -> None:
        self._database: ox.Store | None = database
        self.place = place

    @property
    def database(self) -> ox.Store:
        """The database itself; StoreError once closed."""
        if self._database is None:
            raise StoreError(f"{self.place}: this store is closed")
        return self._database

    def __len__(self) -> int:
        return len(self.database)

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer over all graphs together; SyntaxError where ``sparql`` is malformed.

        Oxigraph does not merge equal triples of several graphs; ``kg.write`` never says one in two.
        """
        return self.database.query(sparql, prefixes=dict(prefixes), use_default_graph_as_union=True)

    def quads(
        self, subject: ox.NamedNode | None = None, predicate: ox.NamedNode | None = None, value: ox.NamedNode | ox.Literal | None = None
    ) -> Iterator[ox.Quad]:
        """The quads that have these ends, of all graphs."""
        return self.database.quads_for_pattern(subject, predicate, value, None)

    def close(self) -> None:
        """Lets the database go."""
        self._database = None


def in_memory(quads: Iterable[ox.Quad]) -> Store:
    """A store of ``quads`` that is gone with the process."""
    database = ox.Store()
    database.bulk_extend(quads)
    return Store(database, "memory")


def fill(folder: Path, quads: Iterable[ox.Quad] | Path) -> int:
    """Builds a store of ``quads``, or of those in a TriG file, in ``folder``, in the place of an older one, and gives their number.

    It is built beside and renamed when it is whole, so readers never see half of one, and those of the older keep what they opened.
    Raises StoreError where ``folder`` is something else than a store, is in use by a writer, or cannot be written.
    """
    fresh = _beside(folder, "new")
    check_replaceable(folder)
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        count = _load(fresh / _DATA, quads)
        (fresh / _VERSION).write_text(f"{LAYOUT}\n", encoding="ascii")
        _swap(folder, fresh)
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be written: {error}") from error
    return count


def replace(folder: Path, fresh: Path) -> None:
    """Puts the finished store ``fresh`` in the place of ``folder``, on the same disk; readers keep what they opened.

    Raises StoreError where ``folder`` is something else than a store, is in use by a writer, or cannot be written.
    """
    check_replaceable(folder)
    try:
        _swap(folder, fresh)
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be put in its place: {error}") from error


def check_replaceable(folder: Path) -> None:
    """Raises StoreError unless a store may be put in the place of ``folder``.

    A folder of something else is never deleted, and neither is a store that a writer has open.
    """
    if not folder.exists():
        return
    if not folder.is_dir() or (any(folder.iterdir()) and not (folder / _VERSION).is_file()):
        raise StoreError(f"{folder}: is no store, so it is not replaced; name another folder")
    if (folder / _DATA).is_dir():
        _open(folder, "write")


@contextmanager
def open_store(folder: Path, mode: Literal["read", "write"] = "read") -> Iterator[Store]:
    """The store in ``folder``, flushed and closed afterwards.

    Raises StoreError where there is none, where it has another layout, or where another process writes it.
    """
    check_layout(folder)
    store = Store(_open(folder, mode), str(folder))
    try:
        yield store
    finally:
        if mode == "write":
            store.database.flush()
        store.close()


def check_layout(folder: Path) -> None:
    """Raises StoreError unless ``folder`` holds a store of the layout that this version of kg reads."""
    try:
        found = (folder / _VERSION).read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"{folder}: there is no store here; build one first with `kg build`") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{folder}: the store cannot be read: {error}") from error
    if not found.isdigit():
        raise StoreError(f"{folder / _VERSION}: {found!r} is no version of a store; build it again")
    if int(found) != LAYOUT:
        author = "a newer kg" if int(found) > LAYOUT else "an older kg"
        raise StoreError(f"{folder}: this store has layout {found}, of {author}; this kg reads layout {LAYOUT}; build it again")


def _open(folder: Path, mode: str) -> ox.Store:
    data = folder / _DATA
    if not data.is_dir():
        raise StoreError(f"{data}: the database is missing; build the store again")
    try:
        return ox.Store.read_only(str(data)) if mode == "read" else ox.Store(str(data))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreError(f"{folder}: someone else is writing this store; wait for it, or stop it") from error
        raise StoreError(f"{folder}: the database cannot be opened: {error}") from error


def _load(data: Path, quads: Iterable[ox.Quad] | Path) -> int:
    database = ox.Store(str(data))
    if isinstance(quads, Path):
        database.bulk_load(path=str(quads), format=ox.RdfFormat.TRIG)
    else:
        database.bulk_extend(quads)
    database.optimize()
    database.flush()
    return len(database)


def _swap(folder: Path, fresh: Path) -> None:
    old = _beside(folder, "old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.{what}")
