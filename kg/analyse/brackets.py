"""Where a parenthesis or a quotation of a sentence begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from kg.values import Token

PARENTHESES = {"(": ")", "[": "]", "（": "）", "【": "】", "{": "}"}
QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”", "「": "」", "『": "』", "<": ">", "《": "》", "〈": "〉"}
OPENING = frozenset((*PARENTHESES, *QUOTES))


def closing(tokens: Sequence[Token], at: int) -> int | None:
    """The token that closes what ``at`` opens, or None."""
    opener = tokens[at].form
    closer = PARENTHESES.get(opener) or QUOTES.get(opener)
    end = _matching(tokens, at, closer) if closer else None
    # Many write the opening sign at the end too: ‘양자 포럼‘.
    return _matching(tokens, at, opener) if end is None and opener in QUOTES else end


def _matching(tokens: Sequence[Token], at: int, closer: str) -> int | None:
    depth = 0
    opener = tokens[at].form
    for index in range(at + 1, len(tokens)):
        if tokens[index].form == closer and (depth == 0 or opener == closer):
            return index
        if opener != closer:
            depth += (tokens[index].form == opener) - (tokens[index].form == closer)
    return None
