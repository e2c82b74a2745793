"""What is taken away: pictures, tables, Turtle with the graph's own names, and paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import view
from kg.write.iri import claim_iri, entity_iri
from kg.write.quads import to_quads
from tests.bench.synthetic import graph
from tests.samples import kapex_graph
from tests.view.opening import BASE, SCHEMA, Open


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
        _check_turtle(text)
    if path.suffix == ".csv":
        assert "개발하고 있다" in text and text.count("\r\n") > 5


def _check_turtle(text: str) -> None:
    """All of it stands in the whole graph, with the same names, and the relations around KAPEX are all there."""
    import pyoxigraph as ox

    whole = kapex_graph()
    told = {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    known = {str(quad.triple) for quad in to_quads(whole, base=BASE, schema=SCHEMA)}
    assert told <= known, sorted(told - known)[:5]
    near = {name for c in whole.claims if "product/kapex" in (c.subject, c.object) for name in (c.subject, c.object)}
    inner = [c for c in whole.claims if {c.subject, c.object} <= near]
    assert {f"<{claim_iri(c.id, BASE)}>" for c in inner} == {line.split()[0] for line in told if line.endswith("#Claim>")}
    assert f"<{BASE}kist> <{SCHEMA.namespace}coDeveloped> <{BASE}product/kapex>" in told
    assert f"<{BASE}kist> <{SCHEMA.namespace}unveiled> <{BASE}product/kapex>" not in told


def test_the_whole_graph_as_turtle_names_every_claim(opened: Open, tmp_path: Path) -> None:
    import pyoxigraph as ox

    page = opened("many", accept_downloads=True)
    page.evaluate("kgPage.on.filter({...kgPage.filter, isolated: true})")
    page.click("#take summary")
    with page.expect_download() as waiting:
        page.click('[data-take="turtle"]')
    waiting.value.save_as(tmp_path / "all.ttl")
    whole = graph(1500, isolated=0.05)
    known = {str(quad.triple) for quad in to_quads(whole, base=BASE, schema=SCHEMA)}
    told = {str(quad.triple) for quad in ox.parse((tmp_path / "all.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)}
    assert told <= known, sorted(told - known)[:5]
    assert sum(line.endswith("#Claim>") for line in told) == len({c.id for c in whole.claims})


def test_paper_shows_map_and_evidence_on_white(opened: Open) -> None:
    page = opened("kapex", "#node=product%2Fkapex", color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not any(page.is_visible(part) for part in ("nav", "#search", "#filters", ".actions"))
    assert page.is_visible("#stage canvas") and page.is_visible(".quote")
    looks = page.evaluate("""["body", "#details-body", "#details", "mark"].map((part) => {
      const style = getComputedStyle(document.querySelector(part));
      return [style.backgroundColor, style.color, style.overflowY];
    })""")
    assert looks[0][:2] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"] and looks[1][2] == looks[2][2] == "visible"
    assert page.evaluate("kgPage.colours.paper") == "#fff" and looks[3][0] in (
        "rgb(216, 230, 255)",
        "rgb(213, 242, 230)",
        "rgb(255, 233, 184)",
    )
    high = page.evaluate(
        """[document.documentElement, document.getElementById("details-body")].map((box) => [box.scrollHeight, box.clientHeight])"""
    )
    assert high[0][0] > high[0][1] and high[1][0] <= high[1][1] + 1, "the page grows, and nothing is cut off by a box that scrolls"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize(
    "id", ["kist", "company/Gaon-Inc.", "product/a+b (1.0)", "person/./..", "article/x", "passage/x", "policy/「길」 100%"]
)
def test_the_page_spells_an_entity_as_the_graph_does(opened: Open, id: str) -> None:
    script = (Path(view.__file__).parent / "page" / "iri.js").read_text(encoding="utf-8")
    spelled = opened("kapex").evaluate(f"([base, id]) => {{ {script}\n return Iri.entity(base, id); }}", [BASE, id])
    assert spelled == entity_iri(id, BASE)
