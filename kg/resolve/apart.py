"""What people judged to be different although it has one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.ontology.judgements import DIFFERENT, SAME, Ref, slug_of
from kg.ontology.load import Ontology
from kg.resolve.nodes import Node
from kg.resolve.spelling import Speller

Key = tuple[str, str]


class Apart:
    """The judgements that part nodes which have one name, or part one from its row; both must name a document to do so."""

    def __init__(self, ontology: Ontology, speller: Speller) -> None:
        self._speller = speller
        self._pairs: dict[Key, list[tuple[Ref, Ref]]] = defaultdict(list)
        self._same = [judgement.pair for judgement in ontology.judgements.of(SAME)]
        self._off: set[tuple[str, str]] = set()
        for one, other in (judgement.pair for judgement in ontology.judgements.of(DIFFERENT)):
            if key_of(one, speller) == key_of(other, speller):
                self._pairs[key_of(one, speller)].append((one, other))
                self._off.update((ref.document, ref.id) for ref in (one, other) if ref.document)

    def from_row(self, node: Node, row: str) -> bool:
        """Whether what this document calls so was judged to be another thing than the row."""
        return (node.document, row) in self._off

    def split(self, nodes: Sequence[Node]) -> list[list[Node]]:
        """The nodes of one group in as many parts as judgements make of them.

        With a judged one go those that are judged the same; whatever could belong to either side is a part of its own.
        """
        key = (slug_of(nodes[0].referent.type), self._speller.plain(nodes[0].referent.name))
        judged = {ref.document for pair in self._pairs.get(key, ()) for ref in pair if ref.document}
        here = {node.document for node in nodes}
        if not judged & here or len(nodes) < 2:
            return [list(nodes)]
        leaders = {self._leader(document, key) for document in judged}
        parts: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            leader = self._leader(node.document, key)
            parts[leader if leader in leaders else ""].append(node)
        return [part for _, part in sorted(parts.items())]

    def _leader(self, document: str, key: Key) -> str:
        """The first of the documents whose things of this name are judged the same as this one's."""
        found, waiting = {document}, [document]
        while waiting:
            last = waiting.pop()
            for one, other in (*self._same, *((other, one) for one, other in self._same)):
                if one.document == last and other.document and other.document not in found and self._both(one, other, key):
                    found.add(other.document)
                    waiting.append(other.document)
        return min(found)

    def _both(self, one: Ref, other: Ref, key: Key) -> bool:
        return key_of(one, self._speller) == key_of(other, self._speller) == key


def key_of(ref: Ref, speller: Speller) -> Key:
    """Class and plain name of what a judgement speaks of; for a row no class and its id."""
    slug, sign, name = ref.id.partition("/")
    return (slug, speller.plain(name)) if sign else ("", ref.id)


def keys_of(node: Node, speller: Speller) -> tuple[Key, ...]:
    """The keys by which a judgement can mean a node."""
    named = (slug_of(node.referent.type), speller.plain(node.referent.name))
    return (named, ("", node.referent.authority)) if node.referent.authority else (named,)
