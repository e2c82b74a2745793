"""An explanation as text has everything that an analyst needs to judge it."""

import dataclasses
from pathlib import Path

import pytest

from kg.explain.lookup import explain
from kg.explain.render import render
from kg.ontology.schema import load_schema
from tests.samples import kapex_graph

SCHEMA = load_schema(Path(__file__).parents[2] / "ontology" / "techpolicy.ttl")
GRAPH = kapex_graph()


@pytest.mark.parametrize(
    ("target", "lang", "lines"),
    [
        (
            "배경훈 visited KIST",
            "ko",
            [
                "1. 배경훈 —방문→ 한국과학기술연구원 [완료·사실]",
                "   때: 2025-11-13",
                "   [[배경훈]] 부총리 겸 과학기술정보통신부 장관은 13일 서울 성북구 [[한국과학기술연구원]](KIST)을 [[찾았다]].",
                "   배경훈 부총리, KIST서 휴머노이드 KAPEX 점검 · 2025-11-13 · 견본일보 · https://news.example/2025/11/kapex",
            ],
        ),
        (
            "대한민국 정부 supports *",
            "en",
            [
                "1. Government of the Republic of Korea —supports→ humanoid robot [planned]",
                "   when: ../2030 · amount: 1020000000000 KRW",
            ],
        ),
        ("formulated", "ko", ["   때: 2025-11 · 말한 이: 배경훈"]),
        ("affiliatedWith", "ko", ["   직책: 장관"]),
        ("KIST", "ko", ["한국과학기술연구원 (Korea Institute of Science and Technology, KIST) — 연구기관, id:kist"]),
    ],
)
def test_what_is_shown(target: str, lang: str, lines: list[str]) -> None:
    text = render(explain(GRAPH, target, SCHEMA), SCHEMA, lang=lang).splitlines()
    for line in lines:
        assert line in text


def test_rule_confidence_and_claim_are_shown() -> None:
    explanation = explain(GRAPH, "배경훈 visited KIST", SCHEMA)
    text = render(explanation, SCHEMA)
    assert f"문장 번호: 1 · 규칙: visited.sample · 확신도: 0.93 · claim:{explanation.facts[0].claim.id}" in text


def test_hostile_text_cannot_command_the_terminal() -> None:
    papers = tuple(dataclasses.replace(paper, title="a\x1b[2J\nb\u202e", publisher=None, url=None, date=None) for paper in GRAPH.documents)
    text = render(explain(dataclasses.replace(GRAPH, documents=papers), "visited", SCHEMA), SCHEMA)
    assert "   a[2J b" in text.splitlines()
    assert "\x1b" not in text
