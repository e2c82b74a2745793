"""A firm or product that only its context tells: the list it stands in, the words beside it, what it does."""

from __future__ import annotations

import pytest

from tests.road import findings, named


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("네오그리드와 미르오토과 KIST가 손잡았다.", []),
        ("KT, 네오그리드, 미르오토이 손잡았다.", ["KT", "네오그리드", "미르오토"]),
        ("LG전자는 카카오와 협력하고, KT는 쿠팡과 협력한다.", ["LG전자", "카카오", "KT", "쿠팡"]),
        ("KT는 카카오와 서남권에, 쿠팡과 대전에 공장을 짓는다.", ["KT", "카카오", "쿠팡"]),
        ("네오그리드와 미르오토, KT가 뽑혔다.", ["네오그리드", "미르오토", "KT"]),
        ("행사에는 네오그리드와 미르오토 등 국내 기업 12곳이 왔다.", ["네오그리드", "미르오토"]),
        ("행사에는 네오그리드, 미르오토 등 30개사가 왔다.", ["네오그리드", "미르오토"]),
        ("행사에는 한결배터리와 누리시큐어 등 국내 기업 12곳이 왔다.", ["한결배터리", "누리시큐어"]),
        ("행사에는 KT, LG전자, 새벽바람, 삼성전자가 왔다.", ["KT", "LG전자", "새벽바람", "삼성전자"]),
        ("행사에는 KT(통신), LG전자(가전), 새벽바람(농업)이 왔다.", ["KT", "LG전자", "새벽바람"]),
        ("행사에는 KT, LG전자, 틱톡, 새벽바람 등이 왔다.", ["KT", "LG전자", "새벽바람"]),
        ("행사에는 KT, LG전자, 정하람 등이 왔다.", ["KT", "LG전자"]),
        ("행사에는 KT, 새벽바람이 왔다.", ["KT"]),
        ("행사에는 KT, LG전자, 관계기관, 협회가 왔다.", ["KT", "LG전자"]),
        ("또한, KT, LG전자가 왔다.", ["KT", "LG전자"]),
        ("네오그리드 관계자는 웃었다.", ["네오그리드"]),
        ("네오그리드는 새 공장을 짓고 있다.", ["네오그리드"]),
        ("풀잎제약은 새 장비를 도입했다.", ["풀잎제약"]),
        ("로봇, AI 등 유망 기업이 왔다.", []),
        ("로봇, 보건식품 등 분야의 기업이 왔다.", []),
        # Behind a given name or his body it is rather somebody.
        ("팀 네오그리드가 로봇을 출시했다.", []),
        ("복지부 정하람이 로봇을 개발했다.", []),
        ("재생에너지는 늘었다.", []),
        ("네오그리드가 늘었다.", []),
    ],
)
def test_a_firm_is_told_by_its_context(text: str, firms: list[str]) -> None:
    assert named(text, "Company") == firms


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("KT는 일체형 서버 '두루미 박스'를 보였다.", ["두루미 박스"]),
        ("KT는 '두루미'를 개발한 공로가 있다.", ["두루미"]),
        ("KT는 '두루미 패드'라는 해상 발사 시설도 짓는다.", ["두루미 패드"]),
        ("KT는 수면용 베개 '두루미'로 올해 최고혁신상을 받았다.", ["두루미"]),
        ("KT는 모바일 낚시게임 '두루미'에 힘을 쏟는다.", ["두루미"]),
        ("KT는 '두루미(가칭)'를 공동 개발하기로 했다.", ["두루미"]),
        ("KT는 '우리의 미래'를 말했다.", []),
        ("KT는 '우리의 미래'로 나아갔다.", []),
    ],
)
def test_a_quoted_product_is_told_by_its_context(text: str, products: list[str]) -> None:
    assert named(text, "Product") == products


def test_what_the_context_tells_once_holds_at_every_place() -> None:
    found = [m for m in findings("네오그리드가 왔다. 행사에는 KT, 네오그리드가 왔다.").mentions if m.text == "네오그리드"]
    assert [(m.type, m.rule) for m in found] == [("Company", "context")] * 2


def test_a_part_of_a_persons_name_is_no_firm() -> None:
    assert named("카이 로버츠 KT 부사장이 왔다. 로버츠는 공장을 짓고 있다.", "Company") == ["KT"]
