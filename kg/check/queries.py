"""The checks of ``ontology/checks``: SPARQL that must find nothing, with a header that says what it looks for and at what.

# title@ko: …                              and title@en
# looks at: ?claim a tp:Claim              the pattern of what it looks at, which must be there
SELECT ?where …                            ?where is at fault, the other columns are details
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.check.finding import Finding, Outcome
from kg.check.material import Material
from kg.errors import OntologyError
from kg.keep.store import Store
from kg.ontology.questions import syntax_place

_HEADER = re.compile(r"# (title@ko|title@en|looks at): (.*)")
_KEYS = ("title@ko", "title@en", "looks at")
_PREFIX = re.compile(r"^PREFIX .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name and titles, the SPARQL that counts what it looks at, and the SPARQL that must find nothing."""

    name: str
    ko: str
    en: str
    counts: str
    text: str


def load_checks(folder: Path) -> tuple[Check, ...]:
    """The checks of ``folder`` by name; OntologyError with file and line where there is none or one is wrong."""
    paths = sorted(folder.glob("*.rq"))
    if not paths:
        raise OntologyError(f"{folder}:1: there is no check (*.rq) here, so nothing would be checked")
    return tuple(map(_check, paths))


def run_check(check: Check, material: Material) -> Outcome:
    """What ``check`` finds in the store."""
    findings = sorted(set(_findings(check, material)), key=lambda finding: (finding.where, finding.what))
    return Outcome(check.name, check.ko, check.en, _count(check.counts, material.store), tuple(findings))


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    """``iri`` by its longest prefix, or whole."""
    fitting = [(len(long), name) for name, long in prefixes.items() if iri.startswith(long)]
    size, name = max(fitting, default=(0, ""))
    return f"{name}:{iri[size:]}" if name else iri


def _check(path: Path) -> Check:
    text = path.read_text(encoding="utf-8")
    head = {found[1]: found[2] for line in text.splitlines() if (found := _HEADER.fullmatch(line))}
    for key in _KEYS:
        if not head.get(key):
            raise OntologyError(f"{path}:1: has no line `# {key}: …`")
    counts = "\n".join([*_PREFIX.findall(text), f"SELECT (COUNT(*) AS ?n) WHERE {{ {head['looks at']} }}"])
    _variables(counts, path)
    variables = _variables(text, path)
    if variables[:1] != ["where"]:
        raise OntologyError(f"{path}:1: selects {' '.join(variables) or 'nothing'}; the first column must be ?where")
    return Check(path.stem, head["title@ko"], head["title@en"], counts, text)


def _variables(sparql: str, path: Path) -> list[str]:
    try:
        answer = ox.Store().query(sparql)
    except SyntaxError as error:
        line, column, message = syntax_place(error)
        raise OntologyError(f"{path}:{line}: column {column}: {message}") from None
    return [variable.value for variable in answer.variables] if isinstance(answer, ox.QuerySolutions) else []


def _findings(check: Check, material: Material) -> Iterator[Finding]:
    answer = material.store.query(check.text, {})
    if not isinstance(answer, ox.QuerySolutions):
        return
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        told = [f"{name} {_shown(solution[name], material)}" for name in names[1:] if solution[name] is not None]
        yield Finding(_shown(solution["where"], material), ", ".join(told))


def _shown(value: object, material: Material) -> str:
    if isinstance(value, ox.Literal):
        return f"“{value.value}”"
    return short(value.value, material.prefixes) if isinstance(value, ox.NamedNode) else str(value)


def _count(sparql: str, store: Store) -> int:
    answer = store.query(sparql, {})
    if not isinstance(answer, ox.QuerySolutions):
        return 0
    return sum(int(solution["n"].value) for solution in answer if isinstance(solution["n"], ox.Literal))
