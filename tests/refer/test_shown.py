"""A name is shown without marks, without what a parenthesis says before it and without half a parenthesis."""

from __future__ import annotations

import pytest

from kg.refer.shown import clean


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("‘새길  플랫폼’", "새길 플랫폼"),
        ("(가칭)새길 센터", "새길 센터"),
        ("(가칭) 새길 센터", "새길 센터"),
        ("(관세청", "관세청"),
        ("카이스트(KAIST", "KAIST"),
        ("새길로봇)", "새길로봇"),
        ("소·부·장(소부장)", "소·부·장(소부장)"),
        ("양자(QT) 컴퓨팅", "양자(QT) 컴퓨팅"),
        ("(가칭)", "(가칭)"),
        ("새길 혁신** 지원 사업", "새길 혁신 지원 사업"),
    ],
)
def test_shown(said: str, shown: str) -> None:
    assert clean(said) == shown
