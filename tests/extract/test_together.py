"""With whom somebody acts in the main clause, though another acts in one between."""

from __future__ import annotations

import pytest

from tests.road import told


def partners(text: str) -> set[str]:
    """With whom something was made, and who shows or holds something."""
    properties = (" coDevelopedWith ", " unveiled ", " hosted ")
    return {fact.removesuffix(" actual") for fact in told(text) if any(one in fact for one in properties)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("LG전자는 KIST와 함께 사람이 쓰는 로봇 '두루'를 개발했다.", {"LG전자 coDevelopedWith 한국과학기술연구원"}),
        ("LG전자가 KIST와 함께 사람이 쓰는 로봇 '두루'를 개발했다.", {"LG전자 coDevelopedWith 한국과학기술연구원"}),
        ("LG전자는 KIST와 공동으로 사람이 쓰는 로봇 '두루'를 개발했다.", {"LG전자 coDevelopedWith 한국과학기술연구원"}),
        ("KT는 LG전자와 함께 삼성전자가 만든 로봇 '두루'를 공개했다.", {"KT unveiled 두루", "LG전자 unveiled 두루"}),
        ("KT는 LG전자와 함께 AI가 탑재된 로봇 '두루'를 공개했다.", {"KT unveiled 두루", "LG전자 unveiled 두루"}),
        ("KT는 KIST와 함께 기업이 참여하는 '나래 포럼'을 열었다.", {"KT hosted 나래 포럼", "한국과학기술연구원 hosted 나래 포럼"}),
        ("KT는 KIST와 공동으로 기업이 참여하는 '나래 포럼'을 열었다.", {"KT hosted 나래 포럼", "한국과학기술연구원 hosted 나래 포럼"}),
    ],
)
def test_who_acts_in_a_clause_between_leaves_the_partner_to_the_main_one(text: str, facts: set[str]) -> None:
    assert partners(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # Nobody else acts in the clause before the noun.
        ("KT는 LG전자와 함께 개발한 로봇 '두루'를 공개했다.", {"KT coDevelopedWith LG전자", "KT unveiled 두루"}),
        # Nobody acts in the main clause, which only tells what something is, or what became of it.
        ("로봇 '두루'는 KIST와 함께 LG전자가 만든 제품이다.", {"LG전자 coDevelopedWith 한국과학기술연구원"}),
        ("KIST와 함께 LG전자가 만든 로봇 '두루'는 가볍다.", {"LG전자 coDevelopedWith 한국과학기술연구원"}),
        # 함께 says of those behind the partner that they act together.
        ("LG전자는 KIST와 사람이 함께 쓰는 로봇 '두루'를 공개했다.", {"LG전자 unveiled 두루"}),
        # Beside what it is done, it is not done with anybody.
        ("LG전자가 경험 공유와 함께 민간이 바라는 전략을 발표했고, 로봇 '두루'를 공개한 KT는 상을 받았다.", {"KT unveiled 두루"}),
        ("LG전자는 KIST와 경쟁하며 사람이 쓰는 로봇 '두루'를 공개했다.", {"LG전자 unveiled 두루"}),
    ],
)
def test_a_partner_in_the_clause_before_a_noun_stays_there(text: str, facts: set[str]) -> None:
    assert partners(text) == facts
