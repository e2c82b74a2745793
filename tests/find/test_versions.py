"""Other versions of a product that is named with a number."""

from __future__ import annotations

import pytest

from tests import road
from tests.road import named


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("KT는 언어모델 '두루미 2.5'를 냈다. 두루미 2.0보다 빠르다.", ["두루미 2.5", "두루미 2.0"]),
        ("KT는 언어모델 '두루미2'를 냈다. 두루미 1은 느렸다.", ["두루미2", "두루미 1"]),
        # What a number counts is no version, nor is a longer name.
        ("KT는 로봇 '두루미 2'를 냈다. 두루미 3대가 섰다.", ["두루미 2"]),
        ("KT는 로봇 '두루미 2'를 냈다. 흰두루미 3이 섰다.", ["두루미 2"]),
        ("KT는 로봇 '두루미'를 냈다. 두루미 3이 섰다.", ["두루미"]),
        ("KT는 위성 '두루미 1호'를 냈다. 내년에는 두루미 2호가 난다.", ["두루미 1호", "두루미 2호"]),
        ("KT는 위성 '두루미 1호'를 냈다. 내년에는 두루미 2차 발사가 있다.", ["두루미 1호"]),
        # What is known has versions too; a date, a list or a count is none.
        ("게임은 언리얼 엔진 5로 만들었다.", ["언리얼 엔진 5"]),
        ("챗GPT 5가 나왔다.", ["챗GPT 5"]),
        ("누리호 4차 발사", ["누리호"]),
        ("누리호 25. 11. 27. 발사", ["누리호"]),
        ("누리호 1, 2단을 조립했다.", ["누리호"]),
        ("누리호 1~3차 발사", ["누리호"]),
        # A variant is called by the name of the product and more; another name that begins so is none.
        ("KT는 언어모델 '두루미 2.5'를 냈다. 작은 '두루미 2.5 미니'도 본다.", ["두루미 2.5", "두루미 2.5 미니"]),
        ("KT는 로봇 '두루미'를 냈다. '두루미: 침묵의 강'도 본다.", ["두루미", "두루미: 침묵의 강"]),
        ("KT는 로봇 '두루미'를 냈다. '두루미는 난다'도 본다.", ["두루미"]),
        ("KT는 로봇 '두루미'를 냈다. '두루미 활용법'도 본다.", ["두루미"]),
        ("KT는 로봇 '두루미'를 냈다. '두루미-한빛 협약'도 본다.", ["두루미"]),
        ("KT는 로봇 '두루미'를 냈다. '두루미 Pro'도 본다.", ["두루미", "두루미 Pro"]),
    ],
)
def test_a_name_with_another_number_is_another_version(text: str, products: list[str]) -> None:
    assert named(text, "Product") == products


def test_a_product_is_none_of_its_variants() -> None:
    read = road.reading("KT는 로봇 '두루미'를 냈다. 작은 '두루미 미니'와 '두루미 일본어판'도 냈다.", "2025-11-13")
    assert [r.name for r in read.referents if r.type == "Product"] == ["두루미", "두루미 미니", "두루미 일본어판"]


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("KT는 챗GPT 나르미움을 판다.", ["챗GPT 나르미움"]),
        ("KT는 챗GPT와 나르미움을 판다.", ["챗GPT"]),
        ("KT는 챗GPT 서비스를 판다.", ["챗GPT"]),
        ("KT는 챗GPT, 나르미움을 판다.", ["챗GPT"]),
    ],
)
def test_a_proper_noun_behind_a_known_product_names_a_line_of_it(text: str, products: list[str]) -> None:
    assert named(text, "Product")[: len(products)] == products
