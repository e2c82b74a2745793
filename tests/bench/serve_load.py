"""Many clients on ``kg serve``, some of whose queries never end: how long the others wait, whether any fails, what memory it takes.

    python -m tests.bench.serve_load [--clients 200] [--seconds 60] [--runaway 0.05] [-o DIR]

A program of its own, no test. Clients ask one query after another on a connection kept open; a seed decides which are runaways.
Exit code 1 where a well-behaved query failed, or the slowest hundredth of them waited more than ten times the median.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import httpx

from tests.bench.synthetic import graph
from tests.needs import REPOSITORY
from tests.serve.servers import HUNGRY, RUNAWAY, built

PORT = 8473
MIB = 1024 * 1024
GOOD = (
    "SELECT ?p ?o WHERE { ?s skos:prefLabel ?name ; ?p ?o } LIMIT 50",
    "SELECT ?s ?o WHERE { ?s tp:supports ?o . ?o skos:prefLabel ?name FILTER(LANG(?name) = 'ko') } LIMIT 100",
    "SELECT ?claim ?quote WHERE { ?claim a tp:Claim ; oa:hasTarget/oa:hasSelector/oa:exact ?quote } LIMIT 50",
    "ASK { ?s a tp:Person }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s a tp:Company ; ?p ?o } LIMIT 200",
)
BAD = (RUNAWAY, HUNGRY, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")


@dataclass
class Seen:
    """What the clients saw, and the largest memory of the server with its children in bytes."""

    waits: list[float] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)
    runaways: Counter[int] = field(default_factory=Counter)
    memory: int = 0
    processes: int = 0


async def client(number: int, until: float, share: float, seen: Seen) -> None:
    chance = random.Random(number)
    # Reading the certificates of the machine for each client would take more than all its queries.
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}", timeout=120, verify=False) as opened:
        while monotonic() < until:
            bad = chance.random() < share
            query = chance.choice(BAD if bad else GOOD)
            start = monotonic()
            try:
                status = (await opened.post("/sparql", data={"query": query})).status_code
            except httpx.HTTPError as error:
                status, seen.failed[repr(error)] = 0, seen.failed[repr(error)] + (not bad)
            if bad:
                seen.runaways[status] += 1
            else:
                seen.waits.append(monotonic() - start)
                seen.failed[str(status)] += status != 200


async def watch(server: int, until: float, seen: Seen) -> None:
    while monotonic() < until:
        sizes = [await asyncio.to_thread(private, pid) for pid in [server, *descendants(server)]]
        seen.memory, seen.processes = max(seen.memory, sum(sizes)), max(seen.processes, len(sizes))
        await asyncio.sleep(0.5)


def descendants(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found, waiting = [], [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def private(pid: int) -> int:
    """Its share of memory (PSS) in bytes."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


async def load(server: int, clients: int, seconds: float, share: float) -> Seen:
    seen, until = Seen(), monotonic() + seconds
    await asyncio.gather(watch(server, until, seen), *(client(number, until, share, seen) for number in range(clients)))
    return seen


async def ready() -> None:
    async with httpx.AsyncClient() as opened:
        for _ in range(300):
            try:
                await opened.get(f"http://127.0.0.1:{PORT}/sparql", params={"query": "ASK { }"})
            except httpx.HTTPError:
                await asyncio.sleep(0.1)
            else:
                return
    raise SystemExit("the server did not start")


def report(seen: Seen) -> int:
    waits = sorted(seen.waits)
    middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
    failed = {reason: count for reason, count in seen.failed.items() if count}
    print(f"well-behaved {len(waits):,}, failed {failed or 0}; runaways by status {dict(seen.runaways)}")
    print(f"p50 {middle * 1000:.0f} ms, p99 {late * 1000:.0f} ms, ratio {late / middle:.1f}, longest {waits[-1] * 1000:.0f} ms")
    print(f"memory at most {seen.memory / MIB:,.0f} MiB (PSS) in at most {seen.processes} processes")
    return int(bool(failed) or late > 10 * middle)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--runaway", type=float, default=0.05)
    parser.add_argument("--timeout", type=float, default=10)
    parser.add_argument("-o", "--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = asked.out or built(graph(2000), Path(folder), drawn=False)
        command = f"from kg.cli import main; main(['serve', '-o', {str(out)!r}, '--port', '{PORT}', '--timeout', '{asked.timeout}'])"
        server = subprocess.Popen([sys.executable, "-c", command], cwd=REPOSITORY)
        try:
            asyncio.run(ready())
            return report(asyncio.run(load(server.pid, asked.clients, asked.seconds, asked.runaway)))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    sys.exit(main())
