"""The saved questions as the page has them: each answered for everything that it can be asked about."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from kg.keep.store import in_memory
from kg.pipeline.answers import FEW_CLAIMS, answers
from kg.pipeline.knowledge import Knowledge, Settings, load_knowledge
from kg.values import Entity, Graph
from kg.view import Cell, Table
from kg.write.quads import to_quads
from tests.samples import kapex_graph


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load_knowledge(Settings())


def told(graph: Graph, known: Knowledge) -> dict[str, Table]:
    with closing(in_memory(to_quads(graph, base=known.base, schema=known.schema))) as store:
        return {table.name: table for table in answers(store, graph, known)}


def test_a_question_about_one_entity_is_answered_for_all_with_whom_it_is_about_in_front(known: Knowledge) -> None:
    table = told(kapex_graph(), known)["who-develops"]
    assert [column.en for column in table.columns][:2] == ["product or technology", "developer"]
    about = {row[0].entity for row in table.rows}
    makers = {row[1].entity for row in table.rows if row[0].entity == "product/kapex"}
    assert "product/kapex" in about and {"kist", "lg-electronics"} <= makers


def test_what_the_page_tells_without_a_table_or_needs_two_things_has_none(known: Knowledge) -> None:
    tables = told(kapex_graph(), known)
    assert not {"about", "between", "documents", "evidence"} & set(tables)
    assert {"denied", "due", "events", "funding", "most-connected", "programmes", "who-works-in"} <= set(tables)


def test_every_plan_is_due_by_the_last_day(known: Knowledge) -> None:
    graph = kapex_graph()
    planned = {c.subject for c in graph.claims if c.status == "planned" and c.time and c.time.latest}
    assert {row[0].entity for row in told(graph, known)["due"].rows} == planned


def test_what_was_first_told_is_answered_for_all_days_of_a_graph_that_is_not_large(known: Knowledge) -> None:
    graph = kapex_graph()
    told_first = {(row[1].entity, row[3].entity) for row in told(graph, known)["changes"].rows}
    assert told_first == {(claim.subject, claim.object) for claim in graph.claims}
    large = replace(graph, claims=graph.claims * (FEW_CLAIMS // len(graph.claims) + 1))
    with closing(in_memory(to_quads(graph, base=known.base, schema=known.schema))) as store:
        assert "changes" not in {table.name for table in answers(store, large, known)}


def test_a_term_of_the_ontology_is_told_in_both_languages(known: Knowledge) -> None:
    terms = {cell for row in told(kapex_graph(), known)["who-develops"].rows for cell in row if cell.en}
    assert Cell("진행 중", en=known.schema.terms["ongoing"].en) in terms


def test_what_is_not_told_leads_to_nobody_not_even_to_one_without_a_name(known: Knowledge) -> None:
    graph = kapex_graph()
    nameless = replace(graph, entities=tuple(sorted((*graph.entities, Entity("company/", "Company", "", None)), key=lambda e: e.id)))
    cells = [cell for table in told(nameless, known).values() for row in table.rows for cell in row]
    assert any(cell.text == "" for cell in cells) and not any(cell.entity == "company/" for cell in cells if cell.text == "")
