"""Resolve what a document's mentions, titles and definite nouns refer to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.find.cues import DEFINITE
from kg.find.described import shorter
from kg.find.finder import Findings
from kg.find.persons import BEFORE_NAME, PASSED_OVER, Post
from kg.find.quotes import PROPER
from kg.ontology import Ontology
from kg.ontology.authority import fold
from kg.ontology.load import BODY, COMPANY, EVENT, PERSON, PLACE, POLICY, PRODUCT, TECHNOLOGY
from kg.refer.clusters import cluster, core, fullest
from kg.refer.events import EventNames
from kg.refer.referred import UNMARKED, Named, Referred, Tenure, not_overlapping
from kg.refer.shown import clean, in_town, marked, unglossed
from kg.refer.spoken import Spoken
from kg.values import Mention, Referent, Span

Held = tuple[Post, str | None, str | None]  # a post with the keys of its holder and body
# Things that a text names once and then speaks of by their class word.
SPOKEN_OF = frozenset({EVENT, POLICY, PRODUCT})
# The rule of a post whose body is one that the text speaks of; how sure a surname is by its term.
SPOKEN, BY_TERM = "body-spoken-of", 0.7
# An event spoken of so many characters before is what a word for any event means.
EVENT_REACH = 320
# How sure it is that a class word means the event whose name ends with it.
CALLED = 0.7
# The beginning of the key of a thing that the text speaks of by an office alone.
UNNAMED = "row:"
# The beginning of the key of a thing that is named inside longer names alone.
WITHIN = "within:"


class Refer:
    """Resolves reference inside one document; holds only the ontology."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._bodies = ontology.types_of(BODY)

    def refer(self, findings: Findings) -> Referred:
        """The referents of the document and everything that speaks of them."""
        return _Work(self._ontology, self._bodies, findings).run()


