"""The language tables of ``ontology/language``: what all frames and finders share, checked as they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from kg.ontology.node import read_node

Voice = Literal["active", "passive"]
TailStatus = Literal["actual", "ongoing", "planned", "negated", "wish", "present"]


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A regular expression over a predicate's tail, and the status that it means (one of the claim's, or wish or present).

    ``{negative_nouns}`` in it stands for any of the grammar's.
    """

    status: TailStatus
    tail: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs that only carry the noun before them, which stands in ``case``."""

    verbs: frozenset[str]
    case: str
    voice: Voice = "active"


@dataclass(frozen=True)
class Grammar:
    """Particles, endings and small words (``grammar.yml``)."""

    cases: Mapping[str, tuple[str, ...]]
    case_nouns: Mapping[str, tuple[str, ...]]
    topic_nouns: frozenset[str]
    case_verbs: Mapping[str, tuple[str, ...]]
    joiners: frozenset[str]
    plain_joiners: frozenset[str]
    list_closers: frozenset[str]
    list_openers: frozenset[str]
    with_words: frozenset[str]
    aspect_nouns: Mapping[str, tuple[str, ...]]
    status: tuple[StatusRule, ...]
    negative_nouns: tuple[str, ...]
    light_verbs: tuple[LightVerbs, ...]
    light_objects: Mapping[str, str]
    light_plans: frozenset[str]
    light_beginnings: frozenset[str]
    passive_suffixes: frozenset[str]
    passive_agents: frozenset[str]
    reporting: frozenset[str]
    according: frozenset[str]
    according_links: frozenset[str]
    denials: frozenset[str]
    lexical_passives: Mapping[str, str]
    quotatives: frozenset[str]
    own_subjects: frozenset[str]
    objective: frozenset[str]
    same_subject: frozenset[str]
    intent_nouns: frozenset[str]
    clause_nouns: frozenset[str]
    content_nouns: frozenset[str]
    content_plans: frozenset[str]
    postpositions: frozenset[str]
    with_object: frozenset[str]
    hollow_heads: frozenset[str]
    body_nouns: tuple[str, ...]
    counters: tuple[str, ...]
    class_words: tuple[str, ...]
    sequence_endings: frozenset[str]
    budget_words: frozenset[str]
    share_words: frozenset[str]
    joint_nouns: frozenset[str]
    degrees: frozenset[str]
    purposes: frozenset[str]
    anaphoric_subjects: frozenset[str]
    pronouns: frozenset[str]
    label_words: frozenset[str]
    helped: Mapping[str, str]
    misread: Mapping[str, tuple[str, ...]]
    contracted: Mapping[str, tuple[str, ...]]
    agreeing: frozenset[str]
    copula: str
    do: str
    become: str

    @cached_property
    def _case(self) -> dict[str, str]:
        return {form: case for case, forms in self.cases.items() for form in forms}

    @cached_property
    def _aspects(self) -> frozenset[str]:
        return frozenset(word for words in self.aspect_nouns.values() for word in words) | set(self.negative_nouns)

    @cached_property
    def status_of(self) -> Callable[[str], TailStatus | None]:
        """The status that a predicate's tail tells by the table, or None where it leaves it open; few tails are new."""

        nouns = f"({'|'.join(map(re.escape, self.negative_nouns))})"
        rules = [(rule.status, re.compile(rule.tail.pattern.replace("{negative_nouns}", nouns))) for rule in self.status]

        def told(tail: str) -> TailStatus | None:
            return next((status for status, pattern in rules if pattern.search(tail)), None)

        return lru_cache(maxsize=1 << 12)(told)

    def lemma(self, stem: str) -> str:
        """The dictionary form of a verb."""
        return stem + self.do[-1]

    @property
    def copula_tail(self) -> str:
        """The copula as it stands in a predicate's tail."""
        return f"{self.copula.removesuffix(self.do[-1])}/VCP"

    def case_of(self, form: str, tag: str) -> str:
        """The case that a particle marks, or an empty string."""
        return self._case.get(f"{form}/{tag}") or self._case.get(form, "")

    @cached_property
    def topic_marks(self) -> tuple[str, ...]:
        """The particles that make a topic, behind others too (에는, 와는)."""
        return tuple(form.partition("/")[0] for form in self.cases["topic"])

    def is_of_partner(self, particle: str) -> bool:
        """Whether the particles make a partner the owner of a joint act (와의)."""
        return any(particle.endswith(of) and particle.removesuffix(of) in self.cases["comitative"] for of in self.cases["genitive"])

    @cached_property
    def case_of_noun(self) -> dict[str, str]:
        """The case that each noun makes of the object before it."""
        return {noun: case for case, nouns in self.case_nouns.items() for noun in nouns}

    @cached_property
    def case_of_verb(self) -> dict[str, str]:
        """The case that each verb makes of what stands before it."""
        return {verb: case for case, verbs in self.case_verbs.items() for verb in verbs}

    def is_aspect(self, word: str) -> bool:
        """Whether the word says only how far an act has come, or that it failed."""
        return word in self._aspects

    def denies(self, lemma: str) -> bool:
        """Whether the verb is one of a noun that denies or fails what stands before it: 철회하다, 무산되다."""
        return any(lemma.removesuffix(verb) in self.negative_nouns for verb in (self.do, self.become) if lemma.endswith(verb))

    def is_light(self, lemma: str, case: str) -> bool:
        """Whether the verb only carries a noun in that case."""
        return any(lemma in light.verbs and light.case == case for light in self.light_verbs)

    def light_voice(self, lemma: str) -> str:
        """``passive`` for a light verb that makes its noun one, else ``active``."""
        return next((light.voice for light in self.light_verbs if lemma in light.verbs), "active")


