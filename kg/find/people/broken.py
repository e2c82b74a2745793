"""Tell whether two lines make one post, which breaks off behind its body, or inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.find.words import Atom

_BEGUN, _REST = re.compile(r"[OoU][XxULoP]{0,2}"), re.compile(r"[XxUL]{0,2}[TW]")


def goes_on(line: Sequence[Atom], following: Sequence[Atom]) -> bool:
    """Whether a post begins in one line and ends in the next: 한국로봇연구원 - 부연구위원."""
    first, second = ("".join(atom.kind for atom in atoms) for atoms in (line, following))
    return _REST.fullmatch(second) is not None and _BEGUN.fullmatch(first) is not None
