"""Add up what the traits of things say for relations between them, of each thing by itself, for all votes at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.votes.between import standing
from kg.extract.votes.traits import Thing
from kg.ontology.votes import Votes

Numbers = NDArray[np.int32]
# The row of a trait that no vote weighs.
_NOTHING = 0
Key = tuple[str, str, str]
# How an end of a pair is viewed by what the other is: a subject beside the text's main thing or another, an object beside who speaks.
SUBJECT, OBJECT = ("subject of main", "subject of other"), ("object of said", "object of first", "object of other")


class Weighed(NamedTuple):
    """Two things, and what the traits of each by itself say for their being related."""

    subject: Thing
    object: Thing
    score: int


class Tally:
    """What votes weigh of single things; holds one table a side, and the sums of the things of one document."""

    def __init__(self, votes: Votes) -> None:
        self._number = {key: number for number, key in enumerate(votes)}
        self._bias = {key: weights.bias for key, weights in votes.items()}
        self._subjects, self._objects = _Side(votes, "subject", SUBJECT), _Side(votes, "object", OBJECT)

    def begin(self) -> None:
        """Turn to another document."""
        self._subjects.begin()
        self._objects.begin()

    def above(self, least: Mapping[str, int], key: Key, ones: Sequence[Thing], others: Sequence[Thing]) -> Iterator[Weighed]:
        """The pairs for which at least so much speaks, by how they stand."""
        number = self._number[key]
        subjects, objects = self._subjects.sums(number, ones), self._objects.sums(number, others)
        scores = subjects[:, [view_of_subject(other) for other in others]] + objects[:, [view_of_object(one) for one in ones]].T
        scores += self._bias[key]
        # Hardly any pair reaches the lower bar: how two things stand is looked at for these alone.
        for i, j in np.argwhere(scores >= min(least.values())).tolist():
            one, other, score = ones[i], others[j], int(scores[i, j])
            if score >= least[standing(one, other)]:
                yield Weighed(one, other, score)


class _Side:
    """What votes weigh of the things on one side of them: by trait, vote and view."""

    def __init__(self, votes: Votes, side: str, views: Sequence[str]) -> None:
        traits = sorted({trait for weights in votes.values() for of in (side, *views) for trait in weights.of[of]})
        self._row = {trait: row for row, trait in enumerate(traits, 1)}
        self._table = np.zeros((1 + len(traits), len(votes), len(views)), dtype=np.int32)
        for number, weights in enumerate(votes.values()):
            for at, view in enumerate(views):
                for of in (side, view):
                    for trait, weight in weights.of[of].items():
                        self._table[self._row[trait], number, at] += weight
        self.begin()

    def begin(self) -> None:
        # What is weighed of things that are put together, for one vote after the other.
        self._groups: dict[tuple[str, ...], Numbers] = {}

    def sums(self, number: int, things: Sequence[Thing]) -> Numbers:
        """What a vote weighs of each thing, in each view."""
        keys = tuple([thing.key for thing in things])
        group = self._groups.get(keys)
        if group is None:
            group = self._groups[keys] = self._sums(things)
        return group[:, number]

    def _sums(self, things: Sequence[Thing]) -> Numbers:
        """What is weighed of each thing: one sum over the rows of all, each thing's own from where they begin."""
        row = self._row
        rows: list[int] = []
        begins: list[int] = []
        for thing in things:
            begins.append(len(rows))
            rows += [_NOTHING, *[row[trait] for trait in thing.traits if trait in row]]
        return np.add.reduceat(self._table[rows], begins)


def view_of_subject(other: Thing) -> int:
    """As which of SUBJECT a subject is viewed beside this object."""
    return 0 if other.rank == 0 else 1


def view_of_object(one: Thing) -> int:
    """As which of OBJECT an object is viewed beside this subject."""
    return 0 if "said" in one.flags else 1 if "first" in one.flags else 2
