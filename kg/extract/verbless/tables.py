"""Read relations from tables whose head names a column by a label: 분야 | 선정대학 over cells with names alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from kg.extract.told import Told, told_of
from kg.extract.verbless.labels import behind_one_of_a_list, meant_by
from kg.ontology.frames import Rule
from kg.ontology.grammar import Grammar
from kg.ontology.schema import Schema
from kg.refer import Named, Referred
from kg.values import Block, Document

TABLE = "table"
# The kinds of blocks that a cell may be taken for, and how long such a block is at most.
_CELLS, _LONGEST = frozenset({TABLE, "paragraph"}), 90
# In how many lines of a table its head stands.
_HEAD = 8
# A cell has hardly more than its names: letters outside them and of parentheses.
_OWN = 3
_ASIDE = re.compile(r"\([^()\n]*\)|\s")
_LETTER = re.compile(r"[가-힣A-Za-z]")
_SIGNS = " <>【】[]()「」*"


class Tables:
    """Reads the rules with ``source: label`` whose label heads a column, or stands at the end of the heading above."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, grammar: Grammar) -> None:
        of_labels = [rule for rule in rules if rule.source == "label" and not rule.after]
        self._rules = [(rule, {word.replace(" ", "") for word in rule.nearby}) for rule in of_labels]
        self._words = {word for _, words in self._rules for word in words}
        self._schema, self._listed = schema, behind_one_of_a_list(grammar)

    def read(self, referred: Referred, focus: Mapping[str, Named]) -> Iterator[Told]:
        """What the tables of a document tell of the things in ``focus``, by their class."""
        document = referred.findings.analysis.document
        for blocks in _tables(document):
            labels = self._labels(document, blocks)
            rules = [rule for rule, words in self._rules if not words.isdisjoint(labels)]
            if rules:
                names = _between(referred.named, blocks[0].start, blocks[-1].end)
                alone = [name for name in names if _is_alone(document.text, name, names)]
                for rule in rules:
                    yield from self._told(rule, alone, focus, referred)

    def _labels(self, document: Document, blocks: Sequence[Block]) -> set[str]:
        """The labels that the table's head has, and the heading above it."""
        above = document.blocks.index(blocks[0]) - 1
        lines = [line for block in blocks[:_HEAD] for line in document.text[block.start : block.end].split("\n")][:_HEAD]
        found = self._words.intersection(_ASIDE.sub("", line) for line in lines)
        if above >= 0 and document.blocks[above].kind == "heading":
            heading = document.text[document.blocks[above].start : document.blocks[above].end].strip(_SIGNS)
            found |= {word for word in self._words if _ASIDE.sub("", heading).endswith(word)}
        return found

    def _told(self, rule: Rule, names: Sequence[Named], focus: Mapping[str, Named], referred: Referred) -> Iterator[Told]:
        filler, about = rule.roles[0], rule.roles[1]
        target = next((focus[class_] for class_ in about.is_a if class_ in focus), None)
        analysis = referred.findings.analysis
        for name in names if target else ():
            meant = meant_by(analysis.document.text, name, filler, self._schema, self._listed)
            if meant and target:
                yield from told_of(rule, {filler.name: meant, about.name: target}, analysis.sentence_at(name.start))


def _tables(document: Document) -> Iterator[list[Block]]:
    """The blocks of each table, with short paragraphs between its cells."""
    table: list[Block] = []
    between: list[Block] = []
    for block in document.blocks:
        if block.kind == TABLE:
            table += [*between, block] if table else [block]
            between = []
        elif table and block.kind in _CELLS and block.end - block.start < _LONGEST:
            between.append(block)
        elif table:
            yield table
            table, between = [], []
    if table:
        yield table


def _between(named: Sequence[Named], start: int, end: int) -> Sequence[Named]:
    first, last = (bisect_left(named, place, key=attrgetter("start")) for place in (start, end))
    return named[first:last]


def _is_alone(text: str, name: Named, names: Sequence[Named]) -> bool:
    """Whether the line of a name has nothing but names, none of them in a parenthesis."""
    start, end = text.rfind("\n", 0, name.start) + 1, text.find("\n", name.end)
    end = len(text) if end < 0 else end
    if text.count("(", start, name.start) > text.count(")", start, name.start):
        return False
    rest, at = "", start
    for other in (n for n in names if start <= n.start < end):
        rest += text[at : other.start]
        at = max(at, other.end)
    return len(_LETTER.findall(_ASIDE.sub("", rest + text[at:end]))) <= _OWN
