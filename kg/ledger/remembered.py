"""What a built folder remembers of how its documents are joined."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError
from kg.ledger.book import FOLDER, RECORDS, open_ledger


def remembered_judgements(out: Path) -> str:
    """The file of judgements that the folder ``out`` was built with, empty where it is none or of an older kg."""
    if not (out / FOLDER / RECORDS).is_file():
        return ""
    try:
        with open_ledger(out) as ledger:
            return ledger.setting("judgements")
    except StoreError:
        return ""