@dataclass(frozen=True)
class Persons:
    """How people are named (``persons.yml``)."""

    surnames: frozenset[str]
    given_names: frozenset[str]
    name_particles: frozenset[str]
    compound_surnames: frozenset[str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    not_titles: frozenset[str]
    byline_titles: frozenset[str]
    title_groups: tuple[str, ...]
    glued_titles: frozenset[str]
    also_post: frozenset[str]
    former: frozenset[str]
    term: re.Pattern[str]
    background: frozenset[str]
    belonging: frozenset[str]
    acting: frozenset[str]
    deputy: frozenset[str]
    envoy: re.Pattern[str]
    abbreviated: tuple[str, ...]
    posts_of_government: Mapping[str, str]
    below: frozenset[str]
    aside: re.Pattern[str]
    not_names: frozenset[str]
    not_name_endings: tuple[str, ...]
    unit_endings: tuple[str, ...]
    unit_syllables: frozenset[str]
    staff_titles: tuple[str, ...]
    official_titles: Mapping[str, tuple[str, ...]]
    state_titles: tuple[str, ...]
    told_of_marks: tuple[str, ...]
    head_suffix: str
    plural: str
    head_of: Mapping[str, str]
    societies: frozenset[str]
    hollow_titles: frozenset[str]


@dataclass(frozen=True)
class Names:
    """Cues by which a name never seen before gets its class (``names.yml``)."""

    cues: Mapping[str, tuple[str, ...]]
    proper_starts: frozenset[str]
    generic_words: frozenset[str]
    name_quotes: tuple[str, ...]
    quoted_default: Mapping[str, str]
    company_marks: tuple[str, ...]
    company_suffix: str
    not_suffixed: frozenset[str]
    ordinals: re.Pattern[str]
    plan_number: re.Pattern[str]
    years: re.Pattern[str]
    said_end: re.Pattern[str]
    particle: re.Pattern[str]
    aim: re.Pattern[str]
    no_year: str
    anaphors: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, str]
    name_stops: Mapping[str, tuple[str, ...]]
    weak_cues: frozenset[str]
    bound_cues: frozenset[str]
    spoken_cues: frozenset[str]
    kind_cues: frozenset[str]
    law_cues: frozenset[str]
    not_endings: tuple[str, ...]
    not_names: frozenset[str]
    company_heads: frozenset[str]
    company_prefixes: frozenset[str]
    firm_endings: tuple[str, ...]
    no_firms: tuple[str, ...]
    site_cues: tuple[str, ...]
    association_marks: tuple[str, ...]
    product_nouns: tuple[str, ...]
    product_verbs: tuple[str, ...]
    firm_lists: tuple[str, ...]
    firm_followers: tuple[str, ...]
    firm_acts: tuple[str, ...]
    firm_act_reach: int
    list_end: str
    list_joint: str
    unit_cues: tuple[str, ...]
    unit_verbs: tuple[str, ...]
    unit_endings: tuple[str, ...]
    common_units: tuple[str, ...]
    called: str
    object_marks: tuple[str, ...]
    office_endings: tuple[str, ...]
    quarters: tuple[str, ...]
    not_quarters: str
    group_nouns: tuple[str, ...]
    cue_groups: tuple[frozenset[str], ...]
    event_kinds: tuple[frozenset[str], ...]
    compound_followers: frozenset[str]
    ministry_endings: tuple[str, ...]
    not_ministries: tuple[str, ...]
    ministers: Mapping[str, str]
    government: str
    foreign_bodies: tuple[str, ...]
    branches: tuple[str, ...]
    houses: tuple[str, ...]
    faculties: frozenset[str]
    draft_endings: tuple[str, ...]
    draft_marks: tuple[str, ...]
    defined_marks: tuple[str, ...]
    idle_cues: frozenset[str]
    drawn_up: re.Pattern[str]
    outline_end: re.Pattern[str]
    theme_behind: re.Pattern[str]
    sittings: tuple[str, ...]
    meeting_bodies: frozenset[str]
    sitting_held: re.Pattern[str]
    sitting_number: re.Pattern[str]
    founded_kinds: tuple[str, ...]
    founded_behind: re.Pattern[str]
    dated_event: re.Pattern[str]
    occasions: tuple[str, ...]
    occasion_mark: str
    occasion_purpose: str
    venue_mark: str
    venue_told: re.Pattern[str]
    venue_lead: re.Pattern[str]
    venue_in_town: re.Pattern[str]
    venue_labels: tuple[str, ...]
    venue_line: re.Pattern[str]
    venue_room: re.Pattern[str]
    venue_common: re.Pattern[str]
    venue_inside: re.Pattern[str]
    described_by: re.Pattern[str]
    described_without: re.Pattern[str]
    seat_word: str
    seat_marks: tuple[str, ...]
    background_event: re.Pattern[str]
    about_event: re.Pattern[str]
    edition_before: re.Pattern[str]
    edition_behind: re.Pattern[str]
    edition_written: re.Pattern[str]
    name_aside: re.Pattern[str]
    event_ordinal: re.Pattern[str]
    event_gloss: re.Pattern[str]
    event_joining: frozenset[str]
    event_outside: frozenset[str]
    event_beside: re.Pattern[str]
    event_said: re.Pattern[str]
    event_wrapping: tuple[str, ...]
    event_unheld: tuple[str, ...]
    demonstratives: tuple[str, ...]
    common_latin: frozenset[str]
    quoted_only: frozenset[str]
    latin_event: re.Pattern[str]
    generic_event_words: frozenset[str]
    generic_policy_words: frozenset[str]
    compound_body: int
    compound_cues: frozenset[str]
    compound_plan: int
    compound_bodies: Mapping[str, str]
    staffed: tuple[str, ...]
    facilities: Mapping[str, tuple[str, ...]]
    many_facilities: frozenset[str]
    town_facilities: Mapping[str, tuple[str, ...]]
    facility_rooms: str
    facility_particles: tuple[str, ...]
    compound_centre: int
    programme_acts: frozenset[str]

    def group_of(self, cue: str) -> str:
        """One cue for all of its group, so that 법안 may mean what was named as 법률안."""
        return next((min(group) for group in self.cue_groups if cue in group), cue)

    def may_mean(self, cue: str, other: str) -> bool:
        """Whether a word for an event may speak of one that was named with the other: of its kind, or of none."""
        kind, named = (next((group for group in self.event_kinds if word.endswith(tuple(group))), None) for word in (cue, other))
        return kind is None or named is None or kind == named

    @cached_property
    def class_of_cue(self) -> dict[str, str]:
        """The class of each cue."""
        return {cue: cls for cls, cues in self.cues.items() for cue in cues}


