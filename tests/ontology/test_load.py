"""The parts of the ontology are checked against each other as they are loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.home import ontology_folder
from kg.ontology import load_ontology
from kg.ontology.load import AGENT, BODY, EVENT, PERSON
from tests.road import ontology


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's ontology with one small authority file, so that each load is quick."""
    folder = tmp_path_factory.mktemp("ontology")
    for name in ("techpolicy.ttl", "frames", "language", "identity"):
        source = ontology_folder() / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)
    (folder / "authority").mkdir()
    header = "id,class,ko,en,aliases,from,to,parent,successor,wikidata,source,match\n"
    row = "republic-of-korea-government,GovernmentBody,철길 정부,,,,,,,,made up,\n"
    (folder / "authority" / "a.csv").write_text(header + row, encoding="utf-8")
    return folder


@pytest.fixture
def folder(pattern: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pattern, tmp_path / "ontology"))


def test_the_small_ontology_loads_before_anything_is_changed(folder: Path) -> None:
    assert load_ontology(folder).schema.classes == ontology().schema.classes


def test_the_project_s_ontology_loads() -> None:
    found = ontology()
    assert found.folder == ontology_folder()
    assert len(found.frames) >= 20
    assert len({rule.id for rule in found.rules}) == len(found.rules)
    assert [rule.id.partition(".")[0] for rule in found.rules] == sorted(rule.id.partition(".")[0] for rule in found.rules)


def test_the_classes_that_steps_know_are_in_it() -> None:
    schema = ontology().schema
    assert {AGENT, PERSON, BODY, EVENT} <= set(schema.classes)
    assert schema.is_a(PERSON, AGENT)
    assert schema.is_a(BODY, AGENT)


def test_types_below_a_class_are_the_concrete_ones() -> None:
    bodies = ontology().types_of(BODY)
    assert {"Company", "University", "GovernmentBody"} <= bodies
    assert not bodies & {PERSON, EVENT, BODY, AGENT}
    assert ontology().types_of(PERSON) == {PERSON}


def test_every_rule_tells_what_the_schema_allows_for_some_of_its_classes() -> None:
    """A rule whose classes never fit its property could never tell anything."""
    schema = ontology().schema
    concrete = {c.name for c in schema.entity_types}

    def classes(is_a: tuple[str, ...]) -> set[str]:
        return {c for c in concrete if not is_a or any(schema.is_a(c, one) for one in is_a)}

    for rule in ontology().rules:
        roles = {role.name: role.is_a for role in rule.roles}
        for telling in rule.tells:
            subjects, objects = classes(roles[telling.subject]), classes(roles[telling.object])
            assert any(schema.allows(telling.property, s, o) for s in subjects for o in objects), (rule.id, telling.property)


MISTAKES = [
    ("frames/visit.yml", "event: Visit", "event: Vist", ["'Vist'", "no event class", "did you mean 'Visit'?"]),
    ("frames/visit.yml", "visited: agent", "vistied: agent", ["'vistied'", "no property", "did you mean 'visited'?"]),
    (
        "frames/visit.yml",
        "is: Organization Place",
        "is: Organisation Place",
        ["'Organisation'", "no class", "did you mean 'Organization'?"],
    ),
    ("frames/visit.yml", "case: accusative", "case: acusative", ["'acusative'", "no case", "did you mean 'accusative'?"]),
    ("frames/visit.yml", "      place: {", "      plaice: {", ["'visited'", "'place'", "did you mean 'plaice'?"]),
    ("frames/announcement.yml", "guess: Policy", "guess: Polcy", ["'Polcy'", "no entity class", "did you mean 'Policy'?"]),
    ("language/names.yml", "\n  University: [", "\n  Univercity: [", ["'Univercity'", "no entity class", "did you mean 'University'?"]),
    ("language/names.yml", '「」": Policy', '「」": Polcy', ["'Polcy'", "no entity class", "did you mean 'Policy'?"]),
    ("language/names.yml", "name_stops: {Technology:", "name_stops: {Technologie:", ["'Technologie'", "did you mean 'Technology'?"]),
    (
        "language/persons.yml",
        "부총리: republic-of-korea-government",
        "부총리: republic-of-corea",
        ["'republic-of-corea' is no authority row", "republic-of-korea-government"],
    ),
    ("language/grammar.yml", "case: accusative}", "case: acusative}", ["'acusative' is no case", "'accusative'"]),
    ("frames/visit.yml", "    unless: [기회, 방법, 해법, 방안, 대안, 길]", "    voices: [actve]", ["'actve'", "did you mean 'active'?"]),
    ("language/names.yml", "\nordinals: '", "\nordinals: '(?:첫|두) 번째|", ["'ordinals'", "without a digit"]),
    ("language/names.yml", "\nyears: '", "\nyears: '올해|", ["'years'", "without a digit"]),
    ("language/names.yml", "\nlatin_gloss: '", "\nlatin_gloss: ' ?", ["'latin_gloss'", "begin with a parenthesis"]),
    ("frames/affiliation.yml", "source: tenures", "source: tenurs", ["'tenurs'", "did you mean 'tenures'?"]),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), MISTAKES)
def test_parts_that_do_not_fit_are_told_with_file_line_and_suggestion(
    folder: Path, file: str, old: str, new: str, words: list[str]
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OntologyError) as told:
        load_ontology(folder)
    message = str(told.value)
    assert message.startswith(f"{path}:"), message
    assert message.removeprefix(f"{path}:").partition(":")[0].isdecimal(), message
    for word in words:
        assert word in message


@pytest.mark.parametrize("part", ["techpolicy.ttl", "language/grammar.yml"])
def test_a_missing_part_is_told(folder: Path, part: str) -> None:
    (folder / part).unlink()
    with pytest.raises(OntologyError) as told:
        load_ontology(folder)
    assert Path(part).name in str(told.value)


def test_an_event_role_that_is_no_property_is_told(folder: Path) -> None:
    path = folder / "frames" / "visit.yml"
    text = path.read_text(encoding="utf-8")
    for agent in ("      agent: {", "<agent>", "agent -> place"):
        text = text.replace(agent, agent.replace("agent", "visitor"))
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match="'visitor' is no event role"):
        load_ontology(folder)
