"""Names that the word before them shows: a country, a body, a kind of firm or thing; and events in Latin letters with a year."""

from __future__ import annotations

import pytest

from tests.road import findings, mention, named, wrong


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("로봇 기업 가온테크는 새 로봇을 공개했다.", "가온테크"),
        ("AI 스타트업 마루넷은 새 로봇을 공개했다.", "마루넷"),
        ("AI 스타트업 마루넷 정하람 대표는 새 로봇을 공개했다.", "마루넷"),
        ("AI 스타트업 마루넷 등 12곳이 왔다.", "마루넷"),
        ("AI 스타트업 마루넷 인수를 추진한다.", "마루넷"),
        ("핀테크 기업 새길페이 이용자가 늘었다.", "새길페이"),
        ("자동차 소재 전문기업인 가온테크는 새 공장을 열었다.", "가온테크"),
        ("게임 개발사인 마루넷의 게임을 봤다.", "마루넷"),
        # Names of firms begin as surnames do, and end as kinds of things.
        ("AI 스타트업 마루넷 대표가 왔다.", "마루넷"),
        ("AI 기업 이노봇 연구소장이 왔다.", "이노봇"),
        ("로봇 기업 하이젠 대표가 왔다.", "하이젠"),
        ("AI 기업 이도온 CEO 정하람이 왔다.", "이도온"),
        ("부품사 새길금형과 협약을 맺었다.", "새길금형"),
        ("보안 기업 새길시와 협약을 맺었다.", "새길시"),
        ("AI 스타트업 마루넷 출신 정하람 전무가 왔다.", "마루넷"),
        ("완성차 부품사 태산오토와 협약을 맺었다.", "태산오토"),
        ("냉각유는 정유사 한울에너지와 만들었다.", "한울에너지"),
        ("통신은 통신장비사 새벽웨이브가 맡았다.", "새벽웨이브"),
        # The kind is no part of a name that ends as things do too; and a name of two words.
        ("통신은 통신장비사 에어그린솔루션이 맡았다.", "에어그린솔루션"),
        ("게임은 자회사 스튜디오 가람별이 맡았다.", "스튜디오 가람별"),
        ("배후에는 사모펀드 가람비켄이 있다.", "가람비켄"),
        wrong(
            "로봇 기업 가온은 새 로봇을 공개했다.",
            "가온",
            reason="behind 기업 only a proper noun is a name, and Kiwi takes 가온 for a common one",
        ),
    ],
)
def test_a_firm_is_told_by_the_kind_of_firm_before_it(text: str, name: str) -> None:
    assert named(text, "Company") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "여러 기업 관계자가 왔다.",
        "대상은 창업기업인 초기 스타트업이다.",
        "여성기업인 정하람이 웃었다.",
        "해외 기업인 경우 돕지 않는다.",
        "반도체 기업인 만큼 지원이 필요하다.",
        "협력사인 정하람 씨네 공장을 봤다.",
        "국내 기업 대표가 왔다.",
        "로봇 기업 투자가 늘었다.",
        "부품사 공급망이 흔들렸다.",
        "총판 계약을 맺었다.",
        "수출기업 CEO가 왔다.",
        "자회사 스튜디오 인수를 추진한다.",
        "사모펀드 규제가 풀렸다.",
        "팹리스 반도체 누리칩을 봤다.",
        "중소기업 이에스지(ESG) 평가를 시작했다.",
        "스타트업 파크에 사람이 모였다.",
        # Who heads the firm; what is done for firms; and kinds.
        "제작사 정하람 대표는 새 게임을 공개했다.",
        "중소기업 특례보증 선정 결과를 발표했다.",
        "제작사 정하람 대표 인터뷰를 실었다.",
        "수요기업 매칭형에 대해서는 우대한다.",
        "해당 기업 희망시 지원한다.",
        "중소기업 바우처 지원을 시작했다.",
        "기업 리쇼어링 지원을 강화한다.",
    ],
)
def test_a_common_word_behind_a_kind_of_firm_is_none(text: str) -> None:
    assert named(text, "Company") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("독일 도르만텍(Dormantek GmbH)은 감속기를 공개했다.", ["도르만텍"]),
        ("프랑스 퍼블리셔 새벨로 인터랙티브(Saevelo Interactive)가 맡는다.", ["새벨로 인터랙티브"]),
        ("미국 전기차 부품사 새트라인(Saetline)에 공급한다.", ["새트라인"]),
        # A town is where something is done, and a person bears a title.
        ("독일 도르만트(Dormant)에서 행사를 열었다.", []),
        ("독일 새벽 하람(Saebyeok Haram) 교수가 왔다.", []),
    ],
)
def test_a_firm_is_told_by_its_country_and_its_name_in_latin_letters(text: str, names: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Company" and m.rule != "alias"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("오늘 도르만텍(Dormantek Robotics)에 갔다.", ["도르만텍"]),
        ("오늘 새벨로 인터랙티브(Saevelo Interactive)에 갔다.", ["새벨로 인터랙티브"]),
        ("오늘 협력사 도르만텍(Dormantek GmbH)에 갔다.", ["도르만텍"]),
        # One word may be a kind of firm, and common words are explained in Latin letters too.
        ("오늘 도르만트(Robotics)에 갔다.", []),
        ("오늘 도르만트(Dormant River)에 갔다.", []),
        ("오늘 위험 자본(Venture Capital)에 갔다.", []),
    ],
)
def test_a_firm_is_told_by_the_last_word_of_its_name_in_latin_letters(text: str, names: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Company" and m.rule != "alias"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CES 2026에 참가했다.", ["CES 2026"]),
        ("Robot World 2025가 열렸다.", ["Robot World 2025"]),
        ("MWC 2026에서 공개했다.", ["MWC 2026"]),
        ("A 2026년에 판다.", []),
        ("GPU 2026개를 샀다.", []),
        ("Robot Act 2026을 검토했다.", []),
        ("Robot Vision 2040을 냈다.", []),
        ("Global Robot Outlook 2026을 냈다.", []),
        ("Robot Studio 2026을 썼다.", []),
        ("로봇 코리아 2040을 발표했다.", []),
        ("2026 로봇쇼 코리아를 개최했다.", ["2026 로봇쇼 코리아"]),
        ("24일 개막한 새길쇼 코리아 2026에 참가했다.", ["새길쇼 코리아 2026"]),
        ("나래코리아 2026에서 로봇을 선보인다.", ["나래코리아 2026"]),
        ("나래코리아 2026이 24일 개막했다.", ["나래코리아 2026"]),
        ("구글코리아 2026년 계획을 밝혔다.", []),
        ("구글코리아 2026 채용을 시작했다.", []),
        ("탄소중립 코리아 2050에 참여한다.", []),
        ("2026 팀코리아를 출시했다.", []),
        ("Saegil Robot Outlook 2026을 냈다.", []),
        ("2026 새길 코리아 조사를 발표했다.", []),
    ],
)
def test_a_name_with_a_year_is_an_event(text: str, names: list[str]) -> None:
    assert named(text, "Event") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [("새길로의 AI 모델 S7이 나왔다.", "S7"), ("로봇 G-12를 공개했다.", "G-12"), ("새 칩 MK300X를 판다.", "MK300X")],
)
def test_a_code_behind_a_kind_of_product_is_its_name(text: str, name: str) -> None:
    found = mention(text, name)
    assert found is not None
    assert found.type == "Product"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("독일 연방경제부가 협약을 맺었다.", ["독일 연방경제부"]),
        ("브라질 새벽기술부장관이 왔다.", ["브라질 새벽기술부"]),
        ("브라질 새벽기술부차관과 만났다.", ["브라질 새벽기술부"]),
        ("이집트 새벽청장이 왔다.", ["이집트 새벽청"]),
        ("영국 새벽위원회와 협약을 맺었다.", ["영국 새벽위원회"]),
        # Another country's body is none of the same name at home; what is known at home needs no country before it.
        ("체코 국방부가 협약을 맺었다.", ["체코 국방부"]),
        ("한국 국방부가 협약을 맺었다.", ["국방부"]),
        # Each state has a parliament and forces.
        ("폴란드 공군, 태국 해군과 협약을 맺었다.", ["폴란드 공군", "태국 해군"]),
        ("한국 공군과 협약을 맺었다.", ["공군"]),
        ("태국, 공군과 협약을 맺었다.", ["공군"]),
        # Of several that a dash joins the country is of the last alone.
        ("보건복지부-새벽진흥원-독일 교육부가 협약을 맺었다.", ["보건복지부", "독일 교육부"]),
        # A town has no committee before whose name its own belongs, and a unit's head no ministry.
        ("서울 새벽계획위원회와 협약을 맺었다.", ["새벽계획위원회"]),
        ("미국 영업부장이 왔다.", []),
    ],
)
def test_a_body_of_another_country_bears_the_name_of_it(text: str, names: list[str]) -> None:
    assert named(text, "GovernmentBody") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("핀란드 오울루대와 협약을 맺었다.", ["오울루대"]),
        ("독일 예나대, 영국 리즈대와 협약을 맺었다.", ["예나대", "리즈대"]),
        ("미국 시장 확대와 함께 협약을 맺었다.", []),
        ("미국 델타부대와 협약을 맺었다.", []),
        ("일본 자위대와 협약을 맺었다.", []),
        ("한국 오울루대와 협약을 맺었다.", []),
    ],
)
def test_a_proper_noun_behind_another_state_that_ends_as_a_university_is_one(text: str, names: list[str]) -> None:
    assert named(text, "University") == names


