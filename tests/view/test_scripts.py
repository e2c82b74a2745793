"""The page's scripts: their own tests in Node.js, and what must hold for all of them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kg.view.page import DRAWN, FOLDER, PURE
from tests.needs import needs_node

HERE = Path(__file__).parent


def test_scripts_pass_their_own_tests() -> None:
    done = subprocess.run(
        [needs_node(), "--test", "--test-reporter=tap", *sorted(map(str, HERE.glob("*.test.mjs")))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert int(re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)[1]) > 40  # type: ignore[index]


def test_every_script_is_in_the_page_once() -> None:
    assert sorted((*PURE, *DRAWN)) == sorted(path.stem for path in FOLDER.glob("*.js"))


@pytest.mark.parametrize("name", [*PURE, *DRAWN])
def test_a_script_never_makes_markup_of_text_and_calls_nobody(name: str) -> None:
    text = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    ways = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|fetch\(|XMLHttpRequest|WebSocket|import\("
    )
    assert not re.search(ways, text)
    assert text.count("\n") < 420


@pytest.mark.parametrize("name", [*PURE, *DRAWN])
def test_no_string_of_a_script_spans_lines(name: str) -> None:
    """Indentation and lines of comment are left out of the page."""
    for line in (FOLDER / f"{name}.js").read_text(encoding="utf-8").splitlines():
        assert line.count("`") % 2 == 0 and not line.endswith("\\"), line


@pytest.mark.parametrize("name", PURE)
def test_what_node_tests_does_not_need_a_page(name: str) -> None:
    assert not re.search(r"\b(document|window|getComputedStyle|vis)\.", (FOLDER / f"{name}.js").read_text(encoding="utf-8"))
