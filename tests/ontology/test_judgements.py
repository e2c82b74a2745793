"""The log of judgements: its form, what stands of it, and every contradiction told with file, line and both rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.ontology.judgements import COLUMNS, Judgement, Known, Ref, append, load_judgements, read_ref

KNOWN = Known({"kist", "kisti", "etri"}, {"product", "person", "company"})
HEAD = ",".join(COLUMNS)


def log(path: Path, *rows: str) -> Path:
    file = path / "judgements.csv"
    file.write_text("\n".join((HEAD, *rows, "")), encoding="utf-8")
    return file


def test_what_was_taken_back_does_not_stand(tmp_path: Path) -> None:
    file = log(
        tmp_path,
        "a,2026-01-01,same,product/KAPEX,product/케이팩스,sound",
        "b,2026-01-02,different,person/정하람 @d1,person/정하람 @d2,two",
        "a,2026-01-03,undone,product/케이팩스,product/KAPEX,",
        "a,2026-01-04,different,product/KAPEX,product/케이팩스,after all",
    )
    found = load_judgements([file], KNOWN)
    assert [(one.verdict, str(one.one), str(one.other)) for one in found.standing] == [
        ("different", "person/정하람 @d1", "person/정하람 @d2"),
        ("different", "product/KAPEX", "product/케이팩스"),
    ]
    assert found.standing[0].where == f"{file}:3"


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert load_judgements([tmp_path / "none.csv"], KNOWN).standing == ()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["a,2026-01-01,same,kist,kizt,x"], [":2:", "'kizt' is no id", "did you mean 'kist'?"]),
        (["a,2026-01-01,same,kist,produkt/KAPEX,x"], [":2:", "'produkt/KAPEX' is no id", "did you mean 'product'?"]),
        (["a,2026-01-01,equal,kist,etri,x"], [":2:", "'equal'", "same, different, undone"]),
        (["a,2026-01-01,same,kist,kist,x"], [":2:", "two things"]),
        ([",2026-01-01,same,kist,etri,x"], [":2:", "who"]),
        (["a,someday,same,kist,etri,x"], [":2:", "'someday'", "2025-10-01"]),
        (["a,2026-01-01,same,kist,etri"], [":2:", "5 cells, expected 6"]),
        (["a,2026-01-01,undone,kist,etri,x"], [":2:", "nothing that stands"]),
        (["a,2026-01-01,same,kist,etri,x", "b,2026-01-02,different,etri,kist,y"], [":3:", ":2,", "contradicts", "undo"]),
        (
            ["a,2026-01-01,same,kist,etri,x", "a,2026-01-01,same,etri,kisti,x", "b,2026-01-02,different,kist,kisti,y"],
            [":4:", ":2,", ":3,", "contradicts"],
        ),
        (
            ["a,2026-01-01,same,person/가,kist,x", "b,2026-01-02,different,person/가 @d1,person/가 @d2,y"],
            [":3:", ":2,", "contradicts"],
        ),
        (
            ["a,2026-01-01,same,person/가 @d1,person/나,x", "b,2026-01-02,different,person/가,person/나,y"],
            [":3:", ":2,", "contradicts"],
        ),
    ],
)
def test_a_wrong_log_is_refused_with_its_places(tmp_path: Path, rows: list[str], told: list[str]) -> None:
    with pytest.raises(OntologyError) as caught:
        load_judgements([log(tmp_path, *rows)], KNOWN)
    assert all(part in str(caught.value) for part in told), caught.value


def test_logs_of_two_files_contradict_each_other_too(tmp_path: Path) -> None:
    first = log(tmp_path, "a,2026-01-01,same,kist,etri,x")
    (tmp_path / "mine").mkdir()
    second = log(tmp_path / "mine", "b,2026-01-02,different,kist,etri,y")
    with pytest.raises(OntologyError) as caught:
        load_judgements([first, second], KNOWN)
    assert f"{second}:2" in str(caught.value) and f"{first}:2" in str(caught.value)


@pytest.mark.parametrize(("content", "told"), [("who,when\n", ":1: header"), (b"\xb0\xa1", ":1: not valid UTF-8")])
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: str | bytes, told: str) -> None:
    file = tmp_path / "judgements.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(OntologyError, match=told):
        load_judgements([file], KNOWN)


TEXT = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str]]) -> None:
    file = tmp_path_factory.mktemp("log") / "judgements.csv"
    for at, (who, why) in enumerate(said):
        append(file, [Judgement(who, "2026-01-01", "same", Ref("kist"), Ref(f"product/x{at}", "d 1"), why, "")])
    found = load_judgements([file], KNOWN).standing
    assert [(one.who, one.why, str(one.other)) for one in found] == [
        (who, why, f"product/x{at} @d 1") for at, (who, why) in enumerate(said)
    ]


def test_a_reference_is_written_as_it_is_read() -> None:
    for text in ("kist", "person/정하람 @pr-1", "product/A @b @c"):
        assert str(read_ref(text)) == text
