"""Cut the tokens of a paragraph into sentences."""

from __future__ import annotations

from kg.values import Token

CLOSERS = frozenset({"SSC"})


def cut_sentences(tokens: list[tuple[Token, int]]) -> list[list[Token]]:
    """The tokens by sentence; each comes with Kiwi's own sentence number.

    Kiwi keeps quotations and abbreviations whole, but does not cut before a letter, number or quotation that follows a full stop
    without a space (…했다.KIST는); that cut is added here. Sentences that hold punctuation only join the one before.
    """
    sentences: list[list[Token]] = []
    depth = 0
    for at, (token, number) in enumerate(tokens):
        cut = at > 0 and number != tokens[at - 1][1] and not _particle_of_quotation(tokens, at)
        fresh = at == 0 or cut or (depth == 0 and (_missed_stop(tokens, at) or _ellipsis(tokens, at)))
        if fresh:
            sentences.append([])
            depth = 0
        depth += (token.tag == "SSO") - (token.tag == "SSC")
        sentences[-1].append(token)
    return _without_crumbs(sentences)


def _particle_of_quotation(tokens: list[tuple[Token, int]], at: int) -> bool:
    """Whether token ``at`` is the particle of a quotation right before, where Kiwi ends the sentence with the quotation."""
    last, here = tokens[at - 1][0], tokens[at][0]
    return last.tag in CLOSERS and here.start == last.end and here.tag.startswith("J")


def _missed_stop(tokens: list[tuple[Token, int]], at: int) -> bool:
    """Whether a sentence ended right before token ``at`` though Kiwi went on."""
    if at < 2:
        return False
    last, before, here = tokens[at - 1][0], tokens[at - 2][0], tokens[at][0]
    return last.tag == "SF" and before.tag == "EF" and here.tag in {"SL", "SN", "SSO", "NNP", "NNG"}


def _ellipsis(tokens: list[tuple[Token, int]], at: int) -> bool:
    """Whether an ellipsis right before parts two statements, as in headlines (…유치…9월 일본 간다), not two halves of one."""
    last, here = tokens[at - 1][0], tokens[at][0]
    return last.tag == "SE" and not here.tag.startswith(("J", "E", "S", "VCP", "XS"))


def _without_crumbs(sentences: list[list[Token]]) -> list[list[Token]]:
    kept: list[list[Token]] = []
    for sentence in sentences:
        if kept and all(t.tag.startswith("S") and t.tag not in {"SL", "SN", "SH"} for t in sentence):
            kept[-1].extend(sentence)
        else:
            kept.append(sentence)
    return kept
