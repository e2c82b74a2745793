"""The ontology as one page for people: labels, definitions, domain and range, alignments, and examples from a graph."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pyoxigraph as ox
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.export.terms import Shown, shown
from kg.export.text import legal
from kg.ontology.schema import Schema
from kg.values import Graph
from kg.write.vocabulary import DCTERMS

FOLDER = Path(__file__).parent / "page"


def term_page(schema: Schema, graph: Graph | None = None, *, home: str = "") -> str:
    """One self-contained page in Korean and English; write it as UTF-8. The same arguments give the same text.

    It has no script, loads nothing and forbids itself to. Texts of ``graph``, whose claims are the examples, are never markup.
    ``home`` is the address of the page that it links back to, if any.
    """
    triples = [quad.triple for quad in ox.parse(path=str(schema.path), format=ox.RdfFormat.TURTLE) if isinstance(quad, ox.Quad)]
    terms = shown(schema, triples, graph)
    style = (FOLDER / "ontology.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    text = environment.get_template("ontology.html.j2").render(
        schema=schema,
        home=home,
        about={name: _about(triples, schema, name) for name in ("title", "description", "license")},
        kinds=_by_kind(terms),
        terms=schema.terms,
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'",
    )
    return legal(text)


def _by_kind(terms: tuple[Shown, ...]) -> dict[str, list[Shown]]:
    kinds: dict[str, list[Shown]] = {}
    for term in terms:
        kinds.setdefault(term.kind, []).append(term)
    return kinds


def _about(triples: list[ox.Triple], schema: Schema, name: str) -> dict[str, str]:
    """What the ontology says of itself, by language; an IRI has the language ``""``."""
    node, predicate = ox.NamedNode(schema.iri), ox.NamedNode(DCTERMS + name)
    values = [triple.object for triple in triples if triple.subject == node and triple.predicate == predicate]
    told = {value.language or "" if isinstance(value, ox.Literal) else "": value for value in values}
    return {language: value.value for language, value in told.items() if isinstance(value, ox.Literal | ox.NamedNode)}


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
