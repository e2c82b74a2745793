"""What stands by the way among the atoms of a post: signs, ranks, names spelled in Latin letters, marks of firms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.find.people.atom import TITLES, Atom
from kg.find.people.spelled import spelled
from kg.find.people.words import HEAD_OPENS
from kg.ontology.persons import Persons

_LATIN_NAME = re.compile(r"[A-Z][\w.\-'’]+(?: [A-Z][\w.\-'’]+)+")
_CLOSED_QUOTES = frozenset("’”'\"」』｣")


def without_signs(text: str, atoms: list[Atom], aside: re.Pattern[str]) -> list[Atom]:
    """The atoms without what may stand inside a construction: the colon of (장관: …), the quote of ‘…’(단장 …), ‘…’의 단장 and ‘…’ 정하람,
    what ``aside`` matches.

    A word for former times may be told in Chinese as well: 전(前). A rank may stand between a name and its title: 정하람(준장) 국장.
    """
    if not any(atom.kind in "(GN" for atom in atoms):
        return atoms
    out: list[Atom] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if atom.kind == ":" and len(out) > 1 and out[-2].kind + out[-1].kind in HEAD_OPENS:
            at += 1
            continue
        if atom.kind in "(GN" and len(out) > 1 and out[-2].kind in "Oo" and text[out[-1].start : out[-1].end] in _CLOSED_QUOTES:
            out.pop()
        close = next((i for i in range(at + 1, min(at + 7, len(atoms))) if atoms[i].kind == ")"), 0) if atom.kind == "(" and out else 0
        if close and _is_by_the_way(text, out[-1], atoms[at : close + 2], aside):
            at = close + 1
            continue
        out.append(atom)
        at += 1
    return out


def _is_by_the_way(text: str, before: Atom, atoms: Sequence[Atom], aside: re.Pattern[str]) -> bool:
    """Whether a parenthesis, which ``atoms`` are with the one behind it, tells nothing of a post."""
    kinds = before.kind + "".join(atom.kind for atom in atoms)
    if before.kind in "Nn" and aside.match(text, atoms[0].start):
        return True
    return kinds == "N(T)T" or (kinds.startswith("f(f)") and len(text[atoms[1].start : atoms[1].end]) == 1)


def without_asides(text: str, atoms: list[Atom], marks: frozenset[str], persons: Persons) -> list[Atom]:
    """The atoms without parentheses that only spell a name in Latin letters, give a short one or mark a firm, and without Mr. and the like.

    A person's name so spelled makes the words before it a person.
    """
    out: list[Atom] = []
    at = 0
    while at < len(atoms):
        close = next((i for i in range(at + 1, min(at + 9, len(atoms))) if atoms[i].kind == ")"), None) if atoms[at].kind == "(" else None
        inside = text[atoms[at].end : atoms[close].start].strip() if close else ""
        short = inside.startswith(persons.below) and not any(a.kind in TITLES for a in atoms[at:close])
        if (close and (short or f"({inside})" in marks)) or (
            close == at + 2 and out and out[-1].kind in "Oo" and atoms[at + 1].kind in "OoXxUL"
        ):
            at = close + 1
        elif text[atoms[at].start : atoms[at].end] in marks:
            at += 1
        elif close and inside.isascii() and inside[:1].isalpha() and not (atoms[at + 1].kind == "O" and out and out[-1].kind in "TWN"):
            if _LATIN_NAME.fullmatch(inside) and len(inside) < 30:
                spelled(text, out, inside.split(), persons)
            at = close + 1
        else:
            out.append(atoms[at])
            at += 1
    return out
