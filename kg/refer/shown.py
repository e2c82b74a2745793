"""Show a name as it is, without what the text put around it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.find.quotes import LEAD

# Quotation marks, and the sign of a footnote.
_QUOTES = re.compile("[`‘’'\"“”「」『』｢｣<>《》〈〉*]")
_MARKED = re.compile("^[‘“'\"「『《<〈]([^‘’“”'\"「」『』《》<>〈〉]{6,})[’”'\"」』》>〉]")

_GLOSS = re.compile(r"(?<=[\w)]) ?\([^()]{1,40}\)(?=.)")


def marked(name: str) -> str:
    """The name alone of one that was found with the class word behind its quotation marks (‘양자 도약 시작’ 사업), or an empty string.

    A short one is left out: it may be a common word.
    """
    found = _MARKED.match(name)
    return clean(found[1]) if found else ""


def unglossed(name: str) -> str:
    """The name without what parentheses inside it only spell again (인공지능(AI) 모델), or an empty string where it has none."""
    return " ".join(_GLOSS.sub("", clean(name)).split()) if _GLOSS.search(name) else ""


@lru_cache(maxsize=1 << 14)
def clean(name: str) -> str:
    """A name as it is shown: without quotation and footnote marks, doubled spaces, a parenthesis before it and half a parenthesis."""
    name = _QUOTES.sub("", name)
    bare = LEAD.sub("", name.strip())
    if bare.count("(") != bare.count(")"):
        halves = [half for half in re.split("[()]", bare) if half.strip()]
        bare = max(halves, key=len, default="")
    return " ".join((bare or name).split()).strip(" ,·-")
