"""Copies of a store, which stay as they are while it grows; hard links where they are on the same disk."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError
from kg.keep.store import LAYOUT, VERSION, current, open_store

DATA = "data-1"


def snapshot(store: Path, place: Path) -> Path:
    """A store of the same content in the new folder ``place``, which it gives.

    Raises StoreError where ``store`` is none or ``place`` cannot be written.
    """
    current(store)
    try:
        place.mkdir(parents=True)
        copy_to(store, place / DATA)
        (place / VERSION).write_text(f"{LAYOUT}\n{DATA}\n", encoding="ascii")
    except OSError as error:
        raise StoreError(f"{place}: no copy of {store} can be made there: {error}") from error
    return place


def copy_to(store: Path, data: Path) -> None:
    """Makes the new folder ``data`` a database of the content that ``store`` has now; errors as of ``snapshot``."""
    with open_store(store) as opened:
        try:
            opened.database.backup(str(data))
        except OSError as error:
            raise StoreError(f"{data}: no copy of {store} can be made there: {error}") from error
