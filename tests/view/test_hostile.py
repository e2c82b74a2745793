"""Texts and addresses that attack: shown as they are, never run."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.view.hostile import ATTACKS
from tests.view.opening import Open


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
        *(f"#node={a}&ask={a}&pin={a}@1,2" for a in (quote(a.encode("utf-8", "replace")) for a in ATTACKS)),
        "#node=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&hop=2",
        "#node=__proto__",
        "#%E0%A4%A",
        "#classes=constructor~%3Cb%3E&period=9999-99..0000-00",
        "#ask=%3Cscript%3Ealert(1)%3C/script%3E",
        "#ask=__proto__&lang=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "#pin=%3Cb%3E@1,2&pin=kist@99999999,1&pin=__proto__@1,1",
        "#to=kist&node=javascript:alert(1)",
        "#" + "node=a&" * 3000,
        "#hop=2",
    ],
)
def test_a_hostile_address_opens_the_map(opened: Open, hash_: str) -> None:
    assert opened("kapex", hash_).evaluate("kgPage.scene.kind") == "map"
