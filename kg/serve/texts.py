"""What the pages say, read from ``ontology/language/serve.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.interface import LANGUAGES
from kg.ontology.node import line_of, read_yaml

FILE = "serve.yml"
Texts = Mapping[str, Mapping[str, str]]


def load_texts(language: Path) -> Texts:
    """The texts of the pages by key and language; OntologyError with file and line where one is wrong."""
    path = language / FILE
    table = read_yaml(path)
    if not isinstance(table, dict):
        raise OntologyError(f"{path}:1: has no texts; needs one line for each, of the form key: {{ko: …, en: …}}")
    for key, texts in table.items():
        if not isinstance(texts, dict) or set(texts) != set(LANGUAGES) or not all(isinstance(text, str) for text in texts.values()):
            told = f"{key}: needs one text for each of {', '.join(LANGUAGES)}, not {texts!r}"
            raise OntologyError(f"{path}:{line_of(path, str(key))}: {told}")
    return {str(key): dict(texts) for key, texts in table.items()}


def language_of(asked: str | None, accepted: str) -> str:
    """The language of a page: the one that was asked for, else the first that the Accept-Language header names, else Korean."""
    wanted = [asked or "", *(part.strip()[:2].lower() for part in accepted.split(","))]
    return next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])
