"""Processes that put documents into a folder and are killed while they do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Timer

from kg.ledger import open_ledger
from tests.needs import REPOSITORY

KG = "from kg.cli import main; main()"


def killed(arguments: list[str], *, lines: int, delay: float) -> list[str]:
    """Starts `kg` and kills it ``delay`` seconds after so many lines of its output; gives what it had acknowledged by then.

    Nothing is killed where it ends sooner.
    """
    command = [sys.executable, "-c", KG, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=REPOSITORY, text=True) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(lines)]
        timer = Timer(delay, process.kill)
        timer.start()
        told += process.stdout.readlines()
        timer.cancel()
    return [line.split(maxsplit=1)[1].strip() for line in told if line.startswith(("added ", "changed ", "removed "))]


def kept(out: Path) -> set[str]:
    """The ids that the ledger has; each record can be read."""
    with open_ledger(out) as ledger:
        return {reading.document.id for reading in ledger.readings()}
