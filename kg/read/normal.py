"""Text normalised once, with a way back to the raw offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
_LINES = "\x0b\x0c\x85\u2028\u2029"
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0"
_FIXED = {"\r": "\n", "\r\n": "\n", "｢": "「", "｣": "」", "･": "·"}
# No ideograph, syllable or private sign is a mark or changes, and beyond these planes only the compatibility ideographs do; scanning them
# all would cost a tenth of a second at import.
_SCANNED = "".join(map(chr, (*range(0x80, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x20000), *range(0x2F800, 0x2FA20))))


def _ranges(signs: Iterable[str]) -> str:
    """A regex class of all these signs, which are sorted, without brackets."""
    found: list[list[int]] = []
    for code in map(ord, signs):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


_ODD_ONE = re.compile(f"[{_INVISIBLE}]")


def _joins(sign: str) -> bool:
    """Whether a sign may melt into the one before it: marks, and the vowels and finals of decomposed Hangul."""
    return (unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff") and not _ODD_ONE.match(sign)


_MARKS = _ranges(filter(_joins, _SCANNED))
_CHANGED = _ranges(sign for sign in _SCANNED if not unicodedata.is_normalized("NFC", sign) and not _ODD_ONE.match(sign))
# An invisible sign inside a cluster must not keep its parts from composing, so the cluster is taken with it.
_TOUCHED = re.compile(
    rf"(?:\r\n?|[^{_MARKS}{_INVISIBLE}])?(?:[{_INVISIBLE}]*[{_MARKS}])+"
    rf"|[{_INVISIBLE}]+|\r\n?|[{_LINES}{_SPACES}｢｣･\uff01-\uff5e{_CHANGED}]"
)
# One class alone is searched fast, and most texts hold few of these signs. All beyond the first plane count as suspect, since with
# ranges up there in it a class is searched a tenth as fast.
_BEYOND = re.compile("[\U00010000-\U0010ffff]-[\U00010000-\U0010ffff]")
_ANY = rf"[{_BEYOND.sub('', _MARKS + _INVISIBLE + _CHANGED)}\r{_LINES}{_SPACES}｢｣･\uff01-\uff5e\U00010000-\U0010ffff]"
_SUSPECT = re.compile(rf"{_ANY}+(?:\n{_ANY}+)*\n?")
_PIECE = re.compile(rf"\r\n?|[{_INVISIBLE}{_LINES}{_SPACES}｢｣･\uff01-\uff5e]")


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text. ``anchors`` are pairs of offsets (normalised, raw) from which both run on in step."""

    text: str
    raw_length: int
    anchors: tuple[tuple[int, int], ...]

    def to_raw(self, offset: int) -> int:
        """The raw offset of the character at ``offset``; the end of the text gives the end of the raw text.

        Never falls while ``offset`` rises. Raises ``IndexError`` outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside 0..{len(self.text)}")
        if offset == len(self.text):
            return self.raw_length
        at = bisect_right(self.anchors, (offset, self.raw_length)) - 1
        base, raw = self.anchors[at]
        limit = self.anchors[at + 1][1] if at + 1 < len(self.anchors) else self.raw_length
        return min(raw + offset - base, max(raw, limit - 1))


def normalise(raw: str) -> Normal:
    """The text that every offset counts in: NFC, full-width Latin folded, invisible signs dropped, plain spaces and line ends.

    Half-width corner brackets and middle dots become full ones; curly quotes stay. Applying it twice changes nothing.
    """
    pieces: list[str] = []
    anchors = [(0, 0)]
    new = old = 0
    for found in _touched(raw):
        start, end = found.span()
        replacement = _replacement(found[0])
        if replacement == found[0]:
            continue
        pieces += (raw[old:start], replacement)
        new += start - old
        anchors.append((new, start))
        new += len(replacement)
        anchors.append((new, end))
        old = end
    pieces.append(raw[old:])
    return Normal("".join(pieces), len(raw), tuple(anchors))


def _touched(raw: str) -> Iterator[re.Match[str]]:
    """What may change: runs of suspect signs, each with the sign before it, which a mark may melt into."""
    for suspect in _SUSPECT.finditer(raw):
        yield from _TOUCHED.finditer(raw, max(0, suspect.start() - 1), suspect.end())


def clean(raw: str) -> str:
    """The normalised text alone."""
    return normalise(raw).text


def _replacement(touched: str) -> str:
    return unicodedata.normalize("NFC", _PIECE.sub(_fold, touched))


def _fold(found: re.Match[str]) -> str:
    piece = found[0]
    if "\uff01" <= piece <= "\uff5e":
        return chr(ord(piece) - 0xFEE0)
    if piece in _FIXED:
        return _FIXED[piece]
    if piece in _LINES:
        return "\n"
    return "" if _ODD_ONE.match(piece) else " "
