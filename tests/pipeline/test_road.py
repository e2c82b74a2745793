"""The road of one document: what it leaves behind."""

from __future__ import annotations

import gc
from pathlib import Path

from kg.pipeline import Road
from kg.pipeline.build import results
from kg.values import Document
from tests.road import ontology

ARTICLES = sorted((Path(__file__).parents[1] / "cases" / "articles").glob("texts-*.jsonl"))


def test_reading_leaves_no_garbage_that_must_be_searched_for() -> None:
    """Processes that read never search for it (``kg.pipeline.workers.load``); what goes round in a circle would stay until they end."""
    first, *others = [document for document in results(ARTICLES, ontology()) if isinstance(document, Document)]
    road = Road(ontology())
    road.read(first)
    gc.collect()
    gc.disable()
    try:
        for document in others:
            road.read(document)
        assert gc.collect() == 0
    finally:
        gc.enable()
