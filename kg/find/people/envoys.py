"""Find the states that envoys speak for, which stand inside their titles: 주한스웨덴대사."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kg.ontology.authority import Authority
from kg.ontology.load import PLACE
from kg.values import Mention, Sentence

ENVOY = "authority.envoy"


class Envoys:
    """Finds such states; holds only the pattern and the names."""

    def __init__(self, envoy: re.Pattern[str], authority: Authority) -> None:
        self._envoy = envoy
        self._authority = authority

    def find(self, text: str, sentence: Sentence, date: dt.date | None) -> Iterator[Mention]:
        """The state of each envoy of the sentence, as the body that acts."""
        for match in self._envoy.finditer(text, sentence.start, sentence.end):
            rows = self._authority.at(match["state"], date)
            if row := next((row for row in rows if row.type != PLACE), None):
                yield Mention(*match.span("state"), match["state"], row.type, row.id, ENVOY, 0.98)
