"""Who made a reading and its pieces of the files: a stamp of the ontology and of the code that these depend on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import kg

# What is asked of a finished graph, or checked in it, changes no reading, nor does what joins those of several documents.
_JOINING = ("identity", "judgements.csv")
_ASIDE = frozenset({"queries", "checks", "shapes", *_JOINING})
_ROOMS = ("values.py", "ontology", "analyse", "find", "refer", "extract", "resolve", "write")


def maker_of(ontology: Path) -> str:
    """The stamp of the readings that this kg makes with the ontology of a folder: two readings of one text and one stamp are equal.

    How files become texts is not part of it, since the ledger keeps the texts. Costs some 30 ms.
    """
    parts = [path for path in sorted(ontology.iterdir()) if path.name not in _ASIDE and not path.name.startswith(".")]
    return hashlib.sha256(_code() + _digest(ontology, parts)).hexdigest()


def joiner_of(ontology: Path, judgements: Path | None) -> str:
    """The stamp of what joins readings into a graph: the tables of identity and the judgements of people."""
    digest = hashlib.sha256(_digest(ontology, [path for path in (ontology / name for name in _JOINING) if path.exists()]))
    if judgements is not None and judgements.exists():
        digest.update(judgements.read_bytes())
    return digest.hexdigest()


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
