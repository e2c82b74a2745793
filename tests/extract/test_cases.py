"""The case that a noun makes of what stands before it: themes of talks."""

from __future__ import annotations

import pytest

from tests.road import reading, told


def topics(text: str) -> set[str]:
    read = reading(text)
    names = {r.key: r.name for r in read.referents}
    return {names[c.object] for c in read.claims if c.property == "discussed" and "로봇" not in names[c.object]}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("포럼은 양자컴퓨팅을 주제로 열렸다.", {"양자컴퓨팅"}),
        ("한나래 교수는 ‘양자컴퓨팅의 미래’라는 주제로 강연했다.", {"양자컴퓨팅"}),
        ("포럼은 양자컴퓨팅, 자율주행 등을 주제로 열렸다.", {"양자컴퓨팅", "자율주행"}),
        ("포럼은 양자컴퓨팅을 계기로 열렸다.", set()),
    ],
)
def test_a_theme_is_what_the_event_discussed(said: str, told: set[str]) -> None:
    assert topics(f"12일 로봇 포럼이 열렸다. {said}") == told


@pytest.mark.parametrize(
    ("said", "founded"),
    [
        ("LG전자는 KAIST와 '로봇 연구소'를 설립했다.", ["로봇 연구소"]),
        ("LG전자는 KAIST, 서울대와 '로봇 연구소'를 설립했다.", ["로봇 연구소"]),
        ("LG전자는 '로봇 대학원'과 '로봇 연구소'를 설립했다.", ["로봇 대학원", "로봇 연구소"]),
    ],
)
def test_with_whom_a_body_is_founded_is_not_founded(said: str, founded: list[str]) -> None:
    assert [fact.removeprefix("LG전자 established ") for fact in told(said) if fact.startswith("LG전자 established ")] == founded
