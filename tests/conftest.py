"""Order of the whole suite, and what its builds share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from kg.analyse import Analyser
from tests.road import analyser_with, ontology_as_it_is

# Files of a minute and more: begun first, so that no process is left alone with one of them at the end.
LONG = ("test_corpus.py", "test_workers.py", "test_change.py", "test_page.py", "test_editor.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))


@pytest.fixture(scope="session", autouse=True)
def what_is_loaded_once() -> Iterator[None]:
    """Builds within a process of tests share Kiwi and the ontology where they ask for the same: small ones hardly cost more than these."""

    def shared(names: Iterable[str] = ()) -> Analyser:
        return analyser_with(frozenset(names))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.analyse.Analyser", shared)
        for user in ("pipeline.knowledge", "cli.review", "cli.explain", "evaluate.run"):
            patch.setattr(f"kg.{user}.load_ontology", ontology_as_it_is)
        yield
