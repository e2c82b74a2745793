"""Read relations from lines that begin with a label, as the outline of a release does: (일시·장소), (참석자), 주최/주관."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from kg.extract.told import Told, told_of
from kg.ontology.frames import Rule
from kg.ontology.pattern import any_of
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence, Time

# What may stand before a label: the beginning of a line, or a sign or space behind another one.
_BEFORE = r"(?:^|(?<=\s))[^\w\s(\[<【]{0,2} ?"
_SIGNS = r"(?: ?[/·ㆍ・‧․,&] ?| )"
# How far back a label that stands alone is looked for, in characters.
_LONGEST = 40
_END_OF_LINE = re.compile(r"\n|$")


class Labels:
    """Reads the rules with ``source: label``, whose ``nearby`` are the words of their label; ``others`` may stand beside these."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, others: frozenset[str]) -> None:
        self._rules = [rule for rule in rules if rule.source == "label"]
        known = others.union(*(rule.nearby for rule in self._rules))
        words = any_of(known)
        run = rf"{words}(?:{_SIGNS}?{words}){{0,3}}"
        label = rf"{_BEFORE}(?:[(\[<【] ?({run}) ?[)\]>】] ?[:：]?|({run}) ?[:：])"
        self._label = re.compile(label, re.MULTILINE)
        self._alone = re.compile(rf"{label}\s*[^\w\s(]{{0,2}}\s*\Z", re.MULTILINE)
        self._word = re.compile(words)
        # No label ends otherwise: a look that spares most sentences the two searches above.
        self._close = re.compile(rf"{words} ?[)\]>】:：]")
        self._about = frozenset(class_ for rule in self._rules for class_ in rule.roles[1].is_a)
        self._schema = schema

    def read(self, text: str, sentence: Sentence, names: Sequence[Named], focus: Mapping[str, Named], day: Time | None) -> Iterator[Told]:
        """What labelled lines tell of the thing in focus: each fitting name behind a label is in the relation, on the ``day`` told."""
        for words, start, end in () if self._about.isdisjoint(focus) else self._segments(text, sentence):
            listed = [n for n in names if start <= n.start < end]
            for rule in (r for r in self._rules if words & r.nearby):
                filler, about = rule.roles[0], rule.roles[1]
                target = next((focus[c] for c in about.is_a if c in focus), None)
                for name in listed if target else ():
                    if self._schema.is_any(name.type, filler.is_a) and (filler.inside or not _in_parenthesis(text, start, name.start)):
                        slots = {filler.name: name, about.name: target} if target else {}
                        yield from (told._replace(time=day) for told in told_of(rule, slots, sentence))

    def _segments(self, text: str, sentence: Sentence) -> Iterator[tuple[set[str], int, int]]:
        """The words of each label of a sentence, and from where to where it holds: to the next one, or the end of its line.

        A label that stood alone at the end of the sentence before holds for the beginning of this one.
        """
        before = max(0, sentence.start - _LONGEST)
        if not self._close.search(text, before, sentence.end):
            return
        alone = self._alone.search(text, before, sentence.start)
        labels = [*filter(None, [alone]), *self._label.finditer(text, sentence.start, sentence.end)]
        for label, following in zip_longest(labels, labels[1:]):
            start = max(label.end(), sentence.start)
            line = _END_OF_LINE.search(text, start, sentence.end)
            end = min(following.start() if following else sentence.end, line.start() if line else sentence.end)
            yield set(self._word.findall(label[1] or label[2])), start, end


def _in_parenthesis(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)
