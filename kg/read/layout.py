"""Lines to pieces: which lines belong together, and which sign begins one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kg.read.page import PageKnowledge

# Lines shorter than this may be cells of a flattened table, or headings; longer ones are prose that a page width broke.
SHORT = 16
WRAPPED = 20
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has offsets: ``sign`` and ``tail`` stay outside the block, ``glue`` is what stands before the sign."""

    kind: str
    sign: str
    text: str
    glue: str = "\n\n"
    tail: str = ""


def pieces(text: str, page: PageKnowledge) -> list[Piece]:
    """The pieces of a normalised body, in order: paragraphs, bullets and flattened tables, with broken lines joined.

    A blank line or a bullet always begins a piece. Inside a run of lines, a line goes on in the next one where it does not end a
    sentence and either says so itself (a particle, a comma, an open quote) or the whole text was broken at a page width.
    """
    groups = [[line.strip() for line in group] for group in _groups(text)]
    wrapped = _is_wrapped(groups, page)
    return [piece for group in groups for run in _runs(group, page) for piece in _laid(run, page, wrapped)]


def sign_of(line: str, page: PageKnowledge) -> str:
    """The bullet or number that begins a line, with the space behind it; empty where the line has none, or nothing else."""
    if line[0] in page.bullets:
        found = len(line) - len(line.lstrip(page.bullets + " "))
        return line[:found] if found < len(line) else ""
    match = page.spaced_bullets.match(line) or page.enumerators.match(line)
    return match[0] if match and match.end() < len(line) else ""


def ends_sentence(line: str, page: PageKnowledge) -> bool:
    """Whether a line ends where a sentence does."""
    return page.sentence_end.search(line[-12:]) is not None


def _says_more(line: str, page: PageKnowledge) -> bool:
    """Whether a line ends in what goes on: a particle, a comma, an open quote."""
    return page.continuation.search(line[-12:]) is not None


def _groups(text: str) -> Iterator[list[str]]:
    group: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_wrapped(groups: Sequence[Sequence[str]], page: PageKnowledge) -> bool:
    """Whether most lines inside groups that are long, or say that they go on, break in the middle of a sentence."""
    whole = broken = 0
    for group in groups:
        for line, following in pairwise(group):
            if (len(line) >= WRAPPED or _says_more(line, page)) and not _begins(following, page):
                broken += not ends_sentence(line, page)
                whole += 1
    return broken * 2 > whole


def _begins(line: str, page: PageKnowledge) -> bool:
    return bool(sign_of(line, page)) or is_heading(line, page) or page.contact_head.match(line) is not None


def is_heading(line: str, page: PageKnowledge) -> bool:
    """Whether a line is one bracketed phrase or announces an attachment."""
    if page.heading.match(line):
        return True
    return page.attachment.match(line) is not None and not (ends_sentence(line, page) and len(line) > 2 * WRAPPED)


def _runs(group: Sequence[str], page: PageKnowledge) -> Iterator[list[str]]:
    """The group cut before every line that begins something, and after every heading."""
    run: list[str] = []
    for line in group:
        if run and (_begins(line, page) or is_heading(run[-1], page)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _laid(run: Sequence[str], page: PageKnowledge, wrapped: bool) -> Iterator[Piece]:
    sign = sign_of(run[0], page)
    lines = [run[0][len(sign) :], *run[1:]]
    if len(lines) > 1 and _is_table(lines, page):
        yield Piece("table", sign, "\n".join(lines))
        return
    for number, text in enumerate(_joined(lines, page, wrapped)):
        kind = "bullet" if sign and number == 0 else "paragraph"
        yield Piece(kind, sign if number == 0 else "", text)


def _is_table(lines: Sequence[str], page: PageKnowledge) -> bool:
    """Whether at least three lines are short and hardly one ends a sentence."""
    if len(lines) < 3 or median(map(len, lines)) >= SHORT:
        return False
    return sum(ends_sentence(line, page) for line in lines) * 5 < len(lines)


def _joined(lines: Sequence[str], page: PageKnowledge, wrapped: bool) -> Iterator[str]:
    text = lines[0]
    for line, following in pairwise(lines):
        if _goes_on(line, text, page, wrapped):
            text = f"{text} {following}"
        else:
            yield text
            text = following
    yield text


def _goes_on(line: str, text: str, page: PageKnowledge, wrapped: bool) -> bool:
    if ends_sentence(line, page):
        return False
    return _says_more(line, page) or _is_open(text) or (wrapped and len(line) >= SHORT)


def _is_open(text: str) -> bool:
    tail = text[-400:]
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in ("()", "「」", "『』", "“”", "[]"))


def cut(text: str, limit: int) -> Iterator[str]:
    """The text in stretches of at most ``limit`` characters, cut at a space or line end where there is one."""
    start = 0
    while len(text) - start > limit:
        at = max(text.rfind(" ", start + 1, start + limit + 1), text.rfind("\n", start + 1, start + limit + 1))
        at = at if at > 0 else start + limit
        yield text[start:at].rstrip()
        start = at + len(text[at : at + limit]) - len(text[at : at + limit].lstrip())
    if start < len(text):
        yield text[start:]


def fold(text: str) -> str:
    """The letters and digits alone, for telling whether two lines say the same."""
    return re.sub(r"[\W_]+", "", text).casefold()


def says(text: str) -> bool:
    """Whether a line has a letter or digit at all."""
    return _LETTER.search(text) is not None
