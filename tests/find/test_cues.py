"""Names never seen before, told by their ending; and the class words that name nothing."""

from __future__ import annotations

import pytest

from tests.road import findings, mention, named


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("한국양자기술진흥원은 12일 문을 열었다.", "GovernmentBody", "한국양자기술진흥원"),
        ("국가우주정책위원회가 발표했다.", "GovernmentBody", "국가우주정책위원회"),
        ("한돈미래연구소가 발표했다.", "ResearchInstitute", "한돈미래연구소"),
        ("새길뇌과학연구센터가 발표했다.", "ResearchInstitute", "새길뇌과학연구센터"),
        ("한빛대학교 연구진이 논문을 냈다.", "University", "한빛대학교"),
        ("가온로보틱스는 로봇을 판다.", "Company", "가온로보틱스"),
        ("새길에너지솔루션은 로봇을 판다.", "Company", "새길에너지솔루션"),
        ("새길포장주식회사는 상자를 판다.", "Company", "새길포장주식회사"),
        ("한국달탐사협회는 성명을 냈다.", "Association", "한국달탐사협회"),
        ("한국양자학회는 성명을 냈다.", "Association", "한국양자학회"),
        ("KQX 미래전략연구소는 성명을 냈다.", "ResearchInstitute", "KQX 미래전략연구소"),
        ("KQX 협회는 성명을 냈다.", "Association", "KQX 협회"),
        ("AI 미래전략연구소는 성명을 냈다.", "ResearchInstitute", "미래전략연구소"),
        ("CEO 미래전략연구소는 성명을 냈다.", "ResearchInstitute", "미래전략연구소"),
        ("정부가 KQX, 미래전략연구소를 찾았다.", "ResearchInstitute", "미래전략연구소"),
        ("국제로봇연맹은 성명을 냈다.", "Association", "국제로봇연맹"),
        ("제3회 한국 양자컴퓨팅 포럼이 열렸다.", "Event", "제3회 한국 양자컴퓨팅 포럼"),
        ("대덕 로봇 산업 설명회가 열렸다.", "Event", "대덕 로봇 산업 설명회"),
        ("<참고> 새길 로봇 산업 포럼 개최 계획", "Event", "새길 로봇 산업 포럼"),
        ("관계부처 합동 회의가 열렸다.", "Event", "관계부처 합동 회의"),
        ("APEC 고위급회의가 열렸다.", "Event", "APEC 고위급회의"),
        ("OECD 제13차 각료회의가 열렸다.", "Event", "OECD 제13차 각료회의"),
        ("우주항공 발전 기본계획을 마련했다.", "Policy", "우주항공 발전 기본계획"),
        ("양자컴퓨팅 개발 사업이 시작됐다.", "Policy", "양자컴퓨팅 개발 사업"),
        ("새길 로봇 연구개발(R&D) 육성 사업이 시작됐다.", "Policy", "새길 로봇 연구개발(R&D) 육성 사업"),
        ("국가 로봇 안전 특별법이 통과됐다.", "Policy", "국가 로봇 안전 특별법"),
        ("제3차 로봇 기본계획을 확정했다.", "Policy", "제3차 로봇 기본계획"),
        ("제12차 전력수급기본계획을 확정했다.", "Policy", "제12차 전력수급기본계획"),
        ("과기정통부는 로봇 보급 확대 방안을 확정했다.", "Policy", "로봇 보급 확대 방안"),
        ("과기정통부는 로봇 보급 확대 방안을 3월 중 발표할 예정이다.", "Policy", "로봇 보급 확대 방안"),
        ("로봇 보급 확대 방안(관계부처 합동)이 논의됐다.", "Policy", "로봇 보급 확대 방안"),
        ("과기정통부는 양자컴퓨팅 개발 사업 공모를 알렸다.", "Policy", "양자컴퓨팅 개발 사업"),
        ("한국형 달 탐사선을 쏜다.", "Product", "한국형 달 탐사선"),
    ],
)
def test_a_run_of_nouns_that_ends_in_a_class_word_is_a_name(text: str, type_: str, name: str) -> None:
    assert named(text, type_) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("입주기업·연구소가 참여했다.", []),
        ("직거래처와 판매자연락처를 모았다.", []),
        ("새길조명등기구를 샀다.", []),
        ("경제부처와 산업부처가 뜻을 모았다.", []),
        ("새길도로건설공사를 시작했다.", []),
        ("한국새길관광공사가 참여했다.", ["한국새길관광공사"]),
        ("필리핀건설공사가 참여했다.", ["필리핀건설공사"]),
        ("새길대교건설공사를 시작했다.", []),
        ("인도교건설공사를 시작했다.", []),
        ("수단항만건설공사를 시작했다.", []),
        ("A씨는 B은행과 C대학교를 찾았다.", []),
        ("KD은행이 참여했다.", ["KD은행"]),
        ("유치원·초등학교가 참여했다.", []),
        ("특성화고·마이스터고와 특성화고가 참여했다.", []),
        ("세포유전자와 대리운전자, 의료바이오를 다룬다.", []),
        ("신체보조기구를 보급하고 의사결정기구를 둔다.", []),
        ("한국로봇협회·한국기계학회가 참여했다.", ["한국로봇협회", "한국기계학회"]),
        ("서울병원·부산병원이 참여했다.", ["서울병원", "부산병원"]),
        ("경제단체·산업협회와 유관기관·로봇협회가 참여했다.", []),
        ("청소년불법신고센터가 참여했다.", []),
        # A kind is none, and is the end of names.
        ("사회적협동조합과 재활병원, 감독기구가 참여했다.", []),
        ("새길생활협동조합과 국립교통재활병원이 참여했다.", ["새길생활협동조합", "국립교통재활병원"]),
        ("한국섬유소재조합과 유럽은행감독기구가 참여했다.", ["한국섬유소재조합", "유럽은행감독기구"]),
        ("새길에듀테크가 참여했다. 의료바이오가 참여했다.", ["새길에듀테크"]),
        ("국립새길자원은행이 참여했다. 인체자원은행이 참여했다.", ["국립새길자원은행"]),
        ("전문기관·관련협회가 참여했다.", []),
        ("원·하청이 참여했다.", []),
        ("주차·건설 분야에서 쓴다.", []),
        ("전자·비전자 자료를 모은다.", []),
        ("난대·냉대산림연구소가 참여했다.", ["난대·냉대산림연구소"]),
        ("한국로봇·드론협회가 참여했다.", ["한국로봇·드론협회"]),
        ("물·환경학회가 참여했다.", ["물·환경학회"]),
        ("기계·소재연구원이 참여했다.", ["기계·소재연구원"]),
        ("과학·기술위원회가 참여했다.", ["과학·기술위원회"]),
        ("한국벤처캐피탈이 참여했다.", ["한국벤처캐피탈"]),
        ("아키텍처 정책을 논의했다.", []),
    ],
)
def test_a_word_of_kinds_of_bodies_is_no_name(text: str, names: list[str]) -> None:
    bodies = {"GovernmentBody", "ResearchInstitute", "University", "Company", "Association", "InternationalBody"}
    assert [m.text for m in findings(text).mentions if m.type in bodies] == names


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("참석자들은 로봇 보급 확대 방안을 논의했다.", []),
        ("참석자들은 로봇 산업 육성 전략을 공유했다.", []),
        ("포럼은 로봇 보급 확대 방안을 논의하기 위해 마련됐다.", []),
        ("과기정통부는 로봇 산업 육성 정책의 방향을 설명했다.", []),
        ("참석자들은 로봇 보급 기준을 논의했다.", []),
        ("산업부는 로봇 보급 기준을 마련했다.", ["로봇 보급 기준"]),
        ("참석자들은 로봇 보급 과제를 논의했다.", []),
        ("참석자들은 제3차 로봇 보급 확대 방안을 논의했다.", ["제3차 로봇 보급 확대 방안"]),
        ("참석자들은 '로봇 보급 확대 방안'을 논의했다.", ["로봇 보급 확대 방안"]),
        ("'로봇 보급 확대 방안'을 주제로 포럼이 열렸다.", []),
        ("'로봇 산업 육성 전략'이라는 주제로 포럼이 열렸다.", []),
        ("'로봇 보급 확대 사업'을 주제로 포럼이 열렸다.", ["로봇 보급 확대 사업"]),
        ("참석자들은 로봇 보급 확대 사업을 논의했다.", ["로봇 보급 확대 사업"]),
        ("로봇 보급 확대 방안을 논의했다. 로봇 보급 확대 방안을 발표했다.", ["로봇 보급 확대 방안", "로봇 보급 확대 방안"]),
        ("'국가 로봇 보급 확대 방안'을 논의했다. 로봇 보급 확대 방안은 크다.", ["국가 로봇 보급 확대 방안", "로봇 보급 확대 방안"]),
    ],
)
def test_a_plan_that_is_only_talked_of_has_a_name_where_the_text_gives_it_one(text: str, plans: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Policy" and m.rule != "definite"] == plans


@pytest.mark.parametrize(
    "text",
    [
        "정부는 중장기 전략을 마련했다.",
        "AI·바이오를 키운다.",
        "정부는 R&D 사업을 벌인다.",
        "지자체 기본계획을 세웠다.",
        "제3차 종합 공고를 냈다.",
        "종합 대책을 세웠다.",
        "후속 사업을 벌인다.",
        "각종 행사가 열렸다.",
        "새 사업을 벌인다.",
        "디지털 플랫폼을 쓴다.",
        "맞춤형 서비스를 한다.",
        "핵심 기술을 지킨다.",
        "여러 기업이 모였다.",
        "국내 대학과 연구기관이 모였다.",
        "공공기관과 중소기업이 모였다.",
        "기업부설연구소가 늘었다.",
        "운영위원회가 모였다.",
        "전문대학이 늘었다.",
        "전자 산업이 커졌다.",
        "지방자치단체가 모였다.",
        "이번 계획은 좋다.",
        "로봇 회사들이 모였다.",
        "금융투자회사가 몰렸다.",
        "모·자회사 관계를 살폈다.",
        "주식회사를 세웠다.",
        "보안 점검 소홀로 사고가 났다.",
        "블랙홀을 보았다.",
        "국립공원에서 열렸다.",
        "노후산업단지를 바꾼다.",
        "지방공항과 전국 공항을 점검했다.",
        "온라인 전시장을 열었다.",
        "최고의사결정기구와 국제금융기구를 만났다.",
        "표준화기구에 알렸다.",
    ],
)
def test_a_general_word_is_no_name(text: str) -> None:
    general = [m.text for m in findings(text).mentions if m.rule != "definite" and m.authority is None]
    assert general == []


@pytest.mark.parametrize("text", ["이런 성장바우처가 있다.", "새 벤처가 늘었다.", "제품의 출처를 밝혔다.", "‘혁신바우처’를 나눈다."])
def test_a_word_that_only_ends_like_an_office_is_none(text: str) -> None:
    assert named(text, "GovernmentBody") == []


@pytest.mark.parametrize(
    ("text", "type_", "surface"),
    [
        ("토론회에서 의견이 나왔다.", "Event", "토론회"),
        ("이번 토론회에서 의견이 나왔다.", "Event", "토론회"),
        ("이번 국제회의에서 의견이 나왔다.", "Event", "국제회의"),
        ("이날 행사에는 많은 사람이 왔다.", "Event", "행사"),
        ("정부는 이 사업을 벌인다.", "Policy", "사업"),
        ("정기 총회가 열렸다.", "Event", "정기 총회"),
        ("온라인 설명회를 열었다.", "Event", "온라인 설명회"),
    ],
)
def test_a_class_word_alone_waits_for_the_name_that_it_means(text: str, type_: str, surface: str) -> None:
    found = [(m.type, m.text) for m in findings(text).mentions if m.rule == "definite"]
    assert (type_, surface) in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("한국전자통신연구원·한국기계연구원 협의회가 열렸다.", ["한국전자통신연구원", "한국기계연구원"]),
        ("KIST·KAIST 연구원이 웃었다.", ["KIST", "KAIST"]),
    ],
)
def test_a_list_of_bodies_is_no_single_name(text: str, names: list[str]) -> None:
    found = [m.text for m in findings(text).mentions if m.rule == "authority"]
    assert found == names
    assert not [m for m in findings(text).mentions if "·" in m.text]


