"""Pieces to labelled pieces: headings, tables, bylines, contacts and boilerplate are told from the article's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from kg.read.draft import Part
from kg.read.layout import SHORT, WRAPPED, Piece, cut, ends_sentence, fold, is_heading, pieces, says
from kg.read.page import PageKnowledge

# Kiwi is more than linear in the length of its input.
LONGEST = 4000
TABLE_RUN = 4
HEAD = 4
LONG_LINE = 200
DASHES = frozenset("-–―—")
_DASHED_END = re.compile(r"\s*[-–―—]$")
_TRAILING_NOTE = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]$")
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
    """Also where the title is broken over the first lines, or carries a note in brackets (an embargo) that the body leaves out."""
    bare = _TRAILING_NOTE.sub("", title)
    wanted = {fold(one) for one in (title, _LEADING_TAG.sub("", title), bare, _LEADING_TAG.sub("", bare))} - {""}
    for count in range(1, min(HEAD, len(found)) + 1):
        head = "".join(piece.sign + piece.text for piece in found[:count])
        if fold(head) in wanted:
            return found[count:]
    return found


def _labelled(piece: Piece, page: PageKnowledge) -> Piece:
    if piece.kind not in {"paragraph", "bullet", "table"}:
        return piece
    if not says(piece.text) or is_boilerplate(piece.text, page) or is_embargo(piece.text, page):
        return replace(piece, kind="boilerplate")
    if piece.kind == "paragraph" and is_heading(piece.text, page):
        return replace(piece, kind="heading")
    if piece.sign.strip() in DASHES:
        return _undashed(piece)
    return piece


def is_boilerplate(line: str, page: PageKnowledge) -> bool:
    """Whether a line is a copyright, a reporter's address, navigation or the like."""
    if page.boilerplate_lines.match(line):
        return len(line) <= LONG_LINE
    return len(line) <= LONG_LINE and page.boilerplate.search(line) is not None


def is_embargo(line: str, page: PageKnowledge) -> bool:
    """Whether a line tells when a release may be printed: a label with a date behind it, and no sentence."""
    label = page.press_labels.match(line)
    return label is not None and not ends_sentence(line, page) and page.full_date.match(line, label.end()) is not None


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
    """A run of short pieces, none of which ends a sentence, is a table with its cells set apart."""
    labelled: list[Piece] = []
    run: list[Piece] = []
    for piece in (*found, Piece("end", "", "")):
        if _is_cell(piece, page):
            run.append(piece)
            continue
        labelled += _as_table(run)
        run = []
        labelled.append(piece)
    return labelled[:-1]


def _as_table(run: list[Piece]) -> list[Piece]:
    """The cells may be longer than a few words, most are not; list signs stand inside cells, not at the ends of a table."""
    ends = [number for number, cell in enumerate(run) if not cell.sign]
    cells = run[ends[0] : ends[-1] + 1] if ends else []
    if len(ends) < TABLE_RUN or median(len(cell.text) for cell in cells) >= SHORT:
        return run
    return [*run[: ends[0]], *(replace(cell, kind="table") for cell in cells), *run[ends[-1] + 1 :]]


def _is_cell(piece: Piece, page: PageKnowledge) -> bool:
    if piece.kind == "table":
        return True
    if piece.kind not in {"paragraph", "bullet"} or len(piece.text) >= (WRAPPED if piece.sign else 2 * WRAPPED):
        return False
    telling = page.labelled_line.match(piece.text) or page.contact_head.match(piece.text)
    return not telling and not ends_sentence(piece.text, page)


def _summaries(found: list[Piece], page: PageKnowledge) -> list[Piece]:
    """Dashed lines between the title and the first paragraph are the release's summary; a headline may stand above them."""
    labelled = list(found)
    first = next((number for number, piece in enumerate(found) if piece.kind != "boilerplate"), 0)
    if len(found) > first + 1 and _is_headline(found[first], page) and _is_dashed(found[first + 1], page):
        labelled[first] = replace(found[first], kind="heading")
        first += 1
    for number in range(first, min(first + HEAD, len(found))):
        piece = found[number]
        last = number > first and _is_headline(piece, page) and _undashed(piece) != piece
        if not (last or _is_dashed(piece, page)):
            break
        labelled[number] = replace(_undashed(piece), kind="summary")
    return labelled


def _undashed(piece: Piece) -> Piece:
    """The piece with a dash at its end set outside."""
    text = _DASHED_END.sub("", piece.text)
    return replace(piece, text=text, tail=piece.text[len(text) :] + piece.tail) if text else piece


def _is_headline(piece: Piece, page: PageKnowledge) -> bool:
    return piece.kind == "paragraph" and len(piece.text) < LONG_LINE // 2 and not ends_sentence(piece.text, page)


def _is_dashed(piece: Piece, page: PageKnowledge) -> bool:
    return piece.kind == "bullet" and piece.sign.strip() in DASHES | {"▷", "▶"} and not ends_sentence(piece.text, page)


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
    if len(piece.text) <= LONGEST:
        yield piece
        return
    first, *more = cut(piece.text, LONGEST)
    yield replace(piece, text=first, tail="")
    for text in more:
        yield Piece(piece.kind, "", text, " ")
