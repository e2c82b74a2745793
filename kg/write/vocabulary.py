"""The terms of other vocabularies that the contract uses, as nodes, and the prefixes of every file."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from kg.write.iri import ARTICLE, BASE, CLAIM, HAPPENING, PASSAGE

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
TP = "https://w3id.org/techpolicy-kg/ontology#"
WIKIDATA = "http://www.wikidata.org/entity/"

ORG = "http://www.w3.org/ns/org#"
CHANGE_EVENT, MEMBERSHIP, POST, ORIGINAL, RESULTING, CHANGED_BY, MEMBER, MEMBER_OF, HELD_BY, POST_IN, HAS_MEMBERSHIP, HOLDS = (
    NamedNode(ORG + name)
    for name in (
        "ChangeEvent", "Membership", "Post", "originalOrganization", "resultingOrganization", "changedBy",
        "member", "organization", "heldBy", "postIn", "hasMembership", "holds",
    )
)  # fmt: skip

TYPE, SUBJECT, PREDICATE, OBJECT = (NamedNode(RDF + name) for name in ("type", "subject", "predicate", "object"))
LABEL = NamedNode(RDFS + "label")
PREF_LABEL, ALT_LABEL, EXACT_MATCH = (NamedNode(SKOS + name) for name in ("prefLabel", "altLabel", "exactMatch"))
CONCEPT, SCHEME, IN_SCHEME, TOP_OF, HAS_TOP, BROADER, NARROWER = (
    NamedNode(SKOS + name) for name in ("Concept", "ConceptScheme", "inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower")
)
IDENTIFIER, TITLE, ISSUED, PUBLISHER = (NamedNode(DCTERMS + name) for name in ("identifier", "title", "issued", "publisher"))
URL, MENTIONS = NamedNode(SCHEMA + "url"), NamedNode(SCHEMA + "mentions")
PRIMARY_SOURCE = NamedNode(PROV + "hadPrimarySource")
HAS_TARGET, HAS_SOURCE, HAS_SELECTOR, START, END, EXACT = (
    NamedNode(OA + name) for name in ("hasTarget", "hasSource", "hasSelector", "start", "end", "exact")
)
SPECIFIC_RESOURCE, POSITION_SELECTOR, QUOTE_SELECTOR = (
    NamedNode(OA + name) for name in ("SpecificResource", "TextPositionSelector", "TextQuoteSelector")
)
DATE_OF = NamedNode(DCTERMS + "date")
DATE, INTEGER, DECIMAL, ANY_URI = (NamedNode(XSD + name) for name in ("date", "integer", "decimal", "anyURI"))
EDTF = NamedNode("http://id.loc.gov/datatypes/edtf")

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def whole(text: str) -> str:
    """``text`` with every lone surrogate as U+FFFD, since UTF-8 has none; the length stays, so offsets hold."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def literal(text: str, *, language: str | None = None, datatype: NamedNode | None = None) -> Literal:
    """An RDF literal of ``text``."""
    return Literal(whole(text), language=language, datatype=datatype)


def prefixes(base: str = BASE, namespace: str = TP) -> dict[str, str]:
    """Prefix to IRI, for files and for queries."""
    return {
        "tp": namespace,
        "id": base,
        "article": base + ARTICLE,
        "claim": base + CLAIM,
        "happening": base + HAPPENING,
        "passage": base + PASSAGE,
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "schema": SCHEMA,
        "prov": PROV,
        "oa": OA,
        "org": ORG,
    }
