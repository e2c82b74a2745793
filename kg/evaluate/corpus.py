"""The identity of a corpus: a hash of its annotations and texts, so that figures of one are never held against another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.read.sources import Source, files


def corpus_digest(gold: Iterable[Path], inputs: Iterable[Path]) -> str:
    """SHA-256, in hexadecimal, of the names and bytes of the annotation files and of all files that the inputs lead to.

    Where the files lie makes no difference. Raises InputError where one cannot be read.
    """
    texts = ((entry.name, entry.path) for entry in files(inputs) if isinstance(entry, Source))
    lines = sorted([*_lines("gold", ((path.name, path) for path in gold)), *_lines("text", texts)])
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _lines(kind: str, named: Iterable[tuple[str, Path]]) -> Iterator[str]:
    for name, path in named:
        try:
            yield f"{kind} {name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n"
        except OSError as error:
            raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
