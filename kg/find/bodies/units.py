"""Find the units that a body founds, which only their founding shows to have a name: AI사업본부를 신설했다, 신설된 AI 스튜디오."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.find.proper import PROPER
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.values import Mention, Sentence

_SURE = 0.6
# Before its class word a name has at least so many letters.
_SHORTEST = 2
_LATIN = r"(?:(?<![\w'‘“])[A-Za-z][A-Za-z0-9&·.+\-]* )?"


class Units:
    """Finds units by their class word and by what is done to them; holds only the tables."""

    def __init__(self, names: Names) -> None:
        cue, founded = any_of(names.unit_cues), any_of(names.unit_verbs)
        unit = rf"(?P<first>{_LATIN})(?P<word>[가-힣A-Za-z0-9·]*{cue})"
        self._made = re.compile(rf"{unit}{any_of(names.object_marks)} (?:[가-힣]+ ){{0,2}}{founded}")
        self._new = re.compile(rf"{founded}{any_of(names.unit_endings)} {unit}(?![가-힣]{{2}})")
        self._cue = re.compile(rf"{cue}$")
        self._founded = re.compile(founded)
        self._common = names.common_units

    def find(self, text: str, sentence: Sentence) -> Iterator[Mention]:
        """The units as names without a class; a frame tells what they are."""
        if not self._founded.search(text, sentence.start, sentence.end):
            return
        for pattern in (self._made, self._new):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                before = self._cue.sub("", match["word"])
                if match["first"] or (len(before) >= _SHORTEST and not before.endswith(self._common)):
                    start, end = match.start("first"), match.end("word")
                    yield Mention(start, end, text[start:end], "", None, PROPER, _SURE)
