"""Find everything nameable in an analysed document, and find a name learnt in one place in all of it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.find.again import Again
from kg.find.aliases import ALIAS, Alias, Aliases
from kg.find.beside import FIRM, Beside
from kg.find.bodies.firms import Firms
from kg.find.bodies.shared import SharedEnds
from kg.find.bodies.shortened import Shortened
from kg.find.bodies.staffed import Staffed
from kg.find.bodies.units import Units
from kg.find.context import Context
from kg.find.cues import CUE, DEFINITE, IDLE, Cues
from kg.find.gazetteer import make_gazetteer
from kg.find.index import Index, Place, Wanting
from kg.find.money import find_money, load_money
from kg.find.nested import Nested
from kg.find.people.addressed import Addressed
from kg.find.people.atom import Atom
from kg.find.people.atoms import Atoms
from kg.find.people.envoys import Envoys
from kg.find.people.notices import Notice
from kg.find.people.persons import Post, find_posts, goes_on
from kg.find.pieces import Run, runs_of
from kg.find.places.address import make_addresses
from kg.find.places.facilities import Facilities
from kg.find.places.premises import Premises
from kg.find.places.venues import Venues
from kg.find.proper import Proper
from kg.find.quotes import Quotes
from kg.find.settle import added, is_nameable, settle
from kg.find.things.ceremonies import OPENERS, Ceremonies
from kg.find.things.described import Described
from kg.find.things.edition import editions, numbered
from kg.find.things.makers import Makers
from kg.find.things.occasions import Occasions
from kg.find.things.sittings import Sittings
from kg.find.things.versions import find_lines, find_versions
from kg.find.times.expressions import find_times, load_times
from kg.find.told import Told
from kg.find.within import Within
from kg.ontology import Ontology
from kg.ontology.load import ASSOCIATION, BODY, EVENT, GOVERNMENT, PERSON, PLACE, POLICY, TECHNOLOGY
from kg.ontology.persons import Persons
from kg.values import Analysis, Mention, Quantity, Sentence, Span, TimeRef

# A block of these kinds names the reporter, the contact or the outlet: nothing in it is news.
SILENT = frozenset({"byline", "contact", "boilerplate"})
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one document, each list in reading order; mentions do not overlap.

    ``nested`` are names that stand inside a longer one (양자컴퓨팅 in 양자컴퓨팅 개발 사업).
    """

    analysis: Analysis
    mentions: tuple[Mention, ...]
    posts: tuple[Post, ...]
    aliases: tuple[Alias, ...]
    nested: tuple[Mention, ...]
    times: tuple[TimeRef, ...]
    quantities: tuple[Quantity, ...]


# The rule of a foreigner's name beside which stands no post.
FOREIGNER = "person.foreigner"


