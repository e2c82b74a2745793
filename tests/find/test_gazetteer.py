"""Known names: the longest at each place, only where the word ends with the name, and only those of the day."""

from __future__ import annotations

import pytest

from kg.find.gazetteer import known_words
from tests.road import findings, mention, named, ontology


def rows(text: str, date: str | None = None) -> list[tuple[str, str]]:
    """The known names as (surface, row)."""
    return [(m.text, m.authority) for m in findings(text, date).mentions if m.authority]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한국과학기술연구원은 웃었다.", [("한국과학기술연구원", "kist")]),
        ("KIST는 웃었다.", [("KIST", "kist")]),
        ("한국 과학기술 연구원은 웃었다.", [("한국 과학기술 연구원", "kist")]),
        ("국가 인공지능 위원회는 웃었다.", [("국가 인공지능 위원회", "national-ai-committee")]),
        ("서울대 연구진이 웃었다.", [("서울대", "snu")]),
        ("LG전자·KT가 웃었다.", [("LG전자", "lg-electronics"), ("KT", "kt")]),
        ("㈜KT는 웃었다.", [("KT", "kt")]),
        ("(KIST)는 웃었다.", [("KIST", "kist")]),
        ("‘KIST’는 웃었다.", [("KIST", "kist")]),
        ("SK 하이닉스는 웃었다.", [("SK 하이닉스", "sk-hynix")]),
        ("과기정통부장관이 웃었다.", [("과기정통부", "msit")]),
        ("KAIST총장이 웃었다.", [("KAIST", "kaist")]),
        # What says that it is a firm belongs to no name.
        ("베스타스사와 인텔社가 웃었다.", [("베스타스", "vestas"), ("인텔", "intel")]),
        # A particle that another follows is the end of a noun.
        ("연구로를 수출했다.", [("연구로", "research-reactor")]),
        ("이번 연구로는 부족하고, 연구로 얻은 것이 없다.", []),
        ("제5차 과학기술기본계획을 마련했다.", [("제5차 과학기술기본계획", "sti-basic-plan-5")]),
        ("금융위원장은 웃었다.", [("금융위", "fsc")]),
        ("특허청장은 웃었다.", [("특허청", "kipo")]),
        ("한국국제협력단은 웃었다.", [("한국국제협력단", "koica")]),
        # Others have one as well.
        ("새길대 국제협력단과 새길 경영자총협회는 웃었다.", []),
    ],
)
def test_a_known_name_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("산업통상부문 매출이 늘었다.", "산업통상부"),
        ("SKT는 웃었다.", "KT"),
        ("KTX가 달린다.", "KT"),
        ("제주도에 소재한 기업이다.", "소재"),
        ("정부는 우리 기술을 믿는다.", "우리 기술"),
        ("대전시민이 웃었다.", "대전시"),
        ("서울대공원에 갔다.", "서울대"),
        ("KISTI는 웃었다.", "KIST"),
        ("드론하다는 말은 없다.", "드론"),
        ("인텔사옥에 갔다.", "인텔"),
        ("네이버사업부가 웃었다.", "네이버"),
        ("한국은행사가 열렸다.", "한국은행"),
    ],
)
def test_a_name_inside_another_word_is_none(text: str, surface: str) -> None:
    assert surface not in [found for found, _ in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("엘지(LG)전자는 웃었다.", [("엘지(LG)전자", "lg-electronics")]),
        ("에스케이(SK)하이닉스가 웃었다.", [("에스케이(SK)하이닉스", "sk-hynix")]),
        ("지능형(스마트)공장을 늘린다.", [("지능형(스마트)공장", "smart-factory")]),
        ("인공지능(AI) 반도체를 만든다.", [("인공지능(AI) 반도체", "ai-semiconductor")]),
        ("유럽연합(EU) 집행위원회가 웃었다.", [("유럽연합(EU) 집행위원회", "european-commission")]),
        ("카카오(KAIST) 로봇이 웃었다.", [("카카오", "kakao"), ("KAIST", "kaist"), ("로봇", "robot")]),
        ("인공지능(AI)을 반도체에 쓴다.", [("인공지능", "ai"), ("AI", "ai"), ("반도체", "semiconductor")]),
        ("인공지능(이하 AI) 반도체를 만든다.", [("인공지능", "ai"), ("AI", "ai"), ("반도체", "semiconductor")]),
    ],
)
def test_a_name_may_spell_a_part_of_it_twice(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", ["배터리소재 기업이다.", "반도체소재를 만든다.", "로봇산업을 키운다."])
def test_a_technology_may_stand_inside_a_longer_word(text: str) -> None:
    assert rows(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("두 나라는 양자 회담을 열었다.", False),
        ("두 나라는 양자 간의 이견을 좁혔다.", False),
        ("정부는 양자·다자 협의를 늘린다.", False),
        ("정부는 다자·양자 무대를 쓴다.", False),
        ("정부는 양자 공모형과 다자 공모형으로 뽑는다.", False),
        ("정부는 양자 공모형, 다자 협력을 늘린다.", True),
        ("양자 간섭을 연구했다.", True),
        ("양자 관계자가 웃었다.", True),
        ("AI·양자 협력을 늘린다.", True),
        ("양자와 AI를 연구했다.", True),
    ],
)
def test_a_name_that_is_another_word_too_is_none_where_that_stands(text: str, meant: bool) -> None:
    assert (("양자", "quantum") in rows(text)) == meant


def test_the_longest_name_wins() -> None:
    assert rows("한국과학기술정보연구원은 웃었다.") == [("한국과학기술정보연구원", "kisti")]
    assert rows("LG AI연구원은 웃었다.") == [("LG AI연구원", "lg-ai-research")]


