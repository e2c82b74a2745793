"""Know what a programme costs and when it runs: what stands in a parenthesis behind its name, before it, and beside its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.days import days_of, is_gone_by
from kg.extract.predicates.status import PRESENT
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
# What stands between the head of a line and a name that the line is about, and between that and what the line says of it.
_HEAD, _SAID = (
    re.compile(r"[^\w(\[]*(?:[(\[][^()\[\]]{1,6}[)\]] ?)?[^\w]{0,3}"),
    re.compile(r"[’”'\"」』｣>]{0,2}\*{0,2} ?(?:\([^()]{1,40}\))? ?[:,]"),
)
_ARROW = re.compile(r"\s?(?:→|⇒|▶|->)\s?")


class BudgetWords(NamedTuple):
    """What stands beside a programme's budget, what is done with one, what is for each of many or no more than a part, and of
    what there is none.

    ``label`` is the head of an outline's line about money, ``counted`` what a parenthesis that gives a budget stands behind or begins with.
    """

    budget: re.Pattern[str]
    whole: re.Pattern[str]
    spent: re.Pattern[str]
    share: re.Pattern[str]
    limit: re.Pattern[str]
    label: re.Pattern[str]
    counted: re.Pattern[str]
    inside: re.Pattern[str]
    unfunded: tuple[str, ...]


def budget_words(grammar: Grammar) -> BudgetWords:
    """The words of the grammar, to look for."""
    budget = any_of(grammar.budget_words)
    year = rf"(?:['‘’\d ]|{any_of(grammar.year_words)}){{0,5}}"
    label = rf"{year}[가-힣 /·]{{0,8}}{budget}[가-힣 /·]{{0,6}}\s?(?:\([^()]*\))?"
    number = rf"\d\s?{any_of(grammar.round_words)}?\s?{any_of(grammar.counted_units)}"
    return BudgetWords(
        budget=re.compile(budget),
        whole=re.compile(any_of(grammar.whole_budget_words)),
        spent=re.compile(any_of(grammar.spending_words)),
        share=re.compile(any_of(grammar.share_words)),
        limit=re.compile(rf"\s?{any_of(grammar.limit_words)}|.{{0,6}}{any_of(grammar.raised_words)}"),
        label=re.compile(rf"(?:\w )?[^\w(]{{0,4}}[(\[<【]?\s?{label}\s?[)\]>】:]"),
        counted=re.compile(rf"{number}[가-힣 ]{{0,6}},?\s?(?:{any_of(grammar.about_words)} )?$"),
        inside=re.compile(rf"{budget}[가-힣 :]{{0,4}}$"),
        unfunded=grammar.unfunded_endings,
    )


class Line(NamedTuple):
    """A sentence with its sums, and behind which place its label ends that says it is about money; 0 where it has none."""

    sentence: Sentence
    sums: Sequence[Quantity]
    label: int


class Budgets:
    """The sums and times of the programmes of one document."""

    def __init__(self, referred: Referred, words: BudgetWords) -> None:
        findings = referred.findings
        self._text, self._today = findings.analysis.document.text, findings.analysis.document.date
        self._times, self._money = Within(findings.times), Within(findings.quantities)
        self._words = words
        self._noted: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._sums: dict[str, str] = {}
        self._years: dict[str, Time] = {}
        self._tour(
            findings.analysis.sentences,
            [n for n in referred.named if n.type == POLICY and not self._text[n.start : n.end].endswith(words.unfunded)],
        )

    def _tour(self, sentences: Sequence[Sentence], policies: Sequence[Named]) -> None:
        """Read all sentences in turn, each for the programmes that it names, or for the last ones where it goes on about these."""
        named = Within(policies)
        last: Sequence[Named] = ()
        ago = 0
        above: list[Quantity] = []
        for sentence in sentences:
            programmes = named.of(sentence)
            label = self._words.label.match(self._text, sentence.start, sentence.end)
            line = Line(sentence, self._money.of(sentence), label.end() if label else 0)
            if not programmes and not last:
                above += [q for q in line.sums if self._is_budget(q, line)]
            if programmes and not last and len({q.amount for q in above}) == 1:
                # A headline tells the sum of the programme that the text goes on to name.
                self._sums[programmes[0].key] = above[0].amount
            labelled = bool(last and line.label) and ago < _OUTLINE
            if labelled:
                # What an outline's line about money names besides is not what it is about.
                programmes = ()
            last, ago = (programmes, 0) if programmes else (last, ago + 1)
            self._read(line, programmes or (last[-1:] if ago <= 1 or labelled else ()), told_here=not ago)

    def complete(self, told: Told, *, pays: bool = True) -> Told:
        """What is told of a programme with its sum where it has none or another stands behind the name, and with its years, not its day.

        Who does not pay for it, but only takes part, has no sum but that of the own clause.
        """
        if not told.rule.budgeted:
            return told
        key = told.object.key
        years = self._years.get(key) if told.time is None or (days_of(told.time) and told.status != "actual") else None
        over = years and is_gone_by(years, self._today) and told.status in {"planned", PRESENT}
        amount = (self._noted.get(key) or self._whole.get(key) or told.amount or self._sums.get(key)) if pays else told.amount
        return told._replace(amount=amount, time=told.time if over else years or told.time)

    def _read(self, line: Line, programmes: Sequence[Named], *, told_here: bool) -> None:
        times, sums = self._times.of(line.sentence), line.sums
        for name in programmes if told_here and (times or sums) else ():
            note = _NOTE.match(self._text, name.end)
            if note:
                inside = [q for q in sums if note.start(1) <= q.start < note.end(1)]
                if len(inside) == 1 and not self._words.share.search(note[1]):
                    self._noted.setdefault(name.key, inside[0].amount)
                self._date(name, [t for t in times if note.start(1) <= t.start < note.end(1)])
            self._date(name, [t for t in times if 0 <= name.start - t.end <= _NEAR or t.start == name.start])
        if programmes and told_here and len(sums) in {1, 2}:
            self._about(line, programmes[0])
        budgets = [q for q in sums if self._is_budget(q, line)] if programmes else []
        whole = [q for q in budgets if line.label or self._words.whole.search(self._before(q, line))]
        if len(whole) == 1 or len(budgets) == 1:
            self._grant((whole or budgets)[0], programmes, times, self._whole if whole else self._sums)

    def _about(self, line: Line, name: Named) -> None:
        """The only sum of a line that begins with what it is about, or the newer one behind an arrow: * X 사업 : 43억원→73억원."""
        text, last = self._text, line.sums[-1]
        head = _HEAD.match(text, line.sentence.start, name.start)
        about = head and head.end() == name.start and _SAID.match(text, name.end, line.sentence.end)
        newer = len(line.sums) == 1 or _ARROW.search(text, line.sums[0].end, last.start)
        if about and newer and not self._words.share.search(text, name.end, last.start):
            self._whole.setdefault(name.key, last.amount)

    def _grant(self, budget: Quantity, programmes: Sequence[Named], times: Sequence[TimeRef], sums: dict[str, str]) -> None:
        """The sum for the programme named right before it, else for the first one, of which the sentence tells."""
        before = [n for n in programmes if n.end <= budget.start]
        close = before and budget.start - before[-1].end <= _CLOSE
        owner = before[-1 if close else 0] if before else programmes[0] if len(programmes) == 1 else None
        if owner:
            sums.setdefault(owner.key, budget.amount)
            self._date(owner, [t for t in times if 0 <= budget.start - t.end <= _WITH])

    def _is_budget(self, sum_: Quantity, line: Line) -> bool:
        """Whether a word beside the sum makes it what a programme costs, and none what one of many gets, got once or gets at most."""
        text, words, start = self._text, self._words, line.sentence.start
        before = self._before(sum_, line)
        behind = text[sum_.end : min(sum_.end + _BEHIND, line.sentence.end)]
        if sum_.rate or words.share.search(before) or words.limit.match(behind):
            return False
        opening = text.rfind("(", start, sum_.start)
        if opening > text.rfind(")", start, sum_.start):
            return self._is_counted(sum_, line, opening)
        if 0 < line.label <= sum_.start or words.budget.search(before) or words.budget.search(behind):
            return True
        return bool(words.spent.search(behind)) and not words.share.search(text, start, sum_.start)

    def _is_counted(self, sum_: Quantity, line: Line, opening: int) -> bool:
        """Whether a parenthesis with a sum, of the name before it as a rule, says how much goes into how many: 신규과제(20개, 240억원)."""
        if any(q.end <= opening <= q.end + 1 for q in line.sums):
            # The parts of a sum.
            return False
        inside, outside = self._text[opening + 1 : sum_.start], self._text[max(line.sentence.start, opening - _BEFORE) : opening]
        return any(
            said.search(part)
            for said, part in ((self._words.counted, inside), (self._words.counted, outside), (self._words.inside, inside))
        )

    def _before(self, sum_: Quantity, line: Line) -> str:
        """What stands right before a sum, behind the one before it."""
        last = max((q.end for q in line.sums if q.end <= sum_.start), default=0)
        return self._text[max(line.sentence.start, sum_.start - _BEFORE, last) : sum_.start]

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
    sums = [q for q in findings.quantities if before.start <= q.start < before.end and not q.rate]
    tells = before.block == told.sentence.block and before.start <= told.object.start and len(sums) == 1
    return told._replace(amount=sums[0].amount) if tells else told
