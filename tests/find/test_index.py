"""The words that finders look for, told in one pass over a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.find.index import Index
from kg.find.pieces import Piece


@dataclass(frozen=True)
class Ending:
    """A finder that looks for words with an ending."""

    ending: str

    def wants(self, word: str) -> bool:
        return word.endswith(self.ending)


def _run(words: Sequence[str]) -> list[Piece]:
    return [Piece(0, len(word), word, (), closed=False) for word in words]


def test_each_finder_is_told_the_places_of_its_words_in_order() -> None:
    law, one, none = Ending("법"), Ending("원"), Ending("없음")
    first, second = _run(["기본법", "연구원"]), _run(["특별법"])
    places = Index((law, one, none)).of([first, second])
    assert places[law] == [(first, 0), (second, 0)]
    assert places[one] == [(first, 1)]
    assert list(places[none]) == []


def test_a_word_may_be_wanted_by_several() -> None:
    law, basic = Ending("법"), Ending("기본법")
    run = _run(["기본법"])
    assert Index((law, basic)).of([run]) == {law: [(run, 0)], basic: [(run, 0)]}
