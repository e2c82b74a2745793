"""What an exported data set is, in VoID and DCAT, as Turtle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox

from kg.export.source import Source
from kg.ontology.interface import load_interface
from kg.ontology.schema import OWL
from kg.write import vocabulary as v

FILE = "void.ttl"
_PREFIXES = {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": v.DCTERMS,
    "xsd": v.XSD,
}
_MEDIA = "https://www.iana.org/assignments/media-types/"


@dataclass(frozen=True, slots=True)
class Dump:
    """A file of the data set: its name, size in bytes, media type, and the IRI of its format where W3C has one."""

    name: str
    size: int
    media: str
    feature: str | None


def void(source: Source, dumps: Sequence[Dump] = ()) -> bytes:
    """The description: title, span of time, counts, vocabularies, partitions by class and property, and the files, relative to it.

    The data set's IRI is the base of all its IRIs. It says no licence, since the rights in what documents say are not kg's to give.
    """
    head = [f"@prefix {name}: <{iri}> ." for name, iri in _PREFIXES.items()]
    body = " ;\n    ".join(_facts(source, dumps))
    return ("\n".join(head) + f"\n\n{ox.NamedNode(source.base)} {body} .\n").encode()


def _facts(source: Source, dumps: Sequence[Dump]) -> Iterator[str]:
    yield "a void:Dataset , dcat:Dataset"
    yield from _titles(source)
    days = sorted(document.date for document in source.documents if document.date)
    if days:
        first, last = (f'"{day.isoformat()}"^^xsd:date' for day in (days[0], days[-1]))
        yield f"dcterms:temporal [ a dcterms:PeriodOfTime ; dcat:startDate {first} ; dcat:endDate {last} ]"
    yield f"void:uriSpace {ox.Literal(source.base)}"
    yield from _counts(source)
    yield from _partitions(source)
    yield from map(_distribution, dumps)


def _titles(source: Source) -> Iterator[str]:
    """The title of the graph's page, and of the ontology its description and version."""
    title = load_interface(source.schema).page["title"]
    yield "dcterms:title " + " , ".join(str(ox.Literal(title[lang], language=lang)) for lang in ("en", "ko"))
    iri = ox.NamedNode(source.schema.iri)
    ontology = (quad for quad in ox.parse(path=str(source.schema.path), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad))
    told = [quad for quad in ontology if quad.subject == iri]
    for predicate, name in ((v.DCTERMS + "description", "dcterms:description"), (OWL + "versionIRI", "dcterms:conformsTo")):
        values = sorted(str(quad.object) for quad in told if quad.predicate.value == predicate)
        if values:
            yield f"{name} {' , '.join(values)}"


def _counts(source: Source) -> Iterator[str]:
    quads = source.quads
    predicates = {quad.predicate.value for quad in quads}
    yield f"void:triples {len(quads)}"
    yield f"void:entities {len(source.graph.entities)}"
    yield f"void:distinctSubjects {len({str(quad.subject) for quad in quads})}"
    yield f"void:distinctObjects {len({str(quad.object) for quad in quads})}"
    yield f"void:properties {len(predicates)}"
    yield f"void:documents {len(source.documents)}"
    used = sorted({iri for iri in source.prefixes.values() if any(predicate.startswith(iri) for predicate in predicates)})
    if used:
        yield f"void:vocabulary {' , '.join(f'<{iri}>' for iri in used)}"
    if source.graph.entities:
        yield f"void:exampleResource {_first(source)}"


def _first(source: Source) -> str:
    return str(next(quad.subject for quad in source.quads if quad.predicate == v.PREF_LABEL))


def _partitions(source: Source) -> Iterator[str]:
    classes = Counter(str(quad.object) for quad in source.quads if quad.predicate == v.TYPE)
    yield f"void:classes {len(classes)}"
    yield from _listed(classes, "void:classPartition [ void:class {} ; void:entities {} ]")
    properties = Counter(str(quad.predicate) for quad in source.quads)
    yield from _listed(properties, "void:propertyPartition [ void:property {} ; void:triples {} ]")


def _listed(counted: Mapping[str, int], pattern: str) -> Iterator[str]:
    return (pattern.format(name, count) for name, count in sorted(counted.items()))


def _distribution(dump: Dump) -> str:
    file = f"<{quote(dump.name)}>"
    known = f" ; void:feature <{dump.feature}> ; void:dataDump {file}" if dump.feature else ""
    told = f"a dcat:Distribution ; dcat:downloadURL {file} ; dcat:mediaType <{_MEDIA}{dump.media}> ; dcat:byteSize {dump.size}"
    return f"dcat:distribution [ {told} ]{known}"
