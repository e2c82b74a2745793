"""Make one token of every named span, whatever Kiwi makes of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from sys import maxsize

from kg.values import Token


def collapse(text: str, tokens: Sequence[Token], names: Sequence[tuple[int, int, str]]) -> list[Token]:
    """The tokens with every span of ``names`` (start, end, tag; sorted, not overlapping) as one token of that tag, as ``text`` has it."""
    starts = [*(name[0] for name in names), maxsize]
    out: list[Token] = []
    at = done = end = -1
    for token in tokens:
        start = token.start
        while starts[at + 1] <= start:
            at += 1
            end = names[at][1]
        if start >= end:
            out.append(token)
            continue
        last = at
        while starts[last + 1] < token.end:
            # Two spans in one morpheme: 양 + 사.
            last += 1
        if last > done:
            out.extend(Token(text[first:stop], tag, first, stop) for first, stop, tag in names[done + 1 : last + 1] if stop > start)
            done = last
    return out
