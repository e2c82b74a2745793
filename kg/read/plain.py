"""Plain text and Markdown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from kg.read.blocks import is_boilerplate
from kg.read.date import RECORD, stated
from kg.read.draft import Draft, Part
from kg.read.normal import clean
from kg.read.page import PageKnowledge

LONGEST_TITLE = 200
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_ROW = re.compile(r"\s*\|(.*)\|\s*$")
_ROW_RULE = re.compile(r"[\s|:-]+$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[([^\]]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\]]{1,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]*\")?\)")
# A footnote star stands behind a word; an emphasis begins before one.
_STRONG = re.compile(r"(?<![\w*)])(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def draft_text(text: str, page: PageKnowledge) -> Draft:
    """The draft of a plain text: its first line of at most 200 characters that is no boilerplate is the title.

    The draft has no title where only one line or none stands there.
    """
    lines = clean(text).split("\n")
    at = _title_line(lines, page)
    if at is None:
        return Draft("", (Part("", "\n".join(lines)),))
    return Draft(lines[at].strip(), (Part("", "\n".join(lines[:at])), Part("", "\n".join(lines[at + 1 :]))))


def _title_line(lines: Sequence[str], page: PageKnowledge) -> int | None:
    """The first line that may be the title, with some text below it."""
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or is_boilerplate(text, page) or page.press_labels.match(text) or page.letterhead.fullmatch(text):
            continue
        return number if len(text) <= LONGEST_TITLE and any(rest.strip() for rest in lines[number + 1 :]) else None
    return None


def draft_markdown(text: str, page: PageKnowledge) -> Draft:
    """The draft of a Markdown text: front matter (title, date, publisher, url, id), headings, lists, tables, paragraphs.

    The title is the front matter's, else the first heading, else as in a plain text.
    """
    text = clean(text)
    front, body = _front_matter(text)
    parts = list(_parts(_COMMENT.sub("", body).split("\n")))
    title = front.get("title", "")
    if not title:
        title, parts = _own_title(parts, page)
    dates = (stated(RECORD, front["date"], page),) if "date" in front else ()
    return Draft(title, tuple(parts), dates, front.get("publisher"), front.get("url"), front.get("id", ""))


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The scalar fields of the YAML at the head, and the text below; text that is no mapping is body."""
    found = _FRONT.match(text)
    if not found:
        return {}, text
    try:
        fields = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError):
        return {}, text
    if not isinstance(fields, dict):
        return {}, text
    return {str(key).lower(): _scalar(value) for key, value in fields.items() if _scalar(value)}, text[found.end() :]


def _scalar(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    """Headings, list items, table rows and code each as a part; the rest as bodies."""
    body: list[str] = []
    fenced = False
    for line in lines:
        if _FENCE.match(line):
            fenced = not fenced
            continue
        part = Part("boilerplate", line) if fenced else _marked(line)
        if part is None:
            body.append(_inline(_unquoted(line)))
            continue
        yield Part("", "\n".join(body))
        body = []
        if part.text.strip():
            yield part
    yield Part("", "\n".join(body))


def _marked(line: str) -> Part | None:
    if heading := _HEADING.match(line):
        return Part("heading", _inline(heading[2]))
    if _RULE.match(line):
        return Part("heading", "")
    if row := _ROW.match(line):
        cells = [] if _ROW_RULE.match(row[1]) else [_inline(cell.strip()) for cell in row[1].split("|")]
        return Part("table", " | ".join(filter(None, cells)))
    return None


def _unquoted(line: str) -> str:
    return re.sub(r"^\s{0,3}(?:>\s?)+", "", line)


def _inline(text: str) -> str:
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    return _ESCAPE.sub(r"\1", _STRONG.sub(r"\2", text))


def _own_title(parts: Sequence[Part], page: PageKnowledge) -> tuple[str, list[Part]]:
    for number, part in enumerate(parts):
        if part.kind == "heading":
            return part.text, [*parts[:number], *parts[number + 1 :]]
    draft = draft_text("\n".join(part.text for part in parts), page)
    return draft.title, list(draft.parts)
