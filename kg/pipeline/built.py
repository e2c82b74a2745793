"""A built folder, opened again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.ontology.schema import Schema
from kg.values import Graph
from kg.write.files import TURTLE
from kg.write.restore import read_graph

_BASE = re.compile(r"@prefix id: <([^>]+)> *\.")


@dataclass(frozen=True, slots=True)
class Built:
    """The folder of a build and the base of its IRIs."""

    folder: Path
    base: str

    @property
    def store(self) -> Path:
        """The folder of its store."""
        return self.folder / "store"

    def graph(self, schema: Schema) -> Graph:
        """Its graph; StoreError where a file is absent or broken."""
        return read_graph(self.folder, schema=schema, base=self.base)


def open_built(folder: Path) -> Built:
    """What ``kg build`` left in ``folder``; StoreError where it is no such folder."""
    path = folder / TURTLE
    try:
        with path.open(encoding="utf-8") as lines:
            found = next(filter(None, map(_BASE.match, (line for line, _ in zip(lines, range(50), strict=False)))), None)
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{folder}: no graph was built here ({error}); build one with `kg build -o {folder}`") from error
    if found is None:
        raise StoreError(f"{path}:1: says no prefix id: in its first lines, so kg did not build it; build it with `kg build`")
    return Built(folder, found[1])
