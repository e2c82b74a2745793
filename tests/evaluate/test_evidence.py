"""The sentence that an annotator meant is found near the number given."""

from __future__ import annotations

import pytest

from kg.evaluate.compare import compare
from kg.evaluate.evidence import Sentences
from kg.evaluate.gold import GoldArticle, GoldEntity, GoldFact
from kg.evaluate.told import NOTHING, Told
from tests.road import document, ontology

TEXT = "소식\n첫 문장이다. 한빛로보가 왔다. 나루가 한빛로보를 도왔다. 또 한 문장이다. 한빛로보가 나루를 샀다."


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return Sentences(ontology())


@pytest.mark.parametrize(
    ("number", "text", "subject", "object_"),
    [
        (3, "나루가 한빛로보를 도왔다.", True, True),
        (2, "나루가 한빛로보를 도왔다.", True, True),
        (4, "나루가 한빛로보를 도왔다.", True, True),
        (5, "한빛로보가 나루를 샀다.", True, True),
        (0, "한빛로보가 왔다.", True, False),
    ],
)
def test_of_the_sentences_near_the_one_that_names_most(number: int, text: str, subject: bool, object_: bool, sentences: Sentences) -> None:
    found = sentences.evidence(fact(number), compare(article(number), told()))
    assert found is not None
    assert (found.text, found.names_subject, found.names_object) == (text, subject, object_)
    assert text[found.first :].startswith(("한빛로보", "나루"))


def test_without_a_number_or_a_document_there_is_none(sentences: Sentences) -> None:
    assert sentences.evidence(fact(None), compare(article(None), told())) is None
    assert sentences.evidence(fact(3), compare(article(3), NOTHING)) is None


def fact(sentence: int | None) -> GoldFact:
    return GoldFact("x", "acquired", "y", "actual", None, None, None, sentence)


def article(sentence: int | None) -> GoldArticle:
    entities = (GoldEntity("x", "Company", ("한빛로보",)), GoldEntity("y", "Company", ("나루소프트", "나루")))
    return GoldArticle("doc", entities, (fact(sentence),))


def told() -> Told:
    return Told(document(TEXT, kinds="title paragraph"), (), (), {}, {})
