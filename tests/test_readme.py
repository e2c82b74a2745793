"""What the README promises about files is so; its commands are run by .ci/run."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kg.ontology.frames import load_frames
from tests.needs import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL))
PATHS = sorted(set(re.findall(r"`((?:kg|ontology|tests|outputs|\.ci)/[\w./-]*\w/?)`", README)) - {"ontology/frames/transfer.yml"})


@pytest.mark.parametrize("path", PATHS)
def test_a_path_of_the_readme_is_there(path: str) -> None:
    assert (REPOSITORY / path).exists() or (REPOSITORY / f"{path}.py").exists()


def test_paths_were_found() -> None:
    assert len(PATHS) > 15


def test_the_frame_of_the_readme_loads(tmp_path: Path) -> None:
    (tmp_path / "transfer.yml").write_text(BLOCKS["yaml"], encoding="utf-8")
    (frame,) = load_frames(tmp_path)
    assert [rule.id for rule in frame.rules] == ["transfer.hand"]
    assert frame.examples


@pytest.mark.parametrize("start", ["python3 -m venv .venv && ", ".venv/bin/pip install -r requirements-dev.lock && "])
def test_each_set_up_command_is_one_line_that_ci_finds(start: str) -> None:
    assert README.count(f"\n{start}") == 1


def _locked(name: str) -> dict[str, str]:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def _named(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ ;]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


def test_the_locks_hold_what_the_project_names() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime, everything = _locked("requirements.lock"), _locked("requirements-dev.lock")
    assert _named(project["dependencies"]) <= runtime.keys()
    assert runtime.items() <= everything.items()
    assert _named(project["optional-dependencies"]["dev"]) <= everything.keys()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_hashes_and_names_no_host(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:index|extra-index|find-links|trusted)", text)
    for entry in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in entry, entry
