"""Read what a sentence names of the thing that it speaks of: 도약 사업은 양자컴퓨팅 분야의 새싹기업이 자라도록 돕는 사업이다."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clauses.clause import Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.fitting import is_filler
from kg.extract.told import Told, told_of
from kg.ontology.frames import Rule
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence


class Themes:
    """Reads the rules with ``source: theme``, whose first role is the theme and whose second is what the sentence says behind it."""

    def __init__(self, rules: Sequence[Rule], schema: Schema) -> None:
        self._rules = [rule for rule in rules if rule.source == "theme"]
        self._schema = schema
        # Most sentences speak of nothing that a rule knows: one look spares them all others.
        self._may_be = frozenset(c for c in schema.classes if any(schema.is_any(c, rule.roles[0].is_a) for rule in self._rules))

    def read(self, text: str, sentence: Sentence, names: Sequence[Named], clauses: Sequence[Clause]) -> Iterator[Told]:
        """What the rules tell of the first topic of the sentence and the names behind it, up to the next topic."""
        first = next((c.topic for c in clauses if c.topic), None)
        if first is None or self._may_be.isdisjoint(name.type for name in first.names):
            return
        topics = list({c.topic.start: c.topic for c in clauses if c.topic}.values())
        for rule in self._rules:
            theme, said = rule.roles
            themes = [name for name in topics[0].names if is_filler(text, name, theme, self._schema)]
            for name in self._behind(topics, names) if themes else ():
                if is_filler(text, name, said, self._schema) and (rule.after is None or rule.after.match(text, name.end, sentence.end)):
                    for about in themes:
                        yield from told_of(rule, {theme.name: about, said.name: name}, sentence)

    def _behind(self, topics: Sequence[Phrase], names: Sequence[Named]) -> Iterator[Named]:
        end = topics[1].start if len(topics) > 1 else None
        yield from (n for n in names if n.start >= topics[0].end and (end is None or n.start < end))
