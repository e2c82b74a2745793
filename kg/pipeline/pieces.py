"""The pieces of the files made in batches, aside where there are processes for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from kg.ledger.book import sound
from kg.ledger.pieces import Told, Triple
from kg.ledger.record import unpack
from kg.ontology.schema import Schema
from kg.pipeline.aside import Aside
from kg.resolve.resolver import names_in, told_by
from kg.values import Entity
from kg.write.pieces import Piece, Writer, plain_triples

# So many are worth sending to another process together.
_ARTICLES, _THINGS = 48, 500
T = TypeVar("T")


class Article(NamedTuple):
    """A document's packed reading, and the things that its referents are, in its order."""

    id: str
    record: bytes
    own: tuple[str, ...]


class Thing(NamedTuple):
    """An entity, and what is told of it as so."""

    entity: Entity
    plain: tuple[Triple, ...]


class Shape(NamedTuple):
    """What pieces are made by, and the ledger that a broken record is told of."""

    schema: Schema
    base: str
    ledger: Path


class Made(NamedTuple):
    """The piece of a document, and what it has for others."""

    piece: Piece
    told: Told


def begin_articles(articles: Iterable[Article], shape: Shape, aside: Aside) -> Iterator[Made]:
    """The pieces of documents, in their order; all work on them is begun at once. StoreError for a record that is broken."""
    return _begun(aside.begin(make_articles, batch, shape) for batch in _batches(articles, _ARTICLES))


def begin_things(things: Iterable[Thing], shape: Shape, aside: Aside) -> Iterator[Piece]:
    """The pieces of entities, in their order; all work on them is begun at once."""
    return _begun(aside.begin(make_things, batch, shape) for batch in _batches(things, _THINGS))


def make_articles(articles: Sequence[Article], shape: Shape) -> list[Made]:
    """The pieces of some documents; StoreError for a record that is broken."""
    writer = Writer(shape.schema, shape.base)
    return [_made(article, writer, shape.ledger) for article in articles]


def make_things(things: Sequence[Thing], shape: Shape) -> list[Piece]:
    """The pieces of some entities."""
    writer = Writer(shape.schema, shape.base)
    return [writer.entity(thing.entity, thing.plain) for thing in things]


def _made(article: Article, writer: Writer, ledger: Path) -> Made:
    with sound(ledger, article.id):
        reading = unpack(article.record)
    graph = told_by(reading, {(article.id, one.key): thing for one, thing in zip(reading.referents, article.own, strict=True)})
    return Made(writer.document(graph), Told(article.own, frozenset(names_in(graph)), tuple(plain_triples(graph))))


def _batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(values)
    while batch := list(islice(waiting, size)):
        yield batch


def _begun(work: Iterable[Callable[[], list[T]]]) -> Iterator[T]:
    results = list(work)
    return (made for result in results for made in result())
