"""Occasions that only what they are for tells."""

from __future__ import annotations

import pytest

from tests.road import named


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        ("이도윤 차관은 로봇 산업 진흥을 위한 현장소통의 일환으로 LG전자를 찾았다.", ["로봇 산업 진흥을 위한 현장소통"]),
        ("12일 양자 기술 확산을 위한 현장 점검의 일환으로 KIST를 방문했다.", ["양자 기술 확산을 위한 현장 점검"]),
        ("이도윤 차관은 현장소통의 일환으로 LG전자를 찾았다.", []),
        ("이도윤 차관은 로봇 산업 진흥을 위한 현장소통을 강화했다.", []),
        ("로봇 산업 진흥을 위해 이도윤 차관은 현장소통의 일환으로 LG전자를 찾았다.", []),
    ],
)
def test_an_occasion_has_the_name_of_its_purpose(text: str, occasions: list[str]) -> None:
    assert named(text, "Event") == occasions
