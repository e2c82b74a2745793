"""Name an event that the text calls by a class word alone, by what the text says it is: 반도체 기업들과 간담회, 수출 지원을 위한 설명회."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analyse.brackets import QUOTES
from kg.find.cues import DEFINITE
from kg.find.things.occasions import bound
from kg.ontology.language import Language
from kg.refer.alike import number_before
from kg.refer.shown import clean, unglossed
from kg.refer.wider import WORD, WiderNames
from kg.values import Analysis, Mention, Sentence, TimeRef, Token

_LONGEST = 60
_OPENERS = {closer: opener for opener, closer in QUOTES.items()}
# A clause before a noun is no part of the description, and nothing of the name stands before one or before a place.
_CLAUSE = frozenset({"ETM"})
# Of a list behind a particle the last begins behind a comma and a noun; that behind who acts in a headline is none.
_NOUN, _PARTICLE = frozenset({"NNG", "NNP", "SL", "XSN"}), frozenset({"JX", "JKS"})
_APART = _CLAUSE | {"JKB", "EC"}


class EventNames:
    """Names the events of one document by their descriptions."""

    def __init__(self, language: Language, analysis: Analysis, times: Sequence[TimeRef], wider: WiderNames) -> None:
        names = language.names
        self._by = names.described_by
        self._ordinal, self._gloss = names.event_ordinal, names.event_gloss
        self._left_out = names.described_without
        self._closers, self._plural = language.grammar.list_closers, language.persons.plural
        self._empty = names.generic_words | names.event_outside
        self._text, self._analysis, self._times = analysis.document.text, analysis, times
        self._wider = wider

    def all_of(self, mentions: Sequence[Mention], said: Sequence[str]) -> tuple[str, ...]:
        """The names of an event: those ``said``, what the text says that it is, and either with a gloss behind it.

        What it is said to be comes first where no mention names it: 로봇 포럼, in the text a forum for the spread of robots.
        """
        described = {mention: self._names(mention) for mention in mentions}
        told = [*map(clean, self._told({mention: names for mention, names in described.items() if mention.rule == DEFINITE}))]
        nameless = all(m.rule == DEFINITE for m in mentions)
        named = [*told, *said] if nameless else [*said, *told]
        wider = [name for mention in mentions for name in (*described[mention], *self._wider.of(mention))]
        wider += filter(None, map(unglossed, wider))
        return tuple(dict.fromkeys([*named, *map(clean, self._glossed(described)), *map(clean, wider)]))

    def _told(self, described: Mapping[Mention, Sequence[str]]) -> Sequence[str]:
        """The names that the first description of the event gives it, with and without the particle; else its number, or none."""
        first = next(filter(None, described.values()), ())
        return first or next(filter(None, map(self._numbered, described)), ())

    def _glossed(self, described: Mapping[Mention, Sequence[str]]) -> Iterator[str]:
        """The names with what a parenthesis right behind them calls the event, or its number: 도시락 모임(브라운백 미팅), 일일회의(3차)."""
        for mention, names in described.items():
            if gloss := self._gloss.match(self._text, mention.end):
                yield mention.text + gloss[0]
                yield from (name + gloss[0] for name in names if mention.rule == DEFINITE)

    def _numbered(self, mention: Mention) -> tuple[str, ...]:
        """A class word with the number right before it: 제18회 전체회의."""
        number = number_before(self._text, mention, self._ordinal)
        return (self._text[number.start() : mention.end],) if number and number[0].count(" ") == 1 else ()

    def _names(self, mention: Mention) -> tuple[str, ...]:
        sentence = self._analysis.sentence_at(mention.start)
        said = self._by.search(self._text, sentence.start, mention.start)
        if said is None or (said["with"] and mention.rule != DEFINITE) or not any(t.start == said.start() for t in sentence.tokens):
            return ()
        start = max([self._bound(sentence, said.start()), *(t.end for t in self._times if t.end <= said.start())])
        start = self._opened(self._begin(start, said.start()), sentence.start)
        if not 1 < said.start() - start <= _LONGEST:
            return ()
        by, apart = self._text[start : said.start()], self._apart(sentence, said.end("by"), mention.start)
        guests = self._all_guests(by) if said["with"] else by
        if guests == by and self._is_listed(sentence, start):
            return ()
        own = self._text[self._begin(apart[-1].end, mention.start) if apart else said.end("by") : mention.end]
        # Behind a place words of its own name it, and behind a clause nothing else does: 부산시와 벡스코에서 로봇 포럼.
        alone = not guests or any(t.tag in _CLAUSE for t in apart) or (apart and own != mention.text)
        told = [own] if alone else [f"{guests.removesuffix(self._plural)} {own}", f"{guests} {own}"]
        names = [" ".join(self._left_out.sub("", name).split()) for name in told]
        whole = [self._text[start : mention.end]] if guests == by and not apart else []
        # How many came names no event: 20여 명과 함께 간담회.
        return tuple(dict.fromkeys((*names, *whole))) if names[0] != mention.text else ()

    def _all_guests(self, by: str) -> str:
        """Who came, without a list that names some of them: KT 등 통신사들과 간담회."""
        words = by.split()
        closed = max((at for at, word in enumerate(words, 1) if word in self._closers), default=0)
        return " ".join(words[closed:]) if closed else by

    def _is_listed(self, sentence: Sentence, start: int) -> bool:
        """Whether what begins there is the last of a list, which alone names nothing: KT·네이버와 간담회, 장관은 시민, 기업인들과."""
        before = [t for t in sentence.tokens if t.end <= start]
        if len(before) < 3 or before[-1].tag != "SP" or any(t.end == before[-1].start for t in self._times):
            return False
        return before[-1].form != "," or (before[-2].tag in _NOUN and any(t.tag in _PARTICLE for t in before[:-2]))

    def _apart(self, sentence: Sentence, start: int, end: int) -> Sequence[Token]:
        """What parts the words there from one another: verbs before a noun, and particles of place."""
        aside = [match.span() for match in self._left_out.finditer(self._text, start, end)]
        apart = (t for t in sentence.tokens if start <= t.start < end and t.tag in _APART)
        return [t for t in apart if not any(first < t.end <= last for first, last in aside)]

    def _bound(self, sentence: Sentence, end: int) -> int:
        """Where the words begin that end there, with any parenthesis among them whole: 한빛연구원(이하 한빛연, 원장 정하람)과 간담회."""
        start = bound(sentence, end, _CLAUSE)
        while (closed := self._text.find(")", start, end)) >= 0 and self._text.find("(", start, closed) < 0:
            opener = self._text.rfind("(", sentence.start, start)
            if opener < 0:
                return closed + 1
            start = bound(sentence, opener, _CLAUSE)
        return start

    def _opened(self, start: int, earliest: int) -> int:
        """Where the quotation opens that closes right before ``start``, or ``start``: ‘로봇 진흥법’ 제정을 위한 공청회."""
        before = self._text[earliest:start].rstrip()
        opener = _OPENERS.get(before[-1:])
        at = before.rfind(opener, 0, len(before) - 1) if opener else -1
        return start if at < 0 else earliest + at

    def _begin(self, start: int, end: int) -> int:
        """Where the first word behind ``start`` that says anything begins: 참석한 가운데 KIST와 간담회."""
        return next((word.start() for word in WORD.finditer(self._text, start, end) if word[0] not in self._empty), end)
