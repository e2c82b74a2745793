"""Bodies to labelled pieces."""

from __future__ import annotations

import pytest

from kg.read.blocks import split
from kg.read.draft import Part
from tests.read.pages import PAGE


def labelled(text: str, title: str = "제목") -> list[tuple[str, str, str]]:
    return [(piece.kind, piece.sign.strip(), piece.text) for piece in split([Part("", text)], title, PAGE)]


@pytest.mark.parametrize("sign", ["-", *"□■ㅇ○◦◇◆❍△▲▷▶·–※*①②❶", "1.", "가.", "2)", "(3)", "나)", "o", "**", "\uf06c"])
def test_a_sign_begins_a_bullet_and_stays_outside(sign: str) -> None:
    found = labelled(f"앞 문단이다.\n{sign} 정부는 로봇을 개발했다.\n{sign} 기업은 이를 도왔다.")
    assert found == [
        ("paragraph", "", "앞 문단이다."),
        ("bullet", sign, "정부는 로봇을 개발했다."),
        ("bullet", sign, "기업은 이를 도왔다."),
    ]


@pytest.mark.parametrize(
    "text", ["-3%로 줄었다.", "11. 13.(목)에 열렸다.", "(주)가나는 로봇을 만들었다.", "2025년에 시작했다.", "오늘 열렸다."]
)
def test_what_looks_like_a_sign(text: str) -> None:
    assert labelled(text) == [("paragraph", "", text)]


def test_lines_broken_inside_sentences_are_joined() -> None:
    text = (
        "□ 과학기술정보통신부와 산업통상부는\n이번에 추진되는 로봇 산업 진흥 사업과\n부품 국산화 사업을 본격화한다고 밝혔다.\n"
        "정부는 이를 뒷받침할 예산을 해마다\n조금씩 늘렸다.\nㅇ 기업은 이를\n도왔다."
    )
    assert labelled(text) == [
        ("bullet", "□", "과학기술정보통신부와 산업통상부는 이번에 추진되는 로봇 산업 진흥 사업과 부품 국산화 사업을 본격화한다고 밝혔다."),
        ("paragraph", "", "정부는 이를 뒷받침할 예산을 해마다 조금씩 늘렸다."),
        ("bullet", "ㅇ", "기업은 이를 도왔다."),
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = (
        "정부는 로봇 산업을 키우겠다고 밝혔다.\n로봇 산업 육성책 나온다\n"
        "기업들은 정부의 이러한 계획을 반겼다.\n전문가들은 신중해야 한다고 말했다."
    )
    assert [text for _, _, text in labelled(text)] == text.split("\n")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("로봇 전략 발표\n\n정부는 전략을 발표했다.", "로봇 전략 발표"),
        ("‘로봇’ 전략 발표!\n\n정부는 전략을 발표했다.", "로봇 전략, 발표"),
        ("로봇 전략\n발표\n\n정부는 전략을 발표했다.", "로봇 전략 발표"),
        ("로봇 전략 발표\n\n정부는 전략을 발표했다.", "[5.12.화.조간]로봇 전략 발표(5.11.)"),
    ],
)
def test_a_repeated_title_is_dropped(body: str, title: str) -> None:
    assert labelled(body, title) == [("paragraph", "", "정부는 전략을 발표했다.")]


def test_a_head_that_is_not_the_title_stays() -> None:
    assert labelled("로봇 전략 확정\n\n정부는 전략을 확정했다.", "로봇 전략 발표")[0] == ("paragraph", "", "로봇 전략 확정")


def test_dashed_lines_at_the_head_are_the_summary() -> None:
    text = "- 2030년까지 1조원 투자\n\n연구소 세 곳 설립 -\n\n□ 정부는 로봇을 개발한다고 밝혔다.\n\n- 연구소도 짓는다."
    assert [(kind, text) for kind, _, text in labelled(text)] == [
        ("summary", "2030년까지 1조원 투자"),
        ("summary", "연구소 세 곳 설립"),
        ("bullet", "정부는 로봇을 개발한다고 밝혔다."),
        ("bullet", "연구소도 짓는다."),
    ]


