"""Documents put into a built folder, and taken out of it.

The ledger is the truth: a document is in the graph once its record is on the disk, which is one transaction, and the files are made from
the records alone. So whatever was added and removed, in whatever order, and wherever a process was killed: the files become those that a
build of the same documents gives.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import StoreError
from kg.grow.reader import Reader
from kg.ledger import Ledger, drawn, open_ledger
from kg.ledger.record import fingerprint
from kg.pipeline.build import results
from kg.pipeline.order import Order
from kg.pipeline.outputs import publish
from kg.values import Document, Skipped

Hear = Callable[[str, str], None]


@dataclass(slots=True)
class Change:
    """What was done, as document ids.

    ``written`` tells whether the files had to be made anew, ``drawn`` whether page and report show the graph as it is, ``documents`` how
    many there are now.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    documents: int = 0
    written: bool = False
    drawn: bool = False

    @property
    def exit_code(self) -> int:
        """0 if all went in or out, 1 if something was skipped."""
        return 1 if self.skipped else 0


def silent(done: str, id: str) -> None:
    """Tells nobody what is kept."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to change a folder.

    ``again`` reads all its texts anew where the ontology or kg has changed since; without it that is a StoreError. ``page`` tells whether
    page and report are drawn too, or left as they were until they are; None draws those of a graph that is small. ``hear`` is told what
    was done with which document, as soon as that is on the disk.
    """

    again: bool = False
    page: bool | None = None
    hear: Hear = silent


PLAINLY = Manner()
# Up to so many documents a page is drawn in the time that it takes to load what reads a new one.
DRAWN_AT_ONCE = 100


def add(inputs: Iterable[Path], out: Path, reader: Reader, manner: Manner = PLAINLY) -> Change:
    """Puts the documents that ``inputs`` lead to into the built folder ``out``, each in one transaction.

    A document's id is its identity: one that is there unchanged costs nothing, a changed one replaces what it told. What a killed process
    left undone is finished too, also where ``inputs`` is empty. Raises StoreError where ``out`` has no ledger that can be written.
    """
    change = Change()
    with open_ledger(out) as ledger:
        found = list(results(inputs, reader.known.ontology))
        change.skipped += [one for one in found if isinstance(one, Skipped)]
        stamps = ledger.stamps()
        waiting = _stale(ledger, stamps, reader, manner.again) | _new((one for one in found if isinstance(one, Document)), stamps, change)
        for record in reader.read(list(waiting.values())):
            if isinstance(record, Skipped):
                change.skipped.append(record)
                continue
            id = record.document
            ledger.put(record, reader.maker)
            (change.changed if id in stamps else change.added).append(id)
            manner.hear("changed" if id in stamps else "added", id)
        _finish(ledger, out, reader, change, page=manner.page)
    return change


def remove(ids: Iterable[str], out: Path, reader: Reader, manner: Manner = PLAINLY) -> Change:
    """Takes the documents out of the built folder ``out``, each in one transaction, with exactly what hung on them.

    An id that is not there is skipped, so that a call that was killed can be made again.
    """
    change = Change()
    with open_ledger(out) as ledger:
        stamps = ledger.stamps()
        _stale(ledger, stamps, reader)
        for id in dict.fromkeys(ids):
            if id not in stamps:
                change.skipped.append(_unknown(id, stamps))
                continue
            ledger.drop(id)
            change.removed.append(id)
            manner.hear("removed", id)
        _finish(ledger, out, reader, change, page=manner.page)
    return change


def _finish(ledger: Ledger, out: Path, reader: Reader, change: Change, *, page: bool | None) -> None:
    change.documents = len(ledger.stamps())
    drawing = change.documents <= DRAWN_AT_ONCE if page is None else page
    change.written = publish(ledger, out, reader.known, Order(drawing, tuple(change.skipped)))
    change.drawn = drawn(ledger)


def _new(documents: Iterable[Document], stamps: Mapping[str, tuple[str, str]], change: Change) -> dict[str, Document]:
    """The documents that the ledger does not have as they are."""
    waiting = {}
    for document in documents:
        if document.id in stamps and stamps[document.id][0] == fingerprint(document):
            change.unchanged.append(document.id)
        else:
            waiting[document.id] = document
    return waiting


def _stale(ledger: Ledger, stamps: Mapping[str, tuple[str, str]], reader: Reader, again: bool = False) -> dict[str, Document]:
    """The documents of the folder whose readings another ontology or kg made: to be read ``again``, or a StoreError."""
    if not ledger.setting("base"):
        raise StoreError(f"{ledger.place}: no build of this folder was finished; build it again with `kg build`")
    others = {id for id, (_, maker) in stamps.items() if maker != reader.maker}
    if others and not again:
        raise StoreError(
            f"{ledger.place}: {len(others)} of {len(stamps)} documents were read with another ontology than "
            f"{reader.known.ontology.folder}, or by another version of kg; name the ontology of the build with --ontology, "
            "or have all read anew with `kg add --again`"
        )
    return {reading.document.id: reading.document for reading in ledger.readings() if reading.document.id in others} if others else {}


def _unknown(id: str, stamps: Mapping[str, tuple[str, str]]) -> Skipped:
    near = difflib.get_close_matches(id, stamps, n=3)
    return Skipped(id, "no document has this id", f"did you mean {', '.join(near)}?" if near else "documents.jsonl has the ids")
