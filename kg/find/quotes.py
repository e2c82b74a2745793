"""Find names by what marks them: quotation marks, the legal form of a firm, a class word before them, a year behind them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.find.cues import HEAD, Cues
from kg.find.pieces import Piece, Run
from kg.ontology.load import COMPANY, EVENT, GOVERNMENT, PLACE, POLICY, PRODUCT, TECHNOLOGY, UNIVERSITY
from kg.ontology.names import Names
from kg.values import Mention, Sentence

MAX_QUOTED = 45
SHORT_WORD = 2
# The mark of a footnote.
_NOTE = "*"
# The rule of a quoted name without a class; the class that the marks make likely may follow it.
OPEN = "quoted.open"
# The rule of a proper noun that nothing marks or classes.
PROPER = "proper.open"
# The rule of a ministry named behind its country.
MINISTRY = "ministry"
# The rule of a unit that its ending shows behind the body that has it.
UNIT = "unit"
# A name whose class only a frame can tell is short, and its class word stands at most so many words behind it.
MAX_OPEN = 20
MAX_BEHIND = 3
_PROPER = frozenset({"NNP", "SL", "UN"})
_NAMES, _COUNTS = frozenset({"NNP", "UN"}), frozenset({"SN", "NNB", "NR"})
_CASES = frozenset({"JKS", "JKO", "JX"})
_CUT = (")", ",")
_ASIDE = re.compile(r"\s*[(<][^()<>]*(?:\([^()]*\))?[^()<>]*[)>]\s*$")
# What a parenthesis or a number says before a name is no part of it: (가칭)새길 로봇 전략, 안건 2. 새길 로봇 전략.
LEAD = re.compile(r"^(?:\([^()]{1,8}\)|(?:[가-힣]{2} )?\d{1,2}\.(?!\d)|[①-⑳])\s*")
# The name of a model or type: R1, G-1, MI300X.
_CODE = re.compile(r"[A-Z](?=[A-Za-z.\-]*\d)[A-Za-z0-9.\-]*")
# Syllables between signs are groups and no name: 민-관, 산·학·연.
_SYLLABLES = re.compile(r"[가-힣](?:[^가-힣\w][가-힣])+")
# What a firm is called behind whose name stands a suffix: ASML社, not 173개社.
_SUFFIXED = re.compile(r"[A-Za-z가-힣][A-Za-z가-힣&.\-]+")
_EOJEOL = re.compile(r"[가-힣A-Za-z0-9&.\-]*$")
# What numbers an attachment: <붙임 1>.
_NUMBERS = " 0123456789-"
# A straight quotation mark opens only where no word stands right before it.
_OPENS = r"(?<![가-힣A-Za-z0-9.!?,)])"


class Quotes:
    """Finds marked names; holds only the tables."""

    def __init__(self, names: Names, cues: Cues, states: frozenset[str], head_suffix: str) -> None:
        """``states`` are the rows of countries, before whose names also committees and societies are theirs."""
        self._names = names
        self._states, self._head_suffix = states, head_suffix
        self._common = names.generic_words | names.not_names | names.common_latin
        self._heads = tuple(names.company_heads)
        self._cues = cues
        marks = "|".join(re.escape(mark) for mark in names.company_marks)
        self._company = re.compile(rf"{marks}|(?P<suffix>{names.company_suffix})")
        self._opening = re.compile(f"[{re.escape(''.join(marks[0] for marks in names.name_quotes))}]")
        self._quoted = re.compile("|".join(_between(marks, number, names.no_year) for number, marks in enumerate(names.name_quotes)))

    def find(self, text: str, sentence: Sentence, runs: Sequence[Run], known: Sequence[Mention]) -> Iterator[Mention]:
        """Quoted names, with the noun behind that says what they are where one follows.

        A quoted name of which nothing tells the class has none (an empty type); a frame may still tell it.
        """
        for match in self._quotations(text, sentence):
            number, inner = next((int(k[1:]), v.strip()) for k, v in match.groupdict().items() if v is not None)
            behind: Run = next((run for run in runs if text[match.end() : run[0].start] in {"", " "} and run[0].start >= match.end()), ())
            if inner.strip(_NUMBERS) in self._names.not_names:
                continue
            marks = self._names.name_quotes[number]
            kind = self._kind_before(match.start(), runs, known)
            own = self._cues.class_of(self._bare(inner))
            if own and own[1] in self._names.idle_cues and self._names.theme_behind.match(text, match.end()):
                # ‘로봇 산업 육성 방안’을 주제로: what is talked of, and no plan.
                continue
            head = self._head(behind) or (None if own else self._ceremony(behind))
            # ‘달 탐사 임무 수립을 위한 공청회’ is a name, although it holds a clause.
            if head or not (clauses := self._clauses(match, sentence)) or self._is_whole(own, text, match.end(), clauses):
                row = next((m for m in known if m.start == match.start() + 1 and m.end == match.end() - 1), None)
                yield from (
                    # ‘X’ 사업 is what is known as X.
                    replace(m, authority=row.authority) if row and self._is_same(m, row) else m
                    for m in self._named(text, match, inner, (kind, marks), head)
                )

    def _is_same(self, named: Mention, row: Mention) -> bool:
        """Whether a quoted name with its class word is what is known without it; a decree of a law is not."""
        return named.type == row.type and named.text.endswith(tuple(self._names.compound_cues))

    def _is_whole(self, own: tuple[str, str] | None, text: str, end: int, clauses: Sequence[int]) -> bool:
        """Whether a quotation is a name although it holds a clause: of an event, or of a plan that such a clause tells the aim of."""
        if own is None or own[0] != POLICY or len(own[1]) == 1:
            return _is_event(own)
        return all(self._names.aim.match(text, at) for at in clauses) and not self._names.theme_behind.match(text, end)

    def _clauses(self, match: re.Match[str], sentence: Sentence) -> list[int]:
        """Behind which particles of subject, topic or object the quotation goes on: in ‘기업이 만든 로봇’, not in ‘데모데이 행사’."""
        inside = {match.start() + found.start(): match.start() + found.end() for found in self._names.particle.finditer(match.group())}
        return [inside[token.start] for token in sentence.tokens if token.start in inside and token.tag in _CASES] if inside else []

    def _quotations(self, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The quotations that may be names; those inside a quoted speech too."""
        # Most sentences have no mark, and to look for one of a few signs takes a tenth of the time of the search for a quotation.
        at = sentence.start if self._opening.search(text, sentence.start, sentence.end) else sentence.end
        while match := self._quoted.search(text, at, sentence.end):
            speech = self._names.said_end.search(match.group()[1:-1].strip())
            if not speech:
                yield match
            at = match.start() + 1 if speech else match.end()

    def _kind_before(self, start: int, runs: Sequence[Run], known: Sequence[Mention]) -> str | None:
        """The class that the noun right before a quotation gives it: 로봇 ‘…’ is a product, AI 스타트업 ‘…’ a firm."""
        if any(m.end in (start, start - 1) and m.type == TECHNOLOGY for m in known):
            return PRODUCT
        before = next((run[-1] for run in runs if run[-1].end in (start, start - 1)), None)
        word = before.word if before else ""
        if word in self._names.company_heads:
            return COMPANY
        found = self._cues.class_of(word) if word else None
        return {TECHNOLOGY: PRODUCT}.get(found[0], found[0]) if found else None

    def _head(self, behind: Sequence[Piece]) -> tuple[str, int] | None:
        """The class that the nouns right behind a quotation give it, and where its head ends: 「…」 대경권 행사."""
        for piece in behind[:MAX_BEHIND]:
            word = piece.word
            for length in range(len(word), 1, -1):
                class_ = self._names.class_of_cue.get(word[:length])
                if class_ and (piece is behind[0] or class_ == EVENT):
                    return class_, piece.start + length
        return None

    def _ceremony(self, behind: Sequence[Piece]) -> tuple[str, int] | None:
        """The event that a compound right behind a quotation makes of it: 「기계의 날」 기념행사; of ‘X 사업’ 착수보고회 X is the name."""
        return next(((EVENT, piece.end) for piece in behind[:MAX_BEHIND] if _is_event(self._cues.class_of(piece.word))), None)

    def _named(
        self, text: str, match: re.Match[str], inner: str, kind: tuple[str | None, str], head: tuple[str, int] | None
    ) -> Iterator[Mention]:
        if head:
            class_, stop = head
            yield Mention(match.start(), stop, text[match.start() : stop], class_, None, "quoted.head", 0.85)
            return
        name = self._bare(inner)
        if name.endswith(_CUT) or (name != inner and name in self._names.class_of_cue):
            return
        found = self._cues.class_of(name)
        class_name = EVENT if self._names.dated_event.search(name) else found[0] if found else kind[0]
        if not class_name and inner.endswith(self._names.draft_marks):
            # A draft is one of a plan or rule, and without its mark it has no name.
            name, class_name = inner, POLICY
        start = match.start() + 1 + text[match.start() + 1 : match.end()].index(name)
        if class_name:
            yield Mention(start, start + len(name), name, class_name, None, "quoted", 0.8)
        elif len(name) <= MAX_OPEN and not self._names.theme_behind.match(text, match.end()):
            # 「」 hold laws and plans mostly; a frame that reads an event or product in them knows better.
            rule = ".".join(filter(None, (OPEN, self._names.quoted_default.get(kind[1]))))
            yield Mention(start, start + len(name), name, "", None, rule, 0.7)

    def _bare(self, inner: str) -> str:
        """A quoted name without what parentheses add to it, footnote marks, and the word for an outline of it: <양자 포럼 개요>."""
        name = LEAD.sub("", self._names.outline_end.sub("", inner))
        while (aside := _ASIDE.search(name)) and aside.start() > 1:
            name = name[: aside.start()]
        return name.rstrip(_NOTE)

    def find_plain(self, text: str, sentence: Sentence, runs: Sequence[Run], known: Sequence[Mention]) -> Iterator[Mention]:
        """Names that only their place or shape shows: behind 기업, a ministry behind its country, Latin letters with a year."""
        countries = {m.end: m.authority in self._states for m in known if m.type == PLACE}
        bodies = {m.end: m for m in known if m.type in self._cues.bodies and m.authority}
        for run in runs:
            for head, piece in pairwise(run):
                before, word = head.word, piece.word
                if head.end in bodies:
                    yield from self._unit_of(text, bodies[head.end], piece)
                if head.end in countries and (body := self._of_country(piece, known, foreign=countries[head.end])):
                    class_, end, rule = body
                    yield Mention(head.start, end, text[head.start : end], class_, None, rule, 0.8)
                elif before in self._names.company_prefixes:
                    yield Mention(head.start, piece.end, text[head.start : piece.end], COMPANY, None, "company-prefix", 0.85)
                elif before.endswith(self._heads) and _unheard(piece) and not self._is_after_form(before, piece, run):
                    yield Mention(piece.start, piece.end, word, COMPANY, None, "company-head", 0.75)
                elif word.isascii() and _CODE.fullmatch(word) and self._is_kind(before):
                    yield Mention(piece.start, piece.end, word, PRODUCT, None, "product-head", 0.75)
        for match in self._names.latin_event.finditer(text, sentence.start, sentence.end):
            yield Mention(match.start(), match.end(), match.group(), EVENT, None, "latin-event", 0.8)

    def _is_after_form(self, before: str, piece: Piece, run: Run) -> bool:
        """Whether the word is who holds a post at the firm whose legal form stands before: 가온 주식회사 정하람 부사장."""
        return before in self._names.company_marks and self._cues.is_holder(piece, run)

    def find_open(self, runs: Sequence[Run], taken: Sequence[Mention]) -> Iterator[Mention]:
        """Proper nouns that nothing classes yet and that no name covers; a frame may tell what they are."""
        starts = [m.start for m in taken]
        for run in runs:
            for piece in run:
                if not piece.closed or not _unheard(piece):
                    continue
                word = piece.word
                at = bisect_right(starts, piece.start) - 1
                covered = (at >= 0 and taken[at].end > piece.start) or (at + 1 < len(taken) and taken[at + 1].start < piece.end)
                if not covered and self._proper(word):
                    yield Mention(piece.start, piece.end, word, "", None, PROPER, 0.6)

    def _proper(self, word: str) -> bool:
        heard = word in self._common or _SYLLABLES.fullmatch(word)
        return len(word) > 1 and not heard and not self._cues.class_of(word)

    def _is_kind(self, word: str) -> bool:
        """Whether the word says what kind of product the one behind it names: AI 모델 R1."""
        return word.endswith(self._names.product_nouns) or self._names.class_of_cue.get(word) == PRODUCT

    def _of_country(self, piece: Piece, known: Sequence[Mention], *, foreign: bool) -> tuple[str, int, str] | None:
        """The class of the body that a word behind a place is, where its name ends and the rule: 독일 연방경제부, 독일 연방경제부장관.

        What is known by its name alone is another's only behind another country: 한국 산업통상부, but 체코 산업통상부.
        """
        word = piece.word
        if not foreign and any(m.start == piece.start and m.authority for m in known):
            return None
        title = next((title for ending, title in self._names.ministers.items() if word.endswith(ending)), "")
        end = piece.end - len(title)
        headed = len(title) == 1
        if self._ministry(word.removesuffix(title)) and (not title or headed or any(token.start == end for token in piece.tokens)):
            return GOVERNMENT, end, HEAD if headed else MINISTRY
        found = self._cues.class_of(word) if foreign and word.endswith(self._names.foreign_bodies) else None
        return (found[0], piece.end, MINISTRY) if found and len(word) > len(found[1]) + 1 else None

    def _unit_of(self, text: str, body: Mention, piece: Piece) -> Iterator[Mention]:
        """The branch of a body, which bears its name (새길공단 강원지역본부), or its school, which has its own: 새길부 새벽교육원."""
        branch = next((ending for ending in self._names.branches if piece.word.endswith(ending)), "")
        if (branch and len(piece.word) > len(branch) + 1) or (body.type == UNIVERSITY and piece.word in self._names.faculties):
            yield Mention(body.start, piece.end, text[body.start : piece.end], body.type, None, UNIT, 0.8)
        # The head of a branch heads it in his body's name.
        word = piece.word.removesuffix(self._head_suffix)
        house = next((ending for ending in self._names.houses if word.endswith(ending)), "")
        if house and len(word) > len(house) + 1:
            yield Mention(piece.start, piece.start + len(word), word, body.type, None, UNIT if word == piece.word else HEAD, 0.8)

    def _ministry(self, word: str) -> bool:
        return len(word) > SHORT_WORD and word.endswith(self._names.ministry_endings) and not word.endswith(self._names.not_ministries)

    def find_companies(self, text: str, sentence: Sentence, runs: Sequence[Run]) -> Iterator[Mention]:
        """Firms by their legal form, which stays outside the name: the noun behind it, else the word before it."""
        marks = list(self._company.finditer(text, sentence.start, sentence.end))
        words = [piece for run in runs for piece in run] if marks else []
        for mark in marks:
            start, end = self._firm(text, mark, words, sentence.start)
            if start < end:
                yield Mention(start, end, text[start:end], COMPANY, None, "company-mark", 0.95)

    def _firm(self, text: str, mark: re.Match[str], words: Sequence[Piece], first: int) -> tuple[int, int]:
        """Where the firm's name stands. Written to the mark, a word is the name as a whole, whatever it looks like: 우리와(주)."""
        written = _EOJEOL.search(text[first : mark.start()])
        whole = written.group() if written else ""
        if mark["suffix"] and (whole in self._names.not_suffixed or not _SUFFIXED.fullmatch(whole)):
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


