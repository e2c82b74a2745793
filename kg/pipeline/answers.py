"""The saved questions that can be asked without a parameter, answered for the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from kg.keep.store import Store
from kg.pipeline.knowledge import Knowledge
from kg.query.format import csv as as_csv
from kg.query.run import ask
from kg.values import Entity, Graph
from kg.view import Cell, Column, Table
from kg.write.iri import id_of


def answers(store: Store, graph: Graph, known: Knowledge) -> tuple[Table, ...]:
    """The answers of ``store`` as tables, by name of the question; a name of the graph leads to its entity."""
    names = _names(graph.entities)
    askable = [question for question in known.questions.values() if all(param.default is not None for param in question.params)]
    tables = []
    for question in sorted(askable, key=lambda question: question.name):
        result = ask(store, question, base=known.base, namespace=known.schema.namespace)
        rows = list(csv.reader(io.StringIO(as_csv(result))))[1:]
        cells = tuple(tuple(_cell(text, names, known) for text in row) for row in rows)
        heads = tuple(Column(column.ko, column.en) for column in result.columns)
        tables.append(Table(question.name, question.ko, question.en, heads, cells))
    return tuple(tables)


def _names(entities: Sequence[Entity]) -> dict[str, str]:
    """Label to entity; a label of several entities leads nowhere."""
    found: dict[str, str] = {}
    for entity in entities:
        for name in {entity.ko, entity.en or entity.ko}:
            found[name] = "" if name in found else entity.id
    return found


def _cell(text: str, names: Mapping[str, str], known: Knowledge) -> Cell:
    schema = known.schema
    if text.startswith(schema.namespace):
        term = schema.terms.get(text.removeprefix(schema.namespace))
        return Cell(term.ko, en=term.en) if term else Cell(text)
    if text.startswith(known.base):
        return Cell("", id_of(text, known.base))
    return Cell(text, (names.get(text) if text else None) or None)
