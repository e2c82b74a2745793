"""Pieces of regular expressions made from the words of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words as they are written; where one begins like another, in the same case, the longer goes first."""
    return _tree(sorted(set(words)), 0, lambda _: "")


def any_beginning(words: Iterable[str]) -> str:
    """A group like that of ``any_of`` for words before which no Hangul stands.

    What stands before is looked at behind the word: a search for a letter is ten times as fast as one for a place between two.
    """
    return _tree(sorted(set(words)), 0, lambda word: f"(?<![가-힣]{re.escape(word)})")


def _tree(words: Sequence[str], shared: int, behind: Callable[[str], str]) -> str:
    """A group for what follows the first so many letters, which the sorted words share, with what must stand ``behind`` each.

    It parts by one letter after the other: a search tries few letters at each place of the text, not all words that begin alike.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[shared : shared + 1], []).append(word)
    whole = by_letter.pop("", [])
    branches = [re.escape(letter) + _rest(alike, shared + 1, behind) for letter, alike in by_letter.items()]
    return f"(?:{'|'.join([*branches, *map(behind, whole)])})"


def _rest(words: Sequence[str], shared: int, behind: Callable[[str], str]) -> str:
    """What follows the letters that the words share."""
    if len(words) > 1:
        return _tree(words, shared, behind)
    return re.escape(words[0][shared:]) + behind(words[0])
