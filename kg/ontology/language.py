"""The language tables of ``ontology/language``: what all frames and finders share, checked as they are read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml

from kg.errors import OntologyError

T = TypeVar("T")
# A list item longer than this is many words in one line; names with a space are shorter.
WORDS_LINE = 30


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A regular expression over a predicate's tail, and the status that it means (one of the claim's, or wish or present)."""

    status: str
    tail: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs that only carry the noun before them, which stands in ``case``."""

    verbs: frozenset[str]
    case: str
    voice: str


@dataclass(frozen=True)
class Grammar:
    """Particles, endings and small words (``grammar.yml``)."""

    cases: Mapping[str, tuple[str, ...]]
    joiners: frozenset[str]
    list_closers: frozenset[str]
    list_openers: frozenset[str]
    with_words: frozenset[str]
    aspect_nouns: Mapping[str, tuple[str, ...]]
    status: tuple[StatusRule, ...]
    negative_nouns: tuple[str, ...]
    light_verbs: tuple[LightVerbs, ...]
    light_negations: frozenset[str]
    light_plans: frozenset[str]
    light_beginnings: frozenset[str]
    passive_suffixes: frozenset[str]
    passive_agents: frozenset[str]
    reporting: frozenset[str]
    according: frozenset[str]
    according_links: frozenset[str]
    denials: frozenset[str]
    lexical_passives: Mapping[str, str]
    quotatives: frozenset[str]
    same_subject: frozenset[str]
    intent_nouns: frozenset[str]
    clause_nouns: frozenset[str]
    postpositions: frozenset[str]
    hollow_heads: frozenset[str]
    purposes: frozenset[str]
    anaphoric_subjects: frozenset[str]
    copula: str
    do: str
    become: str

    @cached_property
    def _case(self) -> dict[str, str]:
        return {form: case for case, forms in self.cases.items() for form in forms}

    @cached_property
    def _aspects(self) -> frozenset[str]:
        return frozenset(word for words in self.aspect_nouns.values() for word in words) | set(self.negative_nouns)

    def case_of(self, form: str, tag: str) -> str:
        """The case that a particle marks, or an empty string."""
        return self._case.get(f"{form}/{tag}") or self._case.get(form, "")

    def is_aspect(self, word: str) -> bool:
        """Whether the word says only how far an act has come, or that it failed."""
        return word in self._aspects

    def is_light(self, lemma: str, case: str) -> bool:
        """Whether the verb only carries a noun in that case."""
        return any(lemma in light.verbs and light.case == case for light in self.light_verbs)

    def light_voice(self, lemma: str) -> str:
        """``passive`` for a light verb that makes its noun one, else ``active``."""
        return next((light.voice for light in self.light_verbs if lemma in light.verbs), "active")


@dataclass(frozen=True)
class Persons:
    """How people are named (``persons.yml``)."""

    surnames: frozenset[str]
    given_names: frozenset[str]
    compound_surnames: frozenset[str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    not_titles: frozenset[str]
    byline_titles: frozenset[str]
    also_post: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    posts_of_government: Mapping[str, str]
    below: frozenset[str]
    not_names: frozenset[str]
    unit_endings: tuple[str, ...]
    head_suffix: str
    head_of: Mapping[str, str]
    hollow_titles: frozenset[str]


@dataclass(frozen=True)
class Names:
    """Cues by which a name never seen before gets its class (``names.yml``)."""

    cues: Mapping[str, tuple[str, ...]]
    proper_starts: frozenset[str]
    generic_words: frozenset[str]
    name_quotes: tuple[str, ...]
    quoted_default: Mapping[str, str]
    company_marks: tuple[str, ...]
    ordinals: re.Pattern[str]
    anaphors: Mapping[str, tuple[str, ...]]
    name_stops: Mapping[str, tuple[str, ...]]
    weak_cues: frozenset[str]
    not_names: frozenset[str]
    company_heads: frozenset[str]
    company_prefixes: frozenset[str]
    cue_groups: tuple[frozenset[str], ...]
    compound_followers: frozenset[str]
    ministry_endings: tuple[str, ...]
    not_ministries: tuple[str, ...]
    draft_endings: tuple[str, ...]
    dated_event: re.Pattern[str]
    demonstratives: tuple[str, ...]
    common_latin: frozenset[str]
    quoted_only: frozenset[str]
    latin_event: re.Pattern[str]
    generic_event_words: frozenset[str]
    generic_policy_words: frozenset[str]
    compound_body: int

    def group_of(self, cue: str) -> str:
        """One cue for all of its group, so that 법안 may mean what was named as 법률안."""
        return next((min(group) for group in self.cue_groups if cue in group), cue)

    @cached_property
    def class_of_cue(self) -> dict[str, str]:
        """The class of each cue."""
        return {cue: cls for cls, cues in self.cues.items() for cue in cues}


@dataclass(frozen=True)
class Language:
    """All language tables together."""

    grammar: Grammar
    persons: Persons
    names: Names


def load_language(folder: Path) -> Language:
    """The tables of ``folder``; an OntologyError names file, line and the nearest right key where one is wrong."""
    return Language(_table(Grammar, folder / "grammar.yml"), _table(Persons, folder / "persons.yml"), _table(Names, folder / "names.yml"))


def read_yaml(path: Path) -> Any:
    """The file's content; an OntologyError with file and line where it is missing or is no YAML."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OntologyError(f"{path}:1: cannot be read ({error.strerror}); the ontology folder must have it") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise OntologyError(f"{path}:{line}: not valid YAML: {error.problem}") from error


