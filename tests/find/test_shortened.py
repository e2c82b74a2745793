"""Known bodies that are called by the beginning of their name and the first syllable of its last word."""

from __future__ import annotations

import pytest

from tests.road import findings


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("국민통합위가 회의를 열었다.", {"국민통합위": "national-innovation-unification"}),
        ("국토연·교통연 박사가 왔다.", {"국토연": "krihs", "교통연": "koti"}),
        ("화학연, 세라믹연, 새길연 등이 왔다.", {"세라믹연": "kicet"}),
        ("에너지硏이 로봇을 만들었다.", {"에너지硏": "kier"}),
        ("금융연 정하람 박사가 말했다.", {"금융연": "kif"}),
        ("노동연까지 왔다.", {"노동연": "kli"}),
        ("국토연뿐 아니라 교통연에서도 알렸다.", {"국토연": "krihs", "교통연": "koti"}),
        # The body right before it may be what it is part of, and no other: that has one of its own.
        ("국회 환경노동위가 회의를 열었다.", {"환경노동위": "na-environment"}),
        ("국회의 환경노동위가 회의를 열었다.", {"환경노동위": "na-environment"}),
        ("정부 규제개혁위가 회의를 열었다.", {"규제개혁위": "regulatory-reform-committee"}),
        ("서울시는 국토연과 협약했다.", {"국토연": "krihs"}),
        ("서울시의회 환경노동위가 회의를 열었다.", {}),
        ("새길시의회 환경노동위가 회의를 열었다.", {}),
        ("민주당 에너지위가 회의를 열었다.", {}),
        ("새길협회 에너지위가 회의를 열었다.", {}),
        ("부산시의 규제개혁위가 회의를 열었다.", {}),
        ("일본 공정거래위가 조사했다.", {}),
        ("북한 국방과학연이 만들었다.", {}),
        # Another word goes on behind the syllable, or a body of that name is not known.
        ("금융연구회와 산업연합회, 노동연대가 모였다.", {}),
        ("기조강연과 안전범위를 정했다.", {}),
        ("새길금융연이 말했다.", {}),
        # Two bodies may be meant.
        ("과학연과 환경연, 전자硏이 로봇을 만들었다.", {}),
        # One with its number is another.
        ("제3기 국민통합위가 회의를 열었다.", {}),
    ],
)
def test_a_known_body_is_found_by_its_short_name(text: str, rows: dict[str, str]) -> None:
    found = {m.text: m.authority for m in findings(text).mentions if m.rule == "authority.shortened"}
    assert found == rows
