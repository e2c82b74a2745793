"""The longest ending of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.find.endings import Endings

ENDINGS = ("법", "기본법", "사업", "연구원", "원")


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("우주기본법", "기본법"),
        ("특별법", "법"),
        ("가온연구원", "연구원"),
        ("회원", "원"),
        ("법", "법"),
        ("법인", ""),
        ("사 업", ""),
        ("", ""),
    ],
)
def test_the_longest_ending_of_a_word_is_found(word: str, ending: str) -> None:
    assert Endings(ENDINGS).of(word) == ending


@given(st.lists(st.text("가나다", min_size=1, max_size=3)), st.text("가나다", max_size=6))
def test_it_is_the_longest_of_all_in_which_the_word_ends(endings: list[str], word: str) -> None:
    assert Endings(endings).of(word) == max((end for end in endings if word.endswith(end)), key=len, default="")


def test_letters_are_those_in_which_they_end() -> None:
    assert Endings(ENDINGS).letters == set("법업원")
