"""Real SPARQL servers on loopback, on free ports and in folders that go with the test."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from kg.errors import StoreError
from kg.keep.address import Address, read_address
from kg.keep.remote import open_remote
from tests.needs import needs_oxigraph, needs_virtuoso

STARTS_WITHIN = 120.0
MOST_ROWS = 10_000
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {most}
"""


@contextmanager
def oxigraph(folder: Path) -> Iterator[Address]:
    """An Oxigraph server."""
    (port,) = free_ports(1)
    command = [str(needs_oxigraph()), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, read_address(f"http://127.0.0.1:{port}")) as address:
        yield address


@contextmanager
def virtuoso(folder: Path, *, most: int = MOST_ROWS) -> Iterator[Address]:
    """A Virtuoso server that gives at most ``most`` rows; its first user has a well-known password."""
    sql, http = free_ports(2)
    program = needs_virtuoso()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=sql, http=http, most=most), encoding="ascii")
    address = read_address(f"http://127.0.0.1:{http}", {"layout": "virtuoso"}, user="dba", password="dba")
    with _running([str(program), "+foreground", "+configfile", "virtuoso.ini"], folder, address) as address:
        yield address


SERVERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody has."""
    opened = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in opened]
    for one in opened:
        one.close()
    return ports


@contextmanager
def _running(command: list[str], folder: Path, address: Address) -> Iterator[Address]:
    with (folder / "server.log").open("wb") as log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server:
        try:
            _wait(server, folder, address)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait(server: subprocess.Popen[bytes], folder: Path, address: Address) -> None:
    end = monotonic() + STARTS_WITHIN
    while server.poll() is None:
        try:
            with open_remote(address) as remote:
                return remote.check()
        except StoreError:
            if monotonic() > end:
                raise
            sleep(0.1)
    raise AssertionError((folder / "server.log").read_text(encoding="utf-8", errors="replace"))
