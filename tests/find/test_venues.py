"""Venues that only where the text names them shows."""

from __future__ import annotations

import pytest

from tests.road import named


@pytest.mark.parametrize(
    ("text", "venues"),
    [
        ("과기정통부는 12일(월) 오전 10시 새봄누리호텔 연회장에서 로봇 포럼을 개최했다.", ["새봄누리호텔"]),
        ("과기정통부는 12일 서울 카페나루(서울 성동구)에서 로봇 포럼을 개최했다.", ["서울", "카페나루", "성동구"]),
        ("로봇 포럼은 이날 대전 소노나루에서 열렸다.", ["대전", "소노나루"]),
        ("ㅇ (일시/장소) 3.12(수) 14:00 / 그랜드 나루텔 서울 3층", ["그랜드 나루텔 서울"]),
        ("장소 : 서울 포시즌나루 누리볼룸", ["서울", "포시즌나루"]),
        ("과기정통부는 12일 KIST에서 로봇 포럼을 개최했다.", []),
        ("과기정통부는 12일 대회의실에서 로봇 포럼을 개최했다.", []),
        ("과기정통부는 12일 전국 30개 지역에서 로봇 포럼을 개최했다.", []),
    ],
)
def test_a_venue_is_named_without_its_town_and_its_room(text: str, venues: list[str]) -> None:
    assert named(text, "Place") == venues
