"""Widen a name by the words around it that belong to it too: 로봇 수출 관련 국장급 회의, 위촉식 및 위원회, 로봇 분야 보급 지원계획."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.analyse.brackets import opening
from kg.find.things.edition import EDITION
from kg.ontology.language import Language
from kg.ontology.load import EVENT, POLICY
from kg.values import Analysis, Mention, TimeRef, Token

_LONGEST = 60
# So far before a name the word that leads to it begins.
_NEAR = 20
# What numbers an attachment.
_NUMBERS = " 0123456789-"
_NOUNS = ("N", "SL", "SN", "SH", "XSN", "XR")
_COUNTED, _PREFIX = "NNB", "XPN"
# What points at something told before: 이를 위한 계획.
_POINTING = frozenset({"NP"})
# What joins words to a name: and, of; the signs of lists inside it; what sets a second thing beside one.
_AND, _OF = "JC", "JKG"
_BESIDE = "MA"
_JOINTS = frozenset({_AND, _OF})
_SIGNS = frozenset("·-ㆍ∙&/")
# A word without the sign of a list before it: △새길 세미나.
WORD = re.compile(r"[\w(‘“'\"「『《〈<\[]\S*")


class WiderNames:
    """Widens the names of one document; ``bodies`` are its mentions of those who may hold an event, ``people`` its mentions of people."""

    def __init__(
        self, language: Language, analysis: Analysis, times: Sequence[TimeRef], bodies: Sequence[Mention], people: Sequence[Mention]
    ) -> None:
        names, self._plural = language.names, language.persons.plural
        self._people, self._body_types = people, {b.type for b in bodies}
        self._joining = names.event_joining
        self._beside = names.event_beside
        self._classes = names.class_of_cue
        self._leading, self._aim = names.name_leading, names.name_aim
        self._stops = (names.generic_words | names.not_names | names.event_outside) - names.event_joining
        self._text, self._analysis, self._times, self._bodies = analysis.document.text, analysis, times, bodies

    def of(self, mention: Mention) -> Iterator[str]:
        """What the event is called with the words that belong to it before its name, behind it, and on both sides; most have none."""
        if mention.rule.startswith(EDITION):
            return
        tokens = [t for t in self._analysis.sentence_at(mention.start).tokens if t.end <= mention.start]
        start = self._begun(self._start(mention, tokens), mention.start)
        beside = self._beside.match(self._text, mention.end)
        yield from self._led(start, mention.end)
        if start < mention.start:
            yield self._text[start : mention.end]
            if tokens[-1].tag == _OF:
                yield f"{self._text[start : tokens[-1].start]} {mention.text}"
        if beside:
            yield self._text[mention.start : beside.end()]
            yield self._text[start : beside.end()]

    def of_thing(self, mention: Mention) -> Iterator[str]:
        """What a plan, a thing or a body is called with the nouns right before its name, if these are of nobody and of no other thing."""
        tokens = [t for t in self._analysis.sentence_at(mention.start).tokens if t.end <= mention.start]
        start = self._begun(self._start(mention, tokens), mention.start)
        if mention.type == POLICY:
            yield from self._led(start, mention.end)
            yield from self._aimed(start, mention)
        if start == mention.start or (start and self._text[start - 1].isalnum()):
            return
        # What is named beside a body is another one.
        apart = (_OF, _BESIDE) if mention.type in self._body_types else (_OF,)
        others = any(t.tag.startswith(apart) or t.form == self._plural for t in tokens if t.start >= start)
        if not others and not any(start < person.end <= mention.start for person in self._people):
            yield self._text[start : mention.end]

    def _led(self, start: int, end: int) -> Iterator[str]:
        """The name with a word before it that tells where or of what kind it is, which is none of it by itself: 해외 로봇 포럼."""
        if leading := self._leading.search(self._text, max(0, start - _NEAR), start):
            yield self._text[leading.start() : end]

    def _aimed(self, start: int, mention: Mention) -> Iterator[str]:
        """The name of a plan with what it is for before it: 로봇 보급 확대를 위한 실증 사업."""
        aim = self._aim.search(self._text, max(0, start - _NEAR), start)
        tokens = [t for t in self._analysis.sentence_at(mention.start).tokens if aim and t.end <= aim.start()]
        if not aim or not tokens or tokens[-1].end != aim.start():
            return
        begun = self._begun(self._start(replace(mention, start=aim.start()), tokens), aim.start())
        if begun < aim.start() and not any(t.tag in _POINTING for t in tokens if t.start >= begun):
            yield self._text[begun : mention.end]

    def _start(self, mention: Mention, tokens: Sequence[Token]) -> int:
        """Where the words that belong to the name begin, of the ``tokens`` before it."""
        # A year without its word is of the name: 2026 새길대전.
        days = (t.end for t in self._times if t.end <= mention.start and not self._text[t.start : t.end].isdecimal())
        earliest = max([mention.end - _LONGEST, *days])
        near = [b for b in self._bodies if earliest < b.end <= mention.start]
        start, at, beside = mention.start, len(tokens) - 1, mention.start
        while at >= 0 and tokens[at].start >= earliest:
            token, opened = tokens[at], opening(tokens, at)
            if opened is not None and token.form == ")":
                at, beside = opened - 1, tokens[opened].start
                continue
            if opened is not None:
                # What is quoted is a whole: ‘새길 사업’ 이행회의; a heading is none (<붙임> 이행회의).
                heading = self._text[tokens[opened].end : token.start].strip(_NUMBERS) in self._stops
                return start if heading or tokens[opened].start < earliest else tokens[opened].start
            if not self._belongs(tokens, at):
                return start
            body = next((b for b in near if b.start < token.end <= b.end), None)
            if body:
                # A body names the event only where it stands right before it: 새길 협의체 출범식.
                return body.start if token.end + 1 >= beside else start
            joins = token.form in self._joining or token.form in _SIGNS or token.tag in _JOINTS
            start, at = start if joins else token.start, at - 1
            beside = start
        return start

    def _begun(self, start: int, end: int) -> int:
        """Where the first word behind ``start`` that is more than a joint begins."""
        words = WORD.finditer(self._text, start, end)
        return next((word.start() for word in words if word[0] not in self._joining), end)

    def _belongs(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a token before the name goes on it; one that joins two occasions does so behind the first."""
        token = tokens[at]
        if token.tag == _AND:
            return at > 0 and self._classes.get(tokens[at - 1].form) == EVENT
        if token.form in self._joining or token.form in _SIGNS or token.tag in {_OF, _PREFIX}:
            return True
        return token.tag.startswith(_NOUNS) and token.tag != _COUNTED and token.form not in self._stops
