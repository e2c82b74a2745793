"""Work without a search for garbage, and what was before it."""

from __future__ import annotations

import gc

import pytest

from kg.memory import uncollected


def test_inside_nothing_is_searched_and_after_it_all_is_as_before() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_inside_leaves_it_as_before() -> None:
    with pytest.raises(ValueError, match="inside"), uncollected():
        raise ValueError("inside")
    assert gc.isenabled()


def test_what_was_made_inside_is_old_after_it() -> None:
    with uncollected():
        made = [[number] for number in range(5000)]
    assert {id(one) for one in made} <= {id(one) for one in gc.get_objects(generation=2)}
