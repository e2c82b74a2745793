"""What reading knows of pages: selectors, signs and patterns, all from ``ontology/language/page.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from kg.errors import OntologyError


@dataclass(frozen=True, slots=True)
class PageKnowledge:
    """The selectors (XPath), names and compiled patterns of ``page.yml``; each field is a key of that file."""

    containers: tuple[str, ...]
    generic_containers: tuple[str, ...]
    captions: tuple[str, ...]
    summaries: tuple[str, ...]
    date_meta: tuple[str, ...]
    date_attributes: tuple[str, ...]
    publisher_meta: tuple[str, ...]
    site_meta: tuple[str, ...]
    full_date: re.Pattern[str]
    short_date: re.Pattern[str]
    month_day: re.Pattern[str]
    date_labels: re.Pattern[str]
    press_labels: re.Pattern[str]
    labels_behind: re.Pattern[str]
    letterhead: re.Pattern[str]
    bullets: str
    spaced_bullets: re.Pattern[str]
    enumerators: re.Pattern[str]
    heading: re.Pattern[str]
    attachment: re.Pattern[str]
    labelled_line: re.Pattern[str]
    sentence_end: re.Pattern[str]
    continuation: re.Pattern[str]
    bylines: tuple[re.Pattern[str], ...]
    byline_lines: re.Pattern[str]
    boilerplate: re.Pattern[str]
    boilerplate_lines: re.Pattern[str]
    copyright_outlet: re.Pattern[str]
    contact_head: re.Pattern[str]
    contact_words: re.Pattern[str]
    phone: re.Pattern[str]


SELECTORS = ("containers", "generic_containers", "captions", "summaries")
NAMES = ("date_meta", "date_attributes", "publisher_meta", "site_meta")
PATTERN_LISTS = ("bylines",)
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:#(?P<id>[\w-]+)|\.(?P<cls>[\w-]+)|\[(?P<attr>[\w-]+)=(?P<val>[\w-]+)\])?")


def load_page(path: Path) -> PageKnowledge:
    """The knowledge in one YAML file; raises ``OntologyError`` with file and line where a key or pattern is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.safe_load(text)
    except OSError as error:
        raise OntologyError(f"{path}:1: cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise OntologyError(f"{path}:{mark.line + 1 if mark else 1}: is no YAML: {getattr(error, 'problem', error)}") from error
    return _knowledge(data, path, text)


def _knowledge(data: object, path: Path, text: str) -> PageKnowledge:
    wanted = [field.name for field in fields(PageKnowledge)]
    if not isinstance(data, Mapping):
        raise OntologyError(f"{path}:1: must be a mapping with the keys {', '.join(wanted)}")
    for key in data:
        if key not in wanted:
            raise OntologyError(f"{path}:{_line(text, str(key))}: unknown key {key!r}; allowed: {', '.join(wanted)}")
    missing = [key for key in wanted if key not in data]
    if missing:
        raise OntologyError(f"{path}:1: the keys {', '.join(missing)} are missing")
    return PageKnowledge(**{key: _value(key, data[key], path, text) for key in wanted})


def _value(key: str, value: object, path: Path, text: str) -> Any:
    plural = key in SELECTORS + NAMES + PATTERN_LISTS
    items = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str) and item]
    if plural != isinstance(value, list) or len(items) != (len(value) if isinstance(value, list) else 1):
        raise OntologyError(f"{path}:{_line(text, key)}: {key} must be {'a list of texts' if plural else 'a text'}, not {value!r}")
    try:
        made = tuple(_single(key, item) for item in items)
    except (re.error, ValueError) as error:
        raise OntologyError(f"{path}:{_line(text, key)}: {key}: {error}") from error
    return made if plural else made[0]


def _single(key: str, item: str) -> str | re.Pattern[str]:
    if key in SELECTORS:
        return xpath(item)
    return item if key in NAMES or key == "bullets" else re.compile(item)


def _line(text: str, key: str) -> int:
    found = re.search(rf"^{re.escape(key)}\s*:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def xpath(selector: str) -> str:
    """The XPath of a selector ``tag``, ``#id``, ``.class``, ``tag.class`` or ``[attribute=value]``; raises ``ValueError``."""
    found = _SELECTOR.fullmatch(selector)
    if not selector or not found:
        raise ValueError(f"selector {selector!r} is none of tag, #id, .class, tag.class, [attribute=value]")
    condition = ""
    if found["id"]:
        condition = f'[@id="{found["id"]}"]'
    elif found["cls"]:
        condition = f'[contains(concat(" ", normalize-space(@class), " "), " {found["cls"]} ")]'
    elif found["attr"]:
        condition = f'[@{found["attr"]}="{found["val"]}"]'
    return f"descendant-or-self::{found['tag'] or '*'}{condition}"
