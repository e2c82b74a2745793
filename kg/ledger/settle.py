"""Which records the files of a folder are of."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from kg.errors import StoreError
from kg.ledger.book import Ledger
from kg.write.files import DOCUMENTS, TRIG, TURTLE


def settle(ledger: Ledger, out: Path, *, page: bool = True) -> None:
    """Notes that the files of ``out`` are those of the ledger's records, page and report too unless they were left for later."""
    now = revision(ledger)
    ledger.set(files=f"{now} {digest(out)}", **({"page": now} if page else {}))


def unsettle(ledger: Ledger) -> None:
    """Notes that the files are about to change."""
    ledger.set(files="")


class Standing(NamedTuple):
    """How the files of a folder stand to its ledger.

    ``whole``: they are what was last put together from the ledger's pieces; ``data``: and that was of today's records; ``page``: page and
    report are of these too, by what was noted.
    """

    whole: bool
    data: bool
    page: bool


def standing(ledger: Ledger, out: Path) -> Standing:
    """How the files of ``out`` stand to the ledger, by what was noted and by their bytes."""
    of, _, noted = ledger.setting("files").partition(" ")
    now = revision(ledger)
    whole = bool(noted) and noted == digest(out)
    return Standing(whole, whole and of == now, ledger.setting("page") == now)


def drawn(ledger: Ledger) -> bool:
    """Whether page and report are of the ledger's records, by what was noted."""
    return ledger.setting("page") == revision(ledger)


def revision(ledger: Ledger) -> str:
    """A name for the records that the ledger has now and for what joins them, whatever the way to them."""
    told = hashlib.sha256(ledger.setting("joiner").encode("ascii"))
    for id, (fingerprint, maker) in ledger.stamps().items():
        told.update(f"{id}\0{fingerprint}\0{maker}\0".encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def digest(out: Path) -> str:
    """The SHA-256 of the graph's files together, empty where one is absent."""
    told = hashlib.sha256()
    try:
        for name in (TURTLE, TRIG, DOCUMENTS):
            with (out / name).open("rb") as file:
                told.update(hashlib.file_digest(file, "sha256").digest())
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise StoreError(f"{out}: the graph cannot be read: {error}") from error
    return told.hexdigest()
