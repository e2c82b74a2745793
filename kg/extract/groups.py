"""Find whom a text means by two of a kind that it spoke of before: 두 회사, 양 기관, 양사."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter

from kg.ontology.names import Names
from kg.ontology.pattern import any_beginning, any_of
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence

# How many sentences back the two may have been named.
_REACH = 3
_SURE = 0.8


class Two:
    """The two bodies that were named last; holds the sentences of one document."""

    def __init__(self, names: Names, schema: Schema) -> None:
        self._said = re.compile(rf"({any_beginning(names.anaphors['two'])}) ?({any_of(names.pairs)})(?![가-힣]{{2}})")
        self._kinds = names.pairs
        self._schema = schema
        self._past: list[list[Named]] = []

    def begin(self) -> None:
        """Forget the document before."""
        self._past.clear()

    def see(self, names: Sequence[Named], bodies: Mapping[str, Named]) -> None:
        """Remember the bodies that a sentence names, or for whom the people in it act."""
        meant = [bodies.get(name.key, name) for name in names]
        self._past.append(list({name.key: name for name in meant if name.how != "pair"}.values()))
        del self._past[:-_REACH]

    def of(self, text: str, sentence: Sentence, names: Sequence[Named]) -> Sequence[Named]:
        """The names of the sentence, with the two in the place of the words that mean them; as they are where there are no such two."""
        said = list(self._said.finditer(text, sentence.start, sentence.end))
        if not said:
            return names
        found = list(names)
        for match in said:
            two = self._two(self._kinds[match[2]])
            if two:
                found = [n for n in found if n.end <= match.start() or match.end() <= n.start]
                for name, place, listed in zip(two, (1, 2), (False, True), strict=True):
                    sure = name.confidence * _SURE
                    found.append(name._replace(start=match.start(place), end=match.end(place), confidence=sure, how="pair", listed=listed))
        return sorted(found, key=attrgetter("start"))

    def _two(self, kind: str) -> list[Named]:
        """The only two bodies of that kind in the last sentence that has any, or in it and the one before."""
        fits: dict[str, Named] = {}
        for names in reversed(self._past):
            fits |= {n.key: n for n in names if n.key not in fits and self._schema.is_a(n.type, kind)}
            if len(fits) > 1:
                break
        return sorted(fits.values(), key=lambda name: name.start) if len(fits) == 2 else []
