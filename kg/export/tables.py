"""The graph as CSV tables for spreadsheets: nodes, edges and claims."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kg.export.drawing import edge_values, node_values
from kg.export.source import Source
from kg.export.text import cell
from kg.values import Claim, Entity
from kg.write.quads import TOLD_AS_SO

NODES = ("id", "iri", "type", "label_ko", "label_en", "names", "same_as")
EDGES = ("subject", "property", "object", "subject_label", "property_label", "object_label", "claims")
CLAIMS = (
    *("id", "iri", "subject", "property", "object", "subject_label", "object_label", "status", "when", "earliest", "latest"),
    *("role", "amount", "attributed_to", "event", "confidence", "rule", "document", "sentence", "start", "end", "quote"),
)


def tables(source: Source) -> dict[str, bytes]:
    """``nodes.csv`` (entities), ``edges.csv`` (plain triples, with the number of claims for each) and ``claims.csv``, by name.

    RFC 4180 in UTF-8 without a byte order mark; several values of a cell are joined by `` | ``. Every cell is as ``cell`` makes it.
    """
    names = {entity.id: entity.ko for entity in source.graph.entities}
    return {
        "nodes.csv": written(NODES, (_node(entity, source) for entity in source.graph.entities)),
        "edges.csv": written(EDGES, _edges(source, names)),
        "claims.csv": written(CLAIMS, (_claim(claim, source, names) for claim in source.graph.claims)),
    }


def written(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file of these rows, guarded against formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([cell(text) for text in row] for row in rows)
    return out.getvalue().encode()


def _node(entity: Entity, source: Source) -> list[str]:
    told = {"id": entity.id, "same_as": " | ".join(entity.same_as), **node_values(entity, source)}
    return [told.get(name, "") for name in NODES]


def _edges(source: Source, names: dict[str, str]) -> Iterable[list[str]]:
    counted: dict[tuple[str, str, str], int] = {}
    for claim in source.graph.claims:
        if claim.status in TOLD_AS_SO:
            ends = _ends(claim, source)
            counted[ends] = counted.get(ends, 0) + 1
    properties = source.schema.properties
    for (subject, name, obj), count in sorted(counted.items()):
        label = properties[name].ko if name in properties else name
        yield [subject, name, obj, names.get(subject, ""), label, names.get(obj, ""), str(count)]


def _ends(claim: Claim, source: Source) -> tuple[str, str, str]:
    """The ends as told; of a symmetric relation the first by name is the subject, so that it is one edge."""
    rule = source.schema.properties.get(claim.property)
    turned = rule is not None and rule.symmetric and claim.object < claim.subject
    return (claim.object, claim.property, claim.subject) if turned else (claim.subject, claim.property, claim.object)


def _claim(claim: Claim, source: Source, names: dict[str, str]) -> list[str]:
    told = {
        "id": claim.id,
        "subject": claim.subject,
        "object": claim.object,
        "subject_label": names.get(claim.subject, ""),
        "object_label": names.get(claim.object, ""),
        "attributed_to": claim.speaker or "",
        "event": claim.event or "",
        "sentence": str(claim.sentence),
        "start": str(claim.start),
        "end": str(claim.end),
        **edge_values(claim, source),
    }
    return [told.get(name, "") for name in CLAIMS]
