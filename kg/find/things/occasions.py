"""Find occasions that no name but what they are for tells, where somebody goes somewhere as part of one: …을 위한 현장소통의 일환으로."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.find.cues import DEFINITE
from kg.ontology.load import EVENT
from kg.ontology.names import Names
from kg.ontology.pattern import any_beginning, any_of
from kg.values import Mention, Sentence, TimeRef

OCCASION = "occasion"
# What its purpose never reaches across: the part of who acts, a sign of the sentence, another clause.
_BOUNDS = frozenset({"JX", "JKS", "JKB", "SP", "SF", "EC"})
_QUOTES = frozenset({"SSO", "SSC"})
_SURE, _POINTED = 0.6, 0.5
_LONGEST = 50


class Occasions:
    """Finds occasions told by their purpose, and words that point at the one spoken of; holds only the patterns."""

    def __init__(self, names: Names) -> None:
        self._told = re.compile(rf"{any_of(names.occasions)}(?=[’'”\"」]?{names.occasion_mark})")
        self._purpose = re.compile(names.occasion_purpose)
        this = any_beginning(names.anaphors["this"])
        self._seat = re.compile(rf"{this} ?(?P<seat>{names.seat_word})(?={any_of(names.seat_marks)})")

    def find(self, text: str, sentences: Sequence[Sentence], times: Sequence[TimeRef]) -> Iterator[Mention]:
        """The occasions of the text, and 이 자리 as mentions of rule ``definite``, for the reference stage to resolve."""
        for sentence in sentences:
            for match in self._told.finditer(text, sentence.start, sentence.end):
                yield from self._named(text, sentence, match, times)
            for match in self._seat.finditer(text, sentence.start, sentence.end):
                yield Mention(match.start("seat"), match.end("seat"), match["seat"], EVENT, None, DEFINITE, _POINTED)

    def _named(self, text: str, sentence: Sentence, match: re.Match[str], times: Sequence[TimeRef]) -> Iterator[Mention]:
        """The occasion with the purpose before it; without one nothing tells which it was."""
        purpose = self._purpose.search(text, sentence.start, match.start())
        if purpose is None:
            return
        start = max([bound(sentence, purpose.start()), *(t.end for t in times if t.end <= match.start())])
        start += len(text[start:]) - len(text[start:].lstrip())
        if start < purpose.start() and match.end() - start <= _LONGEST:
            yield Mention(start, match.end(), text[start : match.end()], EVENT, None, OCCASION, _SURE)


def bound(sentence: Sentence, end: int, also: Collection[str] = ()) -> int:
    """Where the words that belong to what ends at ``end`` begin; tokens of the tags ``also`` end what is before it too."""
    ends = [
        t.end for t in sentence.tokens if t.end <= end and (t.tag in _BOUNDS or t.tag in also or (t.tag in _QUOTES and t.form not in "()"))
    ]
    return ends[-1] if ends else sentence.start
