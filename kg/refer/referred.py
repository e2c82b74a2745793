"""What the reference stage tells of a document: who and what each span of it speaks of, and the posts held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.find.finder import Findings
from kg.find.pieces import JOINTS
from kg.values import Referent, Span

# How a name stands that nothing marks as one and nothing classes.
UNMARKED = "unmarked"
# And how one does that ends as a common noun, and so is no name.
COMMON_NOUN = "common"
# And how one does that names a place elsewhere, and so is no firm.
PLACE_WORD = "place"
# How a quoted name of several words stands that nothing classes: a thing or plan is called so, but hardly ever a firm.
PHRASE = "phrase"
# How a post does that is told without the name of who holds it.
OFFICE = "office"


class Named(NamedTuple):
    """A span of the text and the referent that it speaks of; a person's span takes in the title.

    ``listed`` where a sign of a list alone stands between it and the name before (KIST-LG전자). ``twin`` is the other thing of
    that name (a city that acts and the spot on the map), with its class.
    """

    start: int
    end: int
    key: str
    type: str
    confidence: float
    how: str
    twin: str = ""
    twin_type: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds a post at a body, as the text says at ``start``..``end``."""

    person: str
    body: str
    role: str
    start: int
    end: int
    person_span: Span
    body_span: Span
    rule: str
    confidence: float
    over: bool


@dataclass(frozen=True, slots=True)
class Referred:
    """The findings with their referents, the spans that name them (sorted, not overlapping), and the posts held.

    ``nested`` are pairs of a name and one that stands inside it.
    """

    findings: Findings
    referents: tuple[Referent, ...]
    named: tuple[Named, ...]
    tenures: tuple[Tenure, ...]
    nested: tuple[tuple[Named, Named], ...]


def not_overlapping(text: str, spans: Iterable[Named]) -> tuple[Named, ...]:
    """The spans in reading order, of two that overlap the first and longer; those that a sign of a list joins are marked."""
    out: list[Named] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not out or span.start >= out[-1].end:
            listed = bool(out) and text[out[-1].end : span.start] in JOINTS
            out.append(span._replace(listed=True) if listed else span)
    return tuple(out)
