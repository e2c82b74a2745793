"""Reference inside one document: which spans of the text speak of one thing, and who holds which post."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.refer.shown import clean
from tests.road import facts, referent, referred


def key(text: str, surface: str, nth: int = 0) -> str | None:
    found = referent(text, surface, nth=nth)
    return found.key if found else None


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("한국과학기술연구원이 왔다. KIST는 웃었다.", "한국과학기술연구원", "KIST"),
        ("한국양자기술진흥원(KQA)이 왔다. KQA는 웃었다.", "한국양자기술진흥원", "KQA는"),
        ("새길로봇산업진흥원(이하 새길원)이 왔다. 새길원은 웃었다.", "새길로봇산업진흥원", "새길원은"),
        ("정하람 KIST 원장이 왔다. 정 원장은 웃었다.", "정하람", "정 원장"),
        ("정하람 KIST 원장이 왔다. 정하람은 웃었다.", "정하람 KIST", "정하람은"),
        ("정하람 KIST 원장이 왔다. 원장은 웃었다.", "정하람", "원장은"),
        ("정하람 KIST 원장이 왔다. KIST 원장은 웃었다.", "정하람", "KIST 원장은"),
        ("김하늘 부총리 겸 과기정통부 장관이 왔다. 김 부총리는 웃었다.", "김하늘", "김 부총리"),
        ("김하늘 부총리 겸 과기정통부 장관이 왔다. 김 장관은 웃었다.", "김하늘", "김 장관"),
        ("마틴 리드(Martin Reed) 엔비디아 부사장이 왔다. 마틴 리드는 웃었다.", "마틴 리드", "마틴 리드는"),
        ("KIST는 로봇 '두루'를 공개했다. 두루는 걷는다.", "두루", "두루는"),
        ("'2025 로봇 기술 포럼'이 열렸다. 로봇 기술 포럼은 컸다.", "2025 로봇", "로봇 기술 포럼은"),
        ("제3회 한국 양자 포럼이 열렸다. 한국 양자 포럼은 컸다.", "한국 양자 포럼이", "한국 양자 포럼은"),
        ("정부는 '국가 하늘 도약 전략'을 냈다. 하늘 도약 전략은 크다.", "국가 하늘", "하늘 도약 전략은"),
        ("정부는 '로봇 정책 토론회'를 열었다. 토론회는 컸다.", "로봇 정책 토론회", "토론회는"),
        ("정부는 '제2차 로봇 정책 토론회'를 열었다. 2차 토론회는 컸다.", "로봇 정책 토론회", "토론회는"),
        ("정부는 '로봇 정책 토론회'를 열었다. 이번 2차 토론회는 컸다.", "로봇 정책 토론회", "토론회는"),
        ("정부는 '제2차 로봇 토론회'를 열었다. '로봇 토론회'는 해마다 열린다. 2차 토론회는 컸다.", "제2차 로봇 토론회", "토론회는 컸다"),
        ("정부는 '제2차 로봇 토론회'를 열었다. 1차 토론회에는 KIST가 왔다. 이날 토론회는 컸다.", "제2차 로봇 토론회", "토론회는"),
        ("정부는 1차 회의를 열었다. 2차 회의는 12월에 열린다. 이날 회의는 컸다.", "회의를", "회의는 컸다"),
        ("정부는 하늘경제회의 후속으로 1차 회의를 열었다. 이번 회의는 컸다.", "회의를", "회의는"),
        ("정부는 '로봇 정책 토론회'를 열었다. '로봇 정책** 토론회'는 컸다.", "로봇 정책 토론회", "로봇 정책**"),
        ("토론회가 열렸다. 정부는 '로봇 정책 토론회'를 열었다.", "토론회가", "로봇 정책 토론회"),
        ("정부는 로봇 토론회에 앞서 설명을 들었다. 이번 행사는 컸다.", "로봇 토론회", "행사는"),
        ("정부는 '로봇 정책 토론회'를 열었다. 행사는 컸다.", "로봇 정책 토론회", "행사는"),
        ("정부는 '하늘 도약 사업'을 시작했다. 사업은 크다.", "하늘 도약 사업", "사업은"),
        ("회의가 열렸다. 회의는 컸다.", "회의가", "회의는"),
    ],
)
def test_two_spans_speak_of_one_thing(text: str, one: str, other: str) -> None:
    assert key(text, one) is not None
    assert key(text, one) == key(text, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("정하람 KIST 원장이 왔다. 김 원장은 웃었다.", "정하람", "김 원장"),
        ("정하람 KIST 원장이 왔다. KAIST 총장은 웃었다.", "정하람", "KAIST 총장"),
        ("삼성전자가 왔다. 삼성은 웃었다.", "삼성전자", "삼성은"),
        ("한국양자기술진흥원이 왔다. 한국로봇기술진흥원은 웃었다.", "한국양자기술진흥원", "한국로봇기술진흥원"),
        ("로봇 포럼이 열렸다. '로봇 정책 토론회'가 열렸다.", "로봇 포럼", "로봇 정책 토론회"),
        ("'하늘 도약 사업'이 끝났다. '바다 도약 사업'이 시작됐다.", "하늘", "바다"),
        ("로봇 '두루'가 왔다. 로봇 '두루미'가 왔다.", "두루'", "두루미"),
        ("정하람 본부장은 협상 개회식에 앞서 양자면담을 가졌다.", "협상 개회식", "양자면담"),
        ("정하람 본부장은 로봇 포럼 개회식에 이어 기업 간담회를 가졌다.", "로봇 포럼 개회식", "간담회를"),
        ("정부는 하늘경제회의의 후속으로 12일 1차 회의를 열었다.", "하늘경제회의", "회의를"),
        ("정부는 '하늘경제회의'를 열었다. 3월에는 2차 회의가 열린다.", "하늘경제회의", "회의가"),
        ("정부는 지난달 1차 회의를 열었다. 이번 2차 회의는 컸다.", "회의를", "회의는"),
    ],
)
def test_two_spans_speak_of_two_things(text: str, one: str, other: str) -> None:
    assert key(text, one) is not None
    assert key(text, one) != key(text, other)


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        ("정하람 KIST 원장과 정가온 KAIST 총장이 왔다. 정 총장은 웃었다.", "정 총장", "정가온"),
        ("정하람 KIST 원장과 정가온 KAIST 총장이 왔다. 정 원장은 웃었다.", "정 원장", "정하람"),
        ("정하람 KIST 원장과 정가온 KAIST 총장이 왔다. KIST 원장은 웃었다.", "KIST 원장은", "정하람"),
        ("정하람 교수가 왔다. 이어 정가온 교수가 왔다. 정 교수는 웃었다.", "정 교수", "정가온"),
    ],
)
def test_of_people_with_one_surname_the_title_tells_else_the_last_named(text: str, person: str, expected: str) -> None:
    found = referent(text, person)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("배 부총리는 웃었다.", "배 부총리"),
        ("교수는 웃었다.", "교수"),
        ("정하람 KIST 원장이 왔다. 대표는 웃었다.", "대표는"),
        ("원장은 웃었다.", "원장"),
        ("이 사업은 크다.", "사업"),
    ],
)
def test_what_names_nobody_and_nothing_speaks_of_nothing(text: str, surface: str) -> None:
    assert referent(text, surface) is None


def test_an_office_alone_with_its_body_speaks_of_the_body() -> None:
    found = referent("KIST 원장은 웃었다.", "KIST 원장")
    assert found is not None
    assert found.authority == "kist"


@pytest.mark.parametrize(
    "text",
    [
        "배경훈 부총리가 왔다. 배경훈은 웃었다.",
        "샘 올트먼 오픈AI 최고경영자가 왔다. 샘 올트먼은 웃었다.",
        "정하람 KIST 원장이 왔다. 정하람은 웃었다.",
    ],
)
def test_a_person_is_one_whether_the_authority_file_knows_the_name(text: str) -> None:
    assert len([r for r in referred(text).referents if r.type == "Person"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "과기정통부는 「인공지능기본법」 시행령을 냈다. 인공지능기본법 시행령은 길다.",
        "과기정통부는 인공지능기본법 시행령을 냈다. 인공지능기본법 시행령은 길다.",
    ],
)
def test_a_known_law_is_one_with_and_without_brackets(text: str) -> None:
    assert len([r for r in referred(text).referents if "시행령" in r.name]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("정하람 KIST 원장이 왔다.", {("정하람", "한국과학기술연구원", "원장")}),
        ("김하늘 부총리 겸 과기정통부 장관이 왔다.", {("김하늘", "대한민국 정부", "부총리"), ("김하늘", "과학기술정보통신부", "장관")}),
        ("김하늘 국무총리가 왔다.", {("김하늘", "대한민국 정부", "국무총리")}),
        ("정하람 KIST 원장이 왔다. 정 원장은 웃었다.", {("정하람", "한국과학기술연구원", "원장")}),
        ("정하람 교수가 왔다.", set()),
        ("정하람 전 KIST 원장이 왔다.", set()),
        ("배 부총리는 왔다.", set()),
        # A mayor heads a city.
        ("수원 정하람 시장이 왔다.", {("정하람", "수원시", "시장")}),
        ("독일 정하람 시장이 왔다. 경기도 이도윤 시장이 왔다.", set()),
        # A foreigner is no minister of this state.
        ("마르테우스 반데르베르그(Marteus Vanderberg) 외교부장관이 왔다.", set()),
        ("마틴 리드(Martin Reed) KAIST 총장이 왔다.", {("마틴 리드", "한국과학기술원", "총장")}),
        (
            "국회 과학기술정보방송통신위원회 정하람 의원, 김하늘 의원이 왔다.",
            {("정하람", "국회 과학기술정보방송통신위원회", "의원"), ("김하늘", "국회 과학기술정보방송통신위원회", "의원")},
        ),
    ],
)
def test_the_posts_that_people_hold(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = referred(text)
    names = {r.key: r.name for r in found.referents}
    assert {(names[t.person], names[t.body], t.role) for t in found.tenures if not t.over} == expected


def test_a_city_that_may_act_has_a_twin() -> None:
    (spot,) = [n for n in referred("대전시는 웃었다.").named if n.twin]
    assert (spot.type, spot.twin_type) == ("GovernmentBody", "Place")
    (spot,) = [n for n in referred("대전시에서 웃었다.").named if n.twin]
    assert (spot.type, spot.twin_type) == ("Place", "GovernmentBody")
    (spot,) = [n for n in referred("경북 포항에서 웃었다.").named if n.twin]
    assert (spot.type, spot.twin_type) == ("Place", "GovernmentBody")
    assert not [n for n in referred("KIST는 웃었다.").named if n.twin]


def test_the_government_is_a_referent_though_no_word_names_it() -> None:
    found = [r for r in referred("김하늘 국무총리가 왔다.").referents if r.authority == "republic-of-korea-government"]
    assert [r.mentions for r in found] == [()]


@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        ("과기정통부는 웃었다. 과학기술정보통신부가 왔다.", "과학기술정보통신부", ("과기정통부", "과학기술정보통신부")),
        ("12일 서울 새봄나루호텔에서 포럼이 열렸다.", "새봄나루호텔", ("새봄나루호텔", "서울 새봄나루호텔")),
        ("'2025 로봇 기술 포럼'이 열렸다. 로봇 기술 포럼은 컸다.", "2025 로봇 기술 포럼", ("2025 로봇 기술 포럼", "로봇 기술 포럼")),
        ("정부는 '모두의 로봇' 사업을 벌인다.", "모두의 로봇 사업", ("모두의 로봇 사업", "모두의 로봇")),
        ("정부는 '모두의 로봇 비서' 서비스를 연다.", "모두의 로봇 비서 서비스", ("모두의 로봇 비서 서비스", "모두의 로봇 비서")),
        ("정부는 '함께' 사업을 벌인다.", "함께 사업", ("함께 사업",)),
    ],
)
def test_a_thing_is_named_most_fully_and_keeps_its_names(text: str, name: str, names: tuple[str, ...]) -> None:
    (found,) = [r for r in referred(text).referents if r.name == name]
    assert found.names == names


def test_a_briefing_has_its_number_among_its_names() -> None:
    (found,) = [r for r in referred("새봄호 운항 관련 정례브리핑(12차, 서면)이 열렸다.").referents if r.type == "Event"]
    assert {"새봄호 운항 관련 정례브리핑", "새봄호 운항 관련 정례브리핑(12차, 서면)"} <= set(found.names)


@pytest.mark.parametrize(
    ("said", "shown"),
    [("‘하늘 길’ 사업", "하늘 길 사업"), ("「로봇법」", "로봇법"), ("  하늘   길 ", "하늘 길"), ("하늘,", "하늘"), ("A·B", "A·B")],
)
def test_a_name_is_shown_without_quotation_marks(said: str, shown: str) -> None:
    assert clean(said) == shown


SAMPLES = [
    "한국과학기술연구원(KIST)이 왔다. ",
    "KIST는 웃었다. ",
    "정하람 KIST 원장이 왔다. ",
    "정 원장은 웃었다. ",
    "원장은 웃었다. ",
    "정부는 '로봇 정책 토론회'를 열었다. ",
    "토론회는 컸다. ",
    "김하늘 부총리 겸 과기정통부 장관이 왔다. ",
    "대전시는 웃었다. ",
    "로봇 '두루'가 왔다. ",
    "나루테크(주)는 컸다. ",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=7))
def test_named_spans_never_overlap_and_every_key_is_a_referent(parts: list[str]) -> None:
    found = referred("".join(parts))
    keys = {r.key for r in found.referents}
    assert len(keys) == len(found.referents)
    end = 0
    for n in found.named:
        assert end <= n.start < n.end
        assert n.key in keys
        end = n.end
    for tenure in found.tenures:
        assert {tenure.person, tenure.body} <= keys
    rows = [r.authority for r in found.referents if r.authority]
    assert len(rows) == len(set(rows)), "one authority row, one referent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KIST는 12일 초대 본부장에 정하람 수석연구원을 임명했다.", {("정하람", "KIST", "수석연구원")}),
        ("KIST(원장 김하늘)는 초대 본부장에 정하람 수석연구원을 임명했다.", {("김하늘", "KIST", "원장"), ("정하람", "KIST", "수석연구원")}),
        ("대한민국은 넓다. 정하람 본부장은 웃었다.", set()),
        ("KIST를 찾았다. 정하람 의원은 웃었다.", set()),
        ("우주항공청은 12일 정하람 우주수송부문장 주재로 회의를 열었다.", {("정하람", "우주항공청", "우주수송부문장")}),
        # A post of another class of body is not its: a university's, a firm's, an institute's.
        ("LG전자는 12일 정하람 총장과 만났다.", set()),
        ("KAIST는 12일 정하람 총장 주재로 회의를 열었다.", {("정하람", "KAIST", "총장")}),
        ("산업부는 12일 행사를 열었다. 정하람 사장은 웃었다.", set()),
        ("산업부는 12일 행사를 열었다. 정하람 소장은 웃었다.", set()),
        ("LG전자는 12일 행사를 열었다. 정하람 통상교섭본부장은 웃었다.", set()),
        ("KIST 김하늘 원장과 정하람 대표가 왔다.", {("김하늘", "KIST", "원장")}),
        # A body called for short has its full name too; a university's only looks like an institute's.
        ("KIAT는 웃었다. 정하람 원장은 웃었다.", {("정하람", "KIAT", "원장")}),
        ("중진공은 웃었다. 정하람 이사장은 웃었다.", {("정하람", "중진공", "이사장")}),
        ("KAIST는 웃었다. 정하람 원장은 웃었다.", set()),
        ("KIAT는 웃었다. 정하람 사장은 웃었다.", set()),
        # Public bodies have the posts that their kind has.
        ("한국관광공사는 웃었다. 정하람 사장은 웃었다.", {("정하람", "한국관광공사", "사장")}),
        ("KOTRA는 웃었다. 정하람 부사장은 웃었다.", {("정하람", "KOTRA", "부사장")}),
        ("KOTRA는 웃었다. 정하람 원장은 웃었다.", set()),
        ("경기창조경제혁신센터는 웃었다. 정하람 대표는 웃었다.", {("정하람", "경기창조경제혁신센터", "대표")}),
        ("한국벤처투자는 웃었다. 정하람 대표이사는 웃었다.", {("정하람", "한국벤처투자", "대표이사")}),
        ("경남테크노파크는 웃었다. 정하람 원장은 웃었다.", {("정하람", "경남테크노파크", "원장")}),
        ("한국거래소는 웃었다. 정하람 이사장은 웃었다.", {("정하람", "한국거래소", "이사장")}),
        ("국가뿌리산업진흥센터는 웃었다. 정하람 소장은 웃었다.", {("정하람", "국가뿌리산업진흥센터", "소장")}),
        ("감사원은 웃었다. 정하람 사무총장은 웃었다.", {("정하람", "감사원", "사무총장")}),
        ("감사원은 웃었다. 정하람 총장은 웃었다.", set()),
        ("민주노총은 웃었다. 정하람 위원장은 웃었다.", {("정하람", "민주노총", "위원장")}),
        ("KIST는 웃었다. 정하람 위원장은 웃었다.", set()),
        ("육군은 웃었다. 정하람 참모총장은 웃었다.", {("정하람", "육군", "참모총장")}),
        ("육군은 웃었다. 정하람 해군참모총장은 웃었다.", set()),
        ("KAIST는 웃었다. 정하람 육군참모총장은 웃었다.", set()),
        # A body that another owns or works with is another one; by its own name it is found.
        ("LG의 자회사 사장 정하람은 로봇을 공개했다.", set()),
        ("과기정통부의 산하기관 원장 정하람은 로봇을 공개했다.", set()),
        ("LG전자의 대주주 회장 정하람은 로봇을 공개했다.", set()),
        ("LG전자의 로봇사업부 사장 정하람은 로봇을 공개했다.", {("정하람", "LG전자", "로봇사업부 사장")}),
        ("LG전자의 자회사 새길로보 정하람 대표가 왔다.", {("정하람", "새길로보", "대표")}),
    ],
)
def test_a_post_without_a_body_is_one_of_the_body_spoken_of_last(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = referred(text)
    names = {r.key: r.names[0] if r.names else r.name for r in found.referents}
    assert {(names[t.person], names[t.body], t.role) for t in found.tenures} == expected
    assert all(t.confidence < 0.6 for t in found.tenures if t.rule == "body-spoken-of")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("산업부는 12일 김하늘 2차관 주재로 회의를 열었다.", {("김하늘", "산업부", "2차관")}),
        ("정하람 장관, KIST 방문. 산업부는 12일 KIST를 찾았다.", {("정하람", "산업부", "장관")}),
        ("산업부는 웃었다. KIST는 컸다. 정하람 산업정책관은 웃었다.", {("정하람", "산업부", "산업정책관")}),
        ("조달청은 웃었다. 정하람 장관은 웃었다.", set()),
        ("금융위원회는 12일 정하람 부위원장 주재로 회의를 열었다.", {("정하람", "금융위원회", "부위원장")}),
        ("공정위는 웃었다. 정하람 사무국장은 웃었다.", {("정하람", "공정위", "사무국장")}),
        ("산업부는 웃었다. 정하람 위원장은 웃었다.", set()),
        # A longer title names the committee of which it is.
        ("금융위원회는 웃었다. 정하람 조직위원장은 웃었다.", set()),
        ("산업부는 웃었다. 정하람 사무국장은 웃었다.", set()),
        ("행정안전부는 웃었다. 정하람 국무조정실장은 웃었다.", {("정하람", "국무조정실", "실장")}),
        ("정부는 웃었다. 정하람 장관은 웃었다.", set()),
        ("산업부는 웃었다. 마틴 리드(Martin Reed) 장관은 웃었다.", set()),
    ],
)
def test_an_official_without_a_body_is_of_the_ministry_that_reports(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = referred(text)
    names = {r.key: r.names[0] if r.names else r.name for r in found.referents}
    assert {(names[t.person], names[t.body], t.role) for t in found.tenures} == expected


def test_a_body_whose_head_stands_in_a_parenthesis_is_named_itself() -> None:
    found = referred("정하람 장관은 한국로봇협회(김하늘 회장)를 찾았다.")
    names = {r.key: r.name for r in found.referents}
    assert "한국로봇협회" in [names[n.key] for n in found.named]


@pytest.mark.parametrize(
    ("text", "date", "row"),
    [
        ("배 부총리는 KIST를 찾았다.", "2025-11-13", "bae-kyung-hoon"),
        ("배 부총리는 KIST를 찾았다.", "2024-11-13", None),
        ("배 부총리는 KIST를 찾았다.", None, None),
        ("가 부총리는 KIST를 찾았다.", "2025-11-13", None),
        ("배하늘 부총리가 왔다. 배 부총리는 KIST를 찾았다.", "2025-11-13", None),
    ],
)
def test_a_surname_with_an_office_is_its_holder_of_the_day_where_the_text_names_nobody(
    text: str, date: str | None, row: str | None
) -> None:
    found = referred(text, date)
    rows = {r.key: r.authority for r in found.referents if r.type == "Person"}
    said = [rows[n.key] for n in found.named if n.how == "surname"]
    assert (said or [None]) == [row]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("한국양자기술진흥원이 왔다. 동 기관은 웃었다.", "한국양자기술진흥원"),
        ("KIST가 ETRI를 찾았다. 이 기관은 웃었다.", "KIST"),
        ("과기정통부가 왔다. 같은 부처는 웃었다.", "과기정통부"),
        ("이 기관은 웃었다.", ""),
    ],
)
def test_a_word_for_any_body_behind_a_demonstrative_is_the_body_spoken_of(text: str, body: str) -> None:
    found = [n for n in referred(text).named if n.how == "definite"]
    assert [n.key for n in found] == ([key(text, body)] if body else [])


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("물류기술 포럼이 열렸다. 토론회에는 많은 이가 왔다.", True),
        ("물류기술 포럼이 열렸다. 이번 체결식에는 많은 이가 왔다.", True),
        ("물류기술 포럼이 열렸다. 행사에는 많은 이가 왔다.", True),
        ("물류기술 포럼이 열렸다. 체결식에는 많은 이가 왔다.", False),
        # Of its kind sooner than the one that is named last, and is of none.
        ("물류기술 포럼이 열렸다. 물류협약 당사국총회는 3년마다 열린다. 토론회에는 많은 이가 왔다.", True),
        ("물류기술 포럼이 열렸다. 물류협약 당사국총회는 3년마다 열린다. 행사에는 많은 이가 왔다.", False),
    ],
)
def test_a_word_for_an_event_means_one_of_its_kind(text: str, same: bool) -> None:
    word = next(word for word in ("토론회", "체결식", "행사") if word in text)
    one, other = referent(text, "물류기술 포럼"), referent(text, word)
    assert one is not None
    assert other is not None
    assert (one.key == other.key) is same


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("12일 물류기술 포럼이 열렸다. 지난해 11월 로봇기술 포럼이 열린 바 있다. 이날 포럼에는 많은 이가 왔다.", "물류기술 포럼"),
        # What was held a few days ago, is told of beside another day, or was named first, is what the text is about.
        (
            "물류기술 포럼이 열린다. 12일 서울에서 산업부가 지난해 11월부터 꾸린 로봇기술 포럼이 열렸다. 이날 포럼에는 다 왔다.",
            "로봇기술 포럼",
        ),
        ("12일 물류기술 포럼이 열렸다. 11일 로봇기술 포럼이 열린 바 있다. 이날 포럼에는 많은 이가 왔다.", "로봇기술 포럼"),
        ("지난해 11월 로봇기술 포럼이 열렸다. 이날 포럼에는 많은 이가 왔다.", "로봇기술 포럼"),
    ],
)
def test_what_a_text_only_comes_back_to_is_not_spoken_of(text: str, event: str) -> None:
    one, other = referent(text, event, "2025-03-14"), referent(text, "포럼", "2025-03-14", nth=text.count("포럼") - 1)
    assert one is not None
    assert other is not None
    assert one.key == other.key


def test_a_word_for_a_meeting_means_no_war() -> None:
    text = "러시아-우크라이나 전쟁으로 물류가 막혔다. 산업부는 행사를 열었다."
    war, met = referent(text, "러시아-우크라이나 전쟁"), referent(text, "행사")
    assert war is not None
    assert met is not None
    assert war.key != met.key


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("12일 물류기술 포럼이 열렸다. 이 자리에는 많은 이가 왔다.", "물류기술 포럼"),
        ("물류기술 포럼이 열렸다. 로봇전략 토론회도 열렸다. 이 자리에서 결과를 알렸다.", "로봇전략 토론회"),
        ("물류기술 포럼이 열렸다. " + "많은 사람이 새 길을 걸었다. " * 25 + "이 자리에는 많은 이가 왔다.", ""),
        ("로봇전략 토론회가 열렸다. 물류기술 포럼을 계기로 만났다. 이 자리에서 결과를 알렸다.", "로봇전략 토론회"),
        ("물류기술 포럼을 앞두고 만났다. 이 자리에서 결과를 알렸다.", ""),
        ("물류기술 포럼이 열렸다. 새 자리에는 나무를 심었다.", ""),
        ("이 자리에는 많은 이가 왔다.", ""),
    ],
)
def test_this_occasion_is_the_event_spoken_of_last(text: str, event: str) -> None:
    found = [n.key for n in referred(text).named if n.how == "definite"]
    assert found == ([key(text, event)] if event else [])


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("물류 포럼에는 특허청장이 참석했다. 정하람 특허청장은 웃었다.", {"정하람"}),
        ("물류 포럼에는 특허청장이 참석했다. 정하람 특허청 차장은 웃었다.", {"특허청"}),
        ("물류 포럼에는 KIST 연구원이 참석했다. 정하람 KIST 연구원은 웃었다. 김하늘 KIST 연구원도 웃었다.", {"한국과학기술연구원"}),
    ],
)
def test_an_office_is_its_only_holder_though_he_is_named_further_on(text: str, guests: set[str]) -> None:
    assert {fact.subject for fact in facts(text) if fact.property == "participatedIn"} == guests


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("카카오는 네이버와 LG전자가 만든 게임을 냈다. 정하람 공동대표는 웃었다.", "카카오"),
        ("카카오가 새 게임을 냈다. 정하람 공동대표는 웃었다.", "카카오"),
        ("카카오는 새 게임을 냈다.\nLG전자가 상을 받았다. 정하람 공동대표는 웃었다.", "LG전자"),
    ],
)
def test_a_post_without_a_body_is_at_the_topic_of_its_paragraph(text: str, body: str) -> None:
    assert ("정하람", body) in {(fact.subject, fact.object) for fact in facts(text) if fact.property == "affiliatedWith"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("로봇 포럼은 22일 엘타워 3층 나루홀에서 열린다.", ("엘타워", "엘타워 3층 나루홀")),
        ("로봇 포럼은 22일 엘타워에서 열린다.", ("엘타워",)),
    ],
)
def test_a_house_is_called_with_the_room_behind_it_too(text: str, names: tuple[str, ...]) -> None:
    assert [r.names for r in referred(text).referents if r.name == "엘타워"] == [names]


def test_a_country_that_acts_is_its_government() -> None:
    acting = [
        r.authority for r in referred("한국은 로봇 전략을 발표했다. 정부는 새길 포럼을 열었다.").referents if r.type == "GovernmentBody"
    ]
    assert acting == ["republic-of-korea-government"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("산업부는 새길 로봇 보급사업 신규과제를 공고했다.", ("새길 로봇 보급사업 신규과제", "새길 로봇 보급사업")),
        ("산업부는 로봇보급사업 예산을 늘렸다.", ("로봇보급사업 예산",)),
    ],
)
def test_what_is_of_a_plan_is_called_as_the_plan_is(text: str, names: tuple[str, ...]) -> None:
    assert [r.names for r in referred(text).referents if r.type == "Policy"] == [names]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("바이든 대통령은 로봇을 살펴봤다.", [("조 바이든", "미국")]),
        ("모디 총리는 로봇을 살펴봤다.", []),
        ("정하람 총리는 로봇을 살펴봤다.", [("정하람", "대한민국 정부")]),
    ],
)
def test_who_heads_a_state_heads_his_own(text: str, held: list[tuple[str, str]]) -> None:
    assert [(fact.subject, fact.object) for fact in facts(text) if fact.property == "affiliatedWith"] == held


@pytest.mark.parametrize(
    ("text", "date", "row"),
    [
        ("회의에 온 조현 장관은 3일 말했다.", "2025-11-18", "cho-hyun"),
        ("외교부는 3일 조현 장관이 말했다고 밝혔다.", "2025-11-18", "cho-hyun"),
        # He was no minister then, and the post is another's.
        ("회의에 온 조현 장관은 3일 말했다.", "2024-11-18", None),
        ("회의에 온 조현 교수는 3일 말했다.", "2025-11-18", None),
        ("전북도(도지사 김관영)는 3일 말했다.", "2024-11-26", "kim-kwan-young"),
    ],
)
def test_who_holds_a_post_of_state_on_that_day_is_known_by_it(text: str, date: str, row: str | None) -> None:
    assert [r.authority for r in referred(text, date).referents if r.type == "Person"] == [row]


def test_a_minister_whom_the_text_does_not_place_is_not_of_another_ministry_that_it_speaks_of() -> None:
    text = "는 3일 포럼을 열었다. 유상임 장관은 로봇 산업을 키우겠다고 밝혔다."
    told = [facts(body + text, "2024-10-03") for body in ("문화체육관광부", "과학기술정보통신부")]
    assert [[fact.object for fact in found if fact.property == "affiliatedWith"] for found in told] == [[], ["과학기술정보통신부"]]
