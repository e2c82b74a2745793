"""Find firms by their legal form (나루테크(주), ㈜한빛로봇, ASML社), and other bodies by theirs: 재단법인 새길, 새길재단법인."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.find.cues import Cues
from kg.find.pieces import JOINTS, Piece, Run
from kg.find.proper import unheard
from kg.ontology.load import ASSOCIATION, COMPANY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.values import Mention, Sentence

# What a firm is called behind whose name stands a suffix: ASML社, not 173개社.
_SUFFIXED = re.compile(r"[A-Za-z가-힣][A-Za-z가-힣&.\-]+")
_EOJEOL = re.compile(r"[가-힣A-Za-z0-9&.\-]*\Z")


class Firms:
    """Finds firms by their legal form, which stays outside the name; holds only the tables."""

    def __init__(self, names: Names, cues: Cues) -> None:
        self._names, self._cues = names, cues
        marks = "|".join(re.escape(mark) for mark in names.company_marks)
        self._company = re.compile(rf"{marks}|(?P<suffix>{names.company_suffix})")
        self._association = re.compile(any_of(names.association_marks))

    def find(self, text: str, sentence: Sentence, runs: Sequence[Run]) -> Iterator[Mention]:
        """The noun behind each legal form, else the word before it."""
        marks = list(self._company.finditer(text, sentence.start, sentence.end))
        others = list(self._association.finditer(text, sentence.start, sentence.end))
        words = [piece for run in runs for piece in run] if marks or others else []
        for mark in marks:
            start, end = self._firm(text, mark, words, sentence.start)
            if start < end:
                yield Mention(start, end, text[start:end], COMPANY, None, "company-mark", 0.95)
        for mark in others:
            if piece := next((p for p in words if self._is_named(text, p, mark)), None):
                yield Mention(piece.start, piece.end, piece.word, ASSOCIATION, None, "association-mark", 0.8)

    def _is_named(self, text: str, piece: Piece, mark: re.Match[str]) -> bool:
        """Whether a form of bodies that are no firms ends the word, or stands before one that nothing else classes: 재단법인 새길."""
        if piece.start < mark.start() and piece.end == mark.end():
            return JOINTS.isdisjoint(piece.word)
        # A sign that is written to the word before is no form of the one behind: 새길(사) 대표.
        written = mark.start() > 0 and text[mark.start() - 1].isalnum()
        beside = not written and text[mark.end() : piece.start] in {"", " "} and piece.start >= mark.end()
        return beside and unheard(piece) and not self._cues.class_of(piece.word) and piece.word not in self._names.not_names

    def _firm(self, text: str, mark: re.Match[str], words: Sequence[Piece], first: int) -> tuple[int, int]:
        """Where the firm's name stands. Written to the mark, a word is the name as a whole, whatever it looks like: 우리와(주)."""
        written = _EOJEOL.search(text[first : mark.start()])
        whole = written.group() if written else ""
        if mark["suffix"] and (self._is_kind(whole, mark.group()) or not _SUFFIXED.fullmatch(whole)):
            return 0, 0
        behind = next((p for p in words if p.start < mark.end() + 2 and p.end > mark.end()), None)
        before = next((p for p in reversed(words) if p.end == mark.start() - 1), None)
        if behind and before and text.startswith(" ", mark.end()) and self._cues.is_holder(behind, words):
            # 가온 주식회사 정하람 부사장: the word behind is who holds a post there.
            return before.start, before.end
        if behind and not whole and text[mark.end() : max(behind.start, mark.end())].strip() == "":
            return max(behind.start, mark.end()), behind.end
        if whole:
            return mark.start() - len(whole), mark.start()
        return (before.start, before.end) if before else (0, 0)

    def _is_kind(self, word: str, suffix: str) -> bool:
        """Whether what stands before the suffix makes a word for firms of a kind with it: 협력사, 카드사."""
        return word in self._names.not_suffixed or word + suffix in self._names.company_heads
