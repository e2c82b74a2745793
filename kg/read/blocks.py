"""Pieces to labelled pieces: headings, tables, bylines, contacts and boilerplate are told from the article's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.read.draft import Part
from kg.read.layout import SHORT, WRAPPED, Piece, cut, ends_sentence, fold, is_heading, pieces
from kg.read.page import PageKnowledge

# Kiwi is more than linear in the length of its input.
LONGEST = 4000
TABLE_RUN = 4
HEAD = 4
LONG_LINE = 200
_LEADING_TAG = re.compile(r"^[\[【(][^\])】]{1,20}[\])】]\s*")


def split(parts: Sequence[Part], title: str, page: PageKnowledge) -> list[Piece]:
    """The pieces of all parts with their kinds, without a first line that repeats the title.

    The parts' texts must be normalised. Nothing else is left out: what is no article text is labelled as such.
    """
    found = _without_title(_laid_out(parts, page), title)
    found = [_labelled(piece, page) for piece in found]
    found = _summaries(_tables(_attachments(found, page), page), page)
    found = [part for piece in found for part in _byline(piece, page)]
    return [part for piece in _contacts(found, page) for part in _short_enough(piece)]


def _laid_out(parts: Sequence[Part], page: PageKnowledge) -> list[Piece]:
    """Texts of unknown kind are laid out together, since the layout of a whole text tells how its lines were broken."""
    found: list[Piece] = []
    body: list[str] = []
    for part in (*parts, Part("end", "")):
        if not part.kind:
            body.append(part.text)
            continue
        found += pieces("\n\n".join(body), page)
        body = []
        found += _of_kind(part)
    return found


def _of_kind(part: Part) -> Iterator[Piece]:
    for line in part.text.split("\n"):
        if line.strip():
            yield Piece(part.kind, "- " if part.kind == "bullet" else "", line.strip())


def _without_title(found: list[Piece], title: str) -> list[Piece]:
    """Also where the title is broken over the first lines, or carries an embargo in brackets that the body leaves out."""
    wanted = {fold(title), fold(_LEADING_TAG.sub("", title))} - {""}
    for count in range(1, min(HEAD, len(found)) + 1):
        head = "".join(piece.sign + piece.text for piece in found[:count])
        if fold(head) in wanted:
            return found[count:]
    return found


def _labelled(piece: Piece, page: PageKnowledge) -> Piece:
    if piece.kind not in {"paragraph", "bullet", "table"}:
        return piece
    if is_boilerplate(piece.text, page):
        return replace(piece, kind="boilerplate")
    if piece.kind == "paragraph" and is_heading(piece.text, page):
        return replace(piece, kind="heading")
    if piece.sign.strip() in {"-", "–", "―"}:
        return replace(piece, text=re.sub(r"\s*[-–―]$", "", piece.text) or piece.text)
    return piece


def is_boilerplate(line: str, page: PageKnowledge) -> bool:
    """Whether a line is a copyright, a reporter's address, navigation or the like."""
    if page.boilerplate_lines.match(line):
        return len(line) <= LONG_LINE
    return len(line) <= LONG_LINE and page.boilerplate.search(line) is not None


def _attachments(found: list[Piece], page: PageKnowledge) -> list[Piece]:
    """Numbered titles directly below the head of the attachments are heads as well."""
    below = False
    labelled: list[Piece] = []
    for piece in found:
        below = (piece.kind == "heading" and page.attachment.match(piece.text) is not None) or (below and _is_listed(piece, page))
        labelled.append(replace(piece, kind="heading") if below else piece)
    return labelled


def _is_listed(piece: Piece, page: PageKnowledge) -> bool:
    return piece.kind == "bullet" and piece.sign[:1].isdigit() and not ends_sentence(piece.text, page)


def _tables(found: list[Piece], page: PageKnowledge) -> list[Piece]:
    """A run of many short pieces, none of which ends a sentence, is a table with its cells set apart."""
    labelled: list[Piece] = []
    run: list[Piece] = []
    for piece in (*found, Piece("end", "", "")):
        if _is_cell(piece, page):
            run.append(piece)
            continue
        cells = sum(cell.kind == "paragraph" or not cell.sign for cell in run)
        labelled += [replace(cell, kind="table") for cell in run] if cells >= TABLE_RUN else run
        run = []
        labelled.append(piece)
    return labelled[:-1]


def _is_cell(piece: Piece, page: PageKnowledge) -> bool:
    if piece.kind == "table":
        return True
    short = len(piece.text) < WRAPPED and piece.kind in {"paragraph", "bullet"}
    return short and not ends_sentence(piece.text, page) and not page.contact_head.match(piece.text)


def _summaries(found: list[Piece], page: PageKnowledge) -> list[Piece]:
    """Dashed lines between the title and the first paragraph are the release's summary."""
    labelled = list(found)
    for number, piece in enumerate(found[:HEAD]):
        if piece.kind != "bullet" or piece.sign.strip() not in {"-", "–", "―", "▷", "▶"} or ends_sentence(piece.text, page):
            break
        labelled[number] = replace(piece, kind="summary")
    return labelled


def _byline(piece: Piece, page: PageKnowledge) -> Iterator[Piece]:
    if piece.kind != "paragraph":
        yield piece
        return
    found = next((match for pattern in page.bylines if (match := pattern.match(piece.text))), None)
    if found is None:
        yield replace(piece, kind="byline") if page.byline_lines.match(piece.text) else piece
        return
    yield replace(piece, kind="byline", text=found[0].rstrip())
    if rest := piece.text[found.end() :].strip():
        yield replace(piece, sign="", text=rest, glue=" ")


def _contacts(found: list[Piece], page: PageKnowledge) -> list[Piece]:
    """A contact head with all short pieces below it, if a telephone number is among them; or one line with both words and number."""
    labelled: list[Piece] = []
    run: list[Piece] = []
    for piece in (*found, Piece("end", "", "")):
        if _is_head(piece, page) or (run and _may_follow(piece, page)):
            run.append(piece)
            continue
        labelled += _as_contacts(run, page)
        run = []
        labelled.append(replace(piece, kind="contact") if _is_contact(piece, page) else piece)
    return labelled[:-1]


def _is_head(piece: Piece, page: PageKnowledge) -> bool:
    lines = piece.text.split("\n")
    return any(len(line) < 3 * WRAPPED and page.contact_head.match(line) for line in lines)


def _may_follow(piece: Piece, page: PageKnowledge) -> bool:
    if piece.kind == "table":
        return True
    wanted = piece.kind in {"paragraph", "bullet"} and len(piece.text) < 3 * SHORT
    return wanted and not ends_sentence(piece.text, page) and piece.sign.strip() not in {"□", "■", "○", "ㅇ"}


def _as_contacts(run: Sequence[Piece], page: PageKnowledge) -> list[Piece]:
    if not any(page.phone.search(piece.text) for piece in run):
        return list(run)
    return [replace(piece, kind="contact") for piece in run]


def _is_contact(piece: Piece, page: PageKnowledge) -> bool:
    if piece.kind not in {"paragraph", "bullet", "table"} or len(piece.text) > LONG_LINE or not page.phone.search(piece.text):
        return False
    return page.contact_words.search(piece.text) is not None or len(piece.text) < 2 * WRAPPED


def _short_enough(piece: Piece) -> Iterator[Piece]:
    for number, text in enumerate(cut(piece.text, LONGEST)):
        yield replace(piece, text=text) if number == 0 else Piece(piece.kind, "", text, " ")
