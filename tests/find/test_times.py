import datetime as dt
import gzip
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.find.times.calendar import parse_edtf
from kg.find.times.expressions import UNRESOLVED, find_times, load_times
from kg.find.times.timetable import Example, TimePattern

ROOT = Path(__file__).parents[2]
TABLE = load_times(ROOT / "ontology" / "language" / "time.yml")
CORPUS = ROOT.parent / "shared" / "corpus"
ANCHOR = dt.date(2025, 11, 13)


def spelled(text: str, anchor: dt.date | None = ANCHOR) -> list[tuple[str, str | None]]:
    return [(found.text, found.time.edtf if found.time else None) for found in find_times(text, anchor, TABLE)]


def edtf(text: str, anchor: dt.date | None = ANCHOR) -> list[str | None]:
    return [time for _, time in spelled(text, anchor)]


@pytest.mark.parametrize(("pattern", "example"), [(each, example) for each in TABLE.patterns for example in each.examples])
def test_every_example_of_the_table_is_found_by_its_own_pattern(pattern: TimePattern, example: Example) -> None:
    found = find_times(example.text, dt.date.fromisoformat(example.anchor), TABLE)
    assert [each.time.edtf for each in found if each.rule == pattern.id and each.time] == [example.edtf]


@pytest.mark.parametrize(("pattern", "text"), [(each, text) for each in TABLE.patterns for text in each.none])
def test_no_pattern_finds_anything_in_its_counter_examples(pattern: TimePattern, text: str) -> None:
    assert [each for each in find_times(text, ANCHOR, TABLE) if each.rule == pattern.id] == []


@pytest.mark.parametrize("text", TABLE.none)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert edtf(text) == []


# The expressions of a comparison of Korean date libraries, on Thursday 2025-11-13.
EXPRESSIONS = [
    ("13일 협약을 맺었다", "2025-11-13"),
    ("13일(현지시간) 협약을 맺었다", "2025-11-13"),
    ("어제 열렸다", "2025-11-12"),
    ("지난 12일 열렸다", "2025-11-12"),
    ("오는 20일 열린다", "2025-11-20"),
    ("지난달 25일 열렸다", "2025-10-25"),
    ("내달 15일 열린다", "2025-12-15"),
    ("다음달 5일 열린다", "2025-12-05"),
    ("오는 12일 열린다", "2025-12-12"),
    ("이달 말 열린다", "2025-11"),
    ("다음 달 초 열린다", "2025-12"),
    ("지난 3월 열렸다", "2025-03"),
    ("지난해 10월 열렸다", "2024-10"),
    ("오는 12월 열린다", "2025-12"),
    ("올해 하반기 연다", "2025-07/2025-12"),
    ("내년 상반기 연다", "2026-01/2026-06"),
    ("하반기 연다", "2025-07/2025-12"),
    ("내년 초 연다", "2026"),
    ("작년 말 열었다", "2024"),
    ("올해 말 연다", "2025"),
    ("연말 연다", "2025"),
    ("연내 연다", "2025"),
    ("2030년까지 연다", "../2030"),
    ("오는 2030년까지 연다", "../2030"),
    ("향후 5년간 연다", "2025/2030"),
    ("앞으로 3년간 연다", "2025/2028"),
    ("최근 3년간 열었다", "2022/2025"),
    ("2026년 1분기 연다", "2026-01/2026-03"),
    ("3분기 실적", "2025-07/2025-09"),
    ("11월 13~15일 열린다", "2025-11-13/2025-11-15"),
    ("11월 13일부터 15일까지 열린다", "2025-11-13/2025-11-15"),
    ("12월 1일∼3일 열린다", "2025-12-01/2025-12-03"),
    ("2025~2029년 돕는다", "2025/2029"),
    ("2025년부터 2030년까지 돕는다", "2025/2030"),
    ("'30년 목표", "2030"),
    ("’30년까지 이룬다", "../2030"),
    ("'26~'30년 계획", "2026/2030"),
    ("25.11.13.(목) 열렸다", "2025-11-13"),
    ("11.13(목) 열렸다", "2025-11-13"),
    ("2025.11.13 열렸다", "2025-11-13"),
    ("2025. 11. 13. 열렸다", "2025-11-13"),
    ("2025-11-13 16:37:49 등록", "2025-11-13"),
    ("13일 오후 2시 열렸다", "2025-11-13"),
    ("2000년대 등장했다", "2000/2009"),
    ("12일부터 사흘간 열린다", "2025-11-12/2025-11-14"),
]


