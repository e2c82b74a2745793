"""The values that travel the road: each stage is a function from one of these to the next.

All offsets are half-open positions in Python code points of ``Document.text``, the normalised text;
``text[start:end]`` is always exactly the quoted surface. Nothing here can be changed once made.
"""

from __future__ import annotations

import builtins
import datetime as dt
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

STATUSES = ("actual", "ongoing", "planned", "negated")
# What a time expression may be beside the time of an act: up to when goes on what has begun, on some day of when it is,
# and what has no year, or no month either, of its own.
LAST_DAY, SOME_DAY, ANY_YEAR, ANY_MONTH = "last-day", "some-day", "any-year", "any-month"


class Span(NamedTuple):
    """A piece of a document's text, ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of a document, in reading order; blocks never overlap.

    ``kind`` is one of title, summary, caption, heading, paragraph, bullet, table, byline, contact, boilerplate.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article or release as it was read: normalised text, and what is known of its origin.

    ``date_evidence`` says from which evidence ``date`` was taken, and why there is none where it is None.
    ``source`` is the input's file name, with ``:line`` for a line of JSON Lines.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    date: dt.date | None = None
    date_evidence: str = "none found"
    publisher: str | None = None
    url: str | None = None
    source: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the normalised text, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document: where it is, what is wrong and what would be right."""

    source: str
    reason: str
    remedy: str


class Token(NamedTuple):
    """One morpheme: ``form`` as analysed, ``tag`` of the Sejong set; contracted morphemes share a span.

    A tuple, since a document has thousands and a tuple is made in a third of the time.
    """

    form: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, numbered from 0 over the title and the body; ``kind`` is its block's kind."""

    index: int
    start: int
    end: int
    kind: str
    block: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its sentences and tokens."""

    document: Document
    sentences: tuple[Sentence, ...]

    def sentence_at(self, place: int) -> Sentence:
        """The last sentence that begins at ``place`` or before, else the first; a document without sentences has none to give."""
        return self.sentences[max(bisect_right(self.sentences, place, key=attrgetter("start")) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Time:
    """A resolved time: EDTF, and the first and last day it covers; an open end is None."""

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time expression of the text. ``time`` is None where it cannot be resolved; ``rule`` says how, or why not.

    ``sense`` is what it is beside the time of an act: ``LAST_DAY``, ``SOME_DAY``, ``ANY_YEAR``, ``ANY_MONTH`` or nothing.
    """

    start: int
    end: int
    text: str
    time: Time | None
    rule: str
    sense: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A sum of money of the text: whole units of ``currency`` (ISO 4217); a ``rate`` is so much a head, month or year."""

    start: int
    end: int
    text: str
    value: int
    currency: str
    rate: bool = False

    @property
    def amount(self) -> str:
        """The contract's spelling, such as ``1020000000000 KRW``."""
        return f"{self.value} {self.currency}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``type`` is an ontology class; ``authority`` the id of the authority row it names."""

    start: int
    end: int
    text: str
    type: str
    authority: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Referent:
    """What several mentions of one document speak of. ``key`` is unique inside the document only."""

    key: str
    type: str
    name: str
    names: tuple[str, ...]
    authority: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation told by one sentence of one document.

    ``subject``, ``object`` and ``speaker`` are referent keys before resolution and entity ids after it.
    ``start``/``end``/``quote`` are the evidence sentence; the three spans inside it, where the text has them, mark who, what and by which
    words. A span may lie in an earlier sentence when the text leaves the name out in this one.
    """

    document: str
    subject: str
    property: str
    object: str
    status: str
    sentence: int
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    time: Time | None = None
    role: str | None = None
    amount: str | None = None
    speaker: str | None = None
    event: str | None = None
    subject_span: Span | None = None
    object_span: Span | None = None
    trigger_span: Span | None = None

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status {self.status!r} is none of {', '.join(STATUSES)}")
        if not self.document or self.sentence < 0 or self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(f"a claim needs a document, a sentence and a quote that its offsets cut: {self}")

    @builtins.property  # property is a field here
    def id(self) -> str:
        """A stable name of 16 hexadecimal digits, made of what is told and where."""
        when = self.time.edtf if self.time else ""
        told = (self.document, self.subject, self.property, self.object, self.status)
        parts = (*told, when, self.role or "", self.amount or "", str(self.start))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Part(NamedTuple):
    """One participant of an event: ``role`` is an ontology property (agent, partner, product ...)."""

    role: str
    filler: str


@dataclass(frozen=True, slots=True)
class Event:
    """An n-ary event of one document, such as a visit or a co-development, with its parts.

    ``id`` is unique inside the document before resolution and in the whole graph after it; ``type`` is an ontology class.
    """

    id: str
    type: str
    parts: tuple[Part, ...]
    documents: tuple[str, ...]
    time: Time | None = None
    status: str = "actual"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document tells, before it is compared with others."""

    document: Document
    referents: tuple[Referent, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]


class Succession(NamedTuple):
    """A body gave way to another: ``day`` is the first of the new one, None where it is not known."""

    successor: str
    day: dt.date | None


class Term(NamedTuple):
    """A term of office that the authority file knows: the body, the post, and its first and last day."""

    body: str
    post: str
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the graph. ``id`` is the part of its IRI behind the base (``kist``, ``person/배경훈``).

    ``successions`` are those by which a body ended, ``terms`` the offices of a person, ``broader`` the id of the term that a technology
    is a part or kind of; all sorted, and of the authority file.
    """

    id: str
    type: str
    ko: str
    en: str | None = None
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    successions: tuple[Succession, ...] = ()
    terms: tuple[Term, ...] = ()
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole graph; every tuple is sorted by id, ``claims`` by document, offset and id.

    ``mentions`` has, for each document id, the ids of the entities it names.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    mentions: tuple[tuple[str, tuple[str, ...]], ...]
