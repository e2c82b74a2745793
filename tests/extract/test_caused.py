"""What is done so that others can do something is as done as that they are let do so."""

from __future__ import annotations

import pytest

from tests.road import facts


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("기업이 쓸 수 있도록 하겠다고 밝혔다", "planned"),
        ("기업이 쓰도록 할 계획이다", "planned"),
        ("기업이 쓸 수 있게 할 예정임", "planned"),
        ("기업이 피해를 입지 않도록 할 방침이다", "planned"),
        ("기업이 쓸 수 있도록 하기로 했다", "planned"),
        ("기업이 쓸 수 있도록 했다", "actual"),
        ("기업이 쓸 수 있도록 하였다고 밝혔다", "actual"),
        ("기업이 쓸 수 있도록 한 바 있다", "actual"),
        ("기업이 쓸 수 있도록 하는 성과를 냈다", "actual"),
        ("기업이 쓸 수 있도록 도왔다", "actual"),
        ("기업이 쓸 수 있도록 도울 계획이다", "planned"),
        ("기업이 쓸 수 있도록 하고, 내년에 설명회를 열 계획이다", "planned"),
        ("기업이 쓸 수 있도록 하고 설명회를 열었다", "actual"),
    ],
)
def test_a_plan_is_drawn_up_as_others_are_let_use_it(ending: str, status: str) -> None:
    told = facts(f"과기정통부는 「로봇 육성방안」을 마련해 {ending}.", "2025-03-12")
    assert [f.status for f in told if f.property == "formulated"] == [status]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("과기정통부는 이미 「로봇 육성방안」을 마련해 기업이 쓸 수 있도록 할 계획이다.", ["actual"]),
        ("과기정통부는 「로봇 육성방안」을 마련했으며 기업이 쓸 수 있도록 할 계획이다.", ["actual"]),
        ("과기정통부는 「로봇 육성방안」을 마련해 기업이 쓸 수 있도록 해야 한다.", ["actual"]),
        ("과기정통부는 「로봇 육성방안」을 마련할 수 있도록 하겠다.", []),
    ],
)
def test_what_is_done_already_or_only_let_be_done_is_no_plan(text: str, told: list[str]) -> None:
    assert [f.status for f in facts(text, "2025-03-12") if f.property == "formulated"] == told


def test_what_goes_on_lets_others_do_so_now() -> None:
    told = facts("산업부는 '양자 도약 사업'을 추진해 기업이 쓸 수 있도록 하고 있다.", "2025-03-12")
    assert [f.status for f in told if f.property == "implements"] == ["ongoing"]
