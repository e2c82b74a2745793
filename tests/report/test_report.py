"""The report: what it tells, in both languages, and that no text of the news becomes markup."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.network import measure
from kg.ontology.schema import load_schema
from kg.report import escape, report, table
from kg.values import Graph, Skipped
from tests.needs import REPOSITORY
from tests.samples import kapex_graph

SCHEMA = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")


def told(graph: Graph | None = None, lang: str = "ko", skipped: tuple[Skipped, ...] = ()) -> str:
    graph = graph or kapex_graph()
    return report(graph, SCHEMA, measures=measure(graph), skipped=skipped, lang=lang)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "ko",
            ["# 지식그래프 보고서", "| 근거 있는 주장 | 20 |", "| 연구기관 | 2 |", "| 공동 개발 | 0 | 3 | 0 | 0 | 3 |", "모두 읽었습니다."],
        ),
        ("en", ["# Knowledge graph report", "| Claims with evidence | 20 |", "| Research institute | 2 |", "Everything was read."]),
    ],
)
def test_it_tells(lang: str, lines: list[str]) -> None:
    assert set(lines) <= set(told(lang=lang).split("\n"))


def test_planned_things_go_by_their_day_and_a_past_one_is_left_out() -> None:
    text = told()
    due = text[text.index("## 예정된 일") : text.index("## 중심 개체")]
    assert due.index("2026-01") < due.index("../2030") and "지원할 계획이다" in due
    early = dataclasses.replace(
        kapex_graph(), documents=tuple(dataclasses.replace(d, date=d.date.replace(year=2031)) for d in kapex_graph().documents if d.date)
    )
    assert "../2030" not in told(early)


def test_what_was_skipped_is_told_with_its_remedy() -> None:
    text = told(skipped=(Skipped("a|b.html", "empty <file>", "give text"),))
    assert "| a&#124;b.html | empty &#60;file&#62; | give text |" in text


def test_an_empty_graph_has_a_report() -> None:
    assert told(Graph((), (), (), (), ())).count("없습니다.") >= 5


def test_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="'fr'"):
        told(lang="fr")


HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "a | b | c",
    "`code`",
    "# head",
    "**bold**",
    "![i](http://x)",
    "https://evil.example",
    "<!--",
    "www.evil.example",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text: str) -> None:
    whole = kapex_graph()
    bad = dataclasses.replace(whole, entities=tuple(dataclasses.replace(e, ko=text, en=None) for e in whole.entities))
    assert text not in told(bad)
    assert "\n# " not in told(bad) and told(bad).count("\n## ") == told().count("\n## ")


@given(st.text())
def test_escaped_text_is_one_line_without_signs(text: str) -> None:
    shown = escape(text)
    assert not set("<>|`*[]\\\n\r@:") & set(shown)


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_a_table_keeps_its_columns(cells: list[str]) -> None:
    lines = table(["h"] * len(cells), [[escape(c) for c in cells]])
    assert all(line.count("|") == len(cells) + 1 for line in lines[:-1])
