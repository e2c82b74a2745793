"""Normalisation: what is folded, and the way back."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.read.normal import clean, normalise

HARD = st.text(
    st.one_of(
        st.sampled_from("가각힣ㅇ한국 AIａＩ９！｢｣「\r\n\t\u00a0\u3000\u200b\ufeff\u00ad\u202e\ud800\u0000李‘’“”·"),
        st.sampled_from("é\u0301\u1100\u1161\u11a8\u212a\ufb1d\u0958"),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("과학\u200b기술\u00ad부", "과학기술부"),
        ("\ufeff정부\u202e는", "정부는"),
        ("ＫＡＩＳＴ를 ３곳", "KAIST를 3곳"),
        ("서울\u00a0대전\u3000부산\t광주", "서울 대전 부산 광주"),
        ("한 줄\r\n두 줄\r세 줄\u2028네 줄", "한 줄\n두 줄\n세 줄\n네 줄"),
        ("｢기본법｣ ‘가’ “나”", "「기본법」 ‘가’ “나”"),
        ("환경부･산림청", "환경부·산림청"),
        ("李 총장\ud800", "李 총장"),
        ("\u1112\u1161\u200b\u11ab국", "한국"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_folding(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_decomposed_hangul_is_composed_and_maps_back() -> None:
    raw = unicodedata.normalize("NFD", "과학기술정보통신부는 한국과 함께")
    normal = normalise(raw)
    at = normal.text.index("한국")
    assert unicodedata.normalize("NFC", raw[normal.to_raw(at) : normal.to_raw(at + 2)]) == "한국"


def test_offsets_outside_the_text_are_refused() -> None:
    with pytest.raises(IndexError, match="offset 3 is outside"):
        normalise("가나").to_raw(3)


@given(HARD)
@example("\r\u200b\n")
@example("\U0002f800")
def test_twice_is_once(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(HARD)
def test_the_way_back_never_falls_and_ends_at_the_end(raw: str) -> None:
    normal = normalise(raw)
    places = [normal.to_raw(offset) for offset in range(len(normal.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(raw)


@given(st.lists(st.sampled_from(["가", "한국", "\u200b", "ＡＢ", "\u1112\u1161\u11ab", "e\u0301", " ", "\u00a0", "x"]), max_size=12))
def test_every_piece_is_found_again(pieces: list[str]) -> None:
    raw = "".join(pieces)
    normal = normalise(raw)
    for start in range(len(normal.text)):
        cut = raw[normal.to_raw(start) : normal.to_raw(start + 1)]
        assert clean(cut) == normal.text[start]
