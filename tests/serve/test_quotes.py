"""The marks of a sentence lie where the offsets say, and whatever these are, the sentence stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.quotes import PARTS, pieces


def claim(quote: str, start: str, *marks: str) -> dict[str, str]:
    return {"quote": quote, "start": start, **dict(zip(PARTS, marks, strict=True))}


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (claim("가는 나를", "10", "char=10,11", "char=13,14", ""), [("가", "subject"), ("는 ", ""), ("나", "object"), ("를", "")]),
        (
            claim("나를 가는", "0", "char=3,4", "char=0,1", "char=4,5"),
            [("나", "object"), ("를 ", ""), ("가", "subject"), ("는", "trigger")],
        ),
        (claim("가는", "5", "char=0,3", "char=6,9", ""), [("가는", "")]),
        (claim("가나다", "0", "char=0,2", "char=1,3", ""), [("가나", "subject"), ("다", "")]),
        (claim("가나", "0", "char=1,1", "char=2,1", "char=x,y"), [("가나", "")]),
        (claim("", "", "", "", ""), []),
    ],
)
def test_pieces(asked: dict[str, str], wanted: list[tuple[str, str]]) -> None:
    assert pieces(asked) == wanted


@given(st.text(max_size=30), st.integers(0, 9), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=3, max_size=3))
def test_a_sentence_stays_whole(quote: str, start: int, marks: list[tuple[int, int]]) -> None:
    found = pieces(claim(quote, str(start), *(f"char={one},{other}" for one, other in marks)))
    assert "".join(text for text, _ in found) == quote
    assert all(text for text, _ in found)
