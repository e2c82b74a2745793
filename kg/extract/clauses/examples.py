"""Put a list before 등 beside the noun that it gives examples of, behind a clause: A, B 등 [칩을 만드는] 기업들이."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.analyse.items import Chunk, Item, Predicate
from kg.ontology.grammar import Grammar
from kg.refer import Named
from kg.values import Token


def lent(items: Sequence[Item], names: Sequence[Named], grammar: Grammar, acts: Callable[[Named], bool]) -> list[Item]:
    """The items, each list of bodies before 등 moved behind the clause that it does not belong to; most sentences have none."""
    out = list(items)
    for at in range(len(items) - 2):
        said, verb, head = items[at : at + 3]
        if not (isinstance(verb, Predicate) and verb.ending == "adnominal" and isinstance(said, Chunk) and isinstance(head, Chunk)):
            continue
        following = items[at + 3] if at + 3 < len(items) else None
        if head.case == "comitative" and isinstance(following, Chunk):
            head = following
        closer = _closer(said, names, grammar, acts)
        if closer is not None and _of_bodies(head, grammar):
            _move(out, items[_first(items, at) : at], (said, head), closer)
    return out


def _first(items: Sequence[Item], at: int) -> int:
    """Where the list begins that goes on at ``at``."""
    while at and isinstance(before := items[at - 1], Chunk) and before.joined and not before.case:
        at -= 1
    return at


def _move(out: list[Item], listed: Sequence[Item], parts: tuple[Chunk, Chunk], closer: Token) -> None:
    """Take the list out of ``out`` and set it before the second of the parts; what the first says behind 등 stays."""
    said, head = parts
    cut = said.words.index(closer) + 1
    rest = said.words[cut:]
    last = Chunk(said.start, closer.end, (*said.words[:cut], *head.words), head.case, head.joined, head.particle)
    place = out.index(head)
    out[place : place + 1] = [*listed, last]
    here = out.index(said)
    out[here - len(listed) : here + 1] = [said._replace(start=rest[0].start, words=rest)]


def _closer(chunk: Chunk, names: Sequence[Named], grammar: Grammar, acts: Callable[[Named], bool]) -> Token | None:
    """The word that closes a list of bodies within the chunk, before a noun that names no kind of body, or None."""
    closer = next((word for word in chunk.words[1:-1] if word.form in grammar.list_closers and word.tag == "NNB"), None)
    if closer is None or _of_bodies(chunk, grammar):
        return None
    # The last word before it may have a second name in a parenthesis: 한국전자통신연구원(ETRI) 등.
    last = chunk.words[chunk.words.index(closer) - 1]
    before = next((n for n in names if n.start <= last.start and n.end == last.end), None)
    return closer if before and acts(before) else None


def _of_bodies(chunk: Chunk, grammar: Grammar) -> bool:
    """Whether the chunk's noun is a kind of body, in the plural or not."""
    said = "".join(w.form for w in chunk.words if w.form not in grammar.list_closers)
    return said.endswith(grammar.body_nouns)
