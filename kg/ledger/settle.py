"""Which records the files of a folder are of."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.ledger.book import FOLDER, Ledger, open_ledger
from kg.values import Reading
from kg.write.files import DOCUMENTS, TRIG, TURTLE


@contextmanager
def rebuilt(out: Path, readings: Iterable[Reading], *, maker: str, base: str, lang: str) -> Iterator[None]:
    """The ledger of ``out`` with these readings of ``maker`` and no others, kept if the files that are written inside are whole.

    Where writing fails, or the process is killed, the older records stay as they are. Costs some 2 ms a document.
    """
    older = (out / FOLDER).exists()
    try:
        with open_ledger(out, new=True) as ledger, ledger.at_once():
            ledger.replace(readings, maker)
            ledger.set(base=base, lang=lang)
            yield
            settle(ledger, out)
    except BaseException:
        if not older:
            shutil.rmtree(out / FOLDER, ignore_errors=True)
        raise


def settle(ledger: Ledger, out: Path, *, page: bool = True) -> None:
    """Notes that the files of ``out`` are those of the ledger's records, page and report too unless they were left for later."""
    now = revision(ledger)
    files = f"{now} {digest(out)}"
    ledger.set(files=files, **({"page": now} if page else {"pieces": files}))


def settled(ledger: Ledger, out: Path, *, page: bool = True) -> bool:
    """Whether the files of ``out`` are those of the ledger's records, by what was noted and by their bytes."""
    now = revision(ledger)
    return ledger.setting("files") == f"{now} {digest(out)}" and (not page or ledger.setting("page") == now)


def in_pieces(ledger: Ledger, out: Path) -> bool:
    """Whether the files of ``out`` are still those that were last put together from the ledger's pieces, and so its store."""
    told = ledger.setting("pieces")
    return bool(told) and told == ledger.setting("files") and told.endswith(f" {digest(out)}")


def revision(ledger: Ledger) -> str:
    """A name for the records that the ledger has now, whatever the way to them."""
    told = hashlib.sha256()
    for id, (fingerprint, maker) in ledger.stamps().items():
        told.update(f"{id}\0{fingerprint}\0{maker}\0".encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def digest(out: Path) -> str:
    """The SHA-256 of the graph's files together, empty where one is absent."""
    told = hashlib.sha256()
    try:
        for name in (TURTLE, TRIG, DOCUMENTS):
            told.update(hashlib.sha256((out / name).read_bytes()).digest())
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise StoreError(f"{out}: the graph cannot be read: {error}") from error
    return told.hexdigest()
