"""Acts in nouns: aims, and two in one."""

from __future__ import annotations

import pytest

from tests.road import told

AIMS = [
    ("산업부는 '나래센터' 구축과 인재 양성을 위해 업계와 만났다.", False),
    ("산업부는 '나래센터' 구축, '가온센터' 개소, 인재 양성을 위한 협의를 했다.", False),
    ("산업부는 '나래센터' 구축, 인재 양성 등을 통해 힘을 키운다.", True),
    ("산업부는 '나래센터' 구축을 마치고 인재 양성을 위해 업계와 만났다.", True),
]


@pytest.mark.parametrize(("text", "done"), AIMS)
def test_an_act_listed_before_a_verb_of_purpose_is_an_aim(text: str, done: bool) -> None:
    assert any(fact.endswith("established 나래센터") for fact in told(text, "2025-11-12")) is done


HALVES = [
    ("SK텔레콤, LG전자에 100억원 투자… 로봇 동맹 강화", ["SK텔레콤 supports LG전자"]),
    ("SK텔레콤, LG전자에 100억원 투자 로봇 동맹 강화", []),
    ("SK텔레콤, LG전자·KT에 100억원 투자", ["SK텔레콤 supports LG전자", "SK텔레콤 supports KT"]),
    ("SK텔레콤·네이버, LG전자에 100억원 투자", ["SK텔레콤 supports LG전자", "네이버 supports LG전자"]),
    ("SK텔레콤, 두산로보틱스·KT 인수", ["SK텔레콤 acquired 두산로보틱스", "SK텔레콤 acquired KT"]),
    ("네이버, 로봇 '두루' 개발…7월 공개 예정", ["네이버 developed 두루"]),
    ("중국, LG전자에 100억원 투자", ["중국 supports LG전자"]),
    ("베트남, LG전자 로봇 '두루' 출시", ["LG전자 unveiled 두루"]),
    ("베트남, 두산로보틱스 인수", ["베트남 acquired 두산로보틱스"]),
    ("미국, 독일, 일본 등에 100억원 투자", []),
]


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_the_first_half_of_a_headline_ends_in_its_act(text: str, expected: list[str]) -> None:
    assert [fact for fact in told(text, "2025-11-12") if " inField " not in fact] == expected


# A verb before a noun takes no object, or has one of its own, and the one before is of the main verb.
INSIDE = [
    (
        "LG전자는 로봇 '두루'를 12일 대전에서 열린 가온 포럼에서 공개했다.",
        ["가온 포럼 heldAt 대전광역시", "LG전자 participatedIn 가온 포럼", "LG전자 unveiled 두루"],
    ),
    (
        "LG전자는 로봇 '두루'를 대전에 있는 KIST에 공급했다.",
        ["한국과학기술연구원 locatedIn 대전광역시", "LG전자 supplied 두루", "LG전자 supplied 한국과학기술연구원"],
    ),
    ("LG전자는 가온 포럼을 최근 문을 연 롯데호텔에서 개최했다.", ["가온 포럼 heldAt 롯데호텔", "LG전자 hosted 가온 포럼"]),
    (
        "LG전자는 두산로보틱스와 12일 대전에서 열린 가온 포럼에서 협약을 맺었다.",
        ["LG전자 collaboratesWith 두산로보틱스", "가온 포럼 heldAt 대전광역시"],
    ),
    ("LG전자는 두산로보틱스와 대전에서 협약을 맺었다.", ["LG전자 collaboratesWith 두산로보틱스"]),
    ("LG전자는 로봇 '두루'를 12일 대전에 모인 업계에 공개했다.", ["LG전자 unveiled 두루"]),
    (
        "KIST가 12일 대전에서 열린 가온 포럼에서 로봇 '두루'를 공개했다.",
        ["가온 포럼 heldAt 대전광역시", "한국과학기술연구원 participatedIn 가온 포럼", "한국과학기술연구원 unveiled 두루"],
    ),
    ("LG전자는 로봇 '두루'를 판교에 들어선 연구소에서 공개했다.", ["LG전자 unveiled 두루"]),
    ("LG전자는 KT와 5G로 연동되는 로봇 '두루'를 개발했다.", ["LG전자 developed 두루"]),
    (
        "LG전자는 KT와 대전에 있는 본원에서 로봇 '두루'를 개발했다.",
        ["LG전자 coDeveloped 두루", "KT coDeveloped 두루", "LG전자 coDevelopedWith KT"],
    ),
    ("정부는 GPU를 할당받은 카카오를 지원한다.", ["대한민국 정부 supports 카카오"]),
    ("정부는 GPU를 카카오에서 대여받은 네이버를 지원한다.", ["대한민국 정부 supports 네이버"]),
    ("정부는 GPU를 카카오에 할당된 예산으로 지원한다.", ["대한민국 정부 supports 그래픽처리장치"]),
    ("네이버는 서울대를 나온 인재를 지원했다.", []),
    ("LG전자는 삼성전자를 지난해 나온 연구원들이 세운 두산로보틱스를 인수했다.", ["LG전자 acquired 두산로보틱스"]),
    ("산업부는 '가온 협의체'를 출범한 네이버를 지원한다.", ["네이버 established 가온 협의체", "산업통상부 supports 네이버"]),
    ("LG전자는 칩을 KIST에서 공급받는 두산로보틱스를 인수했다.", ["LG전자 acquired 두산로보틱스"]),
    ("가온 교류 활성화를 목표로 개최되는 가온 포럼은 롯데호텔에서 8월 개최되었다.", ["가온 포럼 heldAt 롯데호텔"]),
    (
        "LG전자는 대전시와 세종시에 로봇을 공급했다.",
        ["LG전자 supplied 대전광역시", "LG전자 supplied 로봇", "LG전자 supplied 세종특별자치시"],
    ),
    ("LG전자는 KT와 열린 가온 포럼에서 로봇 '두루'를 개발했다.", ["LG전자 developed 두루"]),
    ("LG전자는 KT와 대전에 로봇을 공급했다.", ["LG전자 supplied KT", "LG전자 supplied 로봇", "LG전자 supplied 대전광역시"]),
    (
        "LG전자는 KT와 대전에 '두루 공장'을 지었다.",
        ["LG전자 established 두루 공장", "KT established 두루 공장", "두루 공장 locatedIn 대전광역시"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_what_stands_before_a_clause_inside_is_of_the_main_verb(text: str, expected: list[str]) -> None:
    assert [fact for fact in told(text, "2025-11-12") if " inField " not in fact] == expected
