"""Paths to files: folders walked, everything unreadable told, one order for all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.values import Skipped

MARKUP = (".html", ".htm", ".xhtml")
TEXT = (".txt", ".text")
MARKDOWN = (".md", ".markdown")
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
SUFFIXES = MARKUP + TEXT + MARKDOWN + LINES


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read: ``name`` is its path below the input that led to it, so that it is the same on every machine."""

    name: str
    path: Path

    @property
    def suffix(self) -> str:
        """The known suffix of the file, in lower case; empty where it has none."""
        lowered = self.path.name.lower()
        return max((suffix for suffix in SUFFIXES if lowered.endswith(suffix)), key=len, default="")

    @property
    def stem(self) -> str:
        """The file's name without its suffix."""
        return self.path.name[: len(self.path.name) - len(self.suffix)]


def files(paths: Iterable[Path]) -> list[Source | Skipped]:
    """All files that the paths lead to, sorted by name, each file once; what cannot be read is told in its place."""
    found = sorted({entry for path in paths for entry in _below(Path(path))}, key=_order)
    seen: set[Path] = set()
    kept: list[Source | Skipped] = []
    for entry in found:
        if isinstance(entry, Source):
            real = entry.path.resolve()
            if real in seen:
                continue
            seen.add(real)
        kept.append(entry)
    return kept


def _order(entry: Source | Skipped) -> tuple[str, str]:
    return (entry.name, str(entry.path)) if isinstance(entry, Source) else (entry.source, entry.reason)


def _below(path: Path) -> Iterator[Source | Skipped]:
    if path.is_dir():
        entries = list(_walked(path))
        yield from entries
        if not any(isinstance(entry, Source) for entry in entries):
            yield Skipped(str(path), "is a folder without documents", f"put files with {', '.join(SUFFIXES)} into it")
    elif path.is_symlink() and not path.exists():
        yield _dangling(path)
    elif not path.exists():
        yield Skipped(str(path), "does not exist", "check the path")
    else:
        yield _file(path, path.name)


def _walked(root: Path) -> Iterator[Source | Skipped]:
    problems: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=problems.append):
        here = Path(folder)
        for name in [name for name in folders if name.startswith(".") or (here / name).is_symlink()]:
            folders.remove(name)
            hidden = name.startswith(".")
            yield Skipped(str(here / name), "is hidden" if hidden else "is a link to a folder", "name it as an input of its own")
        for name in names:
            yield _file(here / name, (here / name).relative_to(root).as_posix())
    yield from (Skipped(str(problem.filename), f"cannot be read: {problem.strerror}", "change its permissions") for problem in problems)


def _file(path: Path, name: str) -> Source | Skipped:
    source = Source(name, path)
    if path.name.startswith("."):
        return Skipped(str(path), "is hidden", "rename it if it is a document")
    if path.is_symlink() and not path.exists():
        return _dangling(path)
    if not path.is_file():
        return Skipped(str(path), "is no regular file", "name a file or folder")
    if not source.suffix:
        kind = f"has the unknown suffix {path.suffix!r}" if path.suffix else "has no suffix"
        return Skipped(str(path), kind, f"use one of {', '.join(SUFFIXES)}")
    return source


def _dangling(path: Path) -> Skipped:
    return Skipped(str(path), "is a link that leads nowhere", "mend or remove the link")
