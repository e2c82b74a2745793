"""Both SHACL engines find the same on our shapes, value by value, in the good example, in every bad one and in one bad in every way."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check.shapes import ENGINES, check_shapes
from kg.errors import OntologyError, UsageError
from kg.keep.store import in_memory
from tests.check.test_run import BAD, changed, good
from tests.needs import REPOSITORY

SHAPES = REPOSITORY / "ontology" / "shapes"
SH = "http://www.w3.org/ns/shacl#"


def ruined() -> ox.Store:
    """The good example with everything that the shapes forbid: each path of a shape loses its values, gets two of a wrong kind, or both."""
    material = good()
    database = material.store.database
    paths = sorted({path for file in SHAPES.glob("*.ttl") for path in re.findall(r"sh:path ([\w:]+)", file.read_text(encoding="utf-8"))})
    assert len(paths) > 25
    for number, path in enumerate(paths):
        values = f'"x{number}"@fr , "" , 7 , id:nowhere'
        if number % 3:
            change = f"DELETE {{ GRAPH ?g {{ ?x {path} ?y }} }} WHERE {{ GRAPH ?g {{ ?x {path} ?y ; a ?k }} FILTER(?k != <{SH}x>) }}"
            database.update(change, prefixes=material.prefixes) if path != "rdf:type" else None
        if number % 2:
            add = f"INSERT {{ GRAPH ?g {{ ?x {path} {values} }} }} WHERE {{ GRAPH ?g {{ ?x a ?k }} FILTER(!STRSTARTS(STR(?x), STR(tp:))) }}"
            database.update(add, prefixes=material.prefixes)
    return database


@pytest.mark.parametrize("path", [None, *[path for path in BAD if "shapes" in path.read_text(encoding="utf-8").splitlines()[0]]])
def test_the_engines_agree(path: Path | None) -> None:
    material = changed(path)[1] if path else good()
    one, other = (check_shapes(material, engine) for engine in ENGINES)
    assert one == other
    assert bool(one.findings) == bool(path)


def test_the_engines_agree_on_a_graph_that_is_bad_in_every_way() -> None:
    from dataclasses import replace

    material = replace(good(), store=in_memory(ruined()))
    one, other = (check_shapes(material, engine) for engine in ENGINES)
    assert {(finding.where, finding.what) for finding in one.findings} == {(finding.where, finding.what) for finding in other.findings}
    assert len(one.findings) > 300


def test_an_engine_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="none of pyshacl, shacl"):
        check_shapes(good(), "jena")


def test_a_shape_that_is_not_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    from dataclasses import replace

    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "a.ttl").write_text("@prefix a: <urn:a> .\nnonsense", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.ttl:2: not Turtle"):
        check_shapes(replace(good(), ontology=tmp_path))
