"""Odds multiply, bounds hold, and a wrong table is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.ontology.certainty import Certainty, Circumstances, Evidence, load_certainty
from tests.road import ontology

PLAIN = Circumstances("verbs", "paragraph", ends=1.0)
TABLE = Certainty(
    0.05,
    0.95,
    (
        Evidence(0.25, told_by=frozenset({"verbs", "named"}), blocks=frozenset({"title"})),
        Evidence(0.5, ends_below=0.9),
        Evidence(0.5, ends_below=0.7),
    ),
)


@pytest.mark.parametrize(
    ("base", "found", "odds"),
    [
        (0.8, PLAIN, 4),
        (0.8, PLAIN._replace(block="title"), 1),
        (0.8, PLAIN._replace(block="title", told_by="tenures"), 4),
        (0.8, PLAIN._replace(ends=0.9), 4),
        (0.8, PLAIN._replace(ends=0.85), 2),
        (0.8, PLAIN._replace(ends=0.5), 1),
        (0.8, PLAIN._replace(ends=0.5, block="title"), 0.25),
        (0.5, PLAIN, 1),
        (0.99, PLAIN, 19),
        (1.0, PLAIN, 19),
        (0.01, PLAIN, 0.05 / 0.95),
        (0.0, PLAIN, 0.05 / 0.95),
    ],
)
def test_each_piece_of_evidence_that_holds_multiplies_the_odds(base: float, found: Circumstances, odds: float) -> None:
    assert TABLE.confidence(base, found) == pytest.approx(odds / (1 + odds))


SOME = st.builds(
    Circumstances,
    st.sampled_from(["verbs", "between", "named", "nested", "tenures", "label"]),
    st.sampled_from(["title", "heading", "paragraph", "bullet", "caption"]),
    st.floats(0, 1),
)


@settings(deadline=None)  # the ontology is loaded by the first example
@given(st.floats(0, 1), st.floats(0, 1), SOME)
def test_a_confidence_is_bounded_and_rises_with_that_of_the_rule(one: float, other: float, found: Circumstances) -> None:
    table = ontology().certainty
    low, high = (table.confidence(base, found) for base in sorted((one, other)))
    assert 0 < table.least <= low <= high <= table.most < 1


def test_the_table_of_kg_trusts_no_claim_more_than_its_rule() -> None:
    """All evidence counts against: what a rule says of itself is measured where everything is plain."""
    assert all(piece.odds <= 1 for piece in ontology().certainty.evidence)


HEAD = "least: 0.05\nmost: 0.98\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "evidence:\n  - {odds: 0, ends_below: 0.9}", r":4: evidence has odds 0; a factor of odds lies above 0"),
        (HEAD + "evidence:\n  - {odds: 50, ends_below: 0.9}", r":4: evidence has odds 50"),
        (HEAD + "evidence:\n  - {odds: 0.5, told_by: [rumour]}", r"'rumour'.* none of those allowed"),
        (HEAD + "evidence:\n  - {odds: 0.5, block: [title]}", r":4: .*unknown key 'block'; did you mean 'blocks'"),
        (HEAD.replace("0.98", "1"), "they must be 0 < least < most < 1"),
        ("least: 0.1\nevidence: []", "lacks 'most'"),
    ],
)
def test_a_wrong_table_is_told(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "certainty.yml"
    path.write_text(text if "evidence" in text else text + "evidence: []")
    with pytest.raises(OntologyError, match=message):
        load_certainty(path)