@pytest.mark.parametrize("text", ["기업·연구소가 왔다.", "공공기관·국제기구가 왔다.", "네이버·새길솔루션을 만났다."])
def test_a_list_that_ends_with_a_class_word_is_no_name(text: str) -> None:
    assert not [m for m in findings(text).mentions if "·" in m.text]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("지난 12일 한국 양자 포럼이 열렸다.", "한국 양자 포럼"),
        ("올해 한국 양자 포럼이 열렸다.", "한국 양자 포럼"),
        ("이번 한국 양자 포럼이 열렸다.", "한국 양자 포럼"),
        ("KIST 한국 양자 포럼이 열렸다.", "한국 양자 포럼"),
        ("최근 국제 로봇 산업 박람회를 열었다.", "국제 로봇 산업 박람회"),
        ("2회 이상 한국 양자 포럼을 열었다.", "한국 양자 포럼"),
        ("20명 내외 국제 로봇 산업 박람회를 열었다.", "국제 로봇 산업 박람회"),
        ("서울에서 국제 이상 기후 포럼을 열었다.", "국제 이상 기후 포럼"),
        ("새해 새길 로봇 포럼이 열렸다.", "새길 로봇 포럼"),
        ("5년간 새길 로봇 포럼을 열었다.", "새길 로봇 포럼"),
        ("나흘간 새길 로봇 포럼이 열렸다.", "새길 로봇 포럼"),
        ("2025년 5월 문을 열고 같은 달 새길 로봇 포럼을 열었다.", "새길 로봇 포럼"),
        ("달 탐사 기술 포럼이 열렸다.", "달 탐사 기술 포럼"),
    ],
)
def test_a_name_does_not_reach_over_words_that_tell_nothing(text: str, name: str) -> None:
    assert named(text, "Event") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("X 기반 기술을 쓴다.", []),
        ("인공지능 기반 로봇을 쓴다.", []),
    ],
)
def test_a_thing_does_not_reach_over_what_it_is_based_on(text: str, names: list[str]) -> None:
    assert named(text, "Product") == names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("과기정통부는 돌봄종합지원센터를 통해 상담을 한다.", ["과기정통부", "돌봄종합지원센터"]),
        ("과기정통부는 통합상담센터를 통해 상담을 한다.", ["과기정통부"]),
        ("과기정통부는 통합 지원센터를 통해 상담을 한다.", ["과기정통부"]),
    ],
)
def test_a_centre_whose_name_has_many_parts_is_a_body(text: str, bodies: list[str]) -> None:
    assert named(text, "GovernmentBody") == bodies


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("산업부는 12일 관계기관 협의회를 개최했다.", "협의회", "Event"),
        ("산업부는 12일 정책협의회를 개최했다.", "정책협의회", "Event"),
        ("산업부는 12일 정책협의회를 꾸렸다.", "정책협의회", "Association"),
        ("새길로봇협의회가 웃었다. 협의회를 개최했다.", "협의회", "Association"),
        ("산업부는 12일 관계기관 협력회의를 개최했다.", "관계기관 협력회의", "Event"),
    ],
)
def test_what_is_held_is_a_meeting_though_no_name_tells_which(text: str, word: str, type_: str) -> None:
    found = [m for m in findings(text).mentions if m.text == word]
    assert [(m.type, m.rule) for m in found] == [(type_, "definite")]


