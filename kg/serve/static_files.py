"""The files that pages load, all read at once, so that no request ever names a path on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class File:
    """A file's Content-Type and bytes."""

    type: str
    body: bytes


@cache
def load_files() -> dict[str, File]:
    """The files by name."""
    return {path.name: File(_TYPES[path.suffix], path.read_bytes()) for path in sorted(FOLDER.iterdir()) if path.suffix in _TYPES}
