"""Groups joined into things, by links that are sure and by what people decided, so that nothing is a bridge between two things.

Links are taken surest first. One is refused where anything on its one side conflicts with anything on its other, so a chain of likenesses
never joins what must stay apart (complete linkage on conflicts, single linkage on likeness).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.ontology.judgements import DIFFERENT, SAME, Judgement, Ref
from kg.resolve.compare import Comparer, Weight
from kg.resolve.groups import Group
from kg.resolve.state import ordered

_BETWEEN = "between-namesakes"


@dataclass(frozen=True, slots=True)
class Link:
    """Two groups and what speaks for their being one; ``judgement`` where a person decided it."""

    one: Group
    other: Group
    weight: Weight
    judgement: Judgement | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.one.id, self.other.id

    def rank(self) -> tuple[object, ...]:
        """Judged first, then by score, then by how many documents hang on it."""
        return self.judgement is None, -self.weight.score, -min(len(self.one.members), len(self.other.members)), self.pair


@dataclass(frozen=True)
class Judged:
    """The judgements as pairs of groups."""

    links: tuple[Link, ...]
    apart: frozenset[tuple[str, str]]


def decided(named: Mapping[Ref, Sequence[Group]], judgements: Iterable[Judgement], comparer: Comparer) -> Judged:
    """What people decided, of the groups that each reference means; a decision on what no document names has no effect."""
    links: list[Link] = []
    apart: set[tuple[str, str]] = set()
    for judgement in judgements:
        pairs = [(one, other) for one in named[judgement.one] for other in named[judgement.other] if one.id != other.id]
        if judgement.verdict == DIFFERENT:
            apart.update(ordered(one.id, other.id) for one, other in pairs)
        if judgement.verdict == SAME:
            links += [Link(one, other, comparer.compare(one, other), judgement) for one, other in pairs]
    return Judged(tuple(links), frozenset(apart))


def without_bridges(sure: Sequence[Link], comparer: Comparer, judged: Judged) -> tuple[list[Link], list[Link]]:
    """The links but those of a name that fits several things alike, and the latter, weakened; what a person decided is no bridge."""
    joined = {ordered(*link.pair) for link in (*sure, *judged.links)}
    by_name: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for link in sure:
        for here, there in ((link.one, link.other), (link.other, link.one)):
            if not here.row:
                by_name[here.id, link.weight.by].append(there)
    torn: dict[tuple[str, str], str] = {}
    for (id, _), others in sorted(by_name.items()):
        strangers = _strangers(others, comparer, joined)
        torn.update((ordered(id, other), shown) for other, shown in strangers.items())
    clear = [link for link in sure if ordered(*link.pair) not in torn]
    bridges = [
        Link(link.one, link.other, comparer.weaker(link.weight, _BETWEEN, torn[ordered(*link.pair)]))
        for link in sure
        if ordered(*link.pair) in torn
    ]
    return clear, bridges


def _strangers(others: Sequence[Group], comparer: Comparer, joined: set[tuple[str, str]]) -> dict[str, str]:
    """Those that one name joins although nothing else does, each with the names of those it is no friend of."""
    found: dict[str, list[str]] = defaultdict(list)
    row = sorted(others, key=lambda one: one.id)
    for at, one in enumerate(row):
        for other in row[at + 1 :]:
            if ordered(one.id, other.id) not in joined or comparer.conflict(one, other):
                found[one.id].append(other.name)
                found[other.id].append(one.name)
    return {id: ", ".join(names[:3]) for id, names in found.items()}


def cluster(clear: Sequence[Link], *, comparer: Comparer, judged: Judged) -> tuple[list[list[Group]], list[Link]]:
    """The linked groups in lists of one thing each, and the links that were refused because they would join what must stay apart."""
    members = {one.id: [one] for link in (*judged.links, *clear) for one in (link.one, link.other)}
    home = {id: id for id in members}

    def join(one: str, other: str) -> None:
        kept, gone = sorted((home[one], home[other]))
        for group in members.pop(gone):
            home[group.id] = kept
            members[kept].append(group)

    refused: list[Link] = []
    for link in (*judged.links, *sorted(clear, key=Link.rank)):
        one, other = home[link.one.id], home[link.other.id]
        if one == other:
            continue
        if link.judgement is None and _conflict(members[one], members[other], comparer, judged):
            refused.append(link)
        else:
            join(one, other)
    return list(members.values()), refused


def _conflict(ones: Sequence[Group], others: Sequence[Group], comparer: Comparer, judged: Judged) -> bool:
    return any(ordered(one.id, other.id) in judged.apart or bool(comparer.conflict(one, other)) for one in ones for other in others)


def best_id(members: Sequence[Group]) -> str:
    """The id of a thing: that of its row, else of its group with the fullest name."""
    return min(members, key=lambda one: (one.row is None, -len(one.name) if one.row is None else 0, one.id)).id
