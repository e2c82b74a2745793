"""Which sum of money a clause tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.analyse.brackets import PARENTHESES
from kg.extract.clauses.clause import CONTENT, Clause
from kg.extract.predicates.scene import Scene
from kg.find.times.calendar import through
from kg.ontology.grammar import Grammar
from kg.values import Quantity, Time, TimeRef

# How far behind a sum it may stand in another currency.
_CONVERTED = 8
# How far before its sum a year may stand, and how long one is in EDTF.
_OF_YEAR, _YEAR = 4, 4
# How far behind a sum the parenthesis stands that tells more of it.
_BESIDE = 1
_SIGNS = frozenset({*PARENTHESES, *PARENTHESES.values()})
# How far before a clause its sum may stand, and the endings of one between the two that says by what means.
_SPENT, _MEANS = 40, frozenset({"어", "아"})


class Amounts:
    """Finds the sum of a clause with one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of(self, clause: Clause, scene: Scene) -> str | None:
        """The sum, no rate, that stands nearest before the predicate: in its clause, or shortly before that."""
        start = min((p.start for p in clause.own), default=clause.predicate.start)
        # What a contract is worth stands with its noun: 칩을 공급하는 3000억원 규모의 계약.
        end = clause.head.end if clause.head and clause.predicate.ending == CONTENT else clause.predicate.end
        after = clause.follows[0] if clause.follows and clause.predicate.ending == "adnominal" else None
        if after and after.lemma.removesuffix(self._grammar.do) in self._grammar.raised_words:
            # What many gave is told as what their round raised: KT가 참여한 투자에서 300억원을 유치했다.
            end = after.start
        if clause.phrases and clause.phrases[-1].chunks[-1].joined == ",":
            # Behind it stands what the verb tells of another: A에 10억원, B에 20억원을 지원한다.
            end = clause.phrases[-1].end
        near = [q for q in scene.sums if q.start < end and not q.rate and not _is_part(q, scene)]
        near = [q for q in near if start <= q.start or self._is_spent_on(q, start, scene)]
        # What it comes to in another currency stands right behind: 5천억 엔(한화 약 5조원).
        converted = len(near) > 1 and near[-1].currency != near[-2].currency and near[-1].start - near[-2].end <= _CONVERTED
        return near[-2 if converted else -1].amount if near else None

    def of_years(self, clause: Clause, scene: Scene) -> tuple[str, Time] | None:
        """What the sums of several years come to, and those years, else None: 2026년 30억원, 2027년 50억원(, 모두 80억원)을 투자한다."""
        sums = [q for q in scene.sums if clause.start - _SPENT <= q.start < clause.predicate.start and not q.rate]
        years = [time for at, q in enumerate(sums) if (time := _year_of(q, sums[at - 1].end if at else q.start - _SPENT, scene))]
        whole = len(sums) > len(years) and sums[-1].value == sum(q.value for q in sums[:-1]) and _year_before(sums[-1], scene) is None
        of_years = sums[:-1] if whole else sums
        alone = len(of_years) < 2 or len(of_years) != len(years) or len({q.currency for q in sums}) > 1
        if alone or any(int(one.edtf) >= int(other.edtf) for one, other in pairwise(years)):
            return None
        total = sum(q.value for q in of_years)
        return replace(of_years[0], value=total).amount, through(years[0], years[-1])

    def _is_spent_on(self, sum_: Quantity, start: int, scene: Scene) -> bool:
        """Whether a sum before a clause is of it: no other clause ends between them but one that spends it on this.

        300억원을 들여 공장을 짓는다, not 들이고, and not 300억원을 빌려.
        """
        if not start - _SPENT <= sum_.start < start:
            return False
        between = [token for token in scene.sentence.tokens if sum_.end <= token.start < start]
        link = max((at for at, token in enumerate(between) if token.tag == "EC"), default=None)
        if link is None:
            return True
        stem = next((token.form for token in reversed(between[:link]) if token.form != self._grammar.do[:-1]), None)
        return between[link].form in _MEANS and stem in self._grammar.means_stems


def _is_part(sum_: Quantity, scene: Scene) -> bool:
    """Whether a sum stands in the parenthesis behind another, of which it is a part or which it puts otherwise: 30억원(국비 20억원)."""
    # The apostrophe of a year closes nothing: 290억원(’25년 100억원, ’26년 190억원).
    signs = [t for t in scene.sentence.tokens if t.form in _SIGNS and t.start < sum_.start]
    return bool(signs) and signs[-1].form in PARENTHESES and any(0 <= signs[-1].start - q.end <= _BESIDE for q in scene.sums)


def _year_before(sum_: Quantity, scene: Scene) -> TimeRef | None:
    """The year that stands right before a sum: 2026년 30억원, 2026년에는 30억원."""
    told = next((t for t in scene.times if 0 <= sum_.start - t.end <= _OF_YEAR), None)
    return told if told and told.time and len(told.time.edtf) == _YEAR else None


def _year_of(sum_: Quantity, since: int, scene: Scene) -> Time | None:
    """The year right before a sum, with nothing but signs and particles between the sum before and it."""
    told = _year_before(sum_, scene)
    if told is None or told.start < since:
        return None
    between = (t for t in scene.sentence.tokens if since <= t.start < told.start and any(q.end == since for q in scene.sums))
    return told.time if all(t.tag in {"SP", "SC", "JC", "JKO", "JX", "MAJ"} for t in between) else None
