"""Where a sentence ends: Kiwi's cut, and the stops that it misses."""

from __future__ import annotations

import pytest

from kg.analyse.sentences import cut_sentences
from kg.values import Token
from tests.road import analysis


def cut(text: str) -> list[str]:
    found = analysis(text)
    return [found.document.text[s.start : s.end] for s in found.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("로봇을 공개했다. AI가 걷는다.", ["로봇을 공개했다.", "AI가 걷는다."]),
        ("로봇을 공개했다.KIST는 대전에 있다.", ["로봇을 공개했다.", "KIST는 대전에 있다."]),
        ("로봇을 공개했다.정부는 기뻐했다.", ["로봇을 공개했다.", "정부는 기뻐했다."]),
        ("매출은 3.5% 늘었다. U.S. 기업이다.", ["매출은 3.5% 늘었다.", "U.S. 기업이다."]),
        ("끝났다... 정말.", ["끝났다...", "정말."]),
        ("(서울=한빛) 정부는 발표했다.", ["(서울=한빛) 정부는 발표했다."]),
        ('정부는 "로봇을 만들겠다. 곧 판다."라고 밝혔다. 끝이다.', ['정부는 "로봇을 만들겠다. 곧 판다."라고 밝혔다.', "끝이다."]),
        ("정부는 “‘두루’를 만들겠다. 곧 판다.”고 밝혔다. 끝이다.", ["정부는 “‘두루’를 만들겠다. 곧 판다.”고 밝혔다.", "끝이다."]),
        ("로봇을 공개했다. ‘두루’는 걷는다.", ["로봇을 공개했다.", "‘두루’는 걷는다."]),
        ("로봇을 공개했다. '두루'에는 칩이 들어간다.", ["로봇을 공개했다.", "'두루'에는 칩이 들어간다."]),
        ("공개했다.2026년에 판다.", ["공개했다.", "2026년에 판다."]),
        ("로봇을 공개했다.“좋다”고 했다.", ["로봇을 공개했다.", "“좋다”고 했다."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def made(*tokens: tuple[str, str, int]) -> tuple[list[Token], list[int]]:
    return [Token(form, tag, at, at + 1) for at, (form, tag, _) in enumerate(tokens)], [number for _, _, number in tokens]


def forms(found: list[list[Token]]) -> list[str]:
    return ["".join(t.form for t in sentence) for sentence in found]


def test_a_missed_stop_is_cut_outside_quotations_only() -> None:
    assert forms(cut_sentences(*made(("다", "EF", 0), (".", "SF", 0), ("A", "SL", 0)))) == ["다.", "A"]
    quoted = made(("“", "SSO", 0), ("다", "EF", 0), (".", "SF", 0), ("A", "SL", 0), ("”", "SSC", 0))
    assert forms(cut_sentences(*quoted)) == ["“다.A”"]


def test_a_full_stop_without_an_ending_before_it_cuts_nothing() -> None:
    assert forms(cut_sentences(*made(("U", "SL", 0), (".", "SF", 0), ("S", "SL", 0)))) == ["U.S"]


def test_punctuation_alone_joins_the_sentence_before_it() -> None:
    assert forms(cut_sentences(*made(("끝", "NNG", 0), ("·", "SP", 1), ("시", "NNG", 2)))) == ["끝·", "시"]


def test_punctuation_at_the_very_beginning_stays() -> None:
    assert forms(cut_sentences(*made(("·", "SP", 0), ("시", "NNG", 1)))) == ["·", "시"]


@pytest.mark.parametrize("sign", ["A", "1", "漢"])
def test_letters_and_numbers_are_no_punctuation(sign: str) -> None:
    tag = {"A": "SL", "1": "SN", "漢": "SH"}[sign]
    assert forms(cut_sentences(*made(("끝", "NNG", 0), (sign, tag, 1)))) == ["끝", sign]


def test_nothing_gives_nothing() -> None:
    assert cut_sentences([], []) == []
