"""Each nanopublication is well-formed by https://nanopub.net/guidelines/, and asserts no plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pyoxigraph as ox
import pytest
import rdflib
from nanopub.nanopub import Nanopub
from nanopub.utils import MalformedNanopubError

from kg.export import Source
from kg.export.nanopub import NP, nanopub
from kg.values import Claim, Document, Entity, Graph
from kg.write import vocabulary as v
from tests.export.graphs import TP, hostile, kapex, source_of

SOURCES = pytest.mark.parametrize("source", [kapex(), hostile()], ids=["kapex", "hostile"])
CREATED = v.DCTERMS + "created"


def graphs(source: Source) -> dict[str, list[ox.Triple]]:
    found: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in ox.parse(nanopub(source), format=ox.RdfFormat.TRIG):
        assert isinstance(quad, ox.Quad)
        assert isinstance(quad.graph_name, ox.NamedNode), "nothing stands outside the four graphs"
        found[quad.graph_name.value].append(quad.triple)
    return found


def value(triples: list[ox.Triple], name: str) -> ox.NamedNode:
    (found,) = [triple.object for triple in triples if triple.predicate.value == NP + name]
    assert isinstance(found, ox.NamedNode)
    return found


@SOURCES
def test_each_claim_has_the_four_graphs(source: Source) -> None:
    found = graphs(source)
    heads = {name: triples for name, triples in found.items() if name.endswith("-head")}
    assert len(heads) == len(source.graph.claims)
    assert len(found) == 4 * len(heads)
    for triples in heads.values():
        (node,) = {triple.subject for triple in triples}
        assert len(triples) == 4
        assert ox.Triple(node, v.TYPE, ox.NamedNode(NP + "Nanopublication")) in triples
        assertion, provenance, info = (value(triples, name) for name in ("hasAssertion", "hasProvenance", "hasPublicationInfo"))
        assert found[assertion.value]
        assert any(triple.subject == assertion for triple in found[provenance.value])
        assert any(triple.subject == node for triple in found[info.value])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@SOURCES
def test_the_library_of_the_nanopublications_takes_each_for_valid(source: Source) -> None:
    """That of https://github.com/Nanopublication/nanopub-py, which raises where a rule of the guidelines is broken."""
    single: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in ox.parse(nanopub(source), format=ox.RdfFormat.TRIG):
        assert isinstance(quad, ox.Quad) and isinstance(quad.graph_name, ox.NamedNode)
        single[quad.graph_name.value.rpartition("-")[0]].append(quad)
    assert len(single) == len(source.graph.claims)
    for name, quads in single.items():
        read = Nanopub(rdf=conjunctive(quads))
        assert read.is_valid and str(read.metadata.np_uri) == f"{name}-nanopub"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("end", ["-assertion", "-provenance", "-pubinfo"])
def test_the_library_sees_what_is_missing(end: str) -> None:
    claim = kapex().graph.claims[0].id
    quads = [quad for quad in ox.parse(nanopub(kapex()), format=ox.RdfFormat.TRIG) if claim in str(quad.graph_name)]
    with pytest.raises(MalformedNanopubError):
        assert Nanopub(rdf=conjunctive([quad for quad in quads if not str(quad.graph_name)[:-1].endswith(end)])).is_valid


def conjunctive(quads: Sequence[ox.Quad]) -> rdflib.ConjunctiveGraph:
    """What the library reads."""
    graph = rdflib.ConjunctiveGraph()
    graph.parse(data=ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"", format="nquads")
    return graph


def test_only_what_is_so_is_asserted_as_a_plain_triple() -> None:
    found, looked_at = graphs(kapex()), set()
    for claim in kapex().graph.claims:
        (assertion,) = [triples for name, triples in found.items() if name.endswith(f"{claim.id}-assertion")]
        plain = [triple for triple in assertion if triple.predicate.value == TP + claim.property]
        assert len(plain) == (claim.status in ("actual", "ongoing"))
        looked_at.add(claim.status)
    assert looked_at == {"actual", "ongoing", "planned", "negated"}


def test_the_evidence_is_in_the_provenance() -> None:
    found = graphs(kapex())
    for claim in kapex().graph.claims:
        (provenance,) = [triples for name, triples in found.items() if name.endswith(f"{claim.id}-provenance")]
        assert [triple.object.value for triple in provenance if triple.predicate == v.EXACT] == [claim.quote]  # type: ignore[union-attr]
        assert any(triple.predicate.value == TP + "objectAt" for triple in provenance)


def test_the_day_is_the_documents_and_absent_where_it_has_none() -> None:
    days = [triple.object for triples in graphs(kapex()).values() for triple in triples if triple.predicate.value == CREATED]
    assert {str(day) for day in days} == {f'"2025-11-13"^^<{v.XSD}date>', f'"2025-11-24"^^<{v.XSD}date>'}
    document = Document("d", "t", "글", ())
    claim = Claim("d", "a", "metWith", "b", "actual", 0, 0, 1, "글", "r", 1.0)
    undated = source_of(Graph((document,), (Entity("a", "Person", "가"), Entity("b", "Person", "나")), (claim,), (), ()))
    found = graphs(undated)
    assert len(found) == 4
    assert not [triple for triples in found.values() for triple in triples if triple.predicate.value == CREATED]
