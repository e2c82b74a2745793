"""All that the checks look at, in one store: the graph, the texts, the ontology, and which file of it speaks of which term.

The text of a document is its ``schema:articleBody``. A frame or saved question is a node below the ontology's IRI whose ``dcterms:type`` says
which of the two it is and which ``dcterms:references`` the terms that it names; a question that leaves the relation open
references ``tp:Relation``.
"""

from __future__ import annotations

import re
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
    everything = [*(ox.Quad(*quad.triple, ox.NamedNode(iri)) for quad in quads), *data, *_texts(folder, base), *_references(ontology, iri)]
    return Material(in_memory(everything), folder, ontology, iri, v.prefixes(base, iri + "#"))


def _ontology(path: Path) -> list[ox.Quad]:
    try:
        return [quad for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)]
    except OSError as error:
        raise OntologyError(f"{path}:1: cannot be read: {error}") from error
    except SyntaxError as error:
        raise OntologyError(f"{path}:{error.lineno or 1}: not Turtle: {error.msg}") from None


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
