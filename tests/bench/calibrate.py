"""Measure the factors of ``ontology/language/certainty.yml`` and the confidences of the rules on annotated articles.

    python -m tests.bench.calibrate [--write] [--leave-out ID]... GOLD_DIR INPUT... [+ GOLD_DIR INPUT...]

A logistic regression of whether a claim is right on the table's own pieces of evidence, the kind of its rule and the rule itself, each
held near no effect by a normal prior: a rule of which few claims were seen has the confidence of its kind. Claims of a vote are left out,
since the vote itself says how sure they are. Each article is also foretold from the others, FOLDS parts of the articles at a time, which
shows how far the stated confidence can be trusted. ``--write`` writes the confidences into ``ontology/frames``; the factors go by hand.
Articles on which figures are reported must not be among those measured on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import yaml

from kg.cli.text import columns
from kg.evaluate.figures import wilson
from kg.evaluate.gold import gold_files, read_gold
from kg.evaluate.groups import BINS
from kg.evaluate.run import against
from kg.evaluate.told import stem
from kg.extract.votes.vote import VOTE
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.certainty import Certainty, Circumstances
from kg.pipeline import Road
from kg.pipeline.build import results
from kg.resolve import resolve
from kg.values import Document
from tests.bench.annotated import Annotated, corpora
from tests.bench.logistic import posterior_mode

# Inverse variances of the priors on the logarithms of odds: of all claims together, a kind of rule, a piece of evidence, a rule.
FREE, KIND, EVIDENCE, RULE = 0.01, 0.3, 0.5, 1.0
FOLDS = 10
# A rule is never surer than so, or its odds would be without measure.
LEAST, MOST = 0.05, 0.98


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

    def sure(self, case: Case) -> float:
        """How sure the case's claim is."""
        return float(1 / (1 + np.exp(-sum(self.weights.get(key, 0.0) for key in keys(case)))))

    def base(self, rule: str, kind: str) -> float:
        """How sure a claim of the rule is where all is plain; one never seen is as sure as its kind."""
        return self.sure(Case("", rule, kind, (), right=True))


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


@dataclass(frozen=True)
class Noting(Certainty):
    """Says of each claim, in place of how sure it is, the number of the circumstances that it notes."""

    seen: list[Circumstances] = field(default_factory=list)

    def confidence(self, base: float, of: Circumstances) -> float:
        self.seen.append(of)
        return float(len(self.seen) - 1)


def cases_of(corpus: Annotated, ontology: Ontology) -> Iterator[Case]:
    """What rules, but not votes, tell of the annotated articles of one corpus."""
    noting = Noting(ontology.certainty.least, ontology.certainty.most, ontology.certainty.evidence)
    road = Road(replace(ontology, certainty=noting))
    articles = {path.stem: read_gold(path) for path in gold_files(corpus.gold, corpus.choice)}
    documents = (one for one in results(corpus.inputs, ontology) if isinstance(one, Document) and stem(one.id) in articles)
    graph = resolve([road.read(document) for document in documents], ontology)
    rules = {rule.id: rule for rule in ontology.rules if rule.source != VOTE}
    for one in against(list(articles.values()), graph, ontology).claims:
        if rule := rules.get(one.claim.rule):
            circumstances = noting.seen[int(one.claim.confidence)]
            holds = tuple(number for number, piece in enumerate(ontology.certainty.evidence) if piece.holds(circumstances))
            yield Case(one.article, rule.id, rule.told_by, holds, one.match is not None)


def factors(found: Fit, cases: Sequence[Case], ontology: Ontology) -> Iterator[list[str]]:
    yield ["evidence", "odds now", "measured", "claims"]
    for number, piece in enumerate(ontology.certainty.evidence):
        told = " ".join(str(sorted(part)) for part in (piece.told_by, piece.blocks) if part)
        count = sum(number in case.evidence for case in cases)
        yield [told or f"ends below {piece.ends_below:g}", f"{piece.odds:g}", f"{np.exp(found.weights.get(number, 0.0)):.2f}", str(count)]


