"""The referents of documents as resolution sees them: each with the signs that tell it from its namesakes."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.ontology.authority import Row, fold
from kg.ontology.load import COMPANY, EVENT, PERSON, POLICY, PRODUCT, TECHNOLOGY
from kg.values import Reading, Referent

# A mark of one of these kinds begins with it; one of none is a body of a person or a day of an event.
CODE, OFFICE, WITH = "code:", "office:", "with:"
# Of a unit the body whose name stands before its own, of an event the number behind its name, and what ties two bodies (``following``).
OF, NUMBER, LINE = "of:", "number:", "line:"
BARE = frozenset({PERSON, EVENT})
_STOCK_CODE = re.compile(r"\s?[(<\[〈]\s?(\d{6})\s?[)>\]〉]")
# These own no units, and with firms are none: what else has the name of a body before its own is of that body, 새길대 국제대학원.
_THINGS = frozenset({EVENT, PERSON, POLICY, PRODUCT, TECHNOLOGY})
# Which of several of one name it is: 점검 회의(3차).
_NUMBERED = re.compile(r"\d+(?=[차회])")


@dataclass(frozen=True, slots=True)
class Node:
    """A referent of one document, with its marks, and the day of the document.

    Marks are the bodies of a person, the days of an event, and behind a prefix the stock code of a firm, the office of a person, the
    number of an event, the body that a unit is of, and what a thing is told of together with.
    """

    document: str
    referent: Referent
    marks: frozenset[str]
    day: dt.date | None = None

    @property
    def id(self) -> tuple[str, str]:
        """Its place: document and key."""
        return self.document, self.referent.key


def nodes_of(readings: Iterable[Reading]) -> list[Node]:
    """One node a referent, in the order of documents."""
    return [node for reading in readings for node in _nodes(reading)]


def _nodes(reading: Reading) -> Iterator[Node]:
    key_of = {referent.key: referent.authority or fold(referent.name) for referent in reading.referents}
    marks: dict[str, set[str]] = {referent.key: set() for referent in reading.referents}
    type_of = {referent.key: referent.type for referent in reading.referents}
    for claim in reading.claims:
        for here, there in ((claim.subject, claim.object), (claim.object, claim.subject)):
            if type_of[here] == EVENT and claim.time:
                marks[here].add(claim.time.edtf)
            elif type_of[here] != PERSON:
                marks[here].add(WITH + key_of[there])
        if claim.property == "affiliatedWith":
            marks[claim.subject].add(key_of[claim.object])
            if claim.role:
                marks[claim.subject].add(f"{OFFICE}{key_of[claim.object]}|{claim.role}")
    for referent in reading.referents:
        further = _further(reading, referent, key_of)
        yield Node(reading.document.id, referent, frozenset((*marks[referent.key], *further)), reading.document.date)


def _further(reading: Reading, referent: Referent, key_of: Mapping[str, str]) -> Iterator[str]:
    """The marks that the names of a thing give, and what stands behind them."""
    if referent.type == COMPANY:
        yield from _codes(reading, referent)
    for name in referent.names if referent.authority is None else ():
        if referent.type == EVENT and name.startswith(f"{referent.name}("):
            yield from (NUMBER + number for number in _NUMBERED.findall(name, len(referent.name)))
        if referent.type != COMPANY and referent.type not in _THINGS and name != referent.name and name.endswith(referent.name):
            owner = name.removesuffix(referent.name).rstrip()
            yield from (OF + key_of[one.key] for one in reading.referents if one.type not in _THINGS and owner in one.names)


def _codes(reading: Reading, referent: Referent) -> Iterator[str]:
    """The stock codes that the text puts behind the names of a firm."""
    for mention in referent.mentions:
        found = _STOCK_CODE.match(reading.document.text, mention.end)
        if found:
            yield CODE + found[1]


def is_bare(mark: str) -> bool:
    """Whether a mark is a body of a person or a day of an event."""
    return not mark.startswith((CODE, OFFICE, WITH, OF, NUMBER, LINE))


def following(rows: Mapping[str, Row], bodies: Collection[str]) -> dict[str, frozenset[str]]:
    """The marks that follow from others: one for both of two bodies of which one followed on the other, also through others.

    For the bodies of units, also one for both of two of which one is directly of the other. A state has no body above it, and ties none.
    ``bodies`` are the classes of bodies.
    """
    found: dict[str, set[str]] = defaultdict(set)

    def tie(one: str, other: str) -> None:
        for mark in (one, other):
            found[mark].add(f"{LINE}{one}>{other}")

    def follow(first: str, later: str) -> None:
        for next_ in rows[later].successor:
            tie(first, next_)
            tie(OF + first, OF + next_)
            follow(first, next_)

    for id in sorted(id for id, row in rows.items() if row.type in bodies):
        follow(id, id)
        above = rows.get(rows[id].parent or "")
        if above and above.parent:
            tie(OF + id, OF + above.id)
    return {id: frozenset(marks) for id, marks in found.items()}
