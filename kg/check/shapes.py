"""The graph against the SHACL shapes of ``ontology/shapes``.

pySHACL is the reference. The ``shacl`` package finds the same on these shapes (a test compares them, value by value) much faster,
and is taken where it is installed. They differ in one thing that decides nothing: of a day in the place of a number both say that it is
none, and ``shacl`` that it is not in the range of numbers either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox

from kg.check.finding import Finding, Outcome
from kg.check.material import Material
from kg.check.queries import short
from kg.errors import OntologyError, UsageError

SH = "http://www.w3.org/ns/shacl#"
ENGINES = ("pyshacl", "shacl")
_TARGETS = f"""
SELECT (COUNT(DISTINCT ?node) AS ?n) WHERE {{
  ?shape <{SH}targetClass> ?class . ?kind <http://www.w3.org/2000/01/rdf-schema#subClassOf>* ?class . ?node a ?kind
}}"""
_RESULTS = f"""
SELECT ?result ?focus ?path ?value ?component ?message WHERE {{
  ?report <{SH}result> ?result .
  ?result <{SH}focusNode> ?focus ; <{SH}sourceConstraintComponent> ?component .
  OPTIONAL {{ ?result <{SH}resultPath> ?path }}
  OPTIONAL {{ ?result <{SH}value> ?value }}
  OPTIONAL {{ ?result <{SH}resultMessage> ?message }}
}}"""


def check_shapes(material: Material, engine: str | None = None) -> Outcome:
    """What the shapes find; ``engine`` is ``pyshacl`` or ``shacl``, by default the faster that is installed.

    Raises OntologyError where there is no shape or one is not Turtle, UsageError for an engine that is not there.
    """
    shapes = _shapes(material.ontology / "shapes")
    report = _engine(engine)(_turtle(shapes), _statements(material))
    ours = {quad.object.value for quad in shapes if quad.predicate.value == SH + "message" and isinstance(quad.object, ox.Literal)}
    findings = sorted(set(_findings(report, material, ours)), key=lambda finding: (finding.where, finding.what))
    return Outcome("shapes", "", "", _looked_at(shapes, material), tuple(findings))


def _engine(name: str | None) -> Callable[[str, str], str]:
    chosen = name or ("shacl" if find_spec("shacl") else "pyshacl")
    if chosen not in ENGINES:
        raise UsageError(f"engine {chosen!r} is none of {', '.join(ENGINES)}")
    if not find_spec(chosen):
        raise UsageError(f"engine {chosen!r} is not installed; pip install {chosen}")
    return {"pyshacl": _by_pyshacl, "shacl": _by_shacl}[chosen]


def _by_pyshacl(shapes: str, data: str) -> str:
    import pyshacl  # noqa: PLC0415  # half a second that no other command should wait for
    import rdflib  # noqa: PLC0415

    graph = rdflib.Graph().parse(data=data, format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"), inference="none")
    return report.serialize(format="turtle") if isinstance(report, rdflib.Graph) else ""


def _by_shacl(shapes: str, data: str) -> str:
    import shacl  # noqa: PLC0415  # need not be installed

    return str(shacl.Shapes.from_text(shapes, "turtle").validate_text(data, "ntriples").turtle)


def _shapes(folder: Path) -> list[ox.Quad]:
    found: list[ox.Quad] = []
    for path in sorted(folder.glob("*.ttl")):
        try:
            found += [quad for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)]
        except SyntaxError as error:
            raise OntologyError(f"{path}:{error.lineno or 1}: not Turtle: {error.msg}") from None
    if not found:
        raise OntologyError(f"{folder}:1: there is no shape (*.ttl) here, so nothing would be checked")
    return found


def _turtle(quads: list[ox.Quad]) -> str:
    return (ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _statements(material: Material) -> str:
    """Data and ontology together, so that a shape of a class holds for its subclasses; texts are not their matter."""
    triples = {str(quad.triple): quad.triple for quad in material.store.quads()}
    return (ox.serialize(triples.values(), format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _looked_at(shapes: list[ox.Quad], material: Material) -> int:
    store = ox.Store()
    store.bulk_extend(ox.Quad(*quad.triple) for quad in material.store.quads())
    store.bulk_extend(shapes)
    answer = store.query(_TARGETS)
    return sum(int(solution["n"].value) for solution in answer) if isinstance(answer, ox.QuerySolutions) else 0


def _findings(report: str, material: Material, ours: set[str]) -> Iterator[Finding]:
    """The results of a report; of their messages only those that the shapes have, since each engine has others of its own."""
    store = ox.Store()
    store.bulk_load(report.encode(), ox.RdfFormat.TURTLE)
    answer = store.query(_RESULTS)
    results: dict[str, dict[str, str]] = {}
    for solution in answer if isinstance(answer, ox.QuerySolutions) else ():
        told = {name: _shown(solution[name], material.prefixes) for name in ("focus", "path", "value", "component", "message")}
        known = results.setdefault(str(solution["result"]), told | {"message": ""})
        known["message"] = max(known["message"], told["message"] if told["message"] in ours else "")
    yield from map(_finding, results.values())


def _finding(told: Mapping[str, str]) -> Finding:
    component = told["component"].removeprefix("sh:").removesuffix("ConstraintComponent")
    parts = [f"{told['path']}:" if told["path"] else "", component, f"({told['value']})" if told["value"] else "", told["message"]]
    return Finding(told["focus"], " ".join(filter(None, parts)))


def _shown(value: object, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, ox.NamedNode):
        return short(value.value, {**prefixes, "sh": SH})
    return value.value if isinstance(value, ox.Literal) else ""
