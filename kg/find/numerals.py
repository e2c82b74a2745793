"""Numbers as texts write them: digits with scale words between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

_PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?)|([^\W\d]+)")


def read_number(text: str, large: Mapping[str, int], small: Mapping[str, int]) -> Decimal | None:
    """The exact number that digits and scale words make; None where scales rise or a word is no scale.

    ``small`` scales multiply the digits before them, or stand for themselves; ``large`` ones multiply the whole group before them
    and must fall from left to right. Words that stand together without a space are read one sign at a time.
    """
    total, group, digits, floor = Decimal(0), Decimal(0), None, Decimal("Infinity")
    for piece in _pieces(text, large, small):
        if isinstance(piece, Decimal):
            group, digits = group + (digits or 0), piece
        elif piece in small:
            group, digits = (group + digits * small[piece], None) if digits is not None else (max(group, Decimal(1)) * small[piece], None)
        elif piece in large and large[piece] < floor:
            floor = Decimal(large[piece])
            total, group, digits = total + (group + (digits or 0) or 1) * floor, Decimal(0), None
        else:
            return None
    return total + group + (digits or 0)


def _pieces(text: str, large: Mapping[str, int], small: Mapping[str, int]) -> list[Decimal | str]:
    pieces: list[Decimal | str] = []
    for digits, word in _PIECE.findall(text):
        if digits:
            pieces.append(Decimal(digits.replace(",", "")))
        else:
            pieces.extend([word] if word in large or word in small else word)
    return pieces