@dataclass(frozen=True)
class Things:
    """Things that have no name but their kind and what tells it from others (``things.yml``)."""

    kinds: Mapping[str, tuple[str, ...]]
    wide_kinds: frozenset[str]
    hollow_kinds: frozenset[str]
    standing_kinds: tuple[str, ...]
    plain_words: frozenset[str]
    leading: frozenset[str]
    dated: re.Pattern[str]
    cuts: tuple[str, ...]
    ways: tuple[str, ...]
    purpose: re.Pattern[str]
    made: tuple[str, ...]
    adnominal: tuple[str, ...]
    being: str
    subject_marks: tuple[str, ...]
    together: str
    joint: str
    carriers: frozenset[str]
    no_adverb: str
    counter: str
    not_behind: tuple[str, ...]
    founded_kinds: Mapping[str, tuple[str, ...]]
    founded: tuple[str, ...]

    @cached_property
    def founding(self) -> Things:
        """The same table for what is founded: every kind is wide, none says what a thing with a name is, and none stands alone."""
        kinds = frozenset(kind for kinds in self.founded_kinds.values() for kind in kinds)
        return replace(self, kinds=self.founded_kinds, made=self.founded, wide_kinds=kinds, hollow_kinds=kinds, standing_kinds=())

    @cached_property
    def class_of_kind(self) -> dict[str, str]:
        """The class of each kind, longer ones first."""
        found = {kind: cls for cls, kinds in self.kinds.items() for kind in kinds}
        return {kind: found[kind] for kind in sorted(found, key=lambda kind: (-len(kind), kind))}


@dataclass(frozen=True)
class Language:
    """All language tables together."""

    grammar: Grammar
    persons: Persons
    names: Names
    things: Things


def load_language(folder: Path) -> Language:
    """The tables of ``folder``; an OntologyError names file, line and the nearest right key where one is wrong."""
    grammar, persons, names, things = (read_node(folder / f"{name}.yml", "the table") for name in ("grammar", "persons", "names", "things"))
    return Language(grammar.record(Grammar), persons.record(Persons), names.record(Names), things.record(Things))
