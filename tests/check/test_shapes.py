"""Both SHACL engines find the same on our shapes, value by value, in the good example, in every bad one and in one bad in every way."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import Material
from kg.check.queries import short
from kg.check.shapes import ENGINES, SH, check_shapes
from kg.errors import OntologyError, UsageError
from tests.check.test_run import BAD, changed, good
from tests.needs import REPOSITORY

SHAPES = REPOSITORY / "ontology" / "shapes"


PATHS = sorted({path for file in SHAPES.glob("*.ttl") for path in re.findall(r"sh:path ([\w:]+)", file.read_text(encoding="utf-8"))})
NEVER = {("rdf:type", "MinCount")}  # what has no type is no shape's target


def ruined(way: str) -> Material:
    """The good example with all that the shapes forbid: it ``loses`` the values of each path, ``gains`` some of a wrong kind, or both."""
    material = good()
    update = partial(material.store.database.update, prefixes=material.prefixes)
    for number, path in enumerate(PATHS):
        if path != "rdf:type" and (way == "loses" or (way == "both" and number % 3)):
            update(f"DELETE {{ GRAPH ?g {{ ?x {path} ?y }} }} WHERE {{ GRAPH ?g {{ ?x {path} ?y ; a ?k }} }}")
            update(f"DELETE {{ ?x {path} ?y }} WHERE {{ ?x {path} ?y ; a ?k FILTER(!STRSTARTS(STR(?x), STR(tp:))) }}")
        if way == "gains" or (way == "both" and number % 2):
            values = f'"x{number}"@fr , "y{number}"@fr , "" , -7 , 7 , id:nowhere'
            if path != "tp:confidence":  # pySHACL lets a day pass as a number that is not too large, though not as a number
                values += ' , "1800-01-01"^^xsd:date'
            values = "tp:Entity" if path == "rdf:type" else values
            for begin, end in (("GRAPH ?g {", "}"), ("", "")):
                where = f"{begin} ?x a ?k {end} FILTER(!STRSTARTS(STR(?x), STR(tp:)))"
                update(f"INSERT {{ {begin} ?x {path} {values} {end} }} WHERE {{ {where} }}")
    return material


def constraints() -> set[tuple[str, str]]:
    """Each path of each shape with each component that constrains it, by their short names."""
    store = ox.Store()
    for file in SHAPES.glob("*.ttl"):
        store.bulk_load(path=str(file), format=ox.RdfFormat.TURTLE)
    query = f"SELECT ?path ?name {{ ?shape a <{SH}NodeShape> ; <{SH}property> ?rule . ?rule <{SH}path> ?path ; ?name ?value }}"
    found = {(str(row["path"].value), str(row["name"].value).removeprefix(SH)) for row in store.query(query)}  # type: ignore[union-attr]
    told = {"path", "message", "qualifiedValueShape"}
    return {(short(path, good().prefixes), name[0].upper() + name[1:]) for path, name in found if name not in told}


@pytest.mark.parametrize("path", [None, *[path for path in BAD if "shapes" in path.read_text(encoding="utf-8").splitlines()[0]]])
def test_the_engines_agree(path: Path | None) -> None:
    material = changed(path)[1] if path else good()
    one, other = (check_shapes(material, engine) for engine in ENGINES)
    assert one == other
    assert bool(one.findings) == bool(path)


@pytest.mark.parametrize("way", ["loses", "gains", "both"])
def test_the_engines_agree_on_a_graph_that_is_bad_in_every_way(way: str) -> None:
    material = ruined(way)
    one, other = (check_shapes(material, engine) for engine in ENGINES)
    assert {(finding.where, finding.what) for finding in one.findings} == {(finding.where, finding.what) for finding in other.findings}
    assert len(one.findings) > 100


def test_every_constraint_of_every_shape_finds_what_it_is_for() -> None:
    findings = [finding for way in ("loses", "gains") for finding in check_shapes(ruined(way)).findings]
    caught = {(found[1], found[2]) for finding in findings if (found := re.match(r"([\w:]+): (\w+)", finding.what))}
    assert len(constraints()) > 90
    assert constraints() - caught == NEVER


@pytest.mark.parametrize("file", sorted(SHAPES.glob("*.ttl")), ids=lambda file: file.stem)
def test_every_shape_catches_a_bad_example_by_itself(file: Path, tmp_path: Path) -> None:
    (tmp_path / "shapes").mkdir()
    shutil.copy(file, tmp_path / "shapes")
    shaped = [path for path in BAD if "shapes" in path.read_text(encoding="utf-8").splitlines()[0]]
    assert check_shapes(replace(good(), ontology=tmp_path)).findings == ()
    assert any(check_shapes(replace(changed(path)[1], ontology=tmp_path)).findings for path in shaped)


def test_an_engine_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="none of pyshacl, shacl"):
        check_shapes(good(), "jena")


def test_a_shape_that_is_not_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "a.ttl").write_text("@prefix a: <urn:a> .\nnonsense", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.ttl:2: not Turtle"):
        check_shapes(replace(good(), ontology=tmp_path))
