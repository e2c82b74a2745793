"""``report.md``: what was read, what is told, who is central, what is due, what was skipped."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.network.measures import Measures
from kg.ontology.interface import Texts, check_language, load_interface
from kg.ontology.schema import Schema
from kg.report.markdown import escape, table
from kg.values import STATUSES, Claim, Entity, Graph, Skipped

MOST = 20
MEMBERS = 8
MOST_DUE = 50
MOST_SKIPPED = 100


@dataclass(frozen=True)
class _Telling:
    """The graph with what is needed to tell of it in one language."""

    graph: Graph
    schema: Schema
    measures: Measures
    texts: Texts
    page: Texts
    lang: str
    entities: dict[str, Entity]

    def say(self, key: str, **fill: str) -> str:
        """The text of a key, its braces filled."""
        return self.texts[key][self.lang].format(**fill)

    def name(self, entity: str) -> str:
        """The name of an entity id in the language, escaped."""
        found = self.entities.get(entity)
        return escape(entity if found is None else (found.en or found.ko) if self.lang == "en" else found.ko)

    def cls(self, name: str) -> str:
        """The label of a class, escaped."""
        return escape(self.schema.classes[name].label(self.lang) if name in self.schema.classes else name)

    def relation(self, name: str) -> str:
        """The label of a relation, escaped."""
        return escape(self.schema.properties[name].label(self.lang) if name in self.schema.properties else name)


def report(graph: Graph, schema: Schema, *, measures: Measures, skipped: tuple[Skipped, ...] = (), lang: str = "ko") -> str:
    """The report of ``graph`` in ``ko`` or ``en``, as Markdown in which no text of the news is markup; the same input gives the same text.

    Raises UsageError for another language, OntologyError for wrong texts.
    """
    check_language(lang)
    texts = load_interface(schema)
    telling = _Telling(graph, schema, measures, texts.report, texts.page, lang, {e.id: e for e in graph.entities})
    parts = [_overview(telling), _classes(telling), _claims(telling), _due(telling), _actors(telling), _brokers(telling)]
    parts += [_communities(telling), _dates(telling), _skipped(telling, skipped)]
    lines = [f"# {telling.say('title')}", "", *(line for part in parts for line in part)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(telling: _Telling, key: str, lines: Iterable[str], note: str = "") -> list[str]:
    body = list(lines) or [telling.say("none"), ""]
    return [f"## {telling.say(key)}", "", *([note, ""] if note else []), *body]


def _overview(telling: _Telling) -> list[str]:
    graph = telling.graph
    counts = (("documents", graph.documents), ("entities", graph.entities), ("claims", graph.claims), ("events", graph.events))
    rows = [[telling.say(key), f"{len(values):,}"] for key, values in counts]
    return _section(telling, "overview", table(["", telling.say("count")], rows))


def _classes(telling: _Telling) -> list[str]:
    counted = Counter(e.type for e in telling.graph.entities)
    order = {cls.name: at for at, cls in enumerate(telling.schema.entity_types)}
    names = sorted(counted, key=lambda name: (order.get(name, len(order)), name))
    rows = [[telling.cls(name), f"{counted[name]:,}"] for name in names]
    return _section(telling, "by_class", table([telling.say("class"), telling.say("count")], rows) if rows else [])


def _claims(telling: _Telling) -> list[str]:
    counted = Counter((c.property, c.status) for c in telling.graph.claims)
    totals = Counter(c.property for c in telling.graph.claims)
    rows = [
        [telling.relation(name), *(f"{counted[(name, status)]:,}" for status in STATUSES), f"{total:,}"]
        for name, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    ]
    heads = [telling.say("relation"), *(telling.page[status][telling.lang] for status in STATUSES), telling.say("total")]
    return _section(telling, "by_property", table(heads, rows) if rows else [])


def _due(telling: _Telling) -> list[str]:
    """Planned claims that are not over on the newest document's day; the same plan of several documents once."""
    today = max((d.date for d in telling.graph.documents if d.date), default=dt.date.min)
    plans: dict[tuple[dt.date, str, str, str, str], Claim] = {}
    for claim in telling.graph.claims:
        if claim.status == "planned" and claim.time and claim.time.latest and claim.time.latest >= today:
            plans.setdefault((claim.time.latest, claim.time.edtf, claim.subject, claim.property, claim.object), claim)
    rows = [_plan(telling, claim) for _, claim in sorted(plans.items())[:MOST_DUE]]
    heads = [telling.say(key) for key in ("due_when", "due_what", "evidence", "source")]
    return _section(telling, "due", [*(table(heads, rows) if rows else []), *_rest(telling, len(plans) - len(rows))])


