"""YAML of the ontology folder as nodes: each knows its place, and gives what it holds as the type that is asked for or not at all."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import yaml

from kg.errors import OntologyError

T = TypeVar("T")
# A list item longer than this is many words in one line; names with a space are shorter.
WORDS_LINE = 30
# Written in C it is ten times as fast; where PyYAML is built without it the other reads the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXTS = ("str", "int", "float", "bool", "timestamp")
_TOLD = {"mapping": "a mapping", "sequence": "a list", "null": "nothing"}
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a YAML file: ``what`` its errors call it, the ``line`` on which it begins, from 1, and what the parser found there.

    Every method raises an OntologyError with file, line, what was found and what is right where the piece is not as asked for.
    """

    path: Path
    what: str
    line: int
    found: yaml.Node

    @property
    def kind(self) -> str:
        """``mapping``, ``sequence``, ``null``, one of the kinds of text, or ``other``."""
        if self.found.id != "scalar":
            return str(self.found.id)
        tag = str(self.found.tag).rpartition(":")[2]
        return tag if tag in ("null", *_TEXTS) else "other"

    def error(self, problem: str) -> OntologyError:
        """The error that tells a problem of this piece."""
        return OntologyError(f"{self.path}:{self.line}: {self.what} {problem}")

    def unlike(self, wanted: str) -> OntologyError:
        """The error that this piece is not what was ``wanted``."""
        return self.error(f"must be {wanted}, not {_TOLD.get(self.kind) or repr(self.found.value)}")

    def entries(self, called: str = "") -> dict[str, Node]:
        """The entries of a mapping by key, none where it is empty; an entry is ``called`` so and by its key."""
        entries: dict[str, Node] = {}
        for name, value in self._below("mapping"):
            line = name.start_mark.line + 1
            key = Node(self.path, f"a key of {self.what}", line, name).text()
            entry = Node(self.path, f"{called} {key!r}".strip(), line, value)
            if key in entries:
                raise entry.error(f"stands twice in {self.what}, first on line {entries[key].line}")
            entries[key] = entry
        return entries

    def only(self, *keys: str) -> dict[str, Node]:
        """The entries of a mapping that may have these ``keys`` and no other."""
        entries = self.entries()
        for key, entry in entries.items():
            if key not in keys:
                meant = nearest(key, keys) or f"; allowed: {', '.join(keys)}"
                raise OntologyError(f"{self.path}:{entry.line}: {self.what} has an unknown key {key!r}{meant}")
        return entries

    def items(self, called: str = "") -> list[Node]:
        """The items of a list, none where it is empty; an item is ``called`` so."""
        called = called or f"an item of {self.what}"
        return [Node(self.path, called, item.start_mark.line + 1, item) for item in self._below("sequence")]

    def part(self, key: str) -> Node:
        """The entry of a mapping at ``key``; one that is left out is empty."""
        return self.entries().get(key) or Node(self.path, repr(key), self.line, yaml.ScalarNode("null", ""))

    def _below(self, kind: str) -> list[Any]:
        if self.kind not in (kind, "null"):
            raise self.unlike(_TOLD[kind])
        return list(self.found.value)

    def text(self) -> str:
        """The text as it is written, be it a word, a number or a date."""
        if self.kind not in _TEXTS:
            raise self.unlike("a text")
        return str(self.found.value)

    def words(self) -> list[str]:
        """The words of a list, or of one text with spaces between."""
        if self.kind == "str":
            return self.text().split()
        if self.kind != "sequence":
            raise self.unlike("words: a list, or one text with spaces between")
        texts = [item.text() for item in self.items()]
        if "" in texts:
            raise self.error("has an empty word")
        return [word for text in texts for word in (text.split() if len(text) > WORDS_LINE else [text])]

    def flag(self) -> bool:
        """True or false."""
        if self.kind != "bool":
            raise self.unlike("true or false")
        return bool(yaml.SafeLoader.bool_values[self.text().lower()])

    def number(self, make: Callable[[str], float] = float) -> float:
        """The number that ``make``, int or float, makes of the text."""
        if self.kind in ("int", "float"):
            with suppress(ValueError):
                return make(self.text())
        raise self.unlike("a whole number" if make is int else "a number")

    def pattern(self) -> re.Pattern[str]:
        """The regular expression."""
        return self.compiled(self.text())

    def compiled(self, text: str) -> re.Pattern[str]:
        """The regular expression of ``text``, which is a part of this piece."""
        try:
            return re.compile(text)
        except re.error as error:
            raise self.error(f"has {text!r}, which is no regular expression: {error}") from error

    def choice(self, word: str, allowed: Collection[str]) -> str:
        """The ``word``, which stands in this piece, if it is one of those ``allowed``."""
        if word not in allowed:
            listed = ", ".join(sorted(filter(None, allowed)))
            raise self.error(f"has {word!r}, none of those allowed here ({listed}){nearest(word, allowed)}")
        return word

    def value(self, wanted: Any) -> Any:
        """What stands here as the type ``wanted``: a dataclass, collection, Literal, pattern, text, number or bool."""
        made, parts = get_origin(wanted) or wanted, get_args(wanted)
        if made in (tuple, frozenset):
            return made(self._members(parts[0]))
        if made is Mapping:
            return {key: entry.value(parts[1]) for key, entry in self.entries().items()}
        if made is Literal:
            return self.choice(self.text(), parts)
        if made is UnionType:
            return None if self.kind == "null" else self.value(parts[0])
        reader = _READERS.get(made)
        return reader(self) if reader else self.record(wanted)

    def _members(self, wanted: Any) -> list[Any]:
        if wanted is str:
            return self.words()
        if get_origin(wanted) is Literal:
            return [self.choice(word, get_args(wanted)) for word in self.words()]
        return [item.value(wanted) for item in self.items()]

    def record(
        self, cls: Callable[..., T], given: Mapping[str, Any] = _NOTHING, *, also: Collection[str] = (), spelt: Mapping[str, str] = _NOTHING
    ) -> T:
        """A dataclass from a mapping: each field that is not ``given`` is read from its key as its type, or has its default.

        The key is the field's name unless it is ``spelt`` otherwise; no other key may stand here but those in ``also``.
        """
        wanted = {spelt.get(field, field): (field, *rest) for field, rest in _fields(cls).items() if field not in given}
        entries = self.only(*wanted, *also)
        values = dict(given)
        for key, (field, type_, needed) in wanted.items():
            if key in entries and entries[key].kind != "null":
                values[field] = entries[key].value(type_)
            elif needed:
                raise self.error(f"lacks {key!r}")
        return cls(**values)


