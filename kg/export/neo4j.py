"""The graph for Neo4j: CSV files, and a Cypher script that loads them and may be run again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.errors import StoreError
from kg.export.drawing import EDGE, NODE, edge_values, node_values
from kg.export.source import Source
from kg.export.text import legal
from kg.values import Claim, Document, Entity, Event
from kg.write.iri import article_iri, happening_iri

SCRIPT = "load.cypher"
_ENTITY = ("id", *(name for name, _ in NODE))
_DOCUMENT = ("id", "iri", "title", "date", "publisher", "url")
_HAPPENING = ("id", "iri", "type", "status", "when", "earliest", "latest")
_CLAIM = ("id", *(name for name, _ in EDGE), "sentence", "start", "end", "attributed_to", "event")
# Columns that are no text: how the import's header and the script say so.
_KINDS = {"confidence": ("double", "toFloat"), **dict.fromkeys(("sentence", "start", "end"), ("int", "toInteger"))}
_KINDS |= dict.fromkeys(("date", "earliest", "latest"), ("date", "date"))
_WORD = re.compile(r"[^\W\d]\w*")
_HEAD = """\
// Loads the CSV files beside this script; run it with cypher-shell after they were copied into Neo4j's import folder.
// It may be run again: nodes and relationships are merged by id. In the files a backslash is doubled, as LOAD CSV reads it
// (neo4j-admin database import needs --legacy-style-quoting=true and --multiline-fields=true).
"""


def neo4j(source: Source) -> dict[str, bytes]:
    """The files by name: entities, documents and happenings as nodes, claims, mentions and roles as relationships, and the script.

    The headers are those of ``neo4j-admin database import``. Texts are exact except that a backslash is doubled and a control character is
    U+FFFD: no spreadsheet guard, since a database reads them. Raises StoreError for a class or property whose name is no word.
    """
    graph = source.graph
    return {
        "entities.csv": _file((*_heads(_ENTITY, "Entity"), ":LABEL"), (_entity(one, source) for one in graph.entities)),
        "documents.csv": _file((*_heads(_DOCUMENT, "Article"), ":LABEL"), (_document(one, source) for one in graph.documents)),
        "happenings.csv": _file((*_heads(_HAPPENING, "Happening"), ":LABEL"), (_happening(one, source) for one in graph.events)),
        "claims.csv": _file(
            (":START_ID(Entity)", ":TYPE", ":END_ID(Entity)", *map(_head, _CLAIM)), (_claim(one, source) for one in graph.claims)
        ),
        "mentions.csv": _file((":START_ID(Article)", ":TYPE", ":END_ID(Entity)"), _mentions(source)),
        "roles.csv": _file((":START_ID(Happening)", ":TYPE", ":END_ID(Entity)"), _roles(source)),
        SCRIPT: (_HEAD + "\n".join(_script(source)) + "\n").encode(),
    }


def _heads(names: Sequence[str], space: str) -> list[str]:
    return [f"id:ID({space})", *map(_head, names[1:])]


def _head(name: str) -> str:
    return f"{name}:{_KINDS[name][0]}" if name in _KINDS else name


def _file(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([legal(text).replace("\\", "\\\\") for text in row] for row in rows)
    return out.getvalue().encode()


def _entity(entity: Entity, source: Source) -> list[str]:
    told = {"id": entity.id, **node_values(entity, source)}
    return [*(told.get(name, "") for name in _ENTITY), f"Entity;{_word(entity.type)}"]


def _document(document: Document, source: Source) -> list[str]:
    day = document.date.isoformat() if document.date else ""
    told = [document.id, article_iri(document.id, source.base), document.title, day, document.publisher or "", document.url or ""]
    return [*told, "Article"]


def _happening(event: Event, source: Source) -> list[str]:
    time = event.time
    days = [day.isoformat() if day else "" for day in ((time.earliest, time.latest) if time else (None, None))]
    told = [event.id, happening_iri(event.id, source.base), event.type, event.status, time.edtf if time else "", *days]
    return [*told, f"Happening;{_word(event.type)}"]


def _claim(claim: Claim, source: Source) -> list[str]:
    told = {"id": claim.id, "sentence": str(claim.sentence), "start": str(claim.start), "end": str(claim.end)}
    told |= {"attributed_to": claim.speaker or "", "event": claim.event or "", **edge_values(claim, source)}
    return [claim.subject, _word(claim.property), claim.object, *(told.get(name, "") for name in _CLAIM)]


def _mentions(source: Source) -> Iterator[list[str]]:
    for document, entities in source.graph.mentions:
        yield from ([document, "mentions", entity] for entity in entities)


def _roles(source: Source) -> Iterator[list[str]]:
    for event in source.graph.events:
        yield from ([event.id, _word(part.role), part.filler] for part in event.parts)


def _word(name: str) -> str:
    """``name``, of which it is sure that it can stand between backticks; such a name comes from the ontology."""
    if not _WORD.fullmatch(name):
        raise StoreError(f"{name!r} cannot be a label or type of Neo4j; a name of letters, digits and _ is needed")
    return name


def _script(source: Source) -> Iterator[str]:
    graph = source.graph
    for label in ("Entity", "Article", "Happening"):
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
    nodes = (("Entity", "entities", _ENTITY), ("Article", "documents", _DOCUMENT), ("Happening", "happenings", _HAPPENING))
    for label, file, names in nodes:
        yield f"{_rows(file)} MERGE (n:{label} {{id: row.`id:ID({label})`}}) SET {_sets('n', names[1:])};"
    for label, file, kinds in (
        ("Entity", "entities", {one.type for one in graph.entities}),
        ("Happening", "happenings", {one.type for one in graph.events}),
    ):
        for kind in sorted(kinds):
            yield f"{_rows(file)} WITH row WHERE row.type = '{kind}' MATCH (n:{label} {{id: row.`id:ID({label})`}}) SET n:`{kind}`;"
    for kind in sorted({claim.property for claim in graph.claims}):
        yield _joining("claims", kind, ("Entity", "Entity"), key=" {id: row.id}") + f" SET {_sets('r', _CLAIM[1:])};"
    yield _joining("mentions", "mentions", ("Article", "Entity")) + ";"
    for kind in sorted({part.role for event in graph.events for part in event.parts}):
        yield _joining("roles", kind, ("Happening", "Entity")) + ";"


def _rows(file: str) -> str:
    return f"LOAD CSV WITH HEADERS FROM 'file:///{file}.csv' AS row"


def _sets(variable: str, names: Iterable[str]) -> str:
    """An empty cell is null in LOAD CSV, and setting null removes, so that a second run leaves what the files say."""
    return ", ".join(f"{variable}.`{name}` = {_read(name)}" for name in names)


def _read(name: str) -> str:
    return f"{_KINDS[name][1]}(row.`{_head(name)}`)" if name in _KINDS else f"row.`{name}`"


def _joining(file: str, kind: str, ends: tuple[str, str], *, key: str = "") -> str:
    start, end = ends
    match = f"MATCH (a:{start} {{id: row.`:START_ID({start})`}}) MATCH (b:{end} {{id: row.`:END_ID({end})`}})"
    return f"{_rows(file)} WITH row WHERE row.`:TYPE` = '{kind}' {match} MERGE (a)-[r:`{kind}`{key}]->(b)"
