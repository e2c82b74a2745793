"""All that the checks look at, in one store: the graph, the texts, the ontology, and which file of it speaks of which term.

The text of a document is its ``schema:articleBody``. A frame or saved question is a node below the ontology's IRI whose ``dcterms:type``
says which of the two it is and which ``dcterms:references`` the terms that it names; a question that leaves the relation open
references ``tp:Relation``.

The ontology is closed, so that no check has to climb: each class is ``rdfs:subClassOf`` itself and all classes above it, and what has
only ``rdfs:domain`` or ``rdfs:range`` has the same as ``schema:domainIncludes`` or ``schema:rangeIncludes``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError, StoreError
from kg.keep.store import Store, in_memory
from kg.ontology.frames import Frame, load_frames
from kg.ontology.schema import OWL
from kg.write import vocabulary as v
from kg.write.files import DOCUMENTS, TRIG
from kg.write.iri import article_iri
from kg.write.restore import read_documents

SUBCLASS = ox.NamedNode(v.RDFS + "subClassOf")
BODY = ox.NamedNode(v.SCHEMA + "articleBody")
KIND, REFERENCES = ox.NamedNode(v.DCTERMS + "type"), ox.NamedNode(v.DCTERMS + "references")
RELATION = "Relation"
_NAMED = re.compile(r"\btp:(\w+)")
_OPEN = re.compile(r"rdf:predicate\s+\?(\w+)")


@dataclass(frozen=True)
class Material:
    """The store, the folder of the graph, the ontology's folder and IRI, and the prefixes that shorten what is told."""

    store: Store
    folder: Path
    ontology: Path
    iri: str
    prefixes: dict[str, str]


def read_material(folder: Path, ontology: Path, base: str) -> Material:
    """The graph in ``folder`` with the ontology in ``ontology``; StoreError or OntologyError where a file is absent or broken."""
    quads = _ontology(ontology / "techpolicy.ttl")
    iri = _iri(quads, ontology / "techpolicy.ttl")
    try:
        data = [quad for quad in ox.parse(path=str(folder / TRIG), format=ox.RdfFormat.TRIG) if isinstance(quad, ox.Quad)]
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{folder / TRIG}: cannot be read as TriG: {error}") from error
    where = ox.NamedNode(iri)
    triples = [*(quad.triple for quad in quads), *_climbed(quads), *_listed(quads)]
    own = (ox.Quad(quad.subject, quad.predicate, quad.object, where) for quad in triples)
    everything = [*own, *data, *_texts(folder, base), *_references(ontology, iri)]
    return Material(in_memory(everything), folder, ontology, iri, v.prefixes(base, iri + "#"))


def _ontology(path: Path) -> list[ox.Quad]:
    try:
        return [quad for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)]
    except OSError as error:
        raise OntologyError(f"{path}:1: cannot be read: {error}") from error
    except SyntaxError as error:
        raise OntologyError(f"{path}:{error.lineno or 1}: not Turtle: {error.msg}") from None


def _climbed(quads: list[ox.Quad]) -> Iterator[ox.Triple]:
    """Each class below itself and below every class above it."""
    above: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == SUBCLASS and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            above[quad.subject.value].add(quad.object.value)
    for cls in sorted({*above, *(parent for parents in above.values() for parent in parents)}):
        found, ahead = {cls}, [cls]
        while ahead:
            new = above.get(ahead.pop(), set()) - found
            found |= new
            ahead += new
        yield from (ox.Triple(ox.NamedNode(cls), SUBCLASS, ox.NamedNode(parent)) for parent in sorted(found))


def _listed(quads: list[ox.Quad]) -> Iterator[ox.Triple]:
    """What is allowed at an end of a property that has no list of it."""
    for end in ("domain", "range"):
        listed = ox.NamedNode(f"{v.SCHEMA}{end}Includes")
        have = {str(quad.subject) for quad in quads if quad.predicate == listed}
        general = (quad for quad in quads if quad.predicate.value == v.RDFS + end and str(quad.subject) not in have)
        yield from (ox.Triple(quad.subject, listed, quad.object) for quad in general)


def _iri(quads: list[ox.Quad], path: Path) -> str:
    for quad in quads:
        if quad.object == ox.NamedNode(OWL + "Ontology") and isinstance(quad.subject, ox.NamedNode):
            return quad.subject.value
    raise OntologyError(f"{path}:1: no owl:Ontology is declared in this file")


def _texts(folder: Path, base: str) -> Iterator[ox.Quad]:
    for document in read_documents(folder / DOCUMENTS):
        yield ox.Quad(ox.NamedNode(article_iri(document.id, base)), BODY, v.literal(document.text), ox.DefaultGraph())


def _references(ontology: Path, iri: str) -> Iterator[ox.Quad]:
    for frame in load_frames(ontology / "frames"):
        yield from _speaks(iri, "frame", frame.name, _terms(frame))
    for path in sorted((ontology / "queries").glob("*.rq")):
        text = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        yield from _speaks(iri, "question", path.stem, {*_NAMED.findall(text), *_any_relation(text)})


def _speaks(iri: str, kind: str, name: str, terms: set[str]) -> Iterator[ox.Quad]:
    node = ox.NamedNode(f"{iri}/{kind}/{name}")
    yield ox.Quad(node, KIND, ox.Literal(kind))
    yield from (ox.Quad(node, REFERENCES, ox.NamedNode(f"{iri}#{term}")) for term in sorted(terms))


def _terms(frame: Frame) -> set[str]:
    told = {telling.property for rule in frame.rules for telling in rule.tells}
    roles = {cls for rule in frame.rules for role in rule.roles for cls in (*role.is_a, role.guess)}
    between = {cls for rule in frame.rules for cls in (*rule.first, *rule.second)}
    return (told | roles | between | {frame.event or ""}) - {""}


def _any_relation(text: str) -> set[str]:
    """``Relation`` where the predicate of a claim is a variable that nothing binds to a term."""
    bound = set(re.findall(r"(?:VALUES \?(\w+)|AS \?(\w+))", text))
    names = {name for pair in bound for name in pair}
    return {RELATION} if set(_OPEN.findall(text)) - names else set()
