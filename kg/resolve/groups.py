"""Referents that are one thing by name alone: those of one authority row, or of one class and spelling.

People of one name are one only with a body in common, or with two of which one followed on the other; units with a body in common, or
with two of which one is of the other or followed on it; events with a day; firms unless their stock codes differ. One without any such
mark joins its namesakes where these are one; where they are several it stays alone, since it could be any of them. Events without a day
are one with those of about their time, since such as have no number come again under the same name; those of different numbers are two.
What a succession, or its time, ties to two that are apart stays alone too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.ontology.judgements import DIFFERENT, SAME, Ref, slug_of
from kg.ontology.load import COMPANY, EVENT, PERSON, Ontology
from kg.resolve.nodes import BARE, CODE, LINE, NUMBER, OF, Node, is_bare
from kg.resolve.spelling import Speller, numbers

_SPACES = re.compile(r"\s+")
_DAY = re.compile(r"(\d{4})-(0\d|1[0-2])(?:-(\d\d))?")
# Events of one name without a day are two where more than the first lies between them; where their name has a number, the second.
_SEASON, _YEAR = dt.timedelta(days=92), dt.timedelta(days=366)
Key = tuple[str, str]
# The prefixes of the marks that tell a thing of a class from its namesakes.
_TELLING: Mapping[str, tuple[str, ...]] = {COMPANY: (CODE,), PERSON: (LINE,), EVENT: ()}


@dataclass(frozen=True, slots=True)
class Group:
    """Referents of one name. ``row`` is their authority row, ``name`` the fullest of their own ``names``, without legal form.

    ``members`` are (document, referent key), sorted; a row that no document names has none.
    """

    id: str
    type: str
    row: str | None
    name: str
    names: tuple[str, ...]
    marks: frozenset[str]
    members: tuple[tuple[str, str], ...]

    @property
    def documents(self) -> set[str]:
        """The documents that name it."""
        return {document for document, _ in self.members}


class Grouper:
    """Parts referents into families, whose members could be one by name alone, and each family into groups.

    ``following`` are the marks that follow from others (``nodes.following``).
    """

    def __init__(self, ontology: Ontology, speller: Speller, following: Mapping[str, frozenset[str]]) -> None:
        self._apart = Apart(ontology, speller)
        self._rows, self._speller, self._following = ontology.authority.rows, speller, following

    def family(self, node: Node) -> str:
        """The family of a referent: its row behind a slash, or its class and plain name with a slash between."""
        row = node.referent.authority
        if row and not self._apart.from_row(node, row):
            return f"/{row}"
        return f"{node.referent.type}/{self._speller.plain(node.referent.name)}"

    def groups(self, family: str, nodes: Sequence[Node]) -> dict[str, Group]:
        """The groups of a family by id, of all its nodes in the order of their ids."""
        if not nodes:
            return {}
        type_, _, key = family.partition("/")
        nodes = [replace(node, marks=node.marks.union(*(self._following.get(mark, ()) for mark in node.marks))) for node in nodes]
        if not type_:
            name = self._rows[key].ko if key in self._rows else _fullest(nodes, self._speller)
            return {key: _group(key, name, nodes, row=key)}
        found: dict[str, Group] = {}
        for one in _named(nodes, self._apart, bare=type_ == EVENT and self._speller.generic(key), speller=self._speller):
            found[one.id] = together([found[one.id], one]) if one.id in found else one
        return found


def together(groups: Sequence[Group]) -> Group:
    """Groups of one id as one; what only one can have is the first's."""
    first = groups[0]
    if len(groups) == 1:
        return first
    names = tuple(sorted({name for one in groups for name in one.names}))
    members = tuple(sorted(member for one in groups for member in one.members))
    return Group(first.id, first.type, first.row, first.name, names, frozenset().union(*(one.marks for one in groups)), members)


def _named(nodes: Sequence[Node], apart: Apart, *, bare: bool, speller: Speller) -> list[Group]:
    """The groups of nodes of one class and name; the largest has the plain id, unless the name is only a class word."""
    type_ = nodes[0].referent.type
    parts = [[node] for node in nodes] if bare or len(nodes) == 1 else [kept for part in _split(type_, nodes) for kept in apart.split(part)]
    parts.sort(key=lambda part: (-len(part), part[0].id))
    name = _fullest(nodes, speller)
    plain = f"{slug_of(type_)}/{_SPACES.sub('-', name)}"
    ids = [plain if at == 0 and not bare else f"{plain}-{_suffix(part)}" for at, part in enumerate(parts)]
    return [_group(id, _fullest(part, speller), part) for id, part in zip(ids, parts, strict=True)]


def _fullest(nodes: Iterable[Node], speller: Speller) -> str:
    return min((speller.bare(node.referent.name) for node in nodes), key=lambda name: (-len(name), name))


