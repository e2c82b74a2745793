"""Find the posts of a notice of appointments: a body behind its sign, below it whom it appoints (◇가온전자 ▲상무 정하람 ▲전무 이도윤)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.find.people.persons import Post
from kg.find.words import Atom
from kg.values import Span

# The sign before a body or heading, which atoms have as anything else.
_HEADING = "◇"
NOTICE = "notice"
_SURE = 0.95
# The body behind its sign, and an entry behind its own: several may come to one post, and a post may stand behind its holder.
_BODY = re.compile(r"[Oo](?=[vXnLOoUT]*(?:;|$))|U(?=[vXnLOoUT]*;)")
# Where the sign stood at the beginning of a line it is gone; before the body may stand in brackets that it is a notice, behind it a rank.
_ALONE = re.compile(r"(?:vXv)?(?P<body>[OoU])v{0,2}(?:[OLX]v)?(?:v[UX][LX]?)?(?=;(?:U?T)+N)")
_ENTRY = re.compile(r";(?:(?P<role>(?:U?T)+)(?P<people>N+)(?!T)|(?P<person>N)(?P<post>U?T))")


def noticed(text: str, atoms: Sequence[Atom], ranks: tuple[str, ...]) -> Iterator[Post]:
    """The posts of a line that is such a notice; of all others none. ``ranks`` are endings of headings that are none of a body (실장급)."""
    letters = "".join(atom.kind for atom in atoms)
    if ";" not in letters:
        return
    heads = [at for at, atom in enumerate(atoms) if atom.kind == "v" and text[atom.start : atom.end] == _HEADING]
    alone = _ALONE.match(letters)
    body = atoms[alone.start("body")] if alone else None
    for at, end in pairwise([0, *heads, len(atoms)]):
        found = _BODY.match(letters, at + 1, end) if at in heads else None
        body = atoms[found.start()] if found and not text.endswith(ranks, 0, atoms[found.start()].end) else body
        if body:
            for entry in _ENTRY.finditer(letters, at, end):
                yield from _entry(text, atoms, entry, body)


def _entry(text: str, atoms: Sequence[Atom], entry: re.Match[str], body: Atom) -> Iterator[Post]:
    """The posts that an entry gives its people."""
    first, last = entry.span("role") if entry["role"] else entry.span("post")
    role = text[atoms[first].start : atoms[last - 1].end]
    start, end = entry.span("people") if entry["people"] else entry.span("person")
    for at in range(start, end):
        name = Span(atoms[at].start, atoms[at].end)
        # The post stands beside the first of several.
        beside = (first, last) if at == start else (at, at + 1)
        reach = min(at, beside[0]), max(at + 1, beside[1])
        yield Post(atoms[reach[0]].start, atoms[reach[1] - 1].end, name, Span(body.start, body.end), role, NOTICE, _SURE, body.kind == "U")
