"""Things that have no name but their kind and what tells it from others."""

from __future__ import annotations

import pytest

from kg.find.things.described import DESCRIBED, KIND, shorter
from kg.values import Mention
from tests.road import findings, named, ontology


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("한빛로보는 초소형 사이클로이드 감속기를 개발했다.", ["초소형 사이클로이드 감속기"]),
        ("한빛로보는 세계 최초로 개발한 무전원 습도 센서를 보였다.", ["무전원 습도 센서"]),
        ("한빛로보는 무전원 습도 센서 개발에 나섰다.", ["무전원 습도 센서"]),
        ("한빛로보는 최대 전력 추종 장치를 개발했다.", ["최대 전력 추종 장치"]),
        ("무전원 습도 센서가 국내에서 개발됐다.", ["무전원 습도 센서"]),
        ("한빛로보는 무전원 습도 센서*를 개발했다.", ["무전원 습도 센서"]),
        ("한빛로보는 무전원 습도 센서 등을 개발했다.", ["무전원 습도 센서"]),
        ("한빛로보는 고출력 자외선 증폭기, 무전원 습도 센서 등 2종을 개발했다.", ["고출력 자외선 증폭기", "무전원 습도 센서"]),
        ("한빛로보는 무전원 습도 센서를 만든다.", ["무전원 습도 센서"]),
        ("무전원 습도 센서를 만드는 한빛로보는 컸다.", ["무전원 습도 센서"]),
        ("한빛로보가 만든 무전원 습도 센서는 가볍다.", ["무전원 습도 센서"]),
        ("무전원 습도 센서는 한빛로보가 개발했다.", ["무전원 습도 센서"]),
        ("무전원 습도 센서는 창원의 한빛로보가 새길전자에 공급했다.", ["무전원 습도 센서"]),
        ("한빛로보는 탄소섬유 추진제 탱크를 개발했다.", ["탄소섬유 추진제 탱크"]),
        ("그중 무전원 습도 센서를 만드는 한빛로보가 컸다.", ["무전원 습도 센서"]),
        ("한빛로보는 당초 국산 습도 센서를 쓰려고 했다.", ["습도 센서"]),
        ("무전원 습도 센서는 값이 비싸다.", []),
        ("무전원 습도 센서는 한빛로보가 좋아한다.", []),
        ("무전원 습도 센서는 비싸지만, 한빛로보가 로봇을 개발했다.", ["로봇"]),
        ("사람을 만드는 습도 센서가 있다.", []),
        ("한빛로보는 무전원 습도 센서 등을 칭찬했다.", []),
        ("한빛로보는 20Ah급 파우치셀을 제작한다.", ["파우치셀"]),
        ("한빛로보는 무전원 습도 센서를 칭찬했다.", []),
        ("한빛로보는 새로운 기술을 개발했다.", []),
        ("한빛로보는 AI 기술을 개발했다.", ["AI"]),
        ("한빛로보는 치료제·백신을 개발했다.", []),
        ("한빛로보는 칩렛 기반 AI 반도체를 개발했다.", ["칩렛", "AI 반도체"]),
    ],
)
def test_a_described_thing_is_named_where_something_is_done_to_it(text: str, names: list[str]) -> None:
    found = [name for name in named(text, "Technology") if name not in {"백신", "치료제"}]
    assert found == names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("산업부는 이차전지 화재시험센터를 구축했다.", "Product", ["이차전지 화재시험센터"]),
        ("산업부는 가축질병 조기경보 시스템 구축에 나섰다.", "Product", ["가축질병 조기경보 시스템"]),
        ("국토부는 해외건설 수주지원단을 구성했다.", "GovernmentBody", ["해외건설 수주지원단"]),
        ("산업부는 이차전지 화재시험센터를 칭찬했다.", "Product", []),
        ("산업부는 이차전지 화재시험센터 구축 사업을 칭찬했다.", "Product", []),
        ("산업부는 스마트 시스템을 구축했다.", "Product", []),
        ("산업부는 국장급 정례 협의체를 구성했다.", "Association", []),
        ("산업부는 산·학·연 전문가 TF를 구성했다.", "GovernmentBody", []),
        ("산업부는 산하 이차전지 화재시험센터를 구축했다.", "Product", ["이차전지 화재시험센터"]),
        # A facility that only a field tells from others, and one that is of any field.
        ("KT는 양자암호통신 시험망을 깔았다.", "Product", ["양자암호통신 시험망"]),
        ("KT는 대전 구간 양자암호통신 시험망을 꾸렸다.", "Product", ["양자암호통신 시험망"]),
        ("KT는 양극재 파일럿 라인을 깔 예정이다.", "Product", ["양극재 파일럿 라인"]),
        ("KT는 공동 시험망을 깔았다.", "Product", []),
        ("KT는 시험망을 깔았다.", "Product", []),
        ("KT는 양자암호통신 시험망을 칭찬했다.", "Product", []),
        ("KT는 양자암호통신 시스템을 구축했다.", "Product", []),
    ],
)
def test_what_is_founded_is_named_by_its_kind(text: str, kind: str, names: list[str]) -> None:
    assert [name for name in named(text, kind) if name.endswith(("센터", "시스템", "지원단", "시험망", "라인"))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("새길시는 엘리베이터 정밀 안전검사를 실시한다.", ["엘리베이터 정밀 안전검사"]),
        ("새길시는 약 3주간 엘리베이터 정밀 안전검사를 실시한다.", ["엘리베이터 정밀 안전검사"]),
        ("새길시는 선박 배출가스 특례 신설을 약속했다.", ["선박 배출가스 특례"]),
        ("새길시는 올해 시행한 골목길 조명 인증제를 알렸다.", ["골목길 조명 인증제"]),
        ("새길시는 엘리베이터 정밀 안전검사를 칭찬했다.", []),
        ("새길시는 3주간 안전검사를 실시한다.", []),
        ("새길부와 새길청은 엘리베이터 수요조사를 공동으로 실시했다.", ["엘리베이터 수요조사"]),
        ("새길부는 반도체 수요조사를 실시했다.", ["반도체 수요조사"]),
        ("새길청은 골목길 조명 표준안을 연내 마련한다.", ["골목길 조명 표준안"]),
        ("새길시는 기존 조사를 실시한다.", []),
        ("새길시는 과학적 조사를 실시한다.", []),
        ("정부는 계약화물 제도를 도입했다.", ["계약화물 제도"]),
        ("정부는 골목상권 회복 프로그램을 마련했다.", ["골목상권 회복 프로그램"]),
        ("정부는 소상공인 구조혁신 지원사업을 추진했다.", ["소상공인 구조혁신 지원사업"]),
        ("정부는 골목길 조명 관련 구조혁신 지원사업을 추진했다.", ["구조혁신 지원사업"]),
        ("회사는 휴가 제도를 도입했다.", []),
        ("회사는 보안 지침을 개정했다.", []),
        ("회사는 커피 사업을 추진한다.", []),
        ("회사는 골목길 조명 관련 사업을 추진한다.", []),
        ("회사는 골목길 조명 대규모 사업을 추진한다.", []),
    ],
)
def test_a_measure_is_named_by_its_kind_where_somebody_takes_it(text: str, names: list[str]) -> None:
    assert named(text, "Policy") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("새길시는 폐수 배관 진단 시스템을 칭찬했다.", ["폐수 배관 진단 시스템"]),
        ("새길시는 식물공장 양액공급장치를 살폈다.", ["식물공장 양액공급장치"]),
        ("새길시는 스마트 시스템을 칭찬했다.", []),
        ("새길시는 국가 관리 시스템을 칭찬했다.", []),
        ("새길시는 폐수 배관 진단 시스템 고도화 방향을 말했다.", []),
        ("새길시는 AI 솔루션을 칭찬했다.", []),
        ("새길시는 네오그리드시스템에 갔다.", []),
    ],
)
def test_a_kind_with_enough_words_names_a_thing_wherever_it_stands(text: str, names: list[str]) -> None:
    found = [m.text for m in findings(text).mentions if m.rule == DESCRIBED]
    assert found == names


