"""Names in quotation marks."""

from __future__ import annotations

import pytest

from tests.road import findings, mention, named


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("「새길 대응 전담팀」을 신설했다.", "GovernmentBody", "새길 대응 전담팀"),
        ("앱 '공감'을 출시했다.", "Product", "공감"),
        ("스타트업 '동행'이 로봇을 팔았다.", "Company", "동행"),
        ("서울시는 '도전' 프로젝트를 시작했다.", "Policy", "'도전' 프로젝트"),
        ("위원회는 삼성전자 임원을 만나 ‘로봇 지원단’을 꾸렸다.", "GovernmentBody", "로봇 지원단"),
        ("장관은 ‘로봇 신고제’를 도입했다.", "Policy", "로봇 신고제"),
        ("장관은 ‘조선 수출 지원 TF’를 구성했다.", "GovernmentBody", "조선 수출 지원 TF"),
        ("협회는 '로봇 상생 라운지'를 설치했다.", "Product", "로봇 상생 라운지"),
        ("중기부는 「로봇 실습 교육과정」을 신설했다.", "Policy", "로봇 실습 교육과정"),
        ("양국은 ‘한-핀 로봇 대화’를 신설했다.", "Event", "한-핀 로봇 대화"),
        ("KIST는 로봇 '두루'를 공개했다.", "Product", "두루"),
        ("KIST는 휴머노이드 ‘두루’를 공개했다.", "Product", "두루"),
        ("AI 모델 “가온 2”를 공개했다.", "Product", "가온 2"),
        ("지난 6월 발사한 ‘새길별 2호’는 돌고 있다.", "Product", "새길별 2호"),
        ("해수부는 ‘새길 마포르호’를 뽑았다.", "Product", "새길 마포르호"),
        ("AI 스타트업 '나루'가 투자를 받았다.", "Company", "나루"),
        ("정부는 '양자 도약 전략'을 발표했다.", "Policy", "양자 도약 전략"),
        ("정부는 '모두의 로봇' 사업을 벌인다.", "Policy", "'모두의 로봇' 사업"),
        ("정부는 「로봇윤리 헌장」을 발표했다.", "Policy", "로봇윤리 헌장"),
        ("지난 12일 '2025 로봇 기술 포럼'이 열렸다.", "Event", "2025 로봇 기술 포럼"),
        ("〈로봇의 밤〉 행사를 열었다.", "Event", "〈로봇의 밤〉 행사"),
        ("‘새길로봇진흥원’이 문을 열었다.", "GovernmentBody", "새길로봇진흥원"),
        ('정부는 "‘두루 플랫폼’을 만들겠다"고 밝혔다.', "Product", "두루 플랫폼"),
    ],
)
def test_a_quoted_name_has_the_class_that_stands_in_beside_or_before_it(text: str, type_: str, name: str) -> None:
    assert named(text, type_) == [name]


def test_the_last_quotation_of_a_list_has_not_the_class_of_the_word_that_closes_it() -> None:
    assert named("‘새길 전시회’와 ‘로봇 챌린지’ 등 행사를 연다.", "Event")[:2] == ["새길 전시회", "로봇 챌린지"]


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("정부는 ‘국방 혁신과 정예 강군 건설’을 논의했다.", "Company", []),
        ("정부는 ‘튼튼한 국토 건설’을 말했다.", "Company", []),
        ("‘나루 건설’은 로봇을 샀다.", "Company", ["나루 건설"]),
        ("‘나루’ 정하람 대표가 왔다.", "Company", ["나루"]),
        ("‘밤의 나루’의 정하람 대표가 왔다.", "Company", ["밤의 나루"]),
        ("‘밤의 나루’ 정하람 대표가 왔다.", "Company", []),
        ("회의에는 ‘로봇 수요·공급기업’이 참여했다.", "Company", []),
        ("결과는 ‘2026 새길 정상회의 선언문’에 담겼다.", "Policy", ["2026 새길 정상회의 선언문"]),
        ("‘퀀텀 새길 2026’이 열렸다.", "Event", ["퀀텀 새길 2026"]),
    ],
)
def test_words_in_quotation_marks_that_end_like_a_firm_or_an_event(text: str, type_: str, names: list[str]) -> None:
    assert named(text, type_) == names


