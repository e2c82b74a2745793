"""The editor in a real browser: from our files only, on our endpoint, with the questions as tabs; and the other pages beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.ontology.questions import load_questions
from tests.needs import REPOSITORY, needs_axe, needs_browser
from tests.samples import kapex_graph
from tests.serve.servers import SCHEMA, built, running, storable
from tests.view.hostile import hostile_graph

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
QUESTIONS = load_questions(REPOSITORY / "ontology" / "queries", SCHEMA)
# What a browser says of a query that was refused, and of handlers in a text that YASGUI's sanitiser looks at in a document of its own.
EXPECTED = (
    "the server responded with a status of 403",
    "the server responded with a status of 404",
    "Executing inline event handler violates",
)
Open = Callable[..., Any]
PATHS = ("/", "/search?q=kist", "/id/kist", "/id/article/kapex-visit", "/graph", "/ontology", "/id/kist?lang=en", "/nowhere")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = needs_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(program), args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    kapex = built(kapex_graph(), tmp_path_factory.mktemp("built"))
    hostile = built(storable(hostile_graph()), tmp_path_factory.mktemp("hostile"))
    with running(kapex) as first, running(hostile) as second:
        yield {"kapex": first, "hostile": second}


@pytest.fixture
def opened(browser: Any, addresses: dict[str, str]) -> Iterator[Open]:
    """Opens a page; at the end nothing may have been asked beyond our origin, complained of on the console, or run by a text."""
    contexts: list[Any] = []
    heard: list[str] = []

    def open_(graph: str, path: str) -> Any:
        context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="ko-KR")
        contexts.append(context)
        page, origin = context.new_page(), addresses[graph] + "/"
        page.on("console", lambda message: heard.extend([message.text] if message.type in ("error", "warning") else []))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: heard.append(f"ran: {dialog.message}") or dialog.dismiss())  # type: ignore[func-returns-value]
        ours = (origin, "data:", "blob:")
        context.on("request", lambda request: heard.extend([] if request.url.startswith(ours) else [f"asked for {request.url}"]))
        page.goto(addresses[graph] + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [text for text in heard if not any(told in text for told in EXPECTED)] == []


def editor(opened: Open, graph: str = "kapex", path: str = "/query") -> Any:
    page = opened(graph, path)
    page.wait_for_selector("html[data-ready]", timeout=30000)
    return page


def write(page: Any, query: str) -> None:
    page.evaluate("(text) => { kgEditor.getTab().setQuery(text); }", query)


def ask(page: Any, query: str) -> None:
    write(page, query)
    page.click(".yasqe_queryButton:visible")
    page.wait_for_selector(".yasr_results:visible tbody tr, .yasr_results:visible .errorResult", timeout=30000)


def test_the_saved_questions_are_tabs(opened: Open) -> None:
    page = editor(opened)
    names = [name.removesuffix("✖").strip() for name in page.locator(".tabsList .tab:not(.addTab)").all_inner_texts()]
    assert {question.ko for question in QUESTIONS.values()} <= set(names)


def test_the_first_tab_has_the_prefixes_and_answers_from_here(opened: Open, addresses: dict[str, str]) -> None:
    page = editor(opened)
    query = page.evaluate("kgEditor.getTab().getQuery()")
    assert f"PREFIX tp: <{SCHEMA.namespace}>" in query
    assert page.evaluate("kgEditor.getTab().getEndpoint()") == addresses["kapex"] + "/sparql"
    ask(page, "SELECT ?name WHERE { id:kist skos:prefLabel ?name FILTER(LANG(?name) = 'ko') }")
    assert "한국과학기술연구원" in page.inner_text(".yasr_results:visible")


def test_an_address_opens_its_question_even_where_its_tab_was_closed(opened: Open) -> None:
    page = editor(opened, path="/query#partners")
    title = QUESTIONS["partners"].ko
    assert page.inner_text(".tabsList .tab.active").removesuffix("✖").strip() == title
    page.evaluate("kgEditor.getTab('partners').close()")
    page.evaluate("location.hash = '#about'")
    page.evaluate("location.hash = '#partners'")
    page.wait_for_timeout(300)
    assert page.inner_text(".tabsList .tab.active").removesuffix("✖").strip() == title
    assert "tp:collaboratesWith" in page.evaluate("kgEditor.getTab().getQuery()")


def test_every_question_runs_from_its_tab(opened: Open) -> None:
    page = editor(opened)
    for tab in page.evaluate("Object.keys(kgEditor._tabs)"):
        page.evaluate("(id) => { kgEditor.selectTabId(id); }", tab)
        with page.expect_response("**/sparql") as waiting:
            page.click(".yasqe_queryButton:visible")
        assert waiting.value.status == 200


def test_what_is_wrong_is_shown(opened: Open) -> None:
    page = editor(opened)
    write(page, "SELECT * WHERE { SERVICE <https://query.example/> { ?s ?p ?o } }")
    page.click(".yasqe_queryButton:visible")
    page.wait_for_selector(".yasr_results:visible .errorResult")
    assert "SERVICE is refused" in page.inner_text(".yasr_results:visible")


def test_completion_knows_the_ontology_and_asks_nobody(opened: Open) -> None:
    page = editor(opened)
    write(page, f"PREFIX tp: <{SCHEMA.namespace}>\nSELECT * WHERE {{ ?s a tp:Rese }}")
    page.evaluate("{ const editor = kgEditor.getTab().getYasqe(); editor.focus(); editor.setCursor({ line: 1, ch: 30 }); }")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(1000)
    assert "tp:ResearchInstitute" in page.evaluate("kgEditor.getTab().getQuery()") or "ResearchInstitute" in page.inner_text("body")


def test_tabs_are_kept_and_not_doubled(opened: Open) -> None:
    page = editor(opened)
    count = page.locator(".tabsList .tab:not(.addTab)").count()
    write(page, "ASK { }")
    page.wait_for_timeout(300)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator(".tabsList .tab:not(.addTab)").count() == count and page.evaluate("kgEditor.getTab().getQuery()") == "ASK { }"


def test_hostile_answers_run_nothing(opened: Open) -> None:
    page = editor(opened, "hostile")
    ask(page, "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1000")
    ask(page, "SELECT * WHERE { VALUES ?x { <http://x/'/onmouseover='alert(1)//> <javascript:alert(2)> '<img src=x onerror=alert(3)>' } }")
    page.wait_for_timeout(500)
    assert page.locator(".yasr_results img, .yasr_results svg[onload], .yasr_results script, .yasr_results [onmouseover]").count() == 0


@pytest.mark.parametrize("path", PATHS)
def test_other_pages_ask_for_nothing_beyond_our_origin(opened: Open, path: str) -> None:
    page = opened("kapex", path)
    page.wait_for_load_state("networkidle")
    assert page.title()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_pages_are_for_everybody(browser: Any, addresses: dict[str, str], scheme: str) -> None:
    """By the rules of WCAG 2.2 AA that axe-core knows; the editor is YASGUI's and not ours."""
    script = needs_axe().read_text(encoding="utf-8")
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, locale="ko-KR")
    for path in (*(path for path in PATHS if path != "/graph"), "/search?q=lg", "/id/product/kapex"):
        page = context.new_page()
        page.goto(addresses["kapex"] + path)
        page.evaluate(script)
        result = page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })")
        assert result["passes"] and [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == [], path
    context.close()


def test_a_link_to_a_thing_works_by_click(opened: Open) -> None:
    page = opened("kapex", "/search?q=kapex")
    page.click("main a")
    assert page.inner_text("h1") == "KAPEX"
    page.click("main a:has-text('LG전자')")
    page.wait_for_selector("h1:has-text('LG전자')")


def test_a_token_is_asked_for_once_and_then_all_works(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    token = "a-token-of-some-length"
    with running(built(kapex_graph(), tmp_path_factory.mktemp("locked"), drawn=False), token=token) as address:
        page = browser.new_page(locale="ko-KR")
        page.goto(f"{address}/id/kist")
        assert "한국과학기술연구원" not in page.content()
        page.fill("input[name=token]", "a-wrong-token-of-length")
        page.click("main button")
        page.fill("input[name=token]", token)
        page.click("main button")
        page.goto(f"{address}/id/kist")
        assert page.inner_text("h1") == "한국과학기술연구원"
        page.goto(f"{address}/query")
        page.wait_for_selector("html[data-ready]", timeout=30000)
        ask(page, "SELECT ?name WHERE { id:kist skos:prefLabel ?name FILTER(LANG(?name) = 'ko') }")
        assert "한국과학기술연구원" in page.inner_text(".yasr_results:visible")
        page.close()
