"""The corpus beside the repository: claims cut their quotes exactly, and the same documents give the same bytes however they are read."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kg.home import ontology_folder
from kg.ontology.schema import load_schema
from kg.pipeline import Settings, build
from kg.values import Claim, Span
from kg.write.restore import read_graph
from tests.needs import REPOSITORY, needs_shared

# All 3,000 take minutes: few enough for a quick suite, all of them by KG_CORPUS=all.
BY_DEFAULT = 250
FEW = 48
FILES = ("graph.ttl", "graph.trig", "documents.jsonl", "graph.html", "report.md")


def wanted() -> int | None:
    asked = os.environ.get("KG_CORPUS", "")
    if asked == "all":
        return None
    return int(asked) if asked else BY_DEFAULT


def lines(count: int | None) -> list[str]:
    with gzip.open(needs_shared("corpus/press.jsonl.gz"), "rt", encoding="utf-8") as file:
        return list(itertools.islice(file, count))


def put(path: Path, content: list[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(content), encoding="utf-8")
    return path


def marks(claim: Claim) -> list[Span]:
    return [span for span in (claim.subject_span, claim.object_span, claim.trigger_span) if span]


def test_every_claim_cuts_its_quote_and_its_names_from_the_document(tmp_path: Path) -> None:
    summary = build([put(tmp_path / "press.jsonl", lines(wanted()))], tmp_path / "out")
    texts = {told["id"]: told["text"] for told in map(json.loads, (tmp_path / "out" / "documents.jsonl").open(encoding="utf-8"))}
    graph = read_graph(tmp_path / "out", schema=load_schema(ontology_folder() / "techpolicy.ttl"))
    assert summary.documents == len(texts) == len(graph.documents)
    assert len(graph.claims) == sum(summary.claims.values()) > summary.documents
    for claim in graph.claims:
        text = texts[claim.document]
        assert text[claim.start : claim.end] == claim.quote
        assert all(0 <= span.start < span.end <= len(text) for span in marks(claim)), claim


def test_no_release_is_skipped_without_a_reason(tmp_path: Path) -> None:
    summary = build([put(tmp_path / "press.jsonl", lines(FEW))], tmp_path / "out", Settings(workers=1))
    assert summary.documents + len(summary.skipped) == FEW
    assert all(one.reason and one.remedy for one in summary.skipped)


# The same bytes


def shuffled(folder: Path, content: list[str]) -> list[Path]:
    """The same documents in another order and in files of their own, some in folders."""
    mixed = list(content)
    random.Random(11).shuffle(mixed)
    third = len(mixed) // 3
    paths = [put(folder / "z" / "a.jsonl", mixed[:third]), put(folder / "a" / "z.jsonl", mixed[third : 2 * third])]
    return [*paths, put(folder / "m.jsonl", mixed[2 * third :])]


def run(out: Path, inputs: list[Path], *options: str, seed: str) -> None:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", *map(str, inputs), "-o", str(out), *options]
    subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, timeout=900)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of some releases in a process of its own."""
    place = tmp_path_factory.mktemp("corpus")
    run(place / "out", [put(place / "press.jsonl", lines(FEW))], "--workers", "1", seed="1")
    return place


@pytest.mark.parametrize(
    ("seed", "options"), [("1", ("--workers", "1")), ("2", ("--workers", "1")), ("3", ("--workers", "2"))], ids=["again", "hash", "workers"]
)
def test_another_run_gives_the_same_bytes(first: Path, tmp_path: Path, seed: str, options: tuple[str, ...]) -> None:
    run(tmp_path / "out", [first / "press.jsonl"], *options, seed=seed)
    for name in FILES:
        assert (tmp_path / "out" / name).read_bytes() == (first / "out" / name).read_bytes(), name


def test_the_order_of_the_inputs_changes_nothing_but_where_documents_lay(first: Path, tmp_path: Path) -> None:
    content = lines(FEW)
    run(tmp_path / "out", shuffled(tmp_path / "in", content), "--workers", "2", seed="4")
    for name in ("graph.ttl", "graph.trig", "graph.html", "report.md"):
        assert (tmp_path / "out" / name).read_bytes() == (first / "out" / name).read_bytes(), name
    ours, theirs = (
        [json.loads(line) for line in (place / "out" / "documents.jsonl").open(encoding="utf-8")] for place in (tmp_path, first)
    )
    assert [{**one, "source": ""} for one in ours] == [{**one, "source": ""} for one in theirs]
