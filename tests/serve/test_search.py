"""Search by a part of any name."""

from __future__ import annotations

import pytest

from kg.keep.store import in_memory
from kg.serve.search import Names, names_of
from kg.write.quads import to_quads
from tests.samples import kapex_graph
from tests.serve.servers import SCHEMA


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(in_memory(to_quads(kapex_graph(), schema=SCHEMA)))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("KIST", "kist"),
        ("k i s t", "kist"),
        ("과기정통", "msit"),
        ("과학기술정보통신부", "msit"),
        ("exaone", "product/엑사원"),
        ("lg전자", "lg-electronics"),
    ],
)
def test_the_best_is_first(names: Names, text: str, first: str) -> None:
    assert names.search(text)[0].iri.endswith("/id/" + first)


def test_an_entity_comes_once_with_its_labels_and_class(names: Names) -> None:
    found = names.search("korea institute")
    assert [(one.ko, one.type.rpartition("#")[2]) for one in found] == [("한국과학기술연구원", "ResearchInstitute")]
    assert names.search("KIST")[0].name == "KIST"


@pytest.mark.parametrize("text", ["", "  ", "-", "없는이름", "<img>", "\x00", "a" * 10_000, "kist'"])
def test_nothing_is_found_or_only_what_folds_to_it(names: Names, text: str) -> None:
    assert [one.iri for one in names.search(text)] == ([f"{names.search('KIST')[0].iri}"] if text == "kist'" else [])


def test_all_names_of_all_entities_are_there(names: Names) -> None:
    assert len(names.entities) == len(kapex_graph().entities)
    assert names.rows == tuple(sorted(names.rows))
