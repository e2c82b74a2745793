"""Kills `kg add` at random moments and looks what is left: ``python -m tests.bench.grow_kill [KILLS] [SEED]``.

Each process is killed at a random time of its life, which is measured first, or shortly after some of its five records, since that is
where little time is spent; some documents are removed in between, so that there is always work. In the end the folder must be the one that
a build of the same documents gives. Prints what it saw and fails where a document that was acknowledged is gone, a record is torn, or a
file differs.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from kg.grow import Manner, Reader, add, remove
from kg.pipeline import Settings, build
from tests.grow.kills import kept, killed

ALONE = Settings(workers=1)
ARTICLE = "협약 {n}건 체결\n\n과학기술정보통신부는 {n}일 한국과학기술연구원과 협약을 체결했다. LG전자는 로봇 R{n}을 개발했다.\n"
DOCUMENTS = 30


def main(kills: int, seed: int) -> None:
    """Kills so many processes."""
    chance = random.Random(seed)
    reader = Reader(ALONE)
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "in", Path(place) / "out"
        folder.mkdir()
        for n in range(1, DOCUMENTS + 1):
            (folder / f"t{n}.txt").write_text(ARTICLE.format(n=n), encoding="utf-8")
        build([folder / "t1.txt"], out, ALONE)
        call = ["add", str(folder), "-o", str(out), "--workers", "1"]
        start = time.perf_counter()
        killed(call, lines=0, delay=600)
        life = time.perf_counter() - start
        lost = early = whole = 0
        for _ in range(kills):
            gone = chance.sample(range(2, DOCUMENTS + 1), 5)
            remove([f"t{n}" for n in gone], out, reader, Manner(page=chance.random() < 0.3))
            before = kept(out)
            page = chance.choice(["--page", "--no-page"])
            lines = chance.choice((0, 1, 2, 4, 5))
            longest = {0: life, 5: life / 2}.get(lines, 0.05)
            told = set(killed([*call, page], lines=lines, delay=chance.uniform(0, longest)))
            after = kept(out)
            lost += len((before | told) - after)
            early += not told
            whole += len(after) == DOCUMENTS
        add([folder], out, reader)
        build([folder], Path(place) / "clean", ALONE)
        names = ("graph.ttl", "graph.trig", "documents.jsonl", "graph.html", "report.md")
        different = [name for name in names if (out / name).read_bytes() != (Path(place) / "clean" / name).read_bytes()]
    print(f"{kills} kills in {life:.1f} s of life (seed {seed})")
    print(f"{early} before the first record, {kills - early - whole} among the records, {whole} after the last")
    print(f"lost {lost}, different from a clean build: {', '.join(different) or 'nothing'}")
    sys.exit(1 if lost or different else 0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, int(sys.argv[2]) if len(sys.argv) > 2 else 7)
