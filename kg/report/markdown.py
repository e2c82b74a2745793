"""Markdown of texts that nobody vouches for."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What CommonMark and GitHub's tables give a meaning to. Bare addresses would become links, so :, @ and the dot after www are broken too.
_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#+!|~&$^=@:]|(?<=\bwww)\.|(?<!\S)[-](?=\s|-)|(?<=^\d)[.)]")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")


def escape(text: str) -> str:
    """``text`` as one line of Markdown that shows exactly its letters: no markup, no link, no direction tricks."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign.group())};", _UNSEEN.sub(" ", text)).strip()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table with an empty line behind it; numbers (cells of digits, separators and a dot) stand to the right."""
    right = [all(re.fullmatch(r"[\d,.]*", row[at]) for row in rows) and bool(rows) for at in range(len(heads))]
    lines = [heads, ["---:" if number else "---" for number in right], *rows]
    return [*("| " + " | ".join(line) + " |" for line in lines), ""]
