"""What is one thing among the readings of a build, found out while they come."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ontology import Ontology
from kg.resolve.identity import Identity, nodes_of
from kg.values import Reading


class Meeting:
    """Takes readings in as they come; what is known of them in the end does not depend on when."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._identity: Identity | None = None
        self._met = 0

    def meet(self, readings: Sequence[Reading]) -> Identity:
        """What is one thing among the readings, of which those of the last time are the first."""
        identity = self._identity = self._identity or Identity(self._ontology)
        identity.change((), nodes_of(readings[self._met :]))
        self._met = len(readings)
        return identity
