"""The graph as the page wants it: columns of numbers and texts, small when packed. Nothing here is markup."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np

from kg.network.graph import Floats, Ints, Outline, ties, undirected
from kg.network.measures import Measures
from kg.ontology.schema import Schema, Term
from kg.values import STATUSES, Claim, Graph, Span
from kg.view.layout import Map, layout
from kg.view.table import Cell, Table

SHAPES = frozenset({"dot", "square", "diamond", "triangle", "triangleDown", "hexagon", "star"})
PLAIN_COLOUR = "#6b7280"
MOST_DUE = 60
MOST_TOP = 40
# The least that each level of certainty begins with, the surest first.
CERTAINTIES = (0.8, 0.5, 0)
Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Index:
    """The numbers by which the page calls things: entities, documents, relations, and drawn edges (same ends, relation and status)."""

    graph: Graph
    entity: dict[str, int]
    document: dict[str, int]
    classes: dict[str, int]
    relations: dict[str, int]
    edges: dict[tuple[int, int, int, int], int]
    claims: tuple[Claim, ...]

    def edge_of(self, claim: Claim) -> tuple[int, int, int, int]:
        """The key of the edge that draws ``claim``."""
        return (self.entity[claim.subject], self.entity[claim.object], self.relations[claim.property], STATUSES.index(claim.status))


def index(graph: Graph, schema: Schema) -> Index:
    """The numbering of one graph; claims are sorted by edge, so that each edge's claims are one slice."""
    classes = _numbered([c.name for c in schema.entity_types], (e.type for e in graph.entities))
    relations = _numbered(list(schema.properties), (c.property for c in graph.claims))
    entity = {e.id: i for i, e in enumerate(graph.entities)}
    empty = Index(graph, entity, {d.id: i for i, d in enumerate(graph.documents)}, classes, relations, {}, ())
    edges = {key: i for i, key in enumerate(sorted({empty.edge_of(c) for c in graph.claims}))}
    claims = tuple(sorted(graph.claims, key=lambda c: (empty.edge_of(c), empty.document[c.document], c.start, c.id)))
    return Index(graph, entity, empty.document, classes, relations, edges, claims)


def _numbered(known: list[str], used: Iterable[str]) -> dict[str, int]:
    """The used names in the order of the ontology; what it does not know comes last."""
    present = set(used)
    names = [name for name in known if name in present] + sorted(present - set(known))
    return {name: i for i, name in enumerate(names)}


def sizes(degree: Ints) -> Floats:
    """The radius of each entity in map units: its area grows with its number of neighbours."""
    return np.minimum(30.0, np.rint((5 + 3.1 * np.sqrt(degree)) * 10) / 10)


class Places(NamedTuple):
    """The map of a graph and the radius of each entity, in map units."""

    chart: Map
    radii: Floats


def place(graph: Graph | Outline, measures: Measures) -> Places:
    """Where the page draws each entity, and how large.

    Who is tied by denied claims only is in no community, and stands as an island of its own beside whom it is tied to.
    """
    degree = np.array([a.degree for a in measures.actors], dtype=np.int64)
    number = {id: i for i, id in enumerate(e.id for e in graph.entities)}
    pairs = undirected(ties(graph, STATUSES))
    denied = np.flatnonzero((degree == 0) & (np.bincount(np.concatenate([pairs.source, pairs.target]), minlength=pairs.count) > 0))
    groups = [tuple(number[m] for m in c.members) for c in measures.communities]
    radii = sizes(degree)
    return Places(layout(pairs, (*groups, *((i,) for i in denied.tolist())), radii), radii)


def core(numbers: Index, schema: Schema, *, measures: Measures, places: Places) -> Json:
    """What the page needs at once: names, places, edges, dates; no sentence."""
    nodes = _nodes(numbers, measures, places)
    months, first, last = _months(numbers)
    publishers = sorted({d.publisher or "" for d in numbers.graph.documents})
    outlet = {p: i for i, p in enumerate(publishers)}
    keys = list(numbers.edges)
    told = Counter(numbers.edge_of(c) for c in numbers.claims)
    return {
        "classes": [_class(schema, name) for name in numbers.classes],
        "relations": [_relation(schema, name) for name in numbers.relations],
        "statuses": list(STATUSES),
        "publishers": publishers,
        "certainties": list(CERTAINTIES),
        "months": months,
        "nodes": nodes,
        "edges": {
            **{name: [key[at] for key in keys] for at, name in enumerate(("s", "o", "p", "st"))},
            "claims": [told[key] for key in keys],
        },
        "claims": {
            "doc": [numbers.document[c.document] for c in numbers.claims],
            "first": first,
            "last": last,
            "sure": [_level(c.confidence) for c in numbers.claims],
        },
        "docs": {
            "id": [d.id for d in numbers.graph.documents],
            "date": [d.date.isoformat() if d.date else "" for d in numbers.graph.documents],
            "publisher": [outlet[d.publisher or ""] for d in numbers.graph.documents],
        },
        "islands": _islands(numbers, measures, places.chart),
        "top": [i for i in nodes["order"][:MOST_TOP] if measures.actors[i].degree],
        "brokers": [numbers.entity[b.entity] for b in measures.brokers[:MOST_TOP]],
        "due": _due(numbers),
        "alone": sum(1 for a in measures.actors if a.degree == 0),
    }


