"""Analysis: every token and sentence lies where the text has it, whatever the text is."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse.kiwi import LONGEST, Analyser
from kg.values import Analysis, Block, Document
from tests.needs import REPOSITORY
from tests.road import analyser, analysis, document

PIECES = [
    "과기정통부는 12일 대전에서 로봇 기술 포럼을 열었다. ",
    "“곧 판다. ‘두루’는 걷는다.”고 밝혔다. ",
    "한국과학기술연구원(KIST)은 웃었다.AI가 걷는다.",
    "🎉KIST🚀",
    "👩‍🔬 연구자 ",
    "\n",
    "① 연구 ② 개발 ",
    "A&B㈜ 3.5% 늘었다... ",
    "(원장 김하늘, 이하 ‘새길원’) ",
    "https://example.org/a?b=1 ",
    "ㅋㅋㅋ ",
    "漢字 ",
    "‼️ ",
    "e\u0301 ",
]


def check(found: Analysis) -> None:
    """What holds of every analysis."""
    text, blocks = found.document.text, found.document.blocks
    assert [s.index for s in found.sentences] == list(range(len(found.sentences)))
    for one, other in zip(found.sentences, found.sentences[1:], strict=False):
        assert one.end <= other.start
    for sentence in found.sentences:
        block = blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert sentence.kind == block.kind
        assert sentence.tokens
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert not text[sentence.start].isspace()
        for token in sentence.tokens:
            assert sentence.start <= token.start <= token.end <= sentence.end
        assert [t.start for t in sentence.tokens] == sorted(t.start for t in sentence.tokens)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=6))
def test_sentences_are_ordered_and_inside_their_blocks_and_tokens_inside_them(parts: list[str]) -> None:
    check(analyser().analyse(document("".join(parts) or "빈 글")))


def test_a_line_that_was_read_before_has_its_tokens_where_it_stands_now() -> None:
    line = "자세한 내용은 새길연구원*으로 문의하면 된다."
    first, later = (analysis(before + line).sentences[-1] for before in ("", "두루는 걷는다.\n"))
    moved = later.start - first.start
    assert moved
    assert later.tokens == tuple(t._replace(start=t.start + moved, end=t.end + moved) for t in first.tokens)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["로봇", "위성", "두루", "KIST", "12", "개발", "은", "을", " ", ". "]), min_size=1, max_size=12))
def test_a_noun_is_cut_from_its_place(parts: list[str]) -> None:
    found = analysis("".join(parts))
    text = found.document.text
    for sentence in found.sentences:
        for token in sentence.tokens:
            if token.tag in {"NNG", "NNP", "SL", "SN"}:
                assert text[token.start : token.end] == token.form


def sentences(text: str) -> list[str]:
    found = analysis(text)
    check(found)
    return [found.document.text[s.start : s.end] for s in found.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("반가운 소식 🎉KIST가 로봇을 공개했다 🚀 축하합니다", ["반가운 소식", "KIST가 로봇을 공개했다", "축하합니다"]),
        ("KIST👩‍🔬가 웃었다.", ["KIST", "가 웃었다."]),
        ("🎉🎉", []),
        ("첫째 줄이다.\n둘째 줄이다.", ["첫째 줄이다.", "둘째 줄이다."]),
        ("제목\n\n\n본문이다.", ["제목", "본문이다."]),
    ],
)
def test_emoji_and_lines_part_the_text_and_are_in_no_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_word_behind_an_emoji_keeps_its_particle() -> None:
    found = analysis("소식 🎉KIST가 로봇을 공개했다")
    tags = {found.document.text[t.start : t.end]: t.tag for s in found.sentences for t in s.tokens}
    assert tags["KIST"] in {"NNP", "SL"}
    assert tags["가"] == "JKS"


@pytest.mark.parametrize("text", ["로봇이 걷는다. " * 500, "가" * (2 * LONGEST + 5), "로봇" * LONGEST + " 끝이다.", "한 " * LONGEST])
def test_a_line_of_thousands_of_characters_is_analysed_in_full(text: str) -> None:
    found = analysis(text)
    check(found)
    covered = {at for s in found.sentences for t in s.tokens for at in range(t.start, t.end)}
    assert covered == {at for at, sign in enumerate(found.document.text) if not sign.isspace()}


def test_a_long_line_is_cut_at_a_space() -> None:
    text = "로봇이 걷는다. " * 500
    assert set(sentences(text)) == {"로봇이 걷는다."}


def test_the_text_between_blocks_is_not_analysed() -> None:
    text = "제목이다.\n[광고] 사세요.\n본문이다."
    blocks = (Block("title", 0, 5), Block("paragraph", text.index("본문"), len(text)))
    found = analyser().analyse(Document("d", "제목", text, blocks))
    check(found)
    assert [(s.kind, text[s.start : s.end]) for s in found.sentences] == [("title", "제목이다."), ("paragraph", "본문이다.")]


@pytest.mark.parametrize("name", ["한국과학기술연구원", "삼성바이오로직스", "과기정통부"])
def test_a_name_of_the_authority_file_is_one_token(name: str) -> None:
    found = analysis(f"{name}은 웃었다.")
    assert found.sentences[0].tokens[0].form == name


@pytest.mark.parametrize("others", [0, 40, 400])
@pytest.mark.parametrize("name", ["가온 U+", "새길 전환", "다솔 안전 지도"])
def test_a_name_is_found_with_and_without_its_spaces_whatever_other_words_there_are(name: str, others: int) -> None:
    found = Analyser([name, name.replace(" ", ""), *(f"나래{chr(0xAC00 + 28 * other)}라" for other in range(others))])
    for text in (f"{name}와 웃었다.", f"{name.replace(' ', '')}와 웃었다."):
        assert found.tokens(text)[0].form == name


def test_tokens_of_a_short_text_have_the_offsets_of_that_text() -> None:
    assert [(t.form, t.start, t.end) for t in analyser().tokens("로봇을 판다")][:2] == [("로봇", 0, 2), ("을", 2, 3)]


def test_the_analysis_of_a_text_does_not_depend_on_what_was_analysed_before() -> None:
    text = "과기정통부는 12일 로봇 기술 포럼을 열었다."
    first = analyser().analyse(document(text))
    analyser().analyse(document("전혀 다른 글이다. " * 20))
    assert analyser().analyse(document(text)) == first


def test_an_environment_that_changes_the_analysis_is_refused() -> None:
    code = "from kg.analyse import Analyser; Analyser()"
    run = subprocess.run(  # a variable that Kiwi reads at its start, so in a process of its own
        [sys.executable, "-c", code], cwd=REPOSITORY, env={"KIWI_ARCH_TYPE": "none"}, capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    assert "UsageError: KIWI_ARCH_TYPE=none" in run.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("로봇 포럼*을 열었다.", [("포럼", "NNG"), ("을", "JKO")]),
        ("로봇 포럼**은 열렸다.", [("포럼", "NNG"), ("은", "JX")]),
        ("‘로봇 사업’*을 한다.", [("’", "SSC"), ("을", "JKO")]),
        ("로봇을 개발*했다.", [("개발", "NNG"), ("하", "XSV")]),
    ],
)
def test_the_sign_of_a_footnote_hides_no_particle(text: str, expected: list[tuple[str, str]]) -> None:
    tokens = analyser().tokens(text)
    at = next(n for n, token in enumerate(tokens) if token.end < len(text) and text[token.end] == "*")
    assert [(token.form, token.tag) for token in tokens[at : at + 2]] == expected
    assert tokens[at + 1].start > text.index("*")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("서울서 이도윤 회장을 만났다.", "JKB"),
        ("KIST는 미국서 로봇을 공개했다.", "JKB"),
        ("KAIST서 로봇을 공개했다.", "JKB"),
        ("이도윤 회장은 부산서를 찾았다.", "NNG"),
        ("KIST 서 건물이 높다.", "NNG"),
    ],
)
def test_a_name_with_the_short_particle_of_place_is_the_name_with_a_particle(text: str, tag: str) -> None:
    assert [token.tag for token in analyser().tokens(text) if token.form == "서"] == [tag]


def test_a_star_between_numbers_or_before_a_line_is_no_footnote_of_a_word() -> None:
    assert [t.form for t in analyser().tokens("3*4") if t.form == "*"] == ["*"]
    assert [t.form for t in analyser().tokens("* 로봇 포럼") if t.form == "*"] == ["*"]


def test_a_noun_that_no_dictionary_has_is_a_name_and_a_common_one_is_none() -> None:
    told = {token.form: token.tag for token in analyser().tokens("철강 장비사 다넬코와 운영사 테넷이 보조금을 받았다.")}
    assert [told[form] for form in ("다넬코", "테넷", "보조금")] == ["NNP", "NNP", "NNG"]
