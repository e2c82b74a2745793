"""Pieces of regular expressions made from the words of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words as they are written; where one begins like another, the longer is tried first."""
    return f"(?:{'|'.join(map(re.escape, _longest_first(words)))})"


def any_beginning(words: Iterable[str]) -> str:
    """A group like that of ``any_of`` for words before which no Hangul stands.

    What stands before is looked at behind the word: a search for a letter is ten times as fast as one for a place between two.
    """
    return f"(?:{'|'.join(f'{word}(?<![가-힣]{word})' for word in map(re.escape, _longest_first(words)))})"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
