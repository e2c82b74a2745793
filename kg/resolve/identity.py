"""Decide which referents of different documents are one thing, and give each thing its id.

Three steps. Referents that are one by name alone become groups (``groups``); groups whose names may be one thing's are compared by signs
that are weighed in ``ontology/identity`` (``candidates``, ``compare``); sure pairs are joined, but never so that one name is a bridge
between two things (``clusters``). What is not sure stays apart, and ``kg review`` asks about it: a graph that joins two things
misleads, one that shows a thing twice is only untidy. What a person has decided is stronger than all of this.

The id of a thing is that of its authority row, else its class and its fullest name without legal form; namesakes get a suffix.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology.judgements import Ref
from kg.ontology.load import Ontology
from kg.resolve.candidates import Candidates
from kg.resolve.clusters import Judged, Link, best_id, cluster, decided, without_bridges
from kg.resolve.compare import Comparer
from kg.resolve.groups import Group, Key, group, key_of, keys_of
from kg.resolve.nodes import Node, nodes_of
from kg.resolve.spelling import Speller

__all__ = ["Identified", "Node", "assign_ids", "identify", "nodes_of"]

Ids = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Identified:
    """Every (document, referent key) with its entity id; all groups by their own ids, and the id of the larger thing for each in one.

    ``joined`` are the links by which groups became one, ``doubts`` those between things kept apart on which a person should
    decide, best first; ``judged`` is what people decided.
    """

    ids: Ids
    groups: Mapping[str, Group]
    thing_of: Mapping[str, str]
    joined: tuple[Link, ...]
    doubts: tuple[Link, ...]
    judged: Judged


def identify(nodes: Sequence[Node], ontology: Ontology) -> Identified:
    """Which nodes are one thing, the same whatever their order."""
    with uncollected():
        return _identify(nodes, ontology)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cyclic garbage, which takes half of the time where objects are made by the hundred thousand to stay."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _identify(nodes: Sequence[Node], ontology: Ontology) -> Identified:
    speller, comparer, search = tools(ontology)
    own = group(nodes, ontology, speller)
    every = search.with_rows(own)
    weighed = [Link(one, other, comparer.compare(one, other)) for one, other in search.pairs(every)]
    standing = ontology.judgements.standing
    named = _named({end for judgement in standing for end in judgement.pair}, nodes, every, speller)
    judged = decided(named, standing, comparer)
    table = ontology.identity.features
    sure = [link for link in weighed if _sure(link, table.merge) and link.pair not in judged.apart]
    clear, bridges = without_bridges(sure, comparer, judged)
    clusters, refused = cluster(clear, comparer=comparer, judged=judged)
    thing_of = {one.id: best_id(members) for members in clusters for one in members}
    unsure = [link for link in weighed if not link.weight.vetoed and table.doubt <= link.weight.score < table.merge]
    doubts = (link for link in (*bridges, *refused, *unsure) if not _one(link, thing_of) and link.pair not in judged.apart)
    joined = (link for link in (*judged.links, *clear) if _one(link, thing_of))
    ids = {member: thing_of.get(one.id, one.id) for one in own for member in one.members}
    return Identified(ids, every, thing_of, tuple(sorted(joined, key=Link.rank)), tuple(sorted(doubts, key=Link.rank)), judged)


@lru_cache(maxsize=2)
def tools(ontology: Ontology) -> tuple[Speller, Comparer, Candidates]:
    """What compares names by the tables of an ontology, made once for each."""
    speller = Speller(ontology.identity.words, ontology.language.names)
    return speller, Comparer(ontology, speller), Candidates(ontology, speller)


def assign_ids(nodes: Sequence[Node], ontology: Ontology) -> Ids:
    """The entity id of every (document, referent key)."""
    return identify(nodes, ontology).ids


def _sure(link: Link, merge: float) -> bool:
    return not link.weight.vetoed and link.weight.score >= merge


def _one(link: Link, thing_of: Mapping[str, str]) -> bool:
    return link.one.id in thing_of and thing_of[link.one.id] == thing_of.get(link.other.id)


def _named(refs: set[Ref], nodes: Sequence[Node], every: Mapping[str, Group], speller: Speller) -> dict[Ref, list[Group]]:
    """The groups that each reference of a judgement means."""
    if not refs:
        return {}
    home = {member: one for one in every.values() for member in one.members}
    placed: dict[tuple[str | None, Key], dict[str, Group]] = defaultdict(dict)
    for node in nodes:
        for key in keys_of(node, speller):
            for document in (node.document, None):
                placed[document, key][home[node.id].id] = home[node.id]
    found = {}
    for ref in refs:
        exact = every.get(ref.id) if ref.document is None else None
        groups = {exact.id: exact} if exact else placed.get((ref.document, key_of(ref, speller)), {})
        found[ref] = [groups[id] for id in sorted(groups)]
    return found
