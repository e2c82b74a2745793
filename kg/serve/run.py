"""Runs the server until it is told to end."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from kg.errors import UsageError
from kg.serve.app import application
from kg.serve.settings import Settings

CONNECTIONS = 1000


def serve(settings: Settings, listening: Callable[[str], None]) -> None:
    """Answers until SIGINT or SIGTERM, after it has told ``listening`` its address, with the port that a port of 0 came to.

    Raises what ``application`` raises, and UsageError where it cannot listen.
    """
    config = server_config(settings)
    with suppress(KeyboardInterrupt), _listener(settings) as opened:  # the interrupt is how it ends
        listening(_address(opened))
        uvicorn.Server(config).run(sockets=[opened])


def server_config(settings: Settings) -> uvicorn.Config:
    """How uvicorn runs the application of ``settings``."""
    return uvicorn.Config(
        application(settings),
        host=settings.host.strip("[]"),
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=5,
    )


def _listener(settings: Settings) -> socket.socket:
    host = settings.host.strip("[]")
    try:
        family, _, _, _, place = socket.getaddrinfo(host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server((str(place[0]), int(place[1])), family=family, backlog=2048)
    except OSError as error:
        told = f"{settings.host}:{settings.port}: cannot listen there: {error.strerror or error}"
        raise UsageError(f"{told}; name another --port, 0 for a free one, or another --host") from None


def _address(opened: socket.socket) -> str:
    host, port = opened.getsockname()[:2]
    return f"http://[{host}]:{port}" if opened.family == socket.AF_INET6 else f"http://{host}:{port}"
