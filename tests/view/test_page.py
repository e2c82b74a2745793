"""The page as text: what it holds, that it is the same every time, and that nothing in it can be markup."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import json
import math
import re
import subprocess
import sys
from typing import Any

import pytest

from kg.errors import UsageError
from kg.network import measure
from kg.ontology.schema import load_schema
from kg.values import Graph, Span
from kg.view import Cell, Column, Table, render
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY
from tests.samples import kapex_graph
from tests.view.hostile import ATTACKS, hostile_graph, hostile_tables

SCHEMA = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")
SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)


def page(whole: Graph, tables: tuple[Table, ...] = (), lang: str = "ko") -> str:
    return render(whole, SCHEMA, measures=measure(whole), tables=lambda: tables, lang=lang)


def blob(html: str, name: str) -> Any:
    found = re.search(rf'<script type="text/plain" id="{name}">([A-Za-z0-9+/=]+)</script>', html)
    assert found
    text = gzip.decompress(base64.b64decode(found[1])).decode("utf-8")
    return text if name == "vis" else json.loads(text)


def test_it_is_a_whole_page_of_its_own() -> None:
    html = page(kapex_graph())
    assert html.startswith('<!doctype html>\n<html lang="ko"') and html.count("<h1") == 1 and 'name="viewport"' in html
    assert not re.search(r'(src|href)="(?!data:|#)', html), "something is loaded from elsewhere"
    html.encode("utf-8")


def test_the_policy_lets_exactly_our_scripts_run() -> None:
    html = page(kapex_graph())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy and policy[1].replace("&#39;", "'").startswith("default-src 'none'; script-src 'sha256-")
    allowed = policy[1].replace("&#39;", "'")
    running = [text for attributes, text in SCRIPT.findall(html) if "type=" not in attributes]
    assert len(running) == 1
    for text in (*running, blob(html, "vis"), *re.findall(r"<style>(.*?)</style>", html, re.DOTALL)):
        assert base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") in allowed
    assert "unsafe" not in allowed


def test_every_claim_and_entity_is_in_it() -> None:
    whole = kapex_graph()
    core, evidence = blob(page(whole), "core"), blob(page(whole), "evidence")
    assert core["nodes"]["id"] == [e.id for e in whole.entities]
    told = sorted(
        (
            core["nodes"]["id"][core["edges"]["s"][e]],
            core["relations"][core["edges"]["p"][e]]["id"],
            core["nodes"]["id"][core["edges"]["o"][e]],
            core["statuses"][core["edges"]["st"][e]],
            evidence["sentences"]["quote"][evidence["claims"]["sentence"][c]],
            core["docs"]["id"][core["claims"]["doc"][c]],
        )
        for c, e in enumerate(e for e, count in enumerate(core["edges"]["claims"]) for _ in range(count))
    )
    assert told == sorted((c.subject, c.property, c.object, c.status, c.quote, c.document) for c in whole.claims)


@pytest.mark.parametrize(("confidence", "least"), [(0.98, 0.8), (0.8, 0.8), (0.79, 0.5), (0.5, 0.5), (0.49, 0), (0.05, 0)])
def test_a_claim_is_on_the_level_of_certainty_that_it_reaches(confidence: float, least: float) -> None:
    whole = kapex_graph()
    core = blob(page(dataclasses.replace(whole, claims=tuple(dataclasses.replace(c, confidence=confidence) for c in whole.claims))), "core")
    assert {core["certainties"][level] for level in core["claims"]["sure"]} == {least}


def test_marks_cut_the_words_of_the_text() -> None:
    whole = kapex_graph()
    evidence = blob(page(whole), "evidence")
    spans = evidence["claims"]["spans"]
    assert len(spans) == 6 * len(whole.claims)
    marked = {
        tuple(quote[start:end] for start, end in zip(spans[at : at + 6 : 2], spans[at + 1 : at + 6 : 2], strict=True))
        for at, quote in ((6 * c, evidence["sentences"]["quote"][s]) for c, s in enumerate(evidence["claims"]["sentence"]))
    }
    assert ("KIST", "개발하고 있다", "KAPEX") in marked


def test_a_name_of_an_earlier_sentence_is_told() -> None:
    whole = kapex_graph()
    claim = next(c for c in whole.claims if c.property == "uses")
    document = next(d for d in whole.documents if d.id == claim.document)
    start = document.text.index("KAPEX")
    moved = tuple(dataclasses.replace(c, subject_span=Span(start, start + 5)) if c is claim else c for c in whole.claims)
    whole = dataclasses.replace(whole, claims=moved)
    assert {"subject": "KAPEX"} in blob(page(whole), "evidence")["outside"].values()


def test_rows_of_saved_questions_lead_to_their_entities() -> None:
    question = Table(
        "who",
        "누가",
        "Who",
        (Column("이름", "Name"), Column("때", "When")),
        ((Cell("KIST", "kist"), Cell("2025")), (Cell("x", "nobody"), Cell(""))),
    )
    html = page(kapex_graph(), (question,))
    (table,) = blob(html, "evidence")["tables"]
    at = blob(html, "core")["nodes"]["id"].index("kist")
    assert table["rows"] == [[["KIST", at], "2025"], ["x", ""]]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        Table("who", "누가", "Who", (Column("a", "a"), Column("b", "b")), ((Cell("x"),),))


def test_the_base_of_all_iris_is_a_setting() -> None:
    whole = kapex_graph()
    html = render(whole, SCHEMA, measures=measure(whole), base="https://data.example/id/")
    assert blob(html, "core")["bases"] == {"ontology": SCHEMA.namespace, "id": "https://data.example/id/"}
    with pytest.raises(UsageError, match="not usable"):
        render(whole, SCHEMA, measures=measure(whole), base="nowhere")


def test_who_is_only_denied_stands_beside_whom_it_is_denied_of() -> None:
    whole = kapex_graph()
    claim = next(c for c in whole.claims if c.status == "negated")
    kept = tuple(c for c in whole.claims if claim.object not in (c.subject, c.object) or c is claim)
    core = blob(page(dataclasses.replace(whole, claims=kept)), "core")
    ids, x, y = (core["nodes"][name] for name in ("id", "x", "y"))
    alone, other = ids.index(claim.object), ids.index(claim.subject)
    assert core["nodes"]["community"][alone] == -1 and len(core["islands"]) == max(core["nodes"]["community"]) + 1
    home = core["islands"][core["nodes"]["community"][other]]
    assert math.hypot(x[alone] - home["x"], y[alone] - home["y"]) < home["r"] + 60


def test_classes_have_the_colours_of_the_ontology() -> None:
    classes = {c["id"]: c for c in blob(page(kapex_graph()), "core")["classes"]}
    assert {name: c["colour"] for name, c in classes.items()} == {name: SCHEMA.classes[name].colour for name in classes}
    assert len({c["colour"] for c in classes.values()}) == len(classes)


def test_planned_things_come_by_their_day() -> None:
    core = blob(page(kapex_graph()), "core")
    assert [d["when"] for d in core["due"]] == ["2025-11", "2026-01", "2026-01", "../2030"]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_no_hostile_text_stands_in_the_markup(lang: str) -> None:
    html = page(hostile_graph(), hostile_tables(), lang)
    outside = re.sub(r'<script type="text/plain"[^>]*>[^<]*</script>', "", html)
    for attack in ATTACKS:
        if len(attack) > 14:
            assert attack not in outside
    assert "alert(" not in outside and len(SCRIPT.findall(html)) == 6


def test_an_empty_graph_gives_a_page() -> None:
    assert blob(page(Graph((), (), (), (), ())), "core")["nodes"]["id"] == []


def test_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="'fr'"):
        page(kapex_graph(), lang="fr")


def test_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib; from tests.view.test_page import page; from tests.bench.synthetic import graph\n"
        "print(hashlib.sha256(page(graph(200)).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {hashlib.sha256(page(graph(200)).encode()).hexdigest() + "\n"}


@pytest.mark.parametrize(("nodes", "megabytes"), [(1000, 1.82 / 3), (5000, 6.44 / 6)])
def test_the_file_is_a_fraction_of_pyvis_own(nodes: int, megabytes: float) -> None:
    assert len(page(graph(nodes)).encode("utf-8")) < megabytes * 1e6
