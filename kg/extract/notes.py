"""Find whom a footnote or parenthesis lists for a word that only counts or classes: 7개 기업*이 … * ㈜새길, ㈜가온; 2개사(KT, 네이버)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.extract.told import as_one_of
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT
from kg.ontology.pattern import any_of
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence

# How a name stands that a footnote gives for a word.
NOTED = "noted"
# The note stands below the paragraph, behind a few other notes and bullets.
_REACH = 1500
# A list is hardly more than its names: a heading, a sign of it, and how many more there are.
_PREFACE, _OWN = 12, 3
_SURE = 0.9
_STARS = re.compile(r"\*+")
# A word that points at a note is looked for so far before its stars, behind it may stand its gloss: 창업기업(스타트업)*.
_LONGEST = 30
_GLOSS = r"(?: ?\([^()\n]{1,16}\))?"
# In how many names of a list one may be of what is no body, since nothing shows it for one (a firm called as a technology is).
_STRAY = 4
_PARENTHESIS = re.compile(r"\([^()\n]*\)")
# A parenthesis with more than one in it.
_BRACKET = re.compile(r" ?\((?=[^()\n,·ㆍ․/]*[,·ㆍ․/])[^()\n]*\)")
_LETTER = re.compile(r"[가-힣A-Za-z]")


class Notes:
    """The footnotes and parentheses of one document that list bodies or people, by the word that points at them."""

    def __init__(self, grammar: Grammar, schema: Schema) -> None:
        nouns, number = any_of(grammar.body_nouns), rf"(?<=[\d{''.join(sorted(grammar.round_words))}])"
        self._pointing = re.compile(rf"({nouns}|{number}(?: ?{any_of(grammar.pieces)} )?{any_of(grammar.counters)}){_GLOSS}$")
        self._schema = schema
        self._listed: dict[tuple[int, int], list[Named]] = {}

    def begin(self, text: str, named: Sequence[Named]) -> None:
        """Find the lists of another document; ``named`` are its names in order."""
        self._listed.clear()
        for stars in _STARS.finditer(text):
            word = self._pointing.search(text, max(0, stars.start() - _LONGEST), stars.start())
            note = _note(stars[0]).search(text, stars.end(), stars.end() + _REACH) if word else None
            if word and note:
                names = self._names(text, note.end(), _end_of(text, note.end()), named)
                if names:
                    self._listed[word.span(1)] = names
        for bracket in _BRACKET.finditer(text):
            word = self._pointing.search(text, max(0, bracket.start() - _LONGEST), bracket.start())
            names = self._names(text, bracket.start() + 1, bracket.end(), named) if word else []
            # A second name of a body stands in a parenthesis alone.
            if word and len(names) > 1:
                self._listed[word.span(1)] = names

    def of(self, sentence: Sentence, names: Sequence[Named]) -> Sequence[Named]:
        """The names of the sentence, with those that are listed elsewhere in the place of the words that point at them."""
        if not self._listed:
            return names
        found = list(names)
        for (start, end), listed in self._listed.items():
            if sentence.start <= start < sentence.end and all(n.end <= start or end <= n.start for n in names):
                found += [name._replace(start=start, end=end) for name in listed]
        return sorted(found, key=lambda name: name.start) if len(found) > len(names) else names

    def _names(self, text: str, start: int, end: int, named: Sequence[Named]) -> list[Named]:
        """The bodies and people that stand in a list there, each once; none where the line is no mere list."""
        inside = [span.span() for span in _PARENTHESIS.finditer(text, start, end)]
        names = [n for n in named if start <= n.start < end and not any(first < n.start < last for first, last in inside)]
        bounds = [start, *(at for n in names for at in (n.start, n.end)), end]
        gaps = "".join(text[first:last] for first, last in list(pairwise(bounds))[::2])
        agents = [agent for n in names if (agent := as_one_of(n, (AGENT,), self._schema))]
        mere = len(_LETTER.findall(_PARENTHESIS.sub("", gaps))) <= _PREFACE + _OWN * len(names)
        if not mere or (len(names) - len(agents)) * _STRAY > len(agents):
            return []
        listed = sorted({n.key: n for n in reversed(agents)}.values(), key=lambda name: name.start)
        return [n._replace(confidence=n.confidence * _SURE, how=NOTED, listed=at > 0) for at, n in enumerate(listed)]


def _end_of(text: str, start: int) -> int:
    """The end of the line there, or of the next one where it breaks off behind a comma."""
    end = text.find("\n", start)
    while end > 0 and text[end - 1] == ",":
        end = text.find("\n", end + 1)
    return end if end >= 0 else len(text)


@cache
def _note(stars: str) -> re.Pattern[str]:
    """The beginning of the line that bears the same stars."""
    return re.compile(rf"^\W{{0,3}}?(?<!\*){re.escape(stars)}(?!\*)", re.MULTILINE)
