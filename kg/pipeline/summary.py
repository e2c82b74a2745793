"""What a build did, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.pipeline.effort import Effort
from kg.values import Graph, Skipped


@dataclass(frozen=True, slots=True)
class Summary:
    """What was built from what; ``claims`` counts by property and status, ``seconds`` by stage, ``effort`` what all processes cost.

    Several processes add to the seconds of a stage, so these can be more than passed. ``folder`` is None where nothing was built.
    """

    documents: int
    entities: int
    events: int
    claims: Mapping[tuple[str, str], int]
    skipped: tuple[Skipped, ...]
    folder: Path | None
    workers: int
    seconds: Mapping[str, float]
    effort: Effort

    @property
    def exit_code(self) -> int:
        """0 if all went in, 1 if something was skipped, 2 if nothing was built."""
        if self.folder is None:
            return 2
        return 1 if self.skipped else 0


def counted(graph: Graph) -> dict[tuple[str, str], int]:
    """The number of claims by property and status, most frequent first."""
    found = Counter((claim.property, claim.status) for claim in graph.claims)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
