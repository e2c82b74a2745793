"""The files of a folder, made from its ledger where they are not those of its records yet."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from kg.keep.store import check_layout, fill
from kg.ledger import Ledger, settle, settled
from kg.pipeline.clock import Clock
from kg.pipeline.knowledge import Knowledge
from kg.pipeline.outputs import PAGE, REPORT, STORE, write_outputs
from kg.resolve import resolve
from kg.values import Graph, Skipped
from kg.write.files import TRIG, write_graph


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
        check_layout(out / STORE)
    _clear(out)
    known = replace(known, base=ledger.setting("base"), lang=ledger.setting("lang"))
    graph = resolve(ledger.readings(), known.ontology)
    if page:
        write_outputs(graph, out, known, skipped=skipped, clock=Clock())
    else:
        _write_data(graph, out, known)
    settle(ledger, out, page=page)
    return True


def _write_data(graph: Graph, out: Path, known: Knowledge) -> None:
    write_graph(graph, out, schema=known.schema, base=known.base)
    fill(out / STORE, out / TRIG)


def _clear(out: Path) -> None:
    """Takes away what killed processes left half made; the ledger is ours, so nobody is at work on it."""
    for path in sorted(out.glob(".new-*")):
        shutil.rmtree(path, ignore_errors=True)
