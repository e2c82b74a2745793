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
# A particle of topic or subject at a word's end, and those of them that follow a syllable with a final consonant.
_PARTICLE, _BEHIND_CONSONANT = re.compile(r"[가-힣](?P<letter>[가-힣])(?P<mark>[은는이가])\Z"), frozenset({"은", "이"})
# Hangul syllables follow each other by their final consonant, of which one is none.
_FIRST_SYLLABLE, _FINALS = "가", 28
_WORD = re.compile(r"[가-힣A-Za-z0-9&]{2,}(?= )")
_EOJEOL = re.compile(r"[가-힣A-Za-z0-9&.\-]*\Z")


class Firms:
    """Finds firms by their legal form, which stays outside the name; holds only the tables."""

    def __init__(self, names: Names, cues: Cues) -> None:
        self._names, self._cues = names, cues
        marks = "|".join(re.escape(mark) for mark in names.company_marks)
        self._company = re.compile(rf"{marks}|{names.company_suffix}")
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
                end = self._end(text, piece, mark, words)
                yield Mention(piece.start, end, text[piece.start : end], ASSOCIATION, None, "association-mark", 0.8)

    def _is_named(self, text: str, piece: Piece, mark: re.Match[str]) -> bool:
        """Whether a form of bodies that are no firms ends the word, or stands before one that nothing else classes: 재단법인 새길."""
        if piece.start < mark.start() and piece.end == mark.end():
            kind = text[piece.start : mark.start()] in self._names.association_kinds
            return JOINTS.isdisjoint(piece.word) and not kind
        # A sign that is written to the word before is no form of the one behind: 새길(사) 대표.
        written = mark.start() > 0 and text[mark.start() - 1].isalnum()
        beside = not written and text[mark.end() : piece.start] in {"", " "} and piece.start >= mark.end()
        return beside and unheard(piece) and not self._cues.class_of(piece.word) and piece.word not in self._names.not_names

    def _end(self, text: str, piece: Piece, mark: re.Match[str], words: Sequence[Piece]) -> int:
        """Where a name behind its form ends, without the particle that the analyser left in a word it does not know; a title keeps it."""
        particle = _PARTICLE.search(piece.word) if piece.start >= mark.end() and text[piece.end : piece.end + 1] == " " else None
        following = next((p.word for p in words if p.start == piece.end + 1), "")
        if particle is None or following in self._cues.titles:
            return piece.end
        closed = (ord(particle["letter"]) - ord(_FIRST_SYLLABLE)) % _FINALS > 0
        return piece.end - 1 if closed == (particle["mark"] in _BEHIND_CONSONANT) else piece.end

    def _firm(self, text: str, mark: re.Match[str], words: Sequence[Piece], first: int) -> tuple[int, int]:
        """Where the firm's name stands. Written to the mark, a word is the name as a whole, whatever it looks like: 우리와(주)."""
        written = _EOJEOL.search(text[first : mark.start()])
        whole = written.group() if written else ""
        suffixed = mark.group() not in self._names.company_marks
        if suffixed and (self._is_kind(whole, mark.group()) or not _SUFFIXED.fullmatch(whole)):
            return 0, 0
        behind = next((p for p in words if p.start < mark.end() + 2 and p.end > mark.end()), None)
        before = next((p for p in reversed(words) if p.end == mark.start() - 1), None)
        if behind and (whole or before) and "\n" in text[mark.end() : behind.start]:
            # The next cell of a table: 새길 ㈜, and in the next line who heads it.
            behind = None
        if not behind and not whole and (torn := _WORD.match(text, mark.end())):
            # The analyser made a verb of the name, which a title shows: 정하람 ㈜나다 대표이사.
            titled = text[torn.end() + 1 :].startswith(tuple(self._cues.titles))
            return (torn.start(), torn.end()) if titled else (0, 0)
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
