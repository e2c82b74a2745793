"""A copy of a store for readers, so that the graph may grow while it is asked."""

from __future__ import annotations

import shutil
from pathlib import Path

from kg.errors import StoreError
from kg.keep.store import check_layout, open_store

DATA, VERSION = "data", "version"


def snapshot(store: Path, place: Path) -> Path:
    """A store of the same content in the new folder ``place``, which it gives; hard links where ``place`` is on the same disk.

    Raises StoreError where ``store`` is none or ``place`` cannot be written.
    """
    check_layout(store)
    try:
        place.mkdir(parents=True)
        with open_store(store) as opened:
            opened.database.backup(str(place / DATA))
        shutil.copy(store / VERSION, place / VERSION)
    except OSError as error:
        raise StoreError(f"{place}: no copy of {store} can be made there: {error}") from error
    return place