def test_a_society_of_another_country_bears_the_name_of_it_too() -> None:
    assert named("프랑스 새벽재단과 협약을 맺었다.", "Association") == ["프랑스 새벽재단"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("한국산업단지공단 강원지역본부와 협약을 맺었다.", ["한국산업단지공단 강원지역본부"]),
        ("국세청 새벽사무소가 문을 열었다.", ["국세청 새벽사무소"]),
        ("통일부 새벽교육원은 행사를 연다.", ["통일부", "새벽교육원"]),
        ("특허청 새벽연수원장이 왔다.", ["특허청", "새벽연수원"]),
        # A kind of unit is none, nor is one behind no body; the head of a branch holds his post at the body.
        ("한국산업단지공단 지역본부와 협약을 맺었다.", ["한국산업단지공단"]),
        ("이날 강원지역본부와 협약을 맺었다.", []),
        ("한국산업단지공단 강원지역본부장이 왔다.", ["한국산업단지공단"]),
    ],
)
def test_a_branch_bears_the_name_of_its_body_and_a_school_its_own(text: str, names: list[str]) -> None:
    assert named(text, "GovernmentBody") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("한국기계연구원 새벽센터는 협약을 맺었다.", ["한국기계연구원 새벽센터"]),
        ("한국기계연구원 새벽연구본부와 협약을 맺었다.", ["한국기계연구원 새벽연구본부"]),
        ("한국기계연구원 새벽센터는 문을 열었다. 새벽센터와 협약을 맺었다.", ["한국기계연구원 새벽센터", "새벽센터"]),
        ("한국기계연구원 새벽연구센터는 문을 열었다. 새벽연구센터는 협약을 맺었다.", ["한국기계연구원 새벽연구센터", "새벽연구센터"]),
        ("새벽센터, 로봇 공개\n\n한국기계연구원 새벽센터는 웃었다.", ["새벽센터", "한국기계연구원 새벽센터"]),
        ("한국기계연구원 새벽센터는 문을 열었다. 이 새벽센터는 쉰다.", ["한국기계연구원 새벽센터", "새벽센터"]),
        # What is built or has a director is any such unit.
        ("한국기계연구원 새벽센터는 문을 열었다. 나래전자는 새벽센터를 광주에 짓는다. 새벽센터장이 왔다.", ["한국기계연구원 새벽센터"]),
        # Behind another body or a place it is another's, behind 각 or 지역 one of many.
        ("한국기계연구원 새벽센터는 문을 열었다. KT 새벽센터는 쉰다. 서울 새벽센터와 만났다.", ["한국기계연구원 새벽센터"]),
        ("한국기계연구원 새벽센터는 문을 열었다. 각 새벽센터와 지역 새벽센터, KT의 새벽센터는 쉰다.", ["한국기계연구원 새벽센터"]),
        # Whoever is of a unit is of its body, and facilities and what is there for a time act for nobody.
        ("한국기계연구원 새벽센터의 정하람 박사는 협약을 맺었다.", ["한국기계연구원"]),
        ("한국기계연구원 새벽고객센터와 체육센터는 협약을 맺었다. 한국기계연구원 연구본부는 쉰다.", ["한국기계연구원"]),
        ("한국기계연구원 새벽센터를 지었다.", ["한국기계연구원"]),
        ("한국기계연구원 새벽센터장이 왔다.", ["한국기계연구원"]),
        ("한국기계연구원 본부는 대전에 있다.", ["한국기계연구원"]),
        ("삼성전자 AI연구소는 모델을 냈다. 삼성전자 부설연구소가 참여했다.", ["삼성전자 AI연구소"]),
        ("금호타이어 중앙연구소는 타이어를 냈다. 금호타이어 부속연구소가 참여했다.", ["금호타이어 중앙연구소"]),
    ],
)
def test_a_unit_of_an_institute_that_acts_bears_its_name(text: str, names: list[str]) -> None:
    assert named(text, "ResearchInstitute") == names


