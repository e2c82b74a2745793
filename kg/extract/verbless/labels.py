"""Read relations from lines that begin with a label, as the outline of a release does: (일시·장소), (참석자), 주최/주관."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import zip_longest

from kg.extract.fitting import meant_as
from kg.extract.told import Told, told_of
from kg.ontology.frames import Role, Rule
from kg.ontology.grammar import Grammar
from kg.ontology.load import PLACE
from kg.ontology.pattern import any_of
from kg.ontology.schema import Schema
from kg.refer import OFFICE, Named
from kg.values import Sentence, Time

# What may stand before a label: the beginning of a line, or a sign or space behind another one.
_BEFORE = r"(?:^|(?<=\s))[^\w\s(\[<【]{0,2} ?"
# Letters that stand for a bullet.
_BULLET = "[ㅇoO]"
_SIGNS = r"(?: ?[/·ㆍ・‧․,&] ?| )"
# Up to so many letters of a word are set apart to fill its column: 참 석 자.
_SPACED = 3
# How far back a label that stands alone is looked for, in characters.
_LONGEST = 40
# What a line begins with that tells of a group of those whom the label above it lists, (업계), [獨] or - 기업 :, and how it looks: a
# label of its own, or the legal form of a body, tells of none.
_BEGINNING = rf"\s*(?:{_BULLET} |[^\w\s(\[]{{0,2}} ?)"
# A word before those of a label that stands in brackets: (간담회 참석자), [협약내용].
_SAYING = r"(?:[가-힣]{1,5} ?)?"
_BETWEEN = re.compile(r"\W*")
_FIRST = re.compile(r"\s*(\S)")


class Labels:
    """Reads the rules with ``source: label``, whose ``nearby`` are the words of their label; those of the grammar may stand beside them."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, grammar: Grammar) -> None:
        self._rules = [rule for rule in rules if rule.source == "label"]
        known = grammar.label_words.union(*(rule.nearby for rule in self._rules))
        spaced = {" ".join(word): word for word in known if len(word) <= _SPACED and " " not in word}
        self._meant = {word: word for word in known} | spaced
        words = any_of(self._meant)
        run = rf"{words}(?:{_SIGNS}?{words}){{0,3}}"
        bracketed = rf"[(\[<【] ?{_SAYING}{run} ?[)\]>】]"
        label = rf"{_BEFORE}(?:{bracketed} ?[:：]?|{run} ?[:：])"
        self._label = re.compile(label, re.MULTILINE)
        # Alone in its line a label needs no sign.
        self._alone = re.compile(rf"(?:{label}|^(?:{_BULLET} |[^\w\s(\[<【]{{0,2}} ?){run})\s*[^\w\s(]{{0,2}}\s*\Z", re.MULTILINE)
        self._word = re.compile(words)
        of_group = rf"(?:[(\[](?!{any_of(grammar.legal_letters)}[)\]])[가-힣一-龥· ]{{1,12}}[)\]]|[가-힣][가-힣·]{{0,9}} ?[:：])"
        self._group = re.compile(rf"{_BEGINNING}(?!{bracketed}|{run} ?[:：]){of_group}")
        self._grouped = frozenset[str]().union(*(rule.nearby for rule in self._rules if not rule.ungrouped))
        self._words = tuple(sorted(self._meant))
        # The last letter of a label's word, with the sign that stands behind it.
        self._close = re.compile(rf"{any_of(word[-1:] for word in self._meant)} ?[)\]>】:：\n]")
        self._closes: list[int] = []
        self._about = frozenset(class_ for rule in self._rules for class_ in rule.roles[1].is_a)
        self._schema, self._listed = schema, behind_one_of_a_list(grammar)
        self._open: tuple[set[str], int] = set(), 0
        self._sign = ""

    def begin(self, text: str) -> None:
        """Turn to another document."""
        self._open, self._sign = (set(), 0), ""
        # No label ends otherwise: a look that spares most sentences the two searches above.
        self._closes = [close.end() for close in self._close.finditer(text) if text.endswith(self._words, 0, close.start() + 1)]

    def read(self, text: str, sentence: Sentence, names: Sequence[Named], focus: Mapping[str, Named], day: Time | None) -> Iterator[Told]:
        """What labelled lines tell of the thing in focus: each fitting name behind a label is in the relation, on the ``day`` told.

        What a rule has as ``after`` must stand right behind the name.
        """
        for words, start, end in () if self._about.isdisjoint(focus) else self._segments(text, sentence):
            listed = [n for n in names if start <= n.start < end]
            for rule in (r for r in self._rules if words & r.nearby):
                filler, about = rule.roles[0], rule.roles[1]
                target = next((focus[c] for c in about.is_a if c in focus), None)
                for name in listed if target else ():
                    if rule.after and not rule.after.match(text, name.end):
                        continue
                    meant = meant_by(text, name, filler, self._schema, self._listed)
                    if meant and (filler.inside or not _in_parenthesis(text, start, name.start)):
                        slots = {filler.name: meant, about.name: target} if target else {}
                        yield from (told._replace(time=day) for told in told_of(rule, slots, sentence))

    def _segments(self, text: str, sentence: Sentence) -> Iterator[tuple[set[str], int, int]]:
        """The words of each label of a sentence, and from where to where it holds: to the next one, or the end of its line.

        A label that stood alone at the end of the sentence before holds for the beginning of this one, and for the lines below with the
        sign of the first; one whose list goes on does too.
        """
        labels = list(self._found(text, sentence))
        words, end = self._open
        if (
            not labels
            and words
            and _BETWEEN.fullmatch(text, end, sentence.start)
            and (self._goes_on(text, end, words) or _is_below(text, end, self._sign))
        ):
            self._open = words, self._end_of(text, sentence.start, sentence.end, words)
            yield words, sentence.start, self._open[1]
        for label, following in zip_longest(labels, labels[1:]):
            start = max(label.end(), sentence.start)
            words = {self._meant[word] for word in self._word.findall(label[0])}
            end = self._end_of(text, start, following.start() if following else sentence.end, words)
            self._open, self._sign = (words, end), _sign_below(text, label)
            yield words, start, end

    def _found(self, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The labels in the sentence, behind the one that stands alone before it."""
        before = max(0, sentence.start - _LONGEST)
        close = bisect_right(self._closes, before)
        if close < len(self._closes) and self._closes[close] <= sentence.end:
            yield from filter(None, [self._alone.search(text, before, sentence.start)])
            yield from self._label.finditer(text, sentence.start, sentence.end)

    def _end_of(self, text: str, start: int, limit: int, words: Set[str]) -> int:
        """The end of the line in which a list begins, or of the last one below that goes on with it."""
        end = text.find("\n", start, limit)
        while end >= 0 and self._goes_on(text, end, words):
            end = text.find("\n", end + 1, limit)
        return limit if end < 0 else end

    def _goes_on(self, text: str, end: int, words: Set[str]) -> bool:
        """Whether the list of a line that ends at ``end`` goes on in the next one, behind a comma or with another group.

        What the label's ``words`` head must be such as has groups.
        """
        return "," in text[end - 1 : end + 1] or (not words.isdisjoint(self._grouped) and self._group.match(text, end) is not None)


def behind_one_of_a_list(grammar: Grammar) -> re.Pattern[str]:
    """What stands behind one of a list."""
    return re.compile(rf" ?(?:[,·ㆍ/)]|{any_of(grammar.list_closers | grammar.plain_joiners)}|\Z|\n)")


def meant_by(text: str, name: Named, role: Role, schema: Schema, listed: re.Pattern[str]) -> Named | None:
    """What a name means in the role: a town or state that is one of a list may act; None where it fits in no way, as a post no place."""
    if PLACE in role.is_a and name.how == OFFICE:
        return None
    meant = meant_as(name, role, schema)
    return meant if meant is None or meant.key != name.twin or listed.match(text, name.end) else None


def _sign_below(text: str, label: re.Match[str]) -> str:
    """The sign of the lines that a label heads which stands alone in its own; an empty string where they have none, or the label's."""
    own, line, below = label[0].rpartition("\n")
    first = _FIRST.match(below) or _FIRST.match(text, label.end())
    sign = first[1] if line and first else ""
    return "" if sign.isalnum() or own.lstrip().startswith(sign) else sign


def _is_below(text: str, end: int, sign: str) -> bool:
    """Whether the line behind one that ends at ``end`` begins with the sign."""
    found = _FIRST.match(text, end) if sign else None
    return found is not None and found[1] == sign


def _in_parenthesis(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)
