"""Make bodies of houses and centres that somebody works in or heads: 한울박물관 정하람 학예연구관, 새길센터(센터장 김하늘)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.find.cues import CUE
from kg.ontology.load import GOVERNMENT, PLACE, PRODUCT
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.persons import Persons
from kg.values import Mention

_HOUSES = frozenset({PLACE, PRODUCT})


class Staffed:
    """Finds such houses among places and products; holds only the patterns."""

    def __init__(self, names: Names, persons: Persons) -> None:
        self._endings = names.staffed
        title = any_of(persons.titles | set(persons.title_endings))
        name = rf"{any_of(persons.surnames)}[가-힣]{{2}}"
        member = rf"(?P<member>{name}) (?:[가-힣]{{1,8}}?)?{title}(?![가-힣]{{2}})"
        self._staff = re.compile(rf"\*{{0,2}}(?: {member}|\({title} ?:? ?{name}[,)])")
        self._common = persons.not_names

    def tell(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions, with each place or product that its class word alone showed, and that has people, as the body that it is."""
        houses = (m for m in mentions if m.type in _HOUSES and m.rule.startswith(CUE) and m.text.endswith(self._endings))
        bodies = {m.text for m in houses if self._has_people(text, m.end)}
        return [replace(m, type=GOVERNMENT) if m.text in bodies and m.type in _HOUSES else m for m in mentions] if bodies else [*mentions]

    def _has_people(self, text: str, end: int) -> bool:
        staff = self._staff.match(text, end)
        return staff is not None and staff["member"] not in self._common
