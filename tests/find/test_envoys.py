"""The state that an envoy speaks for stands inside his title."""

from __future__ import annotations

import pytest

from tests.road import posts


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("카를 벤손 주한스웨덴대사가 왔다.", [("카를 벤손", "스웨덴")]),
        ("카를 벤손(Karl Benson) 주한 스웨덴 대사가 왔다.", [("카를 벤손", "스웨덴")]),
        ("카를 벤손 주한가나다대사가 왔다.", [("카를 벤손", "")]),
        ("주한스웨덴대사관이 열렸다.", []),
    ],
)
def test_an_envoy_holds_his_post_at_his_state(text: str, held: list[tuple[str, str]]) -> None:
    assert [(person, body) for _, person, body, _ in posts(text)] == held
