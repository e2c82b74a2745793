"""Words that are names as a whole, whatever the analyser made of their parts: one that was torn, one glued to its title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.find.people.atom import BODIES, TITLES, Atom
from kg.ontology.persons import Persons
from kg.values import Token

# A Korean full name has three syllables, nearly always.
NAME_LENGTH = 3
# What Kiwi makes of a syllable at a name's end, besides nouns: the vocative 아 of 어진아, the adverb 욱 of 김종욱.
_TORN = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XPN", "XSN", "XR", "MM", "MAG", "IC", "JKV", "UN"})
_FIRST = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XPN", "XR", "MM", "UN"})
# And the 란 of 금미란.
_COPULA = ["VCP", "ETM"]
# And the 한 of 김종한; 이용한 begins with a common noun and is a verb.
_DONE = (["XSV", "ETM"], ["XSA", "ETM"])
# What begins no word, or ends one that something of its own follows: particles and exclamations.
_NEVER_FIRST, _NEVER_BEFORE = frozenset({"JKS", "JX", "JKO", "JKB", "JC", "IC", "VCP"}), frozenset({"JX", "JKS", "JKB"})
# The longest particle behind a title, and the shortest ending of one that is a title with something before it, in syllables.
_PARTICLE, _ENDING = 2, 2
# So many syllables before the ending of a head's title name his body.
_OF_BODY = 2
# What Kiwi makes of a noun that it does not know.
_PROPER = frozenset({"NNP", "UN"})
# Half a syllable, which Kiwi leaves over where it cut a word that it does not know: 윤대섭.
_HALF = "Z_CODA"
_BEFORE = frozenset({"SSO", "SP", "SF", "SC", "SW"})
_SHAPE = re.compile(r"[가-힣]{2,4}")
_WORD = re.compile(r"[가-힣]+")
_LATIN = re.compile(r"[A-Z]{2,5}")
_ENDS = frozenset(" (),·/\n:")
# Of so many words at most is a name that a parenthesis parts.
_MOST_PARTS = 5
# What stands behind a name that the analyser took for a noun with a particle.
_TORN_OFF = frozenset({"pT", "pW"})
# A parenthesis that opens with a title, before the holder's name.
HEAD_OPENS = frozenset({"(T", "(W"})
# The kinds of atoms around a name that the analyser may have cut, which few sentences have.
_MENDABLE = re.compile(r"[Oo][Nn]p[TW]|\([TW][^Nn]")
# What stands behind somebody's name: his title, or his body with it; and so far it reaches.
_HELD, _REACH = re.compile(r"f?T|\(?f?P?[OoP][XxnULoP]{0,3}f?[TW]"), 10


class Words:
    """Finds names by whole words; holds only the tables."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons
        # What begins a foreigner's name.
        self.given = persons.given_names | persons.family_names
        # With these letters a word begins that may be a name as a whole.
        self.first = persons.surnames | {name[0] for name in self.given | persons.compound_surnames}

    def like_name(self, surface: str) -> bool:
        """Whether the word has the shape of a Korean person's full name and is not listed as a common word."""
        persons = self._persons
        if not _SHAPE.fullmatch(surface) or surface in persons.not_names or surface.endswith(persons.not_name_endings):
            return False
        if surface[:2] in persons.compound_surnames:
            return len(surface) in (NAME_LENGTH, NAME_LENGTH + 1)
        return surface[0] in persons.surnames and len(surface) in (2, NAME_LENGTH)

    def glued(self, surface: str, tokens: Sequence[Token], *, opened: bool) -> tuple[str, int] | None:
        """Which of title and name comes first where they are written as one word, and where the other begins; None for most words.

        A name goes first before a title of few (정하람교수); a title does behind a body and a parenthesis that it opens: (장관정하람).
        """
        if opened and surface[:-NAME_LENGTH] in self._persons.titles and self.like_name(surface[-NAME_LENGTH:]):
            return "T", len(surface) - NAME_LENGTH
        name, title = surface[:NAME_LENGTH], surface[NAME_LENGTH:]
        if title not in self._persons.glued_titles or not self.like_name(name):
            return None
        cut = tokens[0].start + NAME_LENGTH
        proper = any(token.tag in _PROPER for token in tokens if token.start < cut)
        return ("N", NAME_LENGTH) if proper and any(token.start == cut for token in tokens) else None

    def whole(self, text: str, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """The kind of the atom that the word beginning with token ``at`` is as a whole, and its tokens' number; None for most words."""
        found = self._word(text, tokens, at)
        if found is None or text[found[0].end() : found[0].end() + 1] not in _ENDS:
            return None
        word, inside = found
        count = len(inside)
        if count == 1:
            former = word.group() in self._persons.former
            foreign = len(word.group()) == 1 and at > 0 and tokens[at - 1].form in self.given and not former
            return ("S", 1) if foreign or self._before_title(text, word) else None
        if word.group() in self._persons.titles:
            return None
        if word.group() in self.given:
            return "U", count
        if len(word.group()) != NAME_LENGTH or not self.like_name(word.group()):
            return None
        torn = _is_torn(inside) or (_is_broken(inside) and self._leads_title(text, word.end()))
        return ("N", count) if torn else None

    def torn_before_title(self, text: str, tokens: Sequence[Token], at: int, end: int) -> int:
        """Of how many tokens the word is that begins here, if it may be a name and a title stands behind the body that ends at ``end``."""
        found = self._word(text, tokens, at)
        if found is None or len(found[0][0]) != NAME_LENGTH or not self.like_name(found[0][0]):
            return 0
        word, inside = found
        if len(inside) == 1 or inside[-1].end != word.end() or not _is_shattered(inside):
            return 0
        # A unit of the body may stand between: [맹 시 온] 고려대 기계공학부 교수.
        unit = _WORD.match(text, end + 1)
        titled = self._leads_title(text, end) or (unit is not None and self._leads_title(text, unit.end()))
        return len(inside) if titled else 0

    @staticmethod
    def begins(tokens: Sequence[Token], at: int) -> bool:
        """Whether a word begins with the token and not inside another."""
        return not at or tokens[at - 1].end != tokens[at].start or tokens[at - 1].tag in _BEFORE

    @staticmethod
    def _word(text: str, tokens: Sequence[Token], at: int) -> tuple[re.Match[str], Sequence[Token]] | None:
        """The word of syllables that begins with a token, and the tokens in it; None where no such word does."""
        word = _WORD.match(text, tokens[at].start)
        if word is None:
            return None
        end = next((n for n in range(at + 1, len(tokens)) if tokens[n].start >= word.end()), len(tokens))
        return word, tokens[at:end]

    def _leads_title(self, text: str, end: int) -> bool:
        """Whether the next word is a title, a particle behind it or none."""
        word = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        shapes = [word[0][: len(word[0]) - cut] for cut in range(_PARTICLE + 1)] if word else []
        long = (shape for shape in shapes if len(shape) > _ENDING)
        return not self._persons.titles.isdisjoint(shapes) or any(shape.endswith(self._persons.title_endings) for shape in long)

    def _before_title(self, text: str, word: re.Match[str]) -> bool:
        """Whether the word is a surname before a title in Latin letters, whatever the analyser made of it: 서 CTO는."""
        title = _LATIN.match(text, word.end() + 1) if len(word.group()) == 1 and word.group() in self._persons.surnames else None
        return title is not None and title[0] in self._persons.titles

    def mended(self, text: str, atoms: list[Atom]) -> list[Atom]:
        """The atoms with a name as one that the analyser cut where only a name can stand.

        That is between a body and a title (새길협회 정하은 센터장), and behind a title that a parenthesis opens with: 새길청(청장 김의람).
        """
        if not _MENDABLE.search("".join([atom.kind for atom in atoms])):
            return atoms
        out: list[Atom] = []
        at = 0
        while at < len(atoms):
            end = self._behind_body(text, atoms, at) or self._in_parenthesis(text, atoms, at)
            out.append(Atom("N", atoms[at].start, atoms[end - 1].end) if end else atoms[at])
            at = end or at + 1
        return out

    def _behind_body(self, text: str, atoms: Sequence[Atom], at: int) -> int:
        """Behind which atom a name of two ends whose last syllable looks like a particle, or 0."""
        behind = "".join(atom.kind for atom in atoms[at + 1 : at + 3])
        if not at or atoms[at].kind not in "Nn" or atoms[at - 1].kind not in "Oo" or behind not in _TORN_OFF:
            return 0
        end = atoms[at + 1].end
        whole = atoms[at - 1].end + 1 == atoms[at].start and atoms[at + 1].start <= atoms[at].end and text.startswith(" ", end)
        return at + 2 if whole and self.like_name(text[atoms[at].start : end]) else 0

    def _in_parenthesis(self, text: str, atoms: Sequence[Atom], at: int) -> int:
        """Behind which atom a name ends that only its place behind (장관 shows, or 0."""
        if atoms[at].kind in "Nn" or "".join(atom.kind for atom in atoms[max(at - 2, 0) : at]) not in HEAD_OPENS:
            return 0
        end = next((i for i in range(at + 1, min(at + _MOST_PARTS, len(atoms))) if atoms[i].kind in ",)"), 0)
        name = text[atoms[at].start : atoms[end - 1].end].replace(" ", "") if end else ""
        common = any(atom.kind in "TWfOoPL" for atom in atoms[at:end]) or name in self._persons.not_names
        known = name[:1] in self._persons.surnames or name[:2] in self._persons.compound_surnames
        return end if known and not common and _SHAPE.fullmatch(name) else 0


def is_office(text: str, atom: Atom, persons: Persons) -> bool:
    """Whether a word ends as ministries and offices do: 살만 에너지부 장관."""
    return atom.end - atom.start >= NAME_LENGTH and text.endswith(persons.office_endings, atom.start, atom.end)


def headed(text: str, atoms: Sequence[Atom], heads: Mapping[str, str]) -> list[Atom]:
    """The atoms with a title behind a name parted where it names its body too, which no other title shows: 정하람 새길로봇협회장.

    An unheard word between them begins the body's name: 정하람 새길치료기술 선도사업단장. ``heads`` are the endings of such titles with
    those of their bodies.
    """
    out: list[Atom] = []
    for atom in atoms:
        begun = "".join(a.kind for a in out[-2:]) == "NU" and text[out[-1].end : atom.start] == " "
        named = out[:-1] if begun else out
        if atom.kind != "T" or not named or named[-1].kind != "N" or (len(named) > 1 and named[-2].kind in BODIES):
            out.append(atom)
            continue
        title = text[atom.start : atom.end]
        head = next((head for head, body in heads.items() if title.endswith(head) and head.startswith(body)), "")
        if head and (begun or len(title) - len(head) >= _OF_BODY):
            # The title begins with the syllable that ends the body's name: 협회 + 회장.
            out[len(named) :] = [Atom("U", (*out[len(named) :], atom)[0].start, atom.end - 1), Atom("T", atom.end - 2, atom.end)]
        else:
            out.append(atom)
    return out


def names_beside(text: str, atoms: list[Atom], persons: Persons) -> list[Atom]:
    """The atoms with a word as a name that is one only beside a body and a title.

    Some common words name people between the two alone (가온테크 임관식 대표), others before them as well, and before a title:
    이지원 KT 상무, 이지원 교수. So do the family names of Japanese, with which a longer name begins elsewhere: 마쓰오 도쿄대 교수.
    """
    for at, atom in enumerate(atoms):
        if atom.kind not in "NnU":
            continue
        word = text[atom.start : atom.end]
        if word in persons.names_beside:
            beside = 0 < at < len(atoms) - 1 and atoms[at - 1].kind in BODIES and atoms[at + 1].kind in TITLES
            atoms[at] = atom._replace(kind="N" if beside else "n")
        elif (atom.kind == "n" and word in persons.also_names) or (atom.kind == "U" and word in persons.family_names):
            behind = "".join(other.kind for other in atoms[at + 1 : at + _REACH])
            held = at > 0 and atoms[at - 1].kind in BODIES and behind[:1] in TITLES
            atoms[at] = atom._replace(kind="N") if held or _HELD.match(behind) else atom
    return atoms


def _is_broken(tokens: Sequence[Token]) -> bool:
    """Whether the analyser cut a word as no word is: a particle at its beginning, or before more of it. 이도윤, 이지원, 오영주."""
    if tokens[0].tag in _NEVER_FIRST:
        return True
    return any(token.tag in _NEVER_BEFORE and after.tag.startswith("N") for token, after in pairwise(tokens))


def _is_shattered(tokens: Sequence[Token]) -> bool:
    """Whether the tokens may be the pieces of a name that stands before a body: no verb or particle ends in them as it does in a word."""
    first, last = tokens[0].tag, tokens[-1].tag
    return (first in _FIRST or first == "MAG") and (last in _TORN or (first == "NNP" and last == "ETM"))


def _is_torn(tokens: Sequence[Token]) -> bool:
    """Whether the tokens are the pieces of a noun: names and syllables, and what a name's last syllable is mistaken for."""
    tags = [token.tag for token in tokens]
    if _HALF in tags:
        return tags[0] in _FIRST
    if tags[0] == "NNP" and (tags[-2:] == _COPULA or tags[-2:] in _DONE):
        tags = tags[:-2]
    elif tags[-1] == "JX" and tokens[-1].end == tokens[-2].end:
        # The last consonant of 정지훈, taken for a topic mark on 정지후; news writes no such mark in earnest.
        tags = tags[:-1]
    return tags[0] in _FIRST and all(tag in _TORN for tag in tags)
