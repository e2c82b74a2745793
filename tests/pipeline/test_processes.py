"""Processes are gone when their block ends, however it ends."""

from __future__ import annotations

import multiprocessing
import time

import pytest

from kg.pipeline.processes import processes


def nothing() -> None:
    """What a process needs to be ready for work that needs nothing."""


def test_an_error_does_not_wait_for_work_that_is_not_begun() -> None:
    with pytest.raises(ZeroDivisionError), processes(1, nothing) as pool:
        waiting = [pool.submit(time.sleep, 0.05) for _ in range(50)]
        raise ZeroDivisionError
    assert waiting[-1].cancelled()
    assert not multiprocessing.active_children()
