"""Order of the whole suite."""

from __future__ import annotations

import pytest

# Files of a minute and more: begun first, so that no process is left alone with one of them at the end.
LONG = ("test_corpus.py", "test_workers.py", "test_change.py", "test_page.py", "test_editor.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))
