"""What the store costs beside Oxigraph itself and rdflib: ``python -m tests.bench.store [QUADS] [--rdflib QUADS]``.

A made-up graph of so many quads is loaded into a store of ours and one of pyoxigraph's own, opened cold, and asked the saved questions; the
two take turns, and CPU seconds are compared, best of a few rounds, since wall times are noisy on a shared machine. With --rdflib the
questions are also put to rdflib's store in memory, with a graph of the size given; a question on which it has spent its deadline of CPU
seconds is told by name and counts as that long. Fails where a bound is missed.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pyoxigraph as ox
import rdflib

from kg.home import ontology_folder
from kg.keep.store import Store, current, fill, open_store
from kg.ontology.questions import Question, bound, load_questions
from kg.ontology.schema import load_schema
from kg.query.run import ask
from kg.values import Graph
from kg.write.iri import BASE, entity_iri
from kg.write.quads import to_quads
from kg.write.vocabulary import prefixes
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY

ROUNDS, QUADS_A_NODE, PATIENCE = 3, 58, 20
LOAD, OPEN, ASK, SLACK, RIVAL = 1.2, 1.2, 1.3, 0.010, 10
COLD = """
import sys, time
from pathlib import Path
import pyoxigraph as ox
from kg.keep.store import open_store
place, ours = Path(sys.argv[1]), sys.argv[2] == "ours"
start = time.process_time()
for _ in range(20):
    if ours:
        with open_store(place) as store:
            assert store.database
    else:
        assert ox.Store.read_only(str(place))
print((time.process_time() - start) / 20)
"""


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process, all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def turns(ours: Callable[[], float], theirs: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """The best of each, taken in turns."""
    both = [(ours(), theirs()) for _ in range(rounds)]
    return min(one for one, _ in both), min(other for _, other in both)


def load_plain(place: Path, trig: Path) -> None:
    """What pyoxigraph's own user does."""
    store = ox.Store(str(place))
    store.bulk_load(path=str(trig), format=ox.RdfFormat.TRIG)
    store.flush()


