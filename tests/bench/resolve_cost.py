"""What it costs to decide which names of many documents are one thing, by the number of documents.

    python tests/bench/resolve_cost.py FOLDER [DOCUMENTS ...]

FOLDER is a built folder, whose ledger has the readings. Prints CPU seconds, the pairs that were joined and the doubts, and how the cost
grew from each size to the next, against n log n.
"""

from __future__ import annotations

import sys
from math import log
from pathlib import Path
from time import process_time

from kg.home import ontology_folder
from kg.ledger import open_ledger
from kg.ontology import load_ontology
from kg.resolve import resolve
from kg.resolve.identity import identify, nodes_of, tools


def main(folder: Path, sizes: list[int]) -> None:
    """Measures each size on documents spread over the whole folder."""
    ontology = load_ontology(ontology_folder())
    start = process_time()
    tools(ontology)
    print(f"index of the authority file: {process_time() - start:.2f} s")
    with open_ledger(folder) as ledger:
        readings = list(ledger.readings())
    before: tuple[int, float] | None = None
    for size in sizes:
        some = readings[:: max(1, len(readings) // size)][:size]
        # Before anything else looks at these names, so that none of the forms that are kept has been made already.
        start = process_time()
        resolve(some, ontology)
        seconds = process_time() - start
        found = identify(nodes_of(some), ontology)
        grown = f", {seconds / before[1]:.2f} times (n log n: {size * log(size) / (before[0] * log(before[0])):.2f})" if before else ""
        print(f"{len(some):,} documents: {seconds:.2f} s, {len(found.joined):,} joined, {len(found.doubts):,} doubts{grown}")
        before = (size, seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [750, 1500, 3000])