def test_a_meeting_that_nobody_is_said_to_hold_is_none_by_its_kind() -> None:
    assert mention("산업부는 12일 관계기관 협력회의를 알렸다.", "관계기관 협력회의") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("산업부는 지능형(스마트)로봇산업대전을 열었다.", "지능형(스마트)로봇산업대전"),
        ("산업부는 지능형(스마트) 로봇산업대전을 열었다.", "로봇산업대전"),
        ("산업부는 지능형(장관 참석)로봇산업대전을 열었다.", "로봇산업대전"),
    ],
)
def test_a_gloss_inside_a_word_parts_no_name(text: str, name: str) -> None:
    assert name in named(text, "Event")


@pytest.mark.parametrize(
    ("text", "found"),
    [("KT는 홀로그램 회의 시스템 '두루'를 공개했다.", False), ("KT는 '두루'를 공개하고 홀로그램 회의를 개최했다.", True)],
)
def test_a_word_for_an_event_before_a_thing_tells_what_that_is_for(text: str, found: bool) -> None:
    assert ("홀로그램 회의" in named(text, "Event")) is found


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("새빛금형은 KAIST와 업무협약을 체결했다.", "Company", "새빛금형"),
        ("KT는 6G 테스트베드를 개소했다.", "Product", "6G 테스트베드"),
        ("국방부는 국방 정보 시스템을 구축했다.", "Product", "국방 정보 시스템"),
        ("산업부는 민관 합동 로봇 점검 TF를 구성했다.", "GovernmentBody", "민관 합동 로봇 점검 TF"),
        ("KT는 AI 영어 교육 콘텐츠를 개발했다.", "Product", "AI 영어 교육 콘텐츠"),
        ("산업부는 장학금 수여행사를 개최했다.", "Event", "장학금 수여행사"),
        ("박인계 KT 사장이 왔다.", "Person", "박인계"),
    ],
)
def test_a_name_that_ends_or_begins_as_common_words_do_is_one(text: str, type_: str, name: str) -> None:
    assert name in [m.text for m in findings(text).mentions if m.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("새길로스 한국위원회는 포럼을 열었다.", "GovernmentBody", ["새길로스 한국위원회"]),
        ("이날 한국위원회는 포럼을 열었다.", "GovernmentBody", ["한국위원회"]),
        ("국제 한국위원회는 포럼을 열었다.", "GovernmentBody", ["한국위원회"]),
        ("노스 새벽누리대학은 포럼을 열었다.", "University", ["노스 새벽누리대학"]),
        ("가온 새벽누리대학은 포럼을 열었다.", "University", ["새벽누리대학"]),
        ("금속노조는 성명을 냈다.", "Association", ["금속노조"]),
    ],
)
def test_a_body_may_be_named_with_the_word_before_it(text: str, type_: str, names: list[str]) -> None:
    assert named(text, type_) == names


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("과기정통부는 5년간 새길 로봇 보급 사업을 추진한다.", ["새길 로봇 보급 사업"]),
        ("과기정통부는 3개월간 로봇 공통 심의기준을 마련했다.", ["로봇 공통 심의기준"]),
        ("과기정통부는 새길법 시행령 개정안을 의결했다.", ["새길법 시행령 개정안"]),
    ],
)
def test_a_plan_is_not_named_by_how_long_it_runs(text: str, plans: list[str]) -> None:
    assert named(text, "Policy") == plans


