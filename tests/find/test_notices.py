"""Notices of appointments: whom a line lists with posts below the sign of a body."""

from __future__ import annotations

import pytest

from tests.road import posts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "◇LG전자 ▲대표이사 사장 정하람 ▲부사장 이도윤 강하늘 ◇카카오 <승진> ▲상무 최보람",
            [
                ("정하람", "LG전자", "대표이사 사장"),
                ("이도윤", "LG전자", "부사장"),
                ("강하늘", "LG전자", "부사장"),
                ("최보람", "카카오", "상무"),
            ],
        ),
        ("LG전자 <승진> ▲전무 이도윤(로봇사업본부장)", [("이도윤", "LG전자", "전무")]),
        (
            "◇특허청 ◇국장급 승진 ▲심사정책국장 정하람 ◇과장급 전보 ▲이도윤 기획팀장",
            [("정하람", "특허청", "심사정책국장"), ("이도윤", "특허청", "기획팀장")],
        ),
        ("[인사] 특허청 ◇국장급 ▲심사정책국장 정하람", [("정하람", "특허청", "심사정책국장")]),
        ("[인사] 특허청 ▲심사정책국장 정하람", [("정하람", "특허청", "심사정책국장")]),
        # Over several lines, with signs and without as the reader leaves them.
        (
            "[인사] 특허청\n◇ 국장급 승진\n▲ 심사정책국장 정하람\n▲ 기획조정관 이도윤 ▲ 대변인 강하늘",
            [("정하람", "특허청", "심사정책국장"), ("이도윤", "특허청", "기획조정관"), ("강하늘", "특허청", "대변인")],
        ),
        (
            "<인사>KAIST\n교학부총장 정하람\n보직\n이도윤 기획처장",
            [("정하람", "KAIST", "교학부총장"), ("이도윤", "KAIST", "기획처장")],
        ),
        ("[인사]\n특허청\n심사국장 정하람\nKAIST\n학장 이도윤", [("정하람", "특허청", "심사국장"), ("이도윤", "KAIST", "학장")]),
        ("◇특허청\n◇과장급 전보\n심사국장 정하람", [("정하람", "특허청", "심사국장")]),
        ("승진\n◇특허청\n심사국장 정하람", [("정하람", "특허청", "심사국장")]),
        # The rank in brackets behind the body, and the post in brackets or behind a sign before those who come to it.
        (
            "[인사]\n◇ 특허청 <국장급 승진>\n▲ 심사정책국장 정하람\n◇ 조달청 (과장급 전보)\n▲ 구매과장 이도윤",
            [("정하람", "특허청", "심사정책국장"), ("이도윤", "조달청", "구매과장")],
        ),
        ("◇LG전자 <대표이사> ▲정하람 ▲이도윤", [("정하람", "LG전자", "대표이사"), ("이도윤", "LG전자", "대표이사")]),
        ("[인사] LG전자 ◇상무 ▲정하람 ◇전무 ▲이도윤", [("정하람", "LG전자", "상무"), ("이도윤", "LG전자", "전무")]),
        ("◇특허청 <과장급 이상> ▲심사국장 정하람", [("정하람", "특허청", "심사국장")]),
        ("◇LG전자 <부사장 승진> ▲정하람 ▲이도윤", [("정하람", "LG전자", "부사장"), ("이도윤", "LG전자", "부사장")]),
        ("[인사] LG전자\n◇상무 전보 ▲정하람", [("정하람", "LG전자", "상무")]),
        ("◇LG전자 <부사장 후보> ▲정하람 ▲이도윤", []),
        ("◇LG전자 <대표이사> ▲정하람 부사장", [("정하람", "LG전자", "부사장")]),
    ],
)
def test_a_notice_gives_each_a_post_at_the_body_above(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted((person, body, role) for rule, person, body, role in posts(text) if rule == "notice") == sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        "행사에는 ▲LG전자 상무 정하람 ▲카카오 전무 이도윤이 왔다.",
        "◇LG전자는 ▲로봇 ▲칩을 알렸다.",
        "◇좌장 ▲정하람 ◇토론자 ▲이도윤",
        # Whom the body honours, or who came from it.
        "◇ 산업통상부 장관 표창 수상자 ▲한빛전자 부장 정하람 ▲가온테크 이사 이도윤",
        "◇LG전자 참석자 ▲상무 정하람",
        "◇LG전자 <대상> ▲정하람",
        "◇국장급 ▲상무 정하람",
        "▲상무 정하람",
        "KAIST\n교학부총장 정하람",
        "[인사] 특허청\n특허청은 인사를 했다.\n심사국장 정하람",
        "[인사] 특허청\n정하람 기자",
        "[인사]\n심사국장 정하람",
        "◇특허청\n△심사국장 정하람",
        "참석자 명단\n◇특허청\n청장 정하람",
        "국장급 승진\n두 국장을 소개한다.\n◇특허청\n청장 정하람",
    ],
)
def test_a_list_of_guests_or_things_is_no_notice(text: str) -> None:
    assert "notice" not in {rule for rule, *_ in posts(text)}


def test_a_list_below_the_sign_of_a_body_gives_posts_there_that_nobody_gave() -> None:
    assert ("listed", "정하람", "특허청", "심사국장") in posts("문의처\n◇특허청\n△심사국장 정하람")
