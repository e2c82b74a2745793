"""Pages for the browser tests: made once, opened with the network off, watched for anything that runs or is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kg.network import measure
from kg.values import Graph
from kg.view import Cell, Column, Table, render
from tests.bench.synthetic import graph
from tests.needs import needs_browser
from tests.samples import kapex_graph
from tests.view.hostile import hostile_graph, hostile_tables
from tests.view.opening import BASE, SCHEMA, Open, Opened

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = needs_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(program), args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    question = Table(
        "who",
        "누가 만드나",
        "Who develops",
        (Column("이름", "Name"), Column("때", "When"), Column("상태", "Status")),
        ((Cell("한국과학기술연구원", "kist"), Cell("2025-11"), Cell("진행 중", en="Under way")),),
    )
    made: dict[str, tuple[Graph, tuple[Table, ...]]] = {
        "kapex": (kapex_graph(), (question,)),
        "hostile": (hostile_graph(), hostile_tables()),
        "many": (graph(1500, isolated=0.05), ()),
        "empty": (Graph((), (), (), (), ()), ()),
        "english": (kapex_graph(), ()),
    }
    paths = {}
    for name, (whole, tables) in made.items():
        paths[name] = folder / f"{name}.html"
        lang = "en" if name == "english" else "ko"
        text = render(whole, SCHEMA, measures=measure(whole), tables=partial(tuple, tables), lang=lang, base=BASE)
        paths[name].write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def opened(browser: Any, files: dict[str, Path]) -> Iterator[Open]:
    """Opens a page by name; at the end nothing may have been asked of the network, said on the console, or run by a text."""
    contexts: list[Any] = []
    heard: list[str] = []

    def open_(name: str, hash_: str = "", **settings: Any) -> Opened:
        context = browser.new_context(**{"viewport": {"width": 1600, "height": 900}, "offline": True, "locale": "ko-KR", **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: _refuse(dialog, heard))
        page.on("request", lambda request: _note(request.url, heard))
        page.goto(files[name].as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", timeout=30000)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert heard == []


def _refuse(dialog: Any, heard: list[str]) -> None:
    heard.append(f"ran: {dialog.message}")
    dialog.dismiss()


def _note(url: str, heard: list[str]) -> None:
    if not url.startswith(("file:", "data:", "blob:")):
        heard.append(f"asked for {url}")
