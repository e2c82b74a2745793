"""Texts of the news in formats that cannot hold every character, or whose readers take some for more than text."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# XML 1.0, 2.2 Char: what is not in it cannot be said in XML at all, not even as a character reference.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What a spreadsheet takes for the beginning of a formula, in full width too, and the sign that says it is none.
_FORMULA = re.compile("[=+\\-@'\t\r\n\uff1d\uff0b\uff0d\uff20]")


def legal(text: str) -> str:
    """``text`` with each character that XML 1.0 cannot hold (most control characters) as U+FFFD; the length stays."""
    return _NOT_XML.sub("\ufffd", text)


def element(text: str) -> str:
    """``text`` as the content of an XML element; a carriage return is a reference, since a parser would make it a new line."""
    return escape(legal(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """``text`` as the value of an XML attribute, with its quotes."""
    return quoteattr(legal(text))


def cell(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs.

    A cell that would begin with ``=``, ``+``, ``-``, ``@`` (full width too), an apostrophe, a tab or a line end gets an apostrophe before
    it, as OWASP advises; so a reader has the text back by taking one leading apostrophe away. Control characters are U+FFFD.
    """
    clean = legal(text)
    return "'" + clean if _FORMULA.match(clean) else clean
