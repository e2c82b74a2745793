"""Why two names are one thing, or are not."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from kg.ontology.judgements import Judgement
from kg.resolve.clusters import Link
from kg.resolve.compare import Weight
from kg.resolve.groups import Group
from kg.resolve.identity import tools
from kg.review.doubts import reasons
from kg.review.seen import Seen, ref_of
from kg.write.terminal import printable


@dataclass(frozen=True, slots=True)
class Why:
    """Two groups, whether they are one thing, and what decided it.

    ``way`` are the links from the one to the other where they are; ``weight`` is the comparison of the two themselves; ``judgement``
    is what a person decided of exactly these two.
    """

    one: Group
    other: Group
    same: bool
    way: tuple[Link, ...]
    weight: Weight
    judgement: Judgement | None


def why(seen: Seen, name: str, other_name: str) -> Why:
    """What decided about two names or ids; UsageError where one means nothing or several things."""
    one, other = seen.group(name), seen.group(other_name)
    same = seen.thing_of(one) == seen.thing_of(other)
    weight = tools(seen.ontology)[1].compare(one, other)
    judgement = seen.ontology.judgements.on(ref_of(one), ref_of(other))
    return Why(one, other, same, tuple(_way(seen, one, other)) if same else (), weight, judgement)


def _way(seen: Seen, one: Group, other: Group) -> list[Link]:
    """The shortest chain of links that joins two groups."""
    came: dict[str, tuple[str, Link] | None] = {one.id: None}
    waiting = deque([one.id])
    while waiting and other.id not in came:
        here = waiting.popleft()
        for link in seen.found.joined:
            if here in link.pair:
                there = link.pair[1] if link.pair[0] == here else link.pair[0]
                if there not in came:
                    came[there] = (here, link)
                    waiting.append(there)
    chain: list[Link] = []
    step = came.get(other.id)
    while step is not None:
        chain.insert(0, step[1])
        step = came[step[0]]
    return chain


def told(found: Why, seen: Seen, lang: str) -> Iterator[str]:
    """The answer in lines: the verdict, then what stands behind it."""
    words = seen.ontology.identity.words.said
    table = seen.ontology.identity.features

    def say(key: str, *parts: str) -> str:
        return words[key][lang].format(*map(printable, parts))

    yield say("one_thing" if found.same else "two_things", _called(found.one), _called(found.other))
    if found.judgement:
        yield "  " + say("decided", str(found.judgement))
    if found.one.id == found.other.id:
        yield "  " + (say("one_row", found.one.row) if found.one.row else say("one_name", found.one.name))
        return
    for link in found.way:
        yield "  " + say("joined", _called(link.one), _called(link.other))
        if link.judgement:
            yield "    " + say("decided", str(link.judgement))
        yield from (f"    {reason}" for reason in reasons(link.weight, table, lang))
    if not found.same:
        yield "  " + say("score", f"{found.weight.score:.2f}", f"{table.merge:g}", f"{table.doubt:g}")
        yield from (f"    {reason}" for reason in reasons(found.weight, table, lang))
        if not found.weight.signs:
            yield "    " + say("nothing")
    for one in (found.one, found.other):
        yield "  " + say("known_as", _called(one), ", ".join(one.names[:12]), str(len(one.documents)))


def _called(one: Group) -> str:
    return f"{one.name} ({ref_of(one)})"
