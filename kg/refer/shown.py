"""Show a name as it is, without what the text put around it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.find.quotes import LEAD

_QUOTES = re.compile("[`‘’'\"“”「」『』｢｣<>《》〈〉]")


@lru_cache(maxsize=1 << 14)
def clean(name: str) -> str:
    """A name as it is shown: without quotation marks, doubled spaces, what is said before it in parentheses and half a parenthesis."""
    name = _QUOTES.sub("", name)
    bare = LEAD.sub("", name.strip())
    if bare.count("(") != bare.count(")"):
        halves = [half for half in re.split("[()]", bare) if half.strip()]
        bare = max(halves, key=len, default="")
    return " ".join((bare or name).split()).strip(" ,·-")
