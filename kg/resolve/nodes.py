"""The referents of documents as resolution sees them: each with the signs that tell it from its namesakes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.ontology.authority import fold
from kg.ontology.load import COMPANY, EVENT, PERSON
from kg.values import Reading, Referent

# A mark of one of these kinds begins with it; one without is a body of a person or a day of an event.
CODE, OFFICE, WITH = "code:", "office:", "with:"
_STOCK_CODE = re.compile(r"\s?[(<\[〈]\s?(\d{6})\s?[)>\]〉]")


@dataclass(frozen=True, slots=True)
class Node:
    """A referent of one document, with its marks, and the day of the document.

    Marks are the bodies of a person, the days of an event, and behind a prefix the stock code of a firm, the office of a person, and
    what a thing is told of together with.
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
        codes = _codes(reading, referent) if referent.type == COMPANY else ()
        yield Node(reading.document.id, referent, frozenset((*marks[referent.key], *codes)), reading.document.date)


def _codes(reading: Reading, referent: Referent) -> Iterator[str]:
    """The stock codes that the text puts behind the names of a firm."""
    for mention in referent.mentions:
        found = _STOCK_CODE.match(reading.document.text, mention.end)
        if found:
            yield CODE + found[1]
