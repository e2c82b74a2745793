"""A foreigner's names as one, of as many words as they are: by a given name, in Latin letters, before a ministry of his country."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from itertools import pairwise

from kg.find.people.atom import BODIES, TITLES, Atom
from kg.find.people.words import is_office
from kg.ontology.persons import Persons
from kg.values import Sentence, Span, Token

_WORD = re.compile(r"[가-힣]+")
_PART = re.compile(r"[가-힣]{1,6}")
_PARTS_OF_NAME = re.compile(rf"{_PART.pattern}(?: {_PART.pattern})*")
_CLOSED = re.compile(rf"{_PART.pattern}(?: {_PART.pattern}){{1,3}}(?=\))")
_LATIN_PART = re.compile(r"[A-Z][a-z]+")
# The kinds of atoms that begin a foreigner's name other than by a given name.
_UNHEARD = frozenset("UN")
# What may go on such a name, what only does so beside others, and these others.
_GOES_ON = frozenset("UNnSx")
_COMMON = frozenset("Xp")
_BESIDE = frozenset("OoPTW(")
# What such a name may be behind a particle.
_NAMED = frozenset("UNnXx")
# The kinds of nouns behind such a name with which it may be a thing's.
_GONE_ON = frozenset("UXxOoLnS")
_PARTS, _MOST_PARTS = 3, 5
# What the analyser makes of a name that it does not know.
_PROPER = frozenset({"NNP", "UN"})
# What stands behind somebody who acts or something is done to.
_CASES = frozenset("pj")
# Two or three words in Latin letters in a parenthesis.
_SPELLED = re.compile(r"\((?:[A-Z][\w.\-]* ){1,2}[A-Z][\w.\-]+\)")


class Foreigners:
    """Joins the words of foreigners' names; holds only the tables. ``given`` are the names that begin one."""

    def __init__(self, persons: Persons, given: Set[str]) -> None:
        self._persons, self._given = persons, given

    def join(self, text: str, atoms: list[Atom]) -> list[Atom]:
        """The atoms with a foreigner's names as one that looks like a person, by the given name or in Latin letters: 루미 하산."""
        out: list[Atom] = []
        at = 0
        while at < len(atoms):
            may_begin = atoms[at].kind in _UNHEARD or self._is_given(text, atoms[at])
            ends = (self._foreign_end, self._latin_end, self._closed_end) if may_begin else ()
            end = max((find(text, atoms, at) for find in ends), default=at)
            if end == at:
                out.append(atoms[at])
                at += 1
                continue
            out.append(Atom("N", atoms[at].start, atoms[end].end))
            # The last syllable of a foreign name may be cut inside, and its consonant taken for a particle: 코스키네 + ㄴ.
            at = next((i for i in range(end + 1, len(atoms)) if atoms[i].start >= out[-1].end), len(atoms))
        return out

    def _foreign_end(self, text: str, atoms: Sequence[Atom], at: int) -> int:
        """The last atom of the name that begins ``at`` with a given name, or goes on with a particle; itself where nothing goes on."""
        given = self._is_given(text, atoms[at])
        end, parts = at, 1
        particled = False
        while parts < _MOST_PARTS:
            after = self._behind_particle(text, atoms, end, _NAMED if particled else _UNHEARD)
            if after is None:
                if not (given or end > at) or end + 1 >= len(atoms) or not self._goes_on(text, atoms, end):
                    break
                # Right before a title stands the office behind what a particle went on: 제프리 반 리우웬 통상협력 장관.
                titled, word = any(atom.kind in TITLES for atom in atoms[end + 2 : end + 3]), atoms[end + 1]
                of_body = (titled and is_office(text, word, self._persons)) or text[word.start : word.end] in self._persons.body_openings
                if of_body or (end > at and ((titled and particled) or not self._may_be_third(text, atoms, end + 1))):
                    break
                after = end + 1
            else:
                particled = True
            end, parts = after, parts + 1
        # Without a given name nothing but what stands behind tells that the words are one.
        return end if given or (end + 1 < len(atoms) and atoms[end + 1].kind in _BESIDE) else at

    def _closed_end(self, text: str, atoms: Sequence[Atom], at: int) -> int:
        """The last atom of the name that a parenthesis behind a title is, whatever the analyser made of it: 장관(호세 아우만다)."""
        if not self._is_given(text, atoms[at]) or "".join(atom.kind for atom in atoms[max(at - 2, 0) : at]) != "T(":
            return at
        whole = _CLOSED.match(text, atoms[at].start)
        return next((i for i in range(len(atoms) - 1, at, -1) if atoms[i].end == whole.end()), at) if whole else at

    def _may_be_third(self, text: str, atoms: Sequence[Atom], third: int) -> bool:
        """Whether the third part of a name is one: before a body, an office with its title or a title of the state, or a given name.

        Before any other title the word may be the firm: 카이 로버츠 가온테크 부사장.
        """
        following = atoms[third + 1] if third + 1 < len(atoms) else None
        behind = atoms[third + 2].kind if third + 2 < len(atoms) else ""
        office = following is not None and behind in TITLES and is_office(text, following, self._persons)
        if (following and following.kind in BODIES) or office or self._is_given(text, atoms[third]):
            return True
        titled = following is not None and following.kind in TITLES
        of_state = titled and text.endswith(self._persons.state_titles, 0, following.end if following else 0)
        return of_state and not text.endswith(self._persons.office_endings, 0, atoms[third].end)

    def _is_given(self, text: str, atom: Atom) -> bool:
        return text[atom.start : atom.end] in self._given

    def _behind_particle(self, text: str, atoms: Sequence[Atom], end: int, kinds: Set[str]) -> int | None:
        """The part of a foreigner's name behind a word like 알 and 빈 that goes on the part ``end``, of one of ``kinds``; None for none."""
        if atoms[end].kind not in kinds or not text.startswith(" ", atoms[end].end):
            return None
        word = _WORD.match(text, atoms[end].end + 1)
        if word is None or word[0] not in self._persons.name_particles or text[word.end() : word.end() + 1] not in {" ", "-"}:
            return None
        first = next((i for i in range(end + 1, len(atoms)) if atoms[i].start > word.end()), None)
        if first is None or atoms[first].start != word.end() + 1:
            return None
        # The analyser may have cut the part: 자 + 이드.
        after = first
        while after + 1 < len(atoms) and atoms[after + 1].start == atoms[after].end and atoms[after + 1].kind in _NAMED:
            after += 1
        whole = atoms[after].kind in _NAMED and _PART.fullmatch(text[atoms[first].start : atoms[after].end])
        return after if whole else None

    def _goes_on(self, text: str, atoms: Sequence[Atom], end: int) -> bool:
        here, after = atoms[end], atoms[end + 1]
        if text[here.end : after.start] not in {" ", "·"} or not _PART.fullmatch(text[after.start : after.end]):
            return False
        beside = end + 2 < len(atoms) and atoms[end + 2].kind in _BESIDE
        return after.kind in _GOES_ON or (after.kind in _COMMON and beside)

    def _latin_end(self, text: str, atoms: Sequence[Atom], at: int) -> int:
        """The last atom of a name of three or four Latin words that begins ``at``, before a body or country; ``at`` where none does.

        Two words may be a firm's as well, but not before a title of the state: Mira Solberg 상원의원.
        """
        end = at
        while end < len(atoms) and atoms[end].kind == "U" and _LATIN_PART.fullmatch(text, atoms[end].start, atoms[end].end):
            if end > at and text[atoms[end - 1].end : atoms[end].start] != " ":
                break
            end += 1
        if end - at == len("UU"):
            title = next((atom for atom in atoms[end : end + 2] if atom.kind != "P"), None)
            of_state = title is not None and title.kind in TITLES and text.endswith(self._persons.state_titles, title.start, title.end)
            return end - 1 if of_state else at
        before_body = end < len(atoms) and atoms[end].kind in BODIES
        return end - 1 if _PARTS <= end - at <= _PARTS + 1 and before_body else at

    def before_ministry(self, text: str, atoms: list[Atom], ministries: Set[int]) -> list[Atom]:
        """The atoms with a foreigner's unheard names as one before a ministry of his country and a title: 라비 고샬 인도 상공부 장관.

        ``ministries`` are the places where such a ministry begins.
        """
        out: list[Atom] = []
        for at, atom in enumerate(atoms):
            if atom.start in ministries and "".join(a.kind for a in atoms[at + 1 : at + 2]) in TITLES:
                first = len(out)
                while first and len(out) - first < _MOST_PARTS - 1 and self._may_be_part(text, out[first - 1], (*out[first:], atom)[0]):
                    first -= 1
                if len(out) - first > 1:
                    out[first:] = [Atom("N", out[first].start, out[-1].end)]
            out.append(atom)
        return out

    @staticmethod
    def _may_be_part(text: str, atom: Atom, following: Atom) -> bool:
        """Whether the atom is a word of its own right before the following one, and unheard."""
        alone = text[atom.end : following.start] == " " and (not atom.start or text[atom.start - 1] in " \n(")
        return alone and atom.kind in _GOES_ON and _PARTS_OF_NAME.fullmatch(text, atom.start, atom.end) is not None

    def may_be_heard(self, text: str, sentence: Sentence) -> bool:
        """Whether a given name stands before another word in the sentence: a look that spares most sentences the cutting."""
        given = (token.end for token in sentence.tokens if token.form in self._given and len(token.form) > 1)
        return any(text[end : end + 1] == " " for end in given)

    def governing(self, text: str, atoms: list[Atom], tokens: Sequence[Token]) -> list[Atom]:
        """The atoms with a foreigner's family name as one, which an unheard word before the title of who governs is: 트뤼도 총리."""
        for at in range(len(atoms) - 2):
            atom, title, before = atoms[at], atoms[at + 1], atoms[at - 1].kind if at else ""
            titled = atom.kind == "U" and title.kind == "T" and text[slice(*title[1:])] in self._persons.governing
            if not titled or before in _GONE_ON | {"N", "n"} or atoms[at + 2].kind not in _CASES or is_office(text, atom, self._persons):
                continue
            unheard = any(t.start == atom.start and t.end == atom.end and t.tag in _PROPER for t in tokens)
            unheard = unheard and text[atom.start : atom.end] not in self._persons.not_names
            if unheard and _PART.fullmatch(text, atom.start, atom.end):
                atoms[at] = atom._replace(kind="N")
        return atoms

    def families(self, text: str, names: Iterable[Span]) -> Iterator[str]:
        """The last parts of foreigners' names, by which the text may go on: 데이브 새먼드, then 새먼드 and 새먼드 대표."""
        parts = (text[slice(*name)].split(" ") for name in names)
        foreign = (more for first, *more in parts if first in self._given or first[0] not in self._persons.surnames)
        yield from (last for more in foreign for last in more[-1:] if len(last) > 1 and _PART.fullmatch(last))

    @staticmethod
    def again(text: str, atoms: Sequence[Atom], families: Container[str]) -> list[Atom]:
        """The atoms with the family names of people of whom the text has told as names, where no noun that goes on stands before."""
        out: list[Atom] = []
        for atom in atoms:
            whole = atom.kind == "U" and text[atom.start : atom.end] in families and not (out and out[-1].kind in _GONE_ON)
            out.append(atom._replace(kind="N") if whole else atom)
        return out

    def heard(self, text: str, atoms: Sequence[Atom], families: Container[str] = ()) -> Iterator[Atom]:
        """The names of several parts that a given name begins, where no noun goes on behind them: 데이브 새먼드와 로라 하겐이 왔다.

        Firms and places are called so too: where no title stands, another such name or its spelling in Latin letters tells of people.
        """
        heard = {at: self._heard_given(text, atoms, at) for at, atom in enumerate(atoms) if atom.kind == "N"}
        whole = {at for at, given in heard.items() if given > 1}
        # Of one syllable the given name is one beside another: 빌 캘러웨이와 데이브 새먼드.
        short = [at for at, given in heard.items() if given == 1]
        whole |= {at for at in short if any(b in whole and atoms[(at + b) // 2].kind == "j" for b in (at - 2, at + 2))}
        sure = len(whole) > 1 or any(atom.kind in TITLES for atom in atoms)
        yield from (a for a, after in pairwise(atoms) if a.kind == "N" and after.kind in _CASES and text[a.start : a.end] in families)
        yield from (atoms[at] for at in sorted(whole) if sure or _SPELLED.match(text, atoms[at].end))

    def _heard_given(self, text: str, atoms: Sequence[Atom], at: int) -> int:
        """Of how many syllables the given name is that begins a name of several parts behind which no noun goes on; 0 for none."""
        given, _, rest = text[slice(*atoms[at][1:])].partition(" ")
        behind = atoms[at + 1].kind if at + 1 < len(atoms) else ""
        return len(given) if rest and given in self._given and behind not in _GONE_ON else 0
