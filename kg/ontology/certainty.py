"""How sure a claim is: the table of ``language/certainty.yml``, checked as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from kg.ontology.frames import ToldBy
from kg.ontology.node import read_node

Status = Literal["actual", "ongoing", "planned", "negated"]


class Circumstances(NamedTuple):
    """What is known of a claim: how its rule reads, the kind of block, the status, whether its subject is named in another sentence, and
    the classes of its ends."""

    told_by: str
    block: str
    status: str
    elsewhere: bool
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What makes a claim surer or less sure: ``odds`` multiplies the odds that it is right where all that is named here holds."""

    odds: float
    told_by: frozenset[ToldBy] = frozenset()
    blocks: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    elsewhere: bool = False

    def holds(self, of: Circumstances) -> bool:
        """Whether it holds of the claim."""
        sets = ((self.told_by, of.told_by), (self.blocks, of.block), (self.statuses, of.status))
        ends = ((self.subjects, of.subject), (self.objects, of.object))
        return all(not wanted or found in wanted for wanted, found in (*sets, *ends)) and (of.elsewhere or not self.elsewhere)


@dataclass(frozen=True)
class Certainty:
    """All evidence; ``new_article`` multiplies the odds of every claim; the result is never below ``least`` or above ``most``."""

    new_article: float
    least: float
    most: float
    evidence: tuple[Evidence, ...]

    def confidence(self, base: float, of: Circumstances) -> float:
        """The probability from 0 to 1 that a claim is right of which the rule is right with probability ``base`` where all is plain."""
        odds = base / (1 - base) * self.new_article if base < 1 else float("inf")
        for one in self.evidence:
            odds *= one.odds if one.holds(of) else 1.0
        return min(max(1 - 1 / (1 + odds), self.least), self.most)


def load_certainty(path: Path) -> Certainty:
    """The table of the file; an OntologyError names file and line where a factor is negative or a bound lies outside 0 and 1."""
    node = read_node(path, "the table")
    table = node.record(Certainty)
    for item, one in zip(node.part("evidence").items("evidence"), table.evidence, strict=True):
        if not 0 < one.odds <= MOST_ODDS:
            raise item.error(f"has odds {one.odds:g}; a factor of odds lies above 0 and is at most {MOST_ODDS:g}")
    if not (0 < table.least < table.most < 1 and 0 < table.new_article <= 1):
        told = f"has least {table.least:g}, most {table.most:g} and new_article {table.new_article:g}"
        raise node.error(f"{told}; they must be 0 < least < most < 1 and 0 < new_article <= 1")
    return table


# No piece of evidence of a sample of some hundred claims can tell more.
MOST_ODDS = 10.0
