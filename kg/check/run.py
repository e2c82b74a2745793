"""All checks, in an order in which the cause of a fault comes first."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace

from kg.check.finding import Finding, Outcome
from kg.check.material import Material
from kg.check.queries import load_checks, run_check
from kg.check.shapes import check_shapes
from kg.errors import OntologyError, StoreError
from kg.ontology import load_ontology
from kg.ontology.questions import load_questions


def check(material: Material, *, engine: str | None = None) -> tuple[Outcome, ...]:
    """What each check finds: those of ``check_store``, and the loading of the ontology.

    The latter is silent where another check has told of a term of the ontology already.
    """
    outcomes = check_store(material, engine=engine)
    silent = any(finding.where.startswith("tp:") for outcome in outcomes for finding in outcome.findings)
    return (*outcomes, *_titled([_loading(material, silent=silent)], material))


def check_store(material: Material, *, engine: str | None = None) -> tuple[Outcome, ...]:
    """What the checks of ``ontology/checks`` and the shapes find in the store.

    A check that looked at nothing has checked nothing, so StoreError names it. Raises OntologyError where a check itself is wrong.
    """
    outcomes = [run_check(one, material) for one in load_checks(material.ontology / "checks")]
    outcomes.append(check_shapes(material, engine))
    idle = [outcome.check for outcome in outcomes if not outcome.looked_at]
    if idle:
        raise StoreError(f"{material.folder}: nothing to look at for {', '.join(idle)}, so nothing was checked; is the graph empty?")
    return _titled(outcomes, material)


def _titled(outcomes: Iterable[Outcome], material: Material) -> tuple[Outcome, ...]:
    """The outcomes, with titles for the checks that are no SPARQL."""
    with (material.ontology / "checks" / "titles.csv").open(encoding="utf-8", newline="") as lines:
        titles = {row["check"]: (row["ko"], row["en"]) for row in csv.DictReader(lines)}
    return tuple(replace(one, ko=titles[one.check][0], en=titles[one.check][1]) if one.check in titles else one for one in outcomes)


def _loading(material: Material, *, silent: bool) -> Outcome:
    """The ontology's parts against one another, as every build loads them."""
    findings: tuple[Finding, ...] = ()
    paths = [path for path in material.ontology.rglob("*") if path.is_file()]
    try:
        load_questions(material.ontology / "queries", load_ontology(material.ontology).schema)
    except OntologyError as error:
        where, _, what = str(error).partition(": ")
        findings = () if silent else (Finding(where, what),)
    return Outcome("loading", "", "", len(paths), findings)
