"""Which rules a sentence may satisfy: a quick look that refuses nothing that the slow one would find."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.extract.predicates.left_open import Around
from kg.extract.predicates.needs import Needs, classes_of
from kg.ontology.frames import Frame
from kg.ontology.load import COMPANY, GOVERNMENT, PLACE, POLICY, PRODUCT
from kg.refer import Named
from tests.road import ontology, referred


def name(type_: str, twin_type: str = "") -> Named:
    return Named(0, 1, "a", type_, 1.0, "name", "b" if twin_type else "", twin_type)


def may_be_met(*, named: tuple[Named, ...] = (), topics: tuple[Named, ...] = (), focus: tuple[Named, ...] = ()) -> set[str]:
    """The frames of which some rule with a verb may be met."""
    needs = Needs(ontology().rules, ontology().schema)
    around = Around(topics, {one.type: one for one in focus}, classes_of(named), classes_of(topics))
    return {rule.id.partition(".")[0] for rule in needs.met((rule for rule in ontology().rules if rule.verbs), around.named, around)}


def test_a_role_is_filled_by_a_class_below_the_one_it_takes() -> None:
    assert "supply" in may_be_met(named=(name(COMPANY), name(PRODUCT)))
    assert "supply" not in may_be_met(named=(name(PLACE), name(PRODUCT)))


def test_a_twin_fills_a_role_too() -> None:
    policy = name(POLICY)
    assert may_be_met(named=(name(PLACE), policy)) < may_be_met(named=(name(PLACE, GOVERNMENT), policy))


def test_what_was_spoken_of_fills_only_roles_that_may_be_left_out() -> None:
    spoken = may_be_met(named=(name(PRODUCT),), topics=(name(COMPANY),))
    assert may_be_met(named=(name(PRODUCT),)) < spoken <= may_be_met(named=(name(PRODUCT), name(COMPANY)))


def test_of_nothing_nothing_can_be_told() -> None:
    assert may_be_met() == set()


@pytest.mark.parametrize("frame", ontology().frames, ids=lambda frame: frame.name)
def test_the_look_refuses_nothing_that_is_told(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(example.text for example in frame.examples)
    quick = Extractor(ontology()).extract(referred(text, "2026-03-02"))
    monkeypatch.setattr(Needs, "met", lambda _, rules, *__: list(rules))
    assert quick == Extractor(ontology()).extract(referred(text, "2026-03-02"))
