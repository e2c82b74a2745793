"""A child process as the server sees it, and the nursery that makes them."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from kg.errors import StoreError
from kg.serve.answer import Job
from kg.serve.nursery import PID, Config
from kg.serve.wire import Head, pack, read

PACKAGES = Path(__file__).parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")
_NICER = 19  # how much a slow query yields to the others: it gets what they leave


class Worker:
    """A child that answers one job at a time; ``sealed`` tells whether it is cut off from the network by the system."""

    def __init__(self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.pid, self.sealed, self.alive = pid, False, True
        self._reader, self._writer = reader, writer
        self._handle = _handle(pid)

    async def greet(self) -> None:
        """Waits until it has opened the store; EOFError where it could not."""
        head, _ = await read(self._reader)
        self.sealed = bool(head["sealed"])

    async def ask(self, job: Job) -> tuple[Head, bytes]:
        """Its reply; EOFError where it ended before."""
        self._writer.write(pack(asdict(job)))
        return await read(self._reader)

    @property
    def gone(self) -> bool:
        """Whether it has ended by itself."""
        return self._reader.at_eof()

    def cpu(self) -> float | None:
        """The CPU seconds it has used in its life; None where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def yield_to_others(self) -> None:
        """Lowers its priority, for good."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICER)

    def end(self) -> None:
        """Kills it, and never another process that has got its id since."""
        if not self.alive:
            return
        self.alive = False
        self._writer.close()
        with suppress(ProcessLookupError):
            if self._handle is not None:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            elif not self.gone:
                os.kill(self.pid, signal.SIGKILL)
        if self._handle is not None:
            os.close(self._handle)


class Nursery:
    """Makes workers; starts its process when one is wanted, and again should it have ended."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._turn = asyncio.Lock()

    async def worker(self) -> Worker:
        """A worker that is ready; StoreError where none can be made."""
        async with self._turn:
            ours, theirs = socket.socketpair()
            try:
                pid = await self._fork(theirs)
            except OSError as error:
                ours.close()
                raise StoreError(f"no process for queries can be started: {error}") from error
            finally:
                theirs.close()
        ours.setblocking(False)
        made = Worker(pid, *await asyncio.open_connection(sock=ours))
        try:
            await made.greet()
        except EOFError:
            made.end()
            raise StoreError(f"{self._config.data}: a process for queries ended at once; can the store be read, is there memory?") from None
        return made

    def end(self) -> None:
        """Ends its process; the workers end with their own sockets."""
        if self._socket is not None:
            self._socket.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._socket = None

    async def _fork(self, theirs: socket.socket) -> int:
        if self._process is None or self._process.poll() is not None:
            self.end()
            self._start()
        if self._socket is None:
            raise OSError("there is no nursery")
        socket.send_fds(self._socket, [b"\0"], [theirs.fileno()])
        told = await asyncio.get_running_loop().sock_recv(self._socket, PID.size)
        if len(told) < PID.size:
            raise OSError("the nursery has ended")
        return int(PID.unpack(told)[0])

    def _start(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._socket.setblocking(False)
        command = [sys.executable, "-P", "-m", "kg.serve.nursery", str(theirs.fileno()), self._config.text()]
        paths = os.pathsep.join(filter(None, (str(PACKAGES), os.environ.get("PYTHONPATH", ""))))
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # our own module, with our own arguments
                command,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths},
                start_new_session=True,
            )


def _handle(pid: int) -> int | None:
    """A descriptor that means this very process; None on systems without such, or where it has ended already."""
    if not hasattr(os, "pidfd_open"):
        return None
    try:
        return os.pidfd_open(pid)
    except OSError:
        return None
