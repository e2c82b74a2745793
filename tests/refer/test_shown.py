"""A name is shown without marks, without what a parenthesis says before it and without half a parenthesis."""

from __future__ import annotations

import pytest

from kg.refer.shown import bracketed, clean, numbered, unglossed, unwrapped
from kg.values import Mention
from tests.road import ontology


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("‘새길  플랫폼’", "새길 플랫폼"),
        ("(가칭)새길 센터", "새길 센터"),
        ("(가칭) 새길 센터", "새길 센터"),
        ("(관세청", "관세청"),
        ("카이스트(KAIST", "KAIST"),
        ("새길로봇)", "새길로봇"),
        ("소·부·장(소부장)", "소·부·장(소부장)"),
        ("양자(QT) 컴퓨팅", "양자(QT) 컴퓨팅"),
        ("(가칭)", "(가칭)"),
        ("새길 혁신** 지원 사업", "새길 혁신 지원 사업"),
        ("'새길 2025'개막식", "새길 2025 개막식"),
        ("「새길 협의회」제1차 회의", "새길 협의회 제1차 회의"),
        ("‘새길’의 날", "새길의 날"),
        ("새길 교류?협력 사업", "새길 교류·협력 사업"),
        ("새길은 왜? 포럼", "새길은 왜? 포럼"),
        ("새길위원회(위원장 정하람 교수, 간사 이가온) 출범식", "새길위원회 출범식"),
        ("째 새길 포럼", "새길 포럼"),
        ("은 나노 전극", "은 나노 전극"),
        ("새길 R&D; 로드맵", "새길 R&D 로드맵"),
        ("정례브리핑(12차, 서면)", "정례브리핑(12차, 서면)"),
    ],
)
def test_shown(said: str, shown: str) -> None:
    assert clean(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("인공지능(AI) 모델", "인공지능 모델"),
        ("국가연구개발(R&D) 우수(성과) 전시회", "국가연구개발 우수 전시회"),
        ("‘양자 도약(안)’ 사업", "양자 도약 사업"),
        ("양자 도약 사업(안)", ""),
        ("양자 도약 사업", ""),
    ],
)
def test_a_name_is_known_without_what_parentheses_inside_it_say(said: str, shown: str) -> None:
    assert unglossed(said) == shown


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        ("2024년 로봇 보급사업을 공고했다.", "로봇 보급사업", ["2024년 로봇 보급사업"]),
        ("’24년도 제2차 「로봇 보급사업」을 공고했다.", "로봇 보급사업", ["24년도 제2차 「로봇 보급사업"]),
        ("2025년 상반기 로봇 포럼을 열었다.", "로봇 포럼", ["2025년 상반기 로봇 포럼"]),
        ("제3차 ‘로봇 포럼’을 열었다.", "로봇 포럼", ["제3차 ‘로봇 포럼"]),
        ("12월 3일 로봇 포럼을 열었다.", "로봇 포럼", []),
        ("2021∼2024년 로봇 보급사업을 공고했다.", "로봇 보급사업", []),
        ("새 로봇 보급사업을 공고했다.", "로봇 보급사업", []),
        ("9대 로봇 보급 프로젝트", "로봇 보급 프로젝트", ["9대 로봇 보급 프로젝트"]),
        ("제1호 로봇 투자기금", "로봇 투자기금", ["제1호 로봇 투자기금"]),
    ],
)
def test_a_plan_or_event_is_called_with_its_year_and_number_too(text: str, name: str, more: list[str]) -> None:
    at = text.index(name)
    mention = Mention(at, at + len(name), name, "Policy", None, "quoted", 0.8)
    assert numbered(text, [mention], ontology().language.names.edition_written) == more


@pytest.mark.parametrize(
    ("said", "type_", "bare"),
    [
        ("‘새길 골든벨’ 행사", "Event", "새길 골든벨"),
        ("‘새길 골든벨’행사", "Event", "새길 골든벨"),
        ("새길 그림 챌린지 대회", "Event", "새길 그림 챌린지"),
        ("아세안 공무원 초청연수 행사", "Event", "아세안 공무원 초청연수"),
        ("새길 성과발표회행사", "Event", "새길 성과발표회"),
        ("로봇 체험 행사", "Event", ""),
        ("‘새길’ 기념행사", "Event", ""),
        ("새길 포럼", "Event", ""),
        ("‘새길 골든벨’ 행사", "Policy", ""),
        ("‘새길과학대상’ 시상", "Event", "새길과학대상"),
        ("새길과학대상 시상", "Event", ""),
    ],
)
def test_an_event_is_called_without_the_word_for_any_where_its_name_stands_alone(said: str, type_: str, bare: str) -> None:
    assert unwrapped(Mention(0, len(said), said, type_, None, "cue", 0.8), ontology().language.names) == bare


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        ("로봇 보급사업(환경)을 공고했다.", "로봇 보급사업", ["로봇 보급사업(환경)"]),
        ("「로봇 규제혁신 방안」(5차)을 확정했다.", "로봇 규제혁신 방안", ["로봇 규제혁신 방안(5차)"]),
        ("로봇 종합계획(2027년~2031년)을 세웠다.", "로봇 종합계획", ["로봇 종합계획(2027년~2031년)"]),
        ("로봇 규제혁신 방안(6.22) 후속이다.", "로봇 규제혁신 방안", []),
        ("로봇 규제혁신 방안(6월 22일 발표)을 따랐다.", "로봇 규제혁신 방안", []),
        ("로봇 보급사업(이하 보급사업)을 공고했다.", "로봇 보급사업", []),
        ("로봇 보급사업(1,200억원)을 공고했다.", "로봇 보급사업", []),
        ("로봇 보급사업 (붙임 참고)을 공고했다.", "로봇 보급사업", []),
    ],
)
def test_a_plan_is_called_with_the_parenthesis_behind_it_too(text: str, name: str, more: list[str]) -> None:
    at = text.index(name)
    mention = Mention(at, at + len(name), name, "Policy", None, "quoted", 0.8)
    assert bracketed(text, [mention], ontology().language.names.name_aside) == more
