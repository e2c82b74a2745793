"""How much speaks for two groups being one thing: signs that explain themselves, weighed by ``ontology/identity/features.yml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.ontology.authority import TWIN_TYPES
from kg.ontology.load import BODY, COMPANY, EVENT, PERSON, Ontology
from kg.resolve.groups import Group
from kg.resolve.namesakes import numbered, telling
from kg.resolve.nodes import CODE, LINE, OF, OFFICE, WITH
from kg.resolve.sound import Ear, is_latin
from kg.resolve.spelling import Form, Speller, distance, numbers

# Names of fewer letters than these prove nothing by themselves: syllables, and Latin letters.
_SHORT, _SHORT_LATIN = 3, 4
LONG = 7
# Letters that a slip of the pen changes.
_SLIP = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """A feature that holds of two groups, with its weight and what shows it."""

    name: str
    weight: float
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """The signs of a pair and their sum; ``vetoed`` where one of them alone keeps the two apart.

    ``by`` is the folded name that joins them, if a name does.
    """

    score: float
    signs: tuple[Sign, ...]
    vetoed: bool = False
    by: str = ""


class Comparer:
    """Compares groups by the tables of an ontology."""

    def __init__(self, ontology: Ontology, speller: Speller, ear: Ear) -> None:
        self._ontology, self._speller, self._ear = ontology, speller, ear
        self._features = ontology.identity.features.features
        self._bodies = ontology.types_of(BODY)

    def compare(self, one: Group, other: Group) -> Weight:
        """All signs of a pair, the strongest first."""
        named, shown, by = min(self._names(one, other), key=lambda found: (-self._features[found[0]].weight, *found), default=("", "", ""))
        signs = [self._sign(named, shown)] if named else []
        same = named.startswith("same-")
        against = (found for found in self._against(one, other) if not (same and found[0] in ("one-number", "part-word")))
        signs += [self._sign(name, shown) for name, shown in (*self._context(one, other), *against)]
        vetoed = any(self._features[sign.name].veto for sign in signs)
        if named == "near-spelling" and min(len(one.name), len(other.name)) >= LONG:
            signs.append(self._sign("long-name", ""))
        signs.sort(key=lambda sign: (-sign.weight, sign.name))
        return Weight(round(sum(sign.weight for sign in signs), 3), tuple(signs), vetoed, by)

    def conflict(self, one: Group, other: Group) -> str:
        """The sign that alone keeps two groups apart, empty where there is none."""
        return next((name for name, _ in self._vetoes(one, other)), "")

    def weaker(self, weight: Weight, name: str, shown: str) -> Weight:
        """The weight with one more sign."""
        sign = self._sign(name, shown)
        return Weight(round(weight.score + sign.weight, 3), (*weight.signs, sign), weight.vetoed, weight.by)

    def _sign(self, name: str, shown: str) -> Sign:
        return Sign(name, self._features[name].weight, shown)

    def _names(self, one: Group, other: Group) -> Iterator[tuple[str, str, str]]:
        """Sign, what shows it, and the name that joins, for all names of the two."""
        mine, yours = self._usable(one), self._usable(other)
        person, full = one.type == PERSON, (one.name, other.name)
        for name, main in mine:
            for said, also_main in yours:
                found = self._pair(name, said, main=main and also_main, person=person, full=full)
                if found:
                    yield found, name.name if name.name == said.name else f"{name.name} = {said.name}", name.plain

    def _usable(self, one: Group) -> list[tuple[Form, bool]]:
        """The names that tell something, and whether each is a name of first rank: the fullest, or one of the authority row."""
        row = self._ontology.authority.rows.get(one.row or "")
        first = {row.ko, row.en, *row.aliases} - set(row.cued) if row else {one.name}
        further = {name: name in first for name in one.names if not self._speller.form(name).little}
        usable = further | {name: True for name in sorted(filter(None, first)) if one.type != EVENT or name in further}
        return [(self._speller.form(name), main) for name, main in usable.items()]

    def _pair(self, name: Form, said: Form, *, main: bool, person: bool, full: tuple[str, str]) -> str:
        if name.plain == said.plain:
            return "same-name" if main else self._shared(name, full)
        if name.worded == said.worded:
            return "same-words" if main else self._shared(name, full)
        if is_latin(name.name) or is_latin(said.name):
            sign = self._by_sound(name, said)
            if sign:
                return sign if main else "short-sound"
            if name.initials == said.plain or said.initials == name.plain:
                return "initials"
        return "contained" if _inside(name.words, said.words) else _near(name, said, person=person)

    def _by_sound(self, name: Form, said: Form) -> str:
        if not self._ear.alike(name.name, said.name):
            return ""
        hangul, latin = sorted((name, said), key=lambda form: (is_latin(form.name), form.name))
        return "same-sound" if len(latin.plain) >= _SHORT_LATIN and len(hangul.plain) >= _SHORT else "short-sound"

    def _shared(self, name: Form, full: tuple[str, str]) -> str:
        """How much a further name tells: an acronym of some length is coined for one thing, a piece of a full name fits many."""
        if any(name.plain in self._speller.plain(whole) for whole in full):
            return "contained"
        if not (name.name.isascii() and name.name.isupper()):
            return "shared-name"
        return "shared-acronym" if len(name.name) >= _SHORT_LATIN else "short-acronym"

    def _context(self, one: Group, other: Group) -> Iterator[tuple[str, str]]:
        shared = sorted(one.marks & other.marks)
        codes = [mark for mark in shared if mark.startswith(CODE)]
        offices = [mark for mark in shared if mark.startswith(OFFICE)]
        company = [mark for mark in shared if mark.startswith(WITH)]
        told = [mark.removeprefix(LINE) for mark in sorted(telling(one.type, shared))]
        if codes:
            yield "same-code", codes[0].removeprefix(CODE)
        if offices:
            yield "same-office", offices[0].removeprefix(OFFICE)
        elif told and one.type == PERSON:
            yield "same-body", told[0]
        if told and one.type == EVENT:
            yield "same-day", told[0]
        if company:
            yield "same-company", ", ".join(mark.removeprefix(WITH) for mark in company[:3])

    def _against(self, one: Group, other: Group) -> Iterator[tuple[str, str]]:
        yield from self._vetoes(one, other)
        classes = f"{one.type}, {other.type}"
        if one.type != other.type:
            related = one.type in self._bodies and other.type in self._bodies
            yield "related-class" if related else "other-class", classes
        short = min(one.name, other.name, key=len)
        if self._common(short):
            yield "common-name", short
        if one.type == other.type and one.type not in (COMPANY, EVENT) and _disjoint(one, other):
            bodies = (mark.removeprefix(OF) for mark in telling(one.type, one.marks | other.marks) if not mark.startswith(LINE))
            yield "other-body", ", ".join(sorted(bodies)[:4])
        if one.type == other.type and _alike_unmarked(one, other, self._speller):
            yield "no-day" if one.type == EVENT else "between-namesakes", one.name
        together = one.documents & other.documents
        if together:
            yield "told-together", min(together)
        mine, yours = numbers(one.name), numbers(other.name)
        if mine < yours or yours < mine:
            yield "one-number", ", ".join(sorted(mine ^ yours))
        added = self._added(one.name, other.name)
        if added:
            yield "part-word", added

    def _vetoes(self, one: Group, other: Group) -> Iterator[tuple[str, str]]:
        if one.row and other.row and one.row != other.row:
            yield "other-row", f"{one.row}, {other.row}"
        told = (numbers(one.name), numbers(other.name)), (numbered(one.marks), numbered(other.marks))
        for mine, yours in ((mine, yours) for mine, yours in told if mine - yours and yours - mine):
            yield "other-number", f"{', '.join(sorted(mine))}; {', '.join(sorted(yours))}"
        if one.type == other.type == COMPANY and _disjoint(one, other):
            yield "other-code", ", ".join(sorted(telling(COMPANY, one.marks | other.marks)))
        if one.type == other.type == EVENT and _disjoint(one, other):
            yield "other-day", ", ".join(sorted(telling(EVENT, one.marks | other.marks))[:4])

    def _common(self, name: str) -> bool:
        plain = self._speller.plain(name)
        if len(plain) < (_SHORT_LATIN - 1 if plain.isascii() else _SHORT):
            return True
        return self._speller.says_little(plain)

    def _added(self, one: str, other: str) -> str:
        """The word that names another thing and ends one of two names alone."""
        short, long = sorted((self._speller.plain(one), self._speller.plain(other)), key=len)
        rest = long.removeprefix(short) if long.startswith(short) else long.removesuffix(short)
        words = self._speller.part_words
        return rest if rest != long and (rest.startswith(words) or rest.endswith(words)) else ""


def _inside(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one of two names begins or ends with all words of the other."""
    few, many = (words, others) if len(words) < len(others) else (others, words)
    return 0 < len(few) < len(many) and (many[: len(few)] == few or many[-len(few) :] == few)


