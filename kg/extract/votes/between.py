"""Notice what two things are like together in a document that names both. The vote weighs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.told import Told
from kg.extract.votes.traits import Seen, Thing, index, many, word_of

# Up to how many sentences it matters how far apart two things stand, and so many words may stand between two names for all to be noticed.
_FAR, _NEAR = 4, 4
TOGETHER, APART = "together", "apart"
# The properties that rules tell of a subject and an object, by the keys of both.
Ties = Mapping[tuple[str, str], Sequence[str]]


def ties_of(told: Sequence[Told]) -> Ties:
    """What is told of each pair, in order."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for t in told:
        found[t.subject.key, t.object.key].add(t.property)
    return {pair: sorted(properties) for pair, properties in found.items()}


def between(one: Thing, other: Thing) -> list[str]:
    """What is to be said of two things together, ``one`` as the subject and ``other`` as the object."""
    here, there = one.sentences, other.sentences
    shared = len(here & there)
    both, far = many(shared), 0 if shared else min(_FAR, *(abs(i - j) for i in here for j in there))
    last = other.key in one.before
    traits = [f"both={both}", f"far={far}", f"far={far} at={one.place}", f"far={far} rank={one.rank}", f"far={far} of={other.rank}"]
    traits += [f"rank={one.rank} of={other.rank}", f"both={both} rank={one.rank}", f"at={one.place} in={other.place}"]
    traits += [f"head={other.head} far={far}", f"far={far} last={last:d} main={other.rank == 0:d}"]
    traits += ["behind"] * last + ["before"] * (one.key in other.before)
    return traits


def tied(one: Thing, other: Thing, ties: Ties) -> list[str]:
    """What rules tell of the two, in both directions."""
    there = [f"told={tie}" for tie in ties.get((one.key, other.key), ())]
    return there + [f"back={tie}" for tie in ties.get((other.key, one.key), ())]


def standing(one: Thing, other: Thing) -> str:
    """Whether a sentence names both."""
    return APART if one.sentences.isdisjoint(other.sentences) else TOGETHER


def may_hold(trait: str, stand: str) -> bool:
    """Whether what ``between`` says can be so of two things that stand like this."""
    for part in trait.split(" "):
        if part.startswith("both="):
            return (part == "both=0") == (stand == APART)
        if part.startswith("far="):
            return (part == "far=0") == (stand == TOGETHER)
    return True


def as_they_stand(one: Thing, other: Thing, stand: str) -> Iterator[str]:
    """What is to be said of the sentences that name the two, or one of them, by how they stand."""
    return _apart(other, one.place) if stand == APART else _together(one, other)


def nearest(one: Thing, other: Thing) -> tuple[Seen, Seen]:
    """The two namings that stand nearest to each other; of equals the first."""
    pairs = ((a, b) for a in one.seen for b in other.seen)
    return min(pairs, key=lambda p: (abs(p[0].sentence.index - p[1].sentence.index), abs(p[0].name.start - p[1].name.start)))


def _together(one: Thing, other: Thing) -> Iterator[str]:
    """What stands between and behind the two where they stand nearest, and in which clauses."""
    a, b = nearest(one, other)
    low, high, order = (a, b, "ab") if a.name.start < b.name.start else (b, a, "ba")
    words = a.sentence.tokens[index(a.sentence, low.name.end) : index(a.sentence, high.name.start)]
    here, there = a.next, b.next
    rivals = sum(name.type == a.name.type for name in a.names[low.number + 1 : high.number])
    yield f"order={order}"
    yield f"order={order} rivals={many(rivals)}"
    yield f"order={order} next={there}"
    yield f"names={many(high.number - low.number)}"
    if len(words) <= _NEAR:
        yield f"order={order} words={' '.join(map(word_of, words))}"
    yield f"nexts={here} {there}"
    yield f"head={other.head} next={there}"
    yield f"head={other.head} of={here}"
    if b.clause is not None:
        verb, case = b.clause.predicate, a.case if a.clause is b.clause else ""
        yield f"cases={case}:{b.case}"
        yield f"verb={verb.lemma} cases={case}:{b.case}"
        yield f"ending={verb.voice} {verb.ending}"
        if a.clause is not None and a.clause is not b.clause:
            yield f"verb={a.clause.predicate.lemma} apart={a.case}:{b.case}"


def _apart(other: Thing, place: str) -> Iterator[str]:
    """In which construction the object is named first, where no sentence names both."""
    seen = other.seen[0]
    if seen.clause is not None:
        subject = seen.clause.topic or seen.clause.subject
        carried = "named" if subject and subject.names else "some" if subject else "none"
        yield f"carried={carried}"
        yield f"carried={carried} verb={seen.clause.predicate.lemma}:{seen.case} at={place}"
