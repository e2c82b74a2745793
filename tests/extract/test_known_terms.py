"""Terms of the trade, which the authority file knows with match ``fact``."""

from __future__ import annotations

import pytest

from tests.road import reading


@pytest.mark.parametrize(
    ("text", "is_thing"),
    [
        ("한국과학기술연구원은 새로운 전고체 전해액을 개발했다고 밝혔다. 합성항원을 개발했다.", True),
        ("참석자들은 전시장을 둘러봤다. 합성항원 시장은 크다.", False),
    ],
)
def test_a_term_of_the_trade_is_a_thing_only_where_a_fact_is_told_of_it(text: str, is_thing: bool) -> None:
    assert ("synthetic-antigen-vaccine" in {r.authority for r in reading(text).referents}) is is_thing


def test_the_names_of_a_known_fair_are_one_event_in_one_text() -> None:
    """The row is no edition; its names name the one that the text tells of."""
    text = "외교부는 2023 세계신안보포럼을 연다. 세계신안보포럼은 해마다 열린다. World Emerging Security Forum에는 이광형 총장이 온다."
    read = reading(text)
    events = [r for r in read.referents if r.type == "Event"]
    assert len(events) == 1
    assert events[0].authority is None


def test_an_event_by_which_a_guest_is_described_is_not_where_he_comes() -> None:
    guests = "이광형 KAIST 총장, 에드 크로넨(Ed Kronen) 네덜란드 REAIM(책임있는 이용에 관한 회의) 특사, 박나라 서울대 교수 등 참여 예정"
    text = f"외교부는 나래포럼을 서울에서 연다. {guests}"
    read = reading(text)
    names = {r.key: r.name for r in read.referents}
    assert {names[c.object] for c in read.claims if c.property == "participatedIn"} == {"나래포럼"}
