"""Where something is held, with what a parenthesis says of the venue."""

from __future__ import annotations

import pytest

from tests.road import reading


def places(text: str) -> set[str]:
    read = reading(text)
    names = {r.key: r.name for r in read.referents}
    return {names[c.object] for c in read.claims if c.property == "heldAt"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("가온타워(서울 마포구)에서", {"가온타워", "마포구"}),
        ("가온타워(대전 소재)에서", {"가온타워", "대전광역시"}),
        ("한국환경산업기술원(대전) 대회의실에서", {"한국환경산업기술원", "대전광역시"}),
        ("한국환경산업기술원(대전) 5층에서", {"한국환경산업기술원", "대전광역시"}),
        ("한국환경산업기술원(원장 이도윤)에서", {"한국환경산업기술원"}),
        ("가온타워(원장 이도윤)에서", {"가온타워"}),
        ("가온타워에서 KIST(서울 마포구)와", {"가온타워"}),
    ],
)
def test_a_parenthesis_behind_a_venue_says_where_it_is(said: str, told: set[str]) -> None:
    assert places(f"산업부는 12일 {said} 로봇 포럼을 열었다.") == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("부산에서 열린 가온테크의 '로봇의 날' 행사에", {"부산광역시"}),
        ("부산에서 열리는 로봇산업대전 참석을 위해 공항에", {"부산광역시"}),
        ("부산에서 개최된 로봇산업대전(RIE) 참가를 계기로 서울에", {"부산광역시"}),
        # A firm that is in a town holds nothing there.
        ("부산에 위치한 가온테크의 '로봇 설명회'에", set()),
        ("부산에 있는 가온테크 방문을 위해 공항에", set()),
    ],
)
def test_a_clause_before_an_occasion_says_where_that_is(said: str, told: set[str]) -> None:
    assert places(f"강도윤 산업부 장관은 {said} 갔다.") == told
