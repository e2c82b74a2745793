import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.find.money import find_money, load_money

ROOT = Path(__file__).parents[2]
PATH = ROOT / "ontology" / "language" / "money.yml"
TABLE = load_money(PATH)
CORPUS = ROOT.parent / "shared" / "corpus"


def amounts(text: str) -> list[str]:
    return [found.amount for found in find_money(text, TABLE)]


@pytest.mark.parametrize(("text", "expected"), TABLE.examples)
def test_every_example_of_the_table(text: str, expected: tuple[str, ...]) -> None:
    assert amounts(text) == list(expected)


def test_words_around_a_sum_are_no_part_of_it() -> None:
    found = find_money("정부는 총 약 1조 200억 원(국비)을 쓴다.", TABLE)
    assert [(each.text, each.value, each.currency) for each in found] == [("1조 200억 원", 1_020_000_000_000, "KRW")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1조원", "100000000000 KRW"),
        ("4.35억 달러", "435000000 USD"),
        ("1.000001억원", "100000100 KRW"),
        ("12조 3,456억 7,890만 원", "12345678900000 KRW"),
        ("2경원", "20000000000000000 KRW"),
    ],
)
def test_a_fraction_is_exact(text: str, expected: str) -> None:
    assert amounts(text) == [expected]


NO_SUMS = ["수억원", "몇 천만원대", "1억원대", "10명", "1억 명", "3억억원", "5만조원", "1.5.3원", "원", "달러", "3원색", "4천 원주"]


@pytest.mark.parametrize("text", NO_SUMS)
def test_what_is_no_written_sum_is_none(text: str) -> None:
    assert amounts(text) == []


@given(st.integers(1, 10**16 - 1))
def test_a_number_written_with_scales_is_read_back(value: int) -> None:
    parts = [(value // 10**12, "조"), (value // 10**8 % 10**4, "억"), (value // 10**4 % 10**4, "만"), (value % 10**4, "")]
    written = " ".join(f"{count:,}{scale}" for count, scale in parts if count)
    assert amounts(f"모두 {written} 원이다") == [f"{value} KRW"]


PIECES = ["1", "23", ",000", ".5", "억", "천", "만", "조", " ", "원", "달러", "$", "~", "여", "M", "대"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_found_is_cut_from_the_text(text: str) -> None:
    end = 0
    for each in find_money(text, TABLE):
        assert text[each.start : each.end] == each.text
        assert each.value > 0
        assert end <= each.start
        end = each.end


@pytest.mark.parametrize("piece", ["1", "1 ", "1,000", "1천", "1억 ", "천", "1만천백십", "$1", "1.", "원"])
def test_hostile_repetition_ends(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert all(text[each.start : each.end] == each.text for each in find_money(text, TABLE))


def test_a_missing_section_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "money.yml"
    path.write_text(PATH.read_text(encoding="utf-8").replace("small:", "smal:"), encoding="utf-8")
    with pytest.raises(OntologyError, match=r"money\.yml:1: smal, small missing or unknown"):
        load_money(path)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this repository")
def test_every_sum_of_the_corpus_is_cut_from_its_text() -> None:
    count = 0
    with gzip.open(CORPUS / "digests.jsonl.gz", "rt", encoding="utf-8") as lines:
        for text in (json.loads(line)["text"] for line in lines):
            for each in find_money(text, TABLE):
                assert text[each.start : each.end] == each.text
                count += 1
    assert count > 1_000
