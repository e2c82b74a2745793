"""Each claim as a nanopublication in TriG, after https://nanopub.net/guidelines/: head, assertion, provenance and publication info.

The assertion says what the document tells, as a claim with its status; the plain triple is in it only where the claim is actual or ongoing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import pyoxigraph as ox

from kg.export.source import Source
from kg.write import vocabulary as v
from kg.write.quads import MARKS, TOLD_AS_SO

NP = "http://www.nanopub.org/nschema#"
NANOPUB, HEAD, ASSERTION, PROVENANCE, INFO = ("-nanopub", "-head", "-assertion", "-provenance", "-pubinfo")
DERIVED = ox.NamedNode(v.PROV + "wasDerivedFrom")
CREATED, CONFORMS = ox.NamedNode(v.DCTERMS + "created"), ox.NamedNode(v.DCTERMS + "conformsTo")
_PARTS = (("hasAssertion", ASSERTION), ("hasProvenance", PROVENANCE), ("hasPublicationInfo", INFO))
Facts = Mapping[str, Sequence[ox.Quad]]
Told = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def nanopub(source: Source) -> bytes:
    """One nanopublication a claim, in the order of the graph.

    Nothing is signed and no clock is read: ``dcterms:created`` is the day on which the document was published, and absent where that is
    not known.
    """
    names = {"np": NP, **source.prefixes}
    return ox.serialize(_all(source), format=ox.RdfFormat.TRIG, prefixes=names) or b""


def _all(source: Source) -> Iterator[ox.Quad]:
    nodes = groupby(source.quads, key=lambda quad: quad.subject)
    facts = {subject.value: list(told) for subject, told in nodes if isinstance(subject, ox.NamedNode)}
    claim = ox.NamedNode(source.schema.namespace + "Claim")
    for quad in source.quads:
        if quad.predicate == v.TYPE and quad.object == claim and isinstance(quad.subject, ox.NamedNode):
            yield from _one(quad.subject, facts, source)


def _one(claim: ox.NamedNode, facts: Facts, source: Source) -> Iterator[ox.Quad]:
    node = ox.NamedNode(claim.value + NANOPUB)
    head = [(node, v.TYPE, ox.NamedNode(NP + "Nanopublication"))]
    head += [(node, ox.NamedNode(NP + name), ox.NamedNode(claim.value + end)) for name, end in _PARTS]
    parts = (
        (HEAD, head),
        (ASSERTION, _assertion(claim, facts, source)),
        (PROVENANCE, _provenance(claim, facts, source)),
        (INFO, _info(claim, facts, source)),
    )
    for end, triples in parts:
        where = ox.NamedNode(claim.value + end)
        yield from (ox.Quad(*triple, where) for triple in triples)


def _found(facts: Facts, subject: str, predicate: ox.NamedNode) -> list[ox.NamedNode]:
    return [quad.object for quad in facts.get(subject, ()) if quad.predicate == predicate and isinstance(quad.object, ox.NamedNode)]


def _behind(source: Source) -> set[str]:
    """The predicates of a claim that tell where it comes from rather than what it says."""
    ours = (source.schema.namespace + name for name in ("confidence", "rule", "attributedTo", *MARKS))
    return {*ours, v.PRIMARY_SOURCE.value, v.HAS_TARGET.value}


def _assertion(claim: ox.NamedNode, facts: Facts, source: Source) -> Iterator[Told]:
    ends = [_found(facts, claim.value, end) for end in (v.SUBJECT, v.PREDICATE, v.OBJECT)]
    status = _found(facts, claim.value, ox.NamedNode(source.schema.namespace + "status"))
    if all(ends) and status and status[0].value.removeprefix(source.schema.namespace) in TOLD_AS_SO:
        yield ends[0][0], ends[1][0], ends[2][0]
    behind = _behind(source)
    yield from (told for told in _told(facts, claim.value) if told[1].value not in behind)


def _told(facts: Facts, subject: str, *, but: ox.NamedNode | None = None) -> Iterator[Told]:
    for quad in facts.get(subject, ()):
        if quad.predicate != but and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.subject, quad.predicate, quad.object


def _provenance(claim: ox.NamedNode, facts: Facts, source: Source) -> Iterator[Told]:
    assertion, behind = ox.NamedNode(claim.value + ASSERTION), _behind(source)
    documents = _found(facts, claim.value, v.PRIMARY_SOURCE)
    evidence = _found(facts, claim.value, v.HAS_TARGET)
    yield from ((assertion, v.PRIMARY_SOURCE, document) for document in documents)
    yield from ((assertion, DERIVED, piece) for piece in evidence)
    yield from (told for told in _told(facts, claim.value) if told[1].value in behind)
    for piece in evidence:
        yield from _told(facts, piece.value)
        for selector in _found(facts, piece.value, v.HAS_SELECTOR):
            yield from _told(facts, selector.value)
    for document in documents:
        yield from _told(facts, document.value, but=v.MENTIONS)


def _info(claim: ox.NamedNode, facts: Facts, source: Source) -> Iterator[Told]:
    node = ox.NamedNode(claim.value + NANOPUB)
    for document in _found(facts, claim.value, v.PRIMARY_SOURCE):
        issued = (quad.object for quad in facts.get(document.value, ()) if quad.predicate == v.ISSUED)
        yield from ((node, CREATED, day) for day in issued if isinstance(day, ox.Literal))
    yield node, CONFORMS, ox.NamedNode(source.schema.iri)
    speaker = ox.NamedNode(source.schema.namespace + "attributedTo")
    named = [node for end in (v.SUBJECT, v.OBJECT, speaker) for node in _found(facts, claim.value, end)]
    for entity in dict.fromkeys(named):
        yield from (told for told in _told(facts, entity.value) if told[1] in (v.TYPE, v.PREF_LABEL))
