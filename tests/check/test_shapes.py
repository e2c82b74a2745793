"""Both SHACL engines find the same on our shapes, value by value, in the good example, in every bad one and in one bad in every way."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kg.check import Material
from kg.check.shapes import ENGINES, check_shapes
from kg.errors import OntologyError, UsageError
from tests.check.test_run import BAD, changed, good
from tests.needs import REPOSITORY

SHAPES = REPOSITORY / "ontology" / "shapes"


def ruined() -> Material:
    """The good example with everything that the shapes forbid: a path of a shape loses its values, gets some of a wrong kind, or both."""
    material = good()
    update = partial(material.store.database.update, prefixes=material.prefixes)
    paths = sorted({path for file in SHAPES.glob("*.ttl") for path in re.findall(r"sh:path ([\w:]+)", file.read_text(encoding="utf-8"))})
    assert len(paths) > 25
    for number, path in enumerate(paths):
        if number % 3 and path != "rdf:type":
            update(f"DELETE {{ GRAPH ?g {{ ?x {path} ?y }} }} WHERE {{ GRAPH ?g {{ ?x {path} ?y ; a ?k }} }}")
        if number % 2:
            values = f'"x{number}"@fr , "" , 7 , id:nowhere'
            update(
                f"INSERT {{ GRAPH ?g {{ ?x {path} {values} }} }} WHERE {{ GRAPH ?g {{ ?x a ?k }} FILTER(!STRSTARTS(STR(?x), STR(tp:))) }}"
            )
    return material


@pytest.mark.parametrize("path", [None, *[path for path in BAD if "shapes" in path.read_text(encoding="utf-8").splitlines()[0]]])
def test_the_engines_agree(path: Path | None) -> None:
    material = changed(path)[1] if path else good()
    one, other = (check_shapes(material, engine) for engine in ENGINES)
    assert one == other
    assert bool(one.findings) == bool(path)


def test_the_engines_agree_on_a_graph_that_is_bad_in_every_way() -> None:
    material = ruined()
    one, other = (check_shapes(material, engine) for engine in ENGINES)
    assert {(finding.where, finding.what) for finding in one.findings} == {(finding.where, finding.what) for finding in other.findings}
    assert len(one.findings) > 300


def test_an_engine_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="none of pyshacl, shacl"):
        check_shapes(good(), "jena")


def test_a_shape_that_is_not_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "a.ttl").write_text("@prefix a: <urn:a> .\nnonsense", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.ttl:2: not Turtle"):
        check_shapes(replace(good(), ontology=tmp_path))
