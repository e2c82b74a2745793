"""A YAML file is read as nodes that tell a mistake with its place, and give what they hold only as the type that is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from kg.errors import OntologyError
from kg.ontology.node import Node, line_of, nearest, read_node, read_yaml


def node(folder: Path, text: str) -> Node:
    path = folder / "x.yml"
    path.write_text(text, encoding="utf-8")
    return read_node(path, "the table")


@pytest.mark.parametrize(("text", "line"), [("a: [1\nb: 2", 2), ("a: b: c", 1), ("'open", 1), ("a: 1\n\tb: 2", 2), ("- &x 1\n- *y", 2)])
def test_broken_yaml_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError) as told:
        read_yaml(path)
    assert str(told.value).startswith(f"{path}:{line}: not valid YAML")


@pytest.mark.parametrize("text", ["a: !!python/object/apply:os.getcwd []", "!!python/name:os.system ''"])
def test_yaml_makes_no_objects_of_python(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError):
        read_yaml(tmp_path / "x.yml")


@dataclass(frozen=True)
class Train:
    """What the tests read; ``cars`` may be left out."""

    name: str
    kind: Literal["fast", "slow"]
    cars: int = 4


VALUES: list[tuple[str, Any, object]] = [
    ("word", str, "word"),
    ("2025-03-12", str, "2025-03-12"),
    ("no", str, "no"),
    ("on", bool, True),
    ("False", bool, False),
    ("3", int, 3),
    ("3", float, 3.0),
    ("0.5", float, 0.5),
    ("a b", tuple[str, ...], ("a", "b")),
    ("[a b, c]", tuple[str, ...], ("a b", "c")),
    ("[a b c d e f g h i j k l m n o p, q]", tuple[str, ...], tuple("abcdefghijklmnopq")),
    ("[a, a, 1]", frozenset[str], frozenset({"a", "1"})),
    ("fast", Literal["fast", "slow"], "fast"),
    ("fast slow", frozenset[Literal["fast", "slow"]], frozenset({"fast", "slow"})),
    ("[[a, b], c d]", tuple[frozenset[str], ...], (frozenset("ab"), frozenset("cd"))),
    ("{a: [b], 1: c d}", Mapping[str, tuple[str, ...]], {"a": ("b",), "1": ("c", "d")}),
    ("{}", Mapping[str, str], {}),
    ("'a|b'", re.Pattern[str], re.compile("a|b")),
    ("'a|b'", re.Pattern[str] | None, re.compile("a|b")),
    ("~", str | None, None),
    ("{name: a, kind: slow}", Train, Train("a", "slow")),
    ("[{name: a, kind: slow, cars: 2}]", tuple[Train, ...], (Train("a", "slow", 2),)),
]


@pytest.mark.parametrize(("text", "wanted", "value"), VALUES)
def test_what_stands_there_is_given_as_the_type_asked_for(tmp_path: Path, text: str, wanted: Any, value: object) -> None:
    found = node(tmp_path, f"x: {text}").part("x").value(wanted)
    assert found == value
    assert type(found) is type(value)


WRONG: list[tuple[str, Any, str]] = [
    ("[a]", str, "2: 'x' must be a text, not a list"),
    ("~", str, "2: 'x' must be a text, not nothing"),
    ("!odd a", str, "2: 'x' must be a text, not 'a'"),
    ("!!map a", Mapping[str, str], "2: 'x' must be a mapping, not 'a'"),
    ("!!str [a]", str, "2: 'x' must be a text, not a list"),
    ("1", bool, "2: 'x' must be true or false, not '1'"),
    ("0.5", int, "2: 'x' must be a whole number, not '0.5'"),
    ("'3'", int, "2: 'x' must be a whole number, not '3'"),
    (".nan", float, "2: 'x' must be a number, not '.nan'"),
    ("true", tuple[str, ...], "2: 'x' must be words: a list, or one text with spaces between, not 'true'"),
    ("\n- a\n- [b]", tuple[str, ...], "4: an item of 'x' must be a text, not a list"),
    ("fsat", Literal["fast", "slow"], "2: 'x' has 'fsat', none of those allowed here (fast, slow); did you mean 'fast'?"),
    ("fast q", frozenset[Literal["fast", "slow"]], "2: 'x' has 'q', none of those allowed here (fast, slow)"),
    ("a", tuple[Train, ...], "2: 'x' must be a list, not 'a'"),
    ("a", Mapping[str, str], "2: 'x' must be a mapping, not 'a'"),
    ("{[a]: b}", Mapping[str, str], "2: a key of 'x' must be a text, not a list"),
    ("\n  a: b\n  a: c", Mapping[str, str], "4: 'a' stands twice in 'x', first on line 3"),
    ("(", re.Pattern[str], "2: 'x' has '(', which is no regular expression: missing ), unterminated subpattern at position 0"),
    ("{name: a}", Train, "2: 'x' lacks 'kind'"),
    ("{name: a, kind: ~}", Train, "2: 'x' lacks 'kind'"),
    ("\n  name: a\n  knid: slow", Train, "4: 'x' has an unknown key 'knid'; did you mean 'kind'?"),
    ("{name: a, qqq: 1}", Train, "2: 'x' has an unknown key 'qqq'; allowed: name, kind, cars"),
]


@pytest.mark.parametrize(("text", "wanted", "told"), WRONG)
def test_what_is_not_of_the_type_is_told_with_its_line(tmp_path: Path, text: str, wanted: Any, told: str) -> None:
    piece = node(tmp_path, f"# a remark\nx: {text}\n").part("x")
    with pytest.raises(OntologyError) as error:
        piece.value(wanted)
    assert str(error.value) == f"{tmp_path / 'x.yml'}:{told}"


def test_a_record_takes_what_is_given_and_other_spellings(tmp_path: Path) -> None:
    piece = node(tmp_path, "called: a\nabout: trains\n")
    assert piece.record(Train, {"kind": "slow"}, also=("about",), spelt={"name": "called"}) == Train("a", "slow")
    with pytest.raises(OntologyError, match=r"x\.yml:2: the table has an unknown key 'about'; allowed: called, cars"):
        piece.record(Train, {"kind": "slow"}, spelt={"name": "called"})
    with pytest.raises(OntologyError, match=r"x\.yml:1: the table has an unknown key 'called'"):
        piece.record(Train, {"name": "b", "kind": "slow"}, also=("about",))


def test_a_part_that_is_left_out_is_empty(tmp_path: Path) -> None:
    piece = node(tmp_path, "a: 1")
    assert (piece.part("b").entries(), piece.part("b").items(), piece.part("b").value(str | None)) == ({}, [], None)


def test_a_file_that_is_no_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"a: 1\nb: \xb0\xa1\n")
    with pytest.raises(OntologyError) as told:
        read_yaml(path)
    assert str(told.value) == f"{path}:2: not valid UTF-8: invalid start byte"


def test_a_sign_that_yaml_forbids_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("a: 가나\nb: \x07\n", encoding="utf-8")
    with pytest.raises(OntologyError) as told:
        read_yaml(path)
    assert re.fullmatch(r".*x\.yml:2: not valid YAML: (control|special) characters are not allowed, '\\x07'", str(told.value))


@pytest.mark.parametrize(("word", "told"), [("ofne", "; did you mean 'one'?"), ("qqq", "")])
def test_the_nearest_word_is_meant(word: str, told: str) -> None:
    assert nearest(word, {"one", "two"}) == told


def test_the_line_of_a_term_is_its_first_and_else_one(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("abc\na: b\nb\n", encoding="utf-8")
    assert (line_of(path, "b"), line_of(path, "z")) == (2, 1)
