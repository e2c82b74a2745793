"""Who made a reading and its pieces of the files: a stamp of the ontology and of the code that these depend on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import kg

# What is asked of a finished graph, or checked in it, changes no reading.
_ASIDE = frozenset({"queries", "checks", "shapes"})
_ROOMS = ("values.py", "ontology", "analyse", "find", "refer", "extract", "resolve", "write")


def maker_of(ontology: Path) -> str:
    """The stamp of the readings that this kg makes with the ontology of a folder: two readings of one text and one stamp are equal.

    How files become texts is not part of it, since the ledger keeps the texts. Costs some 30 ms.
    """
    parts = [path for path in sorted(ontology.iterdir()) if path.name not in _ASIDE and not path.name.startswith(".")]
    return hashlib.sha256(_code() + _digest(ontology, parts)).hexdigest()


@cache
def _code() -> bytes:
    """The stamp of the code; once a process, since what is edited later is not what runs."""
    package = Path(kg.__file__).parent
    return version("kiwipiepy").encode("ascii") + _digest(package, [package / room for room in _ROOMS])


def _digest(root: Path, places: list[Path]) -> bytes:
    digest = hashlib.sha256()
    for path in _files(places):
        digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()


def _files(places: list[Path]) -> list[Path]:
    found = [path for place in places for path in (place.rglob("*") if place.is_dir() else [place])]
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")
