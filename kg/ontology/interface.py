"""What the page and the report say to their reader, read from ``ontology/language/interface.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OntologyError, UsageError
from kg.ontology.node import read_yaml
from kg.ontology.schema import Schema, suggestion

LANGUAGES = ("ko", "en")
FILE = "interface.yml"
Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Interface:
    """The texts of page and report by key and language; communities are named by the classes ``subjects`` and ``bodies``."""

    page: Texts
    report: Texts
    subjects: frozenset[str]
    bodies: frozenset[str]


def load_interface(schema: Schema) -> Interface:
    """The texts that lie beside the ontology of ``schema``. Raises OntologyError with file, line and key where one is wrong."""
    path = schema.path.parent / "language" / FILE
    table = read_yaml(path)
    if not isinstance(table, dict) or set(table) != {"naming", "page", "report"}:
        raise OntologyError(f"{path}:1: has {_keys(table)}; needs exactly the parts naming, page and report")
    subjects, bodies = (_classes(table["naming"], kind, schema, path=path) for kind in ("subjects", "bodies"))
    return Interface(_texts(table["page"], path), _texts(table["report"], path), subjects, bodies)


def check_language(lang: str) -> str:
    """``lang`` itself; raises UsageError unless it is ``ko`` or ``en``."""
    if lang not in LANGUAGES:
        raise UsageError(f"no texts in language {lang!r}; there are {' and '.join(LANGUAGES)}")
    return lang


def _keys(table: Any) -> str:
    return ", ".join(sorted(map(str, table))) if isinstance(table, dict) else "no parts"


def _texts(part: Any, path: Path) -> dict[str, dict[str, str]]:
    for key, texts in part.items():
        if not isinstance(texts, dict) or set(texts) != set(LANGUAGES) or not all(isinstance(text, str) for text in texts.values()):
            raise OntologyError(f"{path}:{_line(path, str(key))}: {key}: needs one text for each of {', '.join(LANGUAGES)}, not {texts!r}")
    return {str(key): dict(texts) for key, texts in part.items()}


def _classes(naming: Any, kind: str, schema: Schema, *, path: Path) -> frozenset[str]:
    for name in naming.get(kind, ()):
        if name not in schema.classes:
            hint = suggestion(str(name), schema.classes)
            raise OntologyError(f"{path}:{_line(path, kind)}: {kind}: {name!r} is no class of the ontology{hint}")
    return frozenset(cls for cls in schema.classes if any(schema.is_a(cls, name) for name in naming.get(kind, ())))


def _line(path: Path, key: str) -> int:
    """The line where ``key`` stands first, 1 where it is not found."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(f"{key}:")), 1)
