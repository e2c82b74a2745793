"""Find proper nouns that nothing marks: a firm where their ending says so, else names of which a frame may tell what they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from kg.find.cues import Cues
from kg.find.pieces import PROPER_TAGS, Piece, Run
from kg.ontology.load import COMPANY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.values import Mention

# The rule of a proper noun that nothing marks or classes.
PROPER = "proper.open"
# That of one which ends as a common noun or title does, so that a frame never tells what it is.
COMMON = "proper.common"
# That of one which names a part of the world elsewhere, so that no frame tells that it is a firm: 유럽에 수출한다.
SPOT = "proper.place"
_NAMES, _COUNTS = frozenset({"NNP", "UN"}), frozenset({"SN", "NNB", "NR"})
# Syllables between signs are groups and no name: 민-관, 산·학·연.
_SYLLABLES = re.compile(r"[가-힣](?:[^가-힣\w][가-힣])+")
# So many letters at least stand before an ending that shows a firm.
_BODY = 2


class Proper:
    """Finds unmarked proper nouns; holds only the tables."""

    def __init__(self, names: Names, cues: Cues, titles: tuple[str, ...], places: Collection[str]) -> None:
        """``titles`` are endings of titles, which are no names; ``places`` are words that name a place where their context says so."""
        self._cues, self._places = cues, places
        self._common = names.generic_words | names.not_names | names.common_latin | frozenset(names.state_bodies)
        self._ends = (*names.no_firms, *names.company_heads, *titles)
        self._no_firm = names.not_endings
        self._firm = re.compile(rf".{{{_BODY},}}{any_of(names.firm_endings)}")

    def find(self, runs: Sequence[Run], taken: Sequence[Mention]) -> Iterator[Mention]:
        """The proper nouns that no name of ``taken`` covers, which are in order."""
        starts = [m.start for m in taken]
        for run in runs:
            for piece in run:
                if not piece.closed or not unheard(piece):
                    continue
                word = piece.word
                at = bisect_right(starts, piece.start) - 1
                if (at >= 0 and taken[at].end > piece.start) or (at + 1 < len(taken) and taken[at + 1].start < piece.end):
                    continue
                if self._is_firm(piece):
                    yield Mention(piece.start, piece.end, word, COMPANY, None, "firm-ending", 0.7)
                elif self._is_proper(word):
                    rule = SPOT if word in self._places else COMMON if word.endswith(self._ends) else PROPER
                    yield Mention(piece.start, piece.end, word, "", None, rule, 0.6)

    def _is_firm(self, piece: Piece) -> bool:
        """Whether an ending that is hardly anything else's shows a word that is no compound to be a firm's name: 한울전자."""
        common = piece.word in self._common or piece.word.endswith(self._no_firm)
        return len(piece.tokens) == 1 and not common and self._firm.fullmatch(piece.word) is not None

    def _is_proper(self, word: str) -> bool:
        heard = word in self._common or _SYLLABLES.fullmatch(word)
        return len(word) > 1 and not heard and not self._cues.class_of(word)


def unheard(piece: Piece) -> bool:
    """Whether the dictionary does not know the word: a proper noun, or one that Kiwi had to put together with one."""
    if len(piece.tokens) == 1:
        token = piece.tokens[0]
        return token.tag in PROPER_TAGS and (token.tag != "SL" or token.form[:1].isupper())
    tags = {token.tag for token in piece.tokens}
    return not _NAMES.isdisjoint(tags) and _COUNTS.isdisjoint(tags)
