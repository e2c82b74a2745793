"""Cut a sentence into the noun parts of its eojeols, and those into runs that stand together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.values import Sentence, Token

JOINTS = frozenset({"·", "-", "&", "/", "+", "ㆍ", "‧", "∙", "․"})
_NOUN = frozenset({"NNG", "NNP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "NNB"})
_MISTAKEN = frozenset({"MM", "MAG"})


@dataclass(frozen=True, slots=True)
class Piece:
    """An eojeol's noun part; ``closed`` where a particle, an ending or a sign follows it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    closed: bool


Run = Sequence[Piece]


def runs_of(sentence: Sentence) -> list[list[Piece]]:
    """The noun pieces of the sentence in runs; a run ends at any particle, verb or sign between them."""
    runs: list[list[Piece]] = [[]]
    group: list[Token] = []
    for token, following in zip_longest(sentence.tokens, sentence.tokens[1:]):
        inside = _inside(token, following, group)
        if group and (not inside or group[-1].end != token.start):
            _close(group, runs[-1], closed=not inside)
            group = []
        if inside:
            group.append(token)
        elif runs[-1]:
            runs.append([])
    _close(group, runs[-1], closed=True)
    return [run for run in runs if run]


def _inside(token: Token, following: Token | None, group: Sequence[Token]) -> bool:
    if token.tag in _NOUN:
        return True
    if token.tag in _MISTAKEN:
        # A syllable that Kiwi takes for a determiner or adverb and that is written to a noun is a part of it: 한돈미래연구소.
        return following is not None and following.start == token.end and following.tag in _NOUN
    return token.form in JOINTS and bool(group) and group[-1].end == token.start


def _close(group: list[Token], run: list[Piece], *, closed: bool) -> None:
    while group and group[-1].form in JOINTS:
        group.pop()
    if group:
        run.append(Piece(group[0].start, group[-1].end, tuple(group), closed))
