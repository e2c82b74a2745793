"""The page in a real browser, the network off: searched, read, walked, filtered, exported; never run by its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.network import measure
from kg.ontology.schema import load_schema
from kg.values import Graph
from kg.view import Cell, Column, Table, render
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY, needs_axe, needs_browser
from tests.samples import kapex_graph
from tests.view.hostile import hostile_graph, hostile_tables

SCHEMA = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
Opened = Any
Open = Callable[..., Opened]


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
        "who", "누가 만드나", "Who develops", (Column("이름", "Name"), Column("때", "When")), ((Cell("KIST", "kist"), Cell("2025-11")),)
    )
    made: dict[str, tuple[Graph, tuple[Table, ...]]] = {
        "kapex": (kapex_graph(), (question,)),
        "hostile": (hostile_graph(), hostile_tables()),
        "many": (graph(1500, isolated=0.05), ()),
        "empty": (Graph((), (), (), (), ()), ()),
    }
    paths = {}
    for name, (whole, tables) in made.items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(render(whole, SCHEMA, measures=measure(whole), tables=tables), encoding="utf-8")
    return paths


@pytest.fixture
def opened(browser: Any, files: dict[str, Path]) -> Iterator[Open]:
    """Opens a page by name; at the end nothing may have been asked of the network, said on the console, or run by a text."""
    contexts: list[Any] = []
    heard: list[str] = []

    def open_(name: str, hash_: str = "", **settings: Any) -> Opened:
        context = browser.new_context(viewport={"width": 1600, "height": 900}, offline=True, locale="ko-KR", **settings)
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


def at(page: Opened, node: str) -> tuple[float, float]:
    """Where an entity stands on the screen."""
    spot = page.evaluate(
        """(id) => {
          const { stage, model, scene } = window.kgPage;
          const i = model.place.get(id);
          const p = stage.network.canvasToDOM({ x: scene.X[i], y: scene.Y[i] });
          const box = stage.box.getBoundingClientRect();
          return [p.x + box.left, p.y + box.top];
        }""",
        node,
    )
    return spot[0], spot[1]


def title(page: Opened) -> str:
    return str(page.inner_text("#details-title"))


@pytest.mark.parametrize("query", ["KAPEX", "kap", "ㅎㄱㄱㅎ", "exaone", "과기정통"])
def test_search_finds(opened: Open, query: str) -> None:
    page = opened("kapex")
    wanted = {"KAPEX": "product/kapex", "kap": "product/kapex", "ㅎㄱㄱㅎ": "kist", "exaone": "product/엑사원", "과기정통": "msit"}[query]
    page.fill("#search", query)
    assert page.get_attribute("#hits li", "data-node") == wanted
    page.keyboard.press("Enter")
    page.wait_for_selector("#details-title")
    assert page.evaluate("kgPage.model.nodes.id[kgPage.selected]") == wanted


def test_a_click_on_a_dot_shows_its_evidence_with_marks(opened: Open) -> None:
    page = opened("kapex")
    page.mouse.click(*at(page, "product/kapex"))
    page.wait_for_selector(".quote")
    assert title(page) == "KAPEX"
    assert {"KIST", "개발하고 있다", "KAPEX"} <= set(page.locator(".quote mark").all_inner_texts())
    assert page.locator(".source").first.inner_text().split() >= ["견본일보", "2025-11-13"]
    assert (
        page.get_attribute(".source a", "href").startswith("https://") and page.get_attribute(".source a", "rel") == "noopener noreferrer"
    )


def test_a_click_on_a_line_shows_all_that_joins_the_two(opened: Open) -> None:
    page = opened("kapex")
    (x1, y1), (x2, y2) = at(page, "lg-electronics"), at(page, "product/kapex")
    page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    page.wait_for_selector(".verb")
    shown = page.inner_text("#details-body")
    assert "공급" in shown and "공동 개발" in shown and "부정" in shown and "접었다" in shown


def test_an_event_is_a_card_with_its_parts(opened: Open) -> None:
    page = opened("kapex", "#node=product%2Fkapex")
    card = page.locator(".card").first.inner_text()
    assert all(name in card for name in ("한국과학기술연구원", "LG전자", "LG AI연구원", "KAPEX", "진행 중"))


def test_filters_change_what_is_shown_and_counted(opened: Open) -> None:
    page = opened("kapex")
    before = page.inner_text("#counts")
    page.locator('[data-facet="statuses"] input').nth(1).uncheck()
    page.wait_for_function("kgPage.seen.edges === 15")
    assert page.inner_text("#counts") != before and "15 / 20" in page.inner_text("#counts")
    assert "statuses=ongoing" in page.url
    page.locator('[data-facet="classes"] .tiny').nth(1).click()
    page.wait_for_function("kgPage.seen.nodes === 0")
    page.click("#reset")
    page.wait_for_function("kgPage.seen.edges === 20")


def test_a_period_leaves_out_the_rest(opened: Open) -> None:
    page = opened("kapex")
    page.locator("#period-from").fill(page.get_attribute("#period-from", "max"))
    page.wait_for_function("kgPage.seen.edges < 20 && kgPage.seen.edges > 0")
    assert page.evaluate("kgPage.model.relations[kgPage.model.P[kgPage.seen.edge.indexOf(1)]].id") == "supports"


def test_an_address_opens_the_focus_and_back_returns(opened: Open) -> None:
    page = opened("kapex", "#node=product%2Fkapex&hop=1")
    assert page.evaluate("kgPage.scene.kind") == "focus" and title(page) == "KAPEX"
    assert page.evaluate("kgPage.scene.members.length") == 6
    page.click("#whole")
    page.wait_for_function("kgPage.scene.kind === 'map'")
    page.click("#back")
    page.wait_for_function("kgPage.scene.kind === 'focus'")


def test_a_path_is_a_chain_with_its_evidence(opened: Open) -> None:
    page = opened("kapex", "#node=msit")
    page.click("text=여기서 경로 찾기")
    page.keyboard.type("엑사원")
    page.keyboard.press("Enter")
    page.wait_for_function("kgPage.scene.kind === 'path'")
    way = page.evaluate("kgPage.scene.way.map((i) => kgPage.model.nodes.id[i])")
    assert way[0] == "msit" and way[-1] == "product/엑사원" and len(way) == 4
    assert page.locator("#details-body ol > li").count() == 3 and page.locator(".quote").count() >= 3


def test_unconnected_entities_have_no_path_and_it_is_said(opened: Open) -> None:
    page = opened("kapex", "#node=event%2Fces2026&to=kist")
    assert page.evaluate("kgPage.scene.kind") == "map" and "CES 2026" in page.inner_text("#say")


def test_saved_questions_lead_to_entities(opened: Open) -> None:
    page = opened("kapex")
    page.click("#open-ask")
    assert "누가 만드나" in page.inner_text("#ask-answer")
    page.click("#ask-answer td button")
    page.wait_for_selector("#details-title")
    assert title(page) == "한국과학기술연구원"


def test_both_languages(opened: Open) -> None:
    page = opened("kapex", "#node=kist")
    page.click("#language")
    page.wait_for_function("document.documentElement.lang === 'en'")
    assert title(page) == "Korea Institute of Science and Technology" and page.inner_text("#whole") == "Whole map"


def test_keys_alone_find_read_and_follow(opened: Open) -> None:
    page = opened("kapex")
    page.keyboard.press("/")
    page.keyboard.type("kapex")
    page.keyboard.press("Enter")
    page.wait_for_selector(".quote")
    assert page.evaluate("document.activeElement.id") == "details-title"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.node"):
            break
    followed = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_function("(name) => document.getElementById('details-title').textContent === name", arg=followed)
    page.keyboard.press("f")
    page.wait_for_function("kgPage.scene.kind === 'focus'")
    page.keyboard.press("Escape")
    page.wait_for_function("kgPage.scene.kind === 'map'")
    scale = page.evaluate("kgPage.stage.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("kgPage.stage.network.getScale()") > scale


@pytest.mark.parametrize(
    ("what", "name"), [("png", "graph-view.png"), ("svg", "graph-view.svg"), ("csv", "graph-view.csv"), ("turtle", "graph-view.ttl")]
)
def test_what_is_taken_away(opened: Open, tmp_path: Path, what: str, name: str) -> None:
    page = opened("kapex", "#node=product%2Fkapex&hop=1", accept_downloads=True)
    page.click("#take summary")
    with page.expect_download() as waiting:
        page.click(f'[data-take="{what}"]')
    waiting.value.save_as(tmp_path / name)
    assert waiting.value.suggested_filename == name
    _check_taken(tmp_path / name)


def _check_taken(path: Path) -> None:
    if path.suffix == ".png":
        assert path.read_bytes().startswith(b"\x89PNG") and path.stat().st_size > 10000
        return
    text = path.read_bytes().decode("utf-8-sig")
    assert "KAPEX" in text
    if path.suffix == ".svg":
        import xml.etree.ElementTree as ET

        assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    if path.suffix == ".ttl":
        import rdflib

        read = rdflib.Graph().parse(data=text, format="turtle")
        kist, made = (rdflib.URIRef(f"https://w3id.org/techpolicy-kg/{part}") for part in ("id/kist", "id/product/kapex"))
        assert (kist, rdflib.URIRef(SCHEMA.namespace + "coDeveloped"), made) in read
        assert (kist, rdflib.URIRef(SCHEMA.namespace + "unveiled"), made) not in read
    if path.suffix == ".csv":
        assert "개발하고 있다" in text and text.count("\r\n") > 5


def test_labels_never_overlap_and_are_large_enough(opened: Open) -> None:
    page = opened("many")
    for factor in (1, 3, 3):
        page.evaluate(f"(kgPage.stage.network.moveTo({{scale: kgPage.stage.network.getScale() * {factor}}}), 0)")
        page.wait_for_timeout(400)
        names = page.evaluate(
            "kgPage.stage.names.map((n) => [n.x - n.width / 2, n.y - n.height / 2, n.x + n.width / 2, n.y + n.height / 2, n.size])"
        )
        assert len(names) >= 25 and min(n[4] for n in names) >= 11
        for i, a in enumerate(names):
            assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in names[:i])


def test_a_large_map_hands_vis_only_what_can_be_told_apart(opened: Open) -> None:
    page = opened("many")
    held = "kgPage.stage.nodes.length"
    assert 0 < page.evaluate(held) <= 400 < page.evaluate("kgPage.scene.members.length")
    page.mouse.move(800, 450)
    for _ in range(30):
        page.mouse.wheel(0, -240)
    page.wait_for_timeout(600)
    assert page.evaluate(held) <= 400 and page.evaluate("kgPage.stage.edges.length") > 0


def test_hostile_texts_run_nothing_anywhere(opened: Open) -> None:
    page = opened("hostile")
    for i in range(page.evaluate("kgPage.model.count")):
        page.evaluate("(i) => kgPage.on.node(i)", i)
        page.evaluate("(i) => kgPage.on.focus(i, 2)", i)
    for e in range(page.evaluate("kgPage.model.edgeCount")):
        page.evaluate("(e) => kgPage.on.edge(e)", e)
    page.fill("#search", "alert")
    page.click("#open-ask")
    for button in page.locator("#ask-list button").all():
        button.click()
    page.keyboard.press("Escape")
    page.click("#language")
    assert page.locator("img, iframe, object, embed, form, b").count() == 0
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map((a) => a.protocol)")
    assert set(links) <= {"https:", "http:", "file:"}
    assert page.evaluate("Object.keys(window).includes('49')") is False


@pytest.mark.parametrize(
    "hash_",
    [
        "#node=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&hop=2",
        "#node=__proto__",
        "#%E0%A4%A",
        "#classes=constructor~%3Cb%3E&period=9999-99..0000-00",
        "#hop=2",
    ],
)
def test_a_hostile_address_opens_the_map(opened: Open, hash_: str) -> None:
    assert opened("kapex", hash_).evaluate("kgPage.scene.kind") == "map"


def test_an_empty_graph_opens(opened: Open) -> None:
    assert opened("empty").evaluate("kgPage.seen.nodes") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hash_", ["", "#node=product%2Fkapex"])
def test_no_serious_finding_of_axe(opened: Open, scheme: str, hash_: str) -> None:
    script = needs_axe().read_text(encoding="utf-8")
    page = opened("kapex", hash_, color_scheme=scheme, bypass_csp=True)
    page.evaluate(script)
    found = page.evaluate("axe.run().then((r) => r.violations.map((v) => [v.impact, v.id, v.nodes.map((n) => n.html.slice(0, 120))]))")
    assert [v for v in found if v[0] in ("serious", "critical")] == []
