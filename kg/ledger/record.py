"""A reading as bytes and back, every field kept: JSON by position, packed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from kg.resolve.identity import Node, nodes_of
from kg.values import Block, Claim, Document, Event, Mention, Part, Reading, Referent, Span, Time

_KINDS = (Block, Document, Time, Mention, Referent, Claim, Event, Reading)
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _KINDS}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}
_SPANS = ("subject_span", "object_span", "trigger_span")
_AT = {kind: {name: at for at, name in enumerate(names)} for kind, names in _NAMES.items()}


class Record(NamedTuple):
    """A reading as the ledger keeps it: the id and fingerprint of its document, what resolution needs of it, and the whole, packed."""

    document: str
    fingerprint: str
    nodes: str
    reading: bytes


def record_of(reading: Reading) -> Record:
    """The record of a reading, the same for the same reading."""
    return Record(reading.document.id, fingerprint(reading.document), nodes_text(reading), pack(reading))


def pack(reading: Reading) -> bytes:
    """The reading as bytes, the same for the same reading."""
    # UTF-8 is read in four fifths of the time that escapes take; json.loads passes half a surrogate pair in it by itself.
    return zlib.compress(_text(reading, ascii=False).encode("utf-8", "surrogatepass"), 1)


def unpack(record: bytes) -> Reading:
    """The reading that ``pack`` was given; ValueError, TypeError or zlib.error for other bytes."""
    document, referents, claims, events = json.loads(zlib.decompress(record))
    return Reading(
        _document(document),
        tuple(_referent(one) for one in referents),
        tuple(_claim(one) for one in claims),
        tuple(_event(one) for one in events),
    )


def fingerprint(document: Document) -> str:
    """The SHA-256 of all that a reading can depend on: text, blocks, title, date and origin, but not the place of the file."""
    told = [value for name, value in zip(_NAMES[Document], _VALUES[Document](document), strict=True) if name != "source"]
    return hashlib.sha256(_text(told).encode("ascii")).hexdigest()


def nodes_text(reading: Reading) -> str:
    """What resolution needs of a reading, as JSON: its day, and of each referent all but its mentions, and its marks."""
    told = [[*_VALUES[Referent](node.referent)[:-1], sorted(node.marks)] for node in nodes_of([reading])]
    return _text([reading.document.date, told])


def nodes_from(document: str, text: str) -> list[Node]:
    """The nodes of a document back from their text; ValueError or TypeError for another."""
    date, told = json.loads(text)
    day = _day(date)
    return [
        Node(document, Referent(key, type_, name, tuple(names), authority, ()), frozenset(marks), day)
        for key, type_, name, names, authority, marks in told
    ]


def _text(value: object, *, ascii: bool = True) -> str:
    """A value as JSON; in ASCII it can be kept as text, since escapes hold half a surrogate pair too."""
    return json.dumps(value, default=_plain, separators=(",", ":"), ensure_ascii=ascii)


def _plain(value: Any) -> object:
    return value.isoformat() if isinstance(value, dt.date) else _VALUES[type(value)](value)


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _time(told: Sequence[Any] | None) -> Time | None:
    return None if told is None else Time(told[0], _day(told[1]), _day(told[2]))


def _document(told: list[Any]) -> Document:
    at = _AT[Document]
    told[at["blocks"]] = tuple(Block(*block) for block in told[at["blocks"]])
    told[at["date"]] = _day(told[at["date"]])
    return Document(*told)


def _referent(told: list[Any]) -> Referent:
    at = _AT[Referent]
    told[at["names"]] = tuple(told[at["names"]])
    told[at["mentions"]] = tuple(Mention(*mention) for mention in told[at["mentions"]])
    return Referent(*told)


def _claim(told: list[Any]) -> Claim:
    at = _AT[Claim]
    told[at["time"]] = _time(told[at["time"]])
    for name in _SPANS:
        span = told[at[name]]
        told[at[name]] = None if span is None else Span(*span)
    return Claim(*told)


def _event(told: list[Any]) -> Event:
    at = _AT[Event]
    told[at["parts"]] = tuple(Part(*part) for part in told[at["parts"]])
    told[at["documents"]] = tuple(told[at["documents"]])
    told[at["time"]] = _time(told[at["time"]])
    return Event(*told)
