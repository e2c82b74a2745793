"""Plain tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.errors import UsageError
from kg.query.terminal import pad, printable, width


def columns(rows: Sequence[Sequence[str]], *, indent: int = 0) -> str:
    """The rows in aligned columns, one a line; cells of digits stand to the right."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return "\n".join(" " * indent + _line(row, widths) for row in cells)


def pairs(texts: Iterable[str], what: str, option: str) -> dict[str, str]:
    """Key to value of texts of the form KEY=VALUE; UsageError for another form, or a key given twice."""
    given: dict[str, str] = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign:
            raise UsageError(f"{what} {text!r} has no '='; write {option} key=value")
        if key in given:
            raise UsageError(f"{what} {key!r} is given twice: {given[key]!r} and {value!r}")
        given[key] = value
    return given


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_cell(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()


def _cell(cell: str, size: int) -> str:
    number = cell.replace(",", "").replace(".", "").isdigit()
    return " " * (size - width(cell)) + cell if number else pad(cell, size)
