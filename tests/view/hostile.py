"""A graph in which every text is an attack: on markup, scripts, attributes, addresses, JSON, templates and the eye."""

from __future__ import annotations

import datetime as dt

from kg.values import Claim, Document, Entity, Event, Graph, Part, Span
from kg.view import Cell, Column, Table

ATTACKS = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "</title></style></noscript><svg onload=alert(3)>",
    '"><b onmouseover=alert(4)>',
    "'-alert(5)-'",
    "{{ 7*7 }}{% include '/etc/passwd' %}",
    "${alert(6)}`",
    "<!--<script>",
    "javascript:alert(7)",
    "href='javascript:alert(8)'",
    "\u202egnidaeh\u2066 \u2028\u2029\u0000\u0007",
    "half \ud800 pair",
    "__proto__",
    "constructor",
    "]]><![CDATA[",
    "아주 긴 이름" * 60,
    "\U0001f680" * 30,
    "&lt;script&gt;alert(9)&lt;/script&gt;",
)


def hostile_graph() -> Graph:
    """Each attack as id, name, other name, class, relation, evidence, rule, post, amount, outlet, title and address."""
    documents = tuple(
        Document(f"doc {i} {a}", a, f"{a} 그리고 {a}", (), dt.date(2025, 11, 1 + i), a, a, a if i % 2 else f"javascript:alert({i})", a)
        for i, a in enumerate(ATTACKS)
    )
    entities = tuple(
        Entity(f"{a}#{i}", a if i % 3 == 0 else "Person", a, a if i % 2 else None, (a, f"{a} 2"), (a,)) for i, a in enumerate(ATTACKS)
    )
    claims = tuple(_claim(i, a, documents[i], entities) for i, a in enumerate(ATTACKS))
    events = tuple(
        Event(f"event {a}", a, (Part(a, entities[i].id), Part("agent", entities[i - 1].id)), (documents[i].id,))
        for i, a in enumerate(ATTACKS)
    )
    return Graph(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(sorted(entities, key=lambda e: e.id)),
        claims,
        events,
        tuple((d.id, tuple(e.id for e in entities)) for d in documents),
    )


def _claim(i: int, attack: str, document: Document, entities: tuple[Entity, ...]) -> Claim:
    quote = document.text
    return Claim(
        document.id,
        entities[i].id,
        attack if i % 2 else "supports",
        entities[i - 1].id,
        ("actual", "ongoing", "planned", "negated")[i % 4],
        0,
        0,
        len(quote),
        quote,
        attack,
        0.5,
        role=attack,
        amount=attack,
        speaker=entities[i - 2].id,
        subject_span=Span(0, 1),
        object_span=Span(len(quote), len(quote) + 0),
        trigger_span=Span(1, len(attack)),
    )


def hostile_tables() -> tuple[Table, ...]:
    """Each attack as a saved question's name, title, heading and cell."""
    ids = {e.ko: e.id for e in hostile_graph().entities}
    return tuple(Table(a, a, a, (Column(a, a), Column(a, a)), ((Cell(a, ids[a]), Cell(a)),)) for a in ATTACKS)
