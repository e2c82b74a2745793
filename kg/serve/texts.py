"""What the pages say, read from ``ontology/language/serve.yml``."""

from __future__ import annotations

from pathlib import Path

from kg.ontology.interface import LANGUAGES, Texts, read_texts
from kg.ontology.node import read_node

FILE = "serve.yml"


def load_texts(language: Path) -> Texts:
    """The texts of the pages by key and language; OntologyError with file and line where one is wrong."""
    return read_texts(read_node(language / FILE, "the table"))


def language_of(asked: str | None, accepted: str) -> str:
    """The language of a page: the one that was asked for, else the first that the Accept-Language header names, else Korean."""
    wanted = [asked or "", *(part.strip()[:2].lower() for part in accepted.split(","))]
    return next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])
