"""Find the hall, hotel or house where something takes place by where the text names it: 12일 오전 새봄회관에서 …, 장소: 새봄회관 2층."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.find.cues import CUE
from kg.find.pieces import JOINTS, PROPER_TAGS
from kg.ontology.load import PLACE
from kg.ontology.names import Names
from kg.values import Mention, Sentence, Token

VENUE = "venue"
_SURE = 0.75
_NOUN = ("NN", "SL", "SN", "XSN", "XPN", "NR", "SH", "UN", "W_SERIAL", "MM", "XR")
_SHORTEST = 3
# A short name of a province, which by itself is none, may stand before the town: 경기 광명.
_PROVINCE = 3
# A gloss in Latin letters is shorter than this.
_GLOSS = 20


class Venues:
    """Finds venues that no row or class word shows; holds only the patterns."""

    def __init__(self, names: Names) -> None:
        self._halls = names.cues[PLACE]
        self._mark = names.venue_mark
        self._told = names.venue_told
        self._in_town = names.venue_in_town
        self._labels = names.venue_labels
        self._line = names.venue_line
        self._room = names.venue_room
        self._common = names.venue_common
        self._inside = names.venue_inside
        self._gloss = re.compile(r"(?:\([A-Za-z]+\))? ?[ (]$")

    def find(self, text: str, sentence: Sentence, known: Sequence[Mention]) -> Iterator[Mention]:
        """The venues of the sentence as mentions, without the town before and the room behind; ``known`` are the names found in it."""
        for span in self._places(text, sentence, known):
            yield from self._named(text, sentence, span, known)

    def without_rooms(self, text: str, found: Iterable[Mention], known: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions that were ``found`` but rooms of a house named before them, and storeys: 코엑스 나루홀, 8층 회의실."""
        for mention in found:
            room = self._inside.fullmatch(mention.text) if mention.type == PLACE and not mention.authority else None
            if room is None or not (room["storey"] or self._is_behind(text, mention.start, known)):
                yield mention

    def _is_behind(self, text: str, start: int, known: Sequence[Mention]) -> bool:
        """Whether a house is named right before, perhaps with a gloss of its name: 벡스코(BEXCO) 나루홀."""
        gloss = self._gloss.search(text[max(start - _GLOSS, 0) : start])
        end = start - len(gloss.group()) if gloss else -1
        return any(m.end == end and (m.type != PLACE or m.text.endswith(self._halls)) for m in known)

    def _places(self, text: str, sentence: Sentence, known: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """Where the text has words for a venue: behind a day or a town, and behind a label."""
        if text.find(self._mark, sentence.start, sentence.end) >= 0:
            yield from (match.span("venue") for match in self._told.finditer(text, sentence.start, sentence.end))
            behind = (self._in_town.match(text, m.end, sentence.end) for m in known if m.type == PLACE)
            yield from (match.span("venue") for match in behind if match)
        if any(text.find(label, sentence.start, sentence.end) >= 0 for label in self._labels):
            yield from (match.span("venue") for match in self._line.finditer(text, sentence.start, sentence.end))

    def _named(self, text: str, sentence: Sentence, span: tuple[int, int], known: Sequence[Mention]) -> Iterator[Mention]:
        start, end = span
        for town in known:
            near = town.type == PLACE and start <= town.start <= start + _PROVINCE and not town.rule.startswith(CUE)
            if near and town.text.endswith(self._halls):
                # What stands behind a known hall is a part of it: 벡스코 제2전시장.
                return
            if near and town.end < end and text[town.end] == " ":
                start = town.end + 1
        room = self._room.search(text, start, end)
        name = text[start : room.start() if room else end].rstrip()
        end = start + len(name)
        tokens = [t for t in sentence.tokens if start <= t.start < end]
        if len(name) < _SHORTEST or any(m.start < end and start < m.end for m in known if m.type != PLACE):
            return
        if _is_name(tokens) and not self._common.search(name) and not any(m.start <= start and m.end >= end for m in known):
            yield Mention(start, end, name, PLACE, None, VENUE, _SURE)


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether the words are nouns alone, and one of them no common one, or two written as one."""
    whole = all(token.tag.startswith(_NOUN) or token.form in JOINTS for token in tokens)
    return whole and (any(token.tag in PROPER_TAGS for token in tokens) or _written_together(tokens))


def _written_together(tokens: Sequence[Token]) -> bool:
    return any(one.end == other.start for one, other in pairwise(tokens))