@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS)
def test_an_expression_is_resolved_against_the_documents_date(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize("text", ["2박 3일", "창립 10주년", "3일 만에", "5년간", "사흘간", "16명", "제12차", "3대 강국", "1호", "판 11-13"])
def test_a_count_or_a_duration_alone_is_no_time(text: str) -> None:
    assert edtf(f"{text} 이야기다.") == []


CONTEXT = [
    ("2024년 3월 2일 세웠다. 같은 해 10월 문을 열었다.", ["2024-03-02", "2024-10"]),
    ("11월 12일 개막했다. 이날 세 나라가 왔다.", ["2025-11-12", "2025-11-12"]),
    # A day that somebody only speaks of is not the one on which the text goes on.
    ('11월 12일 개막했다. 위원은 "11월 25일에도 만나겠다"고 말했다. 이날 세 나라가 왔다.', ["2025-11-12", "2025-11-25", "2025-11-12"]),
    ("11월 12일 개막했다. 전날 리허설을 했다.", ["2025-11-12", "2025-11-11"]),
    ("11월 12일 개막했다. 다음날 폐막한다.", ["2025-11-12", "2025-11-13"]),
    ("10월 17일(목)부터 19일(토)까지 연다. 1일차 강연, 2일차 전시.", ["2025-10-17/2025-10-19", "2025-10-17", "2025-10-18"]),
    ("2023년 12월 착수해 2월에 마쳤다.", ["2023-12", "2023-02"]),
    ("2023년 12월 착수했다. 2월에는 시험한다.", ["2023-12", "2025-02"]),
    ("12월 3일, 10일에 연다.", ["2025-12-03", "2025-12-10"]),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXT)
def test_an_expression_takes_day_range_and_year_from_the_text_before_it(text: str, expected: list[str]) -> None:
    assert edtf(text) == expected


def test_without_a_documents_date_what_needs_it_stays_unresolved_and_says_so() -> None:
    found = find_times("지난해 열었고 이날 2024년 5월 1일 것을 오는 20일 연다.", None, TABLE)
    assert [(each.text, each.time.edtf if each.time else None) for each in found] == [
        ("지난해", None),
        ("이날", None),
        ("2024년 5월 1일", "2024-05-01"),
        ("오는 20일", None),
    ]
    assert [each.rule for each in found if each.time is None] == [UNRESOLVED] * 3


def test_the_same_day_needs_no_documents_date_when_the_text_has_one() -> None:
    assert edtf("2024년 5월 1일 열었다. 이날 백 명이 왔다.", None) == ["2024-05-01", "2024-05-01"]


def test_a_leap_day_is_sought_in_a_leap_year() -> None:
    assert edtf("2월 29일에 만났다.", dt.date(2025, 3, 1)) == ["2024-02-29"]


@pytest.mark.parametrize("text", ["2월 30일", "2025년 2월 29일", "2025년 4월 31일", "'25.6.31.", "4월 20~31일"])
def test_an_impossible_date_is_left_out_whole(text: str) -> None:
    assert edtf(f"{text}에 만난다.") == []


def test_offsets_cut_the_text_and_nothing_overlaps() -> None:
    text = "지난해 10월 3일부터 5일까지, 2025~2029년과 ’26~’30년, 내년 3월까지 3.31~5.11(목) 이날"
    found = find_times(text, ANCHOR, TABLE)
    assert len(found) == 6
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


PIECES = ["2025년", "'26", "11월", "13일", "13", "~", "부터", "까지", " ", "(목)", ".", "지난", "오는", "하반기", "이날", "가", "\n"]
PIECES += ["3분기", "년", "내년", "향후 3"]
ANCHORS = st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), ANCHORS)
def test_whatever_is_found_is_cut_from_the_text_and_spelled_in_the_profile(text: str, anchor: dt.date | None) -> None:
    end = 0
    for each in find_times(text, anchor, TABLE):
        assert text[each.start : each.end] == each.text
        assert end <= each.start < each.end
        assert (each.time is None) == (each.rule == UNRESOLVED)
        assert each.time is None or parse_edtf(each.time.edtf) == each.time
        end = each.end


@pytest.mark.parametrize("piece", ["1", "1 ", "12.", "1~", "'2", "11월 ", "2025년", "지난 ", "3일 ", "(", "2025.1.", "13일부터 "])
def test_hostile_repetition_ends(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert all(text[each.start : each.end] == each.text for each in find_times(text, ANCHOR, TABLE))


def test_no_pattern_repeats_without_bound() -> None:
    unbounded = re.compile(r"(?<!\\)[*+](?![^\[\]]*\])|\{\d*,\}")
    assert len(TABLE.patterns) >= 40
    assert [each.id for each in TABLE.patterns if unbounded.search(each.regex.pattern)] == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this repository")
def test_every_time_of_the_corpus_is_cut_from_its_text_and_spelled_in_the_profile() -> None:
    count = 0
    with gzip.open(CORPUS / "digests.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            for each in find_times(raw["text"], dt.date.fromisoformat(raw["date"]), TABLE):
                assert raw["text"][each.start : each.end] == each.text
                assert each.time and parse_edtf(each.time.edtf) == each.time
                count += 1
    assert count > 5_000
