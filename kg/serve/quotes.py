"""A quote in pieces, so that a page can mark where it names the subject, the object and the predicate of its claim."""

from __future__ import annotations

from collections.abc import Mapping

from kg.write.quads import FRAGMENT

PARTS = ("subject", "object", "trigger")


def pieces(claim: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pieces of a claim's ``quote`` and the part that each is: subject, object, trigger, or nothing.

    Offsets are those of the document, in which the quote starts at ``start``; what overlaps another mark or lies outside is not marked.
    """
    quote, begin = claim["quote"], int(claim["start"] or 0)
    found, at = [], 0
    for start, end, part in sorted(_marks(claim)):
        if at <= start - begin < end - begin <= len(quote):
            found += [(quote[at : start - begin], ""), (quote[start - begin : end - begin], part)]
            at = end - begin
    return [piece for piece in (*found, (quote[at:], "")) if piece[0]]


def _marks(claim: Mapping[str, str]) -> list[tuple[int, int, str]]:
    told = ((part, FRAGMENT.fullmatch(claim[part])) for part in PARTS)
    return [(int(mark[1]), int(mark[2]), part) for part, mark in told if mark]
