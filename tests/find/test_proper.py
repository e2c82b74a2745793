"""Proper nouns that nothing marks."""

from __future__ import annotations

import pytest

from tests.road import findings, reading


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("한울전자는 새 텔레비전을 전시했다.", "한울전자", "Company"),
        ("도르만랩은 통역기를 시연했다.", "도르만랩", "Company"),
        ("누리테라는 통역기를 시연했다.", "누리테라", ""),
    ],
)
def test_an_ending_that_only_firms_have_shows_one(text: str, name: str, type_: str) -> None:
    assert [(m.text, m.type) for m in findings(text).mentions if m.start == 0] == [(name, type_)]


@pytest.mark.parametrize("text", ["가정용 전자를 말했다.", "솔루션은 많다.", "태양 에너지를 쓴다."])
def test_a_common_noun_with_such_an_ending_is_no_firm(text: str) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Company"] == []


@pytest.mark.parametrize(
    "text", ["연구소는 누리테라기업과 협력했다.", "연구소는 누리테라공관과 협력했다.", "연구소는 누리테라영화제와 협력했다."]
)
def test_a_word_that_ends_as_a_common_noun_is_guessed_to_be_nothing(text: str) -> None:
    assert not [r.name for r in reading(text).referents if r.name.startswith("누리테라")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LG전자는 유럽에 로봇을 수출했다.", 1),
        ("LG전자는 미국, 아시아에 로봇을 수출했다.", 2),
        ("LG전자는 누리테라에 로봇을 수출했다.", 2),
    ],
)
def test_a_region_is_no_firm(text: str, told: int) -> None:
    assert len([claim for claim in reading(text).claims if claim.property == "supplied"]) == told


def test_a_bare_word_is_no_firm_in_the_next_sentence() -> None:
    assert reading("누리테라는 새로운 위협이다. 연구용 로봇과 배터리 기술을 개발하겠다.").claims == ()


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("전문가로 한돌연 서정호 선임연구위원이 참석했다.", "한돌연", "ResearchInstitute"),
        ("전문가로 새벽누리대 서정호 교수가 참석했다.", "새벽누리대", "University"),
        ("전문가로 라온라이더유니온 서정호 위원장이 참석했다.", "라온라이더유니온", "Association"),
        ("전문가로 라온소프트 서정호 대표가 참석했다.", "라온소프트", "Company"),
    ],
)
def test_a_new_body_with_a_post_is_what_its_name_ends_in(text: str, name: str, type_: str) -> None:
    found = findings(text).mentions
    assert [(m.text, m.type) for m in found if m.start == text.index(name)] == [(name, type_)]
    assert "서정호" in {m.text for m in found if m.type == "Person"}


@pytest.mark.parametrize("place", ["유럽", "중동", "북미", "동유럽", "파리"])
def test_a_part_of_the_world_is_no_firm_that_gets_what_is_exported_there(place: str) -> None:
    assert {c.property for c in reading(f"LG전자는 {place}에 휴머노이드 ‘두루’를 수출하고 있다.").claims} == {"inField", "supplied"}
    assert not [r for r in reading(f"LG전자는 {place}에 휴머노이드 ‘두루’를 수출하고 있다.").referents if r.name == place]
