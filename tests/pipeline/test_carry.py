"""Values as they come out of a pipe."""

from __future__ import annotations

import copyreg
import pickle
import pickletools
from dataclasses import fields, is_dataclass

import pytest

from kg import values
from kg.pipeline.carry import carry_as_calls
from kg.values import Block, Document, Graph, Reading, Skipped
from tests.road import reading

TEXTS = [
    "배경훈 과학기술정보통신부 장관은 13일 한국과학기술연구원을 방문했다.",
    "한국과학기술연구원과 LG전자는 2025년 3월 12일 로봇을 공동 개발하기로 하는 업무협약을 체결했다.",
    "정부는 인공지능에 1020억원을 투자한다.",
    "끝",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_comes_is_what_was_sent(text: str) -> None:
    carry_as_calls()
    sent = reading(text, "2025-03-14")
    assert pickle.loads(pickle.dumps(sent)) == sent


def test_no_value_is_put_together_field_by_field() -> None:
    carry_as_calls()
    told = reading(TEXTS[1], "2025-03-14")
    assert isinstance(told, Reading)
    assert told.claims
    assert told.events
    assert not [operation for operation, _, _ in pickletools.genops(pickle.dumps(told)) if operation.name == "BUILD"]


def test_no_kind_of_value_is_left_out() -> None:
    carry_as_calls()
    kinds = {kind for kind in vars(values).values() if isinstance(kind, type) and is_dataclass(kind)}
    assert {Reading, Graph, Skipped} <= kinds <= copyreg.dispatch_table.keys()
    assert all(len(fields(kind)) > 1 for kind in kinds), "of one field alone attrgetter makes no tuple, which a call needs"


def test_half_a_character_comes_too() -> None:
    carry_as_calls()
    odd = Document("odd", "", "\ud800", (Block("title", 0, 1),))
    assert pickle.loads(pickle.dumps(odd)) == odd
