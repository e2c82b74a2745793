"""The language tables are read into values that stages share, and a mistake in one is told with its place."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from kg.errors import OntologyError
from kg.home import ontology_folder
from kg.ontology.grammar import TailStatus
from kg.ontology.language import Language, load_language
from kg.ontology.node import WORDS_LINE, read_yaml
from kg.values import STATUSES
from tests.road import ontology

LANGUAGE = ontology().language
GRAMMAR, NAMES, PERSONS = LANGUAGE.grammar, LANGUAGE.names, LANGUAGE.persons


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ontology_folder() / "language", tmp_path / "language")
    return tmp_path / "language"


def change(folder: Path, file: str, old: str, new: str) -> Path:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "tag", "case"),
    [
        ("이", "JKS", "nominative"),
        ("가", "JKS", "nominative"),
        ("은", "JX", "topic"),
        ("을", "JKO", "accusative"),
        ("의", "JKG", "genitive"),
        ("에서", "JKB", "locative"),
        ("와", "JKB", "comitative"),
        ("와", "JC", "comitative"),
        ("까지", "JX", "until"),
        ("가", "JKC", ""),
        ("이", "JKC", ""),
        ("야", "JKV", ""),
    ],
)
def test_a_particle_marks_a_case(form: str, tag: str, case: str) -> None:
    assert GRAMMAR.case_of(form, tag) == case


@pytest.mark.parametrize(("word", "expected"), [("중", True), ("예정", True), ("실패", True), ("완료", True), ("로봇", False), ("", False)])
def test_an_aspect_noun(word: str, expected: bool) -> None:
    assert GRAMMAR.is_aspect(word) is expected


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("철회하다", True), ("무산되다", True), ("포기하다", True), ("추진하다", False), ("하다", False), ("되다", False), ("실패", False)],
)
def test_a_verb_that_denies(lemma: str, expected: bool) -> None:
    assert GRAMMAR.denies(lemma) is expected


@pytest.mark.parametrize("noun", GRAMMAR.negative_nouns)
def test_every_noun_that_denies_tells_the_status(noun: str) -> None:
    assert GRAMMAR.status_of(f"{noun}/NNG 하/XSV 었/EP") == "negated"


@pytest.mark.parametrize(
    ("lemma", "case", "expected"),
    [
        ("추진하다", "accusative", True),
        ("추진하다", "dative", False),
        ("성공하다", "dative", True),
        ("이루어지다", "nominative", True),
        ("이루어지다", "accusative", False),
        ("방문하다", "accusative", False),
    ],
)
def test_a_light_verb_carries_a_noun_in_its_own_case(lemma: str, case: str, expected: bool) -> None:
    assert GRAMMAR.is_light(lemma, case) is expected


@pytest.mark.parametrize(("lemma", "voice"), [("이루어지다", "passive"), ("추진하다", "active"), ("방문하다", "active")])
def test_a_light_verb_has_a_voice(lemma: str, voice: str) -> None:
    assert GRAMMAR.light_voice(lemma) == voice


def test_every_status_rule_means_a_status_that_is_read() -> None:
    assert set(get_args(TailStatus)) == {*STATUSES, "wish", "present"}
    assert {rule.status for rule in GRAMMAR.status} <= set(get_args(TailStatus))


def test_a_cue_tells_one_class() -> None:
    """A cue below two classes would silently mean the last."""
    cues = [cue for cues in NAMES.cues.values() for cue in cues]
    assert sorted({cue for cue in cues if cues.count(cue) > 1}) == []


def test_the_words_that_limit_cues_are_cues() -> None:
    assert set(NAMES.weak_cues) - set(NAMES.class_of_cue) <= {"대화", "면담"}


@pytest.mark.parametrize("word", ["과기정통부", "로봇", "김하늘"])
def test_surnames_are_single_syllables_and_compounds_are_two(word: str) -> None:
    assert all(len(name) == 1 for name in PERSONS.surnames)
    assert all(len(name) == 2 for name in PERSONS.compound_surnames)
    assert word not in PERSONS.surnames


def test_titles_in_one_string_are_separate_words() -> None:
    assert {"장관", "총장", "CEO"} <= PERSONS.titles
    assert not [title for title in PERSONS.titles if " " in title]


MISTAKES = [
    ("grammar.yml", "\njoiners:", "\njoinners:", ["'joinners'", "did you mean 'joiners'?"]),
    ("grammar.yml", "\ncopula: 이다\n", "\n", ["lacks 'copula'"]),
    ("grammar.yml", '{status: planned, tail: "겠/EP"}', '{status: planned, tail: "(겠/EP"}', ["'(겠/EP'", "no regular expression"]),
    ("grammar.yml", "\ndo: 하다", "\ndo: [하다", ["not valid YAML"]),
    ("persons.yml", "\nalso_post:", "\nalso_posts:", ["'also_posts'", "did you mean 'also_post'?"]),
    ("persons.yml", "\nhead_suffix: 장\n", "\n", ["lacks 'head_suffix'"]),
    ("names.yml", "\nordinals: '", "\nordinals: '(", ["no regular expression"]),
    ("names.yml", "\nname_quotes:", "\nname_qoutes:", ["'name_qoutes'", "did you mean 'name_quotes'?"]),
    (
        *("grammar.yml", '{status: planned, tail: "겠/EP"}', '{status: plannd, tail: "겠/EP"}'),
        ["'status'", "'plannd'", "actual, negated, ongoing", "did you mean 'planned'?"],
    ),
    (
        *("grammar.yml", '{status: planned, tail: "겠/EP"}', '{status: planned, tial: "겠/EP"}'),
        ["an item of 'status'", "'tial'", "did you mean 'tail'?"],
    ),
    ("grammar.yml", '{status: planned, tail: "겠/EP"}', "{status: planned}", ["an item of 'status' lacks 'tail'"]),
    ("grammar.yml", '{status: planned, tail: "겠/EP"}', "planned", ["an item of 'status' must be a mapping, not 'planned'"]),
    ("grammar.yml", "voice: passive", "voyce: passive", ["'voyce'", "did you mean 'voice'?"]),
    ("grammar.yml", "voice: passive", "voice: pasive", ["'pasive'", "(active, passive)", "did you mean 'passive'?"]),
    ("grammar.yml", "\njoiners: [", "\njoiners: 3 #[", ["'joiners' must be words", "not '3'"]),
    ("grammar.yml", "\njoiners: [", "\njoiners: #[", ["lacks 'joiners'"]),
    ("grammar.yml", "\njoiners: [", "\njoiners: ['', ", ["'joiners' has an empty word"]),
    ("grammar.yml", "\njoiners: [", "\njoiners: [{}, ", ["an item of 'joiners' must be a text, not a mapping"]),
    ("grammar.yml", "\ncases:", "\ncases: 이다\ncasus:", ["'casus'", "did you mean 'cases'?"]),
    ("grammar.yml", "\ncopula: 이다", "\ncopula: 이다\ncopula: 되다", ["'copula' stands twice"]),
    ("grammar.yml", "\ncopula: 이다", "\ncopula: [이다]", ["'copula' must be a text, not a list"]),
    ("names.yml", "\ncompound_body: 3", "\ncompound_body: three", ["'compound_body' must be a whole number, not 'three'"]),
    ("names.yml", "\nanaphors:", "\nanaphors: [이]\nanaphoras:", ["'anaphoras'", "did you mean 'anaphors'?"]),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_was_meant(folder: Path, file: str, old: str, new: str, words: list[str]) -> None:
    path = change(folder, file, old, new)
    with pytest.raises(OntologyError) as told:
        load_language(folder)
    message = str(told.value)
    assert message.startswith(f"{path}:"), message
    assert message.removeprefix(f"{path}:").partition(":")[0].isdecimal(), message
    for word in words:
        assert word in message


@pytest.mark.parametrize("file", ["grammar.yml", "persons.yml", "names.yml"])
def test_a_missing_file_is_told(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(OntologyError, match=f"{file}:1: cannot be read .* must have it"):
        load_language(folder)


@pytest.mark.parametrize(("text", "kind"), [("", "nothing"), ("- a", "a list"), ("word", "'word'")])
def test_a_table_that_is_no_mapping_is_told(folder: Path, text: str, kind: str) -> None:
    (folder / "grammar.yml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=f"grammar.yml:1: the table must be a mapping, not {kind}"):
        load_language(folder)


def test_the_project_s_tables_load_alike_from_a_copy(folder: Path) -> None:
    copy = load_language(folder)
    assert isinstance(copy, Language)
    assert copy == load_language(ontology_folder() / "language")


def repeated(value: object, path: str = "") -> list[str]:
    """The words that stand twice in one list of what YAML holds, each with the path to it; those of examples are sentences and answers."""
    if isinstance(value, dict):
        return [found for key, part in value.items() if key != "examples" for found in repeated(part, f"{path}/{key}")]
    if not isinstance(value, list):
        return []
    if not all(isinstance(part, str) for part in value):
        return [found for part in value for found in repeated(part, path)]
    words = [word for part in value for word in (part.split() if len(part) > WORDS_LINE else [part])]
    return [f"{path}: {word}" for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("path", sorted((ontology_folder() / "language").glob("*.yml")), ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    assert repeated(read_yaml(path)) == []
