"""Graphs of any shape for property tests: hostile ids and texts, with all that a claim, event or document can have."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from kg.values import STATUSES, Block, Claim, Document, Entity, Event, Graph, Part, Span, Time

TEXT = st.text(max_size=12)
NAME = st.text(min_size=1, max_size=8)
ODD = st.sampled_from(["article/x", "claim/1", "a b", "..", "person/김"])
IDS = st.lists(st.text(min_size=1, max_size=8) | ODD, min_size=1, max_size=4, unique=True)
DAYS = st.dates()
RELATIONS = ["visited", "metWith", "supports", "partOf"]


@st.composite
def times(draw: st.DrawFn) -> Time | None:
    if draw(st.booleans()):
        return None
    return Time(draw(NAME), draw(st.none() | DAYS), draw(st.none() | DAYS))


@st.composite
def documents(draw: st.DrawFn, id: str) -> Document:
    text = draw(st.text(min_size=1, max_size=40))
    cut = draw(st.integers(0, len(text)))
    blocks = (Block("title", 0, cut), Block("paragraph", cut, len(text)))
    date: dt.date | None = draw(st.none() | DAYS)
    return Document(id, draw(TEXT), text, blocks, date, draw(TEXT), draw(st.none() | TEXT), draw(st.none() | TEXT), draw(TEXT))


@st.composite
def entities(draw: st.DrawFn, id: str) -> Entity:
    ko, en = draw(NAME), draw(st.none() | NAME)
    names = draw(st.sets(NAME, max_size=3)) - {ko, en}
    same = draw(st.sets(st.sampled_from(["http://www.wikidata.org/entity/Q1", "https://ror.org/1"])))
    return Entity(id, draw(st.sampled_from(["Person", "Company", "Policy"])), ko, en, tuple(sorted(names)), tuple(sorted(same)))


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span | None:
    if draw(st.booleans()):
        return None
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def claims(draw: st.DrawFn, document: Document, ids: list[str], events: list[str]) -> Claim:
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    pick = st.sampled_from(ids)
    return Claim(
        document.id,
        draw(pick),
        draw(st.sampled_from(RELATIONS)),
        draw(pick),
        draw(st.sampled_from(STATUSES)),
        start % 7,  # a sentence has one number
        start,
        end,
        document.text[start:end],
        draw(TEXT),
        draw(st.floats(0, 1)),
        draw(times()),
        draw(st.none() | TEXT),
        draw(st.none() | TEXT),
        draw(st.none() | pick),
        draw(st.none() | st.sampled_from(events)) if events else None,
        draw(spans(len(document.text))),
        draw(spans(len(document.text))),
        draw(spans(len(document.text))),
    )


@st.composite
def events(draw: st.DrawFn, id: str, docs: list[str], ids: list[str]) -> Event:
    parts = draw(st.sets(st.tuples(st.sampled_from(["agent", "partner", "product"]), st.sampled_from(ids)), max_size=4))
    where = draw(st.sets(st.sampled_from(docs), min_size=1))
    told = tuple(Part(role, filler) for role, filler in sorted(parts))
    kind, status = draw(st.sampled_from(["Visit", "Meeting"])), draw(st.sampled_from(STATUSES))
    return Event(id, kind, told, tuple(sorted(where)), draw(times()), status)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph in the order that ``kg.values.Graph`` asks for."""
    ids, docs = sorted(draw(IDS)), sorted(draw(IDS))
    event_ids = sorted(draw(st.just([]) | IDS))
    papers = tuple(draw(documents(id)) for id in docs)
    told = [draw(claims(paper, ids, event_ids)) for paper in papers for _ in range(draw(st.integers(0, 3)))]
    unique = {claim.id: claim for claim in told}
    ordered = sorted(unique.values(), key=lambda claim: (claim.document, claim.start, claim.id))
    named = tuple((id, tuple(sorted(draw(st.sets(st.sampled_from(ids)))))) for id in docs)
    happenings = tuple(draw(events(id, docs, ids)) for id in event_ids)
    return Graph(papers, tuple(draw(entities(id)) for id in ids), tuple(ordered), happenings, named)
