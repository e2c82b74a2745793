"""The language tables of ``ontology/language``: what all frames and finders share, checked as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.ontology.grammar import Grammar
from kg.ontology.names import Names
from kg.ontology.node import read_node
from kg.ontology.persons import Persons
from kg.ontology.things import Things


@dataclass(frozen=True)
class Language:
    """All language tables together."""

    grammar: Grammar
    persons: Persons
    names: Names
    things: Things


def load_language(folder: Path) -> Language:
    """The tables of ``folder``; an OntologyError names file, line and the nearest right key where one is wrong."""
    grammar, persons, names, things = (read_node(folder / f"{name}.yml", "the table") for name in ("grammar", "persons", "names", "things"))
    return Language(grammar.record(Grammar), persons.record(Persons), names.record(Names), things.record(Things))
