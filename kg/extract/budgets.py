"""Know what a programme costs and when it runs: what stands in a parenthesis behind its name, before it, and beside its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.days import days_of
from kg.extract.status import PRESENT
from kg.extract.told import Told
from kg.find.within import Within
from kg.ontology.grammar import Grammar
from kg.ontology.load import POLICY
from kg.ontology.pattern import any_of
from kg.refer import Named, Referred
from kg.values import Quantity, Sentence, Time, TimeRef

# A parenthesis right behind a name, or behind its closing quotation mark.
_NOTE = re.compile(r"[’”'\"」』｣>]?\*{0,2} ?\(([^()\n]{2,60})\)")
_DAY = re.compile(r"\d-\d\d-")
# How far from a sum the word stands that makes it a budget, how far from a name its year, and from a sum its years, in characters.
_BEFORE, _BEHIND, _NEAR, _WITH, _CLOSE = 14, 10, 20, 40, 16
# How many sentences behind the name of a programme a line of its outline may stand.
_OUTLINE = 8


class BudgetWords(NamedTuple):
    """What stands beside a programme's budget, before a sum that is for each of many, and at the head of an outline's line about money."""

    budget: re.Pattern[str]
    share: re.Pattern[str]
    label: re.Pattern[str]


def budget_words(grammar: Grammar) -> BudgetWords:
    """The words of the grammar, to look for."""
    budget = any_of(grammar.budget_words)
    label = rf"(?:\w )?[^\w(]{{0,4}}[(\[<【]?\s?[가-힣 ]{{0,6}}{budget}[가-힣 ]{{0,4}}\s?[)\]>】:]"
    return BudgetWords(re.compile(budget), re.compile(any_of(grammar.share_words)), re.compile(label))


class Budgets:
    """The sums and times of the programmes of one document."""

    def __init__(self, referred: Referred, words: BudgetWords) -> None:
        findings = referred.findings
        self._text, self._today = findings.analysis.document.text, findings.analysis.document.date
        self._times, self._money = Within(findings.times), Within(findings.quantities)
        self._words = words
        self._noted: dict[str, str] = {}
        self._sums: dict[str, str] = {}
        self._years: dict[str, Time] = {}
        named = Within(n for n in referred.named if n.type == POLICY)
        last: Sequence[Named] = ()
        ago = 0
        for sentence in findings.analysis.sentences:
            programmes = named.of(sentence)
            last, ago = (programmes, 0) if programmes else (last, ago + 1)
            goes_on = ago <= 1 or (ago <= _OUTLINE and words.label.match(self._text, sentence.start, sentence.end))
            self._read(sentence, programmes or (last[-1:] if goes_on else ()), told_here=bool(programmes))

    def complete(self, told: Told) -> Told:
        """What is told of a programme with its sum where it has none or another stands behind the name, and with its years, not its day."""
        if not told.rule.budgeted:
            return told
        key = told.object.key
        years = self._years.get(key) if told.time is None or (days_of(told.time) and told.status != "actual") else None
        over = years and years.latest and self._today and years.latest < self._today and told.status in {"planned", PRESENT}
        amount = self._noted.get(key) or told.amount or self._sums.get(key)
        return told._replace(amount=amount, time=told.time if over else years or told.time)

    def _read(self, sentence: Sentence, programmes: Sequence[Named], *, told_here: bool) -> None:
        times, sums = self._times.of(sentence), self._money.of(sentence)
        for name in programmes if told_here and (times or sums) else ():
            note = _NOTE.match(self._text, name.end)
            if note:
                inside = [q for q in sums if note.start(1) <= q.start < note.end(1)]
                if len(inside) == 1 and not self._words.share.search(note[1]):
                    self._noted.setdefault(name.key, inside[0].amount)
                self._date(name, [t for t in times if note.start(1) <= t.start < note.end(1)])
            self._date(name, [t for t in times if 0 <= name.start - t.end <= _NEAR or t.start == name.start])
        budgets = [q for q in sums if self._is_budget(q)] if programmes else []
        if len(budgets) == 1:
            self._grant(budgets[0], programmes, times)

    def _grant(self, budget: Quantity, programmes: Sequence[Named], times: Sequence[TimeRef]) -> None:
        """The sum for the programme named right before it, else for the first one, of which the sentence tells."""
        before = [n for n in programmes if n.end <= budget.start]
        close = before and budget.start - before[-1].end <= _CLOSE
        owner = before[-1 if close else 0] if before else programmes[0] if len(programmes) == 1 else None
        if owner:
            self._sums.setdefault(owner.key, budget.amount)
            self._date(owner, [t for t in times if 0 <= budget.start - t.end <= _WITH])

    def _is_budget(self, sum_: Quantity) -> bool:
        """Whether a word beside the sum makes it what a programme costs, and none what one of many gets."""
        before = self._text[max(0, sum_.start - _BEFORE) : sum_.start]
        behind = self._text[sum_.end : sum_.end + _BEHIND]
        if before.rfind("(") > before.rfind(")"):
            # What stands in a parenthesis is of the name before that.
            return False
        return bool(self._words.budget.search(before) or self._words.budget.search(behind)) and not self._words.share.search(before)

    def _date(self, name: Named, times: Sequence[TimeRef]) -> None:
        for time in _years(times):
            self._years.setdefault(name.key, time)


def _years(times: Sequence[TimeRef]) -> Iterator[Time]:
    """Those that are no days, the last one first."""
    yield from (t.time for t in reversed(times) if t.time and not _DAY.search(t.time.edtf))


def carry_sum(told: Told, referred: Referred) -> Told:
    """What is told of the firm of the sentence before, with the only sum of that sentence: A는 30억원을 유치했다. B와 C가 참여했다."""
    if told.amount or not told.rule.amount or told.rule.budgeted or told.object.start >= told.sentence.start:
        return told
    findings = referred.findings
    before = findings.analysis.sentences[told.sentence.index - 1]
    sums = [q for q in findings.quantities if before.start <= q.start < before.end]
    tells = before.block == told.sentence.block and before.start <= told.object.start and len(sums) == 1
    return told._replace(amount=sums[0].amount) if tells else told
