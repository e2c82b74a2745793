"""What may fill a role: names by their class and how they stand, and the names of a phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from kg.extract.clauses.phrase import Phrase
from kg.extract.told import as_one_of
from kg.find.cues import DEFINITE
from kg.ontology.frames import Role
from kg.ontology.load import AGENT, COMPANY, PLACE
from kg.ontology.schema import Schema
from kg.refer import COMMON_NOUN, PHRASE, PLACE_WORD, UNMARKED, Named

# The cases of what may be listed before a phrase: X와, Y 및 Z에 대해.
LISTED = frozenset({"", "comitative"})


class Filler(NamedTuple):
    """A referent in a role, where it is named, and how sure it is that it stands there."""

    name: Named
    confidence: float


class Fitting:
    """Finds what fits a role with one schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def names(self, phrase: Phrase, role: Role) -> Iterator[Filler]:
        """The names of the phrase that fit, those inside it where its head is none that does."""
        if role.words and not (role.may_be(phrase.said) if role.last else any(word in phrase.said for word in role.words)):
            return
        fits = [n for name in phrase.names if (n := self.meant(name, role)) and not _only_places(name, n, phrase)]
        yield from (Filler(n, n.confidence) for n in fits)
        if fits and role.also_inside:
            yield from (Filler(n, n.confidence) for n in (self.meant(name, role) for name in phrase.inner) if n and n.type == PLACE)
        if fits and role.inside and phrase.names[-1].start < phrase.chunks[-1].start:
            # In 'A, B와 C 부스' the last of the list stands before the noun that it shares with the others.
            shared = (n for n in phrase.inner if n.start >= phrase.chunks[-1].start and self.fits(n, role))
            yield from (Filler(n, n.confidence * 0.9) for n in shared)
        if not fits and (role.inside or (role.words and not role.guess)):
            yield from (Filler(n, n.confidence * 0.9) for n in self._inside(phrase, role))

    def wider(self, phrase: Phrase, before: Sequence[Phrase], role: Role) -> Iterator[Filler]:
        """The names in what is listed ``before`` the phrase, and those that it is for or about: X 산업의 방향과 Y를 위한 방안에 대해."""
        listed = takewhile(lambda p: p.case in LISTED and not p.is_time, reversed(before))
        names = [*(n for p in listed for n in (*p.inner, *p.names, *p.around)), *phrase.around]
        yield from (Filler(n, n.confidence * 0.9) for n in (self.meant(name, role) for name in names) if n)

    def _inside(self, phrase: Phrase, role: Role) -> Sequence[Named]:
        """The names inside a phrase of which none is the head: all where words tell the role, else the last and its list.

        People of several states or towns stand for them (미국, 일본의 전문가가 참석했다); a firm in one does not.
        """
        meant = [(n, name.key) for name in phrase.inner if not ((n := self.meant(name, role)) and _only_places(name, n, phrase))]
        inner = [n for n, key in meant if n and n.key == key]
        # What a parenthesis says is none of what the words are told of (KIST(원장 김가람) 주관으로), and no hall.
        said = [n for n in inner if phrase.says(n)] or inner
        if role.words or not inner:
            listed = phrase.listed_with([n for n, _ in meant if n]) if AGENT in role.is_a else ()
            return said or (listed if len(listed) > 1 else ())
        # Of the places around a hall each is where it is: 서울 그랜드 워커힐 호텔에서.
        around = [n for n in inner if n.type == PLACE and n is not said[-1]] if role.also_inside else []
        return [*around, *phrase.listed_with(said)]

    def fits(self, name: Named, role: Role) -> bool:
        """Whether the name is of a class that the role takes."""
        return not role.is_a or self.schema.is_any(name.type, role.is_a)

    def meant(self, name: Named, role: Role) -> Named | None:
        """The name as the role takes it (``meant_as``)."""
        return meant_as(name, role, self.schema)


def meant_as(name: Named, role: Role, schema: Schema) -> Named | None:
    """The name, or its twin where only that fits the role (a country that acts is the body, not the spot on the map), or None."""
    if _only_pointed_at(name, role) or (name.twin and not role.town):
        return None
    if not name.type:
        return name._replace(type=role.guess) if role.guess and not _is_unsure(name, role) else None
    return as_one_of(name, role.is_a, schema) if role.is_a else name


def is_filler(text: str, name: Named, role: Role, schema: Schema) -> bool:
    """Whether the name, wherever it stands in ``text``, is of a class that the role takes and ends as its words want it."""
    return not _only_pointed_at(name, role) and schema.is_any(name.type, role.is_a) and role.may_be(text[name.start : name.end])


def _only_places(name: Named, meant: Named, phrase: Phrase) -> bool:
    """Whether a parenthesis only tells where what stands before it is, so that no country or town acts there: 새길 파트너스(홍콩)와."""
    return meant.key != name.key and not phrase.says(name)


def _is_unsure(name: Named, role: Role) -> bool:
    """Whether a name of no class is too little of one for what the role guesses it to be."""
    if name.how == PLACE_WORD:
        return role.guess != PLACE
    return name.how == COMMON_NOUN or (role.marked and name.how == UNMARKED) or (role.guess == COMPANY and name.how == PHRASE)


def _only_pointed_at(name: Named, role: Role) -> bool:
    """Whether the text only points back at what it names here, and the role does not take that."""
    return name.how == DEFINITE and not role.definite
