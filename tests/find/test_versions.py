"""Other versions of a product that is named with a number."""

from __future__ import annotations

import pytest

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
    ],
)
def test_a_name_with_another_number_is_another_version(text: str, products: list[str]) -> None:
    assert named(text, "Product") == products
