"""Read from a predicate's endings how real the act is."""

from __future__ import annotations

from kg.ontology.language import Grammar


def status_of(tail: str, grammar: Grammar) -> str | None:
    """The status that a predicate's tail tells by the grammar's table, or None where it leaves it open."""
    return grammar.status_of(tail)
