"""Find the names that the authority file knows."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter, itemgetter

from kg.find.cues import HEAD
from kg.find.memo import Memo
from kg.find.people.words import NAME_LENGTH
from kg.find.pieces import STEM_TAGS
from kg.ontology.authority import Authority, Row, fold
from kg.ontology.grammar import Grammar
from kg.ontology.load import COMPANY, EVENT, PLACE, TECHNOLOGY
from kg.ontology.names import Names
from kg.ontology.persons import Persons
from kg.values import Mention, Sentence, Token

LONGEST = 14
# A short name without a space is not meant where the text has one: 우리 기술 is not the firm 우리기술. One of letters is: SK 하이닉스.
LONG_ENOUGH = 8
# A city's or province's name with its ending is longer than this.
SHORT_NAME = 2
# An acronym up to this length may be a word when it is not in capitals.
LATIN_WORD = 6
_WORDS = re.compile(r"\S+")
# A gloss inside a name, with the first letter behind it: 큐알(QR)코드; behind 이하 stands none.
_GLOSSED = re.compile(r"\(([^\s()]{1,12})\)[ -]?(\w)")
_start = attrgetter("start")
# Of these a common word is a name in a list of sure ones.
LISTED = frozenset({COMPANY, PLACE, TECHNOLOGY})
_MARKS = frozenset({"SSO", "SSC", "SP", "SF", "SS", "SO", "SW"})
_FIRST = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XPN", "XR", "NR", "NP", "MM", "UN", "W_SERIAL"})
_LIST = frozenset({"SP", "SC"})
_CASES = frozenset({"JKO", "JKS", "JC"})
_VERBAL = frozenset({"XSV", "XSA"})
_GLUE = frozenset({"NNG", "NNP", "NNB", "XSN", "SL", "SH", "NR", "XPN"})


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by folded form, and all their beginnings, so that a place where none can go on is left with one look-up.

    ``beginnings`` tells of each whether it is a whole name. ``begun`` gives the folded form of a word that is the beginning of a name, and
    an empty string for any other.
    """

    authority: Authority
    beginnings: Mapping[str, bool]
    begun: Memo[str, str]
    free_types: frozenset[str]
    tails: frozenset[str]
    followers: frozenset[str]
    firm_tails: frozenset[str]
    topic_marks: frozenset[str]
    joining: frozenset[str]
    office_endings: tuple[str, ...]
    government: str
    other_governments: frozenset[str]
    other_words: Mapping[str, re.Pattern[str]]

    def find(self, text: str, sentence: Sentence, date: dt.date | None) -> Iterator[Mention]:
        """The longest known name at each place of the sentence, left to right, for the rows that are valid on ``date``."""
        glossed = list(self._glossed(text, sentence, date))
        if not glossed:
            yield from self._find(text, sentence.tokens, date, LONGEST)
            return
        plain = (m for m in self._find(text, sentence.tokens, date, LONGEST) if all(m.end <= g.start or g.end <= m.start for g in glossed))
        yield from sorted((*plain, *glossed), key=_start)

    def _glossed(self, text: str, sentence: Sentence, date: dt.date | None) -> Iterator[Mention]:
        """The known names that spell a part of theirs twice, once in a parenthesis: 엘지(LG)전자, 지능형(스마트)공장, 인공지능(AI) 칩."""
        tokens = sentence.tokens
        for gloss in _GLOSSED.finditer(text, sentence.start, sentence.end):
            said = gloss[1], text[max(text.rfind(" ", 0, gloss.start()) + 1, sentence.start) : gloss.start()]
            # Most parentheses are followed by a particle: no name begins so, and they are left before the slower search.
            if not any((name := self.begun.of(head)) and name + fold(gloss[2]) in self.beginnings for head in said):
                continue
            at = bisect_left(tokens, gloss.end(1), key=_start)
            first = bisect_left(tokens, gloss.start(), key=_start) - 1
            if first < 0 or tokens[first].end != gloss.start() or not at < len(tokens) or tokens[at].start != gloss.end(1):
                continue
            while first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].tag in _FIRST:
                first -= 1
            start, after = tokens[first].start, gloss.end(1) + 1
            ends = (self._goes_on(text, tokens, at, head, date) for head in (gloss[1], text[start : gloss.start()]))
            end, row = max((found for found in ends if found), key=itemgetter(0), default=(0, None))
            # A field and a word that is none are no longer field here, where its two spellings say which is meant: 인공지능(AI) 전환.
            apart = row and row.type == TECHNOLOGY and text[after] == " " and fold(text[after:end]) not in self.authority.names
            if row and not apart and not (first and tokens[first - 1].end == start and tokens[first - 1].tag in _GLUE):
                yield Mention(start, end, text[start:end], row.type, row.id, "authority", 0.97)

    def _goes_on(self, text: str, tokens: Sequence[Token], at: int, head: str, date: dt.date | None) -> tuple[int, Row] | None:
        """Where the longest known name ends that begins with ``head`` and goes on behind token ``at``, and its row."""
        name, begin = self.begun.of(head), tokens[at].end
        for last in self._longer(text, tokens, at, name, LONGEST) if name else ():
            surface = head + text[begin : tokens[last].end]
            row = next(iter(self.authority.at(surface, date)), None)
            if row and not row.needs_cue(surface) and self._stands_alone(tokens, at + 1, last, row.type) and self._spells(surface):
                return tokens[last].end, row
        return None

    def _spells(self, surface: str) -> bool:
        """Whether a short name without a space is written without one."""
        if len(surface) >= LONG_ENOUGH or " " not in surface or surface[0].isascii():
            return True
        return any(" " in name for id_ in self.authority.names[fold(surface)] for name in self._spaced(id_, surface))

    def find_heads(self, text: str, sentence: Sentence, heads: Mapping[str, str], date: dt.date | None) -> Iterator[Mention]:
        """Bodies that are named in their head's title alone (금융위원장), up to the syllables that name and title share.

        ``heads`` are the titles that the text has somewhere, with the endings of their bodies.
        """
        for title, ending in heads.items():
            at = text.find(title, sentence.start, sentence.end)
            while at >= 0:
                start = max(text.rfind(" ", sentence.start, at), text.rfind("(", sentence.start, at), sentence.start - 1) + 1
                rows = self.authority.at(text[start:at] + ending, date) if start < at else ()
                row = next((row for row in rows if row.type != PLACE), None)
                if row:
                    end = at + (len(ending) if title.startswith(ending) else 1)
                    yield Mention(start, end, text[start:end], row.type, row.id, HEAD, 0.98)
                at = text.find(title, at + len(title), sentence.end)

    def find_inside(self, text: str, sentence: Sentence, holder: Mention, date: dt.date | None) -> Iterator[Mention]:
        """The longest known names inside a longer name, other than that name itself."""
        first, last = (bisect_left(sentence.tokens, place, key=_start) for place in (holder.start, holder.end))
        tokens = [t for t in sentence.tokens[first:last] if t.end <= holder.end]
        if len(tokens) == 1:
            # A known name of several words is one token; what is inside stands between its spaces.
            tokens = [Token(w.group(), "NNP", holder.start + w.start(), holder.start + w.end()) for w in _WORDS.finditer(holder.text)]
        if len(tokens) > 1:
            yield from (m for m in self._find(text, tokens, date, len(tokens) - 1) if m.end - m.start < holder.end - holder.start)

    def _find(self, text: str, tokens: Sequence[Token], date: dt.date | None, longest: int) -> Iterator[Mention]:
        free, apart, begun, beginnings = 0, 0, self.begun, self.beginnings
        for at, (_, tag, start, end) in enumerate(tokens):
            # No name begins within a word, nor right behind a noun.
            inside, apart = start < apart, end + 1 if tag in _GLUE else end
            # Two thirds of the words begin no name; of the others two thirds are no whole one, and what follows them goes on none.
            if inside or tag not in _FIRST or at < free or not (name := begun.of(text[start:end])):
                continue
            whole = beginnings[name]
            if not whole and (at + 1 == len(tokens) or name + fold(text[end : tokens[at + 1].end]) not in beginnings):
                continue
            lasts = self._longer(text, tokens, at, name, longest)
            for last in [*lasts, at] if whole else lasts:
                row = self._row(text, tokens, at, last, date)
                if row:
                    stop, free = tokens[last].end, last + 1
                    yield Mention(start, stop, text[start:stop], row.type, row.id, "authority", 0.97)
                    break

    def _longer(self, text: str, tokens: Sequence[Token], at: int, name: str, longest: int) -> list[int]:
        """The last tokens of the known names that begin with the folded ``name`` and go on behind token ``at``, the longest first."""
        beginnings, done = self.beginnings, tokens[at].end
        lasts: list[int] = []
        for last in range(at + 1, min(at + longest, len(tokens))):
            _, tag, _, stop = tokens[last]
            # Words come again and again, and what they make together does not: folding remembers them one by one.
            name += fold(text[done:stop])
            done = stop
            whole = beginnings.get(name)
            if whole is None:
                break
            if whole and tag not in _MARKS:
                lasts.insert(0, last)
        return lasts

    def _row(self, text: str, tokens: Sequence[Token], at: int, end: int, date: dt.date | None) -> Row | None:
        surface = text[tokens[at].start : tokens[end].end]
        other = self.other_words.get(surface)
        if not self._spells(surface) or (other and other.match(text, tokens[at].start)):
            return None
        rows = self.authority.at(surface, date)
        if not rows or not self._stands_alone(tokens, at, end, rows[0].type) or self._another_word(surface):
            return None
        row = rows[0] if len(rows) == 1 else max(rows, key=lambda r: ((r.type == "Place") != self._acts(surface, tokens, end), r.id))
        if surface == self.government and self._is_anothers(text, tokens, at, row):
            return None
        return None if row.needs_cue(surface) and not self._cued(text, tokens, at, end, rows) else row

    def _is_anothers(self, text: str, tokens: Sequence[Token], at: int, row: Row) -> bool:
        """Whether the word before makes a government another place's, or several states': 캘리포니아주 정부, 양국 정부, 한·미 정부."""
        if not at or tokens[at - 1].end + 1 != tokens[at].start or text[tokens[at - 1].end] != " ":
            return False
        word = text[max(text.rfind(mark, 0, tokens[at - 1].end) for mark in " \n") + 1 : tokens[at - 1].end]
        if word.replace("·", "") in self.other_governments:
            return True
        rows = self.authority.at(word)
        return any(r.type == PLACE for r in rows) and row not in rows

    def _acts(self, surface: str, tokens: Sequence[Token], end: int) -> bool:
        """Whether a city or country is the one that acts: as the subject, and one with its office's ending (부산시) beside others too."""
        if end + 1 == len(tokens) or tokens[end + 1].start != tokens[end].end:
            return False
        after = tokens[end + 1]
        if after.tag == "JKS" or (after.tag == "JX" and after.form in self.topic_marks):
            return True
        joined = after.tag in {"JC", "SP"} or (after.tag == "JKB" and after.form in self.joining)
        return joined and len(surface) > SHORT_NAME and surface.endswith(self.office_endings)

    def _another_word(self, surface: str) -> bool:
        """Whether a list or a short word in Latin letters is spelled unlike every name that it folds to: add is not ADD."""
        listed = "·" in surface and all(fold(part) in self.authority.names for part in surface.split("·"))
        if not listed and (not surface.isascii() or len(surface) > LATIN_WORD or surface.isupper()):
            return False
        spelled = {name for id_ in self.authority.names[fold(surface)] for name in self._spaced(id_, surface)}
        if listed:
            # Two known things with a dot between them are a list, unless a name is spelled so: 수소·전기차 is not 수소전기차.
            return surface not in spelled
        return surface not in spelled and all(name.isupper() for name in spelled)

    def _stands_alone(self, tokens: Sequence[Token], at: int, end: int, type_: str) -> bool:
        """Whether the word ends where the name does: 산업통상부 is not named in 산업통상부문, KT in SKT, nor S in S7 but for an event."""
        if at and tokens[at - 1].end == tokens[at].start and tokens[at - 1].tag in _GLUE:
            return False
        if end + 1 == len(tokens) or tokens[end + 1].start != tokens[end].end:
            return True
        after = tokens[end + 1]
        if after.tag == "SN" and tokens[end].form[-1:].isascii() and type_ != EVENT:
            return False
        if after.tag not in _GLUE:
            # Behind no name stands a verb without a space: it is torn off a longer word.
            return after.tag not in _VERBAL and after.tag[:2] not in STEM_TAGS
        if type_ in self.free_types:
            return after.form in self.followers and all(a.end == b.start for a, b in pairwise(tokens[at : end + 1]))
        return after.form in self.tails or (after.tag == "NNP" and len(after.form) == NAME_LENGTH) or self._is_firm(tokens, end + 1, type_)

    def _is_firm(self, tokens: Sequence[Token], at: int, type_: str) -> bool:
        """Whether the token behind a firm's name only says that it is one: 발레오사와, not 발레오사 + 옥."""
        last = at + 1 == len(tokens) or tokens[at + 1].start != tokens[at].end or tokens[at + 1].tag not in _GLUE
        return type_ == COMPANY and tokens[at].form in self.firm_tails and last

    def _spaced(self, id_: str, surface: str) -> Iterator[str]:
        """The spellings of the row that fold to the same name."""
        return (name for name in self.authority.rows[id_].names if fold(name) == fold(surface))

    def _cued(self, text: str, tokens: Sequence[Token], at: int, end: int, rows: Sequence[Row]) -> bool:
        """Whether a common word is a name here: before a title, in a list of firms, towns or fields, or behind its province (경남 함안).

        And where what looks like a particle has another behind it, so that it is the end of a noun: 연구로를.
        """
        if end + 1 < len(tokens) and (tokens[end + 1].form in self.tails or (tokens[end].tag == "JKB" and tokens[end + 1].tag in _CASES)):
            return True
        types = LISTED.intersection(row.type for row in rows)
        beside = ((at - 1, at - 2), (end + 1, end + 2)) if types else ()
        if any(self._listed(text, tokens, sign, neighbour, types) for sign, neighbour in beside):
            return True
        if not at or tokens[at - 1].end == tokens[at].start or not any(row.parent for row in rows):
            return False
        before = self.authority.names.get(fold(text[tokens[at - 1].start : tokens[at - 1].end]), ())
        return any(row.parent in before for row in rows)

    def _listed(self, text: str, tokens: Sequence[Token], sign: int, neighbour: int, types: Set[str]) -> bool:
        """Whether a sign of a list and a name of those classes that is sure by itself stand there."""
        if not (0 <= sign < len(tokens) and 0 <= neighbour < len(tokens)) or tokens[sign].tag not in _LIST:
            return False
        name = text[tokens[neighbour].start : tokens[neighbour].end]
        rows = [self.authority.rows[id_] for id_ in self.authority.names.get(fold(name), ())]
        return any(row.type in types for row in rows) and not any(row.needs_cue(name) for row in rows)


def make_gazetteer(authority: Authority, free_types: frozenset[str], persons: Persons, names: Names, grammar: Grammar) -> Gazetteer:
    """A gazetteer over all names; those of ``free_types`` may be written to a follower, all to a title."""
    beginnings = {name[:end]: False for name in authority.names for end in range(1, len(name))} | dict.fromkeys(authority.names, True)

    def begun(word: str) -> str:
        folded = fold(word)
        return folded if folded in beginnings else ""

    joining = frozenset(grammar.cases["comitative"])
    tails = persons.titles | {persons.head_suffix}
    followers, marks, offices = names.compound_followers, frozenset(grammar.topic_marks), names.office_endings
    told = names.government, names.other_governments, names.other_words
    return Gazetteer(authority, beginnings, Memo(begun), free_types, tails, followers, names.firm_tails, marks, joining, offices, *told)


def known_words(authority: Authority) -> Mapping[str, str]:
    """Every name that Kiwi should know as one word, with its row id; names that need a cue are left to the context."""
    return {name: row.id for row in authority.rows.values() for name in row.names if not row.needs_cue(name)}