def _group(id: str, name: str, nodes: Sequence[Node], row: str | None = None) -> Group:
    names = {name, *(said for node in nodes for said in node.referent.names)}
    marks = frozenset[str]().union(*(node.marks for node in nodes))
    return Group(id, nodes[0].referent.type, row, name, tuple(sorted(names)), marks, tuple(sorted(node.id for node in nodes)))


def _suffix(part: Sequence[Node]) -> str:
    told = telling(part[0].referent.type, (mark for node in part for mark in node.marks))
    marks = sorted(mark.removeprefix(CODE).removeprefix(OF) for mark in told if not mark.startswith(LINE))
    return _SPACES.sub("-", marks[0] if marks and part[0].referent.type != EVENT else part[0].document)


def telling(type_: str, marks: Iterable[str]) -> set[str]:
    """The marks that tell a thing of this class from its namesakes; for an event its days, not its numbers."""
    prefixes, bare = _TELLING.get(type_, (OF, LINE)), type_ in BARE
    return {mark for mark in marks if mark.startswith(prefixes) or (bare and is_bare(mark))}


def numbered(marks: Iterable[str]) -> frozenset[str]:
    """The numbers of an event."""
    return frozenset([mark.removeprefix(NUMBER) for mark in marks if mark.startswith(NUMBER)])


def _split(type_: str, nodes: Sequence[Node]) -> list[list[Node]]:
    """Nodes that share a telling mark, directly or through others, together; one without any with the only namesakes that it can be."""
    if type_ == EVENT:
        marked, unmarked = _events(nodes)
    else:
        told = [(node, telling(type_, node.marks)) for node in nodes]
        marked = _sharing([(node, sorted(mark for mark in marks if not mark.startswith(LINE))) for node, marks in told if marks])
        unmarked = [node for node, marks in told if not marks]
    parts = _tied([_part(type_, part) for part in marked])
    if len(parts) <= 1:
        return [list(nodes)]
    return [*parts, *([node] for node in unmarked)]


def _sharing(told: Sequence[tuple[Node, Sequence[str]]]) -> list[list[Node]]:
    """Nodes that share a mark, directly or through others, together."""
    parent: dict[str, str] = {}
    for _, marks in told:
        for other in marks:
            first, second = _root(parent, marks[0]), _root(parent, other)
            parent[max(first, second)] = min(first, second)
    parts: dict[str, list[Node]] = defaultdict(list)
    for node, marks in told:
        parts[_root(parent, marks[0])].append(node)
    return list(parts.values())


def _root(parent: dict[str, str], mark: str) -> str:
    while parent.setdefault(mark, mark) != mark:
        mark = parent[mark]
    return mark


def _events(nodes: Sequence[Node]) -> tuple[list[list[Node]], list[Node]]:
    """Events of one number that share a day, and those without a day of about one time, together; and those of which nothing is known."""
    lots: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    unmarked: list[Node] = []
    for node in nodes:
        known = telling(EVENT, node.marks) or numbered(node.marks) or node.day
        (lots[tuple(sorted(numbered(node.marks)))] if known else unmarked).append(node)
    parts: list[list[Node]] = []
    for lot in lots.values():
        told = [(node, sorted(telling(EVENT, node.marks))) for node in lot]
        parts += _sharing([(node, days) for node, days in told if days])
        parts += _times([node for node, days in told if not days])
    return parts, unmarked


def _times(nodes: Iterable[Node]) -> list[list[Node]]:
    """Events of one name in parts of about one time; those without any time are a part."""
    parts: list[list[Node]] = []
    last = dt.date.min
    for day, node in sorted(((_time(node), node) for node in nodes), key=lambda one: (one[0], one[1].id)):
        if not parts or day - last > _reach(node):
            parts.append([])
        parts[-1].append(node)
        last = day
    return parts


def _reach(node: Node) -> dt.timedelta:
    return _YEAR if numbers(node.referent.name) else _SEASON


def _time(node: Node) -> dt.date:
    """When an event was, else when the document speaks of it; the first of days where neither is known."""
    told = min((found.groups(default="01") for mark in node.marks if (found := _DAY.match(mark))), default=None)
    return dt.date(*map(int, told)) if told else node.day or dt.date.min


@dataclass(frozen=True, slots=True)
class _Part:
    """Nodes that are one thing, with the marks by which they may be one with others: the days of events, of others what ties bodies.

    ``sure`` are those of which more is known than when documents speak of them. ``reach`` is how far ``since`` and ``until`` may be from
    those of another event.
    """

    nodes: list[Node]
    marks: set[str]
    numbers: frozenset[str]
    sure: bool
    since: dt.date
    until: dt.date
    reach: dt.timedelta | None

    def tied(self, other: _Part) -> bool:
        """Whether the two may be one."""
        if self.numbers and other.numbers and not self.numbers & other.numbers:
            return False
        if self.marks & other.marks:
            return True
        if self.reach is None or (self.marks and other.marks):
            return False
        return max(self.since, other.since) - min(self.until, other.until) <= self.reach

    def apart(self, other: _Part) -> bool:
        """Whether the two are known to be two."""
        return self.sure and other.sure and not self.tied(other)


