"""Where a parenthesis or a quotation of a sentence begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from kg.values import Token

PARENTHESES = {"(": ")", "[": "]", "（": "）", "【": "】", "{": "}"}
QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”", "「": "」", "『": "』", "<": ">", "《": "》", "〈": "〉"}
OPENING = frozenset((*PARENTHESES, *QUOTES))
_OPENERS = {closer: opener for opener, closer in QUOTES.items()} | {")": "("}


def closing(tokens: Sequence[Token], at: int) -> int | None:
    """The token that closes what ``at`` opens, or None."""
    opener = tokens[at].form
    closer = PARENTHESES.get(opener) or QUOTES.get(opener)
    end = _matching(tokens, at, closer) if closer else None
    # Many write the opening sign at the end too: ‘양자 포럼‘.
    return _matching(tokens, at, opener) if end is None and opener in QUOTES else end


def opening(tokens: Sequence[Token], at: int) -> int | None:
    """The token that opens the quotation or round parenthesis that ends at ``at``: the nearest such sign before it, or None."""
    opener = _OPENERS.get(tokens[at].form)
    return next((n for n in range(at - 1, -1, -1) if tokens[n].form == opener), None) if opener else None


def _matching(tokens: Sequence[Token], at: int, closer: str) -> int | None:
    depth = 0
    opener = tokens[at].form
    for index in range(at + 1, len(tokens)):
        if tokens[index].form == closer and (depth == 0 or opener == closer):
            return index
        if opener != closer:
            depth += (tokens[index].form == opener) - (tokens[index].form == closer)
    return None
