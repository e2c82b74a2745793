"""A real server on loopback for tests: built from a graph made by hand, run in a thread, with real processes behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any

import uvicorn

from kg.keep.store import fill
from kg.network import measure
from kg.ontology.schema import load_schema
from kg.serve.run import server_config
from kg.serve.settings import MIB, Limits, Settings
from kg.values import Graph, Part
from kg.view import render
from kg.write.files import write_graph
from tests.needs import REPOSITORY

SCHEMA = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")
# Far more rows than any machine counts before a deadline, of no more than the names of the sample graph.
RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


def built(graph: Graph, folder: Path, *, drawn: bool = True) -> Path:
    """A folder as ``kg build`` leaves it; where the graph is not ``drawn``, with an empty page."""
    quads = write_graph(graph, folder, schema=SCHEMA)
    fill(folder / "store", quads)
    page = render(graph, SCHEMA, measures=measure(graph)) if drawn else "<!doctype html><title>graph</title>"
    (folder / "graph.html").write_text(page, encoding="utf-8")
    return folder


@contextmanager
def running(folder: Path, *, token: str | None = None, **limits: Any) -> Iterator[str]:
    """The address of a server of ``folder`` that runs while the block does."""
    known = Limits(**{"timeout": 20.0, "memory": 512 * MIB, "workers": 2, "slow": 2, **limits})
    server = uvicorn.Server(server_config(Settings(folder, port=0, token=token, limits=known)))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        sleep(0.01)
    assert server.started, "the server did not start"
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def storable(graph: Graph) -> Graph:
    """The graph with terms of the ontology where attacks stand that no store can hold, since they are no IRIs."""
    return replace(
        graph,
        entities=tuple(replace(entity, type="Person", same_as=()) for entity in graph.entities),
        claims=tuple(replace(claim, property="supports") for claim in graph.claims),
        events=tuple(
            replace(event, type="Visit", parts=tuple(Part("agent", part.filler) for part in event.parts)) for event in graph.events
        ),
    )
