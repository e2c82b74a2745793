"""``kg analyze``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from kg.cli.options import built_option, lang_option, ontology_option
from kg.cli.text import columns
from kg.errors import UsageError
from kg.home import ontology_folder
from kg.network import Measures, Naming, Step, measure, named, shortest_paths
from kg.ontology.interface import Interface, load_interface
from kg.ontology.schema import Schema, load_schema, suggestion
from kg.pipeline import open_built
from kg.values import Claim, Graph

MEMBERS = 6


@dataclass(frozen=True)
class _Shown:
    """A graph with the words to show it in."""

    graph: Graph
    schema: Schema
    texts: Interface
    lang: str

    def word(self, key: str) -> str:
        return self.texts.report[key][self.lang]

    def name(self, entity: str) -> str:
        found = next(one for one in self.graph.entities if one.id == entity)
        return (found.en or found.ko) if self.lang == "en" else found.ko


@click.command()
@click.option("--path", "ends", nargs=2, metavar="A B", help="Only the shortest paths between two names.")
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="Rows of each table.")
@built_option
@lang_option
@ontology_option
def analyze(ends: tuple[str, str] | None, top: int, out: Path, lang: str, ontology: Path | None) -> None:
    """Show who is central, who brokers, which communities there are, and how two names are joined."""
    schema = load_schema((ontology or ontology_folder()) / "techpolicy.ttl")
    shown = _Shown(open_built(out).graph(schema), schema, load_interface(schema), lang)
    lines = _paths(shown, *ends, top=top) if ends else _tables(shown, top)
    click.echo("\n".join(lines))


def _tables(shown: _Shown, top: int) -> Iterator[str]:
    measures = measure(shown.graph, Naming(shown.texts.subjects, shown.texts.bodies))
    for title, rows in (
        ("actors", _actors(shown, measures, top)),
        ("brokers", _brokers(shown, measures, top)),
        ("communities", _communities(shown, measures, top)),
    ):
        yield from (shown.word(title), columns(rows, indent=2) if len(rows) > 1 else f"  {shown.word('none')}", "")


def _actors(shown: _Shown, measures: Measures, top: int) -> list[list[str]]:
    heads = [shown.word("name"), shown.word("neighbours"), "PageRank", shown.word("betweenness")]
    return [heads, *([shown.name(a.entity), f"{a.degree:,}", f"{a.pagerank:.4f}", f"{a.betweenness:.4f}"] for a in measures.top(top))]


def _brokers(shown: _Shown, measures: Measures, top: int) -> list[list[str]]:
    heads = [shown.word("name"), shown.word("betweenness"), shown.word("participation")]
    return [heads, *([shown.name(b.entity), f"{b.betweenness:.4f}", f"{b.participation:.3f}"] for b in measures.brokers[:top])]


def _communities(shown: _Shown, measures: Measures, top: int) -> list[list[str]]:
    rank = {actor.entity: (-actor.pagerank, actor.entity) for actor in measures.actors}
    rows = [[shown.word("name"), shown.word("count"), shown.word("members")]]
    for community in measures.communities[:top]:
        members = sorted(community.members, key=lambda member: rank[member])[:MEMBERS]
        title = " · ".join(shown.name(topic) for topic in community.topics)
        rows.append([title, f"{len(community.members):,}", ", ".join(map(shown.name, members))])
    return rows


def _paths(shown: _Shown, start: str, end: str, *, top: int) -> Iterator[str]:
    first, last = _entity(shown.graph, start), _entity(shown.graph, end)
    ways = shortest_paths(shown.graph, first, last, limit=top)
    if not ways:
        raise UsageError(f"no path joins {shown.name(first)} and {shown.name(last)}")
    for way in ways:
        yield from (f"{shown.name(step.start)} — {shown.name(step.end)}: {_told(shown, step)}" for step in way.steps)
        yield ""


def _told(shown: _Shown, step: Step) -> str:
    return ", ".join(sorted({_relation(shown, step, claim) for claim in step.claims}))


def _relation(shown: _Shown, step: Step, claim: Claim) -> str:
    arrow = "→" if claim.subject == step.start else "←"
    return f"{arrow} {shown.schema.properties[claim.property].label(shown.lang)} [{shown.texts.page[claim.status][shown.lang]}]"


def _entity(graph: Graph, name: str) -> str:
    found = named(graph, name)
    if not found:
        known = [label for entity in graph.entities for label in (entity.ko, entity.en, *entity.names) if label]
        raise UsageError(f"no entity is called {name!r}{suggestion(name, known)}")
    if len(found) > 1:
        raise UsageError(f"{name!r} is the name of several entities; give one of: {', '.join(f'{one.ko} ({one.id})' for one in found)}")
    return found[0].id
