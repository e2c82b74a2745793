"""Find the kind of thing that stands right before a quoted name and is in no list: 진동 센서 ‘NV-7’, X선 자유전자레이저 ‘새길’."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.find.pieces import Piece, Run
from kg.ontology.language import Names
from kg.ontology.load import PRODUCT, TECHNOLOGY
from kg.values import Mention

# Names of these classes, or of none yet, are of things that have a kind.
_THINGS = frozenset({PRODUCT, ""})


class Kinds:
    """Finds kinds of thing; holds only the tables."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._plain = names.generic_words | names.company_heads

    def find(self, text: str, runs: Sequence[Run], quoted: Sequence[Mention], known: Sequence[Mention]) -> Iterator[Mention]:
        """The kinds of quoted things, as technologies: the class word of a thing with the word before it."""
        marks = {m.start - 1 for m in quoted if m.type in _THINGS}
        for run in runs if marks else ():
            if marks.isdisjoint((run[-1].end, run[-1].end + 1)) or not self._is_kind(text, run[-1], known):
                continue
            first = run[-2] if len(run) > 1 and self._tells(text, run[-2], known) else run[-1]
            name = text[first.start : run[-1].end]
            if name not in self._names.thing_kinds and name not in self._names.not_names:
                yield Mention(first.start, run[-1].end, name, TECHNOLOGY, None, "kind", 0.75)

    def _is_kind(self, text: str, piece: Piece, known: Sequence[Mention]) -> bool:
        free = all(m.end <= piece.start or piece.end <= m.start for m in known)
        return free and text[piece.start : piece.end].endswith(self._names.thing_kinds)

    def _tells(self, text: str, piece: Piece, known: Sequence[Mention]) -> bool:
        """Whether the word tells the kind more closely: no plain word, and no name of a maker or place."""
        word = text[piece.start : piece.end]
        free = all(m.type == TECHNOLOGY or m.end <= piece.start or piece.end <= m.start for m in known)
        return free and len(word) > 1 and not word[0].isdigit() and word not in self._plain