@pytest.mark.parametrize(
    ("name", "date", "row"),
    [
        ("미래창조과학부", "2015-05-05", "msip"),
        ("과학기술정보통신부", "2020-05-05", "msit"),
        ("산업통상자원부", "2024-05-05", "motie"),
        ("산업부", "2024-05-05", "motie"),
        ("산업부", "2026-05-05", "motir"),
    ],
)
def test_a_name_means_the_body_of_the_day(name: str, date: str, row: str) -> None:
    assert rows(f"{name}는 웃었다.", date) == [(name, row)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("이날 정부는 웃었다.", True),
        ("우리나라 정부는 웃었다.", True),
        ("부산에서 정부는 웃었다.", True),
        ("캘리포니아주 정부는 웃었다.", False),
        ("북미 정부는 웃었다.", False),
        ("한·미 정부는 웃었다.", False),
        ("양국 정부는 웃었다.", False),
    ],
)
def test_a_government_behind_another_place_or_several_states_is_not_this_ones(text: str, own: bool) -> None:
    found = mention(text, "정부")
    assert (found is not None and found.authority == "republic-of-korea-government") is own


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("대전시는 웃었다.", "대전시", "GovernmentBody"),
        ("미국이 규제를 풀었다.", "미국", "GovernmentBody"),
        ("KIST는 대전시, 충청북도와 협약을 맺었다.", "대전시", "GovernmentBody"),
        ("KIST는 대전시, 충청북도와 협약을 맺었다.", "충청북도", "GovernmentBody"),
        ("KIST는 대전시에서 모였다.", "대전시", "Place"),
        ("대전시 벡스코에 있다.", "대전시", "Place"),
        ("미국과 일본에서 판다.", "미국", "Place"),
        ("미국의 시장은 크다.", "미국", "Place"),
    ],
)
def test_a_city_is_a_place_until_it_acts(text: str, name: str, type_: str) -> None:
    """What the particle cannot tell is for the reference stage to see."""
    found = mention(text, name)
    assert found is not None
    assert found.type == type_


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("에코솔리드는 경남 함안에 공장을 짓는다.", ["경남 함안"]),
        ("에코솔리드는 함안 차씨를 만났다.", []),
        ("전북 진안과 경남 산청에서 열렸다.", ["전북 진안", "경남 산청"]),
        ("인천·경기, 강릉·양양에서 열렸다.", ["인천", "경기", "강릉", "양양"]),
        ("경기, 강원에서 열렸다.", ["경기", "강원"]),
        ("경기·음성 안내가 늘었다.", []),
    ],
)
def test_a_town_that_is_a_common_word_is_named_behind_its_province_or_in_a_list_of_others(text: str, names: list[str]) -> None:
    assert named(text, "Place") == names


def test_two_known_things_with_a_dot_between_them_are_two() -> None:
    assert [m.authority for m in findings("수소·전기차를 산다.").mentions] == ["hydrogen", "electric-vehicle"]


@pytest.mark.parametrize("text", ["그 값은 134Cs 기준이다.", "Add 함수를 썼다.", "보기 a와 b가 있다.", "It 시장이 크다."])
def test_a_common_word_in_latin_letters_is_no_acronym(text: str) -> None:
    assert [m.text for m in findings(text).mentions if m.authority] == []


@pytest.mark.parametrize("text", ["과기정통부는 웃었다.", "휴머노이드는 걷는다.", "누리호를 쏘았다."])
def test_a_known_name_is_sure(text: str) -> None:
    (found,) = findings(text).mentions
    assert (found.rule, found.confidence) == ("authority", 0.97)


@pytest.mark.parametrize("name", ["유상임", "배경훈", "샘 올트먼", "젠슨 황"])
@pytest.mark.parametrize(
    "text",
    [
        "{}은 웃었다.",
        ("{} 부총리는 웃었다."),
        ("{} KIST 원장은 웃었다."),
    ],
)
def test_a_known_person_is_known_with_and_without_a_title(name: str, text: str) -> None:
    found = mention(text.format(name), name)
    assert found is not None
    assert found.authority is not None


def test_a_namesake_of_a_known_person_needs_a_title() -> None:
    row = next(r for r in ontology().authority.rows.values() if r.type == "Person" and r.needs_cue(r.ko))
    assert rows(f"{row.ko}은 웃었다.") == []
    assert row.ko not in known_words(ontology().authority)


def test_every_name_that_kiwi_is_told_is_one_of_a_row() -> None:
    words = known_words(ontology().authority)
    assert len(words) > 1000
    assert all(name in ontology().authority.rows[row].names for name, row in words.items())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("삼성전자, 현대 등이 투자했다.", ["삼성전자", "현대"]),
        ("비보, 샤오미가 왔다.", ["비보", "샤오미"]),
        ("현대 사회는 복잡하다.", []),
        ("예술, 현대 미술을 본다.", []),
    ],
)
def test_a_common_word_in_a_list_of_firms_is_one(text: str, found: list[str]) -> None:
    assert named(text, "Company") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("데이터, 네트워크, 사물인터넷을 키운다.", ["네트워크", "사물인터넷"]),
        ("AI·데이터를 키운다.", ["AI", "데이터"]),
        ("데이터를 모은다.", []),
        ("예산, 데이터를 모은다.", []),
    ],
)
def test_a_common_word_in_a_list_of_fields_is_one(text: str, found: list[str]) -> None:
    assert named(text, "Technology") == found


@pytest.mark.parametrize(
    ("text", "names"), [("에이펙스실리콘을 만났다.", []), ("에이펙에서 만났다.", ["에이펙"]), ("에이펙이 열렸다.", ["에이펙"])]
)
def test_a_known_name_that_is_torn_off_a_longer_word_is_none(text: str, names: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.authority] == names
