"""A store of quads: in memory, or an Oxigraph database in a folder that says by which version of its layout.

A folder holds one database a generation and never changes one that a reader may have open: a writer puts a new one beside it, which a
single renaming makes the current. So readers always see one whole state, and a writer that is killed leaves the one before.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.keep.lock import alone, in_use, unused

LAYOUT = 3
VERSION, _LOCK = "version", "lock"
_NAME = re.compile(r"data-([0-9]+)")


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


def in_memory(quads: Iterable[ox.Quad] | Path) -> Store:
    """A store of ``quads``, or of those in a TriG file of kg's own, that is gone with the process."""
    database = ox.Store()
    if isinstance(quads, Path):
        database.load(path=str(quads), format=ox.RdfFormat.TRIG, lenient=True)  # in memory a fifth faster than in bulk
    else:
        database.extend(quads)
    return Store(database, "memory")


def current(folder: Path) -> Path:
    """The database that the store in ``folder`` has now.

    Raises StoreError unless that is a store of the layout that this version of kg reads.
    """
    try:
        text = (folder / VERSION).read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"{folder}: there is no store here; build one first with `kg build`") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{folder}: the store cannot be read: {error}") from error
    layout, _, name = text.strip().partition("\n")
    if not layout.isdecimal():
        raise StoreError(f"{folder / VERSION}: {layout!r} is no version of a store; build it again")
    if int(layout) != LAYOUT:
        author = "a newer kg" if int(layout) > LAYOUT else "an older kg"
        raise StoreError(f"{folder}: this store has layout {layout}, of {author}; this kg reads layout {LAYOUT}; build it again")
    if not _NAME.fullmatch(name):
        raise StoreError(f"{folder / VERSION}: {name!r} is no name of a database; build the store again")
    return folder / name


def is_whole(folder: Path) -> bool:
    """Whether there is a store in ``folder``, with its database; StoreError where it has another layout."""
    return (folder / VERSION).is_file() and current(folder).is_dir()


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """The store in ``folder`` as it is now, whatever is written meanwhile; closed afterwards.

    Raises StoreError where there is none, or where it has another layout.
    """
    with ExitStack() as held, open_database(_held(folder, held)) as store:
        yield store


@contextmanager
def open_database(data: Path) -> Iterator[Store]:
    """The database in the folder ``data``, which nobody changes meanwhile; StoreError where it cannot be opened."""
    try:
        store = Store(ox.Store.read_only(str(data)), str(data))
    except OSError as error:
        raise StoreError(f"{data}: the database cannot be opened: {error}") from error
    try:
        yield store
    finally:
        store.close()


def _held(folder: Path, held: ExitStack) -> Path:
    """The current database, which a writer keeps until ``held`` closes."""
    gone = None
    while (data := current(folder)) != gone:
        try:
            held.enter_context(in_use(data))
        except FileNotFoundError:
            gone = data  # replaced since, or, if it is still the current one, missing
        except OSError as error:
            raise StoreError(f"{folder}: the database cannot be opened: {error}") from error
        else:
            return data
    raise StoreError(f"{data}: the database is missing; build the store again")


def fill(folder: Path, quads: Iterable[ox.Quad] | Path) -> None:
    """Builds a store of ``quads``, or of those in kg's own TriG file, in ``folder``, in the place of an older one.

    Readers of the older keep what they opened. Raises StoreError where ``folder`` is something else than a store, is in use by a writer,
    or cannot be written.
    """
    with writing(folder), fresh(folder) as data:
        load(data, quads)


def load(data: Path, quads: Iterable[ox.Quad] | Path) -> None:
    """Makes the new folder ``data`` a database of ``quads``, or of those in a TriG file of kg's own, whose IRIs are not checked again.

    It stays as the loader packed it: to let Oxigraph optimise it makes questions about everyone a fifth faster, but takes three seconds
    more for 3,000 releases, and nearly twice the disk.

    Raises StoreError where it cannot be written.
    """
    with _told(data):
        data.parent.mkdir(parents=True, exist_ok=True)
        database = ox.Store(str(data))
        if isinstance(quads, Path):
            database.bulk_load(path=str(quads), format=ox.RdfFormat.TRIG, lenient=True)
        else:
            database.bulk_extend(quads)
        database.flush()


def put(folder: Path, data: Path) -> None:
    """Makes the finished database ``data``, on the same disk, the current one of the store in ``folder``; call it inside ``writing``."""
    with _told(folder):
        _put(folder, data)


def check_replaceable(folder: Path) -> None:
    """Raises StoreError unless ``folder`` is a store, or may become one: something else is never deleted, nor what a newer kg made."""
    if not folder.exists():
        return
    if (folder / VERSION).is_file() and _of_newer(folder):
        raise StoreError(f"{folder}: this store is of a newer kg, so it is not replaced; delete it, or name another folder")
    if not folder.is_dir() or ({path.name for path in folder.iterdir()} - {_LOCK} and not (folder / VERSION).is_file()):
        raise StoreError(f"{folder}: is no store, so it is not replaced; name another folder")


def _of_newer(folder: Path) -> bool:
    layout = (folder / VERSION).read_text(encoding="ascii", errors="replace").partition("\n")[0].strip()
    return layout.isdecimal() and int(layout) > LAYOUT


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """The store in ``folder``, or its place, for one writer alone; StoreError where another has it, or where it is something else."""
    check_replaceable(folder)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with alone(folder / _LOCK, folder):
        try:
            yield
        finally:
            if not (folder / VERSION).exists():
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh(folder: Path) -> Iterator[Path]:
    """The place for a new database of the store in ``folder``, which becomes the current one at the end, unless something went wrong."""
    place = folder / "new"
    with _told(folder):
        try:
            shutil.rmtree(place, ignore_errors=True)
            yield place
            _put(folder, place)
        finally:
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be written: {error}") from error


def _put(folder: Path, data: Path) -> None:
    """Names the database and makes it the current one; others go, unless they are still read."""
    numbers = (int(found[1]) for found in (_NAME.fullmatch(path.name) for path in folder.iterdir()) if found)
    mine = folder / f"data-{max(numbers, default=0) + 1}"
    data.rename(mine)
    told = folder / f"{VERSION}.new"
    with told.open("w", encoding="ascii") as file:
        file.write(f"{LAYOUT}\n{mine.name}\n")
        file.flush()
        os.fsync(file.fileno())
    told.replace(folder / VERSION)
    for path in folder.iterdir():
        if path.is_dir() and path != mine:
            _drop(path)


def _drop(data: Path) -> None:
    with unused(data) as free:
        if free:
            shutil.rmtree(data, ignore_errors=True)
