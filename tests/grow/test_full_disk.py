"""A disk that is full, at whatever moment, costs nothing of what was there, is told, and is no hindrance once there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.grow import Manner, Reader, add
from kg.keep.store import open_store
from kg.ledger import open_ledger
from kg.pipeline import Settings, build

ALONE = Settings(workers=1)
ARTICLE = "협약 체결\n\n과학기술정보통신부는 {n}일 한국과학기술연구원과 업무협약을 체결했다. LG전자는 로봇 R{n}을 개발했다.\n"
DATA = ("graph.ttl", "graph.trig", "documents.jsonl", "graph.html", "report.md")
# Kilobytes that are left: none for the record, none for the store, none for the files; the last is enough.
LEFT = (0, 64, 256, 4000)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", place], check=False).returncode:
        pytest.skip("no small disk can be mounted here: that takes root, and a system that allows it")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def text(folder: Path, number: int) -> Path:
    path = folder / f"text-{number}.txt"
    path.write_text(ARTICLE.format(n=number), encoding="utf-8")
    return path


def state(out: Path) -> tuple[dict[str, bytes], int, list[str], list[str]]:
    """The files, the number of quads, the documents of the ledger, and what lies in the folder."""
    with open_store(out / "store") as store:
        quads = len(store)
    with open_ledger(out) as ledger:
        documents = list(ledger.stamps())
    return {name: (out / name).read_bytes() for name in DATA}, quads, documents, sorted(path.name for path in out.iterdir())


def fill_up(disk: Path, left: int) -> Path:
    """Leaves so many kilobytes."""
    found = os.statvfs(disk)
    (disk / "filler").write_bytes(b"x" * max(0, found.f_bavail * found.f_frsize - left * 1024))
    return disk / "filler"


def test_nothing_is_lost_and_the_next_call_goes_on(disk: Path, tmp_path: Path) -> None:
    out, reader = disk / "out", Reader(ALONE)
    build([text(tmp_path, 1)], out, ALONE)
    before, second = state(out), text(tmp_path, 2)
    filler = fill_up(disk, 64)
    with pytest.raises(StoreError, match="written"):
        build([second], out, ALONE)
    filler.unlink()
    assert state(out) == before
    failed = 0
    for left in LEFT:
        filler = fill_up(disk, left)
        try:
            add([second], out, reader, Manner(page=True))
        except StoreError as error:
            failed += 1
            assert "written" in str(error)
            filler.unlink()
            files, quads, documents, names = state(out)
            assert (files, quads, names) == (before[0], before[1], before[3])
            assert set(documents) <= {"text-1", "text-2"}
    assert failed == len(LEFT) - 1, "either all was too little, or all enough"
    filler.unlink()
    build([text(tmp_path, 1), second], tmp_path / "clean", ALONE)
    assert state(out) == state(tmp_path / "clean")