class Finder:
    """The finders with their tables, made once a process."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        persons, names, grammar = ontology.language.persons, ontology.language.names, ontology.language.grammar
        self._bodies = ontology.types_of(BODY)
        self._gazetteer = make_gazetteer(ontology.authority, frozenset({TECHNOLOGY, PLACE, POLICY}), persons, names, grammar)
        self._addresses = make_addresses(ontology.authority, names)
        states = ontology.authority.states(names.government)
        self._cues = Cues(names, self._bodies, persons, frozenset(ontology.authority.rows[state].ko for state in states))
        self._quotes, self._firms = Quotes(names, self._cues, grammar), Firms(names, self._cues)
        self._proper = Proper(names, self._cues, persons.title_endings, ontology.authority.cued(PLACE))
        self._beside = Beside(names, self._cues, ontology.authority, persons.head_suffix)
        self._again = Again(ontology)
        self._nested = Nested(ontology, self._gazetteer, self._cues, Ceremonies(names, self._cues, self._bodies))
        self._atoms = Atoms(persons, self._bodies, names, grammar)
        self._aliases = Aliases(persons, names, grammar.list_closers)
        self._no_bodies = names.common_latin | names.not_names | names.generic_words | persons.titles
        self._told = Told(ontology.authority, names.group_nouns, names.object_marks, ontology.act_nouns)
        self._context = Context(names, persons, grammar, self._bodies)
        self._makers = Makers(names, self._cues, ontology.types_of(BODY) - ontology.types_of(GOVERNMENT))
        self._units = Units(names)
        self._premises = Premises(names, self._bodies, persons.told_of_marks)
        things = ontology.language.things
        self._described = tuple(Described(names, table) for table in (things, things.founding, things.measures))
        self._sittings = Sittings(names)
        self._index = Index((self._cues, self._sittings, self._context, *self._described))
        self._occasions = Occasions(names)
        self._envoys = Envoys(persons.envoy, ontology.authority)
        self._staffed = Staffed(names, persons)
        self._shared = SharedEnds(ontology.authority, names, ontology.schema)
        self._shortened = Shortened(ontology.authority, names, ontology.schema, self._cues)
        self._addressed = Addressed(persons)
        self._venues = Venues(names)
        self._facilities = Facilities(ontology.authority, names, self._bodies, persons.titles)
        self._times = load_times(ontology.folder / "language" / "time.yml")
        self._money = load_money(ontology.folder / "language" / "money.yml")

    def find(self, analysis: Analysis) -> Findings:
        """All mentions, posts, aliases, times and sums of the document."""
        document = analysis.document
        times = find_times(document.text, document.date, self._times)
        loud = [s for s in analysis.sentences if s.kind not in SILENT]
        # No name has a time in it that only its text dates: 지난달 로봇 육성 전략을 발표했다.
        apart = {at for time in times if not _DIGIT.search(time.text) for at in range(time.start, time.end)}
        runs = {s.index: runs_of(document.text, s, apart) for s in loud}
        wanted = {index: self._index.of(here) for index, here in runs.items()}
        mentions = self._names(analysis, loud, runs, wanted)
        mentions = self._staffed.tell(document.text, self._held(document.text, mentions))
        mentions = added(mentions, self._occasions.find(document.text, loud, times))
        mentions, posts = self._people(document.text, loud, mentions, times)
        mentions = added(mentions, (m for s in loud for m in self._addressed.find(document.text, s)))
        aliases = tuple(self._aliases.find(document.text, mentions))
        mentions = added(mentions, _from_aliases(document.text, aliases, mentions))
        mentions = added(mentions, self._makers.find(document.text, loud, mentions))
        mentions = added(mentions, (m for s in loud for m in self._units.find(document.text, s)))
        mentions = added(mentions, find_versions(document.text, mentions, self._ontology.language.names))
        mentions = added(mentions, self._again.find(document.text, loud, mentions, times))
        by_place = Within(mentions)
        mentions = added(mentions, (m for s in loud for m in self._proper.find(runs[s.index], by_place.of(s))))
        mentions = added(mentions, find_lines(document.text, mentions), first=True)
        classed = self._context.tell(document.text, loud, {index: at[self._context] for index, at in wanted.items()}, mentions)
        mentions = added(mentions, classed, first=True)
        mentions = added(mentions, self._premises.find(document.text, loud, mentions), first=True)
        mentions = self._told.keep(document.text, loud, mentions, posts)
        nested = tuple(self._nested.find(analysis, loud, runs, mentions))
        return Findings(analysis, tuple(mentions), tuple(posts), aliases, nested, times, find_money(document.text, self._money))

    def _names(
        self,
        analysis: Analysis,
        sentences: Sequence[Sentence],
        runs: Mapping[int, Sequence[Run]],
        wanted: Mapping[int, Mapping[Wanting, Sequence[Place]]],
    ) -> list[Mention]:
        text, date = analysis.document.text, analysis.document.date
        found: list[Mention] = []
        heads = {title: ending for title, ending in self._ontology.language.persons.head_of.items() if title in text}
        for sentence in sentences:
            rows = list(self._gazetteer.find(text, sentence, date))
            places = (part for m in self._addresses.join(text, sentence, rows) for part in self._addresses.part(m, date))
            known = list(editions(text, sentence, places, self._ontology.language.names))
            known += self._gazetteer.find_heads(text, sentence, heads, date)
            known += self._envoys.find(text, sentence, date)
            known += self._shared.find(text, rows, date)
            known += self._shortened.find(text, sentence, date, rows)
            here, at = runs[sentence.index], wanted[sentence.index]
            firms = list(self._firms.find(text, sentence, here))
            works = list(self._facilities.find(text, sentence, [*known, *firms]))
            beside = list(self._beside.find(text, sentence, here, known))
            known = self._beside.listed(text, known, beside)
            quoted = [*self._quotes.find(text, sentence, here, known), *beside]
            begun, ended = {m.start for m in quoted}, {m.end: m.start for m in beside if m.rule == FIRM}
            # What stands right before a quoted name or a firm's says its kind and is no name itself: AI 모델 ‘…’, 장비사 새길솔루션.
            cues = (m for m in self._cues.find(text, at[self._cues], [*known, *firms, *works]) if not _leads_to(text, m, begun))
            cued = (m for m in cues if m.start >= ended.get(m.end, 0))
            whole = numbered(text, sentence, cued, self._ontology.language.names)
            sure = [*known, *firms, *works, *quoted]
            whole = self._venues.without_rooms(text, whole, sure)
            named = [*sure, *(part for m in whole for part in self._addresses.part(m, date))]
            venues = self._venues.without_rooms(text, self._venues.find(text, sentence, named), sure)
            found += [*named, *(part for m in venues for part in self._addresses.part(m, date))]
            found += [*self._sittings.find(text, at[self._sittings]), *self._cues.find_pointed(text, sentence)]
            found += (m for kind in self._described for m in kind.find(text, sentence, at[kind], sure))
        return settle(filter(is_nameable, _without_idle(found)))

    def _held(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions, with a body that is held somewhere as the meeting that it is, and a meeting that is founded as the body."""
        names = self._ontology.language.names
        unknown = [m for m in mentions if (m.type in self._bodies or m.type == EVENT) and not m.authority]
        bodies = [m for m in unknown if m.type != EVENT and names.may_sit(m.text)]
        meetings = [m for m in unknown if m.type == EVENT and m.rule != DEFINITE and m.text.endswith(names.founded_kinds)]
        held = {m.text for m in (*bodies, *meetings) if names.sitting_held.match(text, m.end) or names.sitting_number.match(m.text)}
        founded = {m.text for m in meetings if names.founded_behind.match(text, m.end)} - held
        # A class word alone means the body that the text has named with it.
        held -= {m.text for m in bodies if m.rule == DEFINITE and any(b.text.endswith(m.text) and b.text not in held for b in bodies)}
        kinds = dict.fromkeys(held, EVENT) | dict.fromkeys(founded, ASSOCIATION)
        return [replace(m, type=kinds[m.text]) if m.text in kinds else m for m in mentions] if kinds else list(mentions)

    def _people(
        self, text: str, sentences: Sequence[Sentence], mentions: list[Mention], times: Sequence[TimeRef]
    ) -> tuple[list[Mention], list[Post]]:
        posts: list[Post] = []
        people: list[Mention] = []
        rows = {(m.start, m.end): m.authority for m in mentions if m.type == PERSON}
        named, when = Within(mentions), Within(times)
        persons = self._ontology.language.persons
        notice, foreigners = Notice(persons, self._bodies), self._atoms.foreigners
        families: set[str] = set()
        for at, sentence in enumerate(sentences):
            here = named.of(sentence)
            notice.read(text, sentence, here)
            again = [name for name in families if text.find(name, sentence.start, sentence.end) >= 0]
            if not again and not self._atoms.may_hold_title(text, sentence, here):
                continue
            atoms: list[Atom] = self._atoms.cut(text, sentence, here, when.of(sentence))
            atoms = foreigners.again(text, atoms, again) if again else atoms
            above = self._above(text, sentences, at)
            if at > 1 and (holder := self._above(text, sentences, at - 1)) and sentences[at - 1].block != sentence.block:
                line = self._atoms.cut(text, sentences[at - 1], named.of(sentences[at - 1]), when.of(sentences[at - 1]))
                above, atoms = (holder, [*line, *atoms]) if goes_on(line, atoms) else (above, atoms)
            found = list(notice.posts(text, atoms)) or list(find_posts(text, atoms, persons, above))
            posts += found
            for post in found:
                people.extend(replace(m, authority=rows.get((m.start, m.end))) for m in self._of_post(text, post))
            told = {post.person for post in found}
            spans = [Span(a.start, a.end) for a in foreigners.heard(text, atoms, again)]
            # Who is known is found already, and surer.
            people.extend(Mention(*s, text[slice(*s)], PERSON, None, FOREIGNER, 0.7) for s in spans if s not in told and s not in rows)
            families.update(foreigners.families(text, [*spans, *filter(None, told)]))
        return added(mentions, people, first=True), posts

    def _above(self, text: str, sentences: Sequence[Sentence], at: int) -> Span | None:
        """The name that the line above a sentence is as a whole."""
        above = sentences[at - 1] if at and sentences[at - 1].block != sentences[at].block else None
        return self._atoms.name_alone(text, above) if above else None

    def _of_post(self, text: str, post: Post) -> Iterator[Mention]:
        if post.person and not post.surname:
            start, end = post.person
            yield Mention(start, end, text[start:end], PERSON, None, f"person.{post.rule}", post.confidence)
        persons = self._ontology.language.persons
        if post.new_body and post.body and not _is_unit(text[slice(*post.body)], persons):
            start, end = post.body
            if text[start:end] in self._no_bodies or "\n" in text[start:end]:
                return
            class_ = GOVERNMENT if post.role in persons.posts_of_government else self._cues.body_class(text[start:end])
            yield Mention(start, end, text[start:end], class_, None, f"body.{post.rule}", 0.6)


