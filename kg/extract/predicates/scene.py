"""What is known beside a clause, for those who read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.extract.clauses.clause import Clause
from kg.refer import Named
from kg.values import Quantity, Sentence, Time, TimeRef


class Scene(NamedTuple):
    """What is known beside the clause: the sentence, its times and sums, the bodies that persons act for, the day of the document.

    ``day`` is that on which the sentence goes on, in a tale of several days. ``offices`` are the posts of nobody named that stand with
    their body, by where they begin.
    """

    sentence: Sentence
    times: tuple[TimeRef, ...]
    sums: tuple[Quantity, ...]
    bodies: dict[str, Named]
    today: dt.date | None
    day: Time | None
    offices: Mapping[int, str]


def are_several(told: Sequence[TimeRef] | Sequence[Quantity], clause: Clause) -> bool:
    """Whether more than one of the times or sums stands in the clause before its verb."""
    return sum(clause.start <= one.start < clause.predicate.start for one in told) > 1