@pytest.mark.parametrize("name", ["가수 김민호", "주인공 길동호", "이재명호", "한미 우호"])
def test_who_or_what_ends_like_a_ship_is_none(name: str) -> None:
    assert named(f"해수부는 ‘{name}’를 뽑았다.", "Product") == []


@pytest.mark.parametrize("text", ["자동차 '증가'로 나타났다.", "‘로봇과 바다지도’를 주제로 말했다.", "KIST는 「혁신 기술」을 말했다."])
def test_a_common_word_and_a_theme_are_no_things(text: str) -> None:
    assert named(text, "Product") == [] and "혁신 기술" not in named(text, "Technology")


def test_what_is_printed_is_no_body() -> None:
    assert not [m for m in findings("성과는 국제 학술지 ‘네이처’와 학술지 「새길 처」에 실렸다.").mentions if m.type]
    # Nor is a word of its name.
    assert not [m for m in findings("성과는 학술지 「로봇 산업 전략」에, 논문 '로봇 두루'로 실렸다.").mentions if m.type]


def test_a_magazine_may_be_a_product_or_a_firm() -> None:
    found = findings("네이버는 웹매거진 '두루'를 출시했다. KT는 일간지 '새길신문'을 샀다.").mentions
    assert [m.text for m in found if not m.authority] == ["두루", "새길신문"]


def test_an_aim_alone_is_no_name() -> None:
    assert not [m for m in findings("장관은 '동행'과 '상생'을 말했다.").mentions if m.text in {"동행", "상생"}]


def test_what_is_quoted_behind_a_body_is_none_itself() -> None:
    assert "산업부 보관용" not in named("한빛로봇안전진흥원 ‘산업부 보관용’ 서류를 낸다.", "GovernmentBody")


def test_a_quoted_unit_is_of_the_class_of_the_body_that_is_topic_before_it() -> None:
    assert "조선 수출 지원 TF" in named("KIST는 ‘조선 수출 지원 TF’를 구성했다.", "ResearchInstitute")


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("독일, 양자컴퓨터 '함께 주문' 나섰다", []),
        ("휴머노이드 '한 걸음 더'", []),
        ("휴머노이드 '가온 2' 공개", ["가온 2"]),
        ("휴머노이드 '두루' 공개", ["두루"]),
    ],
)
def test_words_that_a_headline_stresses_behind_a_technology_are_no_product(headline: str, names: list[str]) -> None:
    assert named(headline, "Product", kinds="title") == names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("안건 2. 새길 로봇 전략", "새길 로봇 전략"),
        ("1. 새길 로봇 전략", "새길 로봇 전략"),
        ("① 새길 로봇 전략", "새길 로봇 전략"),
        ("(가칭)새길 로봇 전략", "새길 로봇 전략"),
        ("새길 2.0 로봇 전략", "새길 2.0 로봇 전략"),
    ],
)
def test_what_numbers_a_quoted_name_is_no_part_of_it(said: str, name: str) -> None:
    assert named(f"정부는 「{said}」을 논의했다.", "Policy") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("정부는 ‘지역을 위한 로봇 도약 전략’을 발표했다.", ["지역을 위한 로봇 도약 전략"]),
        ("정부는 「로봇을 활용한 지역 도약 방안」을 발표했다.", ["로봇을 활용한 지역 도약 방안"]),
        ("정부는 ‘지역을 위한 로봇 도약 전략’을 주제로 토론했다.", []),
        ("정부는 “로봇을 더욱 키워 나갈 새길 계획”을 발표했다.", []),
        ("정부는 ‘기업이 이끄는 로봇을 위한 전략’을 발표했다.", []),
    ],
)
def test_a_quoted_plan_may_tell_what_it_is_for_in_its_name(text: str, names: list[str]) -> None:
    assert [name for name in named(text, "Policy") if " " in name] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("새길시는 ‘로봇 부품 공동 실증 지원’을 추진한다.", ["로봇 부품 공동 실증 지원"]),
        ("새길시는 「로봇을 활용한 골목길 안전 연구」의 결과를 알렸다.", ["로봇을 활용한 골목길 안전 연구"]),
        ("‘골목길 조명 기술 개발’은 새길시가 맡는다.", ["골목길 조명 기술 개발"]),
        ("새길시는 “골목길 보행 안전수칙”을 만들었다.", ["골목길 보행 안전수칙"]),
        ("새길시는 ‘골목길 조명 설치 안내서’ 개정판을 펴냈다.", ["골목길 조명 설치 안내서"]),
        ("새길시는 ‘로봇 부품 공동 실증 지원’을 주제로 토론했다.", []),
        ("새길시는 ‘로봇 부품 공동 실증 지원’을 위해 애썼다.", []),
        ("새길시는 ‘로봇 부품 공동 실증 지원’에 대해 말했다.", []),
        ("정하람 박사는 ‘로봇 부품 공동 연구’ 발표에서 웃었다.", []),
        ("새길시는 ‘지원’을 추진한다.", []),
        ("협회는 ‘로봇 안전 이용 결의문’을 발표했다.", ["로봇 안전 이용 결의문"]),
        ("협회는 ‘결의문’을 발표했다.", []),
    ],
)
def test_what_is_done_is_the_name_of_a_plan_in_quotation_marks(text: str, names: list[str]) -> None:
    assert named(text, "Policy") == names


