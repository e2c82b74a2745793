"""A build as a whole: its figures, its files, and what is left where it fails."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kg.errors import OntologyError, StoreError, UsageError
from kg.home import ontology_folder, samples_folder
from kg.keep.store import open_store
from kg.ontology.schema import load_schema
from kg.pipeline import Settings, Summary, build, open_built
from kg.values import STATUSES

ALONE = Settings(workers=1)
ARTICLE = "협약 체결\n\n과학기술정보통신부는 13일 한국과학기술연구원과 업무협약을 체결했다.\n"
FILES = {"documents.jsonl", "graph.html", "graph.trig", "graph.ttl", "ledger", "report.md", "store"}


def article(folder: Path, text: str = ARTICLE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    return build([samples_folder()], tmp_path_factory.mktemp("samples") / "out", ALONE)


def test_the_summary_counts_what_the_graph_has(samples: Summary) -> None:
    assert samples.folder
    graph = open_built(samples.folder).graph(load_schema(ontology_folder() / "techpolicy.ttl"))
    assert (samples.documents, samples.entities, samples.events) == (10, len(graph.entities), len(graph.events))
    assert samples.claims == Counter((claim.property, claim.status) for claim in graph.claims)
    assert {status for _, status in samples.claims} <= set(STATUSES)
    assert samples.skipped == ()
    assert samples.exit_code == 0


def test_all_forms_are_there_and_agree(samples: Summary) -> None:
    assert samples.folder
    assert {path.name for path in samples.folder.iterdir()} >= FILES
    with open_store(samples.folder / "store") as store:
        claims = store.query("SELECT (COUNT(*) AS ?n) WHERE { ?c a <https://w3id.org/techpolicy-kg/ontology#Claim> }", {})
        (row,) = list(claims)  # type: ignore[arg-type]
    assert int(row["n"].value) == sum(samples.claims.values())


def test_every_stage_is_timed_and_no_figure_gets_into_a_file(samples: Summary) -> None:
    assert {"load", "read", "understand", "analyse", "find", "refer", "extract", "resolve", "write", "view", "report", "store"} <= set(
        samples.seconds
    )
    assert samples.effort.cpu > 0
    assert samples.effort.peak > 100_000_000
    assert samples.folder
    assert "seconds" not in (samples.folder / "report.md").read_text(encoding="utf-8")


def test_no_document_touches_nothing(tmp_path: Path) -> None:
    summary = build([tmp_path / "none.txt"], tmp_path / "out", ALONE)
    assert (summary.exit_code, summary.documents, summary.folder) == (2, 0, None)
    assert [one.reason for one in summary.skipped] == ["does not exist"]
    assert not (tmp_path / "out").exists()


def test_something_skipped_is_told_by_the_exit_code(tmp_path: Path) -> None:
    assert build([article(tmp_path / "in"), tmp_path / "none.txt"], tmp_path / "out", ALONE).exit_code == 1


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    build([article(tmp_path / "in")], tmp_path / "out", ALONE)
    build([article(tmp_path / "in", ARTICLE.replace("한국과학기술연구원", "한국전자통신연구원"))], tmp_path / "out", ALONE)
    (document,) = map(json.loads, (tmp_path / "out" / "documents.jsonl").open(encoding="utf-8"))
    assert "한국전자통신연구원" in document["text"]
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".")]


class _Stopped(Exception):  # noqa: N818 -- stands for a person who stops the build
    pass


def _stop(done: int, total: int) -> None:
    raise _Stopped


def test_a_build_that_is_stopped_leaves_the_earlier_one(tmp_path: Path) -> None:
    build([article(tmp_path / "in")], tmp_path / "out", ALONE)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.is_file()}
    with pytest.raises(_Stopped):
        build([article(tmp_path / "in", ARTICLE * 2)], tmp_path / "out", ALONE, progress=_stop)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.is_file()} == before


def test_progress_ends_with_all_documents(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    build([samples_folder()], tmp_path / "out", ALONE, progress=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (10, 10)
    assert heard == sorted(heard)


def test_another_base_is_in_every_iri_and_known_again(tmp_path: Path) -> None:
    base = "https://graph.example.org/id/"
    build([article(tmp_path / "in")], tmp_path / "out", Settings(base=base, workers=1))
    text = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert f"@prefix id: <{base}>" in text
    assert "techpolicy-kg/id/" not in text
    assert open_built(tmp_path / "out").base == base


def test_the_page_and_report_speak_the_language_asked_for(tmp_path: Path) -> None:
    for lang, label in (("ko", "연구기관"), ("en", "Research institute")):
        build([article(tmp_path / "in")], tmp_path / lang, Settings(lang=lang, workers=1))
        assert f"| {label} |" in (tmp_path / lang / "report.md").read_text(encoding="utf-8")
        assert f'<html lang="{lang}"' in (tmp_path / lang / "graph.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        (Settings(lang="fr"), UsageError, "'fr'"),
        (Settings(base="id/"), UsageError, "'id/'"),
        (Settings(ontology=Path("nowhere")), OntologyError, "nowhere"),
    ],
)
def test_wrong_settings_are_refused_before_anything_is_read(
    tmp_path: Path, settings: Settings, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        build([article(tmp_path / "in")], tmp_path / "out", settings)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", [None, "", "<html></html>", "@prefix tp: <https://w3id.org/techpolicy-kg/ontology#> .\n"])
def test_a_folder_that_kg_did_not_build_is_refused(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="kg build"):
        open_built(tmp_path)
