"""Turn the readings of all documents into one graph."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.ontology.authority import Row, fold
from kg.ontology.load import EVENT, TECHNOLOGY, Ontology
from kg.resolve.identity import Ids, assign_ids, nodes_of, tools
from kg.values import Claim, Entity, Event, Graph, Part, Reading, Referent, Succession, Term

# A description of an event that is longer is shown beside its name.
_SHOWN = 30
WIKIDATA = "http://www.wikidata.org/entity/"


def resolve(readings: Iterable[Reading], ontology: Ontology, ids: Ids | None = None) -> Graph:
    """The graph of the readings, the same whatever their order; ``ids`` are what ``assign_ids`` gives for them, where that is known."""
    told = sorted(readings, key=lambda r: r.document.id)
    if ids is None:
        ids = assign_ids(nodes_of(told), ontology)
    claims = sorted((_claim(c, ids) for r in told for c in r.claims), key=lambda c: (c.document, c.start, c.id))
    events = sorted((_event(e, r.document.id, ids) for r in told for e in r.events), key=lambda e: e.id)
    mentions = tuple((r.document.id, tuple(sorted(_mentioned(r, ids)))) for r in told)
    named = {id_ for _, found in mentions for id_ in found} | {id_ for c in claims for id_ in (c.subject, c.object, c.speaker) if id_}
    named |= {part.filler for e in events for part in e.parts}
    said: dict[str, list[Referent]] = defaultdict(list)
    for reading in told:
        for referent in reading.referents:
            said[ids[reading.document.id, referent.key]].append(referent)
    entities = tuple(entity_of(id_, said[id_], ontology) for id_ in sorted(named))
    return Graph(tuple(r.document for r in told), entities, tuple(claims), tuple(events), mentions)


def told_by(reading: Reading, ids: Mapping[tuple[str, str], str]) -> Graph:
    """What one document adds to the graph, its entities left out."""
    claims = tuple(sorted((_claim(claim, ids) for claim in reading.claims), key=lambda c: (c.document, c.start, c.id)))
    events = tuple(sorted((_event(event, reading.document.id, ids) for event in reading.events), key=lambda e: e.id))
    return Graph((reading.document,), (), claims, events, ((reading.document.id, tuple(sorted(_mentioned(reading, ids)))),))


def names_in(graph: Graph) -> set[str]:
    """The ids of the entities that the claims, events and mentions of a graph name."""
    named = {id_ for _, found in graph.mentions for id_ in found}
    named |= {id_ for claim in graph.claims for id_ in (claim.subject, claim.object, claim.speaker) if id_}
    return named | {part.filler for event in graph.events for part in event.parts}


def _mentioned(reading: Reading, ids: Mapping[tuple[str, str], str]) -> set[str]:
    return {ids[reading.document.id, r.key] for r in reading.referents if r.mentions}


def _claim(claim: Claim, ids: Mapping[tuple[str, str], str]) -> Claim:
    doc = claim.document
    speaker = ids.get((doc, claim.speaker)) if claim.speaker else None
    event = f"{doc}/{claim.event}" if claim.event else None
    return replace(claim, subject=ids[doc, claim.subject], object=ids[doc, claim.object], speaker=speaker, event=event)


def _event(event: Event, document: str, ids: Mapping[tuple[str, str], str]) -> Event:
    parts = tuple(sorted({Part(p.role, ids[document, p.filler]) for p in event.parts}))
    return replace(event, id=f"{document}/{event.id}", parts=parts)


def entity_of(id_: str, group: Sequence[Referent], ontology: Ontology) -> Entity:
    """The thing that some referents are: named by its authority row, else as most documents name it, without legal form.

    Of names that are as frequent the longest, and of those the first of the alphabet; so for its class, where documents differ on it.
    """
    row = ontology.authority.rows.get(id_)
    said = Counter(name for referent in group for name in referent.names)
    if row:
        # Every name of the row belongs to the thing, whichever of them the documents use.
        names = _others(row.ko, row.en, (*row.aliases, *said))
        same = (WIKIDATA + row.wikidata,) if row.wikidata else ()
        known = ontology.authority
        successions = tuple(sorted(Succession(id, _begun(known.rows[id], row)) for id in row.successor))
        held = [post for post in known.posts if post.person == id_]
        terms = tuple(sorted((Term(post.organisation, post.role, post.since, post.until) for post in held), key=str))
        broader = (row.parent,) if row.parent and row.type == TECHNOLOGY else ()
        return Entity(id_, row.type, row.ko, row.en, names, same, successions, terms, broader)
    speller = tools(ontology)[0]
    type_, best = (_most(Counter(found)) for found in ([r.type for r in group], [speller.bare(r.name) for r in group]))
    if type_ == EVENT and speller.generic(speller.plain(best)):
        # The meeting that everybody calls 협의회 is shown as what it is said to be most often.
        best = _most(Counter({name: count for name, count in said.items() if _is_fuller(name, best)}) or Counter([best]))
    return Entity(id_, type_, best, None, _others(best, None, said))


def _is_fuller(name: str, short: str) -> bool:
    """Whether a name has more words before another that is a class word, and is one thing's: no 참가자의 행사."""
    return name.endswith(f" {short}") and len(name) <= _SHOWN and " 및 " not in name and not name.endswith(f"의 {short}")


def _most(counts: Counter[str]) -> str:
    return min(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def _begun(row: Row, before: Row) -> dt.date | None:
    """The day on which a row took the place of another."""
    return row.since or (before.until + dt.timedelta(days=1) if before.until else None)


def _others(ko: str, en: str | None, names: Iterable[str]) -> tuple[str, ...]:
    """The names beside the preferred ones, one for each folded form, sorted."""
    seen = {fold(ko), fold(en or "")}
    others: list[str] = []
    for name in sorted(set(names)):
        if fold(name) and fold(name) not in seen:
            seen.add(fold(name))
            others.append(name)
    return tuple(others)