@pytest.mark.parametrize(
    "text",
    [
        "중기부는 ‘양자 도약 지원방안(’21.12월)’을 발표했다.",
        "중기부는 ‘양자 도약 지원방안*(’21.12월)’을 발표했다.",
        "중기부는 '양자 도약 지원방안('21~'23년)'을 발표했다.",
        "중기부는 ‘23년 예산과 ‘양자 도약 지원방안’을 발표했다.",
    ],
)
def test_an_apostrophe_before_a_year_closes_no_quotation(text: str) -> None:
    assert "양자 도약 지원방안" in named(text, "Policy")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("중기부는 ‘양자 도약 지원방안‘을 발표했다.", ["양자 도약 지원방안"]),
        ("중기부는 ’양자 도약 지원방안’을 발표했다.", ["양자 도약 지원방안"]),
        ("중기부는 ‘양자 도약 지원방안’과 ‘로봇 도약 전략’을 발표했다.", ["양자 도약 지원방안", "로봇 도약 전략"]),
        ("중기부는 기업들 ’말’을 들었다.", []),
    ],
)
def test_a_name_may_be_opened_and_closed_by_the_same_curved_mark(text: str, names: list[str]) -> None:
    assert named(text, "Policy") == names


def test_what_only_measures_or_dates_a_plan_is_no_part_of_its_name() -> None:
    assert named("정부는 300억원 규모 양자 도약 펀드를 조성한다.", "Policy") == ["양자 도약 펀드"]
    assert named("업계는 현행 전기통신사업법을 따른다.", "Policy") == ["전기통신사업법"]


@pytest.mark.parametrize("word", ["기망 수법", "새로운 접근법", "선택적 촉매 환원법"])
def test_a_way_of_doing_something_is_no_law(word: str) -> None:
    assert named(f"경찰청은 {word}을 소개했다.", "Policy") == []


def test_a_quoted_name_of_which_nothing_tells_the_class_has_none_yet() -> None:
    (found,) = [m for m in findings("KIST는 ‘두루’를 공개했다.").mentions if m.text == "두루"]
    assert (found.type, found.rule) == ("", "quoted.open")


@pytest.mark.parametrize(
    "text",
    [
        "정부는 ‘로봇을 만들겠다’고 밝혔다.",
        "정부는 '좋은 날이다'라고 말했다.",
        "그는 “정말 그런가?”라고 물었다.",
        "모두가 ‘새로운 것을 찾아’ 웃었다.",
        "정부는 ‘" + "매우 " * 15 + "긴 말’이라 했다.",
        "KIST's robot isn't sold.",
    ],
)
def test_what_somebody_says_is_no_name(text: str) -> None:
    assert not [m for m in findings(text).mentions if m.rule.startswith("quoted")]


