"""Mark the particle by which somebody comes to a post: CTO에 정하람 선임, 1차관에는 이도윤을 임명했다."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.find.people.atom import TITLES, Atom
from kg.find.people.words import NAME_LENGTH
from kg.ontology.grammar import Grammar
from kg.ontology.pattern import any_of
from kg.ontology.persons import Persons
from kg.values import Token

# What a post begins with, and what is no part of one.
_LEADS, _ELSE = frozenset("OofT"), frozenset(",Npvjk")
# How a headline asks, and what the analyser takes for a name.
_ASKED, _PROPER = "?", "NNP"
# A name, a comma and a post at least; the letters of a name, of what he has been and of the comma, and how many they are at most.
_SHORTEST = 3
_WHO, _LONGEST = re.compile(r"N(?:f?(?:[Oo][XxnULoP]{0,2})?f?[TW])?,"), 8
# What goes on behind an act.
_MORE = re.compile(r" ?\d| [가-힣]")


class Appointed:
    """Marks the particles; holds only the tables."""

    def __init__(self, persons: Persons, grammar: Grammar) -> None:
        self._particles = frozenset((*grammar.cases["dative"], *grammar.cases["instrumental"]))
        self._new, self._given = persons.new_holder, persons.given_names
        done, to_come = persons.post_done, persons.post_to_come
        self._comes, self._picked, self._takes = (
            _acts(nouns, done) for nouns in (persons.comes_to_post, persons.picked_for_post, persons.takes_post)
        )
        self._to_come = _acts(persons.comes_to_post, to_come)
        # Who is told behind has come to the post, nobody before it: 정하람 장관, KIST 원장에 선임된 이도윤 면담.
        self._of_another = re.compile(rf"{any_of([*persons.comes_to_post, *persons.picked_for_post])} ?[된한될할](?= )")

    def mark(self, text: str, atoms: list[Atom], tokens: Sequence[Token]) -> list[Atom]:
        """The atoms with the particle between a title and a name as ``a`` where he comes to the post, and as ``e`` where he is to."""
        who = _WHO.match("".join(atom.kind for atom in atoms[:_LONGEST])) if len(atoms) > _SHORTEST and atoms[0].kind == "N" else None
        if who and (kind := self._in_headline(text, atoms, who.end())) and (kind == "a" or who.end() == len("N,")):
            atoms[who.end() - 1] = atoms[who.end() - 1]._replace(kind=kind)
        for at in range(2, len(atoms)):
            if atoms[at].kind != "N" or atoms[at - 1].kind != "p":
                continue
            # A topic mark may stand behind the particle: 2차관에는.
            first = at - 1 - (atoms[at - 2].kind == "p")
            titled = atoms[first - 1].kind in TITLES and text[atoms[first].start : atoms[first].end] in self._particles
            if titled and (kind := self._kind(text, atoms, at, tokens)):
                atoms[at - 1] = atoms[at - 1]._replace(kind=kind)
        return atoms

    def _in_headline(self, text: str, atoms: Sequence[Atom], first: int) -> str:
        """What the comma is before the ``first`` atom of a new post, behind who comes to it in a headline: 정하람, KIST 원장에 선임."""
        at = next((at for at in range(first, len(atoms)) if atoms[at].kind in TITLES), 0)
        if not at or atoms[first].kind not in _LEADS or any(atom.kind in _ELSE for atom in atoms[first + 1 : at]):
            return ""
        after = next((i for i in range(at + 1, len(atoms)) if atoms[i].kind != "p"), len(atoms))
        marks = [text[atom.start : atom.end] for atom in atoms[at + 1 : after]]
        behind = atoms[after].start if after < len(atoms) else len(text)
        if marks and marks[0] in self._particles:
            return "" if self._of_another.match(text, behind) else self._told(text, behind)
        takes = None if marks else self._takes.match(text, behind)
        # Behind what he has been only nothing more tells that he is it who comes: 정하람 의원, 과기정통부 장관 취임 100일 평가.
        more = takes and first > len("N,") and (" " in takes[0] or _MORE.match(text, takes.end()))
        return "a" if takes and not more else ""

    def _told(self, text: str, at: int) -> str:
        """What the words there tell of somebody before a post: ``a`` that he comes to it, ``e`` that he is to, of all else nothing."""
        if self._picked.match(text, at) or self._to_come.match(text, at):
            return "e"
        return "a" if self._comes.match(text, at) else ""

    def _kind(self, text: str, atoms: Sequence[Atom], at: int, tokens: Sequence[Token]) -> str:
        """What the words behind the name make of the particle; nothing may stand there in a headline: KT 새 대표에 정하람."""
        after = at + 1
        if after < len(atoms) and atoms[after].kind == "p":
            after += 1
        behind = text[atoms[after].start : atoms[after].end] if after < len(atoms) else ""
        if behind and (told := self._told(text, atoms[after].start)):
            return told
        ends = after + 1 == len(atoms) and not behind.isalpha() and behind != _ASKED
        closed = after == at + 1 and (not behind or behind == "," or ends)
        return "a" if closed and self._is_holder(text, atoms, at, tokens) else ""

    def _is_holder(self, text: str, atoms: Sequence[Atom], at: int, tokens: Sequence[Token]) -> bool:
        """Whether a full name with no verb behind is a new holder's: a foreigner's, or one to the analyser, or the post is told to be new.

        Else it may be what somebody in office is given: 장관에 손편지.
        """
        name = atoms[at]
        given, _, family = text[name.start : name.end].partition(" ")
        if family and given in self._given:
            return True
        new = any(atom.kind == "f" and text[atom.start : atom.end] in self._new for atom in atoms[:at])
        proper = any(token.start == name.start and token.end == name.end and token.tag == _PROPER for token in tokens)
        return name.end - name.start == NAME_LENGTH and (new or proper)


def _acts(nouns: Iterable[str], behind: re.Pattern[str]) -> re.Pattern[str]:
    """What finds any of the nouns where it ends a headline or what is ``behind`` it follows, in no longer word: 선임, 선임됐다, 선임 확정.

    Not 선임연구원, and nothing of what only may be, failed or is opposed: 선임 반대, 연임 무산.
    """
    return re.compile(rf"{any_of(nouns)}(?:{behind.pattern})")
