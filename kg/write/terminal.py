"""Text for a terminal: one line, nothing that could disguise it, and widths that count wide characters as two."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """``text`` on one line and without control or direction characters, which could disguise what a terminal shows."""
    return "".join(" " if char.isspace() else char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf"))


def cut(text: str, widest: int) -> str:
    """``text``, with an ellipsis where it is wider than ``widest`` columns."""
    if width(text) <= widest:
        return text
    kept, used = [], 0
    for char in text:
        used += width(char)
        if used > widest - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def width(text: str) -> int:
    """The columns that ``text`` takes."""
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, columns: int) -> str:
    """``text`` filled with spaces to so many columns."""
    return text + " " * (columns - width(text))