@pytest.mark.parametrize(
    "text", ["AI G3 도약을 말했다.", "모델 AI를 쓴다.", "로봇 (‘23년), 드론(’24년)을 쓴다.", "민-관은 웃었다.", "[개선] 은행이 웃었다."]
)
def test_no_code_no_quotation_and_no_name(text: str) -> None:
    assert [m.text for m in findings(text).mentions if m.authority is None and m.rule != "definite"] == []


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("<제2회 양자 포럼 개요> 양자기술을 다룬다.", "제2회 양자 포럼", "Event"),
        ("산업부는 「연구행정 제도개선(안)」을 논의했다.", "연구행정 제도개선(안)", "Policy"),
        ("산업부는 「제6차 물류 종합계획(’23~’27)(안)」을 논의했다.", "제6차 물류 종합계획", "Policy"),
        ("산업부는 『물류기업의 데모데이 행사』를 열었다.", "물류기업의 데모데이 행사", "Event"),
    ],
)
def test_what_marks_add_to_a_name_is_no_part_of_it(text: str, name: str, type_: str) -> None:
    found = mention(text, name)
    assert found is not None
    assert found.type == type_


@pytest.mark.parametrize(
    ("name", "event"), [("2026 새길 로보콘", True), ("새길 로보콘 2026", True), ("2050 탄소 감축", False), ("탄소 감축 2030", False)]
)
def test_a_quoted_name_with_a_year_is_an_event_unless_it_is_one_of_goals(name: str, event: bool) -> None:
    assert [m.text for m in findings(f"새길전자는 ‘{name}’에 나섰다.").mentions if m.type == "Event"] == ([name] if event else [])


def test_a_heading_of_an_outline_alone_names_nothing() -> None:
    assert mention("<행사 개요> 장소는 서울이다.", "행사") is None or mention("<행사 개요> 장소는 서울이다.", "행사").rule == "definite"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LG전자는 반도체 '타루가 2'를 공개했다.", ["타루가 2"]),
        ("LG전자는 반도체 '타루가 N2'를 공개했다.", ["타루가 N2"]),
        ("LG전자는 반도체 '기업이 만든 2'를 공개했다.", []),
    ],
)
def test_before_the_number_of_a_version_no_letter_is_a_particle(text: str, names: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.rule == "quoted"] == names


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("국회는 「인공지능기본법」 제정안을 의결했다.", True),
        ("국회는 「인공지능기본법(AI기본법)」 제정안을 의결했다.", True),
        ("정부는 「인공지능기본법」 시행령을 의결했다.", False),
    ],
)
def test_the_draft_of_a_known_law_is_the_law(text: str, known: bool) -> None:
    (law,) = (m for m in findings(text).mentions if m.type == "Policy")
    assert (law.authority is not None) is known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("대상은 ‘㈜새길로보’가 받았다.", ["새길로보"]),
        ("대상은 ‘새길로보(주)’가 받았다.", ["새길로보"]),
        ("산업부는 ‘새길로보’의 정하람 대표와 만났다.", ["새길로보"]),
        ("산업부는 ‘새길로보’ 정하람 공동대표와 만났다.", ["새길로보"]),
        ("대상은 ‘새길로보’의 대표 작품이 받았다.", []),
        ("이번에는 ‘새길로보’ 정하람 대표팀이 왔다.", []),
        ("산업부는 ‘㈜새길로보 지원 사업’을 시작했다.", []),
    ],
)
def test_a_quoted_name_is_a_firm_by_its_legal_form_or_its_head(text: str, names: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Company"] == names


def test_what_closes_a_bracket_begins_no_quotation() -> None:
    text = "산업부는 「로봇법(이하 ’로봇법‘)」에 따라 ’로봇 기본계획‘을 수립했다."
    assert {m.text for m in findings(text).mentions if not m.authority} == {"로봇법"}


def test_what_a_parenthesis_spells_at_its_end_makes_no_name_too_long() -> None:
    text = "산업부는 「제2차 한국·독일 로봇 기술 협력 포럼*(The Second Korea-Germany Robot Technology Cooperation Forum)」을 열었다."
    assert named(text, "Event") == ["제2차 한국·독일 로봇 기술 협력 포럼"]


@pytest.mark.parametrize("text", ["◇LG전자 <대표이사> ▲정하람", "◇LG전자 <승진> ▲상무 정하람", "◇특허청 <국장급 승진> ▲심사국장 정하람"])
def test_a_post_or_rank_in_the_brackets_of_a_notice_is_no_name(text: str) -> None:
    assert [m.text for m in findings(text).mentions if "<" in text[: m.start] and m.end <= text.index(">")] == []
