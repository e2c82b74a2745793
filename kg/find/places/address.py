"""Make one name of a place and the larger ones before it: 경기도 성남, 부산 기장군 장안읍."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.ontology.authority import Authority, fold
from kg.ontology.load import GOVERNMENT, PLACE
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.values import Mention, Sentence

# The rule of a quarter that only its ending and the town before it show.
QUARTER = "address"
_NOUN = ("NN", "XSN", "SL")
_SPOTS = frozenset({PLACE, GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Addresses:
    """Joins the names of places.

    ``quarter`` is a word that names a part of the town before it, ``offices`` are endings of towns and districts, ``venues`` are
    endings of halls, ``lead`` what stands before these, ``scene`` what follows the name of a place where something happens.
    """

    authority: Authority
    quarter: re.Pattern[str]
    offices: tuple[str, ...]
    venues: tuple[str, ...]
    lead: re.Pattern[str]
    scene: re.Pattern[str]

    def join(self, text: str, sentence: Sentence, known: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions, those of places together with the larger ones that stand right before them; the last says which is meant.

        A hall is named beside its town, and both are told of: 부산 벡스코.
        """
        last: Mention | None = None
        for mention in known:
            if last is not None and self._holds(text, last, mention):
                last = replace(mention, start=last.start, text=text[last.start : mention.end])
                continue
            if last is not None:
                yield self._with_quarter(text, sentence, last, mention)
            last = mention
        if last is not None:
            yield self._with_quarter(text, sentence, last)

    def part(self, mention: Mention, date: dt.date | None) -> Iterator[Mention]:
        """A hall that its class word shows or that is known, and the town before it as a mention of its own: 전주 그랜드힐스턴호텔."""
        if mention.type != PLACE:
            yield mention
            return
        mention = self._bare(mention)
        town, _, hall = mention.text.partition(" ")
        told = hall.endswith(self.venues) and hall not in self.venues
        row = next((row for row in self.authority.at(town, date) if row.type == PLACE), None) if told else None
        start = mention.start + len(town)
        if row is not None:
            yield replace(mention, end=start, text=town, authority=row.id, confidence=0.9)
        yield mention if row is None else self._bare(replace(mention, start=start + 1, text=hall))

    def _bare(self, mention: Mention) -> Mention:
        """The hall without the words before its name that are no part of it: 이틀간 새봄호텔, 중구 소재 새봄회관."""
        lead = self.lead.match(mention.text) if not mention.authority else None
        if lead is None or lead.end() == len(mention.text):
            return mention
        return replace(mention, start=mention.start + lead.end(), text=mention.text[lead.end() :])

    def _holds(self, text: str, one: Mention, other: Mention) -> bool:
        if one.type != PLACE or other.type not in _SPOTS or text[one.end : other.start] != " " or other.text.endswith(self.venues):
            return False
        outer = self.authority.rows[one.authority or ""]
        # A country and a city where something happens are both told of (일본 도쿄에서), but not with a house or an office in it.
        apart = not outer.parent and self.scene.match(text, other.end)
        return not apart and any(id_ == outer.id for id_ in self._above(other))

    def _above(self, mention: Mention) -> Iterator[str]:
        """The ids of the places around a place, or around the place of a city that acts, the nearest first."""
        rows = self.authority.rows
        row = rows[mention.authority or ""]
        if row.type == GOVERNMENT:
            twins = (rows[id_] for id_ in self.authority.names.get(fold(row.ko), ()))
            row = next((twin for twin in twins if twin.type == PLACE), row)
        while row.parent:
            row = rows[row.parent]
            yield row.id

    def _with_quarter(self, text: str, sentence: Sentence, mention: Mention, following: Mention | None = None) -> Mention:
        """A place with the quarter behind it, which the authority file does not know, or not in this town: 부산 기장군 장안읍."""
        found = self.quarter.match(text, mention.end, sentence.end) if mention.type == PLACE else None
        if found is None or not ends_word(sentence, found.end()):
            return mention
        if following is not None and following.end == found.end() and following.text.endswith(self.offices):
            # What is known to be in no larger place that stands before it is one by itself: 부산 대구.
            return mention
        return replace(mention, end=found.end(), text=text[mention.start : found.end()], authority=None, rule=QUARTER, confidence=0.8)


def ends_word(sentence: Sentence, end: int) -> bool:
    """Whether a noun ends there."""
    here = any(token.end == end for token in sentence.tokens)
    return here and not any(token.start == end and token.tag.startswith(_NOUN) for token in sentence.tokens)


def make_addresses(authority: Authority, names: Names) -> Addresses:
    """Addresses whose quarters have an ending of such behind one letter or more and are no other words."""
    quarter = re.compile(rf" (?!{names.not_quarters})[가-힣]{{1,3}}{any_of(names.quarters)}")
    scene = re.compile(rf"(?:\([^()]{{1,20}}\))?{names.venue_mark}")
    return Addresses(authority, quarter, names.office_endings, names.cues[PLACE], names.venue_lead, scene)
