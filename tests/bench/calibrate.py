"""Measure the factors of ``ontology/language/certainty.yml`` and the confidences of the rules on annotated articles.

    python -m tests.bench.calibrate [--leave-out ID]... GOLD_DIR INPUT... [+ GOLD_DIR INPUT...]

A logistic regression of whether a claim is right on the table's own pieces of evidence, the kind of its rule and the rule itself, each
held near no effect by a normal prior: a rule of which few claims were seen has the confidence of its kind. What is printed is what the
annotated articles say of rules that were written while they were read; on other articles the odds are lower (``new_article``). Then each
article is foretold from the others, which shows how far the stated confidence can be trusted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.cli.text import columns
from kg.evaluate import evaluate
from kg.evaluate.figures import wilson
from kg.evaluate.groups import BINS, Judged
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.certainty import Circumstances
from kg.pipeline import Settings
from tests.bench.annotated import corpora
from tests.bench.logistic import posterior_mode

# Inverse variances of the priors on the logarithms of odds: of all claims together, a kind of rule, a piece of evidence, a rule.
FREE, KIND, EVIDENCE, RULE = 0.01, 0.3, 0.5, 1.0
FEW = 3


@dataclass(frozen=True, slots=True)
class Case:
    """A claim as the regression sees it."""

    article: str
    rule: str
    kind: str
    evidence: tuple[int, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """The logarithm of the factor of each column: ``all``, kinds, numbers of pieces of evidence, rule ids."""

    weights: dict[object, float]

    def sure(self, case: Case, shift: float = 0.0) -> float:
        """How sure the case's claim is."""
        return float(1 / (1 + np.exp(-shift - sum(self.weights.get(key, 0.0) for key in keys(case)))))

    def base(self, case: Case) -> float:
        """How sure a claim of the case's rule is where all is plain."""
        return self.sure(Case("", case.rule, case.kind, (), right=True))


def keys(case: Case) -> tuple[object, ...]:
    return "all", f"kind {case.kind}", *case.evidence, f"rule {case.rule}"


def fit(cases: Sequence[Case]) -> Fit:
    """The weights that the cases speak for."""
    names = list(dict.fromkeys(key for case in cases for key in keys(case)))
    at = {name: number for number, name in enumerate(names)}
    rows = [np.array([at[key] for key in keys(case)]) for case in cases]
    w = posterior_mode(rows, np.array([float(case.right) for case in cases]), np.array([_prior(name) for name in names]))
    return Fit(dict(zip(names, w.tolist(), strict=True)))


def _prior(name: object) -> float:
    if isinstance(name, int):
        return EVIDENCE
    return {"all": FREE, "kind": KIND, "rule": RULE}[str(name).split()[0]]


def cases_of(claims: Sequence[Judged], ontology: Ontology) -> Iterator[Case]:
    rules = {rule.id: rule for rule in ontology.rules}
    for one in claims:
        kind = rules[one.claim.rule].told_by
        found = circumstances(one, kind)
        holds = tuple(number for number, piece in enumerate(ontology.certainty.evidence) if piece.holds(found))
        yield Case(one.article, one.claim.rule, kind, holds, one.match is not None)


def circumstances(one: Judged, kind: str) -> Circumstances:
    claim, types = one.claim, one.told.entities
    blocks = one.told.document.blocks if one.told.document else ()
    block = next((block.kind for block in blocks if block.start <= claim.start < block.end), "")
    elsewhere = claim.subject_span is not None and not claim.start <= claim.subject_span.start < claim.end
    return Circumstances(kind, block, claim.status, elsewhere, types[claim.subject].type, types[claim.object].type)


def factors(found: Fit, cases: Sequence[Case], ontology: Ontology) -> Iterator[list[str]]:
    yield ["evidence", "odds now", "measured", "claims"]
    for number, piece in enumerate(ontology.certainty.evidence):
        told = " ".join(str(sorted(part)) for part in (piece.told_by, piece.blocks, piece.statuses, piece.subjects, piece.objects) if part)
        count = sum(number in case.evidence for case in cases)
        yield [told or "elsewhere", f"{piece.odds:g}", f"{np.exp(found.weights.get(number, 0.0)):.2f}", str(count)]


def confidences(found: Fit, cases: Sequence[Case], ontology: Ontology) -> Iterator[list[str]]:
    yield ["rule", "now", "measured", "right", "claims"]
    for rule in ontology.rules:
        own = [case for case in cases if case.rule == rule.id]
        if len(own) >= FEW:
            yield [rule.id, f"{rule.confidence:g}", f"{found.base(own[0]):.2f}", str(sum(case.right for case in own)), str(len(own))]


def foretold(cases: Sequence[Case], shift: float) -> Iterator[list[str]]:
    """A table of reliability where each article's claims are foretold from all others."""
    yield ["stated", "mean", "right", "told", "from", "to"]
    sure = [(without.sure(case, shift), case.right) for without, case in _left_out(cases)]
    for low, high in zip(BINS, (1.01, *BINS[:-1]), strict=True):
        inside = [(p, right) for p, right in sure if low <= p < high]
        right = sum(right for _, right in inside)
        mean = sum(p for p, _ in inside) / (len(inside) or 1)
        yield [f"{low:g}", f"{mean:.2f}", str(right), str(len(inside)), *(f"{bound:.2f}" for bound in wilson(right, len(inside)))]


def _left_out(cases: Sequence[Case]) -> Iterator[tuple[Fit, Case]]:
    for article in dict.fromkeys(case.article for case in cases):
        without = fit([case for case in cases if case.article != article])
        yield from ((without, case) for case in cases if case.article == article)


def measured(arguments: Sequence[str], ontology: Ontology) -> list[Case]:
    """The claims of each corpus, ``+`` between them."""
    cases: list[Case] = []
    for corpus in corpora(arguments):
        cases += cases_of(evaluate(corpus.gold, corpus.inputs, Settings(workers=1), choice=corpus.choice).claims, ontology)
    return cases


def main() -> None:
    ontology = load_ontology(ontology_folder())
    cases = measured(sys.argv[1:], ontology)
    found = fit(cases)
    for rows in (factors(found, cases, ontology), confidences(found, cases, ontology)):
        sys.stdout.write(columns(list(rows)) + "\n\n")
    for shift in (1.0, ontology.certainty.new_article):
        sys.stdout.write(
            f"each article foretold from the others, odds times {shift:g}\n{columns(list(foretold(cases, float(np.log(shift)))))}\n\n"
        )


if __name__ == "__main__":
    main()
