"""Resolve what a document's mentions, titles and definite nouns refer to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from kg.find.again import AGAIN
from kg.find.cues import DEFINITE
from kg.find.finder import Findings
from kg.find.people.constructions import PASSED_OVER
from kg.find.people.words import Words
from kg.find.proper import COMMON, PROPER, SPOT
from kg.ontology import Ontology
from kg.ontology.load import BODY, EVENT, PERSON, POLICY
from kg.refer.clusters import cluster
from kg.refer.definites import Definites
from kg.refer.events import EventNames
from kg.refer.mentioned import UNNAMED, WITHIN, Mentioned
from kg.refer.past import Past
from kg.refer.posts import Held, Posts
from kg.refer.referents import Referents
from kg.refer.referred import COMMON_NOUN, OFFICE, PHRASE, PLACE_WORD, UNMARKED, Named, Referred, not_overlapping
from kg.refer.spoken import Spoken
from kg.refer.wider import WiderNames
from kg.values import Mention, Span

# How sure it is that a class word means the event whose name ends with it.
CALLED = 0.7
# How the names of these rules stand; all others stand as names.
_WAYS = {DEFINITE: DEFINITE, PROPER: UNMARKED, COMMON: COMMON_NOUN, SPOT: PLACE_WORD}


class Refer:
    """Resolves reference inside one document; holds only the ontology and what finds names by its tables."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology, self._words = ontology, Words(ontology.language.persons)
        self._bodies = ontology.types_of(BODY)

    def refer(self, findings: Findings) -> Referred:
        """The referents of the document and everything that speaks of them."""
        analysis, language = findings.analysis, self._ontology.language
        clusters = cluster(findings.mentions, findings.aliases, language.names, analysis)
        keys = [f"r{clusters.find(at)}" for at in range(len(findings.mentions))]
        schema, authority = self._ontology.schema, self._ontology.authority
        spoken = Spoken(analysis.document.text, findings.mentions, findings.posts, language, schema, authority)
        resolved = Definites(spoken, keys, language.names, self._bodies, Past(analysis, findings.times)).resolve()
        mentioned = Mentioned(findings, authority, self._bodies, *resolved)
        posts = Posts(mentioned, spoken, self._ontology, self._words)
        held = posts.held(findings.posts)
        spans = Spans(mentioned, findings.nested)
        named = spans.named(held)
        nested = tuple(spans.nested(named))
        told = [key for _, person, body in held for key in (person, body)] + [n.twin for n in named] + [inner.key for _, inner in nested]
        bodies = [m for m in mentioned.mentions if m.type in self._bodies and m.rule != DEFINITE]
        people = [m for m in mentioned.mentions if m.type == PERSON]
        wider = WiderNames(language, analysis, findings.times, bodies, people)
        events = EventNames(language, analysis, findings.times, wider)
        referents = Referents(mentioned, posts.roles, events, wider, self._ontology)
        unnamed = {key for key in told if key and key.startswith(UNNAMED)}
        return Referred(findings, referents.all_of(unnamed), named, posts.tenures(held), nested)


class Spans:
    """The spans of one document that speak of something: mentions, titles with a name, and names inside names."""

    def __init__(self, mentioned: Mentioned, inner: Sequence[Mention]) -> None:
        self._mentioned, self._inner = mentioned, inner

    def named(self, posts: Sequence[Held]) -> tuple[Named, ...]:
        """The spans that name a thing, sorted and not overlapping; a person's takes the title in."""
        mentioned = self._mentioned
        spans: list[Named] = []
        for post, person, body in posts:
            if post.rule not in PASSED_OVER and (key := person or (body if post.rule == "body-title" else None)):
                how = "name" if post.person and not post.surname else "surname" if post.surname else OFFICE
                spans.append(Named(*post.named, key, PERSON if person else mentioned.type_of(key), post.confidence, how))
        covered = {at for n in spans for at in range(n.start, n.end)}
        for mention, key in zip(mentioned.mentions, mentioned.keys, strict=True):
            if key and mention.start not in covered:
                how = PHRASE if mentioned.is_phrase(mention) else _WAYS.get(mention.rule.removeprefix(AGAIN), "name")
                where = (mention.start, mention.end, key, mentioned.type_of(key))
                spans.append(Named(*where, self._sure(mention, key), how, *mentioned.twin(mention)))
        return not_overlapping(mentioned.text, spans)

    def nested(self, named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
        """Pairs of a name and one that stands inside it."""
        mentioned = self._mentioned
        by_text = {m.text: key for m, key in zip(mentioned.mentions, mentioned.keys, strict=True) if key}
        outer = {n.start: n for n in named}
        starts, plan = sorted(outer), None
        for inner in self._inner:
            # A field inside a plan that an event is named after is the plan's.
            holder = plan if plan and inner.end <= plan.end else self._body_in(outer[starts[bisect_right(starts, inner.start) - 1]], inner)
            key = self._key_of(inner, by_text)
            if key and key != holder.key and holder.start <= inner.start and inner.end <= holder.end and not self._is_shortened(holder):
                yield holder, (found := Named(inner.start, inner.end, key, inner.type, inner.confidence, "nested"))
                plan = found if found.type == POLICY and holder.type == EVENT else plan

    def _key_of(self, inner: Mention, by_text: Mapping[str, str]) -> str | None:
        """What a name inside another speaks of: a row's thing, else one that is named so alone, else what has the same name elsewhere."""
        if inner.authority:
            return self._mentioned.row_key(inner.authority)
        alone = WITHIN + inner.text
        return alone if alone in self._mentioned.members else by_text.get(inner.text)

    def _sure(self, mention: Mention, key: str) -> float:
        """How sure it is what a mention speaks of: a class word with which an event's name ends means that one."""
        if mention.rule != DEFINITE or mention.type != EVENT:
            return mention.confidence
        named = (m for m in self._mentioned.members[key] if m.rule != DEFINITE)
        return CALLED if any(m.text.endswith(mention.text) for m in named) else mention.confidence

    def _is_shortened(self, holder: Named) -> bool:
        """Whether the name of an event is the end of a fuller one: 로봇 포럼 of AI 로봇 포럼 is no forum about all robots."""
        said = self._mentioned.text[holder.start : holder.end]
        return holder.type == EVENT and any(m.text != said and m.text.endswith(said) for m in self._mentioned.members.get(holder.key, ()))

    def _body_in(self, holder: Named, inner: Mention) -> Named:
        """The name that holds the inner one: where a person's title takes the body in, the body. 국회 과방위 정하람 의원."""
        at = self._mentioned.at(Span(inner.start, inner.end)) if holder.type == PERSON else None
        if at is None or not self._mentioned.is_body(at):
            return holder
        body = self._mentioned.mentions[at]
        return Named(body.start, body.end, self._mentioned.keys[at], body.type, body.confidence, "name")
