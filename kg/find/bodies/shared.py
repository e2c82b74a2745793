"""Find known bodies that share the end of their names with the last of a list: 기재·행안·국토부, 산업·기업은행."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from kg.ontology.authority import Authority, Row
from kg.ontology.load import BODY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.schema import Schema
from kg.values import Mention

SHARED = "authority.shared"
_SURE = 0.93
# The list before the last name, without spaces; hardly one is longer.
_BEFORE = re.compile(r"(?<![가-힣\w])(?:[가-힣]{1,8}[·ㆍ‧․])+\Z")
_SIGNS = frozenset("·ㆍ‧․")
_PART = re.compile(r"[가-힣]+")
_LONGEST = 60


class SharedEnds:
    """Finds them before a known body; holds only the tables."""

    def __init__(self, authority: Authority, names: Names, schema: Schema) -> None:
        self._authority, self._schema = authority, schema
        self._end = re.compile(rf"{any_of(names.shared_ends)}\Z")

    def find(self, text: str, known: Sequence[Mention], date: dt.date | None) -> Iterator[Mention]:
        """The bodies before each of the ``known`` ones, where every member of the list is known with the end of the last."""
        for last in known:
            if text[last.start - 1 : last.start] not in _SIGNS or not self._schema.is_a(last.type, BODY):
                continue
            end, before = self._end.search(last.text), _BEFORE.search(text, max(0, last.start - _LONGEST), last.start)
            if end and before:
                parts = list(_PART.finditer(text, *before.span()))
                rows = [self._row(part[0] + end[0], date) or self._row(part[0], date) for part in parts]
                if all(rows):
                    found = zip(parts, rows, strict=True)
                    yield from (Mention(*part.span(), part[0], row.type, row.id, SHARED, _SURE) for part, row in found if row)

    def _row(self, name: str, date: dt.date | None) -> Row | None:
        return next((row for row in self._authority.at(name, date) if self._schema.is_a(row.type, BODY)), None)
