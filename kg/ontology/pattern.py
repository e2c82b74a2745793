"""Pieces of regular expressions made from the words of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words as they are written; where one begins like another, the longer is tried first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"
