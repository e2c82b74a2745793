"""What the graph says about one thing: as a query for its triples, and as rows for its page."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from pyoxigraph import NamedNode

from kg.serve import media
from kg.serve.answer import Job
from kg.serve.pool import Pool
from kg.write.iri import KINDS, entity_iri, escape, unescape

Row = Mapping[str, str]

# Everything where the thing is the subject, its claims with theirs, and the evidence of a claim.
_TRIPLES = """CONSTRUCT { ?n ?p ?o } WHERE {
  { VALUES ?n { %s } ?n ?p ?o }
  UNION { ?n rdf:subject %s ; ?p ?o } UNION { ?n rdf:object %s ; ?p ?o } UNION { ?n prov:hadPrimarySource %s ; ?p ?o }
  UNION { ?n oa:hasTarget %s ; ?p ?o }
  UNION { %s oa:hasTarget ?n . ?n ?p ?o } UNION { %s oa:hasTarget/oa:hasSelector ?n . ?n ?p ?o } UNION { %s oa:hasSelector ?n . ?n ?p ?o }
}"""
_FACTS = """SELECT ?p ?o ?ko ?en ?title WHERE {
  %s ?p ?o
  OPTIONAL { ?o skos:prefLabel ?ko FILTER(LANG(?ko) = "ko") }
  OPTIONAL { ?o skos:prefLabel ?en FILTER(LANG(?en) = "en") }
  OPTIONAL { ?o dcterms:title ?title }
} ORDER BY ?p ?ko ?o LIMIT 501"""
_TOLD_OF = """SELECT DISTINCT ?p ?o ?ko ?en WHERE {
  ?o ?p %s . FILTER(STRSTARTS(STR(?p), STR(tp:))) FILTER EXISTS { ?o skos:prefLabel ?name }
  OPTIONAL { ?o skos:prefLabel ?ko FILTER(LANG(?ko) = "ko") }
  OPTIONAL { ?o skos:prefLabel ?en FILTER(LANG(?en) = "en") }
} ORDER BY ?p ?ko ?o LIMIT 501"""
_CLAIMS = """SELECT DISTINCT ?claim ?s ?sko ?sen ?p ?o ?oko ?oen ?status ?when ?doc ?title ?issued ?quote ?start
  ?subject ?object ?trigger WHERE {
  { VALUES ?claim { %s } ?claim a tp:Claim } UNION { ?claim rdf:subject %s } UNION { ?claim rdf:object %s }
  UNION { ?claim prov:hadPrimarySource %s . ?claim a tp:Claim } UNION { ?claim tp:event %s }
  UNION { ?claim oa:hasTarget %s }
  ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; tp:status ?status ; prov:hadPrimarySource ?doc ; oa:hasTarget ?evidence .
  ?evidence oa:hasSelector/oa:exact ?quote ; oa:hasSelector/oa:start ?start .
  OPTIONAL { ?claim tp:subjectAt ?subject } OPTIONAL { ?claim tp:objectAt ?object } OPTIONAL { ?claim tp:triggerAt ?trigger }
  OPTIONAL { ?s skos:prefLabel ?sko FILTER(LANG(?sko) = "ko") } OPTIONAL { ?s skos:prefLabel ?sen FILTER(LANG(?sen) = "en") }
  OPTIONAL { ?o skos:prefLabel ?oko FILTER(LANG(?oko) = "ko") } OPTIONAL { ?o skos:prefLabel ?oen FILTER(LANG(?oen) = "en") }
  OPTIONAL { ?doc dcterms:title ?title } OPTIONAL { ?doc dcterms:issued ?issued } OPTIONAL { ?claim tp:when ?when }
} ORDER BY DESC(?issued) ?claim LIMIT 201"""
_MENTIONS = """SELECT ?doc ?title ?issued WHERE {
  ?doc schema:mentions %s ; dcterms:title ?title OPTIONAL { ?doc dcterms:issued ?issued }
} ORDER BY DESC(?issued) ?doc LIMIT 201"""
MOST = {"facts": 500, "told_of": 500, "claims": 200, "mentions": 200}  # rows shown; one more is asked for, to see whether there are


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing's IRI, what it is said to be, which entities are said to do something to it, its claims with their evidence, and the
    documents that mention it; ``cut`` names those of the four that are too many to show.
    """

    iri: str
    facts: tuple[Row, ...]
    told_of: tuple[Row, ...]
    claims: tuple[Row, ...]
    mentions: tuple[Row, ...]
    cut: frozenset[str] = frozenset()

    def value(self, predicate: str, key: str = "o") -> str:
        """The first value of a predicate, or nothing."""
        return next((fact[key] for fact in self.facts if fact["p"] == predicate), "")


def iri_of(tail: str, base: str) -> str | None:
    """The IRI below ``base`` that the raw path ``tail`` of a request means; None where it can mean none."""
    kind = next((kind for kind in KINDS if tail.startswith(kind)), "")
    try:
        text = unescape(tail.removeprefix(kind))
        iri = base + kind + escape(text) if kind else entity_iri(text, base)
        told = text and unquote_to_bytes(tail) == unquote_to_bytes(iri.removeprefix(base))  # another spelling is another's address
        return NamedNode(iri).value if told else None
    except ValueError:
        return None


def triples_job(iri: str, accept: str) -> Job:
    """Asks for the triples of a thing."""
    return _job(_TRIPLES, iri, accept)


async def look_up(pool: Pool, iri: str) -> Thing | None:
    """What the graph says about ``iri``; None where that is nothing."""
    facts = await _rows(pool, _FACTS, iri)
    if not facts:
        return None
    rest = await asyncio.gather(*(_rows(pool, template, iri) for template in (_TOLD_OF, _CLAIMS, _MENTIONS)))
    found = dict(zip(MOST, (facts, *rest), strict=True))
    cut = frozenset(name for name, rows in found.items() if len(rows) > MOST[name])
    return Thing(iri, **{name: rows[: MOST[name]] for name, rows in found.items()}, cut=cut)


async def _rows(pool: Pool, template: str, iri: str) -> tuple[Row, ...]:
    answer = await pool.ask(_job(template, iri, media.JSON))
    told = json.loads(answer.body if isinstance(answer.body, bytes) else _taken(answer.body))
    names = told["head"]["vars"]
    return tuple({name: row.get(name, {}).get("value", "") for name in names} for row in told["results"]["bindings"])


def _taken(path: Path) -> bytes:
    data = path.read_bytes()
    path.unlink()
    return data


def _job(template: str, iri: str, accept: str) -> Job:
    """The IRI enters in the serialiser's spelling, which no text can leave."""
    return Job(template.replace("%s", str(NamedNode(iri))), accept)
