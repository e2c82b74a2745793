"""A process that is killed, at whatever moment, loses nothing that it had acknowledged and leaves nothing half done.

The bench has a hundred such moments: tests/bench/grow_kill.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.grow import Reader, add
from kg.pipeline import Settings, build
from tests.grow.kills import kept, killed

ALONE = Settings(workers=1)
ARTICLE = """협약 {number}건 체결

과학기술정보통신부는 {number}일 한국과학기술연구원과 업무협약을 체결했다. LG전자는 로봇 R{number}을 개발했다.
"""
# Lines of output that are awaited, and seconds after them: before the first record, among the records, and while the files are written.
MOMENTS = ((0, 0.3), (1, 0.0), (2, 0.02), (0, 0.0), (4, 0.1), (0, 2.0), (0, 3.0))


def texts(folder: Path, numbers: range) -> Path:
    folder.mkdir()
    for number in numbers:
        (folder / f"text-{number}.txt").write_text(ARTICLE.format(number=number), encoding="utf-8")
    return folder


def test_killed_and_continued_it_gives_what_a_build_gives(tmp_path: Path) -> None:
    out, clean = tmp_path / "out", tmp_path / "clean"
    build([texts(tmp_path / "first", range(1, 3))], out, ALONE)
    more = texts(tmp_path / "more", range(3, 12))
    acknowledged = {"text-1", "text-2"}
    for number, (lines, delay) in enumerate(MOMENTS):
        page = ["--page", "--no-page"][number % 2]
        acknowledged |= set(killed(["add", str(more), "-o", str(out), "--workers", "1", page], lines=lines, delay=delay))
        assert acknowledged <= kept(out) <= {f"text-{number}" for number in range(1, 12)}
    assert len(acknowledged) > 4, "the processes were killed before they did anything"
    change = add([more], out, Reader(ALONE))
    assert set(change.added).isdisjoint(acknowledged)
    build([tmp_path / "first", more], clean, ALONE)
    for name in ("graph.ttl", "graph.trig", "documents.jsonl", "graph.html", "report.md"):
        assert (out / name).read_bytes() == (clean / name).read_bytes()
    assert {path.name for path in out.iterdir()} == {path.name for path in clean.iterdir()}


@pytest.mark.parametrize("delay", [0.05, 0.6])
def test_a_removal_that_is_killed_can_be_made_again(tmp_path: Path, delay: float) -> None:
    out, clean = tmp_path / "out", tmp_path / "clean"
    build([texts(tmp_path / "first", range(1, 4))], out, ALONE)
    gone = set(killed(["remove", "text-1", "-o", str(out)], lines=1, delay=delay))
    assert gone == {"text-1"}
    assert kept(out) == {"text-2", "text-3"}
    add([], out, Reader(ALONE))
    (tmp_path / "first" / "text-1.txt").unlink()
    build([tmp_path / "first"], clean, ALONE)
    assert (out / "graph.ttl").read_bytes() == (clean / "graph.ttl").read_bytes()