def measured_confidences(found: Fit, ontology: Ontology) -> dict[str, float]:
    """How sure a claim of each rule is where all is plain, but for rules of votes."""
    rules = [rule for rule in ontology.rules if rule.source != VOTE]
    return {rule.id: min(max(round(found.base(rule.id, rule.told_by), 2), LEAST), MOST) for rule in rules}


def confidences(sure: Mapping[str, float], cases: Sequence[Case], ontology: Ontology) -> Iterator[list[str]]:
    yield ["rule", "now", "measured", "right", "claims"]
    right, seen = Counter(case.rule for case in cases if case.right), Counter(case.rule for case in cases)
    for rule in ontology.rules:
        if rule.id in sure:
            yield [rule.id, f"{rule.confidence:g}", f"{sure[rule.id]:g}", str(right[rule.id]), str(seen[rule.id])]


def foretold(cases: Sequence[Case]) -> Iterator[list[str]]:
    """A table of reliability where each article's claims are foretold from others."""
    yield ["stated", "mean", "right", "told", "from", "to"]
    sure = [(without.sure(case), case.right) for without, case in _left_out(cases)]
    for low, high in zip(BINS, (1.01, *BINS[:-1]), strict=True):
        inside = [(p, right) for p, right in sure if low <= p < high]
        right = sum(right for _, right in inside)
        mean = sum(p for p, _ in inside) / (len(inside) or 1)
        yield [f"{low:g}", f"{mean:.2f}", str(right), str(len(inside)), *(f"{bound:.2f}" for bound in wilson(right, len(inside)))]


def _left_out(cases: Sequence[Case]) -> Iterator[tuple[Fit, Case]]:
    part = {article: number % FOLDS for number, article in enumerate(dict.fromkeys(case.article for case in cases))}
    for fold in range(FOLDS):
        without = fit([case for case in cases if part[case.article] != fold])
        yield from ((without, case) for case in cases if part[case.article] == fold)


def with_confidences(text: str, frame: str, sure: Mapping[str, float]) -> str:
    """The text of a frame's file in which each rule has its confidence; all else is left as it is."""
    root = yaml.compose(text, yaml.SafeLoader)
    rules = next((value for key, value in root.value if key.value == "rules"), None)
    edits: list[tuple[int, int, str]] = []
    for name, rule in rules.value if rules else ():
        if (id_ := f"{frame}.{name.value}") not in sure:
            continue
        stated = next((value for key, value in rule.value if key.value == "confidence"), None)
        if stated:
            edits.append((stated.start_mark.index, stated.end_mark.index, f"{sure[id_]:g}"))
        else:
            start = rule.value[0][0].start_mark
            edits.append((start.index, start.index, f"confidence: {sure[id_]:g}\n" + " " * start.column))
    for start_at, end_at, new in sorted(edits, reverse=True):
        text = text[:start_at] + new + text[end_at:]
    return text


def write(sure: Mapping[str, float], folder: Path) -> None:
    """Writes the confidences into the files of frames in ``folder``."""
    for path in sorted(folder.glob("*.yml")):
        path.write_text(with_confidences(path.read_text(encoding="utf-8"), path.stem, sure), encoding="utf-8", newline="\n")


def main() -> None:
    ontology = load_ontology(ontology_folder())
    arguments = [word for word in sys.argv[1:] if word != "--write"]
    cases = [case for corpus in corpora(arguments) for case in cases_of(corpus, ontology)]
    found = fit(cases)
    sure = measured_confidences(found, ontology)
    for rows in (factors(found, cases, ontology), confidences(sure, cases, ontology), foretold(cases)):
        sys.stdout.write(columns(list(rows)) + "\n\n")
    if len(arguments) < len(sys.argv) - 1:
        write(sure, ontology_folder() / "frames")


if __name__ == "__main__":
    main()
