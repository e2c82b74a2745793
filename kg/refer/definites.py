"""Resolve what the class words of a document mean: 이 로봇, 이번 행사, 회사, 이 자리에는."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.find.aliases import ALIAS
from kg.find.cues import DEFINITE
from kg.ontology.authority import fold
from kg.ontology.load import BODY, COMPANY, EVENT, POLICY, PRODUCT, TECHNOLOGY
from kg.ontology.names import Names
from kg.refer.alike import core, number_before, numbers_of
from kg.refer.past import Past
from kg.refer.spoken import Spoken
from kg.values import Mention

# Things that a text names once and then speaks of by their class word.
SPOKEN_OF = frozenset({EVENT, POLICY, PRODUCT})
# An event spoken of so many characters before is what a word for any event means.
EVENT_REACH = 320


class Definites:
    """The mentions of one document, of which the class words are resolved in the order of the text: only what was said before is known."""

    def __init__(self, spoken: Spoken, keys: Sequence[str], names: Names, bodies: frozenset[str], past: Past) -> None:
        self._text, self._spoken, self._names, self._bodies = spoken.text, spoken, names, bodies
        self._mentions, self._keys = list(spoken.mentions), list(keys)
        self._past = past
        self._pointed: set[int] = set()
        self._firms: Counter[str] = Counter()
        # What each class word means, what each event was called last, and its number.
        self._by_cue: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._number: dict[str, str] = {}
        # The event named first, the one named last, and the one that a class word alone names.
        self._main: str | None = None
        self._recent: str | None = None
        self._opened: str | None = None
        # The first of all of them, with a name or without, and whether the text only comes back to it.
        self._first: str | None = None
        self._first_aside = False
        # The event named last as the background of another, and where its name ends.
        self._aside, self._aside_end = "", 0

    def resolve(self) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
        """The mentions, and the key of what each speaks of; of one that means nothing the key is empty."""
        self._demonstratives()
        self._any_bodies()
        self._class_words()
        self._seats()
        return tuple(self._mentions), tuple(self._keys)

    def _demonstratives(self) -> None:
        """이 로봇, 해당 기술: a class word behind a demonstrative is the product named last, whatever kind it names elsewhere."""
        last: str | None = None
        for at, mention in enumerate(self._mentions):
            pointed = self._text[: mention.start].endswith(self._names.demonstratives) and " " not in mention.text
            if mention.type in {TECHNOLOGY, PRODUCT} and pointed and last:
                self._keys[at] = last
                self._mentions[at] = replace(mention, rule=DEFINITE, authority=None)
                self._pointed.add(at)
            elif mention.type in {PRODUCT, ""} and mention.rule != DEFINITE:
                last = self._keys[at]

    def _any_bodies(self) -> None:
        """이 기관, 동 부처: a word for any body behind a demonstrative is the body of which the text spoke last."""
        body = ""
        for at, mention in enumerate(self._mentions):
            if mention.rule == DEFINITE and mention.type == BODY:
                self._keys[at] = body
                self._pointed.add(at)
            elif mention.rule != DEFINITE and mention.type in self._bodies and (not body or self._spoken.is_told_of(mention)):
                body = self._keys[at]

    def _class_words(self) -> None:
        """A class word alone (토론회, 사업) means the thing last named by that word, else the document's last event."""
        for at, mention in enumerate(self._mentions):
            if at in self._pointed or mention.text == self._names.seat_word:
                continue
            if mention.rule == DEFINITE:
                self._keys[at] = self._thing(at, mention) or ""
            else:
                self._remember(mention, self._keys[at])

    def _remember(self, mention: Mention, key: str) -> None:
        """Notes which class words a name leaves for later."""
        if mention.type == COMPANY:
            self._firms[key] += 1
        if mention.type == EVENT and self._main not in {None, key} and self._past.was(mention):
            return
        if mention.type in SPOKEN_OF or mention.type in self._bodies:
            for cue in self._cues_in(mention):
                # The body meant by 협회 is the one that the text is about, named first; a plan or event the one named last.
                if mention.type not in self._bodies or cue not in self._by_cue:
                    self._by_cue[cue] = key
        if mention.type == EVENT and not mention.text.endswith(self._names.event_unheld):
            self._main, self._recent = self._main or key, key
            if self._names.background_event.match(self._text, mention.end):
                self._aside, self._aside_end = key, mention.end
            # What it is said to be before its name says less than the name: 드론 전시회인 ‘새길쇼’.
            self._called[key] = mention.text if mention.rule != ALIAS else self._called.get(key, mention.text)
            self._note_number(key, mention, mention.text)

    def _note_number(self, key: str, mention: Mention, text: str) -> None:
        """Notes the number that an event has in the text, which its name need not tell again, and which event is the first."""
        self._number[key] = numbers_of(text, self._names)[0] or self._number.get(key, "")
        if self._first is None:
            aside = self._names.background_event.match(self._text, mention.end)
            self._first, self._first_aside = key, aside is not None or self._past.was(mention)

    def _thing(self, at: int, mention: Mention) -> str | None:
        """The key of what a class word means; an event that nothing else names is named by it."""
        cue = self._names.group_of(mention.text)
        known = self._by_cue.get(cue)
        if known is not None and not self._is_another(mention, known):
            return known
        if mention.type == EVENT:
            ahead = (self._keys[i] for i in range(at + 1, len(self._mentions)) if self._ends_like(self._mentions[i], mention))
            found = self._of_kind(mention) or self._meant(mention, self._recent) or next(ahead, None) or self._meant(mention, self._main)
            found = found or self._meant(mention, self._opened)
            if found is None:
                self._opened = found = self._keys[at]
                self._called[found] = mention.text
                number = number_before(self._text, mention, self._names.event_ordinal)
                self._note_number(found, mention, number[0] if number else "")
            self._by_cue[cue] = self._still_meant(mention, known) or found
            return found
        # What 회사 and 이 업체 mean: the firm that the text has named most so far, of equals the first.
        return max(self._firms, key=self._firms.__getitem__, default=None) if mention.type == COMPANY else None

    def _seats(self) -> None:
        """이 자리에는: a word for any event is the one that the text has just spoken of; none, where that is too far off."""
        event, end = "", 0
        for at, mention in enumerate(self._mentions):
            if mention.type != EVENT:
                continue
            if mention.rule == DEFINITE and mention.text == self._names.seat_word:
                self._keys[at] = event if mention.start - end <= EVENT_REACH else ""
            if self._keys[at] and not self._names.background_event.match(self._text, mention.end):
                event, end = self._keys[at], mention.end

    def _meant(self, mention: Mention, event: str | None) -> str | None:
        """The event, where the word may mean it: one of its kind, or any behind 이번, and so on."""
        pointed = self._text[: mention.start].endswith(self._names.demonstratives)
        if event and self._is_another(mention, event):
            return None
        if event and event == self._aside and not pointed and "." not in self._text[self._aside_end : mention.start]:
            # 개회식에 앞서 면담을 갖고: an occasion is not the one before or behind which it takes place.
            return None
        return event if event and (pointed or self._names.may_mean(mention.text, self._called.get(event, ""))) else None

    def _is_another(self, mention: Mention, event: str) -> bool:
        """Whether the number right before a word for an event tells it from one: 민생회의의 후속으로 12일 1차 회의를 열었다."""
        number = number_before(self._text, mention, self._names.event_ordinal)
        if mention.type != EVENT or number is None:
            return False
        its = self._number.get(event)
        pointed = self._text.endswith(self._names.demonstratives, 0, number.start())
        return its != numbers_of(number[0], self._names)[0] and (bool(its) or not pointed)

    def _still_meant(self, mention: Mention, known: str | None) -> str | None:
        """The event that a class word still means behind another that its number tells from it: 1차 회의에서는 ... 이날 회의에는."""
        first = self._first if self._first and self._names.may_mean(mention.text, self._called[self._first]) else None
        event = first if known is None else known
        if event is None or not self._is_another(mention, event):
            return None
        return event if (event == first and not self._first_aside) or self._past.was(mention) else None

    def _of_kind(self, mention: Mention) -> str | None:
        """The event called last that is of the word's own kind, where the one named last is of none: 토론회 of a 학술대회."""
        alike = (key for key, name in reversed(self._called.items()) if self._names.of_one_kind(mention.text, name))
        return next((key for key in alike if not self._is_another(mention, key)), None)

    def _ends_like(self, mention: Mention, definite: Mention) -> bool:
        alike = mention.rule != DEFINITE and mention.type == definite.type
        return alike and core(mention.text, self._names).endswith(fold(definite.text))

    def _cues_in(self, mention: Mention) -> Iterator[str]:
        name = core(mention.text, self._names)
        cues = self._names.class_of_cue
        for at in range(len(name)):
            if cues.get(name[at:]) == mention.type:
                yield self._names.group_of(name[at:])
