"""The saved questions answered for the page: as they are, or for every entity that one may ask about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from kg.keep.store import Store
from kg.ontology.questions import MARKER, Question
from kg.ontology.questions import Column as Head
from kg.pipeline.knowledge import Knowledge
from kg.query.format import plain
from kg.query.run import ask_rows
from kg.values import Entity, Graph
from kg.view import Cell, Column, Table
from kg.write.iri import id_of

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
# Of so many claims an answer for all days is still one to read, and costs less than a second; a larger graph has the page's own time strip.
FEW_CLAIMS = 1000
# Oxigraph does not hold Python up, so two questions take little more time than one.
_AT_ONCE = 2
_AGGREGATE = re.compile(r"\b(GROUP\s+BY|LIMIT)\b", re.IGNORECASE)
NAMED = "<http://www.w3.org/2004/02/skos/core#prefLabel>"


class _Names(NamedTuple):
    """The entity that a label leads to, and the Korean label of an entity."""

    labelled: Mapping[str, str]
    label_of: Mapping[str, str]


def answers(store: Store, graph: Graph, known: Knowledge) -> tuple[Table, ...]:
    """The answers of ``store`` as tables, by name of the question; a name of the graph leads to its entity.

    A question about one entity is answered for all, with whom it is about in the first column; one about a day is answered for the
    last there is, one about two days of a small graph for all. What needs more to be given, and what says it is not for the page, has
    no table.
    """
    names = _Names(_labelled(graph.entities), {entity.id: entity.ko for entity in graph.entities})
    small = len(graph.claims) <= FEW_CLAIMS
    questions = sorted((question for question in known.questions.values() if question.page), key=lambda question: question.name)
    asked = [(question, whole) for question in questions if (whole := _for_all(question, small=small))]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return tuple(pool.map(lambda pair: _answer(store, *pair, names=names, known=known), asked))


def _answer(store: Store, question: Question, whole: Question, *, names: _Names, known: Knowledge) -> Table:
    """The answer to ``whole``, by the name of the question that it was made of; one for many entities goes by their names."""
    rows = ask_rows(store, whole, base=known.base, namespace=known.schema.namespace)
    cell = cache(partial(_cell, names=names.labelled, known=known))
    cells = [tuple(cell(plain(value)) for value in row) for row in rows]
    if len(whole.columns) > len(question.columns):
        cells.sort(key=lambda row: names.label_of.get(row[0].entity or "", ""))
    heads = tuple(Column(column.ko, column.en) for column in whole.columns)
    return Table(question.name, question.ko, question.en, heads, tuple(cells))


def _for_all(question: Question, *, small: bool) -> Question | None:
    """The question that needs nothing to be given, and asks for everything that ``question`` can be asked about."""
    needed = [param for param in question.params if param.default is None]
    if not needed:
        return question
    if len(needed) == 2 and all(param.type == "date" for param in needed) and small:
        whole = {needed[0]: FIRST_DAY, needed[1]: LAST_DAY}
        return replace(question, params=tuple(replace(p, default=whole[p]) if p in whole else p for p in question.params))
    param, *others = needed
    if others or param.type not in ("entity", "date") or _AGGREGATE.search(question.text):
        return None
    if param.type == "date":
        return replace(question, params=tuple(replace(p, default=LAST_DAY) if p is param else p for p in question.params))
    every = f'{MARKER}\n  ?{param.name} {NAMED} ?asked_name . FILTER(LANG(?asked_name) = "ko")'
    text = re.sub(r"\bSELECT(\s+DISTINCT)?\s", rf"\g<0>?{param.name} ", question.text, count=1).replace(MARKER, every, 1)
    rest = tuple(p for p in question.params if p is not param)
    heads = (Head(param.name, param.ko, param.en), *question.columns)
    return replace(question, params=rest, columns=heads, text=text)


def _labelled(entities: Sequence[Entity]) -> dict[str, str]:
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
