"""Read the claims and events of one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.analyse.collapse import collapse
from kg.analyse.items import LEAD, TIME
from kg.analyse.phrases import Phrases
from kg.extract.clauses.clause import NAMED, Clause
from kg.extract.clauses.clauses import Clauses
from kg.extract.days import Days
from kg.extract.groups import Two
from kg.extract.notes import NOTED, Notes
from kg.extract.predicates.left_open import Around
from kg.extract.predicates.needs import classes_of
from kg.extract.predicates.predicates import Predicates
from kg.extract.predicates.scene import Scene
from kg.extract.settling.settling import Settling
from kg.extract.told import BODY_KINDS, Happening, Told
from kg.extract.verbless.labels import Labels
from kg.extract.verbless.lead import Lead
from kg.extract.verbless.pairs import Pairs
from kg.extract.verbless.tables import TABLE, Tables
from kg.extract.verbless.theme import Themes
from kg.extract.votes.vote import Voter
from kg.find.finder import SILENT
from kg.find.within import Within
from kg.ontology import Ontology
from kg.ontology.load import AGENT, EVENT, PERSON
from kg.refer import Named, Referred
from kg.refer.past import is_long_ago
from kg.values import Reading, Sentence, Time

_SPEECH = re.compile(r"[\"“][^\"“”\n]*[\"”]")
# What is shorter is a name rather than a speech.
_SHORTEST_SPEECH = 20


class Extractor:
    """Reads documents by the rules of the ontology's frames, and by a ``vote`` (that of the ontology's weights); one a process."""

    def __init__(self, ontology: Ontology, vote: Voter | None = None) -> None:
        grammar, schema = ontology.language.grammar, ontology.schema
        self._ontology = ontology
        self._lemmas = frozenset(verb for rule in ontology.rules for verb in rule.verbs)
        kinds = dict.fromkeys((c.name for c in schema.entity_types if schema.is_a(c.name, AGENT)), AGENT)
        self._phrases = Phrases(grammar, ontology.act_nouns)
        self._clauses = Clauses(grammar, kinds, ontology.founding_verbs)
        self._pairs = Pairs(ontology.rules, schema, grammar.joiners, ontology.language.names.company_marks)
        self._labels = Labels(ontology.rules, schema, grammar)
        self._tables = Tables(ontology.rules, schema, grammar)
        self._two = Two(ontology.language.names, schema)
        self._notes = Notes(grammar, schema)
        self._predicates = Predicates(ontology.rules, schema, grammar, ontology.language.persons)
        self._lead = Lead(ontology.rules, schema)
        self._themes = Themes(ontology.rules, schema)
        self._vote = vote or Voter(ontology.rules, schema, ontology.votes, grammar)
        self._settling = Settling(ontology)

    def extract(self, referred: Referred) -> Reading:
        """The document with its referents, claims and events."""
        told: list[Told] = []
        happenings: list[Happening] = []
        classes: dict[str, str] = {}
        main = _main_event(referred)
        for item in self._read(referred, main, classes):
            if isinstance(item, Told):
                told.append(item)
                # A name without a class keeps the one that a frame gave it for the sentences that follow.
                for name in (item.subject, item.object):
                    classes.setdefault(name.key, name.type)
            else:
                happenings.append(item)
        told += list(self._lead.read(referred, told))
        told += list(self._aside(referred))
        told += list(self._tables.read(referred, self._spoken_of(main)))
        return self._settling.settle(referred, told, happenings, self._vote.read)

    def _read(self, referred: Referred, main: Named | None, classes: dict[str, str]) -> Iterator[Told | Happening]:
        """All that the sentences tell in turn; ``main`` is the document's event, ``classes`` has those that frames gave names so far."""
        findings = referred.findings
        text = findings.analysis.document.text
        of_posts = _bodies_of_posts(referred)
        bodies = _bodies(referred, of_posts)
        offices = {post.start: post.role for post in findings.posts if post.body and not post.person}
        named, nested = Within(referred.named), Within(referred.nested, lambda pair: pair[0].start)
        times, sums, posts = Within(findings.times), Within(findings.quantities), Within(of_posts)
        default: dict[str, Named] = {EVENT: main} if main else {}
        stage, surest = dict(default), _surest(referred, EVENT)
        # The first event of which something is told, which is the one that the text is about.
        opened: dict[str, Named] = {}
        self._begin(text, referred)
        days, topics, focus = Days(), dict[bool, Named](), dict[str, Named]()
        for sentence in _news(findings.analysis.sentences):
            own = [_classed(n, classes) for n in named.of(sentence)]
            names = self._notes.of(sentence, self._two.of(text, sentence, own))
            self._two.see(own, bodies)
            day = days.of(sentence, dated := times.of(sentence))
            if not (names or sums.of(sentence)):
                continue
            focus |= {n.type: n for n in names if n.type not in {EVENT, PERSON}}
            scene = Scene(sentence, dated, sums.of(sentence), bodies, findings.analysis.document.date, day, offices)
            clauses = self._clauses_of(text, scene, names)
            around = self._around(names, topics, {**focus, **stage, **(event := _event_in(names, clauses))})
            for clause in clauses:
                if clause.predicate.lemma in self._lemmas:
                    for item in self._predicates.read(clause, scene, around):
                        here = {} if is_long_ago(item.time, scene.today) else _staged(item, clause, sentence, surest)
                        opened, stage = opened or here, stage | here
                        yield item
            self._see(sentence, own, clauses)
            self._speak(clauses, classes, topics)
            yield from self._beside(text, scene, own, nested.of(sentence), clauses)
            yield from self._pairs.before(text, sentence, own, [*posts.of(sentence), *(n for n in names if n.how == NOTED)])
            only = _only_day(scene)
            open_to = {**focus, **stage, **_event_else(names, stage, event), **self._lead.body}
            yield from self._pairs.cued(text, sentence, own, open_to, only)
            yield from self._labels.read(text, sentence, names, {**focus, **default, **opened, **self._lead.body}, only)

    def _aside(self, referred: Referred) -> Iterator[Told]:
        """What names tell by themselves in tables, whose cells tell no news."""
        findings = referred.findings
        for outer, inner in referred.nested:
            sentence = findings.analysis.sentence_at(outer.start)
            if sentence.kind == TABLE:
                yield from self._pairs.nested(findings.analysis.document.text, sentence, [(outer, inner)])

    def _around(self, names: Sequence[Named], topics: dict[bool, Named], focus: dict[str, Named]) -> Around:
        """What the discourse offers to a sentence with these names."""
        spoken_of, issuer = tuple(topics[agent] for agent in sorted(topics, reverse=True)), self._lead.issuer
        return Around(spoken_of, focus, classes_of(names), classes_of((*spoken_of, *issuer)), issuer)

    def _spoken_of(self, main: Named | None) -> dict[str, Named]:
        """Of what the whole document speaks, by class: its event, and whose release it is."""
        return {name.type: name for name in (main, *self._lead.issuer) if name}

    def _begin(self, text: str, referred: Referred) -> None:
        """Turn to another document."""
        self._two.begin()
        self._notes.begin(text, referred.named)
        self._lead.begin(referred)
        self._vote.begin(referred.findings.analysis.document)
        self._labels.begin(text)
        home = self._ontology.authority.home
        self._pairs.begin({r.key: home(r.authority) for r in referred.referents if r.authority})

    def _see(self, sentence: Sentence, own: Sequence[Named], clauses: Sequence[Clause]) -> None:
        """Keep what is read behind the last sentence alone."""
        self._lead.see(sentence, own, clauses, body=sentence.kind in BODY_KINDS)
        self._vote.see(sentence, own, clauses)

    def _beside(
        self, text: str, scene: Scene, own: Sequence[Named], nested: Sequence[tuple[Named, Named]], clauses: Sequence[Clause]
    ) -> Iterator[Told]:
        """What the sentence tells by what stands behind its theme, between two names, and inside a name."""
        yield from self._themes.read(text, scene.sentence, own, clauses)
        yield from self._pairs.links(text, scene.sentence, own)
        yield from self._pairs.nested(text, scene.sentence, nested)

    def _clauses_of(self, text: str, scene: Scene, names: Sequence[Named]) -> list[Clause]:
        marks = sorted({*((n.start, n.end, NAMED) for n in names), *_free_times(scene, names)})
        return self._clauses.build(self._phrases.items(collapse(text, scene.sentence.tokens, marks)), names)

    def _speak(self, clauses: Sequence[Clause], classes: dict[str, str], topics: dict[bool, Named]) -> None:
        """Bring up to date whom and what the text speaks of, behind a sentence."""
        found = self._topics(clauses, classes)
        if True in found and False not in found:
            # Of whom a text speaks, of his thing it speaks no more: 두루는 로봇이다. 정부는 AI를 키운다. 클라우드를 활용해 ...
            topics.pop(False, None)
        topics |= found
        for subject in filter(None, map(_own_subject, clauses)):
            # Only where the text has spoken of nobody yet: 카카오가 조직을 개편했다.
            topics.setdefault(self._ontology.schema.is_a(subject.type, AGENT), subject)

    def _topics(self, clauses: Sequence[Clause], classes: dict[str, str]) -> dict[bool, Named]:
        """What this sentence speaks of, for the next one that leaves its subject out: under True an agent, under False a thing."""
        found: dict[bool, Named] = {}
        for clause in clauses:
            phrase = clause.topic or clause.subject
            if phrase and phrase.chunks[0].case == LEAD:
                # Of whom a line tells that begins with him, the next one does not.
                continue
            # Where the owner alone is named it is he who is spoken of: 대표의 눈은 해외를 향한다.
            name = next(iter(phrase.names or (phrase.inner if phrase.chunks[0].case == "genitive" else ())), None) if phrase else None
            if name:
                # What the sentence itself has told of it holds for the next one.
                name = _classed(name, classes)
                found[self._ontology.schema.is_a(name.type, AGENT)] = name
        return found


