"""Look ahead in a sentence: what follows a predicate or a quotation, and what that makes of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeGuard

from kg.analyse.items import SUBJECT, Adverb, Chunk, Item, Predicate, Quotation
from kg.extract.clauses.phrase import Phrase
from kg.find.pieces import JOINTS
from kg.ontology.grammar import Grammar

# What stays with a noun that tells an act when another follows it.
LASTING = frozenset({"nominative", "title", "locative"})
Part = Phrase | Predicate | Quotation | Adverb
# The cases in which nouns of one list stand before a verb that takes the last as its object.
_LISTED = frozenset({"", "title", "comitative", "accusative"})
# The tag of a noun without a meaning of its own.
_DEPENDENT = "/NNB"
_COMMA = ","


def is_act(part: object) -> TypeGuard[Predicate]:
    """Whether the part is a noun alone that tells an act."""
    return isinstance(part, Predicate) and part.nominal and "/E" not in part.tail


def is_told(rest: Sequence[object]) -> bool:
    """Whether a noun that tells an act stands next, alone or carried by a verb."""
    return bool(rest) and isinstance(rest[0], Predicate) and rest[0].nominal


def aimed(predicate: object, rest: Sequence[object], purposes: Collection[str]) -> TypeGuard[Predicate]:
    """Whether a noun that tells an act stands in a list of nouns that ends in a verb of purpose: 공장 건설, 칩 개발을 위해."""
    if not is_act(predicate) or predicate.ending != "connective":
        return False
    for part in rest:
        if isinstance(part, Predicate) and not is_act(part):
            return part.lemma in purposes
        if isinstance(part, Phrase) and part.case not in _LISTED:
            return False
    return False


def purpose_behind(predicate: Predicate, rest: Sequence[object], purposes: Collection[str]) -> Predicate | None:
    """The verb of purpose that follows a nominal ending: 육성하기 위한, 개발하기 위해."""
    following = rest[0] if rest else None
    if predicate.ending != "nominal" or not isinstance(following, Predicate):
        return None
    return following if following.lemma in purposes else None


def twin_of(predicate: Predicate, rest: Sequence[object]) -> Predicate | None:
    """The predicate right behind a noun that tells an act: 심의·의결했다, 집중 육성한다."""
    following = rest[0] if rest and is_act(predicate) else None
    return following if isinstance(following, Predicate) and following.start - predicate.end == 1 else None


def leads_to(predicate: Predicate, rest: Sequence[object]) -> Sequence[Predicate]:
    """The clause before a noun to which one leads with nothing between, so that it is of that noun too: [협업하여 유치한] 센터.

    So does one that a noun without a meaning of its own makes a subject: 인수한 것이 아니냐는 지적.
    """
    leads = predicate.ending == "connective" or predicate.tail.endswith(_DEPENDENT)
    following = rest[0] if rest and leads else None
    return (following,) if isinstance(following, Predicate) and following.ending == "adnominal" else ()


def is_of_way(predicate: Predicate, rest: Sequence[object], ways: Collection[str], particles: Collection[str]) -> bool:
    """Whether one leads to a clause before a noun that is a way to do both: [카카오를 인수해 사업을 넓히는] 방안.

    A verb that does the work of a particle makes none: 카카오를 인수하고 협력을 위한 방안을 논의하고 있다.
    """
    if predicate.ending != "connective":
        return False
    verbs = ((at, p) for at, p in enumerate(rest) if isinstance(p, Predicate) and p.ending != "connective")
    at, following = next(verbs, (0, None))
    behind = rest[at + 1] if at + 1 < len(rest) else None
    if following is None or following.ending != "adnominal" or following.lemma in particles:
        return False
    return isinstance(behind, Phrase) and behind.said in ways


def later_subject(rest: Sequence[object]) -> Phrase | None:
    """The subject that stands behind a quotation: "...", 장관은 말했다."""
    return next((p for p in rest if isinstance(p, Phrase) and p.case in SUBJECT and not p.is_time), None)


def carried(rest: Sequence[object]) -> bool:
    """Whether a noun that tells an act, and its light verb, come next: 로봇에 대한 논의를 이어갔다 is to discuss robots."""
    return is_told(rest) and not is_act(rest[0])


def headline(chunk: Chunk, following: Chunk, rest: Sequence[Item]) -> bool:
    """Whether a comma behind ``chunk`` parts subject and object of a headline: 차관, 삼성전자 방문; A, B에 C 공급; A, B·C에 D 공급."""
    if chunk.joined != _COMMA:
        return False
    object_, behind = following, iter(rest)
    while object_.joined in JOINTS and not object_.case and isinstance(another := next(behind, None), Chunk):
        object_ = another
    rest = list(behind)
    predicates = [item for item in rest if isinstance(item, Predicate)]
    if object_.case in {"dative", "comitative"}:
        return bool(predicates) and is_act(predicates[-1])
    first = rest[0] if rest else None
    return not object_.case and not object_.joined and isinstance(first, Predicate) and first.nominal


def plainly(parts: Sequence[Part], grammar: Grammar) -> list[Part]:
    """The parts of a sentence without what only says how far an act goes (심도 있는), and what is untrue in one verb (사실과 다르다)."""
    out: list[Part] = []
    for part in parts:
        last = out[-1] if out and isinstance(part, Predicate) else None
        if not isinstance(part, Predicate) or not isinstance(last, Phrase):
            out.append(part)
        elif part.lemma in grammar.untrue.get(last.said, ()):
            out[-1] = part._replace(start=last.start, lemma=min(grammar.word_denials))
        elif part.ending == "adnominal" and last.said in grammar.degrees:
            out.pop()
        else:
            out.append(part)
    return out


def waiting(predicate: Predicate, phrases: Sequence[Phrase], rest: Sequence[object]) -> list[Phrase]:
    """The phrases that wait for the next predicate: of a noun that tells an act, and of a clause before a noun that has an object.

    정부가 기술개발 및 창업 자금을 지원한다; KIST가 AI를 실은 로봇을 공개했다. With whom one does what is told of the subject of the main
    clause one did that alone: [KT와 계약을 맺은] LG전자는 로봇을 개발했다.
    """
    if is_act(predicate) and predicate.ending == "connective":
        return [p for p in phrases if p.case in LASTING]
    if predicate.ending in {"adnominal", "purpose"} and not predicate.nominal:
        object_ = next((at for at, p in enumerate(phrases) if p.case == "accusative"), 0)
        of_subject = predicate.ending == "adnominal" and bool(rest) and isinstance(rest[0], Phrase) and rest[0].case in SUBJECT
        return [p for p in phrases[:object_] if p.case == "nominative" or (p.case == "comitative" and p.names and not of_subject)]
    return []
