"""Which groups the judgements of people mean, kept up to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.ontology.judgements import Judgements, Ref
from kg.resolve.apart import Key, key_of, keys_of
from kg.resolve.families import Families, Turn
from kg.resolve.groups import Group
from kg.resolve.nodes import Node
from kg.resolve.spelling import Speller
from kg.resolve.state import Shelves


class Meaning:
    """What the references of standing judgements mean among the referents on the shelves."""

    def __init__(self, shelves: Shelves, families: Families, judgements: Judgements, speller: Speller) -> None:
        self._shelves, self._families, self._speller = shelves, families, speller
        self._keys = {ref: key_of(ref, speller) for judgement in judgements.standing for ref in judgement.pair}

    def change(self, turn: Turn) -> None:
        """Follows what documents brought and took."""
        if not self._keys:
            return
        left, here = self._meant(turn.left), self._meant(turn.here)
        for key in sorted({*left, *here}):
            place = "/".join(key)
            kept = {*(self._shelves.meant.get(place) or ())} - left.get(key, set()) | here.get(key, set())
            self._shelves.meant.put(place, tuple(sorted(kept)) or None)

    def groups(self) -> Mapping[Ref, Sequence[Group]]:
        """The groups of each reference: that of its id, else those of what is called so in its document, or in any."""
        return {ref: self._groups(ref, key) for ref, key in self._keys.items()}

    def _groups(self, ref: Ref, key: Key) -> list[Group]:
        exact = self._families.group(ref.id) if ref.document is None else None
        if exact:
            return [exact]
        ids = {id for document, id in self._shelves.meant.get("/".join(key)) or () if ref.document in (None, document)}
        return [one for one in map(self._families.group, sorted(ids)) if one]

    def _meant(self, nodes: Iterable[tuple[Node, str]]) -> dict[Key, set[tuple[str, str]]]:
        """The documents and groups of those that a reference can mean."""
        wanted, found = {*self._keys.values()}, defaultdict[Key, set[tuple[str, str]]](set)
        for node, home in nodes:
            for key in keys_of(node, self._speller):
                if key in wanted:
                    found[key].add((node.document, home))
        return found
