"""Draft to ``Document``: the text is put together and its blocks get their offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.blocks import split
from kg.read.date import dates_in, find_date
from kg.read.draft import Draft, Evidence, Part, Unreadable
from kg.read.layout import Piece
from kg.read.normal import clean
from kg.read.page import PageKnowledge
from kg.values import Block, Document

_ADDRESS = re.compile(r"https?://\S+")


def compose(draft: Draft, page: PageKnowledge, *, id: str, source: str, last: Sequence[Evidence] = ()) -> Document:
    """The document of a draft; ``last`` is evidence for the date that ranks below all of the draft's own.

    Its text is the title, an empty line and the pieces with an empty line between them. Raises ``Unreadable`` where no text is left.
    """
    title = _line(draft.title)
    parts = [Part(part.kind, clean(part.text)) for part in draft.parts]
    found = split(parts, title, page)
    if not title and not found:
        raise Unreadable("has no text", "leave it out or put the article in")
    text, blocks = _assembled(title, found)
    date, evidence = find_date([*draft.dates, *dates_in(found, page), *last])
    url = clean(draft.url or "").strip()
    return Document(
        id=id,
        title=title,
        text=text,
        blocks=blocks,
        date=date,
        date_evidence=evidence,
        publisher=_line(draft.publisher) or _outlet(found, page) or _line(draft.site) or None,
        url=url if _ADDRESS.fullmatch(url) else None,
        source=source,
    )


def _line(text: str | None) -> str:
    return " ".join(clean(text or "").split())


def _assembled(title: str, found: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    written = [title]
    blocks = [Block("title", 0, len(title))]
    length = len(title)
    for piece in found:
        start = length + len(piece.glue) + len(piece.sign)
        end = start + len(piece.text)
        length = end + len(piece.tail)
        written += (piece.glue, piece.sign, piece.text, piece.tail)
        blocks.append(Block(piece.kind, start, end))
    return "".join(written), tuple(blocks)


def _outlet(found: Sequence[Piece], page: PageKnowledge) -> str | None:
    """The outlet that the byline names, else the one of the copyright line."""
    for piece in found:
        if piece.kind == "byline":
            for pattern in page.bylines:
                match = pattern.match(piece.text)
                if match and match.groupdict().get("outlet"):
                    return match["outlet"]
    marks = (page.copyright_outlet.search(piece.text) for piece in found if piece.kind == "boilerplate")
    return next((match["outlet"] for match in marks if match), None)
