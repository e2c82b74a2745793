"""Right and wrong claims by rule, construction and confidence, and missed facts by relation: what shows which rule to mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.compare import Compared, Match
from kg.evaluate.constructions import Feature, construction, listed
from kg.evaluate.diagnosis import Cause, why_missed, why_wrong
from kg.evaluate.figures import share, wilson
from kg.evaluate.gold import GoldFact
from kg.evaluate.told import Told
from kg.ontology import Ontology
from kg.values import Claim

# The lower bounds of the bins of stated confidence.
BINS = (0.9, 0.8, 0.7, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of an article, with the match that makes it right, or the cause that makes it wrong."""

    article: str
    told: Told
    claim: Claim
    match: Match | None
    cause: Cause | None
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that have something in common."""

    name: str
    right: tuple[Judged, ...]
    wrong: tuple[Judged, ...]

    @property
    def told(self) -> int:
        """The number of its claims."""
        return len(self.right) + len(self.wrong)

    @property
    def precision(self) -> float:
        """The share of its claims that is right."""
        return share(len(self.right), self.told)


@dataclass(frozen=True, slots=True)
class Missed:
    """A fact that no claim tells, and why."""

    one: Compared
    fact: GoldFact
    cause: Cause


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose stated confidence is at least ``low`` and below ``high``: what they state on average, and how many are right."""

    low: float
    high: float
    stated: float
    right: int
    told: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return share(self.right, self.told)

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share."""
        return wilson(self.right, self.told)


def judged(compared: Iterable[Compared], ontology: Ontology) -> Iterator[Judged]:
    """Every claim of the articles, in their order and that of the text."""
    rules = {rule.id: rule for rule in ontology.rules}
    for one in compared:
        together = listed(one.told.claims)
        matches = {id(match.claim): match for match in one.matches}
        for claim in one.told.claims:
            match = matches.get(id(claim))
            features = construction(claim, one.told.document, rules, together)
            yield Judged(one.gold.id, one.told, claim, match, None if match else why_wrong(claim, one), features)


def by_rule(claims: Iterable[Judged]) -> tuple[Group, ...]:
    """The claims by rule, those with most wrong ones first."""
    return _grouped((one.claim.rule, one) for one in claims)


def by_construction(claims: Iterable[Judged]) -> dict[str, tuple[Group, ...]]:
    """The claims by each feature of how they were told, and its values."""
    features: dict[str, list[tuple[str, Judged]]] = defaultdict(list)
    for one in claims:
        for name, value in one.features:
            features[name].append((value, one))
    return {name: _grouped(found) for name, found in features.items()}


def by_confidence(claims: Iterable[Judged], bounds: Sequence[float] = BINS) -> tuple[Bin, ...]:
    """The claims by stated confidence, the surest first: a table of reliability."""
    found = list(claims)
    tops = (1.0, *bounds[:-1])
    return tuple(_bin(found, low, high) for low, high in zip(bounds, tops, strict=True))


def missed(compared: Iterable[Compared], ontology: Ontology) -> Mapping[str, tuple[Missed, ...]]:
    """The missed facts by relation, that with most first; of one relation by cause."""
    found: dict[str, list[Missed]] = defaultdict(list)
    for one in compared:
        for fact in one.missed:
            found[fact.property].append(Missed(one, fact, why_missed(fact, one, ontology.schema)))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return {name: tuple(sorted(facts, key=lambda missed: missed.cause.kind)) for name, facts in ordered}


def _grouped(claims: Iterable[tuple[str, Judged]]) -> tuple[Group, ...]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for name, one in claims:
        found[name].append(one)
    groups = [
        Group(name, tuple(one for one in all_ if one.match), tuple(one for one in all_ if not one.match)) for name, all_ in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-len(group.wrong), -group.told, group.name)))


def _bin(claims: Iterable[Judged], low: float, high: float) -> Bin:
    inside = [one for one in claims if low <= one.claim.confidence < high or one.claim.confidence == high == 1.0]
    stated = share(sum(one.claim.confidence for one in inside), len(inside))
    return Bin(low, high, stated, sum(one.match is not None for one in inside), len(inside))
