"""The road for tests: ontology and Kiwi are loaded once a process, and a text is taken down the road once.

A text here is one paragraph a line. ``title`` and ``kinds`` say what else its blocks are. Dates are ISO 8601.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from kg.analyse import Analyser
from kg.analyse.items import Chunk, Item, Predicate
from kg.analyse.phrases import Phrases
from kg.extract import Extractor
from kg.find.finder import Finder, Findings
from kg.find.gazetteer import known_words
from kg.find.people.persons import Post
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.judgements import FILE as JUDGEMENTS
from kg.ontology.load import judged_by
from kg.read import normalise
from kg.refer import Refer, Referred
from kg.resolve import resolve
from kg.values import Analysis, Block, Claim, Document, Graph, Mention, Reading, Referent


def wrong(*values: object, reason: str) -> ParameterSet:
    """A case of a table that the code does not do right yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@cache
def ontology() -> Ontology:
    return load_ontology(ontology_folder())


@cache
def _loaded(folder: Path, state: str) -> Ontology:
    return load_ontology(folder)


@cache
def _judged(unjudged: Ontology, judgements: Path | None, state: str) -> Ontology:
    return judged_by(unjudged, judgements)


def ontology_as_it_is(folder: Path, judgements: Path | None = None) -> Ontology:
    """The ontology of the folder, loaded again only where a file of it is another or has changed."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    decided = [path for path in (folder / JUDGEMENTS, judgements) if path is not None and path.is_file()]
    unjudged = _loaded(folder, _state(path for path in files if path not in decided))
    return _judged(unjudged, judgements, _state(decided))


def _state(files: Iterable[Path]) -> str:
    return repr([(str(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files])


@cache
def analyser_with(names: frozenset[str]) -> Analyser:
    """Kiwi with these names: to load it takes as long as all else of a small build, and it is the same whoever asks."""
    return Analyser(names)


def analyser() -> Analyser:
    return analyser_with(frozenset(known_words(ontology().authority)))


@cache
def phrases() -> Phrases:
    """The phrase cutter with the predicate nouns of the frames, as extraction has it."""
    do = ontology().language.grammar.do
    return Phrases(
        ontology().language.grammar, {verb.removesuffix(do) for rule in ontology().rules for verb in rule.verbs if verb.endswith(do)}
    )


@cache
def _finder() -> Finder:
    return Finder(ontology())


@cache
def _extractor() -> Extractor:
    return Extractor(ontology())


def document(text: str, date: str | None = None, *, kinds: str = "", id: str = "doc") -> Document:
    """The text as a document; ``kinds`` names the kind of each line, paragraphs where it says nothing."""
    clean = normalise(text).text.strip()
    told = kinds.split()
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(clean.split("\n")):
        if line.strip():
            blocks.append(Block(told[number] if number < len(told) else "paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document(id, clean.split("\n")[0], clean, tuple(blocks), dt.date.fromisoformat(date) if date else None)


@cache
def analysis(text: str, date: str | None = None, kinds: str = "", id: str = "doc") -> Analysis:
    return analyser().analyse(document(text, date, kinds=kinds, id=id))


@cache
def findings(text: str, date: str | None = None, kinds: str = "", id: str = "doc") -> Findings:
    return _finder().find(analysis(text, date, kinds, id))


@cache
def referred(text: str, date: str | None = None, kinds: str = "", id: str = "doc") -> Referred:
    return Refer(ontology()).refer(findings(text, date, kinds, id))


@cache
def reading(text: str, date: str | None = None, kinds: str = "", id: str = "doc") -> Reading:
    return _extractor().extract(referred(text, date, kinds, id))


def graph(*readings: Reading) -> Graph:
    return resolve(readings, ontology())


class Fact(NamedTuple):
    """A claim with the names of its referents; what a test leaves None it does not look at."""

    subject: str
    property: str
    object: str
    status: str | None = None
    time: str | None = None
    role: str | None = None
    amount: str | None = None
    speaker: str | None = None


def fact_of(claim: Claim, names: dict[str, str]) -> Fact:
    time = claim.time.edtf if claim.time else None
    speaker = names[claim.speaker] if claim.speaker else None
    return Fact(names[claim.subject], claim.property, names[claim.object], claim.status, time, claim.role, claim.amount, speaker)


def facts(text: str, date: str | None = None, kinds: str = "") -> list[Fact]:
    """What the text tells, in the order of its claims."""
    told = reading(text, date, kinds)
    names = {referent.key: referent.name for referent in told.referents}
    return [fact_of(claim, names) for claim in told.claims]


def told(text: str, date: str | None = None, kinds: str = "") -> list[str]:
    """The facts as ``subject property object`` alone."""
    return [f"{fact.subject} {fact.property} {fact.object}" for fact in facts(text, date, kinds)]


def mention(text: str, name: str, date: str | None = None) -> Mention | None:
    """The first mention whose surface is exactly ``name``."""
    return next((m for m in findings(text, date).mentions if m.text == name), None)


def named(text: str, type_: str, date: str | None = None, kinds: str = "") -> list[str]:
    """The surfaces of the mentions of a class that are names, each once, in reading order."""
    return list(dict.fromkeys(m.text for m in findings(text, date, kinds).mentions if m.type == type_ and m.rule != "definite"))


def posts(text: str) -> list[tuple[str, str, str, str]]:
    """The posts as (rule, person, body, role); what is missing is an empty string."""
    found = findings(text)
    whole = found.analysis.document.text

    def cut(post: Post, part: Callable[[Post], tuple[int, int] | None]) -> str:
        span = part(post)
        return whole[span[0] : span[1]] if span else ""

    return [(post.rule, cut(post, lambda p: p.person), cut(post, lambda p: p.body), post.role) for post in found.posts]


def referent(text: str, surface: str, date: str | None = None, nth: int = 0) -> Referent | None:
    """What the ``nth`` place of ``surface`` in the text speaks of, by the named span that begins at or covers it."""
    result = referred(text, date)
    whole = result.findings.analysis.document.text
    at = -1
    for _ in range(nth + 1):
        at = whole.index(surface, at + 1)
    key = next((n.key for n in result.named if n.start <= at < n.end), None)
    return next((r for r in result.referents if r.key == key), None)


def items(text: str) -> tuple[Item, ...]:
    """The items of a text of one sentence, no name in it marked."""
    found = analysis(text)
    (sentence,) = found.sentences
    return phrases().items(sentence.tokens)


def predicates(text: str) -> list[Predicate]:
    return [item for item in items(text) if isinstance(item, Predicate)]


def chunks(text: str) -> list[Chunk]:
    return [item for item in items(text) if isinstance(item, Chunk)]