def _level(confidence: float) -> int:
    """Which of the levels of certainty it reaches, the surest first."""
    return next(at for at, least in enumerate(CERTAINTIES) if confidence >= least)


def _class(schema: Schema, name: str) -> Json:
    known = schema.classes.get(name)
    shape = known.shape if known and known.shape in SHAPES else "dot"
    return {**_term(known, name), "colour": (known.colour if known else "") or PLAIN_COLOUR, "shape": shape}


def _relation(schema: Schema, name: str) -> Json:
    known = schema.properties.get(name)
    return {**_term(known, name), "symmetric": bool(known and known.symmetric)}


def _term(term: Term | None, name: str) -> Json:
    return {"id": name, "ko": term.ko if term else name, "en": term.en if term else name}


def _nodes(numbers: Index, measures: Measures, places: Places) -> Json:
    entities = numbers.graph.entities
    actors = measures.actors
    order = sorted(range(len(entities)), key=lambda i: (-actors[i].degree, -actors[i].pagerank, entities[i].id))
    return {
        "id": [e.id for e in entities],
        "ko": [e.ko for e in entities],
        "en": [e.en or "" for e in entities],
        "names": {str(i): names for i, names in enumerate([n for n in e.names if n not in (e.ko, e.en)] for e in entities) if names},
        "type": [numbers.classes[e.type] for e in entities],
        "x": places.chart.positions[:, 0].tolist(),
        "y": places.chart.positions[:, 1].tolist(),
        "r": [round(r, 1) for r in places.radii.tolist()],
        "community": [-1 if a.community is None else a.community for a in actors],
        "order": order,
    }


def _islands(numbers: Index, measures: Measures, chart: Map) -> list[Json]:
    return [
        {"x": i.x, "y": i.y, "r": i.radius, "size": len(c.members), "topics": [numbers.entity[t] for t in c.topics]}
        for i, c in zip(chart.islands, measures.communities, strict=False)  # those without a community come last
    ]


