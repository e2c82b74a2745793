"""Find the posts of a notice of appointments: a body behind its sign, below it whom it appoints (◇가온전자 ▲상무 정하람 ▲전무 이도윤).

It may be one line or several, whose signs the reader has taken away: [인사] 특허청 / 국장급 승진 / 심사정책국장 정하람.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.find.people.atom import Atom
from kg.find.people.persons import Post
from kg.ontology.persons import Persons
from kg.values import Mention, Sentence, Span

# The sign before a body or heading, which atoms have as anything else.
_HEADING = "◇"
NOTICE, LISTED = "notice", "listed"
_SURE = 0.95
# The body behind its sign, and an entry behind its own: several may come to one post, and a post may stand behind its holder.
_BODY = re.compile(r"[Oo](?=[vXnLOoUT]*(?:;|$))|U(?=[vXnLOoUT]*;)")
# Where the sign stood at the beginning of a line it is gone; before the body may stand in brackets that it is a notice, behind it a rank.
_ALONE = re.compile(r"(?:vXv)?(?P<body>[OoU])v{0,2}(?:[OLX]v)?(?:v[UX][LX]?)?(?=;(?:U?T)+N)")
_POSTED = r"(?:(?P<role>(?:[XxnUL]?T)+)(?P<people>N+)(?!T)|(?P<person>N)(?P<post>U?T))"
_ENTRY, _FIRST = re.compile(f";{_POSTED}"), re.compile(rf"{_POSTED}(?:\([^)]*\))?")
# A post above those who come to it, in brackets or behind a sign, perhaps with how they do: <대표이사> ▲정하람, <부사장 승진> ▲정하람.
_UNDER = re.compile(r"v(?P<role>(?:[XxnUL]?T)+)(?P<how>[XUn])?v?(?P<people>(?:;N)++)(?![TW])")
# The signs of lines; what a line has that tells more than a post; and how a sentence ends.
_SIGNS = " ◇◆■□▲△▶▷●○"
_OPENERS, _CLOSERS = "<〈‹《[【(", " ]>〉›》】)"
_TELLS, _ENDINGS = frozenset("pjkG"), frozenset({"EF", "SF"})


class Notice:
    """The notice that lines of one document may be; it remembers the body of which the last of them was."""

    def __init__(self, persons: Persons, bodies: frozenset[str]) -> None:
        self._heading, self._ranks, self._bodies = persons.notice_heading, persons.rank_endings, bodies
        self._reporters, self._honoured = persons.byline_titles, persons.honoured_endings
        self._open = self._appoints = False
        self._body: Atom | None = None

    def read(self, text: str, sentence: Sentence, here: Sequence[Mention]) -> None:
        """Takes note of what a line says of the body of those that follow; ``here`` are its names."""
        heading = self._heading.match(text, sentence.start, sentence.end)
        start = heading.end() if heading else sentence.start
        alone = start + len(text[start : sentence.end]) - len(text[start : sentence.end].lstrip(_SIGNS))
        named = next((m for m in here if m.start == alone and m.type in self._bodies), None)
        rest = text[named.end : sentence.end].strip() if named else ""
        # In brackets behind it may stand the rank to which those below it come.
        whole = named is not None and (not rest or (rest[0] in _OPENERS and rest.rstrip(_CLOSERS).endswith(self._ranks)))
        begins = heading is not None or (whole and text.startswith(_HEADING, start))
        # A body behind its sign may as well head those who come or answer questions: it says of nobody that he was appointed.
        self._appoints |= heading is not None or text[start : sentence.end].rstrip(_CLOSERS).endswith(self._ranks)
        if begins or (self._open and whole):
            self._open = True
            self._body = Atom("O", named.start, named.end) if named else None
        elif sentence.tokens[-1].tag in _ENDINGS:
            self._open, self._appoints, self._body = False, False, None

    def posts(self, text: str, atoms: Sequence[Atom]) -> Iterator[Post]:
        """The posts of a line that is such a notice or goes one on; of all others none."""
        letters = "".join(atom.kind for atom in atoms)
        above = self._body if self._open and not _TELLS.intersection(letters) else None
        if ";" not in letters and not above:
            return
        heads = [at for at, atom in enumerate(atoms) if atom.kind == "v" and text[atom.start : atom.end] == _HEADING]
        alone = _ALONE.match(letters)
        body = atoms[alone.start("body")] if alone else above
        for at, end in pairwise([0, *heads, len(atoms)]):
            found = _BODY.match(letters, at + 1, end) if at in heads else None
            body = atoms[found.start()] if found and not text.endswith(self._ranks, 0, atoms[found.start()].end) else body
            sign = letters.find(";", at, end)
            if body and not (sign > 0 and text[: atoms[sign].start].rstrip(_CLOSERS).endswith(self._honoured)):
                rule = NOTICE if self._appoints or body is not above else LISTED
                for entry in _ENTRY.finditer(letters, at, end):
                    yield from _entry(text, atoms, entry, body, rule)
                for under in _UNDER.finditer(letters, at, end):
                    if not under["how"] or text.endswith(self._ranks, 0, atoms[under.start("how")].end):
                        yield from _under(text, atoms, under, body, rule)
        if above and (first := _FIRST.fullmatch(letters)):
            listed = _entry(text, atoms, first, above, NOTICE if self._appoints else LISTED)
            yield from (post for post in listed if post.role not in self._reporters)


def _under(text: str, atoms: Sequence[Atom], under: re.Match[str], body: Atom, rule: str) -> Iterator[Post]:
    """The posts of those who stand below one."""
    first, last = under.span("role")
    role = text[atoms[first].start : atoms[last - 1].end]
    for atom in atoms[slice(*under.span("people"))]:
        if atom.kind == "N":
            yield Post(atom.start, atom.end, Span(atom.start, atom.end), Span(body.start, body.end), role, rule, _SURE, body.kind == "U")


def _entry(text: str, atoms: Sequence[Atom], entry: re.Match[str], body: Atom, rule: str) -> Iterator[Post]:
    """The posts that an entry gives its people."""
    first, last = entry.span("role") if entry["role"] else entry.span("post")
    role = text[atoms[first].start : atoms[last - 1].end]
    start, end = entry.span("people") if entry["people"] else entry.span("person")
    for at in range(start, end):
        name = Span(atoms[at].start, atoms[at].end)
        # The post stands beside the first of several.
        beside = (first, last) if at == start else (at, at + 1)
        reach = min(at, beside[0]), max(at + 1, beside[1])
        yield Post(atoms[reach[0]].start, atoms[reach[1] - 1].end, name, Span(body.start, body.end), role, rule, _SURE, body.kind == "U")
