"""What a build knows before it reads anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import UsageError
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.interface import Interface, check_language, load_interface
from kg.ontology.load import judged_by
from kg.ontology.questions import Question, load_questions
from kg.ontology.schema import Schema
from kg.write.iri import BASE, check_base


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build: the ontology's folder (None: the one that kg brings), the language of page and report, the base of all IRIs.

    ``workers`` is the number of processes; None takes one a CPU, or a single one for a small input. ``judgements`` is a file of people's
    decisions about identity, beside the one in the ontology's folder; a built folder remembers it.
    """

    ontology: Path | None = None
    lang: str = "ko"
    base: str = BASE
    workers: int | None = None
    judgements: Path | None = None


@dataclass(frozen=True)
class Knowledge:
    """The ontology with its questions and the texts of the page, and the settings of one build."""

    ontology: Ontology
    questions: Mapping[str, Question]
    interface: Interface
    lang: str
    base: str
    judgements: Path | None = None

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
    ontology = load_ontology(folder, _there(settings.judgements))
    questions = load_questions(folder / "queries", ontology.schema)
    return Knowledge(ontology, questions, load_interface(ontology.schema), settings.lang, settings.base, settings.judgements)


def remembering(known: Knowledge, judgements: str) -> Knowledge:
    """The same with the judgements that a built folder remembers, where no others are named; OntologyError as in loading."""
    if known.judgements is not None or not judgements:
        return known
    path = Path(judgements)
    return replace(known, ontology=judged_by(known.ontology, _there(path)), judgements=path)


def _there(judgements: Path | None) -> Path | None:
    if judgements is not None and not judgements.is_file():
        raise UsageError(f"{judgements}: there is no such file of judgements; name another with --judgements, or begin it with `kg review`")
    return judgements
