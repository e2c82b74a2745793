"""What one place of the text tells, before it is settled into claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.ontology.frames import Rule
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence, Span, Time

# The kinds of blocks in which a text tells its news.
BODY_KINDS = frozenset({"paragraph", "bullet"})
# The source of what a name tells by what stands inside it.
NESTED = "nested"


class Told(NamedTuple):
    """A relation between two named spans, as a rule read it. ``happening`` numbers the n-ary event that it is a part of.

    ``confidence`` ranks the tellings of one fact, by rule, names and reach; how sure the claim is that is made of it, the evidence says.
    ``put_off``: it was to be on a day on which it is not any more. ``surest``: how sure the fact's surest telling makes it.
    """

    rule: Rule
    property: str
    subject: Named
    object: Named
    sentence: Sentence
    status: str
    confidence: float
    time: Time | None = None
    amount: str | None = None
    role: str | None = None
    speaker: str | None = None
    trigger: Span | None = None
    happening: int | None = None
    put_off: bool = False
    surest: float = 0.0


class Happening(NamedTuple):
    """An n-ary event as a rule read it: its class, and each role with the key of a filler."""

    number: int
    type: str
    parts: tuple[tuple[str, str], ...]
    time: Time | None
    status: str


def renumber(items: Sequence[Told], happenings: Sequence[Happening]) -> tuple[list[Told], list[Happening]]:
    """The same with happenings numbered from 0 in this document, whatever was read before it."""
    numbers = {h.number: n for n, h in enumerate(happenings)}
    kept = [t if t.happening is None else t._replace(happening=numbers.get(t.happening)) for t in items]
    return kept, [h._replace(number=numbers[h.number]) for h in happenings]


def told_of(rule: Rule, slots: Mapping[str, Named], sentence: Sentence) -> Iterator[Told]:
    """Everything that a rule without a predicate tells of two names."""
    sure = rule.confidence * min(name.confidence for name in slots.values())
    for telling in rule.tells:
        yield Told(rule, telling.property, slots[telling.subject], slots[telling.object], sentence, telling.status or "actual", sure)


def as_one_of(name: Named, classes: Sequence[str], schema: Schema) -> Named | None:
    """The name where it is of one of the classes, its twin where only that is, or None."""
    if schema.is_any(name.type, classes):
        return name
    fits = name.twin and schema.is_any(name.twin_type, classes)
    return name._replace(key=name.twin, type=name.twin_type) if fits else None
