"""The command itself: it says where it listens, answers there, and leaves nothing behind when it is told to end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from kg.cli import main
from tests.needs import REPOSITORY
from tests.samples import kapex_graph
from tests.serve.servers import RUNAWAY, built


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(kapex_graph(), tmp_path_factory.mktemp("built"), drawn=False)


@contextmanager
def started(folder: Path, scratch: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command on a free port, with the first line that it says."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "-o", str(folder), "--port", "0", *more]
    with subprocess.Popen(
        command, cwd=REPOSITORY, env={**os.environ, "TMPDIR": str(scratch)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline()
        finally:
            process.kill()


@pytest.mark.parametrize(("host", "end"), [("127.0.0.1", signal.SIGTERM), ("::1", signal.SIGINT), ("localhost", signal.SIGTERM)])
def test_it_says_where_it_listens_and_leaves_nothing(folder: Path, tmp_path: Path, host: str, end: signal.Signals) -> None:
    if host == "::1" and not _has_ipv6():
        pytest.skip("needs IPv6 on loopback")
    with started(folder, tmp_path, "--host", host) as (process, line):
        address = line.split()[1].rstrip("/")
        assert address.startswith("http://[::1]:" if host == "::1" else "http://127.0.0.1:") and not address.endswith(":0"), line
        assert httpx.get(f"{address}/sparql", params={"query": "ASK { }"}, timeout=60).json() == {"head": {}, "boolean": True}
        assert list(tmp_path.iterdir()), "there is a copy of the store while it runs"
        process.send_signal(end)
        _, said = process.communicate(timeout=60)
        assert said == ""
        assert process.returncode == (0 if end == signal.SIGINT else -end)
    assert list(tmp_path.iterdir()) == []


def test_limits_are_those_that_were_given(folder: Path, tmp_path: Path) -> None:
    with started(folder, tmp_path, "--answer", "1", "--timeout", "2") as (_, line):
        endpoint = line.split()[1] + "sparql"
        large = httpx.get(endpoint, params={"query": "SELECT * { ?a a ?b . ?c a ?d . ?e a ?f }"}, timeout=60)
        assert large.status_code == 413 and "more than 1 MiB" in large.text
        long = httpx.get(endpoint, params={"query": RUNAWAY}, timeout=60)
        assert long.status_code == 503 and "longer than 2 s" in long.text


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def test_a_place_where_it_cannot_listen_is_told(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for host, words in (("127.0.0.1", "Address already in use"), ("nowhere.invalid", "cannot listen there")):
            more = ["--token", "a-token-of-some-length"] if host != "127.0.0.1" else []
            result = CliRunner().invoke(main, ["serve", "-o", str(folder), "--host", host, "--port", port, *more])
            assert result.exit_code == 2 and words in result.stderr and "--port" in result.stderr, result.output
            assert "Open" not in result.stdout


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--host", "0.0.0.0"], "give a --token"),
        (["--host", "0.0.0.0", "--token", "short"], "at least 16"),
        (["--timeout", "0"], "--timeout"),
        (["--memory", "1"], "--memory"),
        (["--port", "70000"], "--port"),
    ],
)
def test_settings_that_cannot_be_are_told(folder: Path, more: list[str], words: str) -> None:
    result = CliRunner().invoke(main, ["serve", "-o", str(folder), *more])
    assert result.exit_code == 2 and words in result.stderr


def test_a_folder_without_a_graph_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "-o", str(tmp_path)])
    assert result.exit_code == 2 and "kg build" in result.stderr
