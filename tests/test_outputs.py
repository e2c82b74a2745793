"""What is committed in outputs/ is what the code gives today; `.ci/outputs` makes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.home import samples_folder
from kg.pipeline import Settings, build
from tests.needs import REPOSITORY

OUTPUTS = REPOSITORY / "outputs"
# Of the page only its length is compared: zlib packs it, and zlib's bytes differ by version.
FILES = ("graph.ttl", "graph.trig", "documents.jsonl", "report.md")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("outputs") / "out"
    build([samples_folder()], out, Settings(workers=1))
    return out


@pytest.mark.parametrize("name", FILES)
def test_a_committed_file_is_what_the_code_gives(fresh: Path, name: str) -> None:
    assert (OUTPUTS / name).read_bytes() == (fresh / name).read_bytes(), "run .ci/outputs"


def test_the_committed_page_is_as_long_as_the_one_the_code_gives(fresh: Path) -> None:
    committed, today = ((folder / "graph.html").stat().st_size for folder in (OUTPUTS, fresh))
    assert abs(committed - today) < 0.02 * today, "run .ci/outputs"


def test_the_picture_is_a_picture() -> None:
    content = (OUTPUTS / "graph.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert 20_000 < len(content) < 1_000_000
