"""Elements to parts: the visible text of a piece of a page, in reading order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.read.draft import Part

Element = Any  # lxml has no types of its own

_CONTROLS = ("button", "select", "option", "textarea", "input")
_MEDIA = ("iframe", "object", "embed", "svg", "math", "canvas", "audio", "video")
UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "title", *_MEDIA, *_CONTROLS))
FURNITURE = frozenset(("nav", "aside", "footer", "menu", "dialog"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = ("dd", "dl", "dt", "li", "ol", "ul", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_SECTIONS = (
    "address",
    "article",
    "aside",
    "body",
    "center",
    "details",
    "div",
    "fieldset",
    "footer",
    "form",
    "header",
    "html",
    "main",
    "nav",
)
BLOCKS = frozenset(("blockquote", "figure", "figcaption", "hr", "p", "pre", "section", "summary", *_SECTIONS, *_LISTS, *HEADINGS))
LONGEST_CELL = 200
LEFT_OUT = "left out"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Flow:
    """The parts gathered so far and the line that is being gathered."""

    parts: list[Part] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=lambda: [""])

    def add(self, text: str | None) -> None:
        """Take running text; white space is one space, as a browser shows it."""
        if text:
            self.buffer.append(_SPACE.sub(" ", text))

    def pause(self, element: Element) -> None:
        """Pass over an element that is not shown; it ends a block only where it is one."""
        if element.tag in BLOCKS:
            self.close()

    def close(self) -> None:
        """End the block that is being gathered."""
        lines = [line.strip() for line in "".join(self.buffer).split("\n")]
        self.buffer.clear()
        if any(lines):
            self.parts.append(Part(self.kinds[-1], "\n".join(lines).strip("\n")))


def parts_of(root: Element, kinds: Mapping[Element, str], left_out: Collection[Element] = (), *, furniture: bool = False) -> list[Part]:
    """The parts of an element, in reading order; nothing of scripts, styles and hidden elements, a mark for each one left out.

    ``kinds`` sets the block kind of whole elements. ``furniture`` also takes navigation, asides and footers.
    """
    flow = Flow()
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        if done:
            _leave(element, kinds, flow)
        elif element in left_out:
            flow.close()
            flow.parts.append(Part(LEFT_OUT, ""))
        elif is_unseen(element) or (not furniture and element.tag in FURNITURE):
            flow.pause(element)
        elif element.tag == "table" and is_data(element):
            flow.close()
            flow.parts += rows(element)
        else:
            _enter(element, kinds, flow)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if element is not root:
            flow.add(element.tail)
    flow.close()
    return flow.parts


def _enter(element: Element, kinds: Mapping[Element, str], flow: Flow) -> None:
    kind = kinds.get(element) or _own_kind(element.tag)
    if kind or element.tag in BLOCKS:
        flow.close()
    if kind:
        flow.kinds.append(kind)
    if element.tag == "br":
        flow.buffer.append("\n")
    flow.add(element.text)


def _leave(element: Element, kinds: Mapping[Element, str], flow: Flow) -> None:
    kind = kinds.get(element) or _own_kind(element.tag)
    if kind or element.tag in BLOCKS:
        flow.close()
    if kind:
        flow.kinds.pop()


def _own_kind(tag: str) -> str:
    if tag in HEADINGS:
        return "heading"
    return {"li": "bullet", "figcaption": "caption"}.get(tag, "")


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of the element; comments and processing instructions are such."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    attributes = element.attrib
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return bool(_HIDING.search(attributes.get("style", "")))


def is_data(table: Element) -> bool:
    """Whether a table holds short cells in more than one column, and is not there to lay out the page."""
    lines = table.findall(".//tr")
    widest = max((len(_cells(line)) for line in lines), default=0)
    if widest < 2 or table.find(".//table") is not None:
        return False
    return all(len(text_of(cell)) <= LONGEST_CELL for line in lines for cell in _cells(line))


def _cells(line: Element) -> list[Element]:
    return [cell for cell in line if cell.tag in {"td", "th"}]


def rows(table: Element) -> Iterable[Part]:
    """One part a row, its cells parted by a bar."""
    for line in table.findall(".//tr"):
        text = " | ".join(filter(None, (text_of(cell) for cell in _cells(line))))
        if text:
            yield Part("table", text)


def text_of(element: Element) -> str:
    """The visible text of an element on one line."""
    return " ".join(" ".join(part.text for part in parts_of(element, {}, furniture=True)).split())
