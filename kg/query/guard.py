"""What a query may not do: change the store, or call another server."""

from __future__ import annotations

import re

from kg.errors import UsageError

# What is left when comments, IRIs, strings, variables, prefixed names and language tags are blanked: keywords, numbers, signs.
_BLANKED = re.compile(
    r"""\#[^\r\n]*
      | <[^<>"{}|^`\\\x00-\x20]*>
      | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | \'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'
      | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
      | [?$]\w+
      | (?:\w[\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*
      | @[A-Za-z]+(?:-[A-Za-z0-9]+)*""",
    re.VERBOSE | re.DOTALL,
)
_HEAD = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
_QUERIES = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def check_harmless(sparql: str) -> None:
    """Raises UsageError for an update, and for SERVICE, which would send parts of the graph to another server.

    Codepoint escapes are refused outside strings and IRIs too, since they could spell either.
    """
    bare = _BLANKED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), sparql)
    refused = (("SERVICE", "SERVICE is refused: a query may not call another server"), (r"\\u", "\\u is refused outside strings"))
    for pattern, what in refused:
        found = re.search(pattern, bare, re.IGNORECASE)
        if found:
            raise UsageError(f"line {_line(bare, found)}: {what}")
    head = _HEAD.search(bare)
    if head and head[1].upper() not in _QUERIES:
        raise UsageError(f"line {_line(bare, head)}: {head[1]} is refused: the store may be asked ({', '.join(_QUERIES)}), not changed")


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
