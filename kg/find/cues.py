"""Find names never seen before by the word they end in (…연구원, …포럼, …사업) and by quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from kg.ontology.authority import fold
from kg.ontology.language import Names
from kg.ontology.load import EVENT
from kg.values import Mention, Sentence, Token

_NOUN = frozenset({"NNG", "NNP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "NNB"})
_JOIN = frozenset({"·", "-", "&", "/", "+", "ㆍ", "‧", "∙", "․", "&"})
_PROPER = frozenset({"NNP", "SL", "UN"})
_LONG = {"Event": 8, "Policy": 8, "Product": 3, "Technology": 3}
MAX_QUOTED = 45
# A name whose class only a frame can tell is short, and its class word stands at most so many words behind it.
MAX_OPEN = 20
MAX_BEHIND = 3
# A straight quotation mark opens only where no word stands right before it.
_OPENS = r"(?<![가-힣A-Za-z0-9.!?,)])"
_EOJEOL = re.compile(r"[가-힣A-Za-z0-9&.\-]*$")
_SENTENCE = re.compile(r"[.?!]$|다$")
_PARTICLE = re.compile(r"[을를이가은는] |[),]$")
# The one class of body that any word may name, so that a cue alone shows little.
COMPANY = "Company"
TECHNOLOGY, PRODUCT = "Technology", "Product"
# Of these a word that names often begin with makes no name: 디지털 플랫폼 is none, 디지털 전략회의 may be one.
THINGS = frozenset({TECHNOLOGY, PRODUCT})
# A class word of firms longer than this is hardly ever a common noun's end (로보틱스, 홀딩스).
MIN_CUE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """An eojeol's noun part: the tokens up to its particle, and whether a particle or ending follows."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    closed: bool


def pieces(text: str, sentence: Sentence) -> list[list[Piece]]:
    """The noun pieces of the sentence in runs; a run ends at any particle, verb or sign between them."""
    runs: list[list[Piece]] = [[]]
    group: list[Token] = []
    for token, following in zip_longest(sentence.tokens, sentence.tokens[1:]):
        inside = token.tag in _NOUN or (token.form in _JOIN and group and group[-1].end == token.start)
        # A syllable that Kiwi takes for a determiner and that is written to a noun is a part of it: 한돈미래연구소.
        inside = inside or (token.tag == "MM" and following is not None and following.start == token.end and following.tag in _NOUN)
        if group and (not inside or group[-1].end != token.start):
            while group and group[-1].form in _JOIN:
                group.pop()
            if group:
                runs[-1].append(Piece(group[0].start, group[-1].end, tuple(group), not inside))
            group = []
        if inside:
            group.append(token)
        elif runs[-1]:
            runs.append([])
    if group:
        runs[-1].append(Piece(group[0].start, group[-1].end, tuple(group), True))
    return [run for run in runs if run]


