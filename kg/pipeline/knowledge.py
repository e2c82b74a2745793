"""What a build knows before it reads anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.interface import Interface, check_language, load_interface
from kg.ontology.questions import Question, load_questions
from kg.ontology.schema import Schema
from kg.write.iri import BASE, check_base


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build: the ontology's folder (None: the one that kg brings), the language of page and report, the base of all IRIs.

    ``workers`` is the number of processes; None takes one a CPU, or a single one for a small input.
    """

    ontology: Path | None = None
    lang: str = "ko"
    base: str = BASE
    workers: int | None = None


@dataclass(frozen=True)
class Knowledge:
    """The ontology with its questions and the texts of the page, and the settings of one build."""

    ontology: Ontology
    questions: Mapping[str, Question]
    interface: Interface
    lang: str
    base: str

    @property
    def schema(self) -> Schema:
        """The classes and relations."""
        return self.ontology.schema


def load_knowledge(settings: Settings) -> Knowledge:
    """All that lies in the ontology's folder, checked.

    Raises OntologyError where a file is wrong, UsageError for an unknown language or an unusable base IRI.
    """
    check_language(settings.lang)
    check_base(settings.base)
    folder = settings.ontology or ontology_folder()
    ontology = load_ontology(folder)
    questions = load_questions(folder / "queries", ontology.schema)
    return Knowledge(ontology, questions, load_interface(ontology.schema), settings.lang, settings.base)
