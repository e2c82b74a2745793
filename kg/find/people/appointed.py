"""Mark the particle by which somebody comes to a post: CTO에 정하람 선임, 1차관에는 이도윤을 임명했다."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.find.words import NAME_LENGTH, Atom
from kg.ontology.grammar import Grammar
from kg.ontology.pattern import any_of
from kg.ontology.persons import Persons

_POSTS = frozenset("TW")
# What a post begins with, and what is no part of one.
_LEADS, _ELSE = frozenset("OofT"), frozenset(",Npvjk")
# A name, a comma and a post at least.
_SHORTEST = 3


class Appointed:
    """Marks the particles; holds only the tables."""

    def __init__(self, persons: Persons, grammar: Grammar) -> None:
        self._particles = frozenset((*grammar.cases["dative"], *grammar.cases["instrumental"]))
        self._comes, self._picked, self._takes = map(_acts, (persons.comes_to_post, persons.picked_for_post, persons.takes_post))

    def mark(self, text: str, atoms: list[Atom]) -> list[Atom]:
        """The atoms with the particle between a title and a name as ``a`` where he comes to the post, and as ``e`` where he is to."""
        if len(atoms) > _SHORTEST and atoms[0].kind + atoms[1].kind == "N," and (kind := self._in_headline(text, atoms)):
            atoms[1] = atoms[1]._replace(kind=kind)
        for at in range(2, len(atoms)):
            if atoms[at].kind != "N" or atoms[at - 1].kind != "p":
                continue
            # A topic mark may stand behind the particle: 2차관에는.
            first = at - 1 - (atoms[at - 2].kind == "p")
            titled = atoms[first - 1].kind in _POSTS and text[atoms[first].start : atoms[first].end] in self._particles
            if titled and (kind := self._kind(text, atoms, at)):
                atoms[at - 1] = atoms[at - 1]._replace(kind=kind)
        return atoms

    def _in_headline(self, text: str, atoms: Sequence[Atom]) -> str:
        """What the comma is behind a name at the head of a line that tells of his new post: 정하람, KIST 원장에 선임."""
        at = next((at for at in range(2, len(atoms)) if atoms[at].kind in _POSTS), 0)
        if not at or atoms[2].kind not in _LEADS or any(atom.kind in _ELSE for atom in atoms[3:at]):
            return ""
        after = next((i for i in range(at + 1, len(atoms)) if atoms[i].kind != "p"), len(atoms))
        marks = [text[atom.start : atom.end] for atom in atoms[at + 1 : after]]
        behind = atoms[after].start if after < len(atoms) else len(text)
        if marks and marks[0] in self._particles:
            return "e" if self._picked.match(text, behind) else "a" if self._comes.match(text, behind) else ""
        return "a" if not marks and self._takes.match(text, behind) else ""

    def _kind(self, text: str, atoms: Sequence[Atom], at: int) -> str:
        """What the words behind the name make of the particle; nothing may stand there in a headline: KT 새 대표에 정하람."""
        after = at + 1
        if after < len(atoms) and atoms[after].kind == "p":
            after += 1
        behind = text[atoms[after].start : atoms[after].end] if after < len(atoms) else ""
        if behind and self._picked.match(text, atoms[after].start):
            return "e"
        if behind and self._comes.match(text, atoms[after].start):
            return "a"
        full = atoms[at].end - atoms[at].start == NAME_LENGTH
        closed = after == at + 1 and (not behind or behind == "," or (after + 1 == len(atoms) and not behind.isalpha()))
        return "a" if full and closed else ""


def _acts(nouns: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the nouns, alone or as a verb, but in no longer word: 선임, 선임됐다, not 선임연구원."""
    return re.compile(rf"{any_of(nouns)}(?![가-힣](?<![됐되된될돼했하한할해]))")