@pytest.mark.parametrize(
    ("name", "rule", "others"),
    [
        ("데이터센터용 액침냉각 기술", DESCRIBED, ("액침냉각 기술", "데이터센터용 액침냉각", "액침냉각")),
        ("로봇용 파운데이션 모델", DESCRIBED, ()),
        ("무전원 습도 센서", DESCRIBED, ()),
        ("약초 사진 인식 모델", DESCRIBED, ()),
        ("약초 사진 인식 모델", KIND, ("약초 사진 인식",)),
        ("무전원 습도 센서", KIND, ()),
        ("악보 검색 플랫폼", KIND, ("악보 검색",)),
        ("위협탐지 플랫폼", KIND, ("위협탐지",)),
        # Of a word by itself nobody knows that it is a technology.
        ("학습 플랫폼", KIND, ()),
    ],
)
def test_what_a_thing_is_for_and_a_last_word_of_little_meaning_may_be_left_away(name: str, rule: str, others: tuple[str, ...]) -> None:
    mention = Mention(0, len(name), name, "Technology", None, rule, 0.6)
    assert shorter(mention, ontology().language.things, {"파운데이션모델"}) == others


def test_a_listed_name_has_no_shorter_one() -> None:
    assert shorter(Mention(0, 4, "냉각 기술", "Technology", None, "authority", 0.9), ontology().language.things, ()) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("누리센서는 진동 센서 'NV-7'을 내놓았다.", ["진동 센서"]),
        ("한빛은 X선 자유전자레이저 '새길'을 켰다.", ["X선 자유전자레이저"]),
        ("한빛은 단어 연상 게임 '새길'을 켰다.", ["단어 연상 게임"]),
        ("한빛은 약초 사진 인식 모델 '새길'을 켰다.", ["약초 사진 인식 모델"]),
        ("한빛은 출입 관제 플랫폼 '새길'을 켰다.", ["출입 관제 플랫폼"]),
        ("한빛은 밀물 계측 장비 '새길'을 켰다.", ["밀물 계측 장비"]),
        ("한빛은 무인 어획선용 화물기 '새길'을 켰다.", ["무인 어획선용 화물기"]),
        # What is anything's kind tells nothing of this one.
        ("한빛은 출입 관제 시스템 '새길'을 켰다.", []),
        ("한빛은 공동 플랫폼 '새길'을 켰다.", []),
        ("한빛은 출입 관제 앱 '새길'을 켰다.", []),
        ("한빛은 악보 검색 서비스 '새길'을 켰다.", []),
        ("한빛은 인공지능(AI) 모델 '새길'을 켰다.", []),
        ("한빛은 양자컴퓨터 제작 플랫폼 '새길'을 켰다.", []),
        ("한빛은 출입 관제 플랫폼을 고르고 '새길'을 켰다.", []),
        ("한빛은 지난달 외산 진동 센서 '새길'을 켰다.", ["진동 센서"]),
        ("한빛은 압전 소재 기반 진동 센서 '새길'을 켰다.", ["진동 센서"]),
        ("한빛은 매장용 챗봇 서비스 '새길'을 켰다.", []),
        ("한빛은 메탄 엔진 '새길'을 켰다.", ["메탄 엔진"]),
        ("한빛은 액체 우주발사체 '새길'을 세웠다.", ["액체 우주발사체"]),
        ("한빛은 관측용 우주발사체 '새길'을 세웠다.", ["우주발사체"]),
        ("한빛은 단어 연상 게임을 켰다.", []),
        ("한빛은 약초 사진 인식 모델을 켰다.", []),
        ("한빛은 2세대 칩 '새길'을 켰다.", []),
        ("한빛은 차기 칩 '새길'을 켰다.", []),
        ("한빛은 진동 센서를 고르고 '새길'을 켰다.", []),
        ("한빛은 진동 센서를 켰다.", []),
    ],
)
def test_the_kind_of_a_quoted_thing_is_a_technology(text: str, kinds: list[str]) -> None:
    assert [
        name
        for name in named(text, "Technology")
        if name.endswith(("센서", "레이저", "칩", "게임", "모델", "플랫폼", "엔진", "발사체", "서비스", "장비", "화물기", "시스템", "앱"))
    ] == kinds
