"""The page of the ontology shows every term with its place, loads nothing, and takes no text of the news for markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.export.termpage import term_page
from kg.export.terms import shown
from kg.ontology.schema import load_schema
from kg.values import Graph
from tests.export.graphs import SCHEMA, hostile, hostile_graph, kapex
from tests.needs import needs_browser
from tests.samples import kapex_graph

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
HEAD, BODY = "html head meta title style", "body header h1 h2 h3 p span dl dt dd code a div label input nav ul li main section"
TAGS = {*HEAD.split(), *BODY.split(), "svg", "circle", "blockquote", "mark", "bdi", "footer"}


class Page(HTMLParser):
    """The tags, attributes and ids of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [value for attribute, value in self.attributes if attribute == name]


def test_every_term_has_its_place() -> None:
    page = Page(term_page(SCHEMA, kapex_graph()))
    ids = [value for value in page.all("id") if value not in ("both", "only-ko", "only-en")]
    assert sorted(ids) == sorted(SCHEMA.terms)
    for term in SCHEMA.terms.values():
        for text in (term.ko, term.en, term.definition, term.definition_en, f"tp:{term.name}"):
            assert text in page.text
    links = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert links == set(SCHEMA.terms)


def test_a_relation_is_shown_with_its_ends_and_sentences() -> None:
    (told,) = [one for one in shown(SCHEMA, [], kapex().graph) if one.term.name == "visited"]
    assert (told.domain, told.range[0], told.symmetric) == (("Agent",), "Organization", False)
    (example,) = told.examples
    assert (example.subject, example.object, example.status) == ("배경훈", "한국과학기술연구원", "actual")
    assert "".join(piece.text for piece in example.pieces) == kapex().graph.claims[-12].quote
    assert [(piece.text, piece.part) for piece in example.pieces if piece.part] == [
        ("배경훈", "subject"),
        ("한국과학기술연구원", "object"),
        ("찾았다", "trigger"),
    ]


def test_quotes_are_whole_whatever_the_marks_are() -> None:
    quotes = {claim.quote for claim in hostile().graph.claims}
    looked_at = [example for one in shown(SCHEMA, [], hostile().graph) for example in one.examples]
    assert looked_at
    assert all("".join(piece.text for piece in example.pieces) in quotes for example in looked_at)


def test_alignments_and_ends_of_other_terms_are_shown() -> None:
    text = Page(term_page(SCHEMA)).text
    for name in ("schema:Person", "prov:Activity", "sem:hasActor", "skos:Concept", "xsd:decimal", "oa:SpecificResource"):
        assert name in text


@pytest.mark.parametrize(
    "graph", [None, kapex_graph(), hostile_graph(), Graph((), (), (), (), ())], ids=["none", "kapex", "hostile", "empty"]
)
def test_no_text_is_markup_and_nothing_is_loaded(graph: Graph | None) -> None:
    text = term_page(SCHEMA, graph)
    page = Page(text)
    assert page.tags <= TAGS
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "srcset", "style", "action")]
    assert all(re.match(r"#|https?://", href) for href in page.all("href"))
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert [value for value in page.all("content") if "default-src" in value] == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]
    assert "url(" not in style
    assert "@import" not in style
    text.encode("utf-8")


def test_a_hostile_ontology_is_shown_as_text(tmp_path: Path) -> None:
    text = SCHEMA.path.read_text(encoding="utf-8").replace('"A firm."@en', '"</style></section><script>alert(1)</script>"@en')
    (tmp_path / "techpolicy.ttl").write_text(text, encoding="utf-8")
    page = Page(term_page(load_schema(tmp_path / "techpolicy.ttl")))
    assert page.tags <= TAGS
    assert "<script>alert(1)</script>" in page.text


def test_the_same_arguments_give_the_same_page() -> None:
    assert term_page(SCHEMA, hostile_graph()) == term_page(SCHEMA, hostile_graph())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = needs_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(program), args=FLAGS)
        yield started
        started.close()


def test_a_browser_shows_it_offline_and_switches_languages(browser: Any, tmp_path: Path) -> None:
    path, heard = tmp_path / "ontology.html", []
    path.write_text(term_page(SCHEMA, hostile_graph()), encoding="utf-8")
    page = browser.new_context(offline=True).new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.append(request.url) if request.url != path.as_uri() else None)
    page.goto(path.as_uri())
    korean, english = (page.locator(f"#Person h3 span[lang={lang}]") for lang in ("ko", "en"))
    assert (korean.is_visible(), english.is_visible()) == (True, True)
    for choice, visible in (("only-ko", (True, False)), ("only-en", (False, True)), ("both", (True, True))):
        page.check(f"#{choice}")
        assert (korean.is_visible(), english.is_visible()) == visible
    page.click("nav a[href='#metWith']")
    assert page.url.endswith("#metWith")
    assert page.locator("#metWith blockquote").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert heard == []
