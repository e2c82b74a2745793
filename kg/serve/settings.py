"""What one server is started with, and the limits of what a client may ask of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from kg.errors import UsageError

MIB = 1024 * 1024
SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one query: ``timeout`` and ``wait`` for a free process in seconds, ``memory``, ``answer`` and ``query`` in bytes.

    ``workers`` processes answer; ``slow`` more go on with queries that take long.
    """

    timeout: float = 30.0
    wait: float = 60.0
    memory: int = 512 * MIB
    answer: int = 32 * MIB
    query: int = 1 * MIB
    workers: int = field(default_factory=lambda: max(4, os.cpu_count() or 1))
    slow: int = 4


@dataclass(frozen=True, slots=True)
class Settings:
    """A built folder, where to listen, and who may ask; ``ontology`` None is the one that kg brings."""

    out: Path
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    ontology: Path | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)


def check_settings(settings: Settings) -> Settings:
    """``settings`` themselves; UsageError where others could ask without a token, or a limit leaves nothing."""
    if settings.token is None and not settings.local:
        raise UsageError(f"host {settings.host!r} is reachable from other machines; give a --token, or listen on 127.0.0.1")
    if settings.token is not None and (len(settings.token) < SHORTEST_TOKEN or not settings.token.isascii()):
        raise UsageError(f"the token has {len(settings.token)} characters; it must have at least {SHORTEST_TOKEN}, all ASCII")
    if settings.limits.timeout <= 0 or settings.limits.memory < 64 * MIB:
        told = f"{settings.limits.timeout:g} s and {settings.limits.memory // MIB} MiB"
        raise UsageError(f"limits of {told} leave no room for a query; allow more than 0 s and at least 64 MiB")
    return settings


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine's own name or address for itself."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