def _between(marks: str, number: int, no_year: str) -> str:
    """The pattern of what stands between two quotation marks, as group ``q`` and the number."""
    opening, closing = marks[0], marks[1]
    opens, closes = (_OPENS, r"(?<!\s)") if opening == closing else ("", "")
    # An apostrophe before a year is none: (‘23년), (’24년).
    year, inside = (no_year, rf"|[‘’'](?!{no_year})") if opening in "‘’'" else ("", "")
    said = rf"(?:[^{re.escape(marks)}\n]{inside}){{2,{MAX_QUOTED}}}"
    return rf"{opens}{re.escape(opening)}{year}(?P<q{number}>{said}){closes}{re.escape(closing)}"


def _is_event(found: tuple[str, str] | None) -> bool:
    """Whether a word ends in what an event is called; one letter (식) is too little."""
    return found is not None and found[0] == EVENT and len(found[1]) > 1


def _unheard(piece: Piece) -> bool:
    """Whether the dictionary does not know the word: a proper noun, or one that Kiwi had to put together with one."""
    if len(piece.tokens) == 1:
        token = piece.tokens[0]
        return token.tag in _PROPER and (token.tag != "SL" or token.form[:1].isupper())
    tags = {token.tag for token in piece.tokens}
    return not _NAMES.isdisjoint(tags) and _COUNTS.isdisjoint(tags)
