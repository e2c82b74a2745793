"""An explanation as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.explain.lookup import Explanation, Fact, Piece
from kg.ontology.schema import Schema
from kg.values import Entity
from kg.write.terminal import printable


def render(explanation: Explanation, schema: Schema, *, lang: str = "ko") -> str:
    """The facts, numbered: the relation in words with its status, what qualifies it, the sentence with [[marks]], and the source."""
    lines: list[str] = []
    if explanation.entity:
        lines += [_title(explanation.entity, schema, lang), ""]
    for number, fact in enumerate(explanation.facts, 1):
        lines += [f"{number}. {_relation(fact, schema, lang)}", *(f"   {line}" for line in _details(fact, schema, lang)), ""]
    return "\n".join(lines)


def marked(pieces: Iterable[Piece]) -> str:
    """The text of the pieces, with ``[[`` and ``]]`` around those that are marked."""
    return "".join(f"[[{printable(piece.text)}]]" if piece.mark else printable(piece.text) for piece in pieces)


def _name(entity: Entity, lang: str) -> str:
    return printable(entity.en if lang == "en" and entity.en else entity.ko)


def _word(term: str, schema: Schema, lang: str) -> str:
    known = schema.terms.get(term)
    return known.label(lang) if known else term


def _title(entity: Entity, schema: Schema, lang: str) -> str:
    others = [name for name in (entity.ko, entity.en, *entity.names) if name and printable(name) != _name(entity, lang)]
    also = f" ({', '.join(printable(name) for name in others)})" if others else ""
    return f"{_name(entity, lang)}{also} — {_word(entity.type, schema, lang)}, id:{printable(entity.id)}"


def _relation(fact: Fact, schema: Schema, lang: str) -> str:
    claim = fact.claim
    relation, status = _word(claim.property, schema, lang), _word(claim.status, schema, lang)
    return f"{_name(fact.subject, lang)} —{relation}→ {_name(fact.object, lang)} [{status}]"


def _details(fact: Fact, schema: Schema, lang: str) -> Iterator[str]:
    claim, document = fact.claim, fact.document
    told = (
        ("when", claim.time.edtf if claim.time else None),
        ("role", claim.role),
        ("amount", claim.amount),
        ("attributedTo", _name(fact.speaker, lang) if fact.speaker else None),
    )
    qualifiers = [f"{_word(term, schema, lang)}: {printable(value)}" for term, value in told if value]
    if qualifiers:
        yield " · ".join(qualifiers)
    yield from (f"… {marked(pieces)} …" for pieces in fact.earlier)
    yield marked(fact.sentence)
    where = (document.title, document.date.isoformat() if document.date else None, document.publisher, document.url)
    yield " · ".join(printable(part) for part in where if part)
    found = (("sentence", str(claim.sentence)), ("rule", claim.rule), ("confidence", f"{claim.confidence:g}"))
    yield " · ".join([*(f"{_word(term, schema, lang)}: {printable(value)}" for term, value in found), f"claim:{claim.id}"])