def _span_of(claim: Claim, day: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """The days of a claim: its own time, an open end closed by its document's day; else that day."""
    time = claim.time
    first, last = (time.earliest, time.latest) if time else (None, None)
    days = [d for d in (first or last or day, last or first or day) if d is not None]
    return (min(days), max(days)) if days else None


def _months(numbers: Index) -> tuple[list[str], list[int], list[int]]:
    """The months that anything is told of, and for each claim the numbers of its first and last; -1 without a date."""
    spans = [_span_of(c, numbers.graph.documents[numbers.document[c.document]].date) for c in numbers.claims]
    month_of = {day: day.strftime("%Y-%m") for day in {day for span in spans if span for day in span}}
    ends = sorted(set(month_of.values()))
    place = {month: i for i, month in enumerate(ends)}
    first = [place[month_of[s[0]]] if s else -1 for s in spans]
    last = [place[month_of[s[1]]] if s else -1 for s in spans]
    return ends, first, last


def _due(numbers: Index) -> list[Json]:
    """Planned things that are not over on the day of the newest document, the nearest first."""
    today = max((d.date for d in numbers.graph.documents if d.date), default=None)
    due: dict[int, tuple[dt.date, str]] = {}
    for claim in numbers.claims:
        end = claim.time.latest if claim.time else None
        if claim.status == "planned" and claim.time and end and (today is None or end >= today):
            edge = numbers.edges[numbers.edge_of(claim)]
            due[edge] = min(due.get(edge, (end, claim.time.edtf)), (end, claim.time.edtf))
    ordered = sorted(due.items(), key=lambda item: (item[1], item[0]))[:MOST_DUE]
    return [{"edge": edge, "when": when} for edge, (_, when) in ordered]


def evidence(numbers: Index, schema: Schema, tables: tuple[Table, ...]) -> Json:
    """What the page needs when something is chosen: sentences, marks, documents, events, saved questions."""
    documents = numbers.graph.documents
    places = sorted({(numbers.document[c.document], c.start, c.sentence, c.quote) for c in numbers.claims})
    sentence = {place: i for i, place in enumerate(places)}
    mentions: dict[str, tuple[str, ...]] = dict(numbers.graph.mentions)
    told = Told({p[3]: i for i, p in enumerate(places)}, {d.title: i for i, d in enumerate(documents)})
    return {
        "docs": {
            "title": [d.title for d in documents],
            "url": [d.url or "" for d in documents],
            "why": [d.date_evidence for d in documents],
        },
        "sentences": {"quote": [p[3] for p in places], **_steps(places)},
        "claims": {
            "sentence": [sentence[(numbers.document[c.document], c.start, c.sentence, c.quote)] for c in numbers.claims],
            "rule": _coded(c.rule for c in numbers.claims),
            "confidence": _coded(format(Decimal(repr(c.confidence)), "f") for c in numbers.claims),
            "time": _coded(c.time.edtf if c.time else "" for c in numbers.claims),
            "role": _coded(c.role or "" for c in numbers.claims),
            "amount": _coded(c.amount or "" for c in numbers.claims),
            "speaker": [numbers.entity.get(c.speaker or "", -1) for c in numbers.claims],
            "spans": [at for c in numbers.claims for at in _marks(c)],
        },
        "outside": _outside(numbers),
        "mentions": [[numbers.entity[e] for e in mentions.get(d.id, ()) if e in numbers.entity] for d in documents],
        "same": {i: list(e.same_as) for i, e in enumerate(numbers.graph.entities) if e.same_as},
        **_events(numbers, schema),
        "tables": [_table(numbers, t, told) for t in tables],
    }


def _coded(values: Iterable[str]) -> Json:
    """A column of repeated texts: each text once, and which one each row has."""
    rows = list(values)
    texts = sorted(set(rows))
    place = {text: i for i, text in enumerate(texts)}
    return {"texts": texts, "at": [place[row] for row in rows]}


def _steps(places: list[tuple[int, int, int, str]]) -> Json:
    """Offset and number of each sentence, as steps from the one before in its document: small numbers pack well."""
    before = [(0, 0), *((p[1], p[2]) for p in places)]
    same = [i > 0 and places[i - 1][0] == p[0] for i, p in enumerate(places)]
    return {
        "start": [p[1] - before[i][0] * same[i] for i, p in enumerate(places)],
        "number": [p[2] - before[i][1] * same[i] for i, p in enumerate(places)],
    }


def _spans(claim: Claim) -> tuple[tuple[str, Span | None], ...]:
    return (("subject", claim.subject_span), ("trigger", claim.trigger_span), ("object", claim.object_span))


def _within(claim: Claim, span: Span) -> bool:
    return claim.start <= span.start and span.end <= claim.end


def _marks(claim: Claim) -> list[int]:
    """Start and end of who, by which words and what, inside the quote: six numbers, -1 for what the sentence does not have."""
    found: list[int] = []
    for _, span in _spans(claim):
        found += [span.start - claim.start, span.end - claim.start] if span and _within(claim, span) else [-1, -1]
    return found


def _outside(numbers: Index) -> Json:
    """For claims whose names stand in another sentence: those names, as written there."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for number, claim in enumerate(numbers.claims):
        text = numbers.graph.documents[numbers.document[claim.document]].text
        for kind, span in _spans(claim):
            if span and not _within(claim, span):
                found[number][kind] = text[span.start : span.end]
    return {str(number): kinds for number, kinds in found.items()}


def _events(numbers: Index, schema: Schema) -> Json:
    events = numbers.graph.events
    kinds = sorted({e.type for e in events})
    roles = sorted({p.role for e in events for p in e.parts})
    told = {role: schema.roles.get(role) or schema.properties.get(role) for role in roles}
    return {
        "kinds": [_term(schema.classes.get(kind), kind) for kind in kinds],
        "roles": [_term(told[role], role) for role in roles],
        "events": [
            {
                "type": kinds.index(e.type),
                "status": e.status,
                "time": e.time.edtf if e.time else "",
                "docs": [numbers.document[d] for d in e.documents if d in numbers.document],
                "parts": [[roles.index(p.role), numbers.entity[p.filler]] for p in e.parts if p.filler in numbers.entity],
            }
            for e in events
        ],
    }


@dataclass(frozen=True)
class Told:
    """Sentences and titles that the page has already, by their numbers: a table need not bring them again."""

    quotes: Mapping[str, int]
    titles: Mapping[str, int]


def _value(numbers: Index, cell: Cell, told: Told) -> Any:
    """A cell as the page reads it: text, or [text, entity], or what the text is one of: both languages, a sentence, a document."""
    if cell.entity in numbers.entity:
        return [cell.text, numbers.entity[cell.entity]]
    if cell.text in told.quotes:
        return {"quote": told.quotes[cell.text]}
    if cell.text in told.titles:
        return {"doc": told.titles[cell.text]}
    return {"ko": cell.text, "en": cell.en} if cell.en else cell.text


def _table(numbers: Index, table: Table, told: Told) -> Json:
    rows = [[_value(numbers, cell, told) for cell in row] for row in table.rows]
    return {"name": table.name, "ko": table.ko, "en": table.en, "columns": [{"ko": c.ko, "en": c.en} for c in table.columns], "rows": rows}