_READERS: Mapping[Any, Callable[[Node], Any]] = {
    str: Node.text,
    bool: Node.flag,
    float: Node.number,
    int: lambda node: node.number(int),
    re.Pattern: Node.pattern,
}


@lru_cache(maxsize=64)
def _fields(cls: Any) -> dict[str, tuple[Any, bool]]:
    """The type of each field of a dataclass, and whether it must be given."""
    hints = get_type_hints(cls)
    return {field.name: (hints[field.name], field.default is MISSING) for field in fields(cls)}


def nearest(word: str, known: Collection[str]) -> str:
    """The one of the ``known`` words that may be meant, as the end of an error's message; empty where none is near."""
    near = difflib.get_close_matches(word, sorted(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def read_node(path: Path, what: str) -> Node:
    """The mapping that the file holds; an OntologyError with file and line where it is missing, no YAML or no mapping."""
    root = _load(path, "get_single_node") or yaml.ScalarNode("null", "")
    node = Node(path, what, 1, root)
    if node.kind != "mapping":
        raise node.unlike("a mapping")
    return node


def read_yaml(path: Path) -> Any:
    """The file's content as plain values; an OntologyError with file and line where it is missing or is no YAML."""
    return _load(path, "get_single_data")


def _load(path: Path, what: str) -> Any:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise OntologyError(f"{path}:1: cannot be read ({error.strerror}); the ontology folder must have it") from error
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path}:{_line(error.object, error.start)}: not valid UTF-8: {error.reason}") from error
    try:
        return getattr(_LOADER(text), what)()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise OntologyError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    except yaml.reader.ReaderError as error:
        line = _line(text.encode(), error.position)
        raise OntologyError(f"{path}:{line}: not valid YAML: {error.reason}, {chr(error.character)!r}") from error


def _line(content: bytes, position: int) -> int:
    return content.count(b"\n", 0, position) + 1


def line_of(path: Path, term: str) -> int:
    """The first line of the file that holds ``term`` as a word of its own, counted from 1; 1 where none does."""
    word = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)")
    return next((number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if word.search(line)), 1)
