"""What is absent is skipped on a developer's machine and fails in CI."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.needs import needs_axe, needs_browser, needs_comunica, needs_java, needs_n3, needs_node, needs_rapper, needs_shared

ABSENT = [needs_browser, needs_node, needs_axe, needs_comunica, needs_n3, needs_java, needs_rapper, lambda: needs_shared("no/such/file")]


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("KG_AXE", "KG_COMUNICA", "KG_N3"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("KG_CI", raising=False)
    return monkeypatch


@pytest.mark.parametrize("needs", ABSENT)
def test_absent_skips(needs: Callable[[], Path], bare_machine: pytest.MonkeyPatch) -> None:
    with pytest.raises(pytest.skip.Exception, match="needs "):
        needs()


@pytest.mark.parametrize("needs", ABSENT)
def test_absent_fails_in_ci(needs: Callable[[], Path], bare_machine: pytest.MonkeyPatch) -> None:
    bare_machine.setenv("KG_CI", "1")
    with pytest.raises(pytest.fail.Exception, match="KG_CI"):
        needs()


def test_present_is_returned(bare_machine: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("node", "chromium"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert needs_node() == tmp_path / "node"
    assert needs_browser() == tmp_path / "chromium"