def item_lines(path: Path, key: str) -> list[int]:
    """The line of each item in the list below a top-level ``key``, counted from 1; ``path`` holds YAML that ``read_yaml`` read."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    items = next(value for name, value in root.value if name.value == key)
    return [node.start_mark.line + 1 for node in items.value]


def check_keys(found: Any, allowed: list[str], path: Path, what: str) -> None:
    """Raise an OntologyError for a key that nobody reads, with its line and the nearest allowed one."""
    if not isinstance(found, dict):
        raise OntologyError(f"{path}:1: {what} must be a mapping, not {type(found).__name__}")
    for key in found:
        if key not in allowed:
            near = difflib.get_close_matches(str(key), allowed, 1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; allowed: {', '.join(allowed)}"
            raise OntologyError(f"{path}:{line_of(path, str(key))}: {what} has an unknown key {key!r}{hint}")


def line_of(path: Path, term: str) -> int:
    """The first line of the file that holds ``term``, counted from 1; 1 where none does."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if term in line:
            return number
    return 1


def _table(cls: type[T], path: Path) -> T:
    found = read_yaml(path)
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    check_keys(found, names, path, "the table")
    for name in names:
        if name not in found:
            raise OntologyError(f"{path}:1: the table lacks {name!r}")
    types = {field.name: str(field.type) for field in fields(cls)}  # type: ignore[arg-type]
    return cls(**{name: _value(found[name], types[name], path) for name in names})


def _value(value: Any, wanted: str, path: Path) -> Any:
    """The YAML value as the type of its field, written as in the table's class."""
    makers: dict[str, Callable[[], Any]] = {
        "frozenset[str]": lambda: frozenset(_words(value)),
        "tuple[str, ...]": lambda: tuple(_words(value)),
        "Mapping[str, tuple[str, ...]]": lambda: {key: tuple(str(v) for v in words) for key, words in value.items()},
        "tuple[frozenset[str], ...]": lambda: tuple(frozenset(words) for words in value),
        "re.Pattern[str]": lambda: _pattern(value, path),
        "tuple[StatusRule, ...]": lambda: tuple(StatusRule(rule["status"], _pattern(rule["tail"], path)) for rule in value),
        "tuple[LightVerbs, ...]": lambda: tuple(LightVerbs(frozenset(v["verbs"]), v["case"], v.get("voice", "active")) for v in value),
    }
    return makers.get(wanted, lambda: value)()


def _words(value: Any) -> list[str]:
    """A list of words, or words in one string with spaces between."""
    if isinstance(value, str):
        return value.split()
    return [word for item in value for word in (item.split() if len(item) > WORDS_LINE else [item])]


def _pattern(value: str, path: Path) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except re.error as error:
        raise OntologyError(f"{path}:{line_of(path, value)}: {value!r} is no regular expression: {error}") from error
