"""Answers as text: an aligned table, CSV, JSON, Turtle."""

from __future__ import annotations

import csv as csv_module
import io
import json as json_module
from collections.abc import Callable, Mapping, Sequence

import pyoxigraph as ox

from kg.errors import UsageError
from kg.ontology.schema import Schema
from kg.query.run import Result, Value
from kg.write.terminal import cut, pad, printable, width
from kg.write.vocabulary import prefixes

_WIDEST = 60


def table(result: Result, schema: Schema, *, lang: str = "ko", names: Mapping[str, str] | None = None) -> str:
    """The answer for a terminal, one line a row: relations and statuses by their labels, IRIs by prefix, long texts cut.

    A wide (East Asian) character counts two columns. ``names`` are the prefixes that shorten IRIs.
    """
    if result.kind == "graph":
        return turtle(result, names)
    if result.kind == "yesno":
        return "true\n" if result.yes else "false\n"
    short = prefixes() if names is None else names
    heads = [column.en if lang == "en" else column.ko for column in result.columns]
    cells = [[_shown(value, schema, lang=lang, names=short) for value in row] for row in result.rows]
    widths = [max(width(row[i]) for row in [heads, *cells]) for i in range(len(heads))]
    rule = ["─" * size for size in widths]
    lines = ["  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in [heads, rule, *cells]]
    return "\n".join(lines) + "\n"


def csv(result: Result) -> str:
    """The answer as CSV (RFC 4180, with the variables as head): plain values, nothing for unbound."""
    _only(result, "csv", ("table",))
    out = io.StringIO()
    writer = csv_module.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in result.columns])
    writer.writerows([plain(value) for value in row] for row in result.rows)
    return out.getvalue()


def json(result: Result) -> str:
    """The answer as SPARQL 1.1 results JSON, indented."""
    _only(result, "json", ("table", "yesno"))
    return json_module.dumps(json_module.loads(result.json), ensure_ascii=False, indent=1) + "\n"


def turtle(result: Result, names: Mapping[str, str] | None = None) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle."""
    _only(result, "turtle", ("graph",))
    short = dict(prefixes() if names is None else names)
    return (ox.serialize(result.triples, format=ox.RdfFormat.TURTLE, prefixes=short) or b"").decode()


def formatted(result: Result, form: str, schema: Schema, *, lang: str = "ko", names: Mapping[str, str] | None = None) -> str:
    """The answer in ``form``: table, csv, json or turtle; UsageError for another, or for one that the answer cannot take."""
    forms: dict[str, Callable[[], str]] = {
        "table": lambda: table(result, schema, lang=lang, names=names),
        "csv": lambda: csv(result),
        "json": lambda: json(result),
        "turtle": lambda: turtle(result, names),
    }
    if form not in forms:
        raise UsageError(f"format {form!r} is none of {', '.join(forms)}")
    return forms[form]()


def plain(value: Value) -> str:
    """A value as plain text; nothing for one that is unbound."""
    if value is None:
        return ""
    return value.value if isinstance(value, ox.NamedNode | ox.Literal) else str(value)


def _only(result: Result, form: str, kinds: Sequence[str]) -> None:
    if result.kind not in kinds:
        fit = {"table": "table, csv or json", "yesno": "table or json", "graph": "table or turtle"}[result.kind]
        raise UsageError(f"this answer cannot be {form}; ask for {fit}")


def _shown(value: Value, schema: Schema, *, lang: str, names: Mapping[str, str]) -> str:
    text = plain(value)
    if isinstance(value, ox.NamedNode):
        term = schema.terms.get(text.removeprefix(schema.namespace)) if text.startswith(schema.namespace) else None
        text = term.label(lang) if term else _shortened(text, names)
    return cut(printable(text), _WIDEST)


def _shortened(iri: str, names: Mapping[str, str]) -> str:
    fitting = [(len(long), short, long) for short, long in names.items() if iri.startswith(long)]
    if not fitting:
        return iri
    _, short, long = max(fitting)
    return f"{short}:{iri.removeprefix(long)}"
