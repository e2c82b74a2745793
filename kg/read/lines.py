"""JSON Lines, plain or gzipped: one record a line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from kg.read.date import ADDRESS, RECORD, stamps, stated
from kg.read.draft import Draft, Part, Unreadable
from kg.read.encoding import decode
from kg.read.page import PageKnowledge

# Decompressed bytes: a line beyond this is no article, and a gzip bomb unfolds into one.
LONGEST_LINE = 20_000_000
LONGEST_SKIP = 200_000_000
FIELDS = ("id", "title", "date", "publisher", "url", "text")
NEEDED = ("title", "text")


def records(path: Path, page: PageKnowledge) -> Iterator[tuple[int, Draft | Unreadable]]:
    """Each non-empty line's number, from 1, with its draft or with what is wrong with it.

    Memory stays bounded by the longest allowed line. A damaged archive ends the file with one last problem.
    """
    number = 0
    with _opened(path) as stream:
        lines = _lines(stream)
        while True:
            number += 1
            try:
                line = next(lines, None)
            except (gzip.BadGzipFile, EOFError, zlib.error) as error:
                yield number, Unreadable(f"is a damaged gzip archive: {error}", "pack the file again")
                return
            if line is None:
                return
            if line.strip() or len(line) > LONGEST_LINE:
                yield number, _record(line, page)


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long only its first bytes, one more than allowed."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        skipped = len(line)
        while not line.endswith(b"\n") and skipped > LONGEST_LINE:
            line = stream.readline(LONGEST_LINE)
            skipped += len(line)
            if not line or skipped > LONGEST_SKIP:
                break
        if skipped > LONGEST_SKIP:
            return


def _record(line: bytes, page: PageKnowledge) -> Draft | Unreadable:
    if len(line) > LONGEST_LINE:
        return Unreadable(f"is longer than {LONGEST_LINE} bytes", "split it into one article a line")
    try:
        return _draft(_fields(decode(line)), page)
    except Unreadable as problem:
        return problem


def _fields(line: str) -> dict[str, str]:
    """The known fields of a record; null is like absent. Raises ``Unreadable`` for broken JSON and wrong types."""
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(f"is broken JSON: {error}", "write one complete JSON object a line") from error
    except ValueError as error:
        raise Unreadable(f"has a number that is too long: {error}", "write numbers of normal length") from error
    if not isinstance(value, dict):
        raise Unreadable(f"is a JSON {type(value).__name__}, not an object", f"write an object with {', '.join(FIELDS)}")
    if isinstance(value.get("id"), int) and not isinstance(value["id"], bool):
        value["id"] = str(value["id"])
    for field in FIELDS:
        if not isinstance(value.get(field), str | None):
            raise Unreadable(f"has a {type(value[field]).__name__} as {field!r}", f"make {field!r} a text")
    return {field: value[field] for field in FIELDS if value.get(field)}


def _draft(fields: dict[str, str], page: PageKnowledge) -> Draft:
    for field in NEEDED:
        if not fields.get(field, "").strip():
            raise Unreadable(f"has no {field!r}", f"give every record the fields {' and '.join(NEEDED)}")
    dates = [stated(RECORD, fields["date"], page)] if "date" in fields else []
    return Draft(
        title=fields["title"],
        parts=(Part("", fields["text"]),),
        dates=(*dates, *stamps(ADDRESS, [fields.get("url", "")])),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        id=fields.get("id", ""),
    )
