"""Documents shared among processes, of which some die."""

from __future__ import annotations

import os
import signal
from multiprocessing import active_children

import pytest

from kg.home import ontology_folder
from kg.pipeline.road import Road
from kg.pipeline.workers import BATCH_CHARACTERS, BATCH_DOCUMENTS, WORTH_SHARING, Batch, batches, shared, workers_for
from kg.values import Block, Document, Skipped

TEXT = "과학기술정보통신부는 13일 한국과학기술연구원을 방문했다."


def document(id_: str, text: str = TEXT) -> Document:
    return Document(id_, "", text, (Block("paragraph", 0, len(text)),), source=f"{id_}.txt")


def count(road: Road, batch: Batch) -> int:
    """Work for the processes below: how many claims the batch gives; a document called poison ends its process."""
    if any(one.id == "poison" for one in batch):
        os._exit(9)
    return sum(len(road.read(one).claims) for one in batch)


def fail(road: Road, batch: Batch) -> int:
    """Work that meets a document which no reader would make: its blocks are no blocks."""
    return len(road.read(Document("odd", "", TEXT, (None,), source="odd.txt")).claims)  # type: ignore[arg-type]


@pytest.mark.parametrize(("documents", "asked", "wanted"), [(5, None, 1), (5, 3, 3), (WORTH_SHARING, None, os.cpu_count()), (9_999, 1, 1)])
def test_a_small_input_is_read_by_one_process(documents: int, asked: int | None, wanted: int) -> None:
    assert workers_for(documents, asked) == wanted


def test_batches_keep_order_and_measure() -> None:
    documents = [document(f"d{number}", "가" * (number * 997 % 30_000)) for number in range(90)]
    made = list(batches(documents))
    assert [one for batch in made for one in batch] == documents
    assert all(len(batch) <= BATCH_DOCUMENTS for batch in made)
    assert all(len(batch) == 1 or sum(len(one.text) for one in batch) <= BATCH_CHARACTERS for batch in made)
    assert list(batches([])) == []


def test_a_document_that_ends_its_process_is_set_aside_and_all_others_are_read() -> None:
    documents = [document(f"d{number}") for number in range(40)]
    documents[17] = document("poison")
    results = list(shared(documents, count, folder=ontology_folder(), workers=2))
    skipped = [one for _, one in results if isinstance(one, Skipped)]
    assert [(one.source, "twice" in one.reason) for one in skipped] == [("poison.txt", True)]
    assert sorted(one.id for batch, _ in results for one in batch) == sorted(one.id for one in documents)
    alone = next(one for batch, one in results if len(batch) == 1 and not isinstance(one, Skipped))
    assert sum(one for _, one in results if not isinstance(one, Skipped)) == 39 * alone > 0


def test_a_process_killed_from_outside_costs_no_document() -> None:
    documents = [document(f"d{number}") for number in range(80)]
    read: list[str] = []
    killed = False
    for batch, result in shared(documents, count, folder=ontology_folder(), workers=2):
        assert not isinstance(result, Skipped)
        read += [one.id for one in batch]
        if not killed:
            victim = active_children()[0].pid
            assert victim
            os.kill(victim, signal.SIGKILL)
            killed = True
    assert sorted(read) == sorted(one.id for one in documents)


def test_an_error_in_a_process_says_in_which_document_it_came_up() -> None:
    with pytest.raises(AttributeError) as caught:
        list(shared([document("d")], fail, folder=ontology_folder(), workers=1))
    assert any("'odd' of odd.txt" in note for note in caught.value.__notes__)
