"""Find a name that was learnt in one place of a document in all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.find.aliases import ALIAS
from kg.find.bodies.bare import bare_units, owning_ends
from kg.find.cues import DEFINITE
from kg.ontology import Ontology
from kg.ontology.load import BODY, PERSON, PRODUCT
from kg.values import Mention, Sentence, TimeRef

# What the rule of a name begins with that the text has elsewhere in a place where it is sure.
AGAIN = "again."
_WORD = re.compile(r"[가-힣A-Za-z0-9]")
_HANGUL = re.compile(r"[가-힣]")


class Again:
    """Finds the further places of learnt names; holds only the tables."""

    def __init__(self, ontology: Ontology) -> None:
        self._names, self._authority, self._bodies = ontology.language.names, ontology.authority, ontology.types_of(BODY)

    def find(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], times: Iterable[TimeRef]) -> Iterator[Mention]:
        """Every further place at which a name that was learnt in this document stands as a word of its own."""
        learnt = {
            m.text: m
            for m in reversed(mentions)
            # A known name that needs a sign to be one needs it once in a text.
            if (m.authority is None or m.rule == ALIAS or self._is_cued(m)) and m.rule != DEFINITE and len(m.text) > 1
        }
        units = bare_units(mentions, learnt, self._names.faculties)
        learnt |= units
        owned = owning_ends(sentences, times, self._names.demonstratives) if units else frozenset()
        starts = {t.start for s in sentences for t in s.tokens}
        for name in sorted(learnt):
            first = learnt[name]
            rule = f"{AGAIN}{first.rule.removeprefix(AGAIN)}"
            for start in _places(text, name):
                end = start + len(name)
                # Alone a unit must act, or something be done with it, as behind its body.
                acts = self._names.unit_behind.match(text, end) or text.startswith(",", end)
                another = name in units and (start - 1 in owned or not acts)
                if start in starts and not another and _stands_alone(text, start, end, first.type):
                    yield Mention(start, end, name, first.type, first.authority, rule, first.confidence)

    def _is_cued(self, mention: Mention) -> bool:
        """Whether the mention is of a body or product that is known, and that something beside its name had to show."""
        row = self._authority.rows[mention.authority] if mention.authority else None
        return row is not None and (row.type in self._bodies or row.type == PRODUCT) and row.needs_cue(mention.text)


def _places(text: str, name: str) -> Iterator[int]:
    """Where the name stands in the text, no two places overlapping."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _stands_alone(text: str, start: int, end: int, type_: str) -> bool:
    if start and _WORD.match(text[start - 1]):
        return False
    after = text[end : end + 1]
    if type_ == PERSON or not after:
        return True
    return not (_WORD.match(after) and not _HANGUL.match(after))
