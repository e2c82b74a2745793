"""What a walk over a sentence has open, and what one clause leaves to those that follow."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kg.analyse.items import SUBJECT, Adverb
from kg.extract.clauses.clause import CONTENT, INSIDE, MEETING, Clause
from kg.extract.clauses.phrase import Phrase, named_in
from kg.ontology.load import EVENT
from kg.refer import Named

# How far behind a noun the adverb begins that goes with it, the particle and a space between them.
_BESIDE = 3


@dataclass
class State:
    """What a walk over the items has open."""

    pending: list[Phrase] = field(default_factory=list)
    adverbs: set[str] = field(default_factory=set)
    topic: Phrase | None = None
    subject: Phrase | None = None
    passed: list[Phrase] = field(default_factory=list)
    times: list[Phrase] = field(default_factory=list)
    source: Phrase | None = None
    anaphor: bool = False
    pronoun: bool = False
    object: Phrase | None = None
    partner: Phrase | None = None
    called: Phrase | None = None
    together: Phrase | None = None
    around: tuple[Named, ...] = ()

    def say(self, adverb: Adverb, with_words: Collection[str]) -> None:
        """Take in an adverb, and with whom one acts where it says so right behind: KIST와 함께."""
        self.adverbs.add(adverb.form)
        last = self.pending[-1] if self.pending and adverb.form in with_words else None
        if _is_partner_before(last, adverb.start):
            self.together = last

    def is_together(self, phrase: Phrase, with_words: Collection[str]) -> bool:
        """Whether the phrase says of what stands last, or before it, that one acts with him: KIST와 공동으로."""
        before = next((p for p in reversed(self.pending) if p is not phrase and p.start < phrase.start), None)
        said = phrase.case == "instrumental" and not phrase.names and phrase.said in with_words
        return said and _is_partner_before(before, phrase.start)

    def carry(self, clause: Clause, pending: Sequence[Phrase], subject: Phrase | None, marks: tuple[str, ...]) -> None:
        """Keep what the clauses that follow may leave out: the subject, the object, the partner, and what a clause before a noun tells of.

        ``marks`` are the particles of a topic.
        """
        predicate = clause.predicate
        if predicate.ending in {"adnominal", CONTENT}:
            self.around = named_in(p for p in pending if p.case == "accusative")
            if _is_meeting(clause.head):
                # When it is holds for what happens there: 12일 열린 포럼에서 KIST는 로봇을 공개했다.
                self.times.extend(p._replace(case=MEETING) for p in pending if p.is_time)
                return
            if any(_is_meeting(p) for p in pending):
                # What happened there is told of the noun behind, and the main act was another time: 12일 열린 포럼에서 뽑힌 가온텍은 ...
                self.times = [p for p in self.times if p.case != MEETING]
            if self.times and _is_right_before(self.times[-1], self.pending, marks):
                self.times[-1] = self.times[-1]._replace(case=INSIDE)
            return
        self.subject = subject or clause.topic or self.subject
        own = next((p for p in reversed(pending) if p.case == "accusative"), None if subject else self.object)
        goes_on = predicate.ending == "connective" and predicate.tail.endswith("/EC")
        self.object = own if goes_on else None
        beside = next((p for p in reversed(pending) if p.case == "comitative" and p.names), None if subject else self.partner)
        self.partner = beside if goes_on else None

    def leave(self, pending: Sequence[Phrase], subject: Phrase | None, *, guests: bool) -> None:
        """Go on behind a clause that tells what somebody else is to do: nothing of who acts in the one above it.

        With whom ``guests`` come they are there: 협회와 연구자들이 참석한 가운데 포럼을 열었다.
        """
        self.passed.extend(p for p in self.pending if p.case != "nominative")
        self.pending = list(pending[: pending.index(subject)]) if subject else []
        while guests and self.pending and self.pending[-1].case == "comitative":
            self.pending.pop()
        self.adverbs.clear()


def _is_partner_before(phrase: Phrase | None, start: int) -> bool:
    """Whether the phrase says with whom something is done, right before what begins at ``start``."""
    return phrase is not None and phrase.case == "comitative" and start - phrase.end <= _BESIDE


def _is_right_before(time: Phrase, pending: Sequence[Phrase], marks: tuple[str, ...]) -> bool:
    """Whether nothing but the time, itself no topic, stands between the subject and a predicate: 산업부는 올해 4월 시행된 법에 따라 ..."""
    topic = time.chunks[-1].particle.endswith(marks)
    return bool(pending) and pending[-1].case in SUBJECT and pending[-1].start < time.start and not topic


def _is_meeting(head: Phrase | None) -> bool:
    """Whether a clause tells of an event at which the main one happens: 산업부는 지난달 열린 포럼에서 ..."""
    return head is not None and head.case == "locative" and any(name.type == EVENT for name in head.names)
