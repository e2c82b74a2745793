"""What the page and the report say to their reader, read from ``ontology/language/interface.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import UsageError
from kg.ontology.node import Node, read_node
from kg.ontology.schema import Schema

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
    table = read_node(schema.path.parent / "language" / FILE, "the table")
    table.only("naming", "page", "report")
    page, report = (read_texts(table.part(part)) for part in ("page", "report"))
    subjects, bodies = (_classes(table.part("naming").part(kind), schema) for kind in ("subjects", "bodies"))
    return Interface(page, report, subjects, bodies)


def read_texts(node: Node) -> dict[str, dict[str, str]]:
    """The texts of a mapping by key and language; each must have one in every language."""
    texts = {key: _text(entry) for key, entry in node.entries().items()}
    if not texts:
        raise node.error("has no texts; needs one line for each, of the form key: {ko: …, en: …}")
    return texts


def check_language(lang: str) -> str:
    """``lang`` itself; raises UsageError unless it is ``ko`` or ``en``."""
    if lang not in LANGUAGES:
        raise UsageError(f"no texts in language {lang!r}; there are {' and '.join(LANGUAGES)}")
    return lang


def _text(node: Node) -> dict[str, str]:
    texts = {lang: text.text() for lang, text in node.entries().items()}
    if set(texts) != set(LANGUAGES):
        raise node.error(f"needs one text for each of {', '.join(LANGUAGES)}, not {', '.join(texts) or 'none'}")
    return texts


def _classes(node: Node, schema: Schema) -> frozenset[str]:
    named = [node.choice(name, schema.classes) for name in node.words()]
    return frozenset(cls for cls in schema.classes if schema.is_any(cls, named))
