"""Find known bodies that are called by the beginning of their name and the first syllable of its last word: 국민통합위, 교통연, 화학硏."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.find.cues import Cues
from kg.ontology.authority import Authority, Row
from kg.ontology.load import BODY, PLACE
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.schema import Schema
from kg.values import Mention, Sentence

SHORTENED = "authority.shortened"
_SURE = 0.93
# So far before the ending the name or its number begins.
_REACH = 20


class Shortened:
    """Finds them by the names that a table makes of the short one; holds only the tables.

    They are no aliases of the rows: the analyser would take 금융연 for a word and cut 금융연구회 behind it.
    """

    def __init__(self, authority: Authority, names: Names, schema: Schema, cues: Cues) -> None:
        self._authority, self._schema, self._forms = authority, schema, names.shortened_bodies
        self._shared = names.shortened_shared
        self._short = re.compile(rf"{any_of(self._forms)}(?={names.short_behind})")
        # What stands before the ending in the same word; one with its number is another: 제4기 국민통합위.
        self._stem = re.compile(rf"(?P<number>{names.ordinals.pattern} )?(?<![가-힣A-Za-z0-9])(?P<stem>[가-힣A-Za-z0-9]{{2,12}})\Z")
        self._body_before = re.compile(r"(?P<word>[가-힣A-Za-z0-9]{2,20}?)의? \Z")
        self._cues = cues
        self._own = frozenset(row.id for row in authority.at(names.government))
        self._full = lru_cache(maxsize=1 << 12)(self._row)

    def find(self, text: str, sentence: Sentence, date: dt.date | None, known: Sequence[Mention]) -> Iterator[Mention]:
        """The short names of the sentence for which one of the full ones is known; ``known`` are the names found so far."""
        for found in self._short.finditer(text, sentence.start, sentence.end):
            name = self._stem.search(text, max(sentence.start, found.start() - _REACH), found.start())
            row = self._full(name["stem"], found[0], date) if name and not name["number"] else None
            if name and row and not self._is_others(text[sentence.start : name.start("stem")], row, name.start("stem"), known):
                start, end = name.start("stem"), found.end()
                yield Mention(start, end, text[start:end], row.type, row.id, SHORTENED, _SURE)

    def _is_others(self, before: str, row: Row, start: int, known: Sequence[Mention]) -> bool:
        """Whether the body or place right before the name has one of its own so called: 새길시의회 환경노동위, not 국회 환경노동위."""
        word = self._body_before.search(before)
        if word is None:
            return False
        ends = (start - 1, start - len(word[0]) + len(word["word"]))
        owner = next((m for m in known if m.end in ends and (m.type == PLACE or self._schema.is_a(m.type, BODY))), None)
        if owner:
            return self._own.union(self._above(row)).isdisjoint({owner.authority})
        class_ = self._cues.class_of(word["word"])
        return class_ is not None and (class_[0] == PLACE or class_[0] in self._cues.bodies)

    def _above(self, row: Row) -> Iterator[str]:
        """The bodies that the row's body is part of."""
        while row.parent:
            yield row.parent
            row = self._authority.rows[row.parent]

    def _row(self, stem: str, end: str, date: dt.date | None) -> Row | None:
        """The only body that the stem names with one of the endings for which the short one stands."""
        if stem in self._shared:
            return None
        named = (row for form in self._forms[end] for row in self._authority.at(form.format(stem), date))
        rows = {row.id: row for row in named if self._schema.is_a(row.type, BODY)}
        return next(iter(rows.values())) if len(rows) == 1 else None
