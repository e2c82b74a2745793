"""The classes and properties of ``techpolicy.ttl``, read into values and checked."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA_ORG = "https://schema.org/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

ENTITY = "Entity"
HAPPENING = "Happening"

Facts = Mapping[str, list[ox.NamedNode | ox.Literal]]
Done = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """A named term of the ontology; ``colour`` is ``#rrggbb`` or empty, ``line`` its place in the file."""

    name: str
    iri: str
    ko: str
    en: str
    definition: str
    definition_en: str
    order: int
    colour: str
    line: int

    def label(self, lang: str) -> str:
        """The label in ``ko`` or ``en``."""
        return self.en if lang == "en" else self.ko


@dataclass(frozen=True, slots=True)
class Class(Term):
    """A class; ``colour``, ``shape`` and ``order`` are the nearest superclass's where it has none of its own."""

    parents: tuple[str, ...]
    abstract: bool
    shape: str


@dataclass(frozen=True, slots=True)
class Property(Term):
    """A relation or event role; ``domain`` and ``range`` name the classes allowed, subclasses included.

    ``pairwise``: subject and object must fall under the same one of them. ``unless`` are relations beside which it is not told of a pair.
    ``founding``: its object comes into being by what it tells.
    """

    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    pairwise: bool
    founding: bool
    parents: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True)
class Schema:
    """The whole ontology: ``properties`` are the relations a claim can tell, ``roles`` those of n-ary events.

    ``terms`` has every term of the namespace by name; ``ancestors`` each class's superclasses, itself included.
    """

    path: Path
    iri: str
    version: str
    classes: Mapping[str, Class]
    properties: Mapping[str, Property]
    roles: Mapping[str, Property]
    terms: Mapping[str, Term]
    ancestors: Mapping[str, frozenset[str]]

    @property
    def namespace(self) -> str:
        """The beginning of every term's IRI."""
        return self.iri + "#"

    @property
    def entity_types(self) -> tuple[Class, ...]:
        """The classes that an entity can have, in the order of the legend."""
        return self._concrete(ENTITY)

    @property
    def event_types(self) -> tuple[Class, ...]:
        """The classes that an n-ary event can have."""
        return self._concrete(HAPPENING)

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether ``cls`` is ``ancestor`` or below it; an unknown class is nothing."""
        return ancestor in self.ancestors.get(cls, frozenset())

    def is_any(self, cls: str, ancestors: Iterable[str]) -> bool:
        """Whether ``cls`` is one of ``ancestors`` or below one."""
        return not self.ancestors.get(cls, frozenset()).isdisjoint(ancestors)

    def allows(self, name: str, subject_type: str, object_type: str) -> bool:
        """Whether property ``name`` may join these types; False for an unknown property."""
        rule = self.properties.get(name) or self.roles.get(name)
        if rule is None:
            return False
        subjects = {cls for cls in rule.domain if self.is_a(subject_type, cls)}
        objects = {cls for cls in rule.range if self.is_a(object_type, cls)}
        return bool(subjects & objects) if rule.pairwise else bool(subjects and objects)

    def _concrete(self, root: str) -> tuple[Class, ...]:
        found = (cls for cls in self.classes.values() if self.is_a(cls.name, root) and not cls.abstract)
        return tuple(sorted(found, key=lambda cls: (cls.order, cls.line)))


class _File:
    """The statements of one ontology file, and where each term stands in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = _text(path)
        self.facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
        for triple in _triples(path, self.text):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
                self.facts[triple.subject.value][triple.predicate.value].append(triple.object)
        self.iri = self._ontology_iri()
        self.namespace = self.iri + "#"
        self.own = {iri.removeprefix(self.namespace): facts for iri, facts in self.facts.items() if iri.startswith(self.namespace)}

    def _ontology_iri(self) -> str:
        for iri, facts in self.facts.items():
            if OWL + "Ontology" in _iris(facts, RDF_TYPE):
                return iri
        raise OntologyError(f"{self.path}:1: no owl:Ontology is declared in this file")

    def line(self, name: str) -> int:
        """The line on which ``name`` is a subject, else the first that has it, else 1."""
        for pattern in (rf"^\s*\w*:{re.escape(name)}\s", rf":{re.escape(name)}\b"):
            found = re.search(pattern, self.text, re.MULTILINE)
            if found:
                return self.text.count("\n", 0, found.end() - 1) + 1
        return 1

    def error(self, name: str, problem: str) -> OntologyError:
        return OntologyError(f"{self.path}:{self.line(name)}: tp:{name}: {problem}")

    def names(self, facts: Facts, predicate: str) -> tuple[str, ...]:
        """The objects of ``predicate`` that lie in the ontology's own namespace, by name."""
        return tuple(iri.removeprefix(self.namespace) for iri in _iris(facts, predicate) if iri.startswith(self.namespace))


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean ...?`` with the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


