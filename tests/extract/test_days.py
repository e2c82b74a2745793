"""The day on which a tale of several days goes on."""

from __future__ import annotations

import pytest

from tests.road import facts

TRIP = "정하람 산업부 장관은 9일부터 12일까지 유럽을 찾았다. "
TALES = [
    (TRIP + "첫날 장관은 KIST를 방문했다. 장관은 LG전자도 방문했다.", {"한국과학기술연구원": "2026-03-09", "LG전자": "2026-03-09"}),
    (TRIP + "첫날 장관은 KIST를 방문했다. 11일에는 LG전자를 방문했다.", {"한국과학기술연구원": "2026-03-09", "LG전자": "2026-03-11"}),
    (TRIP + "첫날 장관은 KIST를 방문했다.\n장관은 지난해 LG전자도 방문했다.", {"한국과학기술연구원": "2026-03-09", "LG전자": "2025"}),
    (
        TRIP + "첫날 장관은 KIST를 방문했다.\n장관은 LG전자도 방문했다.",
        {"한국과학기술연구원": "2026-03-09", "LG전자": "2026-03-09/2026-03-12"},
    ),
    ("11일 장관은 KIST를 방문했다. 정하람 산업부 장관은 LG전자도 방문했다.", {"LG전자": "2026-03-11"}),
]


@pytest.mark.parametrize(("text", "days"), TALES)
def test_what_follows_the_opening_of_a_day_is_of_that_day(text: str, days: dict[str, str]) -> None:
    told = {f.object: f.time or "" for f in facts(text, "2026-03-12") if f.property == "visited"}
    assert {name: told.get(name) for name in days} == days
