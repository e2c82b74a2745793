"""What a built graph tells of each document, as it is compared with annotations."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kg.values import Claim, Document, Entity, Graph

_UNHEARD = re.compile(r"[\s'\"‘’“”「」『』<>《》〈〉·ㆍ・\-–—_.]")


@dataclass(frozen=True, slots=True)
class Told:
    """One document of the graph: its claims, each subject, property and object once, and the entities that it names.

    ``mentioned`` is sorted by id. ``names`` has the folded names of each entity.
    """

    document: Document | None
    claims: tuple[Claim, ...]
    mentioned: tuple[str, ...]
    entities: Mapping[str, Entity]
    names: Mapping[str, frozenset[str]]

    def called(self, entity: str, names: frozenset[str]) -> bool:
        """Whether one of the folded ``names`` is the entity's."""
        return bool(self.names[entity] & names)

    def label(self, entity: str) -> str:
        """The entity's Korean name."""
        return self.entities[entity].ko


def fold(name: str) -> str:
    """The form in which names are compared: NFKC, case folded, without spaces, quotes, dots and hyphens.

    This is the form of the annotators' own scoring, which must not change with what the ontology folds.
    """
    return _UNHEARD.sub("", unicodedata.normalize("NFKC", name).casefold())


def folded(names: Iterable[str]) -> frozenset[str]:
    """The names in the form in which they are compared."""
    return frozenset(fold(name) for name in names)


def stem(id: str) -> str:
    """What a document's id and the file of its annotations have in common."""
    return PurePosixPath(id).stem


def told_by_document(graph: Graph) -> dict[str, Told]:
    """What the graph tells of each document, by the stem of its id."""
    entities = {entity.id: entity for entity in graph.entities}
    names = {entity.id: folded(filter(None, (entity.ko, entity.en, *entity.names))) for entity in graph.entities}
    claims: dict[str, dict[tuple[str, str, str], Claim]] = defaultdict(dict)
    mentioned: dict[str, set[str]] = defaultdict(set)
    for claim in graph.claims:
        claims[stem(claim.document)].setdefault((claim.subject, claim.property, claim.object), claim)
        mentioned[stem(claim.document)] |= {claim.subject, claim.object}
    for document, ids in graph.mentions:
        mentioned[stem(document)].update(ids)
    documents = {stem(document.id): document for document in graph.documents}
    return {
        id: Told(document, tuple(claims[id].values()), tuple(sorted(mentioned[id])), entities, names) for id, document in documents.items()
    }


NOTHING = Told(None, (), (), {}, {})
