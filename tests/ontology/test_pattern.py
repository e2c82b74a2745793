"""Groups of words match what the words do, the longer first."""

import re

import pytest

from kg.ontology.pattern import any_beginning, any_of

WORDS = ["장", "장관", "장관급", "대표", "R&D", "a b"]


@pytest.mark.parametrize("text", ["장관급", "장관", "장", "대표", "R&D", "a b", "장관상", "대", "a", ""])
def test_the_longest_word_is_found_as_it_is_written(text: str) -> None:
    fitting = [word for word in WORDS if text.startswith(word)]
    found = re.match(any_of(WORDS), text)
    assert (found[0] if found else None) == max(fitting, key=len, default=None)


def test_a_shorter_word_is_tried_where_what_follows_does_not_fit_behind_the_longer() -> None:
    found = re.match(any_of(WORDS) + "관급", "장관급")
    assert found and found[0] == "장관급"


@pytest.mark.parametrize(("text", "found"), [("이번", "이번"), ("이날", "이"), ("올이번", None), (" 이번", "이번")])
def test_before_a_beginning_stands_no_hangul(text: str, found: str | None) -> None:
    match = re.search(any_beginning(["이", "이번"]), text)
    assert (match[0] if match else None) == found