def _own_subject(clause: Clause) -> Named | None:
    """What a main clause has as its subject, where that is named."""
    main = clause.predicate.ending == "final" and not clause.quoted
    return next((p.names[0] for p in clause.phrases if p.case == "nominative" and p.names), None) if main else None


def _news(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that tell news: no byline or contact, no table, no heading behind the body's beginning (an attachment's name)."""
    body = False
    for sentence in sentences:
        body = body or sentence.kind in BODY_KINDS
        if not (sentence.kind in SILENT or sentence.kind == TABLE or (body and sentence.kind == "heading")):
            yield sentence


def _event_else(names: Sequence[Named], stage: dict[str, Named], event: dict[str, Named]) -> dict[str, Named]:
    """The first ``event`` of the sentence, where it names another than the one at which the text is."""
    return {} if EVENT in stage and any(n.key == stage[EVENT].key for n in names) else event


def _classed(name: Named, classes: dict[str, str]) -> Named:
    return name if name.type else name._replace(type=classes.get(name.key, ""))


def _free_times(scene: Scene, names: Sequence[Named]) -> Iterator[tuple[int, int, str]]:
    """The times of the sentence that are no part of a name (2022 나노융합성과전)."""
    for time in scene.times:
        if not any(n.start < time.end and time.start < n.end for n in names):
            yield time.start, time.end, TIME


def _only_day(scene: Scene) -> Time | None:
    """The day of a sentence that tells just one, and no other time, or that on which it goes on."""
    found = [t.time for t in scene.times if t.time]
    return found[0] if len(found) == 1 and found[0].earliest == found[0].latest else scene.day


def _staged(item: Told | Happening, clause: Clause, sentence: Sentence, surest: dict[str, Named]) -> dict[str, Named]:
    """The event that a main clause names and tells something of, where it is named surest: the text is at it from there on."""
    if not isinstance(item, Told) or clause.predicate.ending == "adnominal" or clause.quoted:
        return {}
    end = next((end for end in (item.object, item.subject) if end.key in surest and sentence.start <= end.start < sentence.end), None)
    return {EVENT: surest[end.key]} if end else {}


def _surest(referred: Referred, class_: str) -> dict[str, Named]:
    """Where each thing of a class is named surest."""
    found: dict[str, Named] = {}
    for name in referred.named:
        if name.type == class_ and (name.key not in found or name.confidence > found[name.key].confidence):
            found[name.key] = name
    return found


def _event_in(names: Sequence[Named], clauses: Sequence[Clause]) -> dict[str, Named]:
    """The first event of the sentence, but for one by which the text only tells who a guest is: A 소장, B 나래포럼 특사 등."""
    events = [n for n in names if n.type == EVENT]
    listed = [p for c in clauses for p in c.phrases if not p.case] if events else []
    events = [n for n in events if not any(n in p.inner for p in listed)]
    return {EVENT: events[0]} if events else {}


def _bodies(referred: Referred, of_posts: Sequence[Named]) -> dict[str, Named]:
    """The body that each person acts for: that of the first post which the text gives."""
    bodies: dict[str, Named] = {}
    for tenure, body in zip(referred.tenures, of_posts, strict=True):
        if not tenure.over:
            bodies.setdefault(tenure.person, body)
    return bodies


def _bodies_of_posts(referred: Referred) -> list[Named]:
    """The body of each post, where the post names it."""
    types = {r.key: r.type for r in referred.referents}
    return [Named(*t.body_span, t.body, types[t.body], t.confidence, "body") for t in referred.tenures]


def _main_event(referred: Referred) -> Named | None:
    """The event that the document speaks of most; of equals, the first."""
    text = referred.findings.analysis.document.text
    spoken = [match.span() for match in _SPEECH.finditer(text) if len(match[0]) > _SHORTEST_SPEECH]
    # What somebody only mentions in a speech is not the occasion at which he speaks.
    events = [n for n in referred.named if n.type == EVENT and not any(start < n.start < end for start, end in spoken)]
    counts = Counter(n.key for n in events)
    best = max(counts.values(), default=0)
    return next((n for n in events if counts[n.key] == best), None)