def load_schema(path: Path) -> Schema:
    """The ontology of the Turtle file ``path``; ``OntologyError`` with file, line, term and suggestion where it is wrong."""
    file = _File(path)
    terms = {name: _term(file, name, facts) for name, facts in file.own.items()}
    classes = {name: _class(file, terms[name], facts) for name, facts in file.own.items() if OWL + "Class" in _iris(facts, RDF_TYPE)}
    ancestors = _ancestors(file, classes)
    looks = {name: _inherit(cls, classes, ancestors) for name, cls in classes.items()}
    version = _literal(file.facts[file.iri], OWL + "versionInfo") or "0"
    relations = _properties(file, terms, classes, kind="Relation")
    roles = _properties(file, terms, classes, kind="EventRole")
    return Schema(path, file.iri, version, looks, relations, roles, {**terms, **looks, **relations, **roles}, ancestors)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise OntologyError(f"{path}:1: the ontology file does not exist") from None
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}:1: the ontology file cannot be read as UTF-8: {error}") from error


def _triples(path: Path, text: str) -> list[ox.Quad]:
    try:
        return [quad for quad in ox.parse(text, format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)]
    except SyntaxError as error:
        raise OntologyError(f"{path}:{error.lineno or 1}: not Turtle: {error.msg}") from None


def _iris(facts: Facts, predicate: str) -> list[str]:
    return [value.value for value in facts.get(predicate, ()) if isinstance(value, ox.NamedNode)]


def _literal(facts: Facts, predicate: str, lang: str | None = None) -> str:
    values = (value for value in facts.get(predicate, ()) if isinstance(value, ox.Literal))
    return next((value.value for value in values if lang is None or value.language == lang), "")


def _told(file: _File, name: str, facts: Facts, *, predicate: str, lang: str) -> str:
    found = _literal(facts, predicate, lang)
    if not found.strip():
        what = "rdfs:label" if predicate.startswith(RDFS) else "skos:definition"
        raise file.error(name, f"has no {what} in @{lang}; every term needs label and definition in ko and en")
    return found


def _term(file: _File, name: str, facts: Facts) -> Term:
    ko, en = (_told(file, name, facts, predicate=RDFS + "label", lang=lang) for lang in ("ko", "en"))
    in_ko, in_en = (_told(file, name, facts, predicate=SKOS + "definition", lang=lang) for lang in ("ko", "en"))
    order, colour = _literal(facts, file.namespace + "order") or "99", _literal(facts, file.namespace + "colour")
    if colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise file.error(name, f"tp:colour {colour!r} is not of the form #rrggbb")
    if not order.isdigit():
        raise file.error(name, f"tp:order {order!r} is not a whole number")
    return Term(name, file.namespace + name, ko, en, in_ko, in_en, int(order), colour, file.line(name))


def _flag(file: _File, facts: Facts, name: str) -> bool:
    return _literal(facts, file.namespace + name) == "true"


