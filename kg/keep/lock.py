"""Locks that go with their process, however that ends, and say who holds them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone(file: Path, place: Path) -> Iterator[None]:
    """Nobody else is inside such a block for ``file``; where somebody is, a StoreError says who, about ``place``.

    Windows has no such lock; there only the ledger's keeps writers apart.
    """
    handle = _opened(file, place)
    try:
        if not _locked(handle, shared=False):
            holder = os.read(handle, 100).decode("ascii", "replace").strip() or "another process"
            raise StoreError(f"{place}: {holder} is writing this store; wait for it, or stop it")
        os.ftruncate(handle, 0)
        os.write(handle, f"process {os.getpid()}\n".encode("ascii"))
        yield
    finally:
        os.close(handle)


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """Lets ``unused`` know that somebody reads what lies in ``folder``; FileNotFoundError where it is gone, or going."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not _locked(handle, shared=True):
            raise FileNotFoundError(f"{folder} is being deleted")
        folder.stat()  # it may have gone before it was locked
        yield
    finally:
        os.close(handle)


@contextmanager
def unused(folder: Path) -> Iterator[bool]:
    """Whether nobody reads what lies in ``folder``; then nobody begins to, either."""
    if sys.platform == "win32":
        yield True
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _locked(handle, shared=False)
    finally:
        os.close(handle)


def _opened(file: Path, place: Path) -> int:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{place}: the store cannot be written: {error}") from error


def _locked(handle: int, *, shared: bool) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
