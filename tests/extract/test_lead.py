"""Whose release it is, and what it tells of by that."""

from __future__ import annotations

import pytest

from tests.road import told

AGAIN = "'양자 도약 사업'에는 새싹기업 다섯 곳이 참여한다."


@pytest.mark.parametrize(
    ("text", "carries"),
    [
        (f"중기부는 '양자 도약 사업'을 알렸다. {AGAIN}", ["중소벤처기업부"]),
        (f"중기부와 조달청은 '양자 도약 사업'을 알렸다. {AGAIN}", ["중소벤처기업부", "조달청"]),
        # Nobody but a body of government has programmes by releasing something.
        (f"업스테이지는 '양자 도약 사업'을 알렸다. {AGAIN}", []),
        # What somebody else is told to carry out is his.
        (f"중기부는 '양자 도약 사업'을 알렸다. 조달청이 '양자 도약 사업'을 추진한다. {AGAIN}", ["조달청"]),
        # What only the body's end names is not what the release is about.
        (f"중기부는 성과를 알렸다. {'조달청도 새싹기업을 만났다. ' * 3}업계는 '양자 도약 사업'을 반겼다. {AGAIN}", []),
    ],
)
def test_a_programme_of_the_lead_is_carried_out_by_the_body_whose_release_it_is(text: str, carries: list[str]) -> None:
    found = [one for one in told(text) if " implements 양자 도약 사업" in one]
    assert sorted(one.split()[0] for one in found if "중소" in one or "조달" in one or "업스" in one) == sorted(carries)


def test_one_document_s_lead_is_not_the_next_one_s() -> None:
    told(f"중기부는 '양자 도약 사업'을 알렸다. {AGAIN}")
    assert not any("중소벤처기업부" in one for one in told(f"업계는 '양자 도약 사업'을 반겼다. {AGAIN}"))


def test_a_label_speaks_of_the_body_whose_release_it_is_and_not_of_one_named_since() -> None:
    found = told("중기부는 12일 결과를 알렸다.\n조달청도 반겼다.\n(선정기업) 업스테이지, 네이버클라우드")
    assert [one.split()[0] for one in found if " selected " in one] == ["중소벤처기업부"] * 2
