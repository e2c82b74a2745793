"""The pairs on which a person should decide, best first, each with a sentence of either side."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kg.ontology.identity import Features
from kg.ontology.judgements import Ref
from kg.resolve.clusters import Link
from kg.resolve.compare import Weight
from kg.resolve.groups import Group
from kg.review.seen import Seen, ref_of
from kg.values import Reading
from kg.write.terminal import printable

CSV_COLUMNS = ("verdict", "why", "score", "one", "other", "name_one", "name_other", "class_one", "class_other",
               "documents_one", "documents_other", "reasons", "evidence_one", "evidence_other")  # fmt: skip
_AROUND = 160
_STOP = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that names one side of a pair, and its document; both empty for a row that no document names."""

    document: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair kept apart that may be one thing: how judgements name the two, what is known of each, and what speaks for and against."""

    refs: tuple[Ref, Ref]
    groups: tuple[Group, Group]
    weight: Weight
    evidence: tuple[Evidence, Evidence]


def doubts(seen: Seen, most: int | None = None) -> Iterator[Doubt]:
    """The pairs, best first: by score, then by how many documents hang on them."""
    return (doubt(seen, link) for link in islice(seen.found.doubts, most))


def doubt(seen: Seen, link: Link) -> Doubt:
    """A link as a question to a person."""
    pair = (link.one, link.other)
    return Doubt((ref_of(link.one), ref_of(link.other)), pair, link.weight, (evidence(seen, link.one), evidence(seen, link.other)))


def evidence(seen: Seen, one: Group) -> Evidence:
    """The first sentence of the group's first document that names it."""
    for document, key in one.members[:1]:
        return Evidence(document, _sentence(seen.ledger.reading(document), key))
    return Evidence("", "")


def _sentence(reading: Reading, key: str) -> str:
    mentions = next((one.mentions for one in reading.referents if one.key == key), ())
    if not mentions:
        return ""
    text, start, end = reading.document.text, mentions[0].start, mentions[0].end
    before = [found.end() for found in _STOP.finditer(text, max(0, start - _AROUND), start)]
    after = _STOP.search(text, end, min(len(text), end + _AROUND))
    first, last = before[-1] if before else max(0, start - _AROUND), after.start() + 1 if after else min(len(text), end + _AROUND)
    return f"{text[first:start]}[[{text[start:end]}]]{text[end:last]}".strip()


def reasons(weight: Weight, table: Features, lang: str) -> list[str]:
    """Each sign in words with its weight, the strongest first."""
    told = []
    for sign in weight.signs:
        what = f" ({printable(sign.shown)})" if sign.shown else ""
        told.append(f"{sign.weight:+g} {table.features[sign.name].title(lang)}{what}")
    return told


def as_csv(found: Iterable[Doubt], table: Features, lang: str) -> str:
    """The pairs as a table, with empty cells for the verdict and why."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for one in found:
        writer.writerow([_harmless(cell) for cell in _cells(one, table, lang)])
    return out.getvalue()


def _cells(one: Doubt, table: Features, lang: str) -> list[str]:
    groups = one.groups
    told = "; ".join(reasons(one.weight, table, lang))
    sides = [str(ref) for ref in one.refs] + [group.name for group in groups] + [group.type for group in groups]
    counts = [str(len(group.documents)) for group in groups]
    return ["", "", f"{one.weight.score:.2f}", *sides, *counts, told, *(side.sentence for side in one.evidence)]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