def test_a_known_body_behind_another_is_no_unit_of_its_name() -> None:
    assert named("과기정통부 우정사업본부와 협약을 맺었다.", "GovernmentBody") == ["과기정통부", "우정사업본부"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("정하람 연세대학교 의과대학 교수가 왔다.", ["연세대학교 의과대학"]),
        ("연세대학교 산학협력단과 협약을 맺었다.", ["연세대학교 산학협력단"]),
        ("정하람 연세대학교 신소재공학과 교수가 왔다.", ["연세대학교"]),
        ("KIST 산학협력단과 협약을 맺었다.", []),
        ("연세대 나노학과와 협약을 맺었다.", ["연세대 나노학과"]),
        ("연세대 IT대학과 협약을 맺었다.", ["연세대 IT대학"]),
        ("연세대 참여대학은 협약을 맺었다. 연세대 나노학과 학생이 왔다.", ["연세대"]),
        ("연세대 신설학과는 협약을 맺었다. 연세대 관련학과와 협약을 맺었다.", ["연세대"]),
        ("연세대 로봇대학원이 문을 열었다.", ["연세대", "로봇대학원"]),
    ],
)
def test_a_faculty_bears_the_name_of_its_university(text: str, names: list[str]) -> None:
    assert named(text, "University") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("일본 다온서모(Daon Thermo)는 칠러를 공급했다.", ["다온서모"]),
        ("일본 통신사 다온서모(Daon Thermo)는 칠러를 공급했다.", ["다온서모"]),
        ("브라질 다온코(DaonCo)와는 협약을 맺었다.", ["다온코"]),
        ("캐나다 업체 다온트 세미(Daont Semi)에서 들여왔다.", ["다온트 세미"]),
        ("중국 선전의 다온로보틱스(Daon Robotics)는 칠러를 공급했다.", ["다온로보틱스"]),
        ("중국 다온과기(多溫科技·Daon Tech)는 칠러를 공급했다.", ["다온과기"]),
        ("브라질 다온코(DaonCo)에서 협약을 맺었다.", []),
    ],
)
def test_a_firm_behind_its_country_may_have_a_gloss_of_more_words(text: str, names: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Company" and m.rule == "company-gloss"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("체코 공정거래위원장과 만났다.", ["체코 공정거래위"]),
        ("체코 합참의장이 방한했다.", ["체코 합참"]),
        ("체코 감사원이 보고서를 냈다.", ["체코 감사원"]),
        ("체코 국회를 찾았다.", ["체코 국회"]),
        ("체코 해군, 공군, 육군은 드론을 쓴다.", ["체코 해군"]),
        ("미국 해군·공군은 드론을 쓴다.", ["미국 해군", "공군"]),
        # This state's own, and what another names.
        ("합참의장이 체코로 떠났다.", ["합참"]),
        ("한국 합참의장이 떠났다.", ["합참"]),
        ("체코 해군, 한국 공군이 드론을 쓴다.", ["체코 해군", "공군"]),
        ("해군, 공군이 드론을 쓴다.", ["해군", "공군"]),
        ("체코 국방부, 공군은 드론을 쓴다.", ["체코 국방부", "공군"]),
    ],
)
def test_what_this_state_has_too_is_another_one_s_behind_its_name(text: str, names: list[str]) -> None:
    found = named(text, "GovernmentBody")
    assert found == names, found


def test_what_a_list_goes_on_with_behind_another_state_s_body_is_its_own() -> None:
    rows = [m.authority for m in findings("미국 해군, 공군과 육군, 공군이 드론을 쓴다.").mentions if m.type == "GovernmentBody"]
    assert rows[:2] == ["us-navy", "us-air-force"]
    assert "us-army" not in rows
