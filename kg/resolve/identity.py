"""Decide which referents of different documents are one thing, and give each thing its id.

Three steps. Referents that are one by name alone become groups (``groups``); groups whose names may be one thing's are compared by signs
that are weighed in ``ontology/identity`` (``candidates``, ``compare``); sure pairs are joined, but never so that one name is a bridge
between two things (``clusters``). What is not sure stays apart, and ``kg review`` asks about it: a graph that joins two things
misleads, one that shows a thing twice is only untidy. What a person has decided is stronger than all of this.

The id of a thing is that of its authority row, else its class and its fullest name without legal form; namesakes get a suffix.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.memory import uncollected
from kg.ontology.load import Ontology
from kg.resolve.candidates import Candidates
from kg.resolve.clusters import Judged, Link, decided
from kg.resolve.compare import Comparer
from kg.resolve.families import Families
from kg.resolve.groups import Group, Grouper
from kg.resolve.joining import Joined, Joining
from kg.resolve.meaning import Meaning
from kg.resolve.nodes import Node, nodes_of
from kg.resolve.pairing import Pairing
from kg.resolve.sound import Ear
from kg.resolve.spelling import Speller
from kg.resolve.state import Shelves

__all__ = ["Identified", "Identity", "Ids", "Node", "assign_ids", "identify", "nodes_of"]

Ids = Mapping[tuple[str, str], str]


class Identity:
    """What is one thing among documents that come and go; a build begins with empty shelves, and all its documents come."""

    def __init__(self, ontology: Ontology, shelves: Shelves | None = None) -> None:
        speller, comparer, candidates = tools(ontology)
        self.shelves = shelves or Shelves()
        self.families = Families(self.shelves, Grouper(ontology, speller, candidates.following), candidates.rows)
        self.joining = Joining(self.shelves, self.families, comparer, ontology.identity.features)
        self._pairing = Pairing(self.shelves, self.families, candidates, comparer)
        self._meaning = Meaning(self.shelves, self.families, ontology.judgements, speller)
        self._standing, self._comparer = ontology.judgements.standing, comparer

    def change(self, gone: Iterable[str], come: Iterable[Node]) -> set[str]:
        """Takes documents out and puts the nodes of others in; gives the documents some of whose referents are other things now.

        A document that changed goes and comes. What is known in the end does not depend on the way there.
        """
        with uncollected():
            moved, _ = self.turn(gone, come)
        return moved

    def turn(self, gone: Iterable[str], come: Iterable[Node]) -> tuple[set[str], Joined]:
        """The same, with the links that were decided on."""
        turn = self.families.change(gone, come)
        self._meaning.change(turn)
        weighed = self._pairing.change(turn)
        linked = (id for ends, pairs in weighed.items() if any(map(self.joining.sure, pairs)) for id in ends)
        joined = self.joining.change({*turn.after, *linked}, self.judged())
        homes = (self.families.named(id) for id in sorted(joined.moved))
        return turn.moved.union(*(one.documents for one in homes if one)), joined

    def judged(self) -> Judged:
        """What people decided, of the groups that are there."""
        return decided(self._meaning.groups(), self._standing, self._comparer)

    def thing_of(self, id: str) -> str:
        """The id of the thing that a group is of."""
        return (self.shelves.things.get(id) or (id,))[0]

    def own(self, document: str) -> tuple[str, ...]:
        """The things that the referents of a document are, in its order."""
        return tuple(self.thing_of(placed.home) for placed in self.shelves.papers.get(document) or ())

    def nodes(self, thing: str) -> list[Node]:
        """The referents that are a thing; none where it is no thing, or a part of another."""
        first, *members = self.shelves.things.get(thing) or (thing, thing)
        return [node for id in members for node in self.families.nodes(id)] if first == thing else []

    def ids(self) -> dict[tuple[str, str], str]:
        """The thing that every (document, referent key) is."""
        papers = self.shelves.papers.items()
        return {(document, placed.key): self.thing_of(placed.home) for document, there in papers for placed in there}


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
    """Which nodes are one thing, the same whatever their order, with all that was decided and all that could not be."""
    identity = Identity(ontology)
    with uncollected():
        _, found = identity.turn((), nodes)
        judged = identity.judged()
        thing_of = {id: thing[0] for id, thing in identity.shelves.things.items()}
        open_ = (link for link in (*found.refused, *_unsure(identity, ontology)) if link.pair not in judged.apart)
        doubts = (link for link in open_ if not _one(link, thing_of))
        joined = (link for link in (*judged.links, *found.clear) if _one(link, thing_of))
        groups = {**tools(ontology)[2].rows, **{id: identity.families.at(id) for id, _ in identity.shelves.homes.items()}}
        return Identified(
            identity.ids(), groups, thing_of, tuple(sorted(joined, key=Link.rank)), tuple(sorted(doubts, key=Link.rank)), judged
        )


def _unsure(identity: Identity, ontology: Ontology) -> Iterator[Link]:
    """The pairs of which enough speaks for their being one to ask, but too little to say so."""
    table = ontology.identity.features
    for id, pairs in identity.shelves.pairs.items():
        for other, pair in pairs.items():
            if id < other and pair.weight and not pair.weight.vetoed and table.doubt <= pair.weight.score < table.merge:
                yield Link(identity.families.at(id), identity.families.at(other), pair.weight)


def assign_ids(nodes: Sequence[Node], ontology: Ontology) -> Ids:
    """The entity id of every (document, referent key)."""
    identity = Identity(ontology)
    identity.change((), nodes)
    return identity.ids()


def tools(ontology: Ontology) -> tuple[Speller, Comparer, Candidates]:
    """What compares names by the tables of an ontology, made once for each, whatever people decide."""
    return _made_of(ontology.unjudged or ontology)


@lru_cache(maxsize=2)
def _made_of(ontology: Ontology) -> tuple[Speller, Comparer, Candidates]:
    speller = Speller(ontology.identity.words, ontology.language.names)
    ear = Ear(ontology.identity.sounds)
    return speller, Comparer(ontology, speller, ear), Candidates(ontology, speller, ear)


def _one(link: Link, thing_of: Mapping[str, str]) -> bool:
    return link.one.id in thing_of and thing_of[link.one.id] == thing_of.get(link.other.id)
