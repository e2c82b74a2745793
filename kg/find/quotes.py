"""Find names by the quotation marks around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.find.cues import Cues
from kg.find.endings import Endings
from kg.find.pieces import Piece, Run
from kg.find.proper import COMMON
from kg.find.telling import THINGS
from kg.ontology.grammar import Grammar
from kg.ontology.load import COMPANY, EVENT, GOVERNMENT, POLICY, PRODUCT, TECHNOLOGY
from kg.ontology.names import Names, by_word
from kg.values import Mention, Sentence

MAX_QUOTED = 45
# What a parenthesis says at its end, its name in another language or what it is called for short, adds at most so much.
MAX_SPELLED = 80
# The mark of a footnote.
_NOTE = "*"
# The rule of a quoted name without a class; the class that the marks make likely may follow it.
OPEN = "quoted.open"
# A name whose class only a frame can tell is short, and its class word stands at most so many words behind it.
MAX_OPEN = 20
MAX_BEHIND = 3
_CASES = frozenset({"JKS", "JKO", "JX"})
_TOPICS = frozenset({"JKS", "JX"})
_CUT = (")", ",")
# What closes something else opens no quotation: ‘로봇법‘)」에 따라 ’….
_CLOSING = (")", "」", "』", "”", "》", ",")
# Brackets in which a notice has the post or rank of those who follow.
_ANGLES = frozenset("<〈‹《")
_ASIDE = re.compile(r"\s*[(<][^()<>]*(?:\([^()]*\))?[^()<>]*[)>]\s*$")
# What a parenthesis or a number says before a name is no part of it: (가칭)새길 로봇 전략, 안건 2. 새길 로봇 전략.
LEAD = re.compile(r"^(?:\([^()]{1,8}\)|(?:[가-힣]{2} )?\d{1,2}\.(?!\d)|[①-⑳])\s*")
# Of so many words or more is no firm's name that ends as common words do.
_FIRM_WORDS = 3
# What numbers an attachment: <붙임 1>.
_NUMBERS = " 0123456789-"
# The number of a version at the end of a quotation, before which nothing is a particle: ‘두루가 2’.
_VERSION = re.compile(r"\s*[A-Za-z]?\d[\d.]*\W$")
# In headlines things are called by the way.
HEADLINES = frozenset({"title", "heading"})
# Words that a headline only stresses, of which none is a name's by its letters: 양자컴퓨터 ‘공동 발주’ 실험.
_STRESSED = re.compile(r"[^A-Za-z0-9]+ [^A-Za-z0-9]+")
# What ends right before a straight quotation mark that opens none.
_WORD_END = "[가-힣A-Za-z0-9.!?,)]"


class Quotes:
    """Finds quoted names; holds only the tables."""

    def __init__(self, names: Names, cues: Cues, grammar: Grammar) -> None:
        self._names, self._cues = names, cues
        self._closers = grammar.list_closers
        self._class_of_head = by_word(names.quoted_heads)
        self._heads = Endings(self._class_of_head)
        self._suffix = re.compile(f"(?:{names.company_suffix})$")
        self._plain = names.generic_words | names.generic_policy_words
        self._empty = self._plain | names.quoted_aims
        self._quoted = re.compile("|".join(_between(marks, number, names.no_year) for number, marks in enumerate(names.name_quotes)))

    def find(self, text: str, sentence: Sentence, runs: Sequence[Run], known: Sequence[Mention]) -> Iterator[Mention]:
        """Quoted names, with the noun behind that says what they are where one follows.

        A quoted name of which nothing tells the class has none (an empty type); a frame may still tell it.
        """
        for match in self._quotations(text, sentence):
            number, inner = next((int(k[1:]), v.strip()) for k, v in match.groupdict().items() if v is not None)
            behind: Run = next((run for run in runs if text[match.end() : run[0].start] in {"", " "} and run[0].start >= match.end()), ())
            if inner.strip(_NUMBERS) in self._names.not_names or inner.startswith(_CLOSING):
                continue
            marks = self._names.name_quotes[number]
            bare = self._bare(inner)
            before = next((run[-1].word for run in runs if run[-1].end in (match.start(), match.start() - 1)), "")
            if before.endswith(self._names.periodicals):
                # A title, whose words name nothing either.
                yield Mention(match.start() + 1, match.end() - 1, text[match.start() + 1 : match.end() - 1], "", None, COMMON, 0.8)
                continue
            kind = self._kind_before(match.start(), before, known)
            own = self._class_of(bare) or self._act(bare, text, match.end())
            if own and self._is_talk(bare, own, text, match.end()):
                continue
            if sentence.kind in HEADLINES and kind == PRODUCT and not own and _STRESSED.fullmatch(bare):
                continue
            head = self._head(behind) or (None if own else self._ceremony(behind))
            if inner in self._empty and not (kind or head):
                continue
            # ‘달 탐사 임무 수립을 위한 공청회’ is a name, although it holds a clause.
            kind = POLICY if own and own[1] in self._names.quoted_acts else kind
            if head or not (clauses := self._clauses(match, sentence)) or self._is_whole(own, text, match.end(), clauses):
                row = next((m for m in known if m.start == match.start() + 1 and m.text == bare), None)
                yield from (
                    # ‘X’ 사업 is what is known as X.
                    replace(m, authority=row.authority) if row and self._is_same(m, row) else self._of_body(m, sentence, known)
                    for m in self._named(text, match, inner, (kind, marks), head)
                )

    def _of_body(self, named: Mention, sentence: Sentence, known: Sequence[Mention]) -> Mention:
        """The name of a unit with the class of the body that is topic or subject before it: 새길전자는 ‘로봇 대응팀’을 꾸렸다."""
        unit = named.type == GOVERNMENT and self._heads.of(named.text)
        marks = {token.start for token in sentence.tokens if token.tag in _TOPICS and token.end <= named.start} if unit else set()
        bodies = [m.type for m in known if m.type in self._cues.bodies and m.end in marks] if marks else []
        return replace(named, type=bodies[-1]) if bodies and GOVERNMENT not in bodies else named

    def _is_talk(self, name: str, own: tuple[str, str], text: str, end: int) -> bool:
        """Whether a quotation is only what is talked of (‘로봇 육성 방안’을 주제로), or its words tell no thing apart: ‘혁신적인 기술’."""
        class_, cue = own
        if class_ in THINGS and all(word in self._plain for word in name.removesuffix(cue).split()):
            return True
        return (class_ in THINGS or cue in self._names.idle_cues) and self._names.theme_behind.match(text, end) is not None

    def _class_of(self, name: str) -> tuple[str, str] | None:
        """The class of a quoted name by its ending, and the ending: a class word, or one that is too common without the marks.

        No firm has a name of many words that ends as common words do: ‘국방 혁신과 정예 강군 건설’.
        """
        found = self._cues.class_of(name) or self._of_version(name)
        if found and found[0] == COMPANY and found[1] in self._names.bound_cues and name.count(" ") >= _FIRM_WORDS - 1:
            return None
        head = "" if found else self._heads.of(name)
        return (self._class_of_head[head], head) if head and len(name) > len(head) + 1 else found

    def _of_version(self, name: str) -> tuple[str, str] | None:
        """The class of a plan whose name ends with the number of its version, and its class word: ‘새길 안전 지침 1.0’."""
        version = next((m for m in self._names.plan_version.finditer(name) if m.end() == len(name)), None)
        found = self._cues.class_of(re.sub(r" ?\([^()]*\)$", "", name[: version.start()])) if version else None
        return found if found and found[0] == POLICY else None

    def _act(self, name: str, text: str, end: int) -> tuple[str, str] | None:
        """The class of a name of several words that ends in what is done or laid down, and that word, where a plan is meant."""
        act = next((word for word in self._names.quoted_acts if name.endswith(word)), None) if " " in name else None
        return (POLICY, act) if act and self._names.quoted_told.match(text, end) else None

    def _is_same(self, named: Mention, row: Mention) -> bool:
        """Whether a quoted name with its class word is what is known without it: a law's draft is it, its decree is not."""
        return named.type == row.type and named.text.endswith((*self._names.compound_cues, *self._names.draft_endings))

    def _is_whole(self, own: tuple[str, str] | None, text: str, end: int, clauses: Sequence[int]) -> bool:
        """Whether a quotation is a name although it holds a clause: of an event, or of a plan that such a clause tells the aim of."""
        if own is None or own[0] != POLICY or len(own[1]) == 1:
            return _is_event(own)
        return all(self._names.aim.match(text, at) for at in clauses) and not self._names.theme_behind.match(text, end)

    def _clauses(self, match: re.Match[str], sentence: Sentence) -> list[int]:
        """Behind which particles of subject, topic or object the quotation goes on: in ‘기업이 만든 로봇’, not in ‘데모데이 행사’."""
        said = match.group()
        particles = (found for found in self._names.particle.finditer(said) if not _VERSION.match(said, found.end()))
        inside = {match.start() + found.start(): match.start() + found.end() for found in particles}
        return [inside[token.start] for token in sentence.tokens if token.start in inside and token.tag in _CASES] if inside else []

    def _quotations(self, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The quotations that may be names; those inside a quoted speech too."""
        at = sentence.start
        while match := self._quoted.search(text, at, sentence.end):
            speech = self._names.said_end.search(match.group()[1:-1].strip())
            if not speech:
                yield match
            at = match.start() + 1 if speech else match.end()

    def _kind_before(self, start: int, word: str, known: Sequence[Mention]) -> str | None:
        """The class that the noun right before a quotation, ``word``, gives it: 로봇 ‘…’ is a product, AI 스타트업 ‘…’ a firm.

        A body other than a firm is one's kind only as a bare class word: what stands behind 새길협회 is something of it.
        """
        if any(m.end in (start, start - 1) and m.type == TECHNOLOGY for m in known):
            return PRODUCT
        if word in self._names.company_heads:
            return COMPANY
        found = self._cues.class_of(word) if word else None
        named = found and found[0] in self._cues.bodies and found[0] != COMPANY and word != found[1]
        if found is None or (named and word not in self._names.not_names):
            return None
        return {TECHNOLOGY: PRODUCT}.get(found[0], found[0])

    def _head(self, behind: Sequence[Piece]) -> tuple[str, int] | None:
        """The class that the nouns right behind a quotation give it, and where its head ends: 「…」 대경권 행사."""
        for piece in behind[:MAX_BEHIND]:
            word = piece.word
            if word in self._closers:
                # The word closes a list of which the quotation is the last: ‘로봇 챌린지’ 등 행사.
                return None
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
        firm = self._marked(inner)
        name = firm or self._bare(inner)
        posted = match.group()[0] in _ANGLES and self._is_post(name)
        if posted or name.endswith(_CUT) or (name != inner and name in self._names.class_of_cue):
            return
        found = self._class_of(name)
        dated = self._names.dated_event.search(name) and not name.endswith(self._names.quoted_acts)
        class_name = EVENT if dated else found[0] if found else kind[0]
        if firm or (not class_name and self._is_headed(name, text, match.end())):
            class_name = COMPANY
        if not class_name and self._is_craft(name):
            class_name = PRODUCT
        if not class_name and inner.endswith(self._names.draft_marks):
            # A draft is one of a plan or rule, and without its mark it has no name.
            name, class_name = inner, POLICY
        start = match.start() + 1 + text[match.start() + 1 : match.end()].index(name)
        if class_name:
            yield Mention(start, start + len(name), name, class_name, None, "quoted", 0.8)
        elif len(name) <= MAX_OPEN and not self._names.theme_behind.match(text, match.end()) and not self._is_group(name):
            # 「」 hold laws and plans mostly; a frame that reads an event or product in them knows better.
            rule = ".".join(filter(None, (OPEN, self._names.quoted_default.get(kind[1]))))
            yield Mention(start, start + len(name), name, "", None, rule, 0.7)

    def _is_craft(self, name: str) -> bool:
        """Whether the name is a craft's by its number or as ships are called, and nobody's, nor of whom he leads: 가수 김민호, 이재명호."""
        like = self._names.numbered_thing.search(name) is not None
        return like and not (self._cues.class_of(name.split(maxsplit=1)[0]) or self._cues.may_be_of_person(name))

    def _marked(self, inner: str) -> str:
        """The one word beside a firm's legal form (㈜새길로보, 새길로보(주), 새길로보社), else an empty string."""
        forms = (inner.removeprefix(mark).removesuffix(mark) for mark in self._names.company_marks)
        word = next((word for word in (*forms, self._suffix.sub("", inner)) if word != inner), "").strip()
        return "" if " " in word else self._bare(word)

    def _is_headed(self, name: str, text: str, end: int) -> bool:
        """Whether somebody heads it: ‘새길’ 정하람 대표; of several words only with a particle, as a work has such: ‘새 길’의."""
        head = self._names.firm_heads.match(text, end)
        return head is not None and (head["of"] is not None or " " not in name)

    def _is_post(self, name: str) -> bool:
        """Whether all words of it are titles or ranks, or tell that somebody comes to one: <대표이사>, <국장급 승진>, <본부장 선임>."""
        titles, ranks = self._cues.titles, self._cues.ranks
        return all(
            word in titles or word in ranks or any(word.removesuffix(end) in titles for end in ranks if word.endswith(end))
            for word in name.split()
        )

    def _is_group(self, name: str) -> bool:
        """Whether a quoted name without a class tells a kind of firms or of who works there: ‘수요·공급기업’."""
        return name.endswith(self._names.firm_lists)

    def _bare(self, inner: str) -> str:
        """A quoted name without what parentheses add to it, footnote marks, and the word for an outline of it: <양자 포럼 개요>."""
        name = LEAD.sub("", self._names.outline_end.sub("", inner))
        while (aside := _ASIDE.search(name)) and aside.start() > 1:
            name = name[: aside.start()]
        return name.rstrip(_NOTE)


def _between(marks: str, number: int, no_year: str) -> str:
    """The pattern of what stands between two quotation marks, as group ``q`` and the number."""
    opening, closing = marks[0], marks[1]
    # What stands before is looked at behind the mark: a search for one of a few signs takes a tenth of the time of any other.
    opens, closes = (rf"(?<!{_WORD_END}{re.escape(opening)})", r"(?<!\s)") if opening == closing else ("", "")
    # An apostrophe before a year is none: (‘23년), (’24년).
    year, inside = (no_year, rf"|[‘’'](?!{no_year})") if opening in "‘’'" else ("", "")
    said = rf"(?:[^{re.escape(marks)}\n]{inside}){{2,{MAX_QUOTED}}}(?:\([^(){re.escape(marks)}\n]{{2,{MAX_SPELLED}}}\))?"
    return rf"{re.escape(opening)}{opens}{year}(?P<q{number}>{said}){closes}{re.escape(closing)}"


def _is_event(found: tuple[str, str] | None) -> bool:
    """Whether a word ends in what an event is called; one letter (식) is too little."""
    return found is not None and found[0] == EVENT and len(found[1]) > 1
