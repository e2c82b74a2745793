"""The map under the reader's hand: names that never overlap, few things in vis, entities that are dragged."""

from __future__ import annotations

import pytest

from tests.view.opening import Open, at, until


def test_an_entity_is_dragged_stays_pinned_and_goes_back(opened: Open) -> None:
    page = opened("kapex")
    x, y = at(page, "product/kapex")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y - 80, steps=5)
    page.mouse.up()
    until(page, "location.hash.includes('pin=product%2Fkapex')")
    moved = at(page, "product/kapex")
    assert moved == pytest.approx((x + 60, y - 80), abs=3)
    assert page.evaluate("kgPage.selected") == -1, "what was dragged was not clicked"
    page.mouse.click(*moved)
    page.wait_for_selector("#unpin")
    again = opened("kapex", page.evaluate("location.hash"))
    assert again.evaluate("kgPage.pins.size") == 1 and at(again, "product/kapex") != pytest.approx((x, y), abs=20)
    again.click("#unpin")
    until(again, "!location.hash.includes('pin')")
    page.keyboard.press("Escape")
    assert page.evaluate("kgPage.pins.size") == 1


def test_a_press_on_the_empty_map_moves_the_map(opened: Open) -> None:
    page = opened("kapex")
    before = at(page, "kist")
    page.mouse.move(300, 120)
    page.mouse.down()
    page.mouse.move(340, 150, steps=4)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert at(page, "kist") == pytest.approx((before[0] + 40, before[1] + 30), abs=4) and page.evaluate("kgPage.pins.size") == 0


def test_labels_never_overlap_and_are_large_enough(opened: Open) -> None:
    page = opened("many")
    for factor in (1, 3, 3):
        page.evaluate(f"kgPage.on.zoom({factor})")
        until(page, "Math.abs(kgPage.stage.layer.scale / kgPage.stage.network.getScale() - 1) < 1e-6")
        names = page.evaluate("""kgPage.stage.names.map((n) => {
          const least = Math.min(n.size, n.under || n.size);
          return [n.x - n.width / 2, n.y - n.height / 2, n.x + n.width / 2, n.y + n.height / 2, least];
        })""")
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
    until(page, f"{held} <= 400 && kgPage.stage.edges.length > 0")


def test_two_clicks_on_the_empty_map_come_nearer_to_that_place(opened: Open) -> None:
    page = opened("many")
    scale = page.evaluate("kgPage.stage.network.getScale()")
    box = page.locator("#stage").bounding_box()
    x, y = box["x"] + 30, box["y"] + 30
    before = page.evaluate("([x, y]) => kgPage.stage.network.DOMtoCanvas({ x, y })", [30, 30])
    page.mouse.dblclick(x, y)
    until(page, f"kgPage.stage.network.getScale() > {scale} * 1.9")
    after = page.evaluate("([x, y]) => kgPage.stage.network.DOMtoCanvas({ x, y })", [30, 30])
    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=2 / scale)
    page.click("#zoom-out")
    until(page, f"kgPage.stage.network.getScale() < {scale} * 1.5")
