"""IRIs are legal for any id, readable for ordinary ones, and never shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.write.iri import ARTICLE, BASE, CLAIM, HAPPENING, article_iri, check_base, claim_iri, entity_iri, escape, happening_iri, id_of

ODD = ["", ".", "..", "a/../b", "~", "~.", "article/x", "~article/x", "claim", "\ud800"]
IDS = st.text(alphabet=st.characters(), max_size=30) | st.sampled_from(ODD)


@pytest.mark.parametrize(
    ("id", "tail"),
    [
        ("kist", "kist"),
        ("person/배경훈", "person/배경훈"),
        ("policy/물류·제조", "policy/물류·제조"),
        ("a b", "a%20b"),
        ('x"><script>', "x%22%3E%3Cscript%3E"),
        ("50%", "50%25"),
        ("a\nb\x00", "a%0Ab%00"),
        ("../../etc", "~../~../etc"),
        ("x?y#z", "x%3Fy%23z"),
        ("a\u202eb", "a%E2%80%AEb"),
        ("\ue000\ufdd0", "%EE%80%80%EF%B7%90"),
        ("article/x", "~article/x"),
        ("articles/x", "articles/x"),
        ("~article/x", "%7Earticle/x"),
        ("news.jsonl:3", "news.jsonl%3A3"),
    ],
)
def test_an_entity_iri_is_readable_and_safe(id: str, tail: str) -> None:
    assert entity_iri(id) == BASE + tail


@given(IDS)
def test_every_iri_is_legal_and_gives_its_id_back(id: str) -> None:
    for iri, kind in ((entity_iri(id), ""), (article_iri(id), ARTICLE), (claim_iri(id), CLAIM), (happening_iri(id), HAPPENING)):
        assert NamedNode(iri).value == iri
        assert id_of(iri, BASE, kind) == id


@given(IDS, IDS)
def test_two_things_never_share_an_iri(one: str, other: str) -> None:
    assert (escape(one) == escape(other)) == (one == other)
    assert entity_iri(one) != article_iri(other)
    assert entity_iri(one) != claim_iri(other)
    assert article_iri(one) != happening_iri(other)


@pytest.mark.parametrize("base", ["", "x", "https://x.example/id", "ftp://x/", "https://x y/", "https://x/<a>/", "https://x/\n/"])
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        check_base(base)


@pytest.mark.parametrize("base", [BASE, "http://localhost:8000/kg#"])
def test_a_base_that_is_one_is_kept(base: str) -> None:
    assert check_base(base) == base
