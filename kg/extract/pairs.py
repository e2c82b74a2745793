"""Read relations between two neighbouring names from the text that stands between them, and from names in cued sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.told import Told
from kg.ontology.frames import Rule, Telling
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence

LONGEST_GAP = 40
_AFTER = 60


class Pairs:
    """Reads the rules that have ``between`` or ``source: named``."""

    def __init__(self, rules: Sequence[Rule], schema: Schema) -> None:
        self._links = [rule for rule in rules if rule.between is not None]
        self._cued = [rule for rule in rules if rule.source == "named"]
        self._schema = schema

    def links(self, text: str, sentence: Sentence, names: Sequence[Named]) -> Iterator[Told]:
        """Relations of each name with the next one or the one after it, where a pattern spans the gap."""
        for at, first in enumerate(names):
            for second in names[at + 1 : at + 3]:
                gap = text[first.end : second.start]
                if len(gap) <= LONGEST_GAP and first.key != second.key:
                    yield from self._link(text, sentence, first, second, gap)

    def _link(self, text: str, sentence: Sentence, first: Named, second: Named, gap: str) -> Iterator[Told]:
        for rule in self._links:
            assert rule.between is not None  # noqa: S101 - chosen by it in the constructor; for the type checker
            if not (self._is_one(first, rule.first) and self._is_one(second, rule.second) and rule.between.fullmatch(gap)):
                continue
            if rule.before and not rule.before.search(text[max(sentence.start, first.start - _AFTER) : first.start]):
                continue
            if rule.after and not rule.after.match(text[second.end : min(sentence.end, second.end + _AFTER)]):
                continue
            slots = {rule.names[0]: first, rule.names[1]: second}
            sure = rule.confidence * min(first.confidence, second.confidence)
            for telling in rule.tells:
                yield _told(rule, telling, slots, sentence, sure)

    def cued(self, text: str, sentence: Sentence, names: Sequence[Named], focus: dict[str, Named]) -> Iterator[Told]:
        """The relation of every fitting name of a sentence that has a cue word with the thing in focus."""
        for rule in self._cued:
            said = text[sentence.start : sentence.end]
            if not any(word in said for word in rule.nearby) or any(word in said for word in rule.unless):
                continue
            subject_role, object_role = rule.roles[0], rule.roles[1]
            target = next((focus[c] for c in object_role.is_a if c in focus), None)
            if target is None:
                continue
            for name in names:
                if self._is_one(name, subject_role.is_a) and name.key != target.key and name.how == "name" and self._inside(text, sentence, name, subject_role.inside):
                    slots = {subject_role.name: name, object_role.name: target}
                    yield from (_told(rule, telling, slots, sentence, rule.confidence * name.confidence) for telling in rule.tells)

    def _inside(self, text: str, sentence: Sentence, name: Named, wanted: bool) -> bool:
        """Whether the name stands in a parenthesis, where the rule wants that."""
        return not wanted or text.count("(", sentence.start, name.start) > text.count(")", sentence.start, name.start)

    def _is_one(self, name: Named, classes: Sequence[str]) -> bool:
        return any(self._schema.is_a(name.type, class_) for class_ in classes)


def _told(rule: Rule, telling: Telling, slots: dict[str, Named], sentence: Sentence, confidence: float) -> Told:
    return Told(rule, telling.property, slots[telling.subject], slots[telling.object], sentence, telling.status or "actual", confidence)
