"""Terms and statements in Turtle, as Oxigraph's serialiser writes them, but in a fifth of its time: no term becomes an object of its own.

What has a sign that Turtle may write otherwise than it is, Oxigraph itself is asked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

import pyoxigraph as ox

from kg.write import vocabulary as v
from kg.write.iri import article_iri, check_base, claim_iri, entity_iri, happening_iri


class Node(NamedTuple):
    """A node or a literal of the graph, as N-Triples and as the Turtle of some prefixes have it."""

    plain: str
    text: str


Fact = tuple[Node, Node]
Statement = tuple[Node, Node, Node]
# An own name that needs no sign escaped but the slash, and a text that needs none.
_NAME = re.compile("[A-Za-z0-9가-힣][A-Za-z0-9가-힣_/-]*")
_TEXT = re.compile(r"[ !#-\[\]-~\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]*")
_SLASH = r"\/"
# What stands for rdf:type, before all other predicates.
TYPE = Node("", "a")


class Namer:
    """Terms of one base and one ontology."""

    def __init__(self, base: str, namespace: str) -> None:
        self.base, self.namespace = check_base(base), namespace
        self._prefixes = v.prefixes(base, namespace)
        self._terms: dict[str, Node] = {}
        self._entities: dict[str, Node] = {}
        self._decimals: dict[float, Node] = {}

    def header(self) -> str:
        """The prefixes, as they stand before any statement: the longest IRI first."""
        told = sorted(self._prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in told)

    def term(self, name: str) -> Node:
        """The term of the ontology with that name."""
        if name not in self._terms:
            self._terms[name] = self.node(self.namespace + name, "tp")
        return self._terms[name]

    def entity(self, id: str) -> Node:
        """The node of an entity."""
        if id not in self._entities:
            self._entities[id] = self.node(entity_iri(id, self.base), "id")
        return self._entities[id]

    def article(self, id: str) -> Node:
        """The node of a document, also the name of its graph."""
        return self.node(article_iri(id, self.base), "article")

    def claim(self, id: str) -> Node:
        """The node of a claim."""
        return self.node(claim_iri(id, self.base), "claim")

    def happening(self, id: str) -> Node:
        """The node of an n-ary event."""
        return self.node(happening_iri(id, self.base), "happening")

    def passage(self, iri: str) -> Node:
        """The node of a sentence, or of a selector in it."""
        return self.node(iri, "passage")

    def node(self, iri: str, prefix: str = "") -> Node:
        """The node of an IRI, which begins with that of the prefix, if one is given."""
        tail = iri[len(self._prefixes[prefix]) :] if prefix else ""
        if _NAME.fullmatch(tail):
            return Node(f"<{iri}>", f"{prefix}:{tail.replace('/', _SLASH)}")
        return self._asked(ox.NamedNode(iri))

    def decimal(self, number: float) -> Node:
        """A decimal number."""
        if number not in self._decimals:
            self._decimals[number] = self._asked(ox.Literal(format(Decimal(repr(number)), "f"), datatype=v.DECIMAL))
        return self._decimals[number]

    def _asked(self, value: ox.NamedNode | ox.Literal) -> Node:
        """A term as the serialiser writes it, behind the last line break and two others."""
        whole = ox.serialize([ox.Triple(v.LABEL, v.LABEL, value)], format=ox.RdfFormat.TURTLE, prefixes=self._prefixes) or b""
        line = whole.decode().removesuffix(" .\n").rpartition("\n")[2]
        return Node(str(value), line.split(" ", 2)[2])


def of(node: ox.NamedNode) -> Node:
    """A term of another vocabulary that has a prefix."""
    iri = node.value
    short = (f"{name}:{iri.removeprefix(known)}" for name, known in v.prefixes().items() if iri.startswith(known))
    return Node(f"<{iri}>", next(short, f"<{iri}>"))


def text(value: str, language: str = "") -> Node:
    """A text, said to be of a language if one is given."""
    found = f"{quoted(value)}@{language}" if language else quoted(value)
    return Node(found, found)


@lru_cache(maxsize=1 << 12)
def word(value: str, language: str = "") -> Node:
    """The same for a text that many have in common."""
    return text(value, language)


@lru_cache(maxsize=1 << 12)
def typed(value: str, datatype: Node) -> Node:
    """A text of a type that Turtle has no shorter form for."""
    found = quoted(value)
    return Node(f"{found}^^{datatype.plain}", f"{found}^^{datatype.text}")


def date(day: dt.date) -> Node:
    """A day."""
    return typed(day.isoformat(), DATE)


def integer(number: int) -> Node:
    """A whole number."""
    return Node(f'"{number}"^^{INTEGER.plain}', str(number))


def quoted(value: str) -> str:
    """A text between quotation marks."""
    return f'"{value}"' if _TEXT.fullmatch(value) else str(ox.Literal(v.whole(value)))


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, each once, by subject, ``rdf:type`` first, predicate and object."""
    keyed = {(one[0].plain[:-1], one[1].plain, one[2].plain): one for one in statements}
    return [keyed[key] for key in sorted(keyed)]


def written(statements: Iterable[Statement]) -> str:
    """The Turtle of statements in their order, those of one node together."""
    told: dict[Node, list[Fact]] = {}
    for node, predicate, value in statements:
        told.setdefault(node, []).append((predicate, value))
    return "".join(_sentence(node, facts) for node, facts in told.items())


def stated(node: Node, facts: Iterable[Fact]) -> str:
    """The Turtle of facts about a node, in the order of their predicates; those of one predicate keep theirs."""
    return _sentence(node, sorted(facts, key=itemgetter(0)))


def _sentence(node: Node, facts: Iterable[Fact]) -> str:
    parts, by = [node.text], ""
    for predicate, value in facts:
        if predicate.text == by:
            parts.append(f" , {value.text}")
        else:
            parts.append(f" ;\n\t{predicate.text} {value.text}" if by else f" {predicate.text} {value.text}")
            by = predicate.text
    parts.append(" .\n")
    return "".join(parts)


def within(graph: Node, turtle: str) -> str:
    """The TriG of a named graph that has what some Turtle says; no line begins inside a literal."""
    inside = turtle[:-1].replace("\n", "\n\t")
    return f"{graph.text} {{\n\t{inside}\n}}\n"


DATE, INTEGER = of(v.DATE), of(v.INTEGER)
