"""Read the claims and events of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.analyse.phrases import TIME, Phrases, collapse
from kg.extract.clauses import NAMED, Clauses
from kg.extract.pairs import Pairs
from kg.extract.predicates import Predicates, Scene
from kg.extract.roles import Around
from kg.extract.settling import BODY_KINDS, Settling
from kg.extract.told import Happening, Told
from kg.find.finder import SILENT
from kg.ontology import Ontology
from kg.ontology.load import AGENT, EVENT, PERSON
from kg.refer import Named, Referred
from kg.values import Reading, Sentence, Time, TimeRef


class Extractor:
    """Reads documents by the rules of the ontology's frames; one a process."""

    def __init__(self, ontology: Ontology) -> None:
        grammar, schema = ontology.language.grammar, ontology.schema
        self._ontology = ontology
        self._lemmas = frozenset(verb for rule in ontology.rules for verb in rule.verbs)
        nouns = {verb.removesuffix(grammar.do) for verb in self._lemmas if verb.endswith(grammar.do)}
        kinds = {c.name: "agent" for c in schema.entity_types if schema.is_a(c.name, AGENT)}
        self._phrases = Phrases(grammar, nouns)
        self._clauses = Clauses(grammar, kinds)
        self._pairs = Pairs(ontology.rules, schema, grammar.joiners)
        self._predicates = Predicates(ontology.rules, schema, grammar)
        self._settling = Settling(ontology)

    def extract(self, referred: Referred) -> Reading:
        """The document with its referents, claims and events."""
        told: list[Told] = []
        happenings: list[Happening] = []
        classes: dict[str, str] = {}
        for item in self._read(referred, classes):
            if isinstance(item, Told):
                told.append(item)
                # A name without a class keeps the one that a frame gave it for the sentences that follow.
                for name in (item.subject, item.object):
                    classes.setdefault(name.key, name.type)
            else:
                happenings.append(item)
        return self._settling.settle(referred, told, happenings)

    def _read(self, referred: Referred, classes: dict[str, str]) -> Iterator[Told | Happening]:
        findings = referred.findings
        bodies = _bodies(referred)
        main = _main_event(referred)
        topic: Named | None = None
        body = False
        focus: dict[str, Named] = {EVENT: main} if main else {}
        for sentence in findings.analysis.sentences:
            body = body or sentence.kind in BODY_KINDS
            # A heading behind the body's beginning is the name of an attachment.
            if sentence.kind in SILENT or sentence.kind == "table" or (body and sentence.kind == "heading"):
                continue
            names = [
                n if n.type else replace(n, type=classes.get(n.key, "")) for n in referred.named if sentence.start <= n.start < sentence.end
            ]
            if not names:
                continue
            focus = {**focus, **{n.type: n for n in names if n.type not in {EVENT, PERSON}}, **_event_in(names)}
            times = tuple(t for t in findings.times if sentence.start <= t.start < sentence.end)
            sums = tuple(q for q in findings.quantities if sentence.start <= q.start < sentence.end)
            scene = Scene(sentence, times, sums, bodies, findings.analysis.document.date)
            topic = yield from self._sentence(referred, scene, names, Around(topic, focus))
            yield from self._pairs.links(findings.analysis.document.text, sentence, names)
            inside = [pair for pair in referred.nested if sentence.start <= pair[0].start < sentence.end]
            yield from self._pairs.nested(findings.analysis.document.text, sentence, inside)
            yield from self._pairs.cued(
                findings.analysis.document.text, sentence, names, {**focus, EVENT: main} if main else focus, _only_day(times)
            )
            focus = {**focus, EVENT: main} if main else focus

    def _sentence(self, referred: Referred, scene: Scene, names: Sequence[Named], around: Around) -> Iterator[Told | Happening]:  # type: ignore[misc]
        text = referred.findings.analysis.document.text
        marks = sorted([*((n.start, n.end, NAMED) for n in names), *_free_times(scene, names)])
        items = self._phrases.items(text, collapse(scene.sentence.tokens, marks))
        clauses = self._clauses.build(items, names)
        for clause in clauses:
            if clause.predicate.lemma in self._lemmas:
                yield from self._predicates.read(clause, scene, around)
        return self._topic(clauses, around.topic, scene.sentence)

    def _topic(self, clauses: Sequence[object], before: Named | None, sentence: Sentence) -> Named | None:
        """The agent that this sentence speaks of, for the next one that leaves its subject out."""
        for clause in reversed(clauses):
            phrase = clause.topic or clause.subject  # type: ignore[attr-defined]
            if phrase and phrase.names and self._ontology.schema.is_a(phrase.names[0].type, AGENT):
                return phrase.names[0]  # type: ignore[no-any-return]
        return before


def _free_times(scene: Scene, names: Sequence[Named]) -> Iterator[tuple[int, int, str]]:
    """The times of the sentence that are no part of a name (2022 나노융합성과전)."""
    for time in scene.times:
        if not any(n.start < time.end and time.start < n.end for n in names):
            yield time.start, time.end, TIME


def _only_day(times: Sequence[TimeRef]) -> Time | None:
    """The day of a sentence that tells just one, and no other time."""
    found = [t.time for t in times if t.time]
    return found[0] if len(found) == 1 and found[0].earliest == found[0].latest else None


def _event_in(names: Sequence[Named]) -> dict[str, Named]:
    events = [n for n in names if n.type == EVENT]
    return {EVENT: events[0]} if events else {}


def _bodies(referred: Referred) -> dict[str, Named]:
    """The body that each person acts for: that of the first post which the text gives."""
    types = {r.key: r.type for r in referred.referents}
    bodies: dict[str, Named] = {}
    for tenure in referred.tenures:
        if tenure.person not in bodies and not tenure.over:
            start, end = tenure.body_span
            bodies[tenure.person] = Named(start, end, tenure.body, types[tenure.body], tenure.confidence, "body")
    return bodies


def _main_event(referred: Referred) -> Named | None:
    """The event that the document speaks of most; of equals, the first."""
    counts = Counter(n.key for n in referred.named if n.type == EVENT)
    if not counts:
        return None
    best = max(counts.values())
    return next(n for n in referred.named if n.type == EVENT and counts[n.key] == best)
