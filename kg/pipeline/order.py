"""What is to be made of which records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.ledger.record import Record
from kg.pipeline.aside import Aside
from kg.pipeline.clock import Clock
from kg.resolve.identity import Identity
from kg.values import Graph, Skipped


@dataclass(frozen=True)
class Records:
    """Records of ``maker`` that take the place of a ledger's, what is one thing in them, and what gives the graph of them."""

    records: tuple[Record, ...]
    maker: str
    identity: Identity
    graph: Callable[[], Graph]


@dataclass(frozen=True)
class Order:
    """What is to be made: page and report or not, what the report says of inputs that gave nothing, and of which new records."""

    page: bool = True
    skipped: tuple[Skipped, ...] = ()
    records: Records | None = None
    clock: Clock = field(default_factory=Clock)
    aside: Aside = field(default_factory=Aside)
