"""What a firm founds that has no name but its kind."""

from __future__ import annotations

import pytest

from kg.find.places.premises import PREMISES
from tests.road import findings, graph, reading, referent


@pytest.mark.parametrize(
    ("text", "premises"),
    [
        ("한빛로보㈜는 내년에 대구에 제2공장을 착공한다.", ["제2공장"]),
        ("한빛로보㈜가 지난달 준공한 제2공장에서 로봇을 만든다.", ["제2공장"]),
        ("한빛로보㈜(Hanbit)는 인천에 한국지사를 열었다.", ["한국지사"]),
        ("한빛로보㈜는 미시간에 현지 법인을 세운다.", ["현지 법인"]),
        ("한빛로보㈜는 하노이 법인 설립에 돈을 쓴다.", ["법인"]),
        ("한빛로보㈜는 부산에 AI 데이터센터를 짓는다.", ["AI 데이터센터"]),
        ("한빛로보㈜는 로봇을 만든다.\n\n내년에는 대전에 연구소를 연다.", ["연구소"]),
        ("한빛로보㈜는 제2공장을 자랑했다.", []),
        ("한빛로보㈜는 로봇을 만든다.\n\n산업부는 대전에 연구소를 연다.", []),
        ("한빛로보㈜는 로봇을 만든다.\n\n대전에 공장을 짓기로 한 LG전자는 바쁘다.", []),
        ("한빛로보㈜는 대전에 공장을 짓는다.\n\nLG전자는 나주에 공장을 짓는다.", ["공장"]),
        ("정부는 대전에 제2공장을 짓는다.", []),
    ],
)
def test_premises_are_named_where_their_firm_founds_them(text: str, premises: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.rule == PREMISES] == premises


@pytest.mark.parametrize(
    ("text", "said", "names"),
    [
        (
            "한빛로보㈜는 하노이에 연락사무소를 연다.",
            "연락사무소",
            ("한빛로보 연락사무소", "한빛로보 하노이 연락사무소", "연락사무소"),
        ),
        ("한빛로보㈜는 하노이 법인 설립에 돈을 쓴다.", "법인", ("한빛로보 법인", "한빛로보 하노이 법인", "하노이 법인", "법인")),
        ("LG전자와 KT는 합작공장을 짓는다.", "합작공장", ("LG전자·KT 합작공장", "LG전자 합작공장", "KT 합작공장", "합작공장")),
        ("LG전자와 KT는 힘을 모은다. 양사는 새 공장을 짓는다.", "공장", ("LG전자·KT 공장", "LG전자 공장", "KT 공장", "공장")),
        ("LG전자와 KT는 협력한다. KT는 새 공장을 짓는다.", "공장", ("KT 공장", "공장")),
        ("LG전자와 KT는 협력한다. KT의 매출이 늘었다.\n새 공장을 짓는다.", "공장", ("KT 공장", "공장")),
        ("LG전자를 도운 KT는 새 공장을 짓는다.", "공장", ("KT 공장", "공장")),
    ],
)
def test_premises_are_called_by_their_firm_and_place(text: str, said: str, names: tuple[str, ...]) -> None:
    found = referent(text, said)
    assert found is not None
    assert (found.name, found.names) == (names[0], names)


def test_premises_of_two_firms_are_two_things() -> None:
    both = graph(
        reading("한빛로보㈜는 대구에 제2공장을 짓는다.", id="one"),
        reading("새길전자㈜는 창원에 제2공장을 짓는다.", id="other"),
    )
    assert sorted(e.ko for e in both.entities if e.ko.endswith("제2공장")) == ["새길전자 제2공장", "한빛로보 제2공장"]
