"""The answer to a saved question, as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """One value of an answer; ``entity`` is the id of the entity that it names, if it names one, ``en`` the text in English, if another."""

    text: str
    entity: str | None = None
    en: str | None = None


class Column(NamedTuple):
    """A column's heading in both languages."""

    ko: str
    en: str


@dataclass(frozen=True, slots=True)
class Table:
    """A saved question and its answer for one graph: every row has one cell a column."""

    name: str
    ko: str
    en: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"question {self.name!r}: a row has {len(row)} cells for {len(self.columns)} columns: {row}")