def _part(type_: str, nodes: list[Node]) -> _Part:
    event, marks = type_ == EVENT, {mark for node in nodes for mark in node.marks}
    told, known = {mark for mark in telling(type_, marks) if event or mark.startswith(LINE)}, numbered(marks)
    times = [_time(node) for node in nodes]
    return _Part(nodes, told, known, not event or bool(told or known), min(times), max(times), _reach(nodes[0]) if event else None)


def _tied(parts: Sequence[_Part]) -> list[list[Node]]:
    """Those that are tied together; what is tied with two that are apart, also through others, could be either and is alone."""
    near = [[at for at, other in enumerate(parts) if other is not one and one.tied(other)] for one in parts]
    torn = {at for at, found in enumerate(near) if _any_apart([parts[other] for other in found])}
    joined: list[list[Node]] = []
    seen: set[int] = set()
    for first in (at for at in range(len(parts)) if at not in torn):
        if first in seen:
            continue
        lot = [first]
        seen.add(first)
        for here in lot:
            further = [at for at in near[here] if at not in seen and at not in torn]
            seen.update(further)
            lot += further
        if _any_apart([parts[at] for at in lot]):
            torn.update(lot)
        else:
            joined.append(sorted((node for at in lot for node in parts[at].nodes), key=lambda node: node.id))
    return [*joined, *(part for at in sorted(torn) for part in _untied(parts[at]))]


def _any_apart(parts: Sequence[_Part]) -> bool:
    return any(one.apart(other) for one, other in combinations(parts, 2))


def _untied(part: _Part) -> list[list[Node]]:
    """The part without what ties it; of one that is only of one time, each by itself."""
    nodes = [replace(node, marks=frozenset([mark for mark in node.marks if not mark.startswith(LINE)])) for node in part.nodes]
    return [nodes] if part.sure else [[node] for node in nodes]


class Apart:
    """The judgements that part nodes which have one name, or part one from its row; both must name a document to do so."""

    def __init__(self, ontology: Ontology, speller: Speller) -> None:
        self._speller = speller
        self._pairs: dict[Key, list[tuple[Ref, Ref]]] = defaultdict(list)
        self._same = [judgement.pair for judgement in ontology.judgements.of(SAME)]
        self._off: set[tuple[str, str]] = set()
        for one, other in (judgement.pair for judgement in ontology.judgements.of(DIFFERENT)):
            if key_of(one, speller) == key_of(other, speller):
                self._pairs[key_of(one, speller)].append((one, other))
                self._off.update((ref.document, ref.id) for ref in (one, other) if ref.document)

    def from_row(self, node: Node, row: str) -> bool:
        """Whether what this document calls so was judged to be another thing than the row."""
        return (node.document, row) in self._off

    def split(self, nodes: Sequence[Node]) -> list[list[Node]]:
        """The nodes of one group in as many parts as judgements make of them.

        With a judged one go those that are judged the same; whatever could belong to either side is a part of its own.
        """
        key = (slug_of(nodes[0].referent.type), self._speller.plain(nodes[0].referent.name))
        judged = {ref.document for pair in self._pairs.get(key, ()) for ref in pair if ref.document}
        here = {node.document for node in nodes}
        if not judged & here or len(nodes) < 2:
            return [list(nodes)]
        leaders = {self._leader(document, key) for document in judged}
        parts: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            leader = self._leader(node.document, key)
            parts[leader if leader in leaders else ""].append(node)
        return [part for _, part in sorted(parts.items())]

    def _leader(self, document: str, key: Key) -> str:
        """The first of the documents whose things of this name are judged the same as this one's."""
        found, waiting = {document}, [document]
        while waiting:
            last = waiting.pop()
            for one, other in (*self._same, *((other, one) for one, other in self._same)):
                if one.document == last and other.document and other.document not in found and self._both(one, other, key):
                    found.add(other.document)
                    waiting.append(other.document)
        return min(found)

    def _both(self, one: Ref, other: Ref, key: Key) -> bool:
        return key_of(one, self._speller) == key_of(other, self._speller) == key


def key_of(ref: Ref, speller: Speller) -> Key:
    """Class and plain name of what a judgement speaks of; for a row no class and its id."""
    slug, sign, name = ref.id.partition("/")
    return (slug, speller.plain(name)) if sign else ("", ref.id)


def keys_of(node: Node, speller: Speller) -> tuple[Key, ...]:
    """The keys by which a judgement can mean a node."""
    named = (slug_of(node.referent.type), speller.plain(node.referent.name))
    return (named, ("", node.referent.authority)) if node.referent.authority else (named,)
