"""Make one person of the words before a parenthesis that spells a name in Latin letters: 토브 린더(Tobe Linder)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.find.people.atom import Atom
from kg.find.people.words import NAME_LENGTH
from kg.ontology.persons import Persons

# Capitals of so few letters are an abbreviation.
_ABBREVIATED = 3
# The last part of a foreigner's name before a place of the text, with an initial, and how far before it may begin.
_PART_BEFORE, _REACH = re.compile(r"(?<![\w\-])(?P<part>[가-힣]{1,6}(?:-[가-힣]{1,6})?)(?: [A-Z]\.)? *$"), 16


def spelled(text: str, atoms: list[Atom], latin: Sequence[str], persons: Persons) -> None:
    """Make the last words of ``atoms`` one person-like atom, as many as the parts of the ``latin`` spelling behind them.

    An initial may be left out in Hangul: 토브 린더(S. Tobe Linder). With a Korean surname it is a Korean's, whose name is one word.
    Capitals are rather a body's where they are few, or behind a full name: 새길지역 사무처(WHO WPRO), 정하람 나루테크(NARU TECH).
    """
    capitals = "".join(latin).isupper()
    if (capitals and any(len(part) <= _ABBREVIATED for part in latin)) or latin[-1] in persons.latin_bodies:
        return
    start = end = atoms[-1].end if atoms else 0
    for _ in (part for part in latin if not part.endswith(".")):
        begin = _last_word(text, start)
        if begin is None:
            return
        start = begin
    words = [atom for atom in atoms if atom.start >= start]
    korean = not persons.latin_surnames.isdisjoint([part.title() for part in latin])
    whole = any(a.kind == "N" and a.end - a.start >= NAME_LENGTH and (a.start > start or capitals) for a in words)
    if any(a.kind in "OoPLTWjG" for a in words) or ((korean or capitals) and whole):
        return
    del atoms[len(atoms) - len(words) :]
    atoms.append(Atom("N", start, end))


def _last_word(text: str, end: int) -> int | None:
    """Where the word before ``end`` begins, with the initial behind it, if it can be a part of a foreigner's name, or None."""
    word = _PART_BEFORE.search(text, max(end - _REACH, 0), end)
    return word.start("part") if word else None
