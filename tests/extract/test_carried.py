"""What a clause leaves to the next one, and what it does not."""

from __future__ import annotations

import pytest

from tests.road import reading, told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("과기정통부는 기업이 성장할 수 있도록 양자컴퓨팅을 지원한다.", "과학기술정보통신부 supports 양자컴퓨팅"),
        ("과기정통부가 기업이 성장하도록 양자컴퓨팅을 지원한다.", "과학기술정보통신부 supports 양자컴퓨팅"),
        ("과기정통부는 회의를 열었다. 기업이 성장하도록 양자컴퓨팅을 육성한다.", "과학기술정보통신부 supports 양자컴퓨팅"),
    ],
)
def test_who_acts_is_not_whom_it_is_done_for(text: str, fact: str) -> None:
    assert any(one.startswith(fact) for one in told(text))


@pytest.mark.parametrize(
    ("behind", "amount"),
    [
        ("이 사업은 올해 300억원이 지원된다.", "30000000000 KRW"),
        ("예산 규모는 300억원임.", "30000000000 KRW"),
        ("참가비는 3만원이다.", None),
    ],
)
def test_a_sum_told_beside_one_telling_of_a_fact_is_the_fact_s(behind: str, amount: str | None) -> None:
    found = reading(f"중기부는 '양자 도약 사업'을 추진한다. {behind}", "2025-03-12")
    assert [claim.amount for claim in found.claims if claim.property == "implements"] == [amount]


