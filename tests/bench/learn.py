"""Learn the weights of the vote, ``ontology/votes.tsv``, from annotated articles.

    python -m tests.bench.learn [--leave-out ID]... GOLD_DIR INPUT... [+ GOLD_DIR INPUT...]

A logistic regression for each property and two classes of ends, over all pairs of things that one document names and that rules do not
relate so: right where the annotations do. The rules were written on these articles and tell a fifth less of others, so a fifth of what
they tell here is withheld: else the learner would see of what they miss only the hard cases. Traits of fewer than FEW pairs are passed
over, weights are rounded to multiples of 1/UNIT and small ones left out. Articles on which figures are reported must not be among those
learnt from.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np

from kg.evaluate.gold import GoldArticle, gold_files, read_gold
from kg.evaluate.told import fold, stem
from kg.extract.told import Told
from kg.extract.votes.vote import Voter
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.load import VOTES
from kg.ontology.votes import HEAD, UNIT
from kg.pipeline import Road
from kg.pipeline.build import results
from kg.values import Document, Reading
from tests.bench.annotated import Annotated, corpora
from tests.bench.logistic import posterior_mode

FEW = 6
# Of so many related pairs at least something can be learnt.
ENOUGH = 20
# Inverse variances of the priors that hold weights near nothing, but for that of all pairs; and the least weight that is kept.
PRIOR, FREE, LEAST = 20.0, 0.01, 3
# In a hundred facts of the rules, how many the learner does not see.
WITHHELD = 20
Trait = tuple[str, str]
Key = tuple[str, str, str]


class Pair(NamedTuple):
    """Two things of one document, the numbers of all that is weighed of them, and whether an annotator relates them so."""

    key: Key
    traits: array[int]
    right: bool


class Numbers(dict[Trait, int]):
    """The number of each trait, in the order in which they are met: of millions of pairs these can be kept."""

    def __missing__(self, trait: Trait) -> int:
        return self.setdefault(trait, len(self))


class Noticing(Voter):
    """A voter that tells nothing and keeps what there would be to weigh."""

    kept: list[tuple[Key, str, str, list[Trait]]]

    def read(self, told: Sequence[Told]) -> Iterator[Told]:
        voted = {telling.property for rule in self._rules for telling in rule.tells}
        known = (t for t in told if t.property not in voted or not withheld(t.subject.key, t.property, t.object.key, t.sentence.start))
        self.kept = list(self.examples(list(known)))
        return iter(())


def withheld(subject: str, property_: str, other: str, place: int) -> bool:
    """Whether the learner is not told this fact of the rules: so of WITHHELD in a hundred, the same ones every time."""
    return crc32(f"{subject} {property_} {other} {place}".encode()) % 100 < WITHHELD


def pairs(corpus: Annotated, ontology: Ontology, numbers: Numbers) -> Iterator[Pair]:
    """All pairs of the annotated articles of one corpus of which rules tell nothing."""
    articles = {path.stem: read_gold(path) for path in gold_files(corpus.gold, corpus.choice)}
    voter = Noticing(ontology.rules, ontology.schema, {}, ontology.language.grammar)
    road = Road(ontology, voter)
    for document in results(corpus.inputs, ontology):
        if isinstance(document, Document) and stem(document.id) in articles:
            reading = road.read(document)
            right = related(reading, articles[stem(document.id)], ontology)
            for key, one, other, traits in voter.kept:
                yield Pair(key, array("i", (numbers[trait] for trait in traits)), (one, key[0], other) in right)


def related(reading: Reading, article: GoldArticle, ontology: Ontology) -> set[tuple[str, str, str]]:
    """The facts of an annotator by the keys of the things that the reading found, which have all names that the graph knows of them."""
    keys: dict[str, list[str]] = defaultdict(list)
    for referent in reading.referents:
        row = ontology.authority.rows.get(referent.authority or "")
        for name in {fold(name) for name in (referent.name, *referent.names, *(row.names if row else ()))}:
            keys[name].append(referent.key)
    of = {entity.id: {key for name in entity.names for key in keys.get(fold(name), ())} for entity in article.entities}
    found = {(one, f.property, other) for f in article.facts for one in of.get(f.subject, ()) for other in of.get(f.object, ())}
    symmetric = {name for name, known in ontology.schema.properties.items() if known.symmetric}
    return found | {(other, property_, one) for one, property_, other in found if property_ in symmetric}


def weights(found: Sequence[Pair], traits: Sequence[Trait]) -> dict[Trait, int]:
    """The weights by trait of pairs of one property and two classes; empty where the annotations have too few of them."""
    if sum(pair.right for pair in found) < ENOUGH:
        return {}
    rows = [np.unique(np.frombuffer(pair.traits, dtype=np.int32)) for pair in found]
    kept: list[int] = np.flatnonzero(np.bincount(np.concatenate(rows)) >= FEW).tolist()
    column = np.full(len(traits), -1)
    column[kept] = np.arange(len(kept))
    prior = np.array([PRIOR if traits[number][0] else FREE for number in kept])
    held = [columns[columns >= 0] for columns in (column[row] for row in rows)]
    learnt = posterior_mode(held, np.array([float(pair.right) for pair in found]), prior)
    rounded = {traits[number]: round(float(weight) * UNIT) for number, weight in zip(kept, learnt, strict=True)}
    return {trait: weight for trait, weight in rounded.items() if abs(weight) >= LEAST or not trait[0]}


def learn(found: Iterable[Pair], traits: Sequence[Trait]) -> Iterator[str]:
    """The lines of the table; ``traits`` are those that the pairs' numbers count."""
    groups: dict[Key, list[Pair]] = defaultdict(list)
    for pair in found:
        groups[pair.key].append(pair)
    yield "\t".join(HEAD)
    for key in sorted(groups):
        for (side, trait), weight in sorted(weights(groups[key], traits).items()):
            yield "\t".join((*key, side, trait, str(weight)))


def main() -> None:
    ontology = load_ontology(ontology_folder())
    found: list[Pair] = []
    numbers = Numbers()
    for corpus in corpora(sys.argv[1:]):
        found += pairs(corpus, ontology, numbers)
    sys.stderr.write(f"{len(found):,} pairs, {sum(pair.right for pair in found):,} right\n")
    text = "\n".join(learn(found, list(numbers))) + "\n"
    (ontology_folder() / VOTES).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
