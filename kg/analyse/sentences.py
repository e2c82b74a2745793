"""Cut the tokens of a paragraph into sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.values import Token

CLOSERS = frozenset({"SSC"})
# Only behind these signs may a sentence end that Kiwi goes on with.
_STOPS = frozenset({"SF", "SE"})
_NO_SIGNS = frozenset({"SL", "SN", "SH"})


def cut_sentences(tokens: list[Token], numbers: Sequence[int]) -> list[list[Token]]:
    """The tokens by sentence; ``numbers`` are Kiwi's own sentence numbers of them.

    Kiwi keeps quotations and abbreviations whole, but does not cut before a letter, number or quotation that follows a full stop
    without a space (…했다.KIST는); that cut is added here. Sentences that hold punctuation only join the one before.
    """
    starts = [*_starts(tokens, numbers), len(tokens)]
    return _without_crumbs([tokens[start:end] for start, end in pairwise(starts)])


def _starts(tokens: list[Token], numbers: Sequence[int]) -> Iterator[int]:
    """At which tokens a sentence begins."""
    depth = 0
    last, number = "", None
    for at, token in enumerate(tokens):
        tag = token.tag
        cut = numbers[at] != number and not (at and _particle_of_quotation(tokens, at))
        if cut or (last in _STOPS and depth == 0 and (_missed_stop(tokens, at) or _ellipsis(tokens, at))):
            yield at
            depth = 0
        if tag == "SSO":
            depth += 1
        elif tag == "SSC":
            depth -= 1
        last, number = tag, numbers[at]


def _particle_of_quotation(tokens: list[Token], at: int) -> bool:
    """Whether token ``at`` is the particle of a quotation right before, where Kiwi ends the sentence with the quotation."""
    last, here = tokens[at - 1], tokens[at]
    return last.tag in CLOSERS and here.start == last.end and here.tag.startswith("J")


def _missed_stop(tokens: list[Token], at: int) -> bool:
    """Whether a sentence ended right before token ``at`` though Kiwi went on."""
    if at < 2:
        return False
    last, before, here = tokens[at - 1], tokens[at - 2], tokens[at]
    return last.tag == "SF" and before.tag == "EF" and here.tag in {"SL", "SN", "SSO", "NNP", "NNG"}


def _ellipsis(tokens: list[Token], at: int) -> bool:
    """Whether an ellipsis right before parts two statements, as in headlines (…유치…9월 일본 간다), not two halves of one."""
    last, here = tokens[at - 1], tokens[at]
    return last.tag == "SE" and not here.tag.startswith(("J", "E", "S", "VCP", "XS"))


def _without_crumbs(sentences: list[list[Token]]) -> list[list[Token]]:
    kept: list[list[Token]] = []
    for sentence in sentences:
        if kept and all(t.tag.startswith("S") and t.tag not in _NO_SIGNS for t in sentence):
            kept[-1].extend(sentence)
        else:
            kept.append(sentence)
    return kept
