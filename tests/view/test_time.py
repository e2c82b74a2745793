"""The time under the map: bars that follow the filters, two handles, and a play through the months."""

from __future__ import annotations

from tests.view.opening import Open, until


def test_playing_moves_the_end_through_the_months_and_stops_at_the_last(opened: Open) -> None:
    page = opened("kapex")
    last = page.evaluate("kgPage.model.months.length - 1")
    page.evaluate("""() => {
      window.seenEnds = [];
      const { filter } = kgPage.on;
      kgPage.on.filter = (state) => { window.seenEnds.push(state.to); return filter(state); };
    }""")
    page.click("#play")
    until(page, f"window.seenEnds.includes({last})")
    until(page, "document.getElementById('play').textContent === '▶'")
    ends = page.evaluate("window.seenEnds")
    assert ends == sorted(set(ends)) and ends[0] == 0 and len(ends) == last + 1
    assert page.evaluate("kgPage.seen.edges") == 20


def test_a_hand_on_a_handle_stops_the_play(opened: Open) -> None:
    page = opened("kapex")
    page.click("#play")
    until(page, "kgPage.filter.to < kgPage.model.months.length - 1")
    page.locator("#period-to").fill("1")
    until(page, "kgPage.filter.to === 1 && document.getElementById('play').textContent === '▶'")
    page.wait_for_timeout(1000)
    assert page.evaluate("kgPage.filter.to") == 1
    page.click("#period-all")
    until(page, "kgPage.seen.edges === 20 && document.getElementById('period-all').hidden")


def test_bars_follow_the_filters_and_say_which_months_are_shown(opened: Open) -> None:
    page = opened("kapex")
    bars = "['in', 'out'].map((part) => (document.querySelector(`#bars .${part}`).getAttribute('d').match(/M/g) || []).length)"
    whole = page.evaluate(bars)
    assert whole[0] == page.evaluate("kgPage.seen.counts.months.filter(Boolean).length") and whole[1] == 0
    page.locator("#period-from").fill("1")
    until(page, "kgPage.filter.from === 1")
    narrowed = page.evaluate(bars)
    assert narrowed[1] == 1 and sum(narrowed) == whole[0]
    assert page.get_attribute("#period-from", "aria-valuetext").endswith("월")
    page.click("#reset")
    until(page, "kgPage.filter.from === 0")
    page.locator('[data-facet="classes"] .tiny').nth(1).click()
    until(page, f"{bars}[0] === 0")


def test_sources_stand_by_size_and_their_counts_follow_the_period(opened: Open) -> None:
    page = opened("many")
    counts = "[...document.querySelectorAll('[data-facet=publishers] .count')].map((x) => Number(x.textContent.replaceAll(',', '')))"
    whole = page.evaluate(counts)
    assert whole == sorted(whole, reverse=True) and sum(whole) == page.evaluate("kgPage.model.claims.count")
    page.locator("#period-to").fill("3")
    until(page, f"{counts}.reduce((a, b) => a + b) < {sum(whole)}")
    assert all(now <= before for now, before in zip(page.evaluate(counts), whole, strict=True))
