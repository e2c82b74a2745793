"""What is to be made of which records."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.pipeline.clock import Clock
from kg.pipeline.sketch import Sketching
from kg.resolve.identity import Identity
from kg.values import Graph, Reading, Skipped


@dataclass(frozen=True)
class Records:
    """Readings of ``maker`` that take the place of a ledger's, what is one thing in them, the ``graph`` of them and its sketch."""

    readings: tuple[Reading, ...]
    maker: str
    identity: Identity
    graph: Graph
    sketching: Sketching


@dataclass(frozen=True)
class Order:
    """What is to be made: page and report or not, what the report says of inputs that gave nothing, and of which new records."""

    page: bool = True
    skipped: tuple[Skipped, ...] = ()
    records: Records | None = None
    clock: Clock = field(default_factory=Clock)
