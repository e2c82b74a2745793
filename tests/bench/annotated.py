"""Annotated corpora as the tools of measuring take them: ``[--leave-out ID]... GOLD_DIR INPUT... [+ GOLD_DIR INPUT...]``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.evaluate import Choice


class Annotated(NamedTuple):
    """A folder of annotations, the inputs with their texts, and which of the articles are wanted."""

    gold: Path
    inputs: tuple[Path, ...]
    choice: Choice


def corpora(arguments: Sequence[str]) -> Iterator[Annotated]:
    """The corpora that the arguments name, ``+`` between them; an article is left out of the corpus that has it."""
    words = list(arguments)
    leave_out = []
    while "--leave-out" in words:
        at = words.index("--leave-out")
        leave_out.append(words[at + 1])
        del words[at : at + 2]
    for corpus in " ".join(words).split(" + "):
        gold, *inputs = map(Path, corpus.split())
        here = tuple(pattern for pattern in leave_out if any(gold.glob(f"{pattern}.json")))
        yield Annotated(gold, tuple(inputs), Choice(leave_out=here))
