"""One HTML file that holds a graph, drawn by pyvis through a template of our own.

pyvis's own template loads Bootstrap from the network and lets text become markup in five places; this one needs none of them.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from pyvis.network import Network

from kg.network.measures import Measures
from kg.ontology.interface import check_language, load_interface
from kg.ontology.schema import Schema
from kg.values import Graph
from kg.view import data
from kg.view.table import Table
from kg.write.iri import BASE, check_base

FOLDER = Path(__file__).parent / "page"
TEMPLATE = "page.html.j2"
LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
# In this order: each names only those before it, until it runs.
PURE = (
    "hangul",
    "search",
    "unpack",
    "model",
    "evidence",
    "filter",
    "grid",
    "walk",
    "labels",
    "marks",
    "hash",
    "shape",
    "files",
    "digest",
    "iri",
    "turtle",
    "address",
    "when",
    "text",
)
DRAWN = (
    "theme",
    "dom",
    "scene",
    "layer",
    "light",
    "lettering",
    "islands",
    "names",
    "stage",
    "drag",
    "quote",
    "panel",
    "timeline",
    "controls",
    "searchbox",
    "ask",
    "take",
    "keys",
    "tip",
    "tour",
    "actions",
    "main",
)
SEED = 120
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": True,
        "hideNodesOnDrag": True,
        "hover": False,
        "keyboard": False,
        "selectable": False,
        "tooltipDelay": 100000,
        "zoomSpeed": 1.0,
    },
    "nodes": {"shape": "dot", "physics": False, "chosen": False},
    "edges": {
        "smooth": False,
        "physics": False,
        "chosen": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}


@dataclass(frozen=True, slots=True)
class Content:
    """What the template puts in its places; texts that are not escaped there are ours or base64."""

    lang: str
    title: str
    no_script: str
    policy: str
    style: str
    script: str
    words: Mapping[str, Mapping[str, str]]
    core: str
    evidence: str
    library: str


def render(  # noqa: PLR0913 - the base of all IRIs is a setting like the language
    graph: Graph,
    schema: Schema,
    *,
    measures: Measures,
    places: data.Places | None = None,
    tables: Callable[[], tuple[Table, ...]] = tuple,
    lang: str = "ko",
    base: str = BASE,
) -> str:
    """One self-contained page of ``graph``; write it as UTF-8. The same arguments give the same text.

    It speaks the browser's language, ``lang`` (``ko`` or ``en``) where that is another; its Turtle export names things below ``base``.
    ``places`` are those of ``place`` for the same graph and measures, found now where they are not given. ``tables`` is called last, so
    that what it gives may be found meanwhile.
    It asks the network for nothing and forbids itself to. Raises UsageError for another language or no base, OntologyError for wrong texts.
    """
    check_language(lang)
    bases = {"ontology": schema.namespace, "id": check_base(base)}
    words = load_interface(schema).page
    places = places or data.place(graph, measures)
    numbers = data.index(graph, schema)
    core = {**data.core(numbers, schema, measures=measures, places=places), "bases": bases}
    net = _network(core)
    library = str(net.templateEnv.loader.get_source(net.templateEnv, LIBRARY)[0])
    script, style = _joined([f"{name}.js" for name in (*PURE, *DRAWN)]), _joined(["page.css"])
    net.templateEnv.globals["page"] = Content(
        lang=lang,
        title=words["title"][lang],
        no_script=words["no_script"][lang],
        policy=_policy(script, library, style=style),
        style=style,
        script=script,
        words=words,
        core=packed(json_text(core)),
        evidence=packed(json_text(data.evidence(numbers, schema, tables()))),
        library=packed(library),
    )
    return str(net.generate_html())


def json_text(value: Any) -> str:
    """Compact JSON; half a surrogate pair, which no UTF-8 file can hold, becomes a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode("utf-8")


def packed(text: str) -> str:
    """``text`` as gzip in base64: small, and no sign of it can be markup. The usual level 6 would take twice the time for 3 % less."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), compresslevel=5, mtime=0)).decode("ascii")


def _joined(names: list[str]) -> str:
    texts = [_lean((FOLDER / name).read_text(encoding="utf-8")) for name in names]
    if names[0].endswith(".js"):
        return '"use strict";\n(() => {\n' + "\n".join(texts) + "})();\n"
    return "\n".join(texts)


def _lean(text: str) -> str:
    """The text without indentation and without lines that are a comment only; a test holds that no string of it spans lines."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _policy(script: str, library: str, *, style: str) -> str:
    """A policy under which only the scripts and the style of this page run, and nothing is loaded."""
    ours, theirs, looks = (_digest(text) for text in (script, library, style))
    return f"default-src 'none'; script-src {ours} {theirs}; style-src {looks}; img-src data: blob:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def _network(core: data.Json) -> Any:
    """A pyvis network of the best known entities, with our template before pyvis's own files.

    pyvis's add_node and add_edge search their lists for every call, so the rows go straight into the public lists.
    """
    net = Network(directed=True, cdn_resources="in_line")
    net.templateEnv = Environment(loader=ChoiceLoader([FileSystemLoader(FOLDER), net.templateEnv.loader]), autoescape=True)
    net.templateEnv.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    net.path = TEMPLATE
    net.options = OPTIONS
    seed = core["nodes"]["order"][:SEED]
    net.nodes.extend(_node(core, i) for i in seed)
    inside = set(seed)
    ends = zip(core["edges"]["s"], core["edges"]["o"], strict=True)
    net.edges.extend({"id": e, "from": s, "to": o, "arrows": "to"} for e, (s, o) in enumerate(ends) if s in inside and o in inside)
    return net


def _node(core: data.Json, i: int) -> dict[str, Any]:
    nodes = core["nodes"]
    cls = core["classes"][nodes["type"][i]]
    return {"id": i, "x": nodes["x"][i], "y": nodes["y"][i], "size": nodes["r"][i], "shape": cls["shape"], "color": cls["colour"]}
