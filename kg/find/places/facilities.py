"""Find the works, halls and offices of a body, which its name before them is a part of: 가온전자 여수공장, 새길연구원 대강당."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from kg.find.cues import DEFINITE
from kg.find.places.address import ends_word
from kg.ontology.authority import Authority, fold
from kg.ontology.load import PLACE
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.values import Mention, Sentence

_SURE = 0.8


class Facilities:
    """Finds facilities by the name of their body or town and their class word; holds only the tables."""

    def __init__(self, authority: Authority, names: Names, bodies: frozenset[str], titles: Set[str]) -> None:
        self._authority = authority
        self._bodies = bodies
        # In a country are many of each: 일본 원전.
        self._countries = authority.states(names.government)
        self._common = names.generic_words | names.not_names | titles
        self._many = names.many_facilities
        # A hall inside another is its hall and not the body's: 코엑스 나루홀.
        self._apart = (*names.facility_particles, *names.cues[PLACE])
        self._class_of = {kind: class_ for kinds in (names.facilities, names.town_facilities) for class_ in kinds for kind in kinds[class_]}
        kind, in_town = (any_of(kind for kinds in table.values() for kind in kinds) for table in (names.facilities, names.town_facilities))
        # What stands between, a town or what is made there, is tried last: 가온전자 여수공장, 가온전자 울산 배터리 공장.
        word = r"[가-힣A-Za-z0-9&]"
        between = rf"(?:{names.facility_rooms} )*(?P<between>(?:{word}{{2,8}} ){{0,2}}?)"
        self._of_body = re.compile(rf" {between}(?P<before>{word}{{0,8}}?)(?P<kind>{kind})(?!{word}{{3}})")
        self._in_town = re.compile(rf" (?P<kind>{in_town})(?!{word}{{3}})")

    def find(self, text: str, sentence: Sentence, known: Sequence[Mention]) -> Iterator[Mention]:
        """The facilities behind the bodies and towns among the ``known`` names of the sentence, as mentions that begin with these."""
        for owner in known:
            found = self._behind(text, owner, known) if text.startswith(" ", owner.end) else None
            if found and ends_word(sentence, found.end()):
                name = text[owner.start : found.end()]
                yield Mention(owner.start, found.end(), name, self._class_of[found["kind"]], None, "facility", _SURE)

    def _behind(self, text: str, owner: Mention, known: Sequence[Mention]) -> re.Match[str] | None:
        """The words behind the name of a town or body that name a facility there or of it."""
        if owner.type == PLACE:
            return self._in_town.match(text, owner.end) if owner.authority and owner.authority not in self._countries else None
        if owner.type not in self._bodies or owner.rule == DEFINITE or self._is_town(owner):
            return None
        found = self._of_body.match(text, owner.end)
        # A body has many works, of which the class word alone names none.
        if found is None or (found["kind"] in self._many and not found["before"] and not found["between"]):
            return None
        # A longer word that is known as a whole is another thing: 가온전자 스마트공장.
        whole = found["before"] and any(m.start == found.start("before") and m.end >= found.end() for m in known)
        return None if whole or any(map(self._is_apart, found["between"].split())) else found

    def _is_apart(self, word: str) -> bool:
        """Whether a word between body and facility is no part of the name: it tells nothing, or the body has a part in the sentence."""
        return word in self._common or word.endswith(self._apart)

    def _is_town(self, body: Mention) -> bool:
        """Whether the body is a city or country, where any body may have its works."""
        rows = self._authority.names.get(fold(body.text), ())
        return any(self._authority.rows[id_].type == PLACE for id_ in rows)
