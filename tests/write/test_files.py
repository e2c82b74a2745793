"""The files are the same bytes for the same graph, others can read them, and a failure leaves the older ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

from kg.errors import StoreError
from kg.ontology.schema import load_schema
from kg.values import Document, Graph
from kg.write.files import DOCUMENTS, TRIG, TURTLE, write_graph
from tests.samples import kapex_graph

ROOT = Path(__file__).parents[2]
SCHEMA = load_schema(ROOT / "ontology" / "techpolicy.ttl")
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
WRITE = """
import sys
from pathlib import Path
from kg.ontology.schema import load_schema
from kg.write.files import write_graph
from tests.samples import kapex_graph
write_graph(kapex_graph(), Path(sys.argv[1]), schema=load_schema(Path("ontology/techpolicy.ttl")))
"""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    write_graph(kapex_graph(), tmp_path / "here", schema=SCHEMA)
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", WRITE, str(tmp_path / seed)], cwd=ROOT, env=env, check=True)
        assert files(tmp_path / seed) == files(tmp_path / "here")
    assert set(files(tmp_path / "here")) == {TURTLE, TRIG, DOCUMENTS}


def test_rdflib_reads_the_same_triples_from_both(tmp_path: Path) -> None:
    quads = write_graph(kapex_graph(), tmp_path, schema=SCHEMA)
    turtle = rdflib.Graph().parse(tmp_path / TURTLE)
    trig = rdflib.Dataset(default_union=True).parse(tmp_path / TRIG)
    assert len(turtle) == len(quads)
    assert set(turtle) == {(s, p, o) for s, p, o in trig.triples((None, None, None))}
    wanted = {quad.subject.value for quad in quads if not isinstance(quad.subject, str) and hasattr(quad.subject, "value")}
    assert {str(node) for node in turtle.subjects()} == wanted


def test_the_type_stands_first(tmp_path: Path) -> None:
    write_graph(kapex_graph(), tmp_path, schema=SCHEMA)
    lines = (tmp_path / TURTLE).read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines if line and not line[0].isspace() and not line.startswith("@prefix")]
    assert len(heads) > 50
    assert all(" a " in head for head in heads)


def test_a_line_a_document_with_the_text_that_offsets_count_in(tmp_path: Path) -> None:
    graph = kapex_graph()
    write_graph(graph, tmp_path, schema=SCHEMA)
    told = [json.loads(line) for line in (tmp_path / DOCUMENTS).read_text(encoding="utf-8").split("\n") if line]
    assert [line["id"] for line in told] == ["ai-strategy", "kapex-visit"]
    texts = {line["id"]: line["text"] for line in told}
    assert all(texts[claim.document][claim.start : claim.end] == claim.quote for claim in graph.claims)


def test_a_lone_surrogate_becomes_the_replacement_character_and_keeps_the_length(tmp_path: Path) -> None:
    document = Document("x", "제\ud800목", "본\udfff문\u2028끝", ())
    write_graph(Graph((document,), (), (), (), ()), tmp_path, schema=SCHEMA)
    line = json.loads((tmp_path / DOCUMENTS).read_bytes())
    assert (line["title"], line["text"]) == ("제\ufffd목", "본\ufffd문\u2028끝")


def test_a_folder_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        write_graph(kapex_graph(), tmp_path / "file", schema=SCHEMA)


def test_a_failure_leaves_the_older_files_whole(tmp_path: Path) -> None:
    write_graph(kapex_graph(), tmp_path, schema=SCHEMA)
    before = files(tmp_path)
    (tmp_path / f".{DOCUMENTS}.new").mkdir()
    with pytest.raises(StoreError):
        write_graph(Graph((), (), (), (), ()), tmp_path, schema=SCHEMA)
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


@pytest.mark.skipif(not SCORER.is_file(), reason="../shared/gold/score.py is not here")
def test_the_scorer_reads_the_graph(tmp_path: Path) -> None:
    write_graph(kapex_graph(), tmp_path, schema=SCHEMA)
    gold = {
        "entities": [{"id": "e1", "name": "배경훈", "type": "Person"}, {"id": "e2", "name": "KIST", "type": "ResearchInstitute"}],
        "facts": [{"s": "e1", "p": "visited", "o": "e2", "status": "actual", "time": "2025-11-13"}],
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "kapex-visit.json").write_text(json.dumps(gold), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(tmp_path / TURTLE), str(tmp_path / "gold"), "--json"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert result["facts_strict"]["recall"] == 1
    assert result["facts_strict"]["told"] == 13
    assert (result["status"], result["time"], result["entity_type"]) == (1, 1, 1)
