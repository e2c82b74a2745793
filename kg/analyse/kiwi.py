"""Kiwi, fenced: the one place that imports kiwipiepy.

Measured behaviour that this module answers (kiwipiepy 0.24.1, model cong): analysis is more than linear in the length of
its input, breaks on a word directly behind an emoji, and rebuilds its whole dictionary at any word added after the first
call. So paragraphs are fed one by one, cut at emoji and at a few thousand characters, and all words are added at once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from sys import intern

from kiwipiepy import Kiwi

from kg.analyse.sentences import cut_sentences
from kg.analyse.signs import FOOTNOTE, LOST_DOT
from kg.errors import UsageError
from kg.values import Analysis, Document, Sentence, Span, Token

LONGEST = 3000
# Releases of one day repeat each other: of 3,000 every eighth piece was read before, which saves a twentieth of the time.
_REMEMBERED = 1 << 13
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
_WORD = re.compile(r"[\w가-힣][\w가-힣 &+.\-/]*")
_LATIN = re.compile(r"[A-Za-z]+")
# What ends with 서 as 서울서 (for 서울에서) does: so few words do that a look for one spares a look at all tokens.
_THERE = re.compile(r"서 (?<![ 에면로해어고께센]서 )")
# The number that Kiwi gives to every noun that its dictionary lacks and whose shape it takes for a common one: hardly any of them is.
_UNHEARD, _NAME = 2, "NNP"
_NAMES = frozenset({_NAME, "SL"})


class Analyser:
    """A loaded Kiwi with the names it was given; costs about 350 MB and two seconds, so make one a process."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        if os.environ.get("KIWI_ARCH_TYPE") == "none":
            raise UsageError("KIWI_ARCH_TYPE=none changes the analysis of most texts: unset it, so that every machine gives the same graph")
        self._kiwi = Kiwi(model_type="cong", load_multi_dict=False, num_workers=1)
        for name in _told_once(names):
            if _WORD.fullmatch(name) and not _LATIN.fullmatch(name):
                self._kiwi.add_user_word(name, "NNP", 0.0)
        self._kiwi.tokenize("")
        self._again = lru_cache(maxsize=_REMEMBERED)(self._kiwi.tokenize)

    def analyse(self, document: Document) -> Analysis:
        """The document's sentences, numbered over all its blocks, each token's span exact in ``document.text``."""
        sentences: list[Sentence] = []
        for number, block in enumerate(document.blocks):
            for piece in _pieces(document.text, block.start, block.end):
                for tokens in cut_sentences(*self._tokens(document.text, piece)):
                    sentences.append(Sentence(len(sentences), tokens[0].start, tokens[-1].end, block.kind, number, tuple(tokens)))
        return Analysis(document, tuple(sentences))

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a short text by itself, such as a predicate of a frame."""
        return tuple(self._tokens(text, Span(0, len(text)))[0])

    def tokenise(self, document: Document) -> int:
        """The number of tokens that Kiwi alone makes of the document; what it costs is the measure of `kg bench`."""
        pieces = (piece for block in document.blocks for piece in _pieces(document.text, block.start, block.end))
        return sum(len(self._kiwi.tokenize(document.text[piece.start : piece.end])) for piece in pieces)

    def _tokens(self, text: str, piece: Span) -> tuple[list[Token], list[int]]:
        """The tokens of a piece and their sentence numbers, made as plain tuples are: a token's own constructor takes thrice as long.

        Kiwi writes each tag anew; as one string for all of them it is compared at a glance.
        """
        start, make = piece.start, tuple.__new__
        shown = text[start : piece.end]
        shown = LOST_DOT.sub("·", shown) if "?" in shown else shown
        notes = [match.span() for match in FOOTNOTE.finditer(shown)] if "*" in shown else []
        read = _without(shown, notes) if notes else shown
        found = self._again(read)
        tokens = [make(Token, (t.form, _NAME if t.id == _UNHEARD else intern(t.tag), at := start + t.start, at + t.len)) for t in found]
        if notes:
            places = [start + at for at in _kept(len(shown), notes)]
            tokens = [make(Token, (t.form, t.tag, places[t.start - start], places[t.end - start - 1] + 1)) for t in tokens]
        return list(_with_particles(tokens)) if _THERE.search(shown) else tokens, [t.sent_position for t in found]


def _with_particles(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with 서 behind a name as the particle that it is (서울서 만났다), where Kiwi takes it for a noun."""
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        glued = before is not None and before.tag in _NAMES and before.end == token.start
        apart = after is not None and after.start > token.end
        yield token._replace(tag="JKB") if glued and apart and token.form == "서" and token.tag == "NNG" else token


def _told_once(names: Iterable[str]) -> list[str]:
    """The names, of those that differ in their spaces alone the one with the most: 디지털 전환 and no 디지털전환, LG U+ and no LGU+.

    Kiwi finds a name with fewer spaces than it was told, too. Told both it keeps one of them, and which one hangs on how many words there
    are: 57 words more change how it cuts 205 of 1,862 such spellings, but only 17 where it is told one.
    """
    spread: dict[str, str] = {}
    for name in sorted(set(names), key=lambda name: (-name.count(" "), name)):
        spread.setdefault(name.replace(" ", ""), name)
    return sorted(spread.values())


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text without the spans, which are sorted and do not overlap."""
    return "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), 0)]))


def _kept(length: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Where each character that is left without the spans stood, and where one behind the last would."""
    gone = {at for start, end in spans for at in range(start, end)}
    return [at for at in range(length + 1) if at not in gone]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a block that Kiwi gets in one call, without emoji and surrounding space."""
    at = start
    for emoji in _EMOJI.finditer(text, start, end):
        yield from _cut_long(text, at, emoji.start())
        at = emoji.end()
    yield from _cut_long(text, at, end)


def _cut_long(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        if text[start:cut].strip():
            yield Span(start, cut)
        start = cut
    if text[start:end].strip():
        yield Span(start, end)
