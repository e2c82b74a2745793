"""Words that are names as a whole, whatever the analyser made of their parts: a torn full name, a foreigner's names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

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
_PART = re.compile(r"[가-힣]{1,6}")
_PARTS_OF_NAME = re.compile(rf"{_PART.pattern}(?: {_PART.pattern})*")
_LATIN_PART = re.compile(r"[A-Z][a-z]+")
_LATIN = re.compile(r"[A-Z]{2,5}")
_ENDS = frozenset(" (),·/\n:")
# Kinds of atoms that may go on a foreigner's name, those that only do so beside others, and these others.
_GOES_ON = frozenset("UNnSx")
_COMMON = frozenset("Xp")
_BESIDE = frozenset("OoPTW(")
_BODIES = frozenset("OoP")
_TITLES = frozenset("TW")
_PARTS, _MOST_PARTS = 3, 5
# The kinds of nouns behind a foreigner's name with which it may be a thing's.
_GONE_ON = frozenset("UXxOoLnS")
# What a foreigner's name may be behind a particle; what stands behind a name that the analyser took for a noun with a particle; and how a
# parenthesis opens that names a head.
_NAMED = frozenset("UNnXx")
_TORN_OFF = frozenset({"pT", "pW"})
_HEADS = frozenset({"(T", "(W"})
# The kinds of atoms around a name that the analyser may have cut, which few sentences have.
_MENDABLE = re.compile(r"[Oo][Nn]p[TW]|\([TW][^Nn]")
# What stands behind somebody's name: his title, or his body with it; and so far it reaches.
_HELD, _REACH = re.compile(r"f?T|\(?f?P?[OoP][XxnULoP]{0,3}f?[TW]"), 10
# The kinds of atoms that begin a foreigner's name other than by a given name.
_UNHEARD = frozenset("UN")


class Atom(NamedTuple):
    """A piece of a sentence. ``kind`` is one letter.

    O known body, o body by its ending, P place, L other known name, T title, W word that is a title only beside a name, U noun that is
    proper or no word of the dictionary, N person-like, n person-like but a common word, S surname alone, D one that may also be a
    determiner (한), x other single syllable, X other noun, g and-also (겸), f former, b coming from (출신), B belonging to (소속),
    k copula, j joining particle, G genitive, a particle by which somebody comes to a post, e one by which he is picked for it, p other
    particle, v anything else, and signs.
    """

    kind: str
    start: int
    end: int


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

    def join(self, text: str, atoms: list[Atom]) -> list[Atom]:
        """The atoms with a foreigner's names as one that looks like a person, by the given name or in Latin letters: 루미 하산."""
        out: list[Atom] = []
        at, given = 0, self.given
        while at < len(atoms):
            kind, start, stop = atoms[at]
            may_begin = kind in _UNHEARD or text[start:stop] in given
            end = max(self._foreign_end(text, atoms, at), self._latin_end(text, atoms, at)) if may_begin else at
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
                titled, word = any(atom.kind in _TITLES for atom in atoms[end + 2 : end + 3]), atoms[end + 1]
                of_body = (titled and is_office(text, word, self._persons)) or text[word.start : word.end] in self._persons.body_openings
                if of_body or (end > at and ((titled and particled) or not self._may_be_third(text, atoms, end + 1))):
                    break
                after = end + 1
            else:
                particled = True
            end, parts = after, parts + 1
        # Without a given name nothing but what stands behind tells that the words are one.
        return end if given or (end + 1 < len(atoms) and atoms[end + 1].kind in _BESIDE) else at

    def _may_be_third(self, text: str, atoms: Sequence[Atom], third: int) -> bool:
        """Whether the third part of a name is one: before a body or title of the state, or a given name.

        Before any other title the word may be the firm: 카이 로버츠 가온테크 부사장.
        """
        following = atoms[third + 1] if third + 1 < len(atoms) else None
        if (following and following.kind in _BODIES) or self._is_given(text, atoms[third]):
            return True
        titled = following is not None and following.kind in _TITLES
        of_state = titled and text.endswith(self._persons.state_titles, 0, following.end if following else 0)
        return of_state and not text.endswith(self._persons.office_endings, 0, atoms[third].end)

    def foreigners(self, text: str, atoms: Sequence[Atom]) -> Iterator[Atom]:
        """The names of several parts that a given name begins, where no noun goes on behind them: 데이브 새먼드와 로라 하겐이 왔다."""
        for at, atom in enumerate(atoms):
            given, _, rest = text[atom.start : atom.end].partition(" ") if atom.kind == "N" else ("", "", "")
            behind = atoms[at + 1].kind if at + 1 < len(atoms) else ""
            if rest and len(given) > 1 and given in self.given and behind not in _GONE_ON:
                yield atom

    def _is_given(self, text: str, atom: Atom) -> bool:
        return text[atom.start : atom.end] in self.given

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

    def before_ministry(self, text: str, atoms: list[Atom], ministries: Set[int]) -> list[Atom]:
        """The atoms with a foreigner's unheard names as one before a ministry of his country and a title: 라비 고샬 인도 상공부 장관.

        ``ministries`` are the places where such a ministry begins.
        """
        out: list[Atom] = []
        for at, atom in enumerate(atoms):
            if atom.start in ministries and "".join(a.kind for a in atoms[at + 1 : at + 2]) in _TITLES:
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
            of_state = title is not None and title.kind in _TITLES and text.endswith(self._persons.state_titles, title.start, title.end)
            return end - 1 if of_state else at
        before_body = end < len(atoms) and atoms[end].kind in _BODIES
        return end - 1 if _PARTS <= end - at <= _PARTS + 1 and before_body else at

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
        if atoms[at].kind in "Nn" or "".join(atom.kind for atom in atoms[max(at - 2, 0) : at]) not in _HEADS:
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
        if atom.kind != "T" or not named or named[-1].kind != "N" or (len(named) > 1 and named[-2].kind in _BODIES):
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
            beside = 0 < at < len(atoms) - 1 and atoms[at - 1].kind in _BODIES and atoms[at + 1].kind in _TITLES
            atoms[at] = atom._replace(kind="N" if beside else "n")
        elif (atom.kind == "n" and word in persons.also_names) or (atom.kind == "U" and word in persons.family_names):
            behind = "".join(other.kind for other in atoms[at + 1 : at + _REACH])
            held = at > 0 and atoms[at - 1].kind in _BODIES and behind[:1] in _TITLES
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
