"""A clause: a predicate with its phrases, the noun it stands before, and what it carries on."""

from __future__ import annotations

from typing import NamedTuple

from kg.analyse.items import Predicate
from kg.extract.clauses.phrase import Phrase
from kg.refer import Named

NAMED = "NNP"
# What something is, told in passing: 두루는 KIST가 만든 로봇으로, ...
ASIDE = frozenset({"instrumental", "essive"})
# The case of him by whom a passive act is done (에 의해).
BY = "by"
# The case of a time that is said of the act of a clause inside or before, on a day of which there may be others; and of a meeting's.
INSIDE, MEETING = "inside", "meeting"
# The ending of a clause before a noun that only tells what it is about, so that its subject is that of the sentence: X를 만든 공로.
CONTENT = "content"


class Clause(NamedTuple):
    """A predicate and what belongs to it.

    ``subject`` is what the clauses before it in the sentence spoke of, ``speaker`` who says it, ``before`` what was said earlier
    in the sentence, ``times`` the times among it that hold for what follows. ``anaphor``: its subject is a word
    such as 연구진, ``pronoun``: one such as 그. ``follows``: the predicate before the next noun to which it leads, if so, and the main
    ones behind it.
    ``object`` and ``partner`` are those of the clause which this one carries on. ``way``: it leads to one before a noun that is a way
    to do both (B를 인수해 사업을 넓히는 방안).
    """

    predicate: Predicate
    phrases: tuple[Phrase, ...]
    bare: Phrase | None
    head: Phrase | None
    topic: Phrase | None
    subject: Phrase | None
    speaker: Phrase | None = None
    quoted: bool = False
    adverbs: frozenset[str] = frozenset()
    follows: tuple[Predicate, ...] = ()
    before: tuple[Phrase, ...] = ()
    times: tuple[Phrase, ...] = ()
    anaphor: bool = False
    pronoun: bool = False
    object: Phrase | None = None
    partner: Phrase | None = None
    way: bool = False

    @property
    def has_subject(self) -> bool:
        """Whether it has a subject of its own, named or not."""
        return any(p.case == "nominative" and not p.is_time for p in self.phrases)

    @property
    def has_object(self) -> bool:
        """Whether it has an object of its own, named or not."""
        return any(p.case == "accusative" for p in self.phrases)

    @property
    def before_its_subject(self) -> bool:
        """Whether it stands before a noun and has an object, so that this noun is its subject: 배터리를 만드는 기업."""
        return self.predicate.ending == "adnominal" and self.has_object

    @property
    def before_another(self) -> bool:
        """Whether it stands before a noun that is not what the topic names: 과기정통부는 [연구자들로 구성된] 실무단을 통해 ..."""
        topic = self.topic.names if self.topic else ()
        return self.predicate.ending == "adnominal" and self.head is not None and self.head.names != topic

    @property
    def tells_of_head(self) -> bool:
        """Whether it is about the thing that is named behind it, not about the topic: 이 사업은 [어제 발표된] A의 일환이다."""
        return self.before_another and bool(self.head and self.head.names)

    @property
    def own(self) -> tuple[Phrase, ...]:
        """Its own phrases, what is named right before the predicate without a particle among them."""
        return (*self.phrases, self.bare) if self.bare else self.phrases

    @property
    def dates(self) -> list[Phrase]:
        """The times that hold for it, those said before it first."""
        return [p for p in (*self.times, *self.phrases) if p.is_time]

    @property
    def start(self) -> int:
        """Where its phrases begin; where its predicate does, if it has none."""
        return min((p.start for p in self.phrases), default=self.predicate.start)

    @property
    def named(self) -> list[Named]:
        """All that may fill a role of it without a look beyond the sentence: what is named in it, and in what it carries on."""
        carried = (self.bare, self.head, self.topic, self.subject, self.object, self.partner, self.speaker)
        phrases = [*self.phrases, *self.before, *(p for p in carried if p)]
        return [name for p in phrases for names in (p.names, p.inner, p.around) for name in names]
