"""The graphs that every format is tried on: the hand-made one, and one in which every text is an attack on some reader."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from kg.export import Source
from kg.ontology.schema import load_schema
from kg.values import Claim, Document, Entity, Event, Graph, Part, Span, Time
from kg.write.iri import BASE
from kg.write.quads import to_quads
from kg.write.vocabulary import whole
from tests.samples import kapex_graph

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")
TP = SCHEMA.namespace
ATTACKS = (
    "quote \" and '",
    "three\nlines\r\nand a\ttab\r",
    '=HYPERLINK("http://evil.example","click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\uff1d1+1",
    "'already quoted",
    "\t=1+1",
    "ends with \\",
    'back\\" and quote',
    "\\u0041\\n",
    "controls \x00\x01\x07\x08\x0b\x0c\x1b[31m\x1f\x7f\x85",
    "not for XML \ufffe\uffff",
    "half \ud800 pair",
    "]]><![CDATA[ &amp; &#0; <!--",
    "</script><script>alert(1)</script>",
    "{{ 7*7 }} ${x} %s {0}",
    "a;b|c,d",
    "` DETACH DELETE n //",
    "\u202egnidaeh\u2066 \u2028\u2029",
    "\U0001f680\U0010fffd",
    "> <http://evil.example/s> <http://evil.example/p> .\n<x> <y> <z> .",
    "긴 이름" * 200,
)


def source_of(graph: Graph) -> Source:
    """``graph`` as an export sees it."""
    return Source(to_quads(graph, base=BASE, schema=SCHEMA), graph.documents, SCHEMA, BASE)


@cache
def kapex() -> Source:
    """The hand-made graph."""
    return source_of(kapex_graph())


@cache
def hostile() -> Source:
    """The graph of attacks."""
    return source_of(hostile_graph())


def hostile_graph() -> Graph:
    """Each attack as id, name, other name, title, outlet, address, rule, post, evidence and file name."""
    numbered = list(enumerate(ATTACKS))
    kinds = ("Company", "Person")
    entities = tuple(Entity(f"{text}#{i}", kinds[i % 2], text, text if i % 3 else None, (text + "2",)) for i, text in numbered)
    documents = tuple(
        Document(f"doc {whole(text)} {i}", text, f"{text} {text}", (), dt.date(2025, 11, 1 + i), text, text, f"https://x.example/{i}", text)
        for i, text in numbered
    )
    again = (_claim(0, documents[1], entities), _claim(0, documents[2], entities))  # so that two claims join one pair
    claims = (*(_claim(i, documents[i], entities) for i in range(len(ATTACKS))), *again)
    parts = [(Part("participant", entity.id),) for entity in entities]
    events = tuple(Event(f"ev {text} {i}", "Meeting", parts[i], (documents[i].id,)) for i, text in numbered)
    return Graph(documents, entities, claims, events, tuple((one.id, (entities[0].id,)) for one in documents))


def _claim(number: int, document: Document, entities: tuple[Entity, ...]) -> Claim:
    text, status = document.text, ("actual", "ongoing", "planned", "negated")[number % 4]
    ends = entities[number].id, "metWith", entities[number - 1].id
    day = dt.date(2025, 1, 2)
    return Claim(
        *(document.id, *ends, status, 0, 0, len(text), text, document.title, 0.5),
        time=Time("2025-01-02", day, day),
        role=document.title,
        amount="1 KRW",
        speaker=entities[0].id,
        subject_span=Span(0, 1),
    )