def test_whom_a_line_begins_with_it_is_about_and_the_next_one_is_not() -> None:
    text = "(KIST) 로봇 '두루'를 개발.\n'하람'도 개발."
    assert [one for one in told(text) if " developed " in one] == ["한국과학기술연구원 developed 두루"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("카카오의 경우 로봇 '두루'를 개발했다.", ["카카오 developed 두루"]),
        ("카카오의 경우에는 로봇 '두루'를 개발했다.", ["카카오 developed 두루"]),
        ("카카오를 찾은 경우 로봇 '두루'를 개발했다.", []),
    ],
)
def test_whose_case_is_told_is_what_is_told_of(text: str, facts: list[str]) -> None:
    assert [one for one in told(text) if " developed " in one] == facts


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("로봇 '두루'를 개발한 김가람 LG전자 부장, 정하람 KIST 박사, 심다온 KAIST 교수가 상을 받았다.", ["LG전자"]),
        ("로봇 '두루'를 개발한 LG전자와 KIST, KAIST가 상을 받았다.", ["LG전자", "한국과학기술연구원", "한국과학기술원"]),
    ],
)
def test_of_a_list_of_people_the_clause_before_it_tells_of_the_first(text: str, made: list[str]) -> None:
    assert [one.partition(" developed ")[0] for one in told(text) if " developed " in one] == made


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("KIST는 로봇 '두루'를, LG전자는 챗봇 '가온'을 개발했다.", ["한국과학기술연구원 developed 두루", "LG전자 developed 가온"]),
        (
            "KIST는 하늘을 나는 로봇 '두루'를, LG전자는 물건을 옮기는 로봇 '가람이'를 개발했다.",
            ["한국과학기술연구원 developed 두루", "LG전자 developed 가람이"],
        ),
        (
            "KIST가 로봇 '두루'를, 카카오가 챗봇 '가온'을 LG전자에 납품했다.",
            ["한국과학기술연구원 supplied LG전자", "카카오 supplied LG전자"],
        ),
        ("KIST는 로봇 '두루'를 보고, LG전자는 챗봇 '가온'을 개발했다.", ["LG전자 developed 가온"]),
        ("로봇 '두루'는 KIST가, 챗봇 '가온'은 LG전자가 개발했다.", ["한국과학기술연구원 developed 두루", "LG전자 developed 가온"]),
        (
            "로봇 '두루'는 KIST가, 챗봇 '가온'은 LG전자가, 드론 '나래'는 카카오가 개발했다.",
            ["한국과학기술연구원 developed 두루", "LG전자 developed 가온", "카카오 developed 나래"],
        ),
        ("로봇 '두루'는 KIST가 봤고, 챗봇 '가온'은 LG전자가 개발했다.", ["LG전자 developed 가온"]),
    ],
)
def test_each_of_several_does_what_the_verb_tells_to_a_thing_of_his_own(text: str, facts: list[str]) -> None:
    lines = {" ".join(one.split()[:3]) for one in told(text)}
    assert lines >= set(facts)
    assert not any(one.startswith(("LG전자 developed 두루", "한국과학기술연구원 developed 가온", "카카오 supplied 두루")) for one in lines)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("LG전자는 로봇 '두루'를 카카오가 만든 드론 '나래'와 전시했다.", ["카카오 developed 나래"]),
        ("LG전자는 로봇 '두루'와 카카오가 만든 드론 '나래'를 전시했다.", ["카카오 developed 나래"]),
        ("LG전자는 로봇 '두루'를 카카오가 만든 뒤에 나왔다.", ["카카오 developed 두루"]),
    ],
)
def test_what_is_shown_beside_a_thing_is_not_of_who_made_that(text: str, made: list[str]) -> None:
    assert [one for one in told(text) if " developed " in one] == made


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("로봇 '두루'는 감속기 '가온'과 하람로보의 카메라 '나래'를 장착했다.", ["가온", "나래"]),
        ("로봇 '두루'는 KIST와 하람로보의 카메라 '나래'를 장착했다.", ["나래"]),
    ],
)
def test_a_thing_is_listed_with_one_that_has_a_maker(text: str, used: list[str]) -> None:
    assert sorted(one.partition(" uses ")[2].split()[0] for one in told(text) if one.startswith("두루 uses ")) == used


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # The clause before A tells of A, not of what the sentence is about.
        ("이 사업은 어제 국정현안회의에서 발표된 '양자 도약 전략'의 일환이다.", ["국정현안회의 discussed 양자 도약 전략"]),
        ("'양자 씨앗 사업'은 어제 국정현안회의에서 발표된 '양자 도약 전략'의 일환이다.", ["국정현안회의 discussed 양자 도약 전략"]),
        ("'양자 씨앗 사업'은 어제 국정현안회의에서 발표됐다.", ["국정현안회의 discussed 양자 씨앗 사업"]),
        ("'양자 씨앗 사업'은 어제 국정현안회의에서 발표된 사업이다.", ["국정현안회의 discussed 양자 씨앗 사업"]),
        # Nor does what stands behind its subject belong to the main clause.
        (
            "이번 포럼은 지난 1월 김가람 장관이 제주에서 가진 '양자 석학과의 대화'에 이어 마련됐다.",
            ["양자 석학과의 대화 heldAt 제주특별자치도", "김가람 hosted 양자 석학과의 대화"],
        ),
        ("이번 포럼은 제주에서 김가람 장관이 참석한 가운데 열렸다.", ["포럼 heldAt 제주특별자치도"]),
    ],
)
def test_a_clause_before_a_name_tells_of_it_and_not_of_the_topic(text: str, facts: list[str]) -> None:
    wanted = (" discussed ", " heldAt ", " hosted ")
    assert [one for one in told(text, "2025-03-12") if any(word in one for word in wanted)] == facts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("KIST는 로봇 '두루'를 개발하고 지원을 아끼지 않겠다고 밝혔다.", "planned"),
        ("KIST는 로봇 '두루'를 개발하고 로봇 '나루'는 공개하지 않았다.", "actual"),
        ("KIST는 로봇 '두루'를 개발하지 않았다.", "negated"),
    ],
)
def test_what_is_denied_of_the_next_act_is_not_denied_of_the_one_before(text: str, status: str) -> None:
    found = reading(text)
    names = {r.key: r.name for r in found.referents}
    assert [c.status for c in found.claims if c.property == "developed" and names[c.object] == "두루"] == [status]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("미국, 독일, 일본이 'AI 포럼'에 참석했다.", {"미국", "독일", "일본"}),
        ("독일, KIST가 'AI 포럼'에 참석했다.", {"독일", "한국과학기술연구원"}),
        ("독일, 대한민국 총리가 'AI 포럼'을 열었다.", set()),
    ],
)
def test_of_a_list_of_states_each_acts(text: str, states: set[str]) -> None:
    assert {one.partition(" participatedIn ")[0] for one in told(text) if " participatedIn " in one} == states


@pytest.mark.parametrize(
    ("text", "property_", "facts"),
    [
        ("공정위는 카카오가 정보를 제공한 날에 로봇 보급 사업을 시행했다.", "implements", ["공정거래위원회"]),
        ("과기정통부는 KIST가 로봇을 개발한 사실을 토대로 로봇 보급 사업을 시행했다.", "implements", ["과학기술정보통신부"]),
        ("카카오가 정보를 모으는 사업을 시행했다.", "implements", []),
        ("LG전자는 KIST가 만든 로봇을 공개했다.", "unveiled", []),
        ("산업부는 KIST가 센서를 실은 로봇을 공개했다고 밝혔다.", "unveiled", ["한국과학기술연구원"]),
        ("삼성전자는 정하람 회장이 칩을 만드는 카카오를 방문했다.", "visited", ["정하람"]),
        ("KIST는 과기정통부가 지원하는 연구기관이다.", "supports", ["과학기술정보통신부"]),
        ("과기정통부는 KIST가 사람처럼 걷는 로봇 '두루'를 개발했다고 밝혔다.", "developed", ["한국과학기술연구원"]),
        ("산업부는 LG전자가 AI가 탑재된 로봇 '두루'를 공개했다고 밝혔다.", "unveiled", ["LG전자"]),
        ("산업부는 LG전자가 미국에 있는 협력사와 로봇 '두루'를 개발했다고 밝혔다.", "developed", ["LG전자"]),
        ("산업부는 AI가 기기에 탑재된 로봇 '두루'를 공개했다고 밝혔다.", "unveiled", ["산업통상부"]),
        ("KIST가 작년에 제작한 로봇 '두루'를 LG전자가 공개했다.", "unveiled", ["LG전자"]),
    ],
)
def test_who_acts_in_a_clause_before_a_noun_does_so_there_alone_where_the_topic_acts(text: str, property_: str, facts: list[str]) -> None:
    assert [one.partition(f" {property_} ")[0] for one in told(text) if f" {property_} " in one] == facts


