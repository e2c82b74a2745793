"""The page without a mouse, and as axe-core sees it."""

from __future__ import annotations

import pytest

from tests.needs import needs_axe
from tests.view.opening import Open, at, until


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
    until(page, "(name) => document.getElementById('details-title').textContent === name", followed)
    page.keyboard.press("f")
    until(page, "kgPage.scene.kind === 'focus'")
    page.keyboard.press("Escape")
    until(page, "kgPage.scene.kind === 'map'")
    scale = page.evaluate("kgPage.stage.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("kgPage.stage.network.getScale()") > scale


def test_keys_alone_move_an_entity(opened: Open) -> None:
    page = opened("kapex", "#node=kist")
    x, y = at(page, "kist")
    page.focus("#stage")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    until(page, "kgPage.pins.size === 1")
    assert at(page, "kist") == pytest.approx((x + 18, y + 18), abs=3)


AXE = "axe.run().then((r) => r.violations.map((v) => [v.impact, v.id, v.nodes.map((n) => n.html.slice(0, 120))]))"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hash_", ["", "#node=product%2Fkapex", "#node=kist&hop=2", "#node=msit&to=product%2F엑사원", "#ask=who"])
def test_no_serious_finding_of_axe(opened: Open, scheme: str, hash_: str) -> None:
    script = needs_axe().read_text(encoding="utf-8")
    page = opened("kapex", hash_, color_scheme=scheme, bypass_csp=True)
    page.evaluate(script)
    assert [v for v in page.evaluate(AXE) if v[0] in ("serious", "critical")] == []


def test_no_serious_finding_of_axe_while_searching_and_filtering(opened: Open) -> None:
    script = needs_axe().read_text(encoding="utf-8")
    page = opened("kapex", bypass_csp=True, viewport={"width": 900, "height": 700})
    page.evaluate(script)
    page.click('[data-fold="filters"]')
    page.locator('[data-facet="statuses"] input').nth(3).uncheck()
    page.fill("#search", "ㄱ")
    page.wait_for_selector("#hits li")
    assert [v for v in page.evaluate(AXE) if v[0] in ("serious", "critical")] == []
