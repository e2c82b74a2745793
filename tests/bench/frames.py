"""In how many articles each rule of the frames tells something.

    python -m tests.bench.frames CORPUS...

Each CORPUS is an input of `kg build`, most often JSON Lines; a rule counts once for each document in which one of its claims is kept. A
Markdown table of all rules goes to stdout, the rarest first; those of fewer than FEW articles are questioned. The table in
``ontology/frames/README.md`` is made so, and ``tests/test_frames.py`` holds the frames to it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.pipeline import Road
from kg.pipeline.build import results
from kg.values import Document, Reading

FEW = 3
README = ontology_folder() / "frames" / "README.md"
HEAD = "| rule | tells |"


def readings(corpus: Path, road: Road, ontology: Ontology) -> Iterator[Reading]:
    """What each document of a corpus tells, one after the other; what is no document is passed over."""
    for one in results([corpus], ontology):
        if isinstance(one, Document):
            yield road.read(one)


def articles(found: Iterable[Reading]) -> Counter[str]:
    """The number of documents by rule id, under the empty id that of all."""
    counts: Counter[str] = Counter()
    for reading in found:
        counts.update({"", *(claim.rule for claim in reading.claims)})
    return counts


def table(counts: Mapping[str, Counter[str]], ontology: Ontology) -> Iterator[str]:
    """The lines of a Markdown table of all rules: the counts by corpus and together, the rarest rule first."""
    names = list(counts)
    yield " ".join([HEAD, *(f"{name} ({counts[name]['']:,}) |" for name in names), "together |"])
    yield "|---|---|" + "---:|" * (len(names) + 1)
    together = {rule.id: sum(found[rule.id] for found in counts.values()) for rule in ontology.rules}
    for rule in sorted(ontology.rules, key=lambda rule: (together[rule.id], rule.id)):
        tells = ", ".join(dict.fromkeys(telling.property for telling in rule.tells))
        numbers = [f"{counts[name][rule.id]:,}" for name in names]
        yield f"| `{rule.id}` | {tells} | {' | '.join([*numbers, f'{together[rule.id]:,}'])} |"


def told(text: str) -> dict[str, int]:
    """Articles by rule id, back from the table that stands in a text."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return {row[0].strip("`"): int(row[-1].replace(",", "")) for row in rows}


def main(corpora: Sequence[str]) -> None:
    ontology = load_ontology(ontology_folder())
    road = Road(ontology)
    counts = {Path(corpus).name.split(".")[0]: articles(readings(Path(corpus), road, ontology)) for corpus in corpora}
    sys.stdout.write("\n".join(table(counts, ontology)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
