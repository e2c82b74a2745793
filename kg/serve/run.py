"""Runs the server until it is told to end."""

from __future__ import annotations

import uvicorn

from kg.serve.app import application
from kg.serve.settings import Settings

CONNECTIONS = 1000


def serve(settings: Settings) -> None:
    """Answers on ``settings.host`` and ``port`` until SIGINT or SIGTERM. Raises what ``application`` raises."""
    uvicorn.Server(server_config(settings)).run()


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
