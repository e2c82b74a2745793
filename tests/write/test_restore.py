"""What was written comes back equal, and a file that was tampered with is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import StoreError
from kg.keep.store import in_memory
from kg.ontology.schema import load_schema
from kg.values import Graph
from kg.write.files import DOCUMENTS, TRIG, write_graph
from kg.write.quads import to_quads
from kg.write.restore import graph_from, read_graph
from tests.samples import kapex_graph
from tests.write.strategies import graphs

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")


def test_the_sample_comes_back_from_its_files(tmp_path: Path) -> None:
    write_graph(kapex_graph(), tmp_path, schema=SCHEMA)
    assert read_graph(tmp_path, schema=SCHEMA) == kapex_graph()


def test_the_sample_comes_back_from_a_store() -> None:
    graph = kapex_graph()
    store = in_memory(to_quads(graph, schema=SCHEMA))
    assert graph_from(store.quads(), graph.documents, schema=SCHEMA) == graph


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_any_graph_comes_back_from_its_files_and_from_a_store(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        quads = write_graph(graph, Path(folder), schema=SCHEMA)
        assert read_graph(Path(folder), schema=SCHEMA) == graph
    assert graph_from(in_memory(quads).quads(), graph.documents, schema=SCHEMA) == graph


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    write_graph(kapex_graph(), folder, schema=SCHEMA)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        (DOCUMENTS, "과학기술정보통신부는 한국과학기술연구원과", "과학기술정보통신부는  한국과학기술연구원과", "are .*, not "),
        (DOCUMENTS, '{"id": "kapex-visit"', '{"id": "another"', "is not in documents.jsonl"),
        (DOCUMENTS, '"blocks"', '"bricks"', "documents.jsonl:1: is no document"),
        (TRIG, "oa:start 16", "oa:start 17", "that its offsets cut"),
        (TRIG, 'tp:earliest "2025-11-24"', 'tp:earliest "2025-11-33"', "day is out of range"),
        (TRIG, '"char=63,67"', '"63-67"', "RFC 5147"),
        (TRIG, "tp:confidence", "tp:confidense", "lacks"),
        (TRIG, "@prefix tp:", "@prefix pt:", "cannot be read as TriG"),
    ],
)
def test_a_tampered_file_is_refused(name: str, old: str, new: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=words):
        read_graph(changed(tmp_path, name, old, new), schema=SCHEMA)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        read_graph(tmp_path, schema=SCHEMA)
