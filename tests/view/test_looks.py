"""What the eye would find: rows that break apart, parts off the screen, a view that is lost by a small step."""

from __future__ import annotations

import pytest

from tests.view.opening import Open, at, until


def test_a_hit_is_one_line(opened: Open) -> None:
    page = opened("kapex")
    page.fill("#search", "ㄱ")
    page.wait_for_selector("#hits li")
    assert page.locator("#hits li").count() > 3
    assert max(page.evaluate("[...document.querySelectorAll('#hits li')].map((row) => row.offsetHeight)")) < 45


def test_clearing_a_filter_leaves_the_view_where_it_was(opened: Open) -> None:
    page = opened("kapex")
    page.evaluate("kgPage.on.zoom(2)")
    page.evaluate("kgPage.on.pan(60, 40)")
    before = at(page, "kist")
    page.locator('[data-facet="statuses"] input').nth(2).uncheck()
    until(page, "location.hash.includes('statuses') && kgPage.seen.edges < 20")
    page.locator('[data-facet="statuses"] input').nth(2).check()
    until(page, "!location.hash.includes('statuses') && kgPage.seen.edges === 20")
    page.wait_for_timeout(500)
    assert at(page, "kist") == pytest.approx(before, abs=2)


def test_a_relation_has_an_address_of_its_own_and_back_leads_out_of_it(opened: Open) -> None:
    page = opened("kapex", "#node=kist")
    page.evaluate("kgPage.on.edge(0)")
    until(page, "location.hash.includes('edge=')")
    told, hash_ = page.inner_text("#details-title"), page.evaluate("location.hash")
    again = opened("kapex", hash_)
    until(again, "kgPage.edge === 0")
    until(again, "(told) => document.getElementById('details-title').textContent === told", told)
    page.click("#back")
    until(page, "kgPage.edge === -1 && location.hash === '#node=kist'")


def test_the_ends_of_a_chosen_relation_are_named_and_seen_apart(opened: Open) -> None:
    page = opened("many")
    far = """(() => {
      const { stage, scene, model } = kgPage;
      const ends = [model.S[0], model.O[0]].map((i) => ({ x: scene.X[i], y: scene.Y[i] }));
      const long = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
      return long(ends.map((end) => stage.network.canvasToDOM(end))) / Math.min(100, long(ends));
    })()"""
    assert page.evaluate(far) < 0.9
    page.evaluate("kgPage.on.edge(0)")
    until(page, f"{far} > 0.9")
    until(page, "[kgPage.model.S[0], kgPage.model.O[0]].every((i) => kgPage.stage.names.some((name) => name.i === i))")


def test_the_whole_map_stays_in_sight_when_the_window_shrinks(opened: Open) -> None:
    page = opened("kapex")
    inside = """kgPage.scene.members.every((i) => {
      const p = kgPage.stage.network.canvasToDOM({ x: kgPage.scene.X[i], y: kgPage.scene.Y[i] });
      return p.x > 0 && p.y > 0 && p.x < kgPage.stage.box.clientWidth && p.y < kgPage.stage.box.clientHeight;
    })"""
    until(page, inside)
    page.set_viewport_size({"width": 1000, "height": 620})
    until(page, f"kgPage.stage.box.clientHeight < 560 && {inside}")


def test_a_telephone_begins_with_the_map_and_has_room_for_fingers(opened: Open) -> None:
    page = opened("kapex", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert not page.is_visible("#filters-body") and page.evaluate("kgPage.stage.box.clientHeight") > 250
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = (
        "[...document.querySelectorAll('nav button, nav select, nav summary, #play')].filter((b) => b.offsetParent && b.offsetHeight < 40)"
    )
    assert page.evaluate(f"{small}.map((b) => b.id)") == []
    page.tap('[data-fold="filters"]')
    page.wait_for_selector("#filters-body", state="visible")
    page.tap('[data-fold="filters"]')
    page.tap("#details-body .link")
    page.wait_for_selector(".quote")


def test_english_readers_see_the_terms_of_an_answer_in_english(opened: Open) -> None:
    page = opened("kapex", "#ask=who", locale="en-US")
    page.wait_for_selector("#ask-answer td")
    told = page.inner_text("#ask-answer")
    assert "Korea Institute of Science and Technology" in told and "under way" in told.lower() and "Nov 2025" in told
