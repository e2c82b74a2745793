"""Cut a sentence into the noun parts of its eojeols, and those into runs that stand together."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from kg.values import Sentence, Token

JOINTS = frozenset({"·", "-", "&", "/", "+", "ㆍ", "‧", "∙", "․"})
# The tags of proper nouns, of words in Latin letters and of what the analyser does not know.
PROPER_TAGS = frozenset({"NNP", "SL", "UN"})
# The first letters of the tags of verbs and adjectives: right behind a name, without a space, they are torn off a longer word.
STEM_TAGS = frozenset({"VV", "VA"})
_NOUN = frozenset({"NNG", "NNP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "NNB"})
# What a Latin spelling has beside letters; the semicolon is what is left of an entity: R&D;.
_SIGNS = JOINTS | {";"}
_LONGEST_ASIDE = 5
_GLOSSES = frozenset({"NNG", "NNP"})
# Letters that spell a name again in a parenthesis.
_SPELLED = frozenset({"SL", "SH"})
# What is written to the end of a noun and says when it happens, unless a number counts it as hours: 정상회의시 합의한, not 10시.
_WHEN, _NUMBER = ("시", "NNB"), "SN"
_MISTAKEN = frozenset({"MM", "MAG"})


class Piece(NamedTuple):
    """An eojeol's noun part; ``closed`` where a particle, an ending or a sign follows it. A tuple, as a token is."""

    start: int
    end: int
    word: str
    tokens: tuple[Token, ...]
    closed: bool


Run = Sequence[Piece]


def runs_of(text: str, sentence: Sentence, apart: Container[int] = ()) -> list[list[Piece]]:
    """The noun pieces of the sentence in runs; a run ends at any particle, verb or sign, and at the words that begin at ``apart``."""
    runs: list[list[Piece]] = []
    run: list[Piece] = []
    tokens = sentence.tokens
    # The nouns that stand together begin with token ``first`` and end at ``last``; there are none where it is negative.
    first, last, aside = -1, 0, 0
    for at, (form, tag, start, end) in enumerate(tokens):
        if at < aside:
            continue
        noun = tag in _NOUN and not (tag == "NNB" and first >= 0 and last == start and _is_when(tokens, at))
        if start not in apart and (noun or ((tag in _MISTAKEN or form in JOINTS) and _is_part(tokens, at, first))):
            if first < 0:
                first = at
            elif last != start:
                _close(text, tokens[first:at], run, closed=False)
                first = at
            last = end
            continue
        if first >= 0:
            if form == "(" and last == start:
                # A Latin spelling in a parenthesis parts no words that belong together: 연구개발(R&D) 사업.
                aside = _aside_end(tokens, at)
            _close(text, tokens[first:at], run, closed=True)
            first = -1
        if run and at >= aside:
            runs.append(run)
            run = []
    if first >= 0:
        _close(text, tokens[first:], run, closed=True)
    return [*runs, run] if run else runs


def _aside_end(tokens: Sequence[Token], at: int) -> int:
    """Behind which token a parenthesis that opens at ``at``, holds a Latin spelling and has a noun behind it ends, or 0."""
    end = at + 1
    if tokens[at].tag != "SSO":
        return 0
    while end < len(tokens) and end - at <= _LONGEST_ASIDE and (tokens[end].tag in {*_SPELLED, _NUMBER} or tokens[end].form in _SIGNS):
        end += 1
    closed = end > at + 1 and end + 1 < len(tokens) and tokens[end].form == ")" and any(t.tag in _SPELLED for t in tokens[at:end])
    if not closed:
        return _gloss_end(tokens, at)
    return end + 1 if tokens[end + 1].start == tokens[end].end + 1 and tokens[end + 1].tag in _NOUN else 0


def _gloss_end(tokens: Sequence[Token], at: int) -> int:
    """Behind which token a parenthesis that holds one noun ends, where a noun is written to both of its signs, or 0: 지능형(스마트)공장."""
    if at + 3 >= len(tokens) or tokens[at + 1].tag not in _GLOSSES or tokens[at + 2].form != ")" or tokens[at + 3].tag not in _NOUN:
        return 0
    return at + 3 if tokens[at + 1].start == tokens[at].end and tokens[at + 3].start == tokens[at + 2].end else 0


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token, which is written to the noun before it, says when that happens."""
    return (tokens[at].form, tokens[at].tag) == _WHEN and tokens[at - 1].tag != _NUMBER


def _is_part(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a joint or a mistaken syllable goes on the nouns before it, from ``first`` on, or begins some with the noun behind it."""
    token = tokens[at]
    if token.tag in _MISTAKEN:
        # A syllable that Kiwi takes for a determiner or adverb and that is written to a noun is a part of it: 한돈미래연구소.
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and following.start == token.end and following.tag in _NOUN
    return first >= 0 and tokens[at - 1].end == token.start


def _close(text: str, group: tuple[Token, ...], run: list[Piece], *, closed: bool) -> None:
    while group and group[-1].form in JOINTS:
        group = group[:-1]
    if group:
        start, end = group[0].start, group[-1].end
        # As a plain tuple is made: its own constructor takes thrice as long.
        run.append(tuple.__new__(Piece, (start, end, text[start:end], group, closed)))
