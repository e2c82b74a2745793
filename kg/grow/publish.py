"""The files of a folder, made from its ledger where they are not those of its records yet."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from kg.grow.pieces import write_data
from kg.keep.store import current
from kg.ledger import Ledger, in_pieces, settle, settled
from kg.pipeline.clock import Clock
from kg.pipeline.knowledge import Knowledge
from kg.pipeline.outputs import PAGE, REPORT, STORE, write_outputs
from kg.resolve import resolve
from kg.values import Skipped


def publish(ledger: Ledger, out: Path, known: Knowledge, *, skipped: tuple[Skipped, ...] = (), page: bool = True) -> bool:
    """Makes the files of ``out`` those of the ledger's records; tells whether there was anything to do.

    The ledger says which records the files are of, last of all; so a process that is killed meanwhile leaves work, never a mistake.
    Without ``page`` the page and the report are left for the next time. Raises StoreError where ``out`` cannot be written, or holds a
    store of a newer kg.
    """
    names = (STORE, PAGE, REPORT) if page else (STORE,)
    if all((out / name).exists() for name in names) and settled(ledger, out, page=page):
        return False
    if (out / STORE).exists():
        current(out / STORE)
    _clear(out)
    known = replace(known, base=ledger.setting("base"), lang=ledger.setting("lang"))
    if page:
        write_outputs(resolve(ledger.readings(), known.ontology), out, known, skipped=skipped, clock=Clock())
        settle(ledger, out)
        return True
    # The pieces are kept together with the note of which records the files are of: the store is as they are only while that holds.
    trusted = (out / STORE).is_dir() and in_pieces(ledger, out)
    with ledger.at_once():
        write_data(ledger, out, known, trusted=trusted)
        settle(ledger, out, page=False)
    return True


def _clear(out: Path) -> None:
    """Takes away what killed processes left half made; the ledger is ours, so nobody is at work on it."""
    for path in sorted(out.glob(".new-*")):
        shutil.rmtree(path, ignore_errors=True)
