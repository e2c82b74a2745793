"""Cut a sentence into the noun parts of its eojeols, and those into runs that stand together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.values import Sentence, Token

JOINTS = frozenset({"·", "-", "&", "/", "+", "ㆍ", "‧", "∙", "․"})
_NOUN = frozenset({"NNG", "NNP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "NNB"})
# What a Latin spelling has beside letters; the semicolon is what is left of an entity: R&D;.
_SIGNS = JOINTS | {";"}
_LONGEST_ASIDE = 5
_MISTAKEN = frozenset({"MM", "MAG"})


class Piece(NamedTuple):
    """An eojeol's noun part; ``closed`` where a particle, an ending or a sign follows it. A tuple, as a token is."""

    start: int
    end: int
    word: str
    tokens: tuple[Token, ...]
    closed: bool


Run = Sequence[Piece]


def runs_of(text: str, sentence: Sentence) -> list[list[Piece]]:
    """The noun pieces of the sentence in runs; a run ends at any particle, verb or sign between them."""
    runs: list[list[Piece]] = [[]]
    group: list[Token] = []
    aside = last = 0
    for at, token in enumerate(sentence.tokens):
        if at < aside:
            continue
        form, tag, start, end = token
        if tag in _NOUN or ((tag in _MISTAKEN or form in JOINTS) and _is_part(sentence.tokens, at, group)):
            if group and last != start:
                _close(text, group, runs[-1], closed=False)
                group = []
            group.append(token)
            last = end
            continue
        if form == "(" and group and last == start:
            # A Latin spelling in a parenthesis parts no words that belong together: 연구개발(R&D) 사업.
            aside = _aside_end(sentence.tokens, at)
        if group:
            _close(text, group, runs[-1], closed=True)
            group = []
        if runs[-1] and at >= aside:
            runs.append([])
    _close(text, group, runs[-1], closed=True)
    return [run for run in runs if run]


def _aside_end(tokens: Sequence[Token], at: int) -> int:
    """Behind which token a parenthesis that opens at ``at``, holds a Latin spelling and has a noun behind it ends, or 0."""
    end = at + 1
    if tokens[at].tag != "SSO":
        return 0
    while end < len(tokens) and end - at <= _LONGEST_ASIDE and (tokens[end].tag in {"SL", "SN"} or tokens[end].form in _SIGNS):
        end += 1
    closed = end > at + 1 and end + 1 < len(tokens) and tokens[end].form == ")" and any(t.tag == "SL" for t in tokens[at:end])
    return end + 1 if closed and tokens[end + 1].start == tokens[end].end + 1 and tokens[end + 1].tag in _NOUN else 0


def _is_part(tokens: Sequence[Token], at: int, group: Sequence[Token]) -> bool:
    """Whether a joint or a mistaken syllable goes on the group of nouns before it, or begins one with the noun behind it."""
    token = tokens[at]
    if token.tag in _MISTAKEN:
        # A syllable that Kiwi takes for a determiner or adverb and that is written to a noun is a part of it: 한돈미래연구소.
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and following.start == token.end and following.tag in _NOUN
    return bool(group) and group[-1].end == token.start


def _close(text: str, group: list[Token], run: list[Piece], *, closed: bool) -> None:
    while group and group[-1].form in JOINTS:
        group.pop()
    if group:
        start, end = group[0].start, group[-1].end
        run.append(Piece(start, end, text[start:end], tuple(group), closed))
