"""The tables of ``ontology/identity``: by what names are compared across documents, and how much each sign weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.ontology.node import read_node

# Every sign that the comparison knows; features.yml says of each how much it weighs and how it is told.
SIGNS = (
    "same-name", "same-words", "same-sound", "short-sound", "shared-acronym", "short-acronym", "shared-name", "initials", "near-spelling",
    "near-word", "long-name", "contained", "same-code", "same-office", "same-body", "same-day", "same-company", "related-class",
    "other-class", "common-name", "other-body", "between-namesakes", "told-together", "one-number", "part-word", "other-number",
    "other-row", "other-code", "other-day", "no-day",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feature:
    """A sign for or against one identity: its weight, how it is told, and whether it alone keeps two things apart.

    Of those of kind ``name`` that hold of one pair only the strongest counts.
    """

    weight: float
    ko: str
    en: str
    veto: bool = False
    kind: Literal["", "name"] = ""

    def title(self, lang: str) -> str:
        """The sign in words."""
        return self.en if lang == "en" else self.ko


@dataclass(frozen=True, slots=True)
class Features:
    """The signs by name; from a score of ``merge`` on two things are one, from ``doubt`` on a person is asked."""

    merge: float
    doubt: float
    features: Mapping[str, Feature]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A regular expression, and what stands in the place of what it finds."""

    find: re.Pattern[str]
    put: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of names: legal forms that belong to none, groups of one meaning, words that make another thing, common words, figures.

    ``said`` are the sentences of reviews and explanations, by key and language.
    """

    legal_forms: tuple[str, ...]
    same_words: tuple[tuple[str, ...], ...]
    part_words: frozenset[str]
    common_words: frozenset[str]
    rewrites: tuple[Rewrite, ...]
    said: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Sounds:
    """How Latin letters sound in Hangul: by its ``names`` a capital letter, by its sounds a group of ``letters``."""

    names: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Identity:
    """All tables of identity together."""

    features: Features
    words: Words
    sounds: Sounds


def load_identity(folder: Path) -> Identity:
    """The tables of ``folder``; an OntologyError with file, line and the right key where one is wrong."""
    features, words, sounds = (read_node(folder / file, "the table") for file in ("features.yml", "words.yml", "sounds.yml"))
    table: Features = features.record(Features)
    signs = features.part("features")
    signs.only(*SIGNS)
    for sign in SIGNS:
        if sign not in table.features:
            raise signs.error(f"lacks {sign!r}")
    if not 0 < table.doubt < table.merge:
        raise features.part("doubt").error(f"is {table.doubt}; it must lie between 0 and merge, which is {table.merge}")
    return Identity(table, words.record(Words), sounds.record(Sounds))
