"""Each word is looked at once, and no more words are kept than allowed."""

import pytest

from kg.find import memo
from kg.find.memo import Memo


def looked_at(words: tuple[str, ...]) -> list[str]:
    """At which of the words is looked, one after the other."""
    looks: list[str] = []

    def length(word: str) -> int:
        looks.append(word)
        return len(word)

    lengths = Memo(length)
    assert [lengths.of(word) for word in words] == [len(word) for word in words]
    return looks


def test_a_word_is_looked_at_once() -> None:
    assert looked_at(("새길", "새길부", "새길")) == ["새길", "새길부"]


def test_all_words_are_forgotten_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_MOST", 2)
    assert looked_at(("가", "나", "다", "가")) == ["가", "나", "다", "가"]