def _plan(telling: _Telling, claim: Claim) -> list[str]:
    when = escape(claim.time.edtf) if claim.time else ""
    what = f"{telling.name(claim.subject)} → {telling.name(claim.object)} ({telling.relation(claim.property)})"
    document = next((d for d in telling.graph.documents if d.id == claim.document), None)
    source = ", ".join(filter(None, (document.publisher, document.date.isoformat() if document.date else None))) if document else ""
    return [when, what, escape(claim.quote), escape(source or claim.document)]


def _rest(telling: _Telling, count: int) -> list[str]:
    return [telling.say("more", count=f"{count:,}"), ""] if count > 0 else []


def _actors(telling: _Telling) -> list[str]:
    rows = [
        [telling.name(a.entity), telling.cls(telling.entities[a.entity].type), f"{a.degree:,}", f"{a.pagerank:.5f}", f"{a.betweenness:.5f}"]
        for a in telling.measures.top(MOST)
    ]
    heads = [telling.say("name"), telling.say("class"), telling.say("neighbours"), "PageRank", telling.say("betweenness")]
    return _section(telling, "actors", table(heads, rows) if rows else [], note=telling.say("actors_note"))


def _brokers(telling: _Telling) -> list[str]:
    rows = [
        [telling.name(b.entity), telling.cls(telling.entities[b.entity].type), f"{b.betweenness:.5f}", f"{b.participation:.3f}"]
        for b in telling.measures.brokers[:MOST]
    ]
    heads = [telling.say(key) for key in ("name", "class", "betweenness", "participation")]
    return _section(telling, "brokers", table(heads, rows) if rows else [], note=telling.say("brokers_note"))


def _communities(telling: _Telling) -> list[str]:
    rank = {a.entity: (-a.pagerank, a.entity) for a in telling.measures.actors}
    rows = []
    for community in telling.measures.communities[:MOST]:
        members = sorted(community.members, key=lambda m: rank[m])
        more = f" … {telling.say('more', count=str(len(members) - MEMBERS))}" if len(members) > MEMBERS else ""
        title = " · ".join(telling.name(t) for t in community.topics)
        rows.append([title, f"{len(members):,}", ", ".join(telling.name(m) for m in members[:MEMBERS]) + more])
    heads = [telling.say(key) for key in ("name", "count", "members")]
    note = telling.say("communities_note", modularity=f"{telling.measures.modularity:.2f}")
    rest = _rest(telling, len(telling.measures.communities) - MOST)
    return _section(telling, "communities", [*table(heads, rows), *rest] if rows else [], note=note)


def _dates(telling: _Telling) -> list[str]:
    counted = Counter((d.date is None, d.date_evidence) for d in telling.graph.documents)
    rows = [
        [escape(why), telling.say("undated") if missing else "", f"{count:,}"]
        for (missing, why), count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ]
    return _section(telling, "dates", table([telling.say("evidence"), "", telling.say("count")], rows) if rows else [])


def _skipped(telling: _Telling, skipped: tuple[Skipped, ...]) -> list[str]:
    rows = [[escape(s.source), escape(s.reason), escape(s.remedy)] for s in skipped[:MOST_SKIPPED]]
    heads = [telling.say(key) for key in ("source", "reason", "remedy")]
    lines = [*table(heads, rows), *_rest(telling, len(skipped) - len(rows))] if rows else [telling.say("nothing_skipped"), ""]
    return _section(telling, "skipped", lines)
