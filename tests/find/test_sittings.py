"""Meetings that are called after the body that meets."""

from __future__ import annotations

import pytest

from tests.road import mention, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("정하람 장관은 제3차 양자전략위원회를 열었다.", "제3차 양자전략위원회"),
        ("양자전략위원회 제2차 회의가 열렸다.", "양자전략위원회 제2차 회의"),
        ("산업부는 '양자분과 실무협의회'를 서울에서 개최했다.", "양자분과 실무협의회"),
        ("'양자분과 실무협의회'가 서울에서 열렸다.", "양자분과 실무협의회"),
        ("산업부 장관은 '양자분과 실무협의회'에 참석했다.", "양자분과 실무협의회"),
        ("산업부, '양자분과 실무협의회' 개최", "양자분과 실무협의회"),
        ("산업부는 '제3회 양자분과 실무협의회'에 안건을 냈다.", "제3회 양자분과 실무협의회"),
        ("산업부는 제7회 우주양자개발 실무위원회(이하 위원회)를 개최했다.", "제7회 우주양자개발 실무위원회"),
        ("국무총리는 제40회 국정현안관계장관회의(영상회의)를 주재했다.", "제40회 국정현안관계장관회의"),
    ],
)
def test_a_body_that_meets_is_the_meeting(text: str, name: str) -> None:
    assert mention(text, name) is not None
    assert mention(text, name).type == "Event"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["산업부는 '양자분과 실무협의회'를 꾸렸다.", "'양자분과 실무협의회' 개최지를 골랐다.", "양자전략위원회는 새 위원을 뽑았다."]
)
def test_a_body_that_is_set_up_or_acts_is_a_body(text: str) -> None:
    assert named(text, "Event") == []
