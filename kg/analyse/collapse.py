"""Make one token of every named span, whatever Kiwi makes of its parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.values import Token


def collapse(tokens: Sequence[Token], names: Sequence[tuple[int, int, str]]) -> list[Token]:
    """The tokens with every span of ``names`` (start, end, tag; sorted, not overlapping) as one token of that tag."""
    starts = [name[0] for name in names]
    out: list[Token] = []
    done = -1
    for token in tokens:
        at = bisect_left(starts, token.start + 1) - 1
        if at >= 0 and token.start < names[at][1]:
            while at + 1 < len(names) and starts[at + 1] < token.end:
                # Two spans in one morpheme: 양 + 사.
                at += 1
            out.extend(Token("", tag, start, end) for start, end, tag in names[done + 1 : at + 1] if end > token.start)
            done = max(at, done)
        else:
            out.append(token)
    return out
