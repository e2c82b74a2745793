"""The weights of the vote: ``votes.tsv``, learnt from annotated articles by ``tests/bench/learn.py``."""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import OntologyError

# What a weight in the table is a multiple of: a weight of 32 multiplies the odds by e.
UNIT = 32
HEAD = ("property", "subject", "object", "of", "trait", "weight")
# Of what a trait is: of the subject, of the object (each by itself, or in view of the other), of what rules tell of both, of both, of both
# where a sentence names them together, of both where none does.
SIDES = ("", "subject", "object", "tied", "both", "together", "apart")


@dataclass(slots=True)
class Weights:
    """What speaks for a property between things of two classes: by whose trait it is, and by trait, in multiples of 1/UNIT of log odds."""

    property: str
    subject: str
    object: str
    of: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    @builtins.property  # property is a field here
    def bias(self) -> int:
        """What holds whatever the traits."""
        return self.of[""].get("", 0)

    def reach(self, side: str, holds: Callable[[str], bool] = bool) -> int:
        """The most that those traits of a side can add that may hold: of each kind of trait the one that weighs most."""
        most: dict[tuple[str, ...], int] = defaultdict(int)
        for trait, weight in ((trait, weight) for trait, weight in self.of[side].items() if holds(trait)):
            kind = tuple(part.partition("=")[0] for part in trait.split(" "))
            most[kind] = max(most[kind], weight)
        return sum(most.values())


Votes = Mapping[tuple[str, str, str], Weights]


def load_votes(path: Path) -> Votes:
    """The weights by property and classes of both ends; an OntologyError names file and line where a row is wrong. No file, no votes."""
    votes: dict[tuple[str, str, str], Weights] = {}
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if number == 1 and tuple(cells) == HEAD:
            continue
        if number == 1 or len(cells) != len(HEAD) or not cells[-1].lstrip("-").isdecimal() or cells[3].split(" ")[0] not in SIDES:
            raise OntologyError(f"{path}:{number}: is no row of {', '.join(HEAD)} divided by tabs, the weight a whole number: {line!r}")
        property_, subject, object_, of, trait, weight = cells
        key = (property_, subject, object_)
        votes.setdefault(key, Weights(*key)).of[of][trait] = int(weight)
    return votes