def cold(place: Path, whose: str) -> float:
    """CPU seconds to open a store in a new process."""
    call = [sys.executable, "-c", COLD, str(place), whose]
    return float(subprocess.run(call, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout)


def parameters(made: Graph, question: Question) -> dict[str, str]:
    """Something to ask about: the two entities that most is told of, and days in the middle."""
    told = Counter(id for claim in made.claims for id in (claim.subject, claim.object))
    busy = iter([entity_iri(id) for id, _ in told.most_common(8)])
    days = {"after": "2024-01-01", "until": "2025-06-30", "by": "2030-12-31"}
    return {param.name: days.get(param.name) or next(busy) for param in question.params if param.default is None}


def asked(question: Question, given: Mapping[str, str]) -> str:
    """The SPARQL of a question with its parameters."""
    values = {param.name: given.get(param.name, param.default) for param in question.params}
    terms = {name: _term(question, name, text) for name, text in values.items() if text not in (None, "*")}
    return bound(question, terms)


def _term(question: Question, name: str, text: str | None) -> ox.NamedNode | ox.Literal:
    kind = next(param.type for param in question.params if param.name == name)
    named = {"date": "date", "integer": "integer"}
    if kind in named:
        return ox.Literal(str(text), datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{named[kind]}"))
    return ox.NamedNode(str(text)) if kind == "entity" else ox.Literal(str(text))


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """TimeoutError after so many CPU seconds of this process."""

    def ring(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def compare_questions(made: Graph, store: Store, questions: Mapping[str, Question]) -> list[str]:
    """Prints and judges our questions next to the same SPARQL put to the same database."""
    names, missed = prefixes(BASE), []
    for name, question in sorted(questions.items()):
        given = parameters(made, question)
        sparql = asked(question, given)
        rows: list[int] = []

        def ours(question: Question = question, given: Mapping[str, str] = given, rows: list[int] = rows) -> None:
            rows.append(len(ask(store, question, given).rows))

        def theirs(sparql: str = sparql) -> None:
            answer = store.database.query(sparql, prefixes=names, use_default_graph_as_union=True)
            assert isinstance(answer, ox.QuerySolutions)
            list(answer)

        mine, plain = turns(lambda ours=ours: cpu(ours), lambda theirs=theirs: cpu(theirs))  # type: ignore[misc]
        bad = mine > ASK * plain + SLACK
        missed += [name] if bad else []
        print(
            f"  {name:20} {rows[0]:7,} rows  {mine * 1000:8.1f} ms, pyoxigraph {plain * 1000:8.1f} ms{'  MISSED' if bad else ''}",
            flush=True,
        )
    return missed


def compare_rdflib(quads: int, questions: Mapping[str, Question]) -> list[str]:
    """Prints and judges the median question next to rdflib."""
    made = graph(quads // QUADS_A_NODE)
    statements = to_quads(made, schema=load_schema(ontology_folder() / "techpolicy.ttl"))
    rival = rdflib.Dataset(default_union=True)
    rival.parse(data=(ox.serialize(statements, format=ox.RdfFormat.N_QUADS) or b"").decode(), format="nquads")
    ratios, late = [], []
    with tempfile.TemporaryDirectory() as place:
        fill(Path(place) / "store", statements)
        with open_store(Path(place) / "store") as store:
            for name, question in sorted(questions.items()):
                given = parameters(made, question)
                sparql = asked(question, given)
                rounds = (cpu(lambda question=question, given=given: ask(store, question, given)) for _ in range(ROUNDS))  # type: ignore[misc]
                mine = max(min(rounds), 1e-4)  # the clock knows nothing shorter
                start = time.process_time()
                try:
                    with patience(PATIENCE):
                        list(rival.query(sparql, initNs=prefixes(BASE)))
                except TimeoutError:
                    late.append(name)
                ratios.append((time.process_time() - start) / mine)
                told = f"at least {ratios[-1]:8.1f} times as long, stopped" if name in late else f"{ratios[-1]:8.1f} times as long"
                print(f"  {name:20} rdflib takes {told}", flush=True)
    print(f"{len(statements):,} quads: the median question takes rdflib {median(ratios):.1f} times as long")
    print(f"stopped after {PATIENCE} CPU s: {', '.join(late) or 'none'}")
    return [] if median(ratios) >= RIVAL else ["rdflib"]


def main(quads: int, rival: int) -> None:
    """Prints a line a figure."""
    schema = load_schema(ontology_folder() / "techpolicy.ttl")
    questions = load_questions(ontology_folder() / "queries", schema)
    missed = compare_rdflib(rival, questions) if rival else []
    with tempfile.TemporaryDirectory() as place:
        folder, made = Path(place), graph(quads // QUADS_A_NODE)
        statements = to_quads(made, schema=schema)
        ox.serialize(statements, str(folder / "graph.trig"), ox.RdfFormat.TRIG, prefixes=prefixes(BASE))
        print(f"{len(statements):,} quads")
        del statements
        number = iter(range(100))

        def plain() -> float:
            at = folder / f"plain{next(number)}"
            return cpu(lambda: load_plain(at, folder / "graph.trig"))

        mine, theirs = turns(lambda: cpu(lambda: fill(folder / "store", folder / "graph.trig")), plain, 2)
        print(f"bulk load {mine:.2f} CPU s, pyoxigraph {theirs:.2f}: {mine / theirs:.2f} (at most {LOAD})", flush=True)
        missed += ["load"] if mine > LOAD * theirs else []
        data = current(folder / "store")
        mine, theirs = turns(lambda: cold(folder / "store", "ours"), lambda: cold(data, "theirs"))
        print(f"cold open {mine * 1000:.2f} CPU ms, pyoxigraph {theirs * 1000:.2f}: {mine / theirs:.2f} (at most {OPEN})", flush=True)
        missed += ["open"] if mine > OPEN * theirs else []
        with open_store(folder / "store") as store:
            missed += compare_questions(made, store, questions)
    print(f"missed: {', '.join(missed) or 'nothing'}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quads", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--rdflib", type=int, default=0, metavar="QUADS")
    given = parser.parse_args()
    main(given.quads, given.rdflib)