def test_a_release_with_all_its_furniture() -> None:
    text = (
        "보도시점 2025. 11. 13.(목) 12:00\n\n정부는 로봇을 개발한다고 밝혔다.\n\n< 행사 개요 >\n\n"
        "구분\n올해\n내년\n예산\n10억\n20억\n\n일 시 : 11월 13일\n\n자세한 내용은 붙임 자료를 참고하시기 바랍니다.\n\n"
        "담당 부서\n로봇과\n책임자\n과장 홍길동\n(044-202-0000)\n\n붙임 1. 로봇 전략\n2. 행사 사진\n\n끝."
    )
    assert [(kind, text.split("\n")[0]) for kind, _, text in labelled(text)] == [
        ("boilerplate", "보도시점 2025. 11. 13.(목) 12:00"),
        ("paragraph", "정부는 로봇을 개발한다고 밝혔다."),
        ("heading", "< 행사 개요 >"),
        ("table", "구분"),
        ("paragraph", "일 시 : 11월 13일"),
        ("boilerplate", "자세한 내용은 붙임 자료를 참고하시기 바랍니다."),
        ("contact", "담당 부서"),
        ("contact", "로봇과"),
        ("contact", "책임자"),
        ("heading", "붙임 1. 로봇 전략"),
        ("heading", "행사 사진"),
        ("boilerplate", "끝."),
    ]


def test_cells_set_apart_by_empty_lines_are_a_table() -> None:
    text = "정부가 밝혔다.\n\n지표\n\n올해\n\n성인 남성의 유산소 신체활동 실천율\n\n51.0%\n\n56.5%\n\n정부가 말했다."
    assert [kind for kind, _, _ in labelled(text)] == ["paragraph", *["table"] * 5, "paragraph"]


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("(서울=가나통신) 홍길동 기자 = 정부가 밝혔다.", "(서울=가나통신) 홍길동 기자 ="),
        ("[세종=가나1] 홍길동·김하늘 기자 = 정부가 밝혔다.", "[세종=가나1] 홍길동·김하늘 기자 ="),
        ("[가나일보 홍길동 기자] 정부가 밝혔다.", "[가나일보 홍길동 기자]"),
        ("(대전) 홍길동 기자 = 정부가 밝혔다.", "(대전) 홍길동 기자 ="),
    ],
)
def test_a_dateline_is_a_block_of_its_own(text: str, byline: str) -> None:
    assert labelled(text) == [("byline", "", byline), ("paragraph", "", "정부가 밝혔다.")]


@pytest.mark.parametrize("text", ["(주)가나는 로봇을 만든다.", "[참고] 정부가 밝혔다.", "홍길동 기자는 책을 썼다고 밝혔다."])
def test_what_is_no_dateline(text: str) -> None:
    assert "byline" not in [kind for kind, _, _ in labelled(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Copyright © 가나일보. All rights reserved.", "boilerplate"),
        ("무단 전재 및 재배포 금지", "boilerplate"),
        ("홍길동 기자 gil@mail.example", "boilerplate"),
        ("다음글 로봇이 온다", "boilerplate"),
        ("문의: 로봇과 (044-202-0000)", "contact"),
        ("정부는 저작권자의 권리를 지키겠다고 밝혔다.", "paragraph"),
        ("정부는 음성 자료의 무단 수집을 막겠다고 밝혔다.", "paragraph"),
        ("담당자를 늘리고 창구를 넓히겠다고 정부는 밝혔다.", "paragraph"),
        ("다음은 정부가 내놓은 계획이다.", "paragraph"),
    ],
)
def test_boilerplate_and_contacts_against_prose(line: str, kind: str) -> None:
    assert [found for found, _, _ in labelled(line)] == [kind]
