"""Find meetings that are called after the body that meets, by an ordinal before its name: 제2차 양자전략위원회를 열었다."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.find.cues import CUE
from kg.find.index import Place
from kg.ontology.load import EVENT
from kg.ontology.names import Names
from kg.values import Mention

# So many words such a name has at most.
_LONGEST = 9


class Sittings:
    """Finds such meetings; holds only the tables."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def wants(self, word: str) -> bool:
        """Whether the word ends as bodies are called that meet."""
        return self._names.may_sit(word)

    def find(self, text: str, places: Sequence[Place]) -> Iterator[Mention]:
        """The meetings of one sentence; ``places`` are its words that may end the name of one."""
        for run, at in places:
            before = next((n for n in range(at - 1, max(at - _LONGEST, -1), -1) if self._names.ordinals.fullmatch(run[n].word)), None)
            if before is None or not run[at].closed:
                continue
            start, end = run[before].start, run[at].end
            if text[run[before + 1].start : end] not in self._names.class_of_cue:
                yield Mention(start, end, text[start:end], EVENT, None, CUE + EVENT, 0.75)
