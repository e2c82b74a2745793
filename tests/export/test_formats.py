"""An export writes whole files or none, the same each time, and says what it cannot do."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.export import FORMATS, Source, export, read_source
from kg.values import Graph
from kg.write.files import write_graph
from kg.write.iri import BASE
from kg.write.quads import in_order
from tests.export.graphs import SCHEMA, hostile, hostile_graph, kapex, source_of
from tests.needs import REPOSITORY
from tests.samples import kapex_graph

DIGESTS = """
import hashlib, json
from kg.export import FORMATS
from tests.export.graphs import hostile
def digests(form):
    return {file: hashlib.sha256(data).hexdigest() for file, data in form.make(hostile()).items()}
print(json.dumps({name: digests(form) for name, form in FORMATS.items()}))
"""


def digests(source: Source) -> dict[str, dict[str, str]]:
    return {name: {file: hashlib.sha256(data).hexdigest() for file, data in form.make(source).items()} for name, form in FORMATS.items()}


def test_another_process_writes_the_same_bytes() -> None:
    seeded = {**os.environ, "PYTHONHASHSEED": "77"}
    told = subprocess.run([sys.executable, "-c", DIGESTS], cwd=REPOSITORY, env=seeded, capture_output=True, check=True, text=True)
    assert json.loads(told.stdout) == digests(hostile())


def test_the_order_in_which_statements_came_does_not_matter() -> None:
    quads = random.Random(3).sample(list(kapex().quads), len(kapex().quads))
    assert digests(Source(in_order(quads), kapex().documents, SCHEMA, BASE)) == digests(kapex())


@pytest.mark.parametrize("graph", [kapex_graph(), hostile_graph()], ids=["kapex", "hostile"])
def test_a_built_folder_gives_the_same(graph: Graph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path, schema=SCHEMA)
    assert digests(read_source(tmp_path, schema=SCHEMA, base=BASE)) == digests(source_of(graph))


def test_turtle_and_trig_are_those_of_the_build(tmp_path: Path) -> None:
    write_graph(kapex().graph, tmp_path, schema=SCHEMA)
    for name, file in (("turtle", "graph.ttl"), ("trig", "graph.trig")):
        assert FORMATS[name].make(kapex())[file] == (tmp_path / file).read_bytes()


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_folder_gets_a_description_too(name: str, tmp_path: Path) -> None:
    files = export(kapex(), name, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in files)
    assert (tmp_path / "void.ttl").stat().st_size > 1000
    if name != "void":
        told = (tmp_path / "void.ttl").read_text(encoding="utf-8")
        assert all(f"<{path.name}>" in told for path in files if path.name != "void.ttl")


def test_a_file_is_a_file_and_a_new_folder_is_made(tmp_path: Path) -> None:
    assert export(kapex(), "ntriples", tmp_path / "x.nt") == [tmp_path / "x.nt"]
    assert [path.name for path in export(kapex(), "ntriples", tmp_path / "new", folder=True)] == ["graph.nt", "void.ttl"]
    assert [path.name for path in export(kapex(), "csv", tmp_path / "tables")] == ["nodes.csv", "edges.csv", "claims.csv", "void.ttl"]


def test_what_cannot_be_done_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match="needs a folder"):
        export(kapex(), "csv", tmp_path / "old.csv")
    with pytest.raises(UsageError, match="did you mean graphml"):
        export(kapex(), "grapml", tmp_path)
    with pytest.raises(StoreError, match="cannot be written"):
        export(kapex(), "turtle", tmp_path / "old.csv" / "x.ttl")
    with pytest.raises(StoreError, match="cannot be read"):
        read_source(tmp_path, schema=SCHEMA, base=BASE)
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]
