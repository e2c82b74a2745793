"""Learn the weights of the vote, ``ontology/votes.tsv``, from annotated articles.

    python -m tests.bench.learn [--leave-out ID]... GOLD_DIR INPUT... [+ GOLD_DIR INPUT...]

A logistic regression for each property and two classes of ends, over all pairs of things that one document names: right where the
annotations relate the two so. Traits of fewer than FEW pairs are passed over, weights are rounded to multiples of 1/UNIT and small ones
left out. Articles on which figures are reported must not be among those learnt from.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kg.evaluate.gold import GoldArticle, gold_files, read_gold
from kg.evaluate.told import fold, stem
from kg.extract.told import Told
from kg.extract.vote import Voter
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.load import VOTES
from kg.ontology.votes import HEAD, UNIT
from kg.pipeline import Road
from kg.pipeline.build import results
from kg.values import Document, Reading
from tests.bench.annotated import Annotated, corpora
from tests.bench.logistic import posterior_mode

FEW = 4
# Of so many related pairs at least something can be learnt.
ENOUGH = 20
# Inverse variances of the priors that hold weights near nothing, but for that of all pairs; and the least weight that is kept.
PRIOR, FREE, LEAST = 20.0, 0.01, 2
Trait = tuple[str, str]
Key = tuple[str, str, str]


class Pair(NamedTuple):
    """Two things of one document, all that is weighed of them, and whether an annotator relates them so."""

    key: Key
    traits: tuple[Trait, ...]
    right: bool


class Noticing(Voter):
    """A voter that tells nothing and keeps what there would be to weigh."""

    kept: list[tuple[Key, str, str, list[Trait]]]

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        self.kept = list(self.examples(told))
        return iter(())


def pairs(corpus: Annotated, ontology: Ontology) -> Iterator[Pair]:
    """All pairs of the annotated articles of one corpus."""
    articles = {path.stem: read_gold(path) for path in gold_files(corpus.gold, corpus.choice)}
    voter = Noticing(ontology.rules, ontology.schema, {})
    road = Road(ontology, voter)
    for document in results(corpus.inputs, ontology):
        if isinstance(document, Document) and stem(document.id) in articles:
            yield from judged(voter, road.read(document), articles[stem(document.id)])


def judged(voter: Noticing, reading: Reading, article: GoldArticle) -> Iterator[Pair]:
    names: dict[str, set[str]] = defaultdict(set)
    for entity in article.entities:
        for name in entity.names:
            names[fold(name)].add(entity.id)
    meant = {r.key: {id for name in (r.name, *r.names) for id in names.get(fold(name), ())} for r in reading.referents}
    facts = {(fact.subject, fact.property, fact.object) for fact in article.facts}
    for key, one, other, traits in voter.kept:
        right = any((a, key[0], b) in facts for a in meant.get(one, ()) for b in meant.get(other, ()))
        yield Pair(key, tuple(traits), right)


def weights(found: Sequence[Pair]) -> dict[Trait, int]:
    """The weights by trait of pairs of one property and two classes; empty where the annotations have too few of them."""
    if sum(pair.right for pair in found) < ENOUGH:
        return {}
    counts = Counter(trait for pair in found for trait in set(pair.traits))
    traits = sorted(trait for trait, count in counts.items() if count >= FEW)
    column = {trait: number for number, trait in enumerate(traits)}
    x = np.zeros((len(found), len(traits)))
    for row, pair in enumerate(found):
        x[row, [column[trait] for trait in pair.traits if trait in column]] = 1
    prior = np.array([PRIOR if side else FREE for side, _ in traits])
    learnt = posterior_mode(x, np.array([float(pair.right) for pair in found]), prior)
    rounded = {trait: round(float(weight) * UNIT) for trait, weight in zip(traits, learnt, strict=True)}
    return {trait: weight for trait, weight in rounded.items() if abs(weight) >= LEAST or not trait[0]}


def learn(found: Iterable[Pair]) -> Iterator[str]:
    """The lines of the table."""
    groups: dict[Key, list[Pair]] = defaultdict(list)
    for pair in found:
        groups[pair.key].append(pair)
    yield "\t".join(HEAD)
    for key in sorted(groups):
        for (side, trait), weight in sorted(weights(groups[key]).items()):
            yield "\t".join((*key, side, trait, str(weight)))


def main() -> None:
    ontology = load_ontology(ontology_folder())
    found: list[Pair] = []
    for corpus in corpora(sys.argv[1:]):
        found += pairs(corpus, ontology)
    sys.stderr.write(f"{len(found):,} pairs, {sum(pair.right for pair in found):,} right\n")
    text = "\n".join(learn(found)) + "\n"
    (ontology_folder() / VOTES).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
