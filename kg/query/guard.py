"""What a query says at the surface: whether it is one, whom it would call, and which graphs it names.

Oxigraph's parser knows no tokens: it reads ``SERVICEex:a`` as a call, and ``?a<?b)SERVICE?x#>`` as a comparison, a call and a comment,
where the specification's longest match sees a name and an IRI. So what could hide a call in either reading is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import UsageError

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | \'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'
        | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:\w[\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<word>\w+)
      | (?P<escape>\\[uU])""",
    re.VERBOSE | re.DOTALL,
)
# An IRI that cannot also be read as "less than" with something behind it: // has no meaning there, nor has a name before >.
_CLEAR = re.compile(r"<(?:https?://.*|[\w:/.%~@-]*)>", re.DOTALL)
_QUERIES = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_DEEPEST = 200  # brackets within brackets; some thousands end the process of the parser, which goes down into each
_BRACKET = re.compile(r"[(\[{]|[)\]}]")
_GLUE = re.compile(r"[\w:%>)\]?\"']")  # before a variable it may make the sign ? or $ another thing's


@dataclass(frozen=True, slots=True)
class Surface:
    """``dataset`` tells whether the query has FROM; ``graphs`` are the IRIs there that could be made out."""

    dataset: bool
    graphs: tuple[str, ...]


def look(sparql: str, prefixes: Mapping[str, str]) -> Surface:
    """The surface of a query. Raises UsageError for an update, for SERVICE, for what could hide it, and for more than 200 open brackets."""
    every = list(_TOKEN.finditer(sparql))
    _check_depth(sparql, every)
    tokens = [found for found in every if found.lastgroup != "comment"]
    for found in tokens:
        _check(sparql, found)
    words = (found for found in tokens if found.lastgroup == "word")
    head = next((found for found in words if found[0].upper() in _QUERIES | _UPDATES), None)
    if head and head[0].upper() in _UPDATES:
        told = f"{head[0].upper()} is refused: the store is read-only here; it answers {', '.join(sorted(_QUERIES))}"
        raise UsageError(f"{_place(sparql, head.start())}: {told}")
    return Surface(*_dataset(tokens, dict(prefixes)))


def _check_depth(sparql: str, tokens: list[re.Match[str]]) -> None:
    depth, at = 0, 0
    for start, end in (*(found.span() for found in tokens), (len(sparql), len(sparql))):
        for found in _BRACKET.finditer(sparql, at, start):
            depth += 1 if found[0] in "([{" else -1
            if depth > _DEEPEST:
                raise UsageError(f"{_place(sparql, found.start())}: more than {_DEEPEST} brackets within one another are refused")
        at = end


def _check(sparql: str, found: re.Match[str]) -> None:
    reason = _reason(sparql, found)
    if reason:
        raise UsageError(f"{_place(sparql, found.start())}: {reason}")


def _reason(sparql: str, found: re.Match[str]) -> str:
    text, kind = found[0], found.lastgroup
    if kind == "escape":
        return "\\u is refused outside strings and IRIs"
    if kind == "iri" and not _CLEAR.fullmatch(text):
        return f"{text[:60]!r} may be an IRI or a comparison; write a space behind <, or the IRI in full"
    if kind == "word":
        return _CALL if "service" in text.lower() else ""
    if kind == "name":
        return _CALL if "service" in text.split(":")[0].lower() else ""
    if kind == "variable" and "service" in text.lower() and _GLUE.match(sparql, max(found.start() - 1, 0)) and found.start():
        return f"{text!r} needs a space before it"
    return ""


_CALL = "SERVICE is refused: a query may not call another server"


def _dataset(tokens: list[re.Match[str]], prefixes: dict[str, str]) -> tuple[bool, tuple[str, ...]]:
    graphs, dataset, rest = [], False, iter(tokens)
    for found in rest:
        word = found[0].upper() if found.lastgroup == "word" else ""
        if word == "PREFIX":
            _declare(rest, prefixes)
        elif word == "FROM":
            dataset = True
            graphs.append(_graph(rest, prefixes))
    return dataset, tuple(graph for graph in graphs if graph)


def _declare(rest: Iterator[re.Match[str]], prefixes: dict[str, str]) -> None:
    name, iri = next(rest, None), next(rest, None)
    if name and iri and iri.lastgroup == "iri":
        prefixes[name[0].removesuffix(":")] = iri[0][1:-1]


def _graph(rest: Iterator[re.Match[str]], prefixes: Mapping[str, str]) -> str | None:
    """The IRI behind FROM or FROM NAMED; None for one that a BASE would have to complete."""
    found = next(rest, None)
    if found and found[0].upper() == "NAMED":
        found = next(rest, None)
    if found is None or found.lastgroup not in ("iri", "name"):
        return None
    if found.lastgroup == "iri":
        return found[0][1:-1] if ":" in found[0] else None
    prefix, _, local = found[0].partition(":")
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", local) if prefix in prefixes else None


def _place(text: str, at: int) -> str:
    line_start = text.rfind("\n", 0, at) + 1
    return f"line {text.count(chr(10), 0, at) + 1}, column {at - line_start + 1}"
