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
