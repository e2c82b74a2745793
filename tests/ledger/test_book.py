"""The ledger keeps what it acknowledged, has one writer, and says what is wrong with it."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ledger import check_free, maker_of, open_ledger
from kg.ledger.book import FOLDER, HOLDER, RECORDS
from kg.ledger.record import record_of
from kg.ledger.settle import settle, standing
from kg.values import Block, Document, Reading
from tests.needs import REPOSITORY


def reading(id: str, text: str = "x") -> Reading:
    return Reading(Document(id, text, text, (Block("title", 0, len(text)),)), (), (), ())


def test_what_was_put_is_there_in_one_order(tmp_path: Path) -> None:
    with open_ledger(tmp_path, new=True) as ledger:
        for id in ("나", "b", "\ud800", "가"):
            ledger.put(record_of(reading(id)), "m")
        ledger.put(record_of(reading("b", "y")), "n")
        ledger.drop("가")
        ledger.drop("never there")
    with open_ledger(tmp_path) as ledger:
        assert [one.document.id for one in ledger.readings()] == ["b", "나", "\ud800"]
        assert [(id, maker) for id, (_, maker) in ledger.stamps().items()] == [("b", "n"), ("나", "m"), ("\ud800", "m")]
        assert next(iter(ledger.readings())) == reading("b", "y")


def test_what_is_done_at_once_is_kept_whole_or_not(tmp_path: Path) -> None:
    with open_ledger(tmp_path, new=True) as ledger:
        ledger.put(record_of(reading("a")), "m")
        with pytest.raises(ZeroDivisionError), ledger.at_once():
            ledger.replace([record_of(reading("b"))], "m")
            ledger.set(base="b")
            ledger.put(record_of(reading("c")), str(1 // 0))
        assert list(ledger.stamps()) == ["a"]
        assert ledger.setting("base") == ""


def test_how_the_files_stand_to_the_records(tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.trig", "documents.jsonl"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    with open_ledger(tmp_path, new=True) as ledger:
        assert standing(ledger, tmp_path) == (False, False, False)
        ledger.put(record_of(reading("a")), "m")
        settle(ledger, tmp_path)
        assert standing(ledger, tmp_path) == (True, True, True)
        ledger.put(record_of(reading("b")), "m")
        assert standing(ledger, tmp_path) == (True, False, False)
        settle(ledger, tmp_path, page=False)
        assert standing(ledger, tmp_path) == (True, True, False)
        ledger.drop("b")
        assert standing(ledger, tmp_path) == (True, False, True), "the way there does not count"
        settle(ledger, tmp_path)
        (tmp_path / "graph.ttl").write_text("other", encoding="utf-8")
        assert standing(ledger, tmp_path) == (False, False, True)
        (tmp_path / "graph.ttl").unlink()
        assert standing(ledger, tmp_path) == (False, False, True)


WRITER = """
import sys
from pathlib import Path
from kg.ledger import open_ledger
with open_ledger(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with open_ledger(tmp_path, new=True):
        pass
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY
    ) as first:
        assert first.stdout
        assert first.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match=f"process {first.pid} is writing this folder"):
            check_free(tmp_path)
        first.kill()
    check_free(tmp_path)
    assert not (tmp_path / FOLDER / HOLDER).exists()


def test_the_same_process_cannot_open_it_twice(tmp_path: Path) -> None:
    with open_ledger(tmp_path, new=True), pytest.raises(StoreError, match="is writing this folder"):
        check_free(tmp_path)


def _altered(path: Path, statement: str) -> None:
    database = sqlite3.connect(path)
    database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("PRAGMA user_version = 99", "layout 99, of a newer kg; this kg reads layout 3; move"),
        ("PRAGMA user_version = 1", "layout 1, of an older kg"),
        ("PRAGMA application_id = 7", "of another program"),
        ("UPDATE record SET reading = x'00'", "the record of 'a' is broken"),
    ],
)
def test_a_ledger_that_cannot_be_read_says_why(tmp_path: Path, statement: str, message: str) -> None:
    with open_ledger(tmp_path, new=True) as ledger:
        ledger.put(record_of(reading("a")), "m")
    _altered(tmp_path / FOLDER / RECORDS, statement)
    with pytest.raises(StoreError, match=message), open_ledger(tmp_path) as ledger:
        list(ledger.readings())


def test_no_ledger_and_what_is_none(tmp_path: Path) -> None:
    check_free(tmp_path)
    with pytest.raises(StoreError, match="there is no ledger here"), open_ledger(tmp_path):
        pass
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / RECORDS).write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="is no ledger, or is damaged"):
        check_free(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"), open_ledger(tmp_path / "file", new=True):
        pass


def test_the_maker_follows_the_ontology_but_not_its_questions(tmp_path: Path) -> None:
    for name in ("frames", "queries"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text("one", encoding="utf-8")
    first = maker_of(tmp_path)
    (tmp_path / "queries" / "a").write_text("two", encoding="utf-8")
    assert maker_of(tmp_path) == first
    (tmp_path / "frames" / "a").write_text("two", encoding="utf-8")
    assert maker_of(tmp_path) != first


def test_a_build_takes_the_place_of_an_older_ledger_but_not_of_a_newer(tmp_path: Path) -> None:
    with open_ledger(tmp_path, new=True) as ledger:
        ledger.put(record_of(reading("a")), "m")
    _altered(tmp_path / FOLDER / RECORDS, "PRAGMA user_version = 1")
    check_free(tmp_path)
    with open_ledger(tmp_path, new=True) as ledger:
        assert ledger.stamps() == {}
        ledger.put(record_of(reading("b")), "m")
    _altered(tmp_path / FOLDER / RECORDS, "PRAGMA user_version = 99")
    for attempt in (check_free, lambda out: open_ledger(out, new=True).__enter__()):
        with pytest.raises(StoreError, match="of a newer kg"):
            attempt(tmp_path)


def test_the_disk_is_full(tmp_path: Path) -> None:
    with open_ledger(tmp_path, new=True) as ledger:
        ledger.put(record_of(reading("a")), "m")
    with pytest.raises(StoreError, match="database or disk is full"), open_ledger(tmp_path) as ledger:
        ledger._database.execute("PRAGMA max_page_count = 20")
        for number in range(100):
            ledger.put(record_of(reading(f"b{number}", hashlib.sha512(str(number).encode()).hexdigest() * 20)), "m")
    with open_ledger(tmp_path) as ledger:
        assert "a" in ledger.stamps()
