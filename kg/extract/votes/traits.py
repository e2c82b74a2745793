"""Notice what each thing that a document names is like there: where, how often and in which constructions. The vote weighs it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from kg.extract.clauses.clause import Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.told import BODY_KINDS, Told
from kg.refer import Named
from kg.values import Sentence, Token

# Of so many namings of a thing at most it is noticed how they stand.
MOST = 4
# Up to how many it matters how many there are, and how far behind its first line a text is still early.
_MANY, _EARLY = 5, 2
_START = attrgetter("start")


class Said(NamedTuple):
    """A sentence with the names in it and its clauses."""

    sentence: Sentence
    names: Sequence[Named]
    clauses: Sequence[Clause]


class Seen(NamedTuple):
    """One naming, the ``number``-th of the ``names`` of its sentence: ``clause`` is that in which it stands best, with its case there."""

    name: Named
    sentence: Sentence
    clause: Clause | None
    case: str
    names: Sequence[Named]
    number: int

    @property
    def next(self) -> str:
        """The word behind the name."""
        return _behind(self.sentence, self.name)


@dataclass(slots=True)
class Thing:
    """All namings of one thing and the numbers of the sentences; ``traits`` are what is to be said of it by itself, ``flags`` some of them.

    ``before`` are the things named last before it, one a class; ``rank`` is 0 for the one of its class that is named in most sentences.
    """

    key: str
    type: str
    seen: list[Seen] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    place: str = ""
    rank: int = 0
    head: str = ""
    traits: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


def things_of(
    document: Sequence[Said], told: Sequence[Told], classes: frozenset[str], publishers: frozenset[str]
) -> dict[str, list[Thing]]:
    """The things of these classes that the sentences name, by class, those named in most sentences first.

    ``told`` is what rules tell, ``publishers`` are the keys of what has the name of the text's publisher.
    """
    body = next((said.sentence.index for said in document if said.sentence.kind in BODY_KINDS), None)
    spoken = next(
        (p.names[0].key for said in document if _is_body(said, body) for c in said.clauses if (p := c.topic or c.subject) and p.names), ""
    )
    ends: dict[str, list[str]] = defaultdict(list)
    for t in told:
        ends[t.subject.key].append(f"tells={t.property}")
        ends[t.object.key].append(f"told={t.property}")
    by_class: dict[str, list[Thing]] = defaultdict(list)
    for thing in _gathered(document, classes).values():
        by_class[thing.type].append(thing)
    for things in by_class.values():
        first, alike = things[0], many(len(things))
        things.sort(key=lambda thing: -len(thing.sentences))
        for rank, thing in enumerate(things):
            thing.rank, thing.place, thing.head = min(rank, 3), _place(thing, body), _head(thing.seen[0])
            own = [f"is={thing.type}", f"named={many(len(thing.sentences))}", f"place={thing.place}", f"rank={thing.rank}", f"of={alike}"]
            own += [f"head={thing.head}", f"nouns={_nouns(thing.seen)}", *ends[thing.key], *thing.traits]
            flags = {"main": rank == 0, "first": thing is first, "said": thing.key == spoken, "publisher": thing.key in publishers}
            thing.flags = [flag for flag, holds in flags.items() if holds]
            thing.traits = list(dict.fromkeys([*own, *thing.flags]))
    return by_class


def index(sentence: Sentence, place: int) -> int:
    """The number of the first token that begins at the place or behind it."""
    return bisect_left(sentence.tokens, place, key=_START)


def many(count: int) -> str:
    """A count as it matters: from three on, few or many."""
    return str(count) if count < 3 else "few" if count < _MANY else "many"


def word_of(token: Token) -> str:
    """A token as it is weighed: of a name that is spelt with a space or without, Kiwi gives now the one, now the other."""
    return token.form.replace(" ", "")


def _gathered(document: Sequence[Said], classes: frozenset[str]) -> Mapping[str, Thing]:
    """The things with all their namings, and what the first few of these are like."""
    things: dict[str, Thing] = {}
    last: dict[str, str] = {}
    for sentence, names, clauses in document:
        fellows = Counter(name.type for name in names)
        own = [(number, name) for number, name in enumerate(names) if name.type in classes]
        standing, opening = (_standing(clauses), _opening(sentence)) if own else ({}, "")
        for number, name in own:
            thing = things.setdefault(name.key, Thing(name.key, name.type))
            clause, case = standing.get(name.start, (None, ""))
            if len(thing.seen) < MOST:
                thing.before.update(key for key in last.values() if key != name.key)
                thing.traits.append(opening)
                thing.traits += _of_naming(sentence, name, clause, case, fellows[name.type] - 1)
            thing.seen.append(Seen(name, sentence, clause, case, names, number))
            thing.sentences.add(sentence.index)
            last[name.type] = name.key
    return things


def _is_body(said: Said, body: int | None) -> bool:
    return body is not None and said.sentence.index >= body


def _place(thing: Thing, body: int | None) -> str:
    """Where a text names it first."""
    first = thing.seen[0].sentence
    if first.kind == "title":
        return "title"
    if body is None or first.index <= body:
        return "lead"
    return "early" if first.index <= body + _EARLY else "late"


def _of_naming(sentence: Sentence, name: Named, clause: Clause | None, case: str, fellows: int) -> Iterator[str]:
    """How a name stands in its sentence."""
    at = index(sentence, name.start)
    yield f"kind={sentence.kind}"
    yield f"next={_behind(sentence, name)}"
    yield f"last={word_of(sentence.tokens[at - 1]) if at else ''}"
    yield f"fellows={many(fellows)}"
    if name.listed:
        yield "listed"
    if clause is not None:
        yield f"case={case}"
        yield f"verb={clause.predicate.lemma}:{case}"
        if clause.follows:
            yield f"above={clause.follows[-1].lemma}"


def _behind(sentence: Sentence, name: Named) -> str:
    at = index(sentence, name.end)
    return word_of(sentence.tokens[at]) if at < len(sentence.tokens) else ""


def _standing(clauses: Sequence[Clause]) -> dict[int, tuple[Clause, str]]:
    """The clause of each name and its case there, by where the name begins: its own phrase rather than one carried over."""
    found: dict[int, tuple[Clause, str]] = {}
    for clause in clauses:
        _stand(found, clause, (*((p.case, p) for p in clause.phrases), ("head", clause.head), ("bare", clause.bare)))
    for clause in clauses:
        _stand(
            found, clause, (("topic", clause.topic), ("subject", clause.subject), ("object", clause.object), ("speaker", clause.speaker))
        )
    return found


def _stand(found: dict[int, tuple[Clause, str]], clause: Clause, phrases: Iterable[tuple[str, Phrase | None]]) -> None:
    for case, phrase in phrases:
        if phrase is not None:
            for name in (*phrase.names, *phrase.inner):
                found.setdefault(name.start, (clause, case))


def _opening(sentence: Sentence) -> str:
    """The trait of a sentence's first noun, which in outlines says what the line is about: 참석자, 일시."""
    return "opens=" + next((word_of(t) for t in sentence.tokens[:8] if t.tag.startswith("NN")), "")


def _head(seen: Seen) -> str:
    """The last noun of a name."""
    own = seen.sentence.tokens[index(seen.sentence, seen.name.start) : index(seen.sentence, seen.name.end)]
    return next((word_of(t) for t in reversed(own) if t.tag.startswith("N")), "")


def _nouns(seen: Sequence[Seen]) -> str:
    """Of how many words its fullest naming is made: one by itself is often no more than the word for any such thing."""
    return many(max(index(s.sentence, s.name.end) - index(s.sentence, s.name.start) for s in seen))
