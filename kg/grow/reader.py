"""What reads new documents: the knowledge of a build, and the road, loaded when the first document needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.ledger import maker_of
from kg.ledger.record import Record, record_of
from kg.pipeline.knowledge import Settings, load_knowledge
from kg.pipeline.reading import read_batch
from kg.pipeline.road import Road
from kg.pipeline.workers import shared, workers_for
from kg.values import Document, Skipped


class Reader:
    """Reads documents for any number of folders; the road's 350 MB and two seconds are spent once, and only where a text is new.

    Raises OntologyError where the ontology of ``settings`` is wrong. Language and base of ``settings`` do not count: a folder has its own.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        self.known = load_knowledge(settings)
        self.workers = settings.workers
        self.maker = maker_of(self.known.ontology.folder)

    @cached_property
    def road(self) -> Road:
        """The stages of this process."""
        return Road(self.known.ontology)

    def read(self, documents: Sequence[Document]) -> Iterator[Record | Skipped]:
        """The records of the readings as they come; many are shared among processes; a document that kills them comes back as Skipped."""
        workers = workers_for(len(documents), self.workers)
        if workers == 1:
            yield from (record_of(self.road.read(document)) for document in documents)
            return
        for _, share in shared(documents, read_batch, folder=self.known.ontology.folder, workers=workers):
            yield from [share] if isinstance(share, Skipped) else share.records
