"""A question put to the store, and its answer as a value."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import UsageError
from kg.keep.queryable import Queryable
from kg.ontology.questions import ANYTHING, Column, Param, Question, bound, syntax_place
from kg.ontology.schema import suggestion
from kg.query.guard import look
from kg.query.names import resolve
from kg.write.iri import BASE
from kg.write.vocabulary import DATE, INTEGER, TP, prefixes, whole

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Result:
    """An answer of one ``kind``: ``table`` (rows of terms, None where unbound), ``yesno`` or ``graph`` (triples).

    ``json`` is a table or yes-no as SPARQL 1.1 results JSON.
    """

    kind: str
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ()
    yes: bool = False
    triples: tuple[ox.Triple, ...] = ()
    json: bytes = b""


def ask(
    store: Queryable, question: Question | str, params: Mapping[str, str] | None = None, *, base: str = BASE, namespace: str = TP
) -> Result:
    """The answer of ``store`` to SPARQL or to a saved question with ``params`` as text.

    Names of entities are resolved, dates are ``YYYY-MM-DD``. Raises UsageError for malformed SPARQL (with line and column), for
    anything but a query, and for parameters that are missing, unknown or of the wrong type.
    """
    if isinstance(question, str):
        if params:
            raise UsageError(f"parameters are for saved questions, not for SPARQL: {', '.join(sorted(params))}")
        look(question, {})
        return _run(store, question, (), prefixes(base, namespace))
    values = _values(store, question, params or {}, base)
    return _run(store, bound(question, values), question.columns, prefixes(base, namespace))


def ask_rows(store: Queryable, question: Question, *, base: str = BASE, namespace: str = TP) -> Iterator[tuple[Value, ...]]:
    """The rows of a table that ``question`` gives with what its parameters are by themselves, as they come; errors as of ``ask``.

    The JSON of ``ask`` takes about a fifth of the time of a long answer, and is left out.
    """
    answer = _answer(store, bound(question, _values(store, question, {}, base)), prefixes(base, namespace))
    return (tuple(row) for row in answer) if isinstance(answer, ox.QuerySolutions) else iter(())


def find_question(questions: Mapping[str, Question], name: str) -> Question:
    """The saved question of that name; UsageError with the nearest names where there is none."""
    if name in questions:
        return questions[name]
    raise UsageError(f"there is no saved question {name!r}{suggestion(name, questions)}; there are: {', '.join(sorted(questions))}")


def _run(store: Queryable, sparql: str, columns: tuple[Column, ...], names: Mapping[str, str]) -> Result:
    answer = _answer(store, sparql, names)
    if isinstance(answer, ox.QueryBoolean):
        return Result("yesno", yes=bool(answer), json=_json(answer))
    if isinstance(answer, ox.QueryTriples):
        return Result("graph", triples=tuple(sorted(set(answer), key=str)))
    variables = [variable.value for variable in answer.variables]
    heads = columns or tuple(Column(name, name, name) for name in variables)
    json = _json(answer)
    return Result("table", heads, _rows(json), json=json)


def _answer(store: Queryable, sparql: str, names: Mapping[str, str]) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    try:
        return store.query(sparql, names)
    except SyntaxError as error:
        line, column, message = syntax_place(error)
        raise UsageError(f"malformed SPARQL at line {line}, column {column}: {message}") from None
    except (ValueError, RuntimeError) as error:
        raise UsageError(f"this query cannot be answered: {error}") from None


def _json(answer: ox.QuerySolutions | ox.QueryBoolean) -> bytes:
    return answer.serialize(format=ox.QueryResultsFormat.JSON) or b""


def _rows(json: bytes) -> tuple[tuple[Value, ...], ...]:
    solutions = ox.parse_query_results(json, ox.QueryResultsFormat.JSON)
    if not isinstance(solutions, ox.QuerySolutions):
        return ()
    names = [variable.value for variable in solutions.variables]
    return tuple(tuple(solution[name] for name in names) for solution in solutions)


def _values(store: Queryable, question: Question, given: Mapping[str, str], base: str) -> dict[str, ox.NamedNode | ox.Literal]:
    known = {param.name: param for param in question.params}
    for name in given:
        if name not in known:
            raise UsageError(f"{question.name} has no parameter {name!r}{suggestion(name, known)}; it has: {', '.join(known) or 'none'}")
    told = {name: given.get(name, param.default) for name, param in known.items()}
    missing = [f"{name} ({known[name].type}, {known[name].en})" for name, text in told.items() if text is None]
    if missing:
        raise UsageError(f"{question.name} needs {', '.join(missing)}")
    return {name: _value(store, known[name], text, base) for name, text in told.items() if text is not None and text != ANYTHING}


def _value(store: Queryable, param: Param, text: str, base: str) -> ox.NamedNode | ox.Literal:
    if param.type == "entity":
        return resolve(store, text, base)
    if param.type == "integer":
        return _integer(param, text)
    return _day(param, text) if param.type == "date" else ox.Literal(whole(text))


def _integer(param: Param, text: str) -> ox.Literal:
    if not _INTEGER.fullmatch(text.strip()):
        raise UsageError(f"{param.name}: {text!r} is no whole number")
    return ox.Literal(str(int(text)), datatype=INTEGER)


def _day(param: Param, text: str) -> ox.Literal:
    try:
        if not _DATE.fullmatch(text.strip()):
            raise ValueError("not of that form")
        return ox.Literal(dt.date.fromisoformat(text.strip()).isoformat(), datatype=DATE)
    except ValueError as error:
        raise UsageError(f"{param.name}: {text!r} is no date of the form YYYY-MM-DD: {error}") from None
