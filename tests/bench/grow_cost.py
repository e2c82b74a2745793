"""What one more document costs beside a rebuild, in CPU seconds: ``python -m tests.bench.grow_cost INPUT [DOCUMENTS]``.

INPUT is JSON Lines; its first DOCUMENTS lines are built, then the next one is added, changed back and removed in a warm process (road
loaded) and by `kg add` as a command, which loads the road first. CPU, because wall times are noisy on a shared machine.
"""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from kg.grow import Manner, Reader, add, remove
from kg.pipeline import Settings, build
from tests.grow.kills import KG
from tests.needs import REPOSITORY

ALONE = Settings(workers=1)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process for ``work``."""
    start = time.process_time()
    work()
    return time.process_time() - start


def command(*arguments: str) -> float:
    """CPU seconds of a `kg` command, start and loading included."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", KG, *arguments], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def lines(path: Path, count: int) -> list[str]:
    """The first lines of a file, plain or gzipped."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as found:
        return list(islice(found, count))


def main(source: Path, count: int) -> None:
    """Prints a line a way to add, with its ratio to the rebuild."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        told = lines(source, count + 1)
        (folder / "all.jsonl").write_text("".join(told[:-1]), encoding="utf-8")
        (folder / "one.jsonl").write_text(told[-1], encoding="utf-8")
        out, one = folder / "out", folder / "one.jsonl"
        rebuild = cpu(lambda: build([folder / "all.jsonl"], out, ALONE))
        ids = add([], out, reader := Reader(ALONE)).documents
        print(f"rebuild of {ids} documents: {rebuild:.1f} CPU s; ledger {(out / 'ledger' / 'records.sqlite3').stat().st_size / 1e6:.1f} MB")
        cpu(lambda: reader.road)
        for name, page in (("data alone", False), ("page and report too", True)):
            change = add([one], out, reader, Manner(page=page))
            remove(change.added, out, reader, Manner(page=page))
            warm = cpu(lambda page=page: add([one], out, reader, Manner(page=page)))  # type: ignore[misc]
            gone = cpu(lambda page=page: remove(change.added, out, reader, Manner(page=page)))  # type: ignore[misc]  # noqa: B023
            cold = command("add", str(one), "-o", str(out), "--workers", "1", "--page" if page else "--no-page")
            same = command("add", str(one), "-o", str(out), "--page" if page else "--no-page")
            remove(change.added, out, reader, Manner(page=page))
            figures = {"warm add": warm, "warm remove": gone, "command": cold, "unchanged, command": same}
            print(f"{name}: " + ", ".join(f"{what} {seconds:.2f} (1/{rebuild / seconds:.0f})" for what, seconds in figures.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
