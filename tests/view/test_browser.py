"""The page in a real browser, the network off: searched, read, walked, filtered, asked."""

from __future__ import annotations

import pytest

from tests.view.opening import Open, at, title, until


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
    until(page, "kgPage.seen.edges === 15")
    assert page.inner_text("#counts") != before and "15 / 20" in page.inner_text("#counts")
    assert "statuses=ongoing" in page.url
    page.locator('[data-facet="classes"] .tiny').nth(1).click()
    until(page, "kgPage.seen.nodes === 0")
    page.click("#reset")
    until(page, "kgPage.seen.edges === 20")


def test_a_period_leaves_out_the_rest(opened: Open) -> None:
    page = opened("kapex")
    page.locator("#period-from").fill(page.get_attribute("#period-from", "max"))
    until(page, "kgPage.seen.edges < 20 && kgPage.seen.edges > 0")
    assert page.evaluate("kgPage.model.relations[kgPage.model.P[kgPage.seen.edge.indexOf(1)]].id") == "supports"


def test_an_address_opens_the_focus_and_back_returns(opened: Open) -> None:
    page = opened("kapex", "#node=product%2Fkapex&hop=1")
    assert page.evaluate("kgPage.scene.kind") == "focus" and title(page) == "KAPEX"
    assert page.evaluate("kgPage.scene.members.length") == 6
    page.click("#whole")
    until(page, "kgPage.scene.kind === 'map'")
    page.click("#back")
    until(page, "kgPage.scene.kind === 'focus'")


def test_a_path_is_a_chain_with_its_evidence(opened: Open) -> None:
    page = opened("kapex", "#node=msit")
    page.click("text=여기서 경로 찾기")
    page.keyboard.type("엑사원")
    page.keyboard.press("Enter")
    until(page, "kgPage.scene.kind === 'path'")
    way = page.evaluate("kgPage.scene.way.map((i) => kgPage.model.nodes.id[i])")
    assert way[0] == "msit" and way[-1] == "product/엑사원" and len(way) == 4
    assert page.locator("#details-body ol > li").count() == 3 and page.locator(".quote").count() >= 3


def test_unconnected_entities_have_no_path_and_it_is_said(opened: Open) -> None:
    page = opened("kapex", "#node=event%2Fces2026&to=kist")
    assert page.evaluate("kgPage.scene.kind") == "map" and "CES 2026" in page.inner_text("#say")


def test_saved_questions_lead_to_entities(opened: Open) -> None:
    page = opened("kapex")
    page.click("#open-ask")
    page.wait_for_selector("#ask-answer td")
    until(page, "location.hash === '#ask=who'")
    assert "누가 만드나" in page.inner_text("#ask-answer")
    page.click("#ask-answer td button")
    until(page, "location.hash === '#node=kist'")
    assert title(page) == "한국과학기술연구원" and not page.is_visible("#ask")


def test_an_address_opens_a_saved_question_over_its_view(opened: Open) -> None:
    page = opened("kapex", "#node=msit&hop=1&ask=who")
    page.wait_for_selector("#ask[open] table")
    assert page.evaluate("kgPage.scene.kind") == "focus" and "누가 만드나" in page.inner_text("#ask-answer")
    page.keyboard.press("Escape")
    until(page, "!location.hash.includes('ask')")
    assert opened("kapex", "#ask=nothing").locator("#ask[open]").count() == 0


@pytest.mark.parametrize(
    ("locale", "heading", "other"), [("ko-KR", "기술정책 지식그래프", "en"), ("en-GB", "Technology policy knowledge graph", "ko")]
)
def test_the_language_of_the_browser_and_a_switch(opened: Open, locale: str, heading: str, other: str) -> None:
    page = opened("kapex", "#node=kist", locale=locale)
    assert page.inner_text("h1") == page.title() == heading
    page.click("#language")
    until(page, "(lang) => document.documentElement.lang === lang", other)
    names = {"ko": "한국과학기술연구원", "en": "Korea Institute of Science and Technology"}
    assert title(page) == names[other] and page.inner_text("#whole") == {"ko": "전체 보기", "en": "Whole map"}[other]


def test_the_build_decides_where_the_browser_speaks_neither(opened: Open) -> None:
    assert opened("english", locale="fr-FR").inner_text("#whole") == "Whole map"
    assert opened("kapex", locale="fr-FR").inner_text("#whole") == "전체 보기"


def test_every_relation_is_read_at_both_ends_and_at_each_parallel_one(opened: Open) -> None:
    page = opened("kapex")
    told = page.evaluate("""async () => {
      const { model, on } = kgPage;
      const ends = (e) => [model.S[e], model.O[e]].sort().join();
      const shown = () => {
        document.querySelectorAll(".more").forEach((more) => more.click());
        return [...document.querySelectorAll(".quote")].map((quote) => quote.textContent);
      };
      await on.edge(0);
      const { quotes, sentence } = kgPage.evidence;
      const lost = [];
      for (let e = 0; e < model.edgeCount; e += 1) {
        const wanted = [];
        for (let c = model.claimAt[e]; c < model.claimAt[e + 1]; c += 1) wanted.push(quotes[sentence[c]]);
        const beside = [...model.S.keys()].filter((x) => ends(x) === ends(e));
        for (const visit of [() => on.node(model.S[e]), () => on.node(model.O[e]), ...beside.map((x) => () => on.edge(x))]) {
          await visit();
          const there = shown();
          if (!wanted.length || !wanted.every((quote) => there.includes(quote))) lost.push(e);
        }
      }
      return [model.edgeCount, lost];
    }""")
    assert told == [20, []]


def test_more_than_a_screen_of_relations_is_two_clicks_from_its_evidence(opened: Open) -> None:
    page = opened("many")
    hub = page.evaluate("kgPage.model.order[0]")
    page.evaluate("(i) => kgPage.on.found(i)", hub)
    page.wait_for_selector(".quote")
    page.evaluate("document.querySelectorAll('.group > .more').forEach((b) => b.click())")
    wanted = page.evaluate(
        """(i) => {
          const { model, evidence } = kgPage;
          const around = [...model.around.subarray(model.aroundAt[i], model.aroundAt[i + 1])];
          return around.map((e) => evidence.quotes[evidence.sentence[model.claimAt[e]]]);
        }""",
        hub,
    )
    assert len(wanted) > 12 and set(wanted) <= set(page.locator(".quote").all_inner_texts())


def test_an_empty_graph_opens(opened: Open) -> None:
    assert opened("empty").evaluate("kgPage.seen.nodes") == 0
