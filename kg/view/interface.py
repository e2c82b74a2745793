"""The texts that the page and the report say, read from ``ontology/language/interface.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from kg.errors import OntologyError, UsageError
from kg.network.measures import Naming
from kg.ontology.schema import Schema, suggestion

LANGUAGES = ("ko", "en")
Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Interface:
    """What the page and the report say, by key and language, and by which classes a community is named."""

    page: Texts
    report: Texts
    naming: Naming


def load_interface(schema: Schema) -> Interface:
    """The texts that lie beside the ontology of ``schema``. Raises OntologyError with file and key for a missing language or class."""
    path = schema.path.parent / "language" / "interface.yml"
    try:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise OntologyError(f"{path}:1: the interface's texts cannot be read: {error}") from error
    if not isinstance(table, dict) or not {"naming", "page", "report"} <= table.keys():
        raise OntologyError(f"{path}:1: needs the parts naming, page and report")
    naming = Naming(*(_classes(table["naming"].get(kind, ()), schema, where=f"{path}:1: naming.{kind}") for kind in ("subjects", "bodies")))
    return Interface(_texts(table["page"], f"{path}:1: page"), _texts(table["report"], f"{path}:1: report"), naming)


def _texts(part: Any, where: str) -> dict[str, dict[str, str]]:
    for key, texts in part.items():
        if not isinstance(texts, dict) or set(texts) != set(LANGUAGES) or not all(isinstance(text, str) for text in texts.values()):
            raise OntologyError(f"{where}.{key}: needs one text for each of {', '.join(LANGUAGES)}, not {texts!r}")
    return {key: dict(texts) for key, texts in part.items()}


def _classes(names: Any, schema: Schema, *, where: str) -> frozenset[str]:
    for name in names:
        if name not in schema.classes:
            raise OntologyError(f"{where}: {name!r} is no class of the ontology{suggestion(str(name), schema.classes)}")
    return frozenset(cls for cls in schema.classes if any(schema.is_a(cls, name) for name in names))


def check_language(lang: str) -> str:
    """``lang`` itself; raises UsageError unless it is ``ko`` or ``en``."""
    if lang not in LANGUAGES:
        raise UsageError(f"no texts in language {lang!r}; there are {' and '.join(LANGUAGES)}")
    return lang
