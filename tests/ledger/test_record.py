"""A reading comes back from its bytes as it was, whatever a text holds."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ledger.record import fingerprint, nodes_from, nodes_text, pack, unpack
from kg.resolve.identity import nodes_of
from kg.values import Block, Claim, Document, Event, Mention, Part, Reading, Referent, Span, Time

DAYS = st.none() | st.dates()
TEXTS = st.text(st.characters(), max_size=12)  # lone surrogates too
MAYBE = st.none() | TEXTS
NUMBERS = st.integers(0, 10_000)
SPANS = st.none() | st.builds(Span, NUMBERS, NUMBERS)
TIMES = st.builds(Time, TEXTS, DAYS, DAYS)
MENTIONS = st.builds(Mention, NUMBERS, NUMBERS, TEXTS, TEXTS, MAYBE, TEXTS, st.floats(0, 1))


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    quote = draw(st.text(min_size=1, max_size=9))
    start = draw(NUMBERS)
    subject, name, obj = (draw(TEXTS) for _ in range(3))
    return Claim(
        "d", subject, name, obj, draw(st.sampled_from(("actual", "planned"))), draw(NUMBERS), start, start + len(quote), quote,
        draw(TEXTS), draw(st.floats(0, 1)), draw(st.none() | TIMES), draw(MAYBE), draw(MAYBE), draw(MAYBE), draw(MAYBE),
        draw(SPANS), draw(SPANS), draw(SPANS),
    )  # fmt: skip


DOCUMENTS = st.builds(Document, TEXTS, TEXTS, TEXTS, tuples(st.builds(Block, TEXTS, NUMBERS, NUMBERS)), DAYS, TEXTS, MAYBE, MAYBE, TEXTS)
REFERENTS = st.builds(Referent, TEXTS, TEXTS, TEXTS, tuples(TEXTS), MAYBE, tuples(MENTIONS))
EVENTS = st.builds(Event, TEXTS, TEXTS, tuples(st.builds(Part, TEXTS, TEXTS)), tuples(TEXTS), st.none() | TIMES, TEXTS)
READINGS = st.builds(Reading, DOCUMENTS, tuples(REFERENTS), tuples(claims()), tuples(EVENTS))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the first draw loads tables of characters
@given(READINGS)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert unpack(pack(reading)) == reading
    assert pack(reading) == pack(unpack(pack(reading)))


DAY = dt.date(2025, 1, 1)
PLAIN = Document("a", "t", "t\nx", (Block("title", 0, 1),), dt.date(2025, 1, 1), "by", "p", "u", "a.txt")


@pytest.mark.parametrize(
    "other",
    [
        {"id": "b"},
        {"title": "u"},
        {"text": "t\ny"},
        {"blocks": (Block("summary", 0, 1),)},
        {"date": None},
        {"date_evidence": "of"},
        {"publisher": None},
        {"url": "v"},
    ],
)
def test_whatever_can_change_a_reading_changes_the_fingerprint(other: dict[str, object]) -> None:
    assert fingerprint(dataclasses.replace(PLAIN, **other)) != fingerprint(PLAIN)  # type: ignore[arg-type]


def test_the_place_of_the_file_does_not() -> None:
    assert fingerprint(dataclasses.replace(PLAIN, source="elsewhere/a.txt")) == fingerprint(PLAIN)


@pytest.mark.parametrize("record", [b"", b"x", pack(Reading(PLAIN, (), (), ()))[:-3]])
def test_other_bytes_are_refused(record: bytes) -> None:
    import zlib

    with pytest.raises((ValueError, zlib.error)):
        unpack(record)


def test_resolution_gets_what_it_would_get_of_the_reading() -> None:
    found = Reading(
        PLAIN,
        (
            Referent("p", "Person", "n", ("n", "m"), "row", (Mention(0, 1, "t", "Person", "row", "r", 1.0),)),
            Referent("b", "Body", "k", ("k",), None, ()),
        ),
        (Claim("a", "p", "affiliatedWith", "b", "actual", 0, 0, 1, "t", "r", 1.0, Time("2025", DAY, DAY), "head"),),
        (),
    )
    bare = [dataclasses.replace(node, referent=dataclasses.replace(node.referent, mentions=())) for node in nodes_of([found])]
    assert any(node.marks for node in bare)
    assert nodes_from("a", nodes_text(found)) == bare