def _near(name: Form, said: Form, *, person: bool) -> str:
    """How near two names are in their letters, figures aside."""
    far = abs(len(name.letters) - len(said.letters)) > 2 * _SLIP + 1
    if far or min(len(name.plain), len(said.plain)) < (3 if person else 4) or numbers(name.plain) != numbers(said.plain):
        return ""
    apart = distance(name.letters, said.letters, 2 * _SLIP + 1)
    if apart <= (1 if person else _SLIP) and not name.plain.isascii():
        return "near-spelling"
    return "near-word" if apart <= 2 * _SLIP + 1 and not person else ""


def _disjoint(one: Group, other: Group) -> bool:
    mine, yours = telling(one.type, one.marks), telling(other.type, other.marks)
    return bool(mine and yours) and not mine & yours


def _alike_unmarked(one: Group, other: Group, speller: Speller) -> bool:
    """Whether two of one name are apart because one of them could be any of several namesakes."""
    if one.row or other.row or speller.plain(one.name) != speller.plain(other.name):
        return False
    return not (telling(one.type, one.marks) and telling(other.type, other.marks))


def twins(one: Group, other: Group) -> bool:
    """Whether two of one name are a body and the spot where it acts, which are two things by the rules of the authority file."""
    return {one.type, other.type} == TWIN_TYPES
