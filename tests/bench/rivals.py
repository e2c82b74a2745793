"""The pages that the bench compares: ours, pyvis's own, and force-graph, each of the same made-up graph, each with how it is moved."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyvis.network import Network

from kg.network import Measures, Naming, measure
from kg.ontology.interface import load_interface
from kg.ontology.schema import Schema, load_schema
from kg.values import Graph
from kg.view import place, render
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY

ROUNDS_OF_VIS = 1000
CANVAS = (996, 781)  # what our panels and the time leave of 1600 x 900


@dataclass(frozen=True)
class Rival:
    """A page: how it is written, when it can be used, and the scripts that pan by ``dx, dy`` pixels and zoom by ``f``."""

    name: str
    write: Callable[[int, Path], None]
    ready: str
    pan: str
    zoom: str


@lru_cache(maxsize=2)
def made(nodes: int) -> tuple[Graph, Measures]:
    """The graph of ``nodes`` entities and its measures, each made once."""
    texts = load_interface(schema())
    whole = graph(nodes)
    return whole, measure(whole, Naming(texts.subjects, texts.bodies))


@lru_cache(maxsize=1)
def schema() -> Schema:
    """The ontology's classes and relations."""
    return load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")


def _ours(nodes: int, path: Path) -> None:
    whole, measures = made(nodes)
    path.write_text(render(whole, schema(), measures=measures), encoding="utf-8")


def _pyvis(nodes: int, path: Path, *, still: bool = False) -> None:
    """pyvis's own page as shipped, evidence in the titles; with ``still`` at our places, without physics."""
    whole, measures = made(nodes)
    chart, _ = place(whole, measures)
    net = Network(directed=True, cdn_resources="in_line")
    for i, entity in enumerate(whole.entities):
        spot = {"x": int(chart.positions[i, 0]), "y": int(chart.positions[i, 1])} if still else {}
        net.nodes.append({"id": entity.id, "label": entity.ko, "title": entity.type, "color": "#97c2fc", "shape": "dot", **spot})
    for c in whole.claims:
        net.edges.append({"from": c.subject, "to": c.object, "label": c.property, "title": c.quote, "arrows": "to"})
    if still:
        net.toggle_physics(False)
    path.write_text(net.generate_html(), encoding="utf-8")


def _still(nodes: int, path: Path) -> None:
    _pyvis(nodes, path, still=True)


def _force_graph(nodes: int, path: Path) -> None:
    """force-graph with our places and colours, names on hover, its engine off: the leanest that it can be."""
    whole, measures = made(nodes)
    chart, radii = place(whole, measures)
    colours = {name: c.colour for name, c in schema().classes.items()}
    spots = chart.positions.tolist()
    data = {
        "nodes": [
            {
                "id": e.id,
                "name": e.ko,
                "color": colours.get(e.type, "#888"),
                "val": (float(radii[i]) / 4) ** 2,
                "fx": spots[i][0],
                "fy": spots[i][1],
            }
            for i, e in enumerate(whole.entities)
        ],
        "links": [{"source": c.subject, "target": c.object} for c in whole.claims],
    }
    library = Path(os.environ["KG_FORCE_GRAPH"]).read_text(encoding="utf-8")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    wide, high = CANVAS
    path.write_text(
        f'<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="g"></div><script>{library}</script>'
        f"<script>const data={text};"
        "const g=new ForceGraph(document.getElementById('g')).graphData(data).nodeLabel('name').cooldownTicks(0);"
        f"g.width({wide}).height({high});"
        "g.zoomToFit(0);requestAnimationFrame(()=>requestAnimationFrame(()=>{g.zoomToFit(0);window.usable=true;}));</script>",
        encoding="utf-8",
    )


def seconds(write: Callable[[int, Path], None], nodes: int, path: Path) -> float:
    """How long writing takes, layout included."""
    first = time.perf_counter()
    write(nodes, path)
    return time.perf_counter() - first


_VIS_PAN = (
    "const v = network.getViewPosition(), s = network.getScale(); network.moveTo({position: {x: v.x + dx / s, y: v.y + dy / s}, scale: s});"
)
_VIS_ZOOM = "network.moveTo({scale: network.getScale() * f});"
# The bar goes, and the reader sees the map, when vis has done its rounds or needs no more.
_STABLE = f"window.network && (network.physics.stabilizationIterations >= {ROUNDS_OF_VIS} || network.physics.stabilized)"

OURS = Rival("ours", _ours, "document.documentElement.dataset.ready === 'true'", "kgPage.on.pan(dx, dy)", "kgPage.on.zoom(f)")
PYVIS = Rival("pyvis", _pyvis, _STABLE, _VIS_PAN, _VIS_ZOOM)
STILL = Rival("pyvis-still", _still, "window.network && network.body.nodeIndices.length > 0", _VIS_PAN, _VIS_ZOOM)
FORCE = Rival(
    "force-graph",
    _force_graph,
    "window.usable",
    "const c = g.centerAt(), k = g.zoom(); g.centerAt(c.x + dx / k, c.y + dy / k);",
    "g.zoom(g.zoom() * f);",
)


def rivals() -> tuple[Rival, ...]:
    """All pages; force-graph where KG_FORCE_GRAPH names its force-graph.min.js."""
    return (OURS, PYVIS, STILL, FORCE) if os.environ.get("KG_FORCE_GRAPH") else (OURS, PYVIS, STILL)


def iterations(page: Any) -> int:
    """How many of its thousand rounds vis has done."""
    return int(page.evaluate("window.network ? network.physics.stabilizationIterations : 0"))