def _is_unit(name: str, persons: Persons) -> bool:
    """Whether a word that a title shows to be a body is only a unit of one, such as do not stand by themselves."""
    return name.endswith(persons.unit_endings) and not name.endswith(tuple(persons.societies))


def _without_idle(found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions without the plans that are only talked of; one that ends the name of a plan is short for it."""
    named = {m.text.rstrip("’”」』'\"") for m in found if m.type == POLICY and m.rule not in {DEFINITE, IDLE}}
    for mention in found:
        if mention.rule != IDLE:
            yield mention
        elif any(name.endswith(mention.text) for name in named):
            yield replace(mention, rule=CUE + POLICY)


def _from_aliases(text: str, aliases: Iterable[Alias], mentions: Sequence[Mention]) -> Iterator[Mention]:
    by_span = {Span(m.start, m.end): m for m in mentions}
    for alias in aliases:
        full = by_span.get(alias.full)
        if full:
            yield replace(full, start=alias.short.start, end=alias.short.end, text=text[alias.short.start : alias.short.end], rule=ALIAS)


def _leads_to(text: str, mention: Mention, begun: Container[int]) -> bool:
    """Whether nothing but a space and a quotation mark stands between the mention and a place where another has ``begun``."""
    return any(at in begun and not text[mention.end : at].strip(OPENERS) for at in range(mention.end, mention.end + 3))
