"""What a clause leaves to the next one, and what it does not."""

from __future__ import annotations

import pytest

from tests.road import reading, told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("과기정통부는 기업이 성장할 수 있도록 양자컴퓨팅을 지원한다.", "과학기술정보통신부 supports 양자컴퓨팅"),
        ("과기정통부가 기업이 성장하도록 양자컴퓨팅을 지원한다.", "과학기술정보통신부 supports 양자컴퓨팅"),
        ("과기정통부는 회의를 열었다. 기업이 성장하도록 양자컴퓨팅을 지원한다.", "과학기술정보통신부 supports 양자컴퓨팅"),
    ],
)
def test_who_acts_is_not_whom_it_is_done_for(text: str, fact: str) -> None:
    assert any(one.startswith(fact) for one in told(text))


@pytest.mark.parametrize(
    ("behind", "amount"),
    [
        ("이 사업은 올해 300억원이 지원된다.", "30000000000 KRW"),
        ("예산 규모는 300억원임.", "30000000000 KRW"),
        ("참가비는 3만원이다.", None),
    ],
)
def test_a_sum_told_beside_one_telling_of_a_fact_is_the_fact_s(behind: str, amount: str | None) -> None:
    found = reading(f"중기부는 '양자 도약 사업'을 추진한다. {behind}", "2025-03-12")
    assert [claim.amount for claim in found.claims if claim.property == "implements"] == [amount]
