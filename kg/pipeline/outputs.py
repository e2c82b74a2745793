"""All forms of a graph in one folder, made beside the older ones and moved when the last is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.keep.change import change_to
from kg.keep.store import is_whole, load, put, writing
from kg.ledger import Ledger, joiner_of, settle, standing, unsettle
from kg.memory import uncollected
from kg.pipeline.data import Difference, write_data
from kg.pipeline.knowledge import Knowledge, remembering
from kg.pipeline.order import Order
from kg.pipeline.weave import Weave, things_in
from kg.resolve import resolve
from kg.write.files import TRIG

if TYPE_CHECKING:
    from kg.pipeline.drawing import Drawing

PAGE, REPORT, STORE = "graph.html", "report.md", "store"


def publish(ledger: Ledger, out: Path, known: Knowledge, order: Order) -> bool:
    """Makes the files of ``out`` those of the ledger's records, or of new ones in their place; tells whether there was anything to do.

    What is new is made beside the older files and moved when all is whole and the records are kept. The ledger says last of all which
    records the files are of; so a process that is killed meanwhile leaves work, never a mistake. Raises StoreError where ``out`` cannot be
    written, or holds a store of a newer kg; its files and records are then what they were.
    """
    records = order.records
    known = remembering(known, ledger.setting("judgements"))
    _remember(ledger, known)
    stands = standing(ledger, out)
    if records is None and is_whole(out / STORE) and stands.data and (not order.page or (stands.page and _drawn(out))):
        return False
    with _writing(out), _staged(out) as fresh, writing(out / STORE), uncollected():
        with ledger.at_once():
            if records:
                ledger.replace(records.records, records.maker)
                ledger.set(base=known.base, lang=known.lang)
            elif not stands.whole:
                ledger.pieces.clear()
            known = replace(known, base=ledger.setting("base"), lang=ledger.setting("lang"))
            _make(ledger, out, fresh, known, order)
            unsettle(ledger)
        _move(fresh, out)
    settle(ledger, out, page=order.page)
    return True


def _remember(ledger: Ledger, known: Knowledge) -> None:
    """Notes by what the records are joined; another note than before makes the files out of date."""
    joiner = joiner_of(known.ontology.folder, known.judgements)
    judgements = str(known.judgements.resolve()) if known.judgements else ""
    if (ledger.setting("joiner"), ledger.setting("judgements")) != (joiner, judgements):
        ledger.set(joiner=joiner, judgements=judgements)


def _make(ledger: Ledger, out: Path, fresh: Path, known: Knowledge, order: Order) -> None:
    """Makes all that is ordered in the folder ``fresh``."""
    clock, records = order.clock, order.records
    kept = records is None and is_whole(out / STORE) and bool(ledger.pieces.signatures())
    with clock("write"):
        weave = Weave(ledger, known, things_in(ledger, known, records), order.aside)
    begun = _begin_page(ledger, known, order, weave) if order.page else None
    with clock("write"):
        difference = write_data(ledger, out, fresh, weave)
    with ThreadPoolExecutor(2) as threads:
        # Oxigraph works without holding Python up; the store takes the longest, so what can wait for its data is done meanwhile.
        stored = threads.submit(_store, out, fresh, difference if kept else None)
        drawn = threads.submit(begun, data=fresh / TRIG) if begun else None
        with clock("write"):
            weave.keep()
        if drawn:
            drawing = drawn.result()
            (fresh / PAGE).write_text(drawing.page, encoding="utf-8", newline="\n")
            (fresh / REPORT).write_text(drawing.report, encoding="utf-8", newline="\n")
        with clock("store"):
            stored.result()


def _begin_page(ledger: Ledger, known: Knowledge, order: Order, weave: Weave) -> Callable[..., Drawing]:
    """What draws the graph that the TriG file ``data`` tells, while its sketch is begun.

    What draws takes half a second to load, and most additions draw nothing. All of it is loaded before the sketch can come: the thread
    that takes it in would load it too, and of two threads that load the same at once one fails.
    """
    from kg.pipeline.drawing import draw  # noqa: PLC0415
    from kg.pipeline.sketch import begin_sketch  # noqa: PLC0415

    graph = order.records.graph() if order.records else resolve(ledger.readings(), known.ontology, weave.identity.ids())
    return partial(draw, graph, known, order, sketching=begin_sketch(graph, known.interface, order.aside))


def _drawn(out: Path) -> bool:
    return (out / PAGE).is_file() and (out / REPORT).is_file()


def _store(out: Path, fresh: Path, difference: Difference | None) -> None:
    if difference is None:
        load(fresh / STORE, fresh / TRIG)
    else:
        change_to(out / STORE, fresh / STORE, gone=difference.gone, come=difference.come)


@contextmanager
def _staged(out: Path) -> Iterator[Path]:
    """A folder inside ``out`` for what is new, gone at the end with what was not moved, as are those that killed processes left."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(out.glob(".new-*")):
        shutil.rmtree(path, ignore_errors=True)
    fresh = Path(tempfile.mkdtemp(prefix=".new-", dir=out))
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _move(fresh: Path, out: Path) -> None:
    for path in sorted(fresh.iterdir()):
        if path.name == STORE:
            put(out / STORE, path)
        else:
            path.replace(out / path.name)


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{place}: the output cannot be written: {error}") from error
