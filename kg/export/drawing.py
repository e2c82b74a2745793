"""The graph as nodes and edges with attributes, for programs that draw or measure: GraphML and GEXF.

A node is an entity, an edge a claim, so that two claims about the same pair are two edges; status, time and quote are attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.export.source import Source
from kg.export.text import attribute, element
from kg.values import Claim, Entity
from kg.write.iri import claim_iri, entity_iri

NODE = (("iri", "string"), ("type", "string"), ("label_ko", "string"), ("label_en", "string"), ("names", "string"))
EDGE = (
    ("property", "string"),
    ("status", "string"),
    ("when", "string"),
    ("earliest", "string"),
    ("latest", "string"),
    ("role", "string"),
    ("amount", "string"),
    ("confidence", "double"),
    ("rule", "string"),
    ("document", "string"),
    ("quote", "string"),
    ("iri", "string"),
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node or an edge: its label and the attributes that it has, by name; an edge has the ids of its ``ends``."""

    id: str
    label: str
    values: dict[str, str]
    ends: tuple[str, str] = ("", "")


def graphml(source: Source) -> bytes:
    """The graph as GraphML: a directed multigraph whose edges have ids."""
    return (_XML + "\n".join(_graphml(_drawn_nodes(source), _drawn_edges(source))) + "\n").encode()


def gexf(source: Source) -> bytes:
    """The graph as GEXF 1.2draft, which Gephi and networkx read."""
    return (_XML + "\n".join(_gexf(_drawn_nodes(source), _drawn_edges(source))) + "\n").encode()


def node_values(entity: Entity, source: Source) -> dict[str, str]:
    """The attributes of an entity, by the names in ``NODE``."""
    told = (entity_iri(entity.id, source.base), entity.type, entity.ko, entity.en, " | ".join(entity.names))
    return _present(NODE, told)


def edge_values(claim: Claim, source: Source) -> dict[str, str]:
    """The attributes of a claim, by the names in ``EDGE``."""
    time = claim.time
    days = (time.earliest, time.latest) if time else (None, None)
    when = (time.edtf if time else None, *(day.isoformat() if day else None for day in days))
    rest = (claim.role, claim.amount, str(claim.confidence), claim.rule, claim.document, claim.quote, claim_iri(claim.id, source.base))
    return _present(EDGE, (claim.property, claim.status, *when, *rest))


def _present(names: Sequence[tuple[str, str]], values: Iterable[str | None]) -> dict[str, str]:
    return {name: value for (name, _), value in zip(names, values, strict=True) if value}


def _drawn_nodes(source: Source) -> Iterator[Drawn]:
    for entity in source.graph.entities:
        yield Drawn(entity.id, entity.ko, node_values(entity, source))


def _drawn_edges(source: Source) -> Iterator[Drawn]:
    properties = source.schema.properties
    for claim in source.graph.claims:
        label = properties[claim.property].ko if claim.property in properties else claim.property
        yield Drawn(claim.id, label, edge_values(claim, source), (claim.subject, claim.object))


def _graphml(nodes: Iterable[Drawn], edges: Iterable[Drawn]) -> Iterator[str]:
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for kind, names in (("node", (("label", "string"), *NODE)), ("edge", (("label", "string"), *EDGE))):
        for name, form in names:
            yield f'  <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{form}"/>'
    yield '  <graph edgedefault="directed">'
    for node in nodes:
        yield f"    <node id={attribute(node.id)}>{_data('node', node)}</node>"
    for edge in edges:
        start, end = map(attribute, edge.ends)
        yield f"    <edge id={attribute(edge.id)} source={start} target={end}>{_data('edge', edge)}</edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(kind: str, drawn: Drawn) -> str:
    return "".join(f'<data key="{kind}-{name}">{element(value)}</data>' for name, value in {"label": drawn.label, **drawn.values}.items())


def _gexf(nodes: Iterable[Drawn], edges: Iterable[Drawn]) -> Iterator[str]:
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield '  <graph mode="static" defaultedgetype="directed">'
    for kind, names in (("node", NODE), ("edge", EDGE)):
        yield f'    <attributes class="{kind}" mode="static">'
        for name, form in names:
            yield f'      <attribute id="{kind}-{name}" title="{name}" type="{form}"/>'
        yield "    </attributes>"
    yield "    <nodes>"
    for node in nodes:
        yield f"      <node id={attribute(node.id)} label={attribute(node.label)}>{_attvalues('node', node)}</node>"
    yield "    </nodes>"
    yield "    <edges>"
    for edge in edges:
        start, end = map(attribute, edge.ends)
        head = f"id={attribute(edge.id)} source={start} target={end} label={attribute(edge.label)}"
        yield f"      <edge {head}>{_attvalues('edge', edge)}</edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _attvalues(kind: str, drawn: Drawn) -> str:
    inner = "".join(f'<attvalue for="{kind}-{name}" value={attribute(value)}/>' for name, value in drawn.values.items())
    return f"<attvalues>{inner}</attvalues>"