def test_what_is_done_in_a_town_is_not_done_by_the_one_told_of_before() -> None:
    text = "전남은 식품 기업의 스마트공장에 50억 원을 지원한다.\n전북에서는 바이오 분야에 67억 원을 투입해 스마트공장을 지원한다."
    assert [one for one in told(text) if " supports " in one and one.endswith("스마트공장")] == ["전라남도 supports 스마트공장"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("카카오는 KT와 만나 협약을 맺었다.", ["카카오 collaboratesWith KT"]),
        ("카카오는 KT와 만나 네이버와 협약을 맺었다.", ["카카오 collaboratesWith 네이버"]),
        ("카카오는 KT와 만났고 네이버가 협약을 맺었다.", []),
        ("카카오는 KT와 함께 전시회를 찾아 협약을 맺었다.", []),
        ("카카오는 KT와 다툰 네이버를 만나 협약을 맺었다.", []),
    ],
)
def test_with_whom_one_meets_one_signs_too(text: str, facts: list[str]) -> None:
    assert [one for one in told(text) if " collaboratesWith " in one] == facts


@pytest.mark.parametrize(
    ("text", "builders"),
    [
        ("카카오와 KT가 세운 합작사는 대전에 데이터센터 '나래'를 짓는다.", []),
        ("카카오가 키운 기술이 데이터센터 '나래'를 지었다.", []),
        ("카카오는 KT가 키운 기술로 대전에 데이터센터 '나래'를 짓는다.", ["카카오"]),
        ("카카오가 세운 KT는 대전에 데이터센터 '나래'를 짓는다.", ["KT"]),
    ],
)
def test_who_acts_in_a_clause_before_the_subject_acts_there_alone(text: str, builders: list[str]) -> None:
    assert [one.partition(" established ")[0] for one in told(text) if " established " in one and "나래" in one] == builders


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("KT와 소송을 벌인 LG전자는 로봇 '두루'를 개발했다.", 0),
        ("KT와 경쟁을 벌이던 LG전자가 로봇 '두루'를 개발했다.", 0),
        ("LG전자는 KT와 유사한 로봇 '두루'를 개발했다.", 0),
        ("LG전자는 KT와 아주 다른 로봇 '두루'를 개발했다.", 0),
        ("LG전자는 KT와 인공지능을 실은 로봇 '두루'를 개발했다.", 1),
        ("LG전자는 KT와 작은 로봇 '두루'를 개발했다.", 1),
    ],
)
def test_with_whom_something_else_was_done_or_compared_is_no_partner(text: str, partners: int) -> None:
    assert sum(" coDevelopedWith " in one for one in told(text)) == partners


@pytest.mark.parametrize(
    ("text", "fact", "holds"),
    [
        ("KIST는 로봇 '두루'를 개발해 이를 KT에 공급했다.", "한국과학기술연구원 supplied 두루", True),
        ("KIST는 로봇 '두루'를 개발했으며, 이를 다음 달 출시할 계획이다.", "한국과학기술연구원 unveiled 두루", True),
        ("KIST는 로봇 '두루'를 개발해 이를 이끈 사람을 공개했다.", "한국과학기술연구원 unveiled 두루", False),
        ("KIST는 로봇 '두루'를 개발해 그 결과를 공개했다.", "한국과학기술연구원 unveiled 두루", False),
        ("KIST는 반도체 '두루'를 활용해 이를 개발했다.", "한국과학기술연구원 developed 두루", False),
        ("KIST는 반도체 '두루'를 활용해 개발했다.", "한국과학기술연구원 developed 두루", False),
        ("KIST는 로봇 '두루'를 개발하고 AI를 활용해 이를 공개했다.", "한국과학기술연구원 unveiled 두루", True),
        ("KIST는 로봇 '두루'를 도입하고 이를 공개했다.", "한국과학기술연구원 unveiled 두루", True),
    ],
)
def test_a_word_that_points_back_is_the_object_before(text: str, fact: str, holds: bool) -> None:
    assert (fact in told(text)) is holds
