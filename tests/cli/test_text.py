"""Tables for a terminal."""

from __future__ import annotations

from kg.cli.text import columns


def test_wide_letters_take_two_columns_and_numbers_stand_to_the_right() -> None:
    assert columns([["이름", "n"], ["KIST", "1,024"], ["연구원", "7"]]).split("\n") == ["이름    n", "KIST    1,024", "연구원      7"]


def test_a_name_cannot_disguise_what_is_shown() -> None:
    assert columns([["a\x1b[31m\u202eb\nc", "x"]]) == "a[31mb c  x"