class _Work:
    """One document's resolution, in the order of the text so that only what was said before is known."""

    def __init__(self, ontology: Ontology, bodies: frozenset[str], findings: Findings) -> None:
        self.ontology, self.bodies, self.findings = ontology, bodies, findings
        self.mentions = findings.mentions
        self.text = findings.analysis.document.text
        clusters = cluster(self.mentions, findings.aliases, ontology.language.names)
        self.key_of = [f"r{clusters.find(at)}" for at in range(len(self.mentions))]
        self.pointed: set[int] = set()
        self.known = ontology.authority.names
        self.members: dict[str, list[Mention]] = defaultdict(list)
        self.starts = [m.start for m in self.mentions]
        self.types: dict[str, str] = {}
        self.roles: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.called: dict[str, str] = {}
        analysis = findings.analysis
        self.spoken = Spoken(self.text, self.mentions, findings.posts, ontology.language.persons)
        self.event_names = EventNames(ontology.language.names, analysis, findings.times)

    def run(self) -> Referred:
        self._demonstratives()
        self._any_bodies()
        self._definites()
        self._seats()
        for at, mention in enumerate(self.mentions):
            if self.key_of[at]:
                self.members[self.key_of[at]].append(mention)
        self._told_within()
        self.types = {key: fullest(found).type for key, found in self.members.items()}
        self.row_keys = {m.authority: key for key, found in reversed(self.members.items()) for m in found if m.authority}
        posts = [self._spoken_of(self._foretold(held)) for held in [self._held(post) for post in self.findings.posts]]
        tenures = tuple(t for post in posts for t in self._tenures(post))
        named = self._named(posts)
        nested = tuple(self._nested(named))
        keys = [key for _, person, body in posts for key in (person, body)] + [n.twin for n in named] + [inner.key for _, inner in nested]
        unnamed = {key for key in keys if key and key.startswith(UNNAMED)}
        return Referred(self.findings, self._referents(unnamed), named, tenures, nested)

    def _told_within(self) -> None:
        """A name that stands inside longer ones alone is of a thing of its own: the plan in a name of an event about it."""
        said = {m.text for m in self.mentions}
        for inner in self.findings.nested:
            if not inner.authority and inner.text not in said:
                self.members[WITHIN + inner.text].append(inner)

    def _row_key(self, row: str) -> str:
        """The key of the thing that an authority row names, whether or not this document names it."""
        return self.row_keys.get(row) or UNNAMED + row

    def _definites(self) -> None:
        """A class word alone (토론회, 사업) means the thing last named by that word, else the document's last event."""
        last: dict[str, str] = {}
        main: str | None = None
        opened: str | None = None
        recent: str | None = None
        firms: Counter[str] = Counter()
        for at, mention in enumerate(self.mentions):
            if at in self.pointed or mention.text == self.ontology.language.names.seat_word:
                continue
            if mention.rule != DEFINITE:
                if mention.type == COMPANY:
                    firms[self.key_of[at]] += 1
                if mention.type in SPOKEN_OF or mention.type in self.bodies:
                    for cue in self._cues_in(mention):
                        # The body meant by 협회 is the one that the text is about, named first; a plan or event the one named last.
                        if mention.type not in self.bodies or cue not in last:
                            last[cue] = self.key_of[at]
                    if mention.type == EVENT:
                        main = main or self.key_of[at]
                        recent = self.key_of[at]
                        self.called[recent] = mention.text
                continue
            cue = self.ontology.language.names.group_of(mention.text)
            known = last.get(cue)
            if known is None and mention.type == EVENT:
                ahead = (self.key_of[i] for i in range(at + 1, len(self.mentions)) if self._ends_like(self.mentions[i], mention))
                known = self._meant(mention, recent) or next(ahead, None) or self._meant(mention, main) or self._meant(mention, opened)
                if known is None:
                    opened = known = self.key_of[at]
                    self.called[opened] = mention.text
                last[cue] = known
            if known is None and mention.type == COMPANY:
                # What 회사 and 이 업체 mean: the firm that the text has named most so far, of equals the first.
                known = max(firms, key=firms.__getitem__, default=None)
            self.key_of[at] = known or ""

    def _seats(self) -> None:
        """이 자리에는: a word for any event is the one that the text has just spoken of; none, where that is too far off."""
        names = self.ontology.language.names
        event, end = "", 0
        for at, mention in enumerate(self.mentions):
            if mention.type != EVENT:
                continue
            if mention.rule == DEFINITE and mention.text == names.seat_word:
                self.key_of[at] = event if mention.start - end <= EVENT_REACH else ""
                self.pointed.add(at)
            if self.key_of[at] and not names.background_event.match(self.text, mention.end):
                event, end = self.key_of[at], mention.end

    def _meant(self, mention: Mention, event: str | None) -> str | None:
        """The event, where the word may mean it: one of its kind, or any behind 이번, and so on."""
        names = self.ontology.language.names
        pointed = self.text[: mention.start].endswith(names.demonstratives)
        return event if event and (pointed or names.may_mean(mention.text, self.called.get(event, ""))) else None

    def _any_bodies(self) -> None:
        """이 기관, 동 부처: a word for any body behind a demonstrative is the body of which the text spoke last."""
        body = ""
        for at, mention in enumerate(self.mentions):
            if mention.rule == DEFINITE and mention.type == BODY:
                self.key_of[at] = body
                self.pointed.add(at)
            elif mention.rule != DEFINITE and mention.type in self.bodies and (not body or self.spoken.is_told_of(mention)):
                body = self.key_of[at]

    def _demonstratives(self) -> None:
        """이 로봇, 해당 기술: a class word behind a demonstrative is the product named last, whatever kind it names elsewhere."""
        names = self.ontology.language.names
        last: str | None = None
        mentions = list(self.mentions)
        for at, mention in enumerate(mentions):
            pointed = self.text[: mention.start].endswith(names.demonstratives) and " " not in mention.text
            if mention.type in {TECHNOLOGY, PRODUCT} and pointed and last:
                self.key_of[at] = last
                mentions[at] = replace(mention, rule=DEFINITE, authority=None)
                self.pointed.add(at)
            elif mention.type in {PRODUCT, ""} and mention.rule != DEFINITE:
                last = self.key_of[at]
        self.mentions = tuple(mentions)

    def _ends_like(self, mention: Mention, definite: Mention) -> bool:
        alike = mention.rule != DEFINITE and mention.type == definite.type
        return alike and core(mention.text, self.ontology.language.names).endswith(fold(definite.text))

    def _cues_in(self, mention: Mention) -> Iterator[str]:
        name = core(mention.text, self.ontology.language.names)
        cues = self.ontology.language.names.class_of_cue
        for at in range(len(name)):
            if cues.get(name[at:]) == mention.type:
                yield self.ontology.language.names.group_of(name[at:])

    def _at(self, span: Span | None) -> int | None:
        """The mention that covers the span."""
        if span is None:
            return None
        at = bisect_right(self.starts, span.start) - 1
        return at if at >= 0 and self.mentions[at].end > span.start else None

    def _held(self, post: Post) -> Held:
        """A post with the keys of its person and body, as far as they are known at that place of the text."""
        body = self._body_key(self._at(post.body))
        if post.new_body and body is None:
            # A unit named alone is one of the body spoken of last: 지세현 신소재공학부 교수.
            body = self._last_body(post.start)
        person: str | None = None
        if post.person and not post.surname:
            at = self._at(post.person)
            person = self.key_of[at] if at is not None and self.mentions[at].type == PERSON else None
        elif post.surname and post.person:
            surname = self.text[post.person.start : post.person.end]
            person = self._by_surname(surname, post.role)
            if person is None:
                post, person = replace(post, confidence=BY_TERM), self._by_term(surname, post.role)
        elif self.text.startswith(self.ontology.language.persons.plural, post.end):
            # 민주당 의원들 are nobody in particular: their body acts, or the one that they sit on there.
            body = self._group_before(post) or body
        else:
            person = self._by_office(post.role, body)
        # A name of several parts is a foreigner's, who heads another state.
        native = body is None and post.person and " " not in self.text[slice(*post.person)]
        if native and (government := self.ontology.language.persons.posts_of_government.get(post.role)):
            body = self._row_key(government)
        if body is None and person and not post.surname and post.person:
            body = next((b for b, _ in reversed(self.roles[person])), None)
        if person and body and post.person and not post.surname:
            self.roles[person].append((body, post.role))
        return post, person, body

    def _group_before(self, post: Post) -> str | None:
        """The body that stands right before a post of several: 과방위 of 과방위 민주당 의원들."""
        at = bisect_right(self.starts, post.start - 1) - 1
        return self._body_key(at) if post.body and at >= 0 and self.mentions[at].end == post.start - 1 else None

    def _spoken_of(self, held: Held) -> Held:
        """A post that the text gives without any body, at the body that it speaks of."""
        post, person, body = held
        if body or person is None or not post.person or post.surname or self.roles[person]:
            return held
        if (found := self.spoken.of(post, self._acts)) is None:
            return held
        at, sure = found
        self.roles[person].append((self.key_of[at], post.role))
        mention = self.mentions[at]
        return replace(post, body=Span(mention.start, mention.end), rule=SPOKEN, confidence=sure), person, self.key_of[at]

    def _acts(self, at: int) -> bool:
        """Whether a mention is of a body, and of none that is a place as well."""
        mention = self.mentions[at]
        return mention.type in self.bodies and bool(self.key_of[at]) and self._twin(mention)[1] != PLACE

    def _body_key(self, at: int | None) -> str | None:
        """The key of the body that a mention names; a place that has a title is the city or country that acts."""
        if at is None:
            return None
        mention = self.mentions[at]
        if mention.type in self.bodies:
            return self.key_of[at] or None
        twin, type_ = self._twin(mention)
        return twin if type_ in self.bodies else None

    def _last_body(self, before: int) -> str | None:
        places = range(bisect_right(self.starts, before) - 1, -1, -1)
        return next((self.key_of[at] for at in places if self.mentions[at].type in self.bodies and self.key_of[at]), None)

    def _by_surname(self, surname: str, role: str) -> str | None:
        """The person of that surname who was named before, best one who holds a like title."""
        fits = [key for key, found in self.members.items() if found[0].type == PERSON and found[0].text.startswith(surname)]
        same = [key for key in fits if any(said.endswith(role) or role.endswith(said.split()[-1]) for _, said in self.roles[key] if said)]
        return next(reversed(same or fits), None)

    def _by_term(self, surname: str, role: str) -> str | None:
        """The only person of that surname who holds the office on the document's day, as the authority file knows."""
        date = self.findings.analysis.document.date
        held = self.ontology.authority.in_office(surname, role, date) if date else ()
        return self._row_key(held[0]) if len(held) == 1 else None

    def _foretold(self, held: Held) -> Held:
        """An office whose only holder is named further on, at its holder: 관세청장이 참석했다. … 정하람 관세청장은."""
        post, person, body = held
        if person or post.person or not body or self.text.startswith(self.ontology.language.persons.plural, post.end):
            return held
        holders = set(self._holders(post.role, body))
        return (post, holders.pop(), body) if len(holders) == 1 else held

    def _by_office(self, role: str, body: str | None) -> str | None:
        """Who holds the office, among the people whom this document named with it so far."""
        hollow = role in self.ontology.language.persons.hollow_titles and body is None
        return None if hollow else next(reversed(self._holders(role, body)), None)

    def _holders(self, role: str, body: str | None) -> list[str]:
        return [key for key, held in self.roles.items() for at, said in held if body in (None, at) and said.endswith(role)]

    def _tenures(self, held: Held) -> Iterator[Tenure]:
        post, person, body = held
        if (
            not (post.person and person and body)
            or (post.surname and post.rule not in BEFORE_NAME)
            or (post.rule in {"name-title", "title-name"} and post.role not in self.ontology.language.persons.posts_of_government)
        ):
            return
        where = (post.start, post.end, post.person, post.body or Span(post.start, post.end))
        yield Tenure(person, body, post.role, *where, post.rule, post.confidence, post.over)

    def _named(self, posts: Sequence[Held]) -> tuple[Named, ...]:
        spans: list[Named] = []
        for post, person, body in posts:
            if post.rule not in PASSED_OVER and (key := person or (body if post.rule == "body-title" else None)):
                how = "name" if post.person and not post.surname else "surname" if post.surname else "office"
                spans.append(Named(*post.named, key, PERSON if person else self._type(key), post.confidence, how))
        covered = {at for n in spans for at in range(n.start, n.end)}
        for mention, key in zip(self.mentions, self.key_of, strict=True):
            if key and mention.start not in covered:
                how = DEFINITE if mention.rule == DEFINITE else UNMARKED if mention.rule.endswith(PROPER) else "name"
                sure = self._sure(mention, key)
                spans.append(Named(mention.start, mention.end, key, self._type(key), sure, how, *self._twin(mention)))
        return not_overlapping(self.text, spans)

    def _sure(self, mention: Mention, key: str) -> float:
        """How sure it is what a mention speaks of: a class word with which an event's name ends means that one."""
        if mention.rule != DEFINITE or mention.type != EVENT:
            return mention.confidence
        named = (m for m in self.members[key] if m.rule != DEFINITE)
        return CALLED if any(m.text.endswith(mention.text) for m in named) else mention.confidence

    def _nested(self, named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
        by_text = {m.text: key for m, key in zip(self.mentions, self.key_of, strict=True) if key}
        outer = {n.start: n for n in named}
        starts, plan = sorted(outer), None
        for inner in self.findings.nested:
            # A field inside a plan that an event is named after is the plan's.
            holder = plan if plan and inner.end <= plan.end else self._body_in(outer[starts[bisect_right(starts, inner.start) - 1]], inner)
            alone = WITHIN + inner.text
            key = self._row_key(inner.authority) if inner.authority else alone if alone in self.members else by_text.get(inner.text)
            if key and key != holder.key and holder.start <= inner.start and inner.end <= holder.end and not self._is_shortened(holder):
                yield holder, (found := Named(inner.start, inner.end, key, inner.type, inner.confidence, "nested"))
                plan = found if found.type == POLICY and holder.type == EVENT else plan

    def _is_shortened(self, holder: Named) -> bool:
        """Whether the name of an event is the end of a fuller one: 로봇 포럼 of AI 로봇 포럼 is no forum about all robots."""
        said = self.text[holder.start : holder.end]
        return holder.type == EVENT and any(m.text != said and m.text.endswith(said) for m in self.members.get(holder.key, ()))

    def _body_in(self, holder: Named, inner: Mention) -> Named:
        """The name that holds the inner one: where a person's title takes the body in, the body. 국회 과방위 정하람 의원."""
        at = self._at(Span(inner.start, inner.end)) if holder.type == PERSON else None
        if at is None or self.mentions[at].type not in self.bodies or not self.key_of[at]:
            return holder
        body = self.mentions[at]
        return Named(body.start, body.end, self.key_of[at], body.type, body.confidence, "name")

    def _twin(self, mention: Mention) -> tuple[str, str]:
        rows = self.ontology.authority.at(mention.text, self.findings.analysis.document.date) if mention.authority else ()
        other = next((row for row in rows if row.id != mention.authority), None)
        return (self._row_key(other.id), other.type) if other else ("", "")

    def _type(self, key: str) -> str:
        if key.startswith(UNNAMED):
            return self.ontology.authority.rows[key.removeprefix(UNNAMED)].type
        return self.types[key]

    def _referents(self, unnamed: set[str]) -> tuple[Referent, ...]:
        found = [self._referent(key, mentions) for key, mentions in self.members.items()]
        rows = [self.ontology.authority.rows[key.removeprefix(UNNAMED)] for key in sorted(unnamed)]
        return (*found, *(Referent(UNNAMED + row.id, row.type, row.ko, (), row.id, ()) for row in rows))

    def _referent(self, key: str, mentions: list[Mention]) -> Referent:
        best = fullest(mentions)
        said = [m.text for m in mentions if m.rule != DEFINITE or (m.type == EVENT and m.text != self.ontology.language.names.seat_word)]
        said += [bare for bare in map(unglossed, said) if bare]
        said += shorter(best, self.ontology.language.things, self.known)
        said += in_town(self.text, mentions, self.mentions) if best.type == PLACE else ()
        alone = [marked(m.text) for m in mentions if m.type == POLICY]
        names = tuple(dict.fromkeys([*(clean(text) for text in said), *(n for n in alone if n and fold(n) not in self.known)]))
        row = self.ontology.authority.rows.get((self._person_row(key, best) if best.type == PERSON else best.authority) or "")
        if row is None and best.type == EVENT:
            names = self.event_names.all_of(mentions, names)
            nameless = all(m.rule == DEFINITE for m in mentions)
            return Referent(key, best.type, names[0] if nameless and names else clean(best.text), names, None, tuple(mentions))
        if row is None:
            return Referent(key, best.type, clean(best.text), names, None, tuple(mentions))
        return Referent(key, row.type, row.ko, names, row.id, tuple(mentions))

    def _person_row(self, key: str, mention: Mention) -> str | None:
        """The authority row of a person: the row of that name with a post at a body where this document has the person too.

        A namesake at another body is another person; a name without any body is the row's only where the row is sure by itself.
        """
        date = self.findings.analysis.document.date
        rows = [row for row in self.ontology.authority.at(mention.text, date) if row.type == PERSON]
        held = {body for body, _ in self.roles[key]}
        bodies = {m.authority for body in held for m in self.members.get(body, ()) if m.authority}
        # A body that only a title implies (대통령) speaks for the row, not against it.
        implied = {body.removeprefix(UNNAMED) for body in held if body.startswith(UNNAMED)}
        for row in rows:
            known = {post.organisation for post in self.ontology.authority.posts if post.person == row.id}
            if (bodies | implied) & known or not (bodies and known):
                return row.id if bodies or not row.needs_cue(mention.text) else None
        return None