def _fields(term: Term) -> tuple[str, str, str, str, str, str, int, str, int]:
    return (term.name, term.iri, term.ko, term.en, term.definition, term.definition_en, term.order, term.colour, term.line)


def _class(file: _File, term: Term, facts: Facts) -> Class:
    parents = file.names(facts, RDFS + "subClassOf")
    return Class(*_fields(term), parents, _flag(file, facts, "abstract"), _literal(facts, file.namespace + "shape"))


def _properties(file: _File, terms: Mapping[str, Term], classes: Mapping[str, Class], *, kind: str) -> dict[str, Property]:
    found = [name for name, facts in file.own.items() if kind in file.names(facts, RDF_TYPE)]
    listed = [_property(file, terms[name], classes) for name in found]
    for rule in listed:
        for other in rule.unless:
            if other not in found:
                raise file.error(rule.name, f"its tp:unless {other} is no relation of this ontology{suggestion(other, found)}")
    return {rule.name: rule for rule in sorted(listed, key=lambda rule: (rule.order, rule.line))}


def _property(file: _File, term: Term, classes: Mapping[str, Class]) -> Property:
    facts = file.own[term.name]
    domain = _end(file, term.name, classes, exact=SCHEMA_ORG + "domainIncludes", general=RDFS + "domain")
    range_ = _end(file, term.name, classes, exact=SCHEMA_ORG + "rangeIncludes", general=RDFS + "range")
    symmetric = OWL + "SymmetricProperty" in _iris(facts, RDF_TYPE)
    flags = _flag(file, facts, "pairwise"), _flag(file, facts, "founding")
    parents, unless = file.names(facts, RDFS + "subPropertyOf"), file.names(facts, file.namespace + "unless")
    return Property(*_fields(term), domain, range_, symmetric, *flags, parents, unless)


def _end(file: _File, name: str, classes: Mapping[str, Class], *, exact: str, general: str) -> tuple[str, ...]:
    """The classes of one end: those listed exactly, else the general one; all must be classes of the file."""
    facts = file.own[name]
    for iri in (*_iris(facts, exact), *_iris(facts, general)):
        known = iri.removeprefix(file.namespace)
        if known not in classes:
            side = general.removeprefix(RDFS)
            raise file.error(name, f"its {side} {known} is no class of this ontology{suggestion(known, classes)}")
    found = file.names(facts, exact) or file.names(facts, general)
    if not found:
        raise file.error(name, f"has no {general.removeprefix(RDFS)}; give schema:…Includes or rdfs:{general.removeprefix(RDFS)}")
    return found


def _ancestors(file: _File, classes: Mapping[str, Class]) -> dict[str, frozenset[str]]:
    done: Done = {}
    for name in classes:
        _climb(file, classes, name, way=(), done=done)
    return done


def _climb(file: _File, classes: Mapping[str, Class], name: str, *, way: tuple[str, ...], done: Done) -> frozenset[str]:
    if name in way:
        raise file.error(name, f"is its own superclass: {' -> '.join((*way[way.index(name) :], name))}")
    if name not in classes:
        raise file.error(name, f"superclass of tp:{way[-1]}, is no class of this ontology{suggestion(name, classes)}")
    if name not in done:
        above = (_climb(file, classes, parent, way=(*way, name), done=done) for parent in classes[name].parents)
        done[name] = frozenset({name}).union(*above)
    return done[name]


def _inherit(cls: Class, classes: Mapping[str, Class], ancestors: Mapping[str, frozenset[str]]) -> Class:
    """``cls`` with colour, shape and order of the nearest superclass where it has none."""
    nearest = sorted(ancestors[cls.name], key=lambda name: -len(ancestors[name]))
    line = [classes[name] for name in nearest]
    colour = next((above.colour for above in line if above.colour), "")
    shape = next((above.shape for above in line if above.shape), "")
    order = next((above.order for above in line if above.order != 99), 99)
    fields = _fields(cls)
    return Class(*fields[:6], order, colour, fields[8], cls.parents, cls.abstract, shape)
