"""The road of one document, from its text to what it tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.ontology import Ontology
from kg.pipeline.clock import Clock
from kg.values import Document, Reading

if TYPE_CHECKING:
    from kg.extract.votes.vote import Voter

Stage = Callable[[Any], Any]


class Road:
    """The stages of one process in their order, loaded once: about 350 MB and two seconds; ``clock`` has what documents cost so far.

    ``vote`` stands in the place of the vote by the ontology's weights. The rooms of the stages are loaded with the first road, since most
    processes of a build read nothing.
    """

    def __init__(self, ontology: Ontology, vote: Voter | None = None) -> None:
        from kg.analyse import Analyser  # noqa: PLC0415
        from kg.extract import Extractor  # noqa: PLC0415
        from kg.find.finder import Finder  # noqa: PLC0415
        from kg.find.gazetteer import known_words  # noqa: PLC0415
        from kg.refer import Refer  # noqa: PLC0415

        self.analyser = Analyser(known_words(ontology.authority))
        self.stages: tuple[tuple[str, Stage], ...] = (
            ("analyse", self.analyser.analyse),
            ("find", Finder(ontology).find),
            ("refer", Refer(ontology).refer),
            ("extract", Extractor(ontology, vote).extract),
        )
        self.clock = Clock()

    def read(self, document: Document) -> Reading:
        """All that the document tells by itself."""
        return self.read_all((document,))[0]

    def read_all(self, documents: Sequence[Document]) -> tuple[Reading, ...]:
        """All that each of a few documents tells by itself.

        One stage after the other goes over them all, since a stage that goes on has its tables in the processor's caches: 3 % less time.
        """
        values: list[Any] = list(documents)
        for name, stage in self.stages:
            with self.clock(name):
                for at, document in enumerate(documents):
                    with _Named(document):
                        values[at] = stage(values[at])
        return tuple(values)


class _Named(AbstractContextManager[None]):
    """An error on the way says in which document it came up, also when it comes from another process."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is not None:
            error.add_note(f"while reading the document {self._document.id!r} of {self._document.source}")
