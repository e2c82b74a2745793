"""The statements as JSON-LD 1.1 with a context made from the ontology, so that the keys are its terms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from kg.export.source import Source
from kg.write import vocabulary as v

# How the values of the terms that are not the ontology's own look: an IRI, a datatype, a map by language, or plain text.
_IRI, _LANGUAGES, _TEXT = "@id", "@language", ""
_OTHERS: tuple[tuple[ox.NamedNode, str], ...] = (
    (v.PREF_LABEL, _LANGUAGES),
    (v.LABEL, _LANGUAGES),
    (v.ALT_LABEL, _LANGUAGES),
    (v.EXACT_MATCH, _IRI),
    (v.BROADER, _IRI),
    (v.SUBJECT, _IRI),
    (v.PREDICATE, _IRI),
    (v.OBJECT, _IRI),
    (v.IDENTIFIER, _TEXT),
    (v.TITLE, _TEXT),
    (v.PUBLISHER, _TEXT),
    (v.ISSUED, v.DATE.value),
    (v.URL, v.ANY_URI.value),
    (v.MENTIONS, _IRI),
    (v.PRIMARY_SOURCE, _IRI),
    (v.HAS_TARGET, _IRI),
    (v.HAS_SOURCE, _IRI),
    (v.HAS_SELECTOR, _IRI),
    (v.START, v.INTEGER.value),
    (v.END, v.INTEGER.value),
    (v.EXACT, _TEXT),
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)")
_LOCAL = re.compile(r".*[/#]([^\W\d][\w-]*)")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the JSON and how its values look."""

    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Context:
    """The short forms of IRIs: prefixes, and keys and classes by IRI."""

    prefixes: Mapping[str, str]
    keys: Mapping[str, Key]
    classes: Mapping[str, str]

    def short(self, iri: str) -> str:
        """``iri`` by the longest prefix that fits; whole where it would read as something else."""
        fitting = [(len(long), name) for name, long in self.prefixes.items() if iri.startswith(long)]
        if not fitting:
            return iri
        size, name = max(fitting)
        return iri if iri.startswith("//", size) else f"{name}:{iri[size:]}"

    def json(self) -> dict[str, Any]:
        """The ``@context``."""
        keys = {key.name: _definition(iri, key.form) for iri, key in self.keys.items()}
        return {"@version": 1.1, **self.prefixes, **keys, **{name: iri for iri, name in self.classes.items()}}


def jsonld(source: Source) -> bytes:
    """The dataset as JSON-LD, a node a line; each document's graph is a node with ``@graph``."""
    context = context_of(source)
    lines = ",\n".join(_text(node) for node in _nodes(source.quads, context))
    return f'{{"@context": {_text(context.json())},\n"@graph": [\n{lines}\n]}}\n'.encode()


def context_of(source: Source) -> Context:
    """The context for a graph: the prefixes of every file, the terms of other vocabularies, and every term of the ontology.

    Of two terms of one name the later is written with its prefix. A prefix that is also the scheme of an IRI in the graph is left out,
    since JSON-LD could not tell them apart.
    """
    schemes = {found[1] for quad in source.quads for node in (quad.subject, quad.object) if (found := _scheme(node))}
    names = {name: iri for name, iri in source.prefixes.items() if name not in schemes}
    taken = set(names) | schemes
    keys: dict[str, Key] = {}
    for iri, form in (*((node.value, form) for node, form in _OTHERS), *_own(source)):
        name = _local(iri)
        if name and name not in taken:
            keys[iri] = Key(name, form)
            taken.add(name)
    classes = {cls.iri: cls.name for cls in source.schema.classes.values() if cls.name not in taken}
    return Context(names, keys, classes)


def _scheme(node: object) -> re.Match[str] | None:
    return _SCHEME.match(node.value) if isinstance(node, ox.NamedNode) else None


def _local(iri: str) -> str:
    """The end of an IRI where it is a word that can be a key, else nothing."""
    found = _LOCAL.fullmatch(iri)
    return found[1] if found else ""


def _own(source: Source) -> Iterator[tuple[str, str]]:
    """The predicates of the ontology's namespace in the graph and in its schema, each with the form that all its values have."""
    namespace = source.schema.namespace
    forms: dict[str, set[str]] = {rule.iri: {_IRI} for rule in (*source.schema.properties.values(), *source.schema.roles.values())}
    for quad in source.quads:
        if quad.predicate.value.startswith(namespace):
            forms.setdefault(quad.predicate.value, set()).add(_form(quad.object))
    for iri in sorted(forms):
        yield iri, next(iter(forms[iri])) if len(forms[iri]) == 1 else _TEXT


def _form(value: object) -> str:
    if isinstance(value, ox.Literal):
        return _LANGUAGES if value.language else _TEXT if value.datatype.value == v.XSD + "string" else value.datatype.value
    return _IRI


def _definition(iri: str, form: str) -> Any:
    if form == _TEXT:
        return {"@id": iri}
    return {"@id": iri, "@container": "@language"} if form == _LANGUAGES else {"@id": iri, "@type": form}


def _nodes(quads: Sequence[ox.Quad], context: Context) -> Iterator[dict[str, Any]]:
    for where, inside in groupby(quads, key=lambda quad: quad.graph_name):
        nodes = (_node(subject, list(facts), context) for subject, facts in groupby(inside, key=lambda quad: quad.subject))
        if isinstance(where, ox.DefaultGraph):
            yield from nodes
        else:
            yield {"@id": context.short(where.value), "@graph": list(nodes)}


def _node(subject: object, facts: Iterable[ox.Quad], context: Context) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(subject, context)}
    for predicate, told in groupby(facts, key=lambda quad: quad.predicate):
        values = [quad.object for quad in told]
        if predicate == v.TYPE:
            node["@type"] = _few([context.classes.get(value.value) or _id(value, context) for value in values])  # type: ignore[union-attr]
            continue
        key = context.keys.get(predicate.value)
        name = key.name if key else context.short(predicate.value)
        node[name] = _by_language(values) if key and key.form == _LANGUAGES else _few([_value(one, key, context) for one in values])
    return node


def _value(value: object, key: Key | None, context: Context) -> Any:
    form = key.form if key else None
    if not isinstance(value, ox.Literal):
        short = _id(value, context)
        return short if form == _IRI else {"@id": short}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == v.XSD + "string":
        return value.value if form in (_TEXT, None) else {"@value": value.value}
    return value.value if datatype == form else {"@value": value.value, "@type": datatype}


def _by_language(values: Iterable[object]) -> dict[str, Any]:
    """A language map; ``@none`` has the texts without a language."""
    found: dict[str, list[Any]] = {}
    for value in values:
        if isinstance(value, ox.Literal):
            found.setdefault(value.language or "@none", []).append(value.value)
    return {language: _few(texts) for language, texts in sorted(found.items())}


def _id(node: object, context: Context) -> str:
    return context.short(node.value) if isinstance(node, ox.NamedNode) else str(node)


def _few(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
