"""A build of the samples, made once for all commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cli") / "out"
    result = CliRunner().invoke(main, ["build", "-o", str(out)])
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture
def kg(built: Path) -> Run:
    """A command on the built samples."""

    def run(command: str, *arguments: str, input: str | None = None) -> Result:
        return CliRunner().invoke(main, [command, *arguments, "-o", str(built)], input=input)

    return run
