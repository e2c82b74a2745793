"""Cut a sentence into atoms for the grammars of names: known names, titles, words that look like a person, other nouns, signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from kg.find.beside import MINISTRY
from kg.find.cues import CUE, DEFINITE, HEAD
from kg.find.memo import Memo
from kg.find.people.appointed import Appointed
from kg.find.people.asides import without_asides, without_signs
from kg.find.people.atom import Atom
from kg.find.people.envoys import ENVOY
from kg.find.people.foreigners import Foreigners
from kg.find.people.words import HEAD_OPENS, NAME_LENGTH, Words, headed, names_beside
from kg.ontology.grammar import Grammar
from kg.ontology.load import COMPANY, PERSON, PLACE
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.persons import Persons
from kg.values import Mention, Sentence, Span, TimeRef, Token

_NOUN = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "XR", "MM", "W_SERIAL", "SB"})
_COUNTERS = frozenset({"NNB", "NR"})
_UNKNOWN = frozenset({"NNP", "SL", "UN", "XR"})
_SIGNS = {"(": "(", ")": ")", ",": ",", "·": ",", "/": ",", "ㆍ": ",", "・": ",", "△": ";", "▲": ";", "▷": ";", "▶": ";", ":": ":"}
# A line with a name of three syllables and marks alone.
_NAME_ALONE = re.compile(rf"[^\w(]*(?P<name>[가-힣]{{{NAME_LENGTH}}})[^\w(]*")
_NAME_ENDS = frozenset(",)")
# The kinds of atoms behind which a word is a title if it can be one.
_HELD = frozenset("OoN")
_BODIES = frozenset("Oo")
_START = attrgetter("start")
# Among so many of the names ahead is the body behind a word: before it may stand what the analyser took for names in that word.
_NEAR = 2


class Atoms:
    """Cuts sentences into atoms; holds only the tables."""

    def __init__(self, persons: Persons, body_types: frozenset[str], names: Names, grammar: Grammar) -> None:
        self._persons = persons
        self._words = Words(persons)
        self.foreigners = Foreigners(persons, self._words.given)
        self._closers = grammar.list_closers
        # What parts a post from the name before it: the word that closes a list, and one for another body.
        self._apart = (self._closers - persons.not_names).union(persons.related_bodies)
        self._joining = frozenset(grammar.cases["comitative"])
        self._marks = frozenset((*names.company_marks, *persons.courtesy_titles))
        self._firm_tails = names.firm_tails
        self._aside = persons.aside
        self._appointed = Appointed(persons, grammar)
        self._bodies = body_types
        self._agents = body_types | {PERSON}
        self._heads = {title: body for title, body in persons.head_of.items() if body in persons.societies}
        self._title = re.compile(any_of(persons.titles | set(persons.title_endings)))
        # A title to which the name is written behind the parenthesis that it opens.
        self._opened = re.compile(rf"\({any_of(persons.titles)}[가-힣]{{{NAME_LENGTH}}}[,)]")
        self._endings = (*persons.title_endings, *persons.head_of)
        self._last_letters = frozenset(ending[-1] for ending in self._endings)
        self._titles_from: dict[str, list[str]] = defaultdict(list)
        for title in sorted(persons.titles):
            self._titles_from[title[0]].append(title)
        self._titles: Memo[str, bool] = Memo(self._looks_like_title)
        self._groups: Memo[str, int] = Memo(self._length_of_group)
        self._by_word: Memo[str, str] = Memo(self._told_by_word)
        self._alone: Memo[tuple[str, str], str] = Memo(self._kind_alone)
        self._other: Memo[tuple[str, str], str] = Memo(self._kind_of_other)

    def may_hold_title(self, text: str, sentence: Sentence, names: Sequence[Mention]) -> bool:
        """Whether an atom of the sentence can be a title: a look that spares most sentences the cutting."""
        where = text, sentence.start, sentence.end
        if self._title.search(*where) and (
            self._title_word(text, sentence)
            or self._opened.search(*where)
            or any(self._in_parenthesis(text, sentence, name) for name in names)
        ):
            return True
        suffix = self._persons.head_suffix
        return any(
            name.rule == HEAD
            or text.startswith(suffix, name.end)
            or (name.type in self._bodies and text[name.start - 1 : name.start] == "(" and text[name.end : name.end + 1] == ")")
            or (name.type in self._bodies and text[name.end : name.end + 1] == "(" and text.startswith("),", name.end + 1 + NAME_LENGTH))
            or (name.type in self._bodies and text[name.end : name.end + 1] == " " and text.startswith(",", name.end + 1 + NAME_LENGTH))
            for name in names
        ) or self.foreigners.may_be_heard(text, sentence)

    def _title_word(self, text: str, sentence: Sentence) -> bool:
        """Whether a title stands there from token to token, or a word's end is one: 군 is no title in 국군, nor 양 in 양성."""
        ends = {token.end for token in sentence.tokens}
        if any(text[end - 1] in self._last_letters and text.endswith(self._endings, sentence.start, end) for end in ends):
            return True
        for token in sentence.tokens:
            for title in self._titles_from.get(text[token.start], ()):
                if text.startswith(title, token.start):
                    end = token.start + len(title)
                    if end in ends or text.startswith(self._persons.title_groups, end):
                        return True
        return False

    def _in_parenthesis(self, text: str, sentence: Sentence, name: Mention) -> bool:
        """Whether a body stands somewhere in a parenthesis, as whose head the person before it may be named."""
        within = text.find("(", sentence.start, name.start) >= 0 and text.find(")", name.end, sentence.end) >= 0
        return within and name.type in self._bodies

    def name_alone(self, text: str, sentence: Sentence) -> Span | None:
        """The person's name that a line is as a whole, as a column of a table leaves it: ▶정하람; None for any other line."""
        found = _NAME_ALONE.fullmatch(text, sentence.start, sentence.end)
        return Span(*found.span("name")) if found and self._words.like_name(found["name"]) else None

    def cut(self, text: str, sentence: Sentence, names: Sequence[Mention], times: Sequence[TimeRef]) -> list[Atom]:
        """The atoms of the sentence in order; ``names`` are the mentions in it, sorted, not overlapping; ``times`` never name anybody."""
        atoms: list[Atom] = []
        tokens, first, at = sentence.tokens, self._words.first, 0
        pending = list(names)
        while at < len(tokens):
            token = tokens[at]
            while pending and pending[0].end <= token.start:
                pending.pop(0)
            whole = self._whole(text, tokens, at, pending) if text[token.start] in first and self._words.begins(tokens, at) else None
            if whole:
                kind, count = whole
                atoms.append(Atom(kind, token.start, tokens[at + count - 1].end))
                at += count
                continue
            if pending and pending[0].start <= token.start:
                name = pending.pop(0)
                if self._is_post(text, tokens, at, name, atoms):
                    continue
                self._add_name(atoms, name)
                while at < len(tokens) and tokens[at].start < name.end:
                    at += 1
                at += self._head_suffix(tokens, at, name, atoms)
                continue
            if token.tag not in _NOUN:
                # Kiwi may take 전 for what one calls oneself, with a topic mark: 저 + ㄴ.
                if not (token.tag == "JX" and atoms and atoms[-1].kind == "f" and token.start < atoms[-1].end):
                    atoms.append(Atom(self._other.of((token.tag, text[token.start : token.end])), token.start, token.end))
                at += 1
                continue
            limit = pending[0].start if pending else sentence.end
            end = self._piece_end(tokens, at, limit)
            if len(atoms) > 1 and atoms[-2].kind + atoms[-1].kind in HEAD_OPENS:
                end += self._name_goes_on(text, tokens, at, end)
            opened = len(atoms) > 1 and atoms[-1].kind == "(" and atoms[-2].kind in _BODIES
            atoms.extend(self._piece(text, tokens[at:end], opened=opened))
            at = end
        atoms = self._joined(text, atoms, times, {name.start for name in names if name.rule == MINISTRY})
        return self._appointed.mark(text, self.foreigners.governing(text, atoms, tokens), tokens)

    def _joined(self, text: str, atoms: list[Atom], times: Sequence[TimeRef], ministries: set[int]) -> list[Atom]:
        """The atoms without signs, asides and ``times``, with the parts of names as one; ``ministries`` are where those of states begin."""
        for time in times:
            for within in range(bisect_left(atoms, time.start, key=_START), bisect_left(atoms, time.end, key=_START)):
                atoms[within] = atoms[within]._replace(kind="v")
        atoms = without_asides(text, without_signs(text, atoms, self._aside), self._marks, self._persons)
        atoms = names_beside(text, atoms, self._persons)
        atoms = self.foreigners.join(text, headed(text, self._words.mended(text, atoms), self._heads))
        return self.foreigners.before_ministry(text, atoms, ministries) if ministries else atoms

    def _whole(self, text: str, tokens: Sequence[Token], at: int, names: Sequence[Mention]) -> tuple[str, int] | None:
        """The kind of the atom that the word beginning here is as a whole, and its tokens' number; ``names`` are those ahead.

        Before a body and a title it is a name whatever the analyser made of it, else only where no name begins: [하 도 진] 산업부 장관.
        """
        start = tokens[at].start
        body = next((name for name in names[:_NEAR] if name.start == start + NAME_LENGTH + 1), None)
        if body and body.type in self._bodies and (count := self._words.torn_before_title(text, tokens, at, body.end)):
            return "N", count
        return None if names and names[0].start <= start else self._words.whole(text, tokens, at)

    def _is_post(self, text: str, tokens: Sequence[Token], at: int, name: Mention, before: Sequence[Atom]) -> bool:
        """Whether what is a name elsewhere is a title here, or in one; behind a body also a field is a post: 정하람 네이버 CRO."""
        if name.rule == DEFINITE and self._titles.of(name.text):
            return True
        if name.type not in self._agents and name.rule != HEAD and self._inside_title(text, tokens, at):
            return True
        if name.rule != HEAD and text.startswith(self._persons.head_suffix, name.end) and name.type in self._bodies:
            # A head of what is only a part of a ministry is its official: 산업부 통상교섭본부장.
            return text[name.start : name.end + 1].endswith(tuple(self._persons.official_titles))
        return name.text in self._persons.titles and bool(before) and before[-1].kind in _HELD

    def _add_name(self, atoms: list[Atom], name: Mention) -> None:
        if name.rule == ENVOY and atoms and name.start - atoms[-1].end == 1:
            # Where an envoy is posted is no body of his: 주스웨덴 한국대사.
            atoms[-1] = atoms[-1]._replace(kind="f")
        body = "o" if name.rule.startswith(CUE) else "O"
        kind = body if name.type in self._bodies else {PERSON: "N", PLACE: "P"}.get(name.type, "L")
        atoms.append(Atom(kind, name.start, name.end))

    def _inside_title(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether the word that begins here is a title as a whole, so that a field named in it is none by itself: 정보통신정책실장."""
        end = self._piece_end(tokens, at, tokens[-1].end)
        return text[tokens[at].start : tokens[end - 1].end].endswith(self._persons.title_endings)

    def _head_suffix(self, tokens: Sequence[Token], at: int, name: Mention, atoms: list[Atom]) -> int:
        """Make a title of the suffix that turns a body into its head (…청 + 장), with the body's last syllable; how many tokens it took."""
        if name.rule == HEAD:
            # Kiwi may have cut before or behind the syllable that name and title share.
            inside = at >= len(tokens) or tokens[at - 1].end > name.end
            atoms.append(Atom("T", name.end - 1, tokens[at - 1 if inside else at].end))
            return 0 if inside else 1
        if at < len(tokens) and tokens[at].start == name.end and tokens[at].form == self._persons.head_suffix and name.type in self._bodies:
            atoms.append(Atom("T", name.end - 1, tokens[at].end))
            return 1
        if at < len(tokens) and tokens[at].start == name.end and name.type in self._bodies:
            if name.type == COMPANY and tokens[at].form in self._firm_tails:
                # 발레오사의 크리스토프 페리엣 회장: it only says what the name is.
                return 1
            # 과방위원장 heads 과방위, which keeps the syllable that begins its title.
            end = self._piece_end(tokens, at, tokens[-1].end)
            if name.text[-1] + "".join(t.form for t in tokens[at:end]) in self._persons.head_of:
                atoms.append(Atom("T", name.end - 1, tokens[end - 1].end))
                return end - at
        return 0

    def _piece_end(self, tokens: Sequence[Token], at: int, limit: int) -> int:
        end = at + 1
        if tokens[at].tag not in _NOUN:
            return end
        while end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].start < limit:
            # 산업및시스템공학과, R&D센터: written without spaces, and-also and its sign are a part of the word.
            also = tokens[end].form == "&" or tokens[end].form in self._persons.also_post
            inside = also and tokens[end + 1 : end + 2] and tokens[end + 1].start == tokens[end].end
            if tokens[end].tag not in _NOUN and not inside:
                break
            end += 1
        return end

    def _name_goes_on(self, text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether the particle behind a short name is its last syllable, since no particle stands there: (원장 권순만, 이하 ...)."""
        if end >= len(tokens) or tokens[end].start != tokens[end - 1].end or not tokens[end].tag.startswith("J"):
            return False
        name = text[tokens[at].start : tokens[end].end]
        return len(name) == NAME_LENGTH and self._words.like_name(name) and text[tokens[end].end : tokens[end].end + 1] in _NAME_ENDS

    def _piece(self, text: str, tokens: Sequence[Token], *, opened: bool = False) -> list[Atom]:
        start, end = tokens[0].start, tokens[-1].end
        surface = text[start:end]
        if len(tokens) == 1 and (not opened or surface in _SIGNS) and (kind := self._alone.of((tokens[0].tag, surface))):
            return [Atom(kind, start, end)]
        if len(tokens) > 1 and tokens[-1].form in self._closers:
            return [*self._piece(text, tokens[:-1]), Atom("v", tokens[-1].start, end)]
        group = self._groups.of(surface)
        if group:
            return [Atom("T", start, end - group), Atom("v", end - group, end)]
        if end - start > NAME_LENGTH and (both := self._words.glued(surface, tokens, opened=opened)):
            first, cut = both
            return [Atom(first, start, start + cut), Atom("N" if first == "T" else "T", start + cut, end)]
        cut = 0 if self._titles.of(surface) else self._title_before_name(surface, tokens)
        if cut:
            return [Atom("T", start, start + cut), Atom("N", start + cut, end)]
        # How many, how long or when names nobody: 5년간, 8시30분.
        counts = len(tokens) > 1 and tokens[0].tag == "SN" and tokens[1].tag in _COUNTERS
        kind = "v" if counts else self._by_word.of(surface) or self._plain(surface, tokens[0].tag if len(tokens) == 1 else "")
        return [Atom("U" if kind == "N" and self._is_unit(tokens) else kind, start, end)]

    def _kind_alone(self, token: tuple[str, str]) -> str:
        """The kind of a noun of one token (tag and surface), or an empty string where it is two atoms: a title with its holder's group."""
        tag, surface = token
        if surface in _SIGNS:
            return _SIGNS[surface]
        return "" if self._groups.of(surface) else self._by_word.of(surface) or self._plain(surface, tag)

    def _kind_of_other(self, token: tuple[str, str]) -> str:
        """The kind of what is no noun (its tag and surface): a sign, a particle, or anything else."""
        tag, surface = token
        if surface in _SIGNS:
            return _SIGNS[surface]
        if surface in self._persons.also_post:
            return "g"
        if tag == "JC" or (tag == "JKB" and surface in self._joining):
            return "j"
        if tag == "JKG":
            return "G"
        if tag == "VCP":
            return "k"
        return "p" if tag.startswith("J") else "v"

    def _told_by_word(self, surface: str) -> str:
        """The kind of a noun that is a title or one of the words around titles, or an empty string."""
        persons = self._persons
        if surface in persons.also_post:
            return "g"
        if surface in persons.former or surface in persons.acting or persons.term.fullmatch(surface):
            return "f"
        if surface in persons.background:
            return "b"
        if surface in persons.belonging:
            return "B"
        if self._titles.of(surface):
            return "W" if surface in persons.not_titles else "T"
        return ""

    def _looks_like_title(self, surface: str) -> bool:
        if self._persons.is_title(surface):
            return True
        return any(surface.endswith(word) and surface.removesuffix(word) in self._persons.titles for word in self._persons.acting)

    def _length_of_group(self, surface: str) -> int:
        """How many letters behind a title only make the group around its holder of it (교수팀), or 0."""
        if not surface.endswith(self._persons.title_groups):
            return 0
        return next(
            (len(end) for end in self._persons.title_groups if surface.endswith(end) and surface[: -len(end)] in self._persons.titles), 0
        )

    def _plain(self, surface: str, tag: str) -> str:
        """The kind of a noun that is neither title nor one of the words around titles; ``tag`` is empty where it has several tokens."""
        if surface in self._words.given:
            return "U"
        if surface in self._apart:
            return "v"
        if surface in self._persons.not_names:
            return "X"
        if len(surface) == 1:
            # A counter and a word for any one of several begin no name: 40개 회원국, 한 조명 업체.
            kind = {"NNB": "X", "MM": "D"}.get(tag, "S")
            return kind if surface in self._persons.surnames or kind == "X" else "x"
        if self._words.like_name(surface):
            return "N" if tag in {"", "NNP", "UN"} else "n"
        return "U" if not tag or tag in _UNKNOWN else "X"

    def _is_unit(self, tokens: Sequence[Token]) -> bool:
        """Whether the word is a common noun and what makes a unit of it: 사업 + 실."""
        first, *rest = tokens
        return first.tag == "NNG" and len(first.form) > 1 and len(rest) == 1 and rest[0].form in self._persons.unit_syllables

    def _title_before_name(self, surface: str, tokens: Sequence[Token]) -> int:
        """Where a name begins that is written to the title without a space (대표이사김학동), or 0."""
        for token in tokens[1:]:
            cut = token.start - tokens[0].start
            name = surface[cut:]
            if surface[:cut] in self._persons.titles and len(name) == NAME_LENGTH and self._words.like_name(name):
                return 0 if self._titles.of(name) else cut
        return 0
