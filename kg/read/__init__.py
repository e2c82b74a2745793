"""Reading: files, folders and JSON Lines to ``Document``, whatever state they are in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.read.compose import compose
from kg.read.date import FILE_NAME, stamps
from kg.read.draft import Draft, Unreadable
from kg.read.encoding import decode
from kg.read.html import draft_html
from kg.read.lines import records
from kg.read.normal import Normal, normalise
from kg.read.page import PageKnowledge, load_page
from kg.read.plain import draft_markdown, draft_text
from kg.read.sources import LINES, MARKDOWN, MARKUP, Source, files
from kg.values import Document, Skipped

__all__ = ["Normal", "PageKnowledge", "load_page", "normalise", "read"]

# A page or text beyond this is no article.
LARGEST = 50_000_000


def read(paths: Iterable[Path], page: PageKnowledge) -> Iterator[Document | Skipped]:
    """Every document that the paths lead to, in one order whatever theirs, and every input that gave none, with the reason.

    Folders are walked. A document's id is its record's or front matter's, else the file's stem, or ``folder/stem`` where the stem is
    taken by a file of another folder. Of two documents with one id the second is skipped. Raises nothing for any content.
    """
    places: dict[str, Source] = {}
    lines: dict[str, str] = {}
    for entry in files(paths):
        if isinstance(entry, Skipped):
            yield entry
            continue
        for result in _read(entry, page, places):
            if isinstance(result, Document) and result.id in lines:
                yield Skipped(
                    f"{_folder(entry)}{result.source}",
                    f"has the id {result.id!r}, which {lines[result.id]} already has",
                    "give every document an id of its own",
                )
                continue
            if isinstance(result, Document):
                lines[result.id] = f"{_folder(entry)}{result.source}"
                places.setdefault(result.id, entry)
            yield result


def _folder(entry: Source) -> str:
    """What stands before the source's name in its path."""
    return str(entry.path)[: -len(entry.name)]


def _read(entry: Source, page: PageKnowledge, places: dict[str, Source]) -> Iterator[Document | Skipped]:
    try:
        if entry.suffix in LINES:
            yield from _records(entry, page)
        else:
            yield _single(entry, page, places)
    except Unreadable as problem:
        yield Skipped(str(entry.path), problem.reason, problem.remedy)
    except OSError as error:
        yield Skipped(str(entry.path), f"cannot be read: {error.strerror or error}", "check the file and its permissions")


def _single(entry: Source, page: PageKnowledge, places: dict[str, Source]) -> Document:
    if entry.path.stat().st_size > LARGEST:
        raise Unreadable(f"is larger than {LARGEST} bytes", "split it into one article a file")
    draft = _drafter(entry)(decode(entry.path.read_bytes()), page)
    id = _plain(draft.id) or _file_id(entry, places)
    return compose(_titled(draft, entry), page, id=id, source=entry.name, last=stamps(FILE_NAME, [entry.stem]))


def _drafter(entry: Source) -> Callable[[str, PageKnowledge], Draft]:
    if entry.suffix in MARKUP:
        return draft_html
    return draft_markdown if entry.suffix in MARKDOWN else draft_text


def _titled(draft: Draft, entry: Source) -> Draft:
    return draft if draft.title.strip() else Draft(entry.stem, draft.parts, draft.dates, draft.publisher, draft.url, draft.id, draft.site)


def _plain(id: str) -> str:
    """An id as text has it: no halves of characters, which no file could hold, and single spaces."""
    return " ".join(normalise(id).text.split())


def _file_id(entry: Source, places: dict[str, Source]) -> str:
    stem = normalise(entry.stem).text or os.fsencode(entry.stem).hex()
    taken = places.get(stem)
    if taken is None or taken.path.parent == entry.path.parent:
        return stem
    return f"{normalise(entry.path.parent.name).text}/{stem}"


def _records(entry: Source, page: PageKnowledge) -> Iterator[Document | Skipped]:
    for number, record in records(entry.path, page):
        if isinstance(record, Unreadable):
            yield Skipped(f"{entry.path}:{number}", record.reason, record.remedy)
            continue
        id = _plain(record.id) or f"{normalise(entry.stem).text}-{number}"
        yield compose(record, page, id=id, source=f"{entry.name}:{number}")
