"""The pieces that documents add to the files, made from their records in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kg.ledger.book import sound
from kg.ledger.pieces import Told
from kg.ledger.record import unpack
from kg.ontology.schema import Schema
from kg.pipeline.aside import Aside
from kg.resolve.resolver import names_in, told_by
from kg.write.pieces import Piece, Writer, plain_triples

# Documents that are worth sending to another process together.
_BATCH = 48


class Article(NamedTuple):
    """A document's packed reading, and the things that its referents are, in its order."""

    id: str
    record: bytes
    own: tuple[str, ...]


class Shape(NamedTuple):
    """What pieces are made by, and the ledger that a broken record is told of."""

    schema: Schema
    base: str
    ledger: Path


class Made(NamedTuple):
    """The piece of a document, and what it has for others."""

    piece: Piece
    told: Told


def begin_pieces(articles: Iterable[Article], shape: Shape, aside: Aside) -> Iterator[Made]:
    """The pieces of documents, in their order; all work on them is begun at once. StoreError for a record that is broken."""
    waiting = iter(articles)
    begun: list[Callable[[], list[Made]]] = []
    while batch := list(islice(waiting, _BATCH)):
        begun.append(aside.begin(make_pieces, batch, shape))
    return (made for result in begun for made in result())


def make_pieces(articles: Sequence[Article], shape: Shape) -> list[Made]:
    """The pieces of some documents; StoreError for a record that is broken."""
    writer = Writer(shape.schema, shape.base)
    return [_made(article, writer, shape.ledger) for article in articles]


def _made(article: Article, writer: Writer, ledger: Path) -> Made:
    with sound(ledger, article.id):
        reading = unpack(article.record)
    graph = told_by(reading, {(article.id, one.key): thing for one, thing in zip(reading.referents, article.own, strict=True)})
    return Made(writer.document(graph), Told(article.own, frozenset(names_in(graph)), tuple(plain_triples(graph))))
