"""Make one token of every named span, whatever Kiwi makes of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from sys import maxsize

from kg.values import Token


def collapse(text: str, tokens: Sequence[Token], names: Sequence[tuple[int, int, str]]) -> list[Token]:
    """The tokens with every span of ``names`` (start, end, tag; sorted, not overlapping) as one token of that tag, as ``text`` has it."""
    starts = [*(name[0] for name in names), maxsize]
    out: list[Token] = []
    at = done = -1
    for token in tokens:
        while starts[at + 1] <= token.start:
            at += 1
        if at < 0 or token.start >= names[at][1]:
            out.append(token)
            continue
        last = at
        while starts[last + 1] < token.end:
            # Two spans in one morpheme: 양 + 사.
            last += 1
        out.extend(Token(text[start:end], tag, start, end) for start, end, tag in names[done + 1 : last + 1] if end > token.start)
        done = max(last, done)
    return out
