"""Find where a text gives a second name for a thing: 한국과학기술연구원(KIST), 산업통상자원부(장관 …, 이하 산업부)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.find.cues import CUE, DEFINITE
from kg.ontology.load import EVENT, PLACE, POLICY, TECHNOLOGY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.persons import Persons
from kg.values import Mention, Span

# The rule of a second name that the text gives in a parenthesis.
ALIAS = "alias"
# Of these a common word in Latin letters may be the short name: 확장현실(XR).
_FIELDS = frozenset({TECHNOLOGY, POLICY})
# So many mentions before an event's name what it is said to be stands.
_BEFORE = 2
_MARKS = " '\"‘’“”｢｣「」『』<>"
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9&+.\-/ ]{1,60}|[가-힣A-Za-z0-9]{2,12}(?: [가-힣A-Za-z0-9]{1,10}){0,3}")
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.\-]{1,14}(?: \d{4})?")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z0-9&.\-]*(?: (?:of|for|and|the|in|on|to|[A-Z0-9&][A-Za-z0-9&.\-]*))+")
_PLAIN_NUMBER = re.compile(r"[\d.,%\s]+|\d.*[가-힣]{1,2}")


@dataclass(frozen=True, slots=True)
class Alias:
    """Two spans that name one thing: ``full`` is the mention, ``short`` the other name in the parenthesis behind it."""

    full: Span
    short: Span
    said: bool


class Aliases:
    """Finds second names; holds only the tables."""

    def __init__(self, persons: Persons, names: Names, closers: Iterable[str]) -> None:
        self._groups = tuple(names.anaphors["groups"])
        self._said = names.event_said
        self._common = names.common_latin
        self._several = (*self._groups, *closers)
        self._below = re.compile(rf"{any_of(persons.below)}\s*[,:]?\s*[‘'“\"「｢]?(?P<name>[^)’'”\"」｣,]{{2,20}})")

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[Alias]:
        """The aliases that follow the mentions, in reading order."""
        for at, mention in enumerate(mentions):
            if kind := self._kind(text, mentions, at):
                yield Alias(Span(mention.start, mention.end), Span(kind.start, kind.end), True)
            open_ = mention.end + (1 if text[mention.end : mention.end + 1] in {"’", "'", "」", "”", '"', "』", ">"} else 0)
            if text[open_ : open_ + 1] not in {"(", "<", "["}:
                continue
            close = _close(text, open_)
            if close is None or close - open_ > 80:
                continue
            inside = [m for m in mentions[at + 1 : at + 8] if m.start > open_ and m.end <= close]
            yield from self._inside(text, mention, Span(open_ + 1, close), inside)

    def _kind(self, text: str, mentions: Sequence[Mention], at: int) -> Mention | None:
        """What the text says right before the name of an event that it is, or None: 국내 최대 드론 전시회인 ‘2026 새길쇼’."""
        mention = mentions[at]
        if mention.type != EVENT or mention.rule == DEFINITE or mention.rule.startswith(CUE):
            return None
        before = (m for m in reversed(mentions[max(at - _BEFORE, 0) : at]) if m.rule == CUE + EVENT)
        return next((m for m in before if self._said.fullmatch(text, m.end, mention.start)), None)

    def _inside(self, text: str, mention: Mention, span: Span, inside: Sequence[Mention]) -> Iterator[Alias]:
        content = text[span.start : span.end]
        said = self._below.search(content)
        if said:
            short = _trim(text, span.start + said.start("name"), span.start + said.end("name"))
            # A word for any body is short for the list before it, not for the list's last: A, B(이하 협약기관).
            if not text[short.start : short.end].endswith(self._several) or mention.text.endswith(self._groups):
                yield Alias(Span(mention.start, mention.end), short, True)
            return
        for short in _parts(text, span):
            name = text[short.start : short.end]
            if _SHORT.fullmatch(name) and not _PLAIN_NUMBER.fullmatch(name) and self._fits(mention, name, short, inside):
                yield Alias(Span(mention.start, mention.end), short, False)

    def _fits(self, mention: Mention, name: str, short: Span, inside: Sequence[Mention]) -> bool:
        if mention.type == "Person":
            return name.isascii() and not any(m.authority for m in inside)
        if name in self._common and mention.type not in _FIELDS:
            # 새길부 전담조직(TF), 로봇 전문가(PM): the letters are many things' and name none.
            return False
        other = next((m for m in inside if m.start == short.start and m.end == short.end), None)
        if mention.authority is not None:
            # All names of a known thing are known.
            return other is not None and other.authority == mention.authority
        if other is not None:
            return other.type == mention.type and _may_be_one(mention, other)
        if any(m.start >= short.start and m.end <= short.end for m in inside):
            return set(name.split()) <= set(mention.text.split()) or (mention.type != TECHNOLOGY and bool(_LATIN_NAME.fullmatch(name)))
        return bool(_ACRONYM.fullmatch(name)) or name[-1:] == mention.text[-1:] or bool(_LATIN_NAME.fullmatch(name))


def _may_be_one(full: Mention, other: Mention) -> bool:
    """Whether a name in a parenthesis that is known by itself may be the second name of the one before.

    The city of a hall, a ministry among ministries and the field of an application are others: 새길 호텔(서울), 어선 식별 인공지능(AI).
    """
    if other.authority is None or full.authority is not None:
        return other.authority is None or other.authority == full.authority
    longer = len(other.text) > len(full.text) and not full.text.isascii()
    # 과기원 is short for 한국과학기술원, but in 환경교육위원회(환경부) the ministry is the one whose committee it is.
    foreign = not other.text.isascii() and not _is_short_for(other.text, full.text)
    return not (longer or foreign or other.type == PLACE or (other.type == TECHNOLOGY and " " in full.text))


def _is_short_for(short: str, full: str) -> bool:
    """Whether the letters of ``short`` stand in ``full`` in that order, the last syllable last."""
    letters = iter(full)
    return all(letter in letters for letter in short) and short[-1:] == full[-1:]


def _parts(text: str, span: Span) -> list[Span]:
    """The names in a parenthesis: one, or a Latin spelling and its acronym behind a comma."""
    content = text[span.start : span.end]
    cut = content.find(",")
    if cut < 0 or not content.isascii():
        return [_trim(text, span.start, span.end)]
    return [_trim(text, span.start, span.start + cut), _trim(text, span.start + cut + 1, span.end)]


def _close(text: str, open_: int) -> int | None:
    closer = {"(": ")", "<": ">", "[": "]"}[text[open_]]
    depth = 0
    for at in range(open_, min(len(text), open_ + 100)):
        depth += (text[at] == text[open_]) - (text[at] == closer)
        if depth == 0:
            return at
    return None


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