def test_neither_who_holds_an_event_nor_who_moves_a_bill_is_in_its_name() -> None:
    assert named("정보통신산업진흥원 주관 AI 페스타 2026이 열렸다.", "Event") == ["AI 페스타 2026"]
    assert named("김현 의원 대표발의 전기통신사업법 개정안 통과", "Policy") == ["전기통신사업법 개정안"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("지난 한-아세안 정상회의시 발표된 구상이다.", ["한-아세안 정상회의"]),
        ("새길로봇협회 출범식시 논의된 상황이다.", ["새길로봇협회 출범식"]),
        ("양국은 한미(韓美) 로봇 라운드테이블을 열었다.", ["한미(韓美) 로봇 라운드테이블"]),
        ("양국은 한미(잠정) 로봇 산업 라운드테이블을 열었다.", ["로봇 산업 라운드테이블"]),
        ("10시 로봇 산업 라운드테이블을 연다.", ["로봇 산업 라운드테이블"]),
        ("파주시 로봇 산업 라운드테이블을 연다.", ["파주시 로봇 산업 라운드테이블"]),
    ],
)
def test_what_says_when_or_spells_a_word_again_is_no_end_of_a_name(text: str, events: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Event"] == events


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("정부는 새벽연료법을 개정했다.", ["새벽연료법"]),
        ("선박연료법 제2조에 적혀 있다.", ["선박연료법"]),
        ("선박연료법에 따라 배에 태운다.", ["선박연료법"]),
        ("선박연료법이 국회를 통과했다.", ["선박연료법"]),
        ("선박연료법 위반을 살폈다.", ["선박연료법"]),
        ("국회는 관련법 개정을 서둘렀다.", []),
        ("국회는 노동법 위반을 살폈다.", []),
        ("연구진은 유한요소법에 따라 계산했다.", []),
        ("연구진은 새 분석법을 개발했다.", []),
        ("선박연료법을 아는 사람이 많다.", []),
        ("개정법 시행을 알렸다.", []),
        ("연구진은 삼각측량법에 따라 계산했다.", []),
        ("회사는 일본법에 따라 세워졌다.", []),
    ],
)
def test_one_word_is_a_law_where_what_stands_behind_says_so(text: str, laws: list[str]) -> None:
    assert [m.text for m in findings(text).mentions if m.type == "Policy" and m.rule != "definite"] == laws


@pytest.mark.parametrize("name", ["새봄산국립공원", "새봄첨단산업단지", "새봄국제공항", "새봄홀", "국제새봄기구"])
def test_what_a_general_word_ends_is_a_name_by_what_stands_before(name: str) -> None:
    assert [m.text for m in findings(f"이곳은 {name}에서 가깝다.").mentions] == [name]
