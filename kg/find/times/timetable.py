"""The time expressions of ``ontology/language/time.yml``: words with their values, and patterns composed of fragments."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.find.times.reckon import KINDS
from kg.ontology.node import read_node, read_yaml
from kg.ontology.pattern import any_of
from kg.values import ANY_MONTH, ANY_YEAR, LAST_DAY, SOME_DAY

_SECTIONS = ("words", "fragments", "patterns", "before", "after", "open-start", "stop", "none")
_GATES = ("gate", "wordgate")
_KEYS = ("id", "kind", "text", "examples", "none")
_SENSES = ("", LAST_DAY, SOME_DAY, ANY_YEAR, ANY_MONTH)
_REFERENCE = re.compile(r"(?<!\(\?P)<([a-z]\w*)>")
_GROUP = re.compile(r"(\(\?P<|\(\?P=|\(\?\()(\w+)")
_SECOND = r"\g<1>\g<2>2"
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A text of the day ``anchor`` (ISO 8601) and the EDTF that its pattern must find in it."""

    text: str
    anchor: str
    edtf: str


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One kind of time expression; ``none`` are texts in which it must find nothing, ``sense`` is that of what it finds (TimeRef)."""

    id: str
    kind: str
    regex: re.Pattern[str]
    examples: tuple[Example, ...]
    none: tuple[str, ...]
    sense: str = ""


@dataclass(frozen=True, slots=True)
class TimeTable:
    """All that is known of a language's time expressions.

    Wherever an expression may begin one of ``gates`` matches; ``before`` and ``after`` what refuses one that it touches;
    ``open_start`` what stands before one that is only an end; ``stop`` the end of a sentence; ``none`` are texts without any time.
    """

    words: Mapping[str, Mapping[str, int]]
    patterns: tuple[TimePattern, ...]
    gates: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    open_start: re.Pattern[str]
    stop: re.Pattern[str]
    none: tuple[str, ...]


def load_times(path: Path) -> TimeTable:
    """The table in the YAML file ``path``; OntologyError with file, line and what is allowed where it is wrong."""
    raw = _sections(path)
    _allow(raw, _SECTIONS, f"{path}:1")
    fragments = {name: any_of(table) for name, table in raw["words"].items()}
    fragments = {name: f"(?P<{name}>{body})" for name, body in fragments.items()} | raw["fragments"]
    lines = [item.line for item in read_node(path, "the table").part("patterns").items()]
    patterns = tuple(_pattern(each, fragments, f"{path}:{line}") for each, line in zip(raw["patterns"], lines, strict=True))
    _refuse_twins(patterns, path, lines)
    edges = {name: _compile(raw[name], f"{path}:1 ({name})") for name in ("before", "after", "open-start", "stop")}
    gates = tuple(_compile(_expand(f"<{name}>", fragments, f"{path}:1"), f"{path}:1 ({name})") for name in _GATES)
    return TimeTable(raw["words"], patterns, gates, edges["before"], edges["after"], edges["open-start"], edges["stop"], tuple(raw["none"]))


def _sections(path: Path) -> dict[str, Any]:
    raw = read_yaml(path)
    if not isinstance(raw, dict) or any(section not in raw for section in _SECTIONS):
        raise OntologyError(f"{path}:1: a table of times has the sections {', '.join(_SECTIONS)}")
    return raw


def _pattern(raw: dict[str, Any], fragments: Mapping[str, str], where: str) -> TimePattern:
    _allow(raw, (*_KEYS, "sense"), where)
    for key in _KEYS:
        if not raw.get(key):
            raise OntologyError(f"{where}: the pattern {raw.get('id')!r} has no {key}; each needs {', '.join(_KEYS)}")
    sense = raw.get("sense", "")
    _allow([raw["kind"]], KINDS, where)
    _allow([sense], _SENSES, where)
    examples = tuple(Example(str(each["text"]), str(each["anchor"]), str(each["edtf"])) for each in raw["examples"])
    regex = _compile(_expand(raw["text"], fragments, where), f"{where} ({raw['id']})")
    return TimePattern(raw["id"], raw["kind"], regex, examples, tuple(str(text) for text in raw["none"]), sense)


def _expand(text: str, fragments: Mapping[str, str], where: str, depth: int = 0) -> str:
    if depth > _DEPTH:
        raise OntologyError(f"{where}: fragments contain one another without end: {text!r}")

    def put(found: re.Match[str]) -> str:
        name = found[1]
        second = name not in fragments and name.endswith("2")
        _allow([name[:-1] if second else name], fragments, where)
        body = _expand(fragments[name[:-1] if second else name], fragments, where, depth + 1)
        return f"(?:{_GROUP.sub(_SECOND, body) if second else body})"

    return _REFERENCE.sub(put, text)


def _compile(text: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.VERBOSE)
    except re.error as error:
        raise OntologyError(f"{where}: no regular expression: {error}") from error


def _allow(names: Collection[str], allowed: Collection[str], where: str) -> None:
    for name in names:
        if name not in allowed:
            close = difflib.get_close_matches(str(name), list(allowed), n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise OntologyError(f"{where}: {name!r} is unknown; allowed: {', '.join(sorted(allowed))}{hint}")


def _refuse_twins(patterns: tuple[TimePattern, ...], path: Path, lines: list[int]) -> None:
    seen: set[str] = set()
    for pattern, line in zip(patterns, lines, strict=True):
        if pattern.id in seen:
            raise OntologyError(f"{path}:{line}: the id {pattern.id!r} is there twice; each pattern needs its own")
        seen.add(pattern.id)
