"""The frames of ``ontology/frames``: how each relation is said, with its examples; one YAML file a relation or event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology.language import check_keys, line_of, read_yaml

_SLOT = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Role:
    """A participant that a rule looks for.

    ``is_a`` are the classes that fit; ``cases`` the particles, best first (keys of the grammar's cases, ``bare`` for a noun
    without particle right before the predicate, ``head`` for the noun that an adnominal predicate stands before).
    ``inside``: a name inside the phrase will do when its head is no name. ``carried``: may come from the sentence's topic or
    an earlier sentence. ``focus``: may be the thing of that class that the document spoke of last. ``words``: the phrase
    must have one of these words; ``needed``: without it the rule gives nothing; ``acts_for_body``: a person here stands for
    the body whose post they hold; ``guess``: the class of a quoted name here that nothing else tells the class of;
    ``topical``: may be what the text speaks of, although the clause has a subject of its own;
    ``also_inside``: the names inside the phrase too (부산 벡스코 is two places);
    ``head`` false: never the noun that the predicate stands before (출범한 위원회 founded nothing).
    """

    name: str
    is_a: tuple[str, ...]
    cases: tuple[str, ...]
    inside: bool = False
    carried: bool = False
    focus: bool = False
    many: bool = True
    words: frozenset[str] = frozenset()
    needed: bool = False
    acts_for_body: bool = False
    guess: str = ""
    head: bool = True
    also_inside: bool = False
    topical: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A property that a rule tells when both roles are filled; ``among`` tells it between the first filler and each
    other one of both roles, with ``each`` between every two."""

    property: str
    subject: str
    object: str
    among: bool = False
    each: bool = False
    status: str | None = None
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a frame is said. ``id`` is the file's stem and the rule's name: ``visit.see``.

    A rule has either ``verbs`` (predicates and their roles) or ``between`` (the text that stands between two names).
    """

    id: str
    tells: tuple[Telling, ...]
    confidence: float
    verbs: frozenset[str] = frozenset()
    roles: tuple[Role, ...] = ()
    nearby: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    between: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    voices: frozenset[str] = frozenset()
    stative: bool = False
    nominal: bool = True
    source: str = ""
    amount: bool = False
    lists: bool = False
    purpose: bool = False
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and the facts that it must give: ``subject property object [status] [time]``."""

    text: str
    gives: tuple[str, ...]
    date: str | None
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The rules of one file, the n-ary event that they make, and the examples that prove them."""

    name: str
    event: str | None
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    path: Path


def load_frames(folder: Path) -> tuple[Frame, ...]:
    """The frames of every ``*.yml`` in ``folder``, by file name; an OntologyError names file and line where one is wrong."""
    return tuple(_frame(path) for path in sorted(folder.glob("*.yml")))


def _frame(path: Path) -> Frame:
    found = read_yaml(path)
    check_keys(found, ["event", "rules", "examples", "about"], path, "the frame")
    event = found.get("event")
    rules = tuple(_rule(name, body or {}, event, path) for name, body in found.get("rules", {}).items())
    if not rules:
        raise OntologyError(f"{path}:1: a frame needs at least one rule below 'rules:'")
    return Frame(path.stem, event, rules, tuple(_example(e, path) for e in found.get("examples", [])), path)


_RULE_KEYS = [
    "verbs",
    "roles",
    "tells",
    "nearby",
    "unless",
    "between",
    "before",
    "after",
    "confidence",
    "voices",
    "stative",
    "nominal",
    "source",
    "amount",
    "lists",
    "purpose",
    "about",
]


def _rule(name: str, body: dict[str, Any], event: str | None, path: Path) -> Rule:
    check_keys(body, _RULE_KEYS, path, f"rule {name!r}")
    roles = tuple(_role(n, r or {}, path) for n, r in body.get("roles", {}).items())
    known = {role.name for role in roles}
    between, slots = _between(body.get("between"), path)
    tells = tuple(_telling(t, path) for t in body.get("tells", []))
    for telling in tells:
        for role in (telling.subject, telling.object):
            if role not in known:
                raise OntologyError(
                    f"{path}:{line_of(path, role)}: rule {name!r} tells {telling.property!r} of a role {role!r} that it does not have; "
                    f"it has {', '.join(sorted(known))}"
                )
    if not tells or not (body.get("verbs") or between or body.get("source")):
        raise OntologyError(f"{path}:{line_of(path, name + ':')}: rule {name!r} needs 'tells' and one of 'verbs', 'between', 'source'")
    by_name = {role.name: role for role in roles}
    return Rule(
        id=f"{path.stem}.{name}",
        tells=tells,
        confidence=float(body.get("confidence", 0.8)),
        verbs=frozenset(_words(body.get("verbs"))),
        roles=roles,
        nearby=frozenset(_words(body.get("nearby"))),
        unless=frozenset(_words(body.get("unless"))),
        between=between,
        before=_pattern(body.get("before"), path),
        after=_pattern(body.get("after"), path),
        first=by_name[slots[0]].is_a if slots[0] else (),
        second=by_name[slots[1]].is_a if slots[1] else (),
        names=slots,
        voices=frozenset(_words(body.get("voices"))),
        stative=bool(body.get("stative", False)),
        nominal=bool(body.get("nominal", True)),
        source=str(body.get("source", "")),
        amount=bool(body.get("amount", False)),
        lists=bool(body.get("lists", False)),
        purpose=bool(body.get("purpose", False)),
        event=event,
    )


ROLE_KEYS = [
    "is",
    "case",
    "inside",
    "carried",
    "focus",
    "many",
    "words",
    "needed",
    "acts_for_body",
    "guess",
    "head",
    "also_inside",
    "topical",
]


def _role(name: str, body: dict[str, Any], path: Path) -> Role:
    check_keys(body, ROLE_KEYS, path, f"role {name!r}")
    return Role(
        name,
        tuple(_words(body.get("is"))),
        tuple(_words(body.get("case"))),
        inside=bool(body.get("inside", False)),
        carried=bool(body.get("carried", False)),
        focus=bool(body.get("focus", False)),
        many=bool(body.get("many", True)),
        words=frozenset(_words(body.get("words"))),
        needed=bool(body.get("needed", False)),
        acts_for_body=bool(body.get("acts_for_body", False)),
        guess=str(body.get("guess", "")),
        head=bool(body.get("head", True)),
        also_inside=bool(body.get("also_inside", False)),
        topical=bool(body.get("topical", False)),
    )


def _telling(found: Any, path: Path) -> Telling:
    """``property: subject -> object``; ``<->`` between the first and each other, ``<=>`` between every two.

    ``| planned`` gives a status of its own, ``| unless role`` holds it back where that role is filled.
    """
    if not isinstance(found, dict) or len(found) != 1:
        raise OntologyError(f"{path}:1: {found!r} is no telling; write 'property: role -> role'")
    ((name, text),) = found.items()
    match = re.fullmatch(r"(\w+) (->|<->|<=>) (\w+)(?: \| (actual|ongoing|planned|negated))?(?: \| unless (\w+))?", str(text).strip())
    if not match:
        raise OntologyError(
            f"{path}:{line_of(path, str(text))}: {text!r} is no telling; write 'role -> role', 'role <-> role' or 'role <=> role'"
        )
    return Telling(str(name), match[1], match[3], among=match[2] != "->", each=match[2] == "<=>", status=match[4], unless=match[5])


def _between(text: str | None, path: Path) -> tuple[re.Pattern[str] | None, tuple[str, str]]:
    """The pattern of the text between two slots, and the slots' names: ``<part>\\s산하\\s<whole>``."""
    if text is None:
        return None, ("", "")
    slots = _SLOT.findall(text)
    match = re.fullmatch(r"<(\w+)>(.*)<(\w+)>", text, re.DOTALL)
    if len(slots) != 2 or not match:
        raise OntologyError(f"{path}:{line_of(path, text)}: {text!r} must begin and end with a slot such as <agent> and have no third")
    return _pattern(match[2], path), (slots[0], slots[1])


def _example(found: Mapping[str, Any], path: Path) -> Example:
    check_keys(dict(found), ["text", "gives", "date"], path, "an example")
    text = str(found["text"])
    date = found.get("date")
    return Example(text, tuple(found.get("gives", [])), str(date) if date else None, path.name, line_of(path, text[:20]))


def _words(value: Any) -> list[str]:
    if value is None:
        return []
    return value.split() if isinstance(value, str) else [str(v) for v in value]


def _pattern(text: str | None, path: Path) -> re.Pattern[str] | None:
    if text is None:
        return None
    try:
        return re.compile(text)
    except re.error as error:
        raise OntologyError(f"{path}:{line_of(path, text)}: {text!r} is no regular expression: {error}") from error
