"""The process from which those that answer queries are forked: it holds nothing but the code, so a new one is there at once.

Run as ``python -m kg.serve.nursery FD CONFIG``. Over the socket FD comes one byte and a socket for each child that is wanted; its
process id goes back. It ends when the server has gone.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.serve.answer import INLINE, Job, Sink, answer
from kg.serve.confine import limit, seal
from kg.serve.errors import NoAnswerError
from kg.serve.wire import Head, pack, receive

PID = struct.Struct(">I")
SLACK = 5.0  # seconds after which a child ends by itself, should nobody be left to end it


@dataclass(frozen=True, slots=True)
class Config:
    """What a child is given: the folder of the database, the limits in seconds and bytes, and the prefixes."""

    data: str
    timeout: float
    memory: int
    answer: int
    prefixes: dict[str, str]

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))


def main(fd: int, config: Config) -> None:
    """Forks children until the server has gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=fd) as server:
        while True:
            wanted, fds, _, _ = socket.recv_fds(server, 1, 1)
            if not wanted:
                return
            pid = os.fork()
            if pid == 0:
                server.close()
                _live(fds[0], config)
            os.close(fds[0])
            server.sendall(PID.pack(pid))


def _live(fd: int, config: Config) -> None:
    """The whole life of a child; it never returns into the nursery."""
    try:
        with socket.socket(fileno=fd) as server:
            child(server, config)
        os._exit(0)
    finally:
        os._exit(1)


def child(server: socket.socket, config: Config) -> None:
    """Answers the jobs that come over the socket, confined, until it ends."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    sealed = seal()
    store = ox.Store.read_only(config.data)
    limit(config.memory, config.answer + INLINE)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what is said when memory ends is not for the terminal of the server
    server.sendall(pack({"ready": os.getpid(), "sealed": sealed}))
    while (message := receive(server)) is not None:
        signal.setitimer(signal.ITIMER_REAL, config.timeout + SLACK)
        head, body = _reply(store, message[0], config)
        signal.setitimer(signal.ITIMER_REAL, 0)
        server.sendall(pack(head, body))


def _reply(store: ox.Store, asked: Head, config: Config) -> tuple[Head, bytes]:
    default, named = (None if asked[name] is None else tuple(asked[name]) for name in ("default", "named"))
    job = Job(asked["query"], asked["accept"], default, named, asked["spill"])
    sink = Sink(job.spill, config.answer)
    try:
        chosen = answer(store, job, config.prefixes, sink)
        body = sink.finish()
    except NoAnswerError as problem:
        Path(job.spill).unlink(missing_ok=True)
        return {"status": problem.status, "message": problem.message}, b""
    return {"status": 200, "type": chosen, "spilled": sink.spilled}, body


if __name__ == "__main__":
    main(int(sys.argv[1]), Config(**json.loads(sys.argv[2])))
