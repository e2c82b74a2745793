"""The sentence in which an annotator saw a fact, found again in the document's own sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from kg.analyse import Analyser
from kg.evaluate.compare import Compared
from kg.evaluate.gold import GoldFact
from kg.find.gazetteer import known_words
from kg.ontology import Ontology
from kg.values import Document

# Annotators and the analyser cut sentences alike but for a few: the one that is meant is at most so far away.
NEAR = 2


class Evidence(NamedTuple):
    """A sentence, which of a fact's two things it names, and where the first name of one stands in it (0 where none does)."""

    text: str
    names_subject: bool
    names_object: bool
    first: int


class Sentences:
    """Cuts documents into sentences, each once; the analyser is loaded with the first."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._cut: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _analyser(self) -> Analyser:
        return Analyser(known_words(self._ontology.authority))

    def evidence(self, fact: GoldFact, one: Compared) -> Evidence | None:
        """The sentence near the number that the annotation gives that names most of the two; of equals the nearest."""
        document = one.told.document
        if document is None or fact.sentence is None:
            return None
        names, place = {entity.id: entity.names for entity in one.gold.entities}, fact.sentence
        sentences = self._of(document)
        near = sorted(range(max(place - NEAR, 0), min(place + NEAR + 1, len(sentences))), key=lambda at: abs(at - place))
        found = [_named(sentences[at], names[fact.subject], names[fact.object]) for at in near]
        return max(found, key=lambda evidence: evidence.names_subject + evidence.names_object, default=None)

    def _of(self, document: Document) -> tuple[str, ...]:
        if document.id not in self._cut:
            found = self._analyser.analyse(document).sentences
            self._cut[document.id] = tuple(document.text[s.start : s.end] for s in found)
        return self._cut[document.id]


def _named(sentence: str, subject: Sequence[str], object_: Sequence[str]) -> Evidence:
    places = [[at for name in names if (at := sentence.find(name)) >= 0] for names in (subject, object_)]
    return Evidence(sentence, bool(places[0]), bool(places[1]), min([*places[0], *places[1]], default=0))
