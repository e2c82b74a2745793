"""Addresses of things: every IRI of a graph has one, and no other spelling leads there."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.things import iri_of
from kg.write.iri import BASE, article_iri, claim_iri, entity_iri, happening_iri

IDS = st.text(min_size=1, max_size=30) | st.sampled_from(
    ["article/x", "claim", "../..", "a/./b", "~", "%41", "a?b#c", "배경훈", "'", "a//b", "/"]
)


@given(IDS, st.sampled_from([entity_iri, article_iri, claim_iri, happening_iri]))
def test_every_iri_has_its_address(id: str, named: object) -> None:
    iri = named(id, BASE)  # type: ignore[operator]
    tail = quote(iri.removeprefix(BASE), safe="/%~")
    assert iri_of(tail, BASE) == iri


@pytest.mark.parametrize("tail", ["", "article/", "~kist", "%FF", "../kist", "a/../b"])
def test_other_spellings_have_none(tail: str) -> None:
    assert iri_of(tail, BASE) is None


@pytest.mark.parametrize(
    ("tail", "iri"), [("%6Bist", "kist"), ("passage/a/1-2-quote", "passage/a/1-2-quote"), ("a%2Fb", "a/b"), ("%3Cb%3E", "%3Cb%3E")]
)
def test_escapes_that_mean_the_same_lead_to_the_same(tail: str, iri: str) -> None:
    assert iri_of(tail, BASE) == BASE + iri
