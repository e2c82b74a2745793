"""Load the whole ontology folder and check its parts against each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.authority import Authority, load_authority
from kg.ontology.frames import Frame, Rule, load_frames
from kg.ontology.language import Language, line_of, load_language
from kg.ontology.schema import Schema, load_schema

# The few classes that kinds of step know of: who acts, who is a person or a body, and what happens at a place and time.
AGENT, PERSON, BODY, EVENT = "Agent", "Person", "Organization", "Event"
# Those of which a name is told by other signs than its ending: a legal form, a quotation, a row.
COMPANY, PRODUCT, TECHNOLOGY, POLICY = "Company", "Product", "Technology", "Policy"
GOVERNMENT, RESEARCH, PLACE = "GovernmentBody", "ResearchInstitute", "Place"


@dataclass(frozen=True)
class Ontology:
    """Everything that ``ontology/`` says, checked; ``folder`` is where it lies."""

    folder: Path
    schema: Schema
    language: Language
    frames: tuple[Frame, ...]
    authority: Authority

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all frames, in the order of files and rules."""
        return tuple(rule for frame in self.frames for rule in frame.rules)

    def types_of(self, ancestor: str) -> frozenset[str]:
        """The concrete entity classes at or below ``ancestor``."""
        return frozenset(c.name for c in self.schema.entity_types if self.schema.is_a(c.name, ancestor))


def load_ontology(folder: Path) -> Ontology:
    """The ontology of ``folder``; an OntologyError with file, line, term and suggestion where parts are wrong or do not fit."""
    schema = load_schema(folder / "techpolicy.ttl")
    language = load_language(folder / "language")
    frames = load_frames(folder / "frames")
    authority = load_authority(folder / "authority", {c.name for c in schema.entity_types})
    ontology = Ontology(folder, schema, language, frames, authority)
    _check_frames(ontology)
    _check_cues(ontology)
    return ontology


def _check_frames(ontology: Ontology) -> None:
    schema = ontology.schema
    happenings = {c.name for c in schema.event_types}
    for frame in ontology.frames:
        if frame.event and frame.event not in happenings:
            raise _error(frame.path, frame.event, "event", "is no event class", happenings)
        for rule in frame.rules:
            _check_rule(ontology, frame.path, rule)


def _check_rule(ontology: Ontology, path: Path, rule: Rule) -> None:
    schema = ontology.schema
    for role in rule.roles:
        if rule.event and role.name not in schema.roles:
            raise _error(path, role.name, f"rule {rule.id!r}", "is no event role", schema.roles)
        for class_ in (*role.is_a, *((role.guess,) if role.guess else ())):
            if class_ not in schema.classes:
                raise _error(path, class_, f"role {role.name!r} of {rule.id!r}", "is no class", schema.classes)
        for case in role.cases:
            known = {*ontology.language.grammar.cases, "bare", "head", "title"}
            if case not in known:
                raise _error(path, case, f"role {role.name!r} of {rule.id!r}", "is no case", known)
    for telling in rule.tells:
        if telling.property not in schema.properties:
            raise _error(path, telling.property, f"rule {rule.id!r}", "is no property", schema.properties)


def _check_cues(ontology: Ontology) -> None:
    path = ontology.folder / "language" / "names.yml"
    known = {c.name for c in ontology.schema.entity_types}
    for class_ in (*ontology.language.names.cues, *ontology.language.names.quoted_default.values()):
        if class_ not in known:
            raise _error(path, class_, "a cue", "is no entity class", known)


def _error(path: Path, term: str, where: str, problem: str, known: Iterable[str]) -> OntologyError:
    near = difflib.get_close_matches(term, sorted(known), 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return OntologyError(f"{path}:{line_of(path, term)}: {where}: {term!r} {problem} of the ontology{hint}")