class Cues:
    """Finds names by their endings and quotation marks; holds only the tables."""

    def __init__(self, names: Names, bodies: frozenset[str]) -> None:
        self._names = names
        self._bodies = bodies
        self._longest_cue = max(map(len, names.class_of_cue))
        marks = "|".join(f"{_OPENS if q[0] == q[1] else ''}{re.escape(q[0])}(?P<q{n}>[^{re.escape(q[0] + q[1])}\\n]{{2,{MAX_QUOTED}}}){re.escape(q[1])}" for n, q in enumerate(names.name_quotes))
        self._quoted = re.compile(marks)
        company = "|".join(re.escape(mark) for mark in names.company_marks)
        self._company = re.compile(company)

    def class_of(self, surface: str) -> tuple[str, str] | None:
        """The class of a word by its ending, and the ending; None where it has none."""
        for length in range(min(len(surface), self._longest_cue), 0, -1):
            class_ = self._names.class_of_cue.get(surface[-length:])
            if class_:
                return class_, surface[-length:]
        return None

    def find_runs(self, text: str, sentence: Sentence, known: Sequence[Mention]) -> Iterator[Mention]:
        """Names that end in a cue, from the noun runs of a sentence."""
        for run in pieces(text, sentence):
            for at, piece in enumerate(run):
                surface = text[piece.start : piece.end]
                found = self.class_of(surface)
                if found is None or found[0] in self._names.quoted_only or not (piece.closed or at == len(run) - 1 or self._may_end(found[0], run, at, text)):
                    continue
                mention = self._grow(text, run, at, found, known)
                if mention:
                    yield mention

    def _may_end(self, class_: str, run: Sequence[Piece], at: int, text: str) -> bool:
        """Whether a name may end here although nouns follow: a body before a person or title, an event before 개최."""
        return class_ not in {"Product", "Technology", "Place", "Policy"} or self.class_of(text[run[at + 1].start : run[at + 1].end]) is None

    def _grow(self, text: str, run: Sequence[Piece], at: int, found: tuple[str, str], known: Sequence[Mention]) -> Mention | None:
        class_, cue = found
        first = at
        limit = _LONG.get(class_, 1 if class_ == COMPANY or text[run[at].start : run[at].end] != cue else 3)
        while first > 0 and at - first + 1 < limit and self._belongs(text, run[first - 1], class_, known):
            first -= 1
        start, end = run[first].start, run[at].end
        surface = text[start:end]
        tokens = [t for p in run[first : at + 1] for t in p.tokens]
        if surface in self._names.not_names:
            return None
        if fold(surface) == fold(cue):
            return Mention(start, end, surface, class_, None, "definite", 0.5) if class_ in {"Event", "Policy"} else None
        proper = any(t.tag in _PROPER and t.form not in self._names.common_latin for t in tokens[:-1])
        if class_ not in THINGS:
            proper = proper or any(text[p.start : p.end].startswith(tuple(self._names.proper_starts)) for p in run[first : at + 1])
        if class_ == EVENT and self._generic(text, run[first : at + 1], cue, self._names.generic_event_words):
            return Mention(start, end, surface, class_, None, "definite", 0.5)
        if class_ not in self._bodies and class_ != EVENT and self._generic(text, run[first : at + 1], cue, self._names.generic_policy_words):
            return None
        if class_ == TECHNOLOGY and any(m.type == TECHNOLOGY and start <= m.start and m.end <= end and _joined(text, m) for m in known):
            return None
        if class_ in self._bodies:
            if any(m.type in self._bodies and start <= m.start and m.end <= end and (m.start, m.end) != (start, end) and _joined(text, m) for m in known):
                return None
            if class_ == COMPANY:
                proper = any(t.tag in _PROPER for t in tokens[:-1])
            proper = proper or len(surface) - len(cue) >= self._names.compound_body - (class_ == COMPANY and len(cue) > MIN_CUE)
        told = proper and (at > first or cue not in self._names.weak_cues)
        if not told and at - first < (2 if cue in self._names.weak_cues or class_ not in _LONG else 1):
            return None
        return Mention(start, end, surface, class_, None, f"cue.{class_}", 0.75 if told else 0.6)

    def _generic(self, text: str, run: Sequence[Piece], cue: str, hollow: frozenset[str]) -> bool:
        """Whether the words before the class word tell no thing from another."""
        words = [text[p.start : p.end] for p in run]
        words[-1] = words[-1].removesuffix(cue)
        return all(not word or word in hollow for word in words)

    def _belongs(self, text: str, piece: Piece, class_: str, known: Sequence[Mention]) -> bool:
        surface = text[piece.start : piece.end]
        if surface in self._names.generic_words or surface in self._names.company_heads or piece.tokens[-1].tag == "NNB" or surface in self._names.name_stops.get(class_, ()):
            return False
        covering = next((m for m in known if m.start <= piece.start and piece.end <= m.end), None)
        if covering is None:
            return True
        return covering.type in {"Technology", "Product", "Policy", "Place"} and class_ in {"Event", "Policy", "Technology", "Product"}

    def find_plain(self, text: str, sentence: Sentence) -> Iterator[Mention]:
        """Names that nothing marks but their place or shape: a proper noun behind 기업, Latin letters with a year."""
        for run in pieces(text, sentence):
            for head, piece in pairwise(run):
                if text[head.start : head.end].endswith(tuple(self._names.company_heads)) and all(t.tag in _PROPER for t in piece.tokens):
                    yield Mention(piece.start, piece.end, text[piece.start : piece.end], COMPANY, None, "company-head", 0.75)
        for match in self._names.latin_event.finditer(text, sentence.start, sentence.end):
            yield Mention(match.start(), match.end(), match.group(), EVENT, None, "latin-event", 0.8)

    def find_quoted(self, text: str, sentence: Sentence, known: Sequence[Mention]) -> Iterator[Mention]:
        """Names in quotation marks, with the noun behind that says what they are where one follows.

        A quoted name of which nothing tells the class has none (an empty type); a frame may still tell it.
        """
        runs = pieces(text, sentence)
        for match in self._quotations(text, sentence):
            number, inner = next((int(k[1:]), v) for k, v in match.groupdict().items() if v is not None)
            behind = next((run for run in runs if match.end() <= run[0].start <= match.end() + 1), [])
            default = self._kind_before(text, match.start(), runs, known) or self._names.quoted_default.get(self._names.name_quotes[number])
            yield from self._quoted_name(text, match, inner.strip(), default, behind)

    def _quotations(self, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The quotations that may be names; those inside a quoted speech too."""
        at = sentence.start
        while match := self._quoted.search(text, at, sentence.end):
            speech = _SENTENCE.search(match.group()[1:-1].strip())
            if not speech:
                yield match
            at = match.start() + 1 if speech else match.end()

    def _kind_before(self, text: str, start: int, runs: Sequence[Sequence[Piece]], known: Sequence[Mention]) -> str | None:
        """The class that the noun right before a quotation gives it: 로봇 ‘…’ and 휴머노이드 ‘…’ are products, AI 스타트업 ‘…’ is a firm."""
        if any(m.end in (start, start - 1) and m.type == TECHNOLOGY for m in known):
            return PRODUCT
        before = next((run[-1] for run in runs if run[-1].end in (start, start - 1)), None)
        word = text[before.start : before.end] if before else ""
        if word in self._names.company_heads:
            return COMPANY
        found = self.class_of(word) if word else None
        return {TECHNOLOGY: PRODUCT}.get(found[0], found[0]) if found else None

    def _quoted_name(self, text: str, match: re.Match[str], inner: str, default: str | None, behind: Sequence[Piece]) -> Iterator[Mention]:
        head = self._head(text, behind)
        if head and not _SENTENCE.search(inner):
            class_, stop = head
            yield Mention(match.start(), stop, text[match.start() : stop], class_, None, "quoted.head", 0.85)
            return
        start = match.start() + 1
        aside = re.search(r"\s*[(<][^()<>]*(?:\([^()]*\))?[^()<>]*[)>]\s*$", inner)
        name = inner[: aside.start()] if aside and aside.start() > 1 else inner
        found = self.class_of(name)
        class_name = found[0] if found else default
        if _SENTENCE.search(name) or _PARTICLE.search(name):
            return
        start += text[start : match.end()].index(name)
        if class_name:
            yield Mention(start, start + len(name), name, class_name, None, "quoted", 0.8)
        elif len(name) <= MAX_OPEN:
            yield Mention(start, start + len(name), name, "", None, "quoted.open", 0.7)

    def _head(self, text: str, behind: Sequence[Piece]) -> tuple[str, int] | None:
        """The class that the nouns right behind a quotation give it, and where its head ends: 「…」 대경권 행사."""
        for piece in behind[:MAX_BEHIND]:
            word = text[piece.start : piece.end]
            for length in range(len(word), 1, -1):
                class_ = self._names.class_of_cue.get(word[:length])
                if class_ and (piece is behind[0] or class_ == EVENT):
                    return class_, piece.start + length
        return None

    def find_companies(self, text: str, sentence: Sentence) -> Iterator[Mention]:
        """Firms by their legal form, which stays outside the name: the noun behind it, else the one before it."""
        marks = list(self._company.finditer(text, sentence.start, sentence.end))
        words = [piece for run in pieces(text, sentence) for piece in run] if marks else []
        for mark in marks:
            behind = next((p for p in words if p.start < mark.end() + 2 and p.end > mark.end() + 1 and p.end > mark.end()), None)
            before = next((p for p in reversed(words) if p.end in (mark.start(), mark.start() - 1)), None)
            start = max(behind.start, mark.end()) if behind else 0
            if behind and text[mark.end() : start].strip() == "" and (before is None or before.end != mark.start()):
                yield Mention(start, behind.end, text[start : behind.end], COMPANY, None, "company-mark", 0.95)
            elif (whole := _EOJEOL.search(text[sentence.start : mark.start()])) and whole.group():
                # Written to the mark the word is the name as a whole, whatever it looks like: 우리와(주).
                yield Mention(mark.start() - len(whole.group()), mark.start(), whole.group(), COMPANY, None, "company-mark", 0.95)
            elif before:
                yield Mention(before.start, before.end, text[before.start : before.end], COMPANY, None, "company-mark", 0.95)


def _joined(text: str, known: Mention) -> bool:
    """Whether a sign of a list stands beside the known name, so that the run is a list of bodies and no name."""
    return text[known.end : known.end + 1] in _JOIN or text[known.start - 1 : known.start] in _JOIN
