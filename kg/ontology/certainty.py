"""How sure a claim is: the table of ``language/certainty.yml``, checked as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.ontology.frames import ToldBy
from kg.ontology.node import read_node


class Circumstances(NamedTuple):
    """What is known of a claim: how its rule reads, the kind of block, and how sure both its ends are, from 0 to 1.

    An end is less sure where it is not named in its place in the clause: carried over from another, meant by a pronoun, of a guessed class.
    """

    told_by: str
    block: str
    ends: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What makes a claim surer or less sure: ``odds`` multiplies the odds that it is right where all that is named here holds.

    ``ends_below``: its ends are less sure than so.
    """

    odds: float
    told_by: frozenset[ToldBy] = frozenset()
    blocks: frozenset[str] = frozenset()
    ends_below: float = float("inf")

    def holds(self, of: Circumstances) -> bool:
        """Whether it holds of the claim."""
        if (self.told_by and of.told_by not in self.told_by) or (self.blocks and of.block not in self.blocks):
            return False
        return of.ends < self.ends_below


@dataclass(frozen=True)
class Certainty:
    """All evidence; what it makes of a rule's confidence is never below ``least`` or above ``most``."""

    least: float
    most: float
    evidence: tuple[Evidence, ...]

    def confidence(self, base: float, of: Circumstances) -> float:
        """The probability from 0 to 1 that a claim is right of which the rule is right with probability ``base`` where all is plain."""
        odds = base / (1 - base) if base < 1 else float("inf")
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
    if not 0 < table.least < table.most < 1:
        raise node.error(f"has least {table.least:g} and most {table.most:g}; they must be 0 < least < most < 1")
    return table


# No piece of evidence of a sample of some hundred claims can tell more.
MOST_ODDS = 10.0
