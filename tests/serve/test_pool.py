"""Queries in processes of their own: runaways are stopped and hold up nobody, memory and bytes are bounded, nothing reaches the network."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import httpx
import pyoxigraph as ox
import pytest

from kg.keep.snapshot import DATA, snapshot
from kg.keep.store import open_store
from kg.serve.answer import Job
from kg.serve.errors import NoAnswerError
from kg.serve.nursery import Config
from kg.serve.pool import Pool
from kg.serve.search import names_of
from kg.serve.settings import MIB, Limits
from kg.write.vocabulary import prefixes
from tests.samples import kapex_graph
from tests.serve.servers import HUNGRY, RUNAWAY, built, running

T = TypeVar("T")
POINT = Job("ASK { id:kist a tp:ResearchInstitute }")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(kapex_graph(), tmp_path_factory.mktemp("built"))


@pytest.fixture
def with_pool(folder: Path, tmp_path: Path) -> Iterator[Callable[..., object]]:
    store = snapshot(folder / "store", tmp_path / "store")
    (tmp_path / "answers").mkdir()

    def run(work: Callable[[Pool], Awaitable[T]], **limits: float) -> T:
        known = Limits(**{"timeout": 20.0, "memory": 256 * MIB, "workers": 2, "slow": 2, **limits})  # type: ignore[arg-type]

        async def whole() -> T:
            pool = Pool(Config(str(store / DATA), known.timeout, known.memory, known.answer, prefixes()), known, tmp_path / "answers")
            try:
                await pool.start()
                return await work(pool)
            finally:
                await pool.end()

        return asyncio.run(whole())

    yield run
    assert list((tmp_path / "answers").iterdir()) == []


async def refused(pool: Pool, query: str) -> NoAnswerError:
    with pytest.raises(NoAnswerError) as caught:
        await pool.ask(Job(query))
    return caught.value


def alive(pid: int) -> bool:
    """Whether the process runs; one that ended waits at most for its parent to notice."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_runaway_is_killed_and_a_fresh_process_takes_its_place(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        before = pool.pids
        problem = await refused(pool, RUNAWAY)
        assert problem.status == 503 and "longer than 1 s" in problem.message
        for _ in range(200):
            if len(pool.pids) == 2 and not any(alive(pid) for pid in set(before) - set(pool.pids)):
                break
            await asyncio.sleep(0.05)
        assert len(pool.pids) == 2 and len(set(before) & set(pool.pids)) == 1
        assert (await pool.ask(POINT)).body == b'{"head":{},"boolean":true}'

    with_pool(work, timeout=1.0)


def test_runaways_hold_up_nobody(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        runaways = [asyncio.create_task(refused(pool, RUNAWAY)) for _ in range(6)]
        for _ in range(40):
            assert (await pool.ask(POINT)).type == "application/sparql-results+json"
        assert not all(task.done() for task in runaways), "all runaways were over before the others were answered"
        assert {problem.status for problem in await asyncio.gather(*runaways)} == {503}
        assert len(pool.pids) <= 2 + 2

    with_pool(work, timeout=8.0)


def test_a_query_may_not_take_all_memory(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        problem = await refused(pool, HUNGRY)
        assert problem.status == 503 and "memory" in problem.message
        assert (await pool.ask(POINT)).type == "application/sparql-results+json"

    with_pool(work, timeout=60.0, memory=64 * MIB)


def test_an_answer_may_not_be_endless(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        problem = await refused(pool, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        assert problem.status == 413 and "3 MiB" in problem.message
        assert len(pool.pids) == 2

    with_pool(work, answer=3 * MIB)


def test_a_client_that_leaves_stops_its_query(with_pool: Callable[..., None]) -> None:
    async def left() -> bool:
        return True

    async def work(pool: Pool) -> None:
        with pytest.raises(NoAnswerError, match="has left"):
            await pool.ask(Job(RUNAWAY), left)
        assert (await pool.ask(POINT)).type == "application/sparql-results+json"

    with_pool(work)


def test_who_waits_too_long_is_told_so(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        for worker in list(pool.pids):
            os.kill(worker, signal.SIGSTOP)
        stuck = [asyncio.create_task(refused(pool, POINT.query)) for _ in range(3)]
        problems = await asyncio.gather(*stuck)
        assert {problem.status for problem in problems} == {503} and {problem.retry for problem in problems} >= {5}

    with_pool(work, timeout=1.0, wait=0.5)


def test_a_worker_that_died_idle_is_replaced(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        for pid in pool.pids:
            os.kill(pid, signal.SIGKILL)
        await asyncio.sleep(0.2)
        assert (await pool.ask(POINT)).type == "application/sparql-results+json"

    with_pool(work)


def test_a_nursery_that_died_is_replaced(with_pool: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        parents = {int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]) for pid in pool.pids}
        for pid in (*parents, *pool.pids):
            os.kill(pid, signal.SIGKILL)
        await asyncio.sleep(0.2)
        assert (await pool.ask(POINT)).type == "application/sparql-results+json"

    with_pool(work)


def test_the_system_keeps_queries_from_the_network(with_pool: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of a call are let through here, by a child that has a store but no check, to see the second wall alone."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.5)
        port = listener.getsockname()[1]

        async def work(pool: Pool) -> None:
            if not pool.sealed:
                pytest.skip("needs a Linux with seccomp on x86-64 or ARM64")

        with_pool(work)
        query = f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        outcome = _in_sealed_child(query)
        assert outcome.startswith("OSError"), outcome
        with pytest.raises(TimeoutError):
            listener.accept()


def _in_sealed_child(query: str) -> str:
    """What a query comes to in a process that is sealed, as the name and text of its error."""
    import subprocess
    import sys

    code = (
        "import sys, pyoxigraph as ox\nfrom kg.serve.confine import seal\nassert seal()\n"
        "try:\n    print(list(ox.Store().query(sys.argv[1])))\nexcept OSError as error:\n    print('OSError', error)"
    )
    done = subprocess.run([sys.executable, "-c", code, query], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True)
    return done.stdout


def test_the_same_query_unsealed_does_call() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)
        import threading

        def hang_up() -> None:
            listener.accept()[0].close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        with pytest.raises(OSError):
            list(ox.Store().query(f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{listener.getsockname()[1]}/> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
        thread.join(timeout=10)
        assert not thread.is_alive()


def test_a_snapshot_stays_as_it_was(folder: Path, tmp_path: Path) -> None:
    copy = snapshot(folder / "store", tmp_path / "copy")
    with open_store(copy) as opened, open_store(folder / "store") as original:
        assert len(opened) == len(original) > 0
        assert names_of(opened).search("과기정통")[0].iri.endswith("/msit")


def test_a_server_stops_a_runaway_while_others_are_answered(folder: Path) -> None:
    with running(folder, timeout=2.0) as address, httpx.Client(base_url=address, timeout=60) as client:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(4) as threads:
            slow = [threads.submit(client.get, "/sparql", params={"query": RUNAWAY}) for _ in range(3)]
            for _ in range(20):
                assert client.get("/sparql", params={"query": POINT.query}).status_code == 200
            answers = [future.result() for future in slow]
        assert [answer.status_code for answer in answers] == [503] * 3
        assert all("longer than 2 s" in answer.text or "busy" in answer.text for answer in answers)
