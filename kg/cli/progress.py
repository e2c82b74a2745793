"""A progress bar for long work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.pipeline.build import silent
from kg.pipeline.reading import Progress


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """A bar on stderr, if that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield silent
        return
    with click.progressbar(length=1, label=label, file=sys.stderr, show_pos=True) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show
