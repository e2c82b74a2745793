"""JSON Lines: what each bad line says, and that archives are bounded."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.read import lines, read
from kg.values import Document, Skipped
from tests.read.pages import PAGE

GOOD = {"id": "g", "title": "제목", "date": "2025-11-13", "publisher": "가나부", "url": "https://k.example/1", "text": "본문이다."}


def written(tmp_path: Path, *rows: str) -> list[Document | Skipped]:
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8", errors="surrogatepass")
    return list(read([path], PAGE))


def test_all_fields_of_a_record(tmp_path: Path) -> None:
    (document,) = written(tmp_path, json.dumps(GOOD))
    assert isinstance(document, Document)
    assert (document.id, document.title, document.text) == ("g", "제목", "제목\n\n본문이다.")
    assert (str(document.date), document.date_evidence) == ("2025-11-13", 'record field "2025-11-13"')
    assert (document.publisher, document.url, document.source) == ("가나부", "https://k.example/1", "feed.jsonl:1")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{broken", "is broken JSON"),
        ("[1, 2]", "is a JSON list"),
        ("[" * 100_000, "is broken JSON"),
        (json.dumps({**GOOD, "text": None}), "has no 'text'"),
        (json.dumps({**GOOD, "title": " "}), "has no 'title'"),
        (json.dumps({**GOOD, "title": ["x"]}), "has a list as 'title'"),
        (json.dumps({**GOOD, "date": 20251113}), "has a int as 'date'"),
        (json.dumps({**GOOD, "id": True}), "has a bool as 'id'"),
    ],
)
def test_a_bad_line_is_told_with_its_number(tmp_path: Path, row: str, reason: str) -> None:
    results = written(tmp_path, "", row, json.dumps(GOOD))
    assert isinstance(results[0], Skipped)
    assert results[0].source == f"{tmp_path}/feed.jsonl:2"
    assert reason in results[0].reason
    assert isinstance(results[1], Document)


@pytest.mark.parametrize(("id", "wanted"), [(None, "feed-1"), ("", "feed-1"), (7, "7"), (" a\u200b\n b ", "a b")])
def test_ids(tmp_path: Path, id: str | int | None, wanted: str) -> None:
    (document,) = written(tmp_path, json.dumps({**GOOD, "id": id}))
    assert isinstance(document, Document)
    assert document.id == wanted


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://k.example/a b", "", None])
def test_an_address_that_is_none_is_left_out(tmp_path: Path, url: str | None) -> None:
    (document,) = written(tmp_path, json.dumps({**GOOD, "url": url}))
    assert isinstance(document, Document)
    assert document.url is None


def test_lone_surrogates_do_not_reach_the_text(tmp_path: Path) -> None:
    (document,) = written(tmp_path, '{"id": "s", "title": "제\\ud800목", "text": "본\\u0000문이다."}')
    assert isinstance(document, Document)
    assert document.text.encode() == "제목\n\n본문이다.".encode()


def test_an_archive_with_a_bomb_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 1000)
    path = tmp_path / "feed.jsonl.gz"
    rows = [json.dumps({**GOOD, "id": "a"}), "x" * 5000, json.dumps({**GOOD, "id": "b"})]
    path.write_bytes(gzip.compress("\n".join(rows).encode()))
    results = list(read([path], PAGE))
    assert [one.id if isinstance(one, Document) else one.source for one in results] == ["a", f"{path}:2", "b"]


def test_a_bomb_without_end_ends_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 1000)
    monkeypatch.setattr(lines, "LONGEST_SKIP", 5000)
    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(b"x" * 100_000 + b"\n" + json.dumps(GOOD).encode()))
    assert [type(one) for one in read([path], PAGE)] == [Skipped]


def test_a_cut_archive_gives_its_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    rows = b"".join(json.dumps({**GOOD, "id": f"{number * 7919:x}"}).encode() + b"\n" for number in range(500))
    path.write_bytes(gzip.compress(rows)[:-30])
    results = list(read([path], PAGE))
    assert isinstance(results[0], Document)
    assert isinstance(results[-1], Skipped)
    assert "damaged gzip" in results[-1].reason
