"""The class words and cues of names: ``names.yml``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Names:
    """Cues by which a name never seen before gets its class (``names.yml``)."""

    cues: Mapping[str, tuple[str, ...]]
    proper_starts: frozenset[str]
    limits: frozenset[str]
    generic_words: frozenset[str]
    name_quotes: tuple[str, ...]
    quoted_default: Mapping[str, str]
    quoted_acts: tuple[str, ...]
    quoted_told: re.Pattern[str]
    quoted_aims: frozenset[str]
    anonymous: re.Pattern[str]
    quoted_heads: Mapping[str, tuple[str, ...]]
    company_marks: tuple[str, ...]
    company_suffix: str
    not_suffixed: frozenset[str]
    firm_tails: frozenset[str]
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
    law_endings: tuple[str, ...]
    law_behind: re.Pattern[str]
    no_laws: frozenset[str]
    bound_cues: frozenset[str]
    spoken_cues: frozenset[str]
    kind_cues: frozenset[str]
    law_cues: frozenset[str]
    not_endings: tuple[str, ...]
    national_bodies: tuple[str, ...]
    national_starts: tuple[str, ...]
    not_names: frozenset[str]
    company_heads: frozenset[str]
    latin_gloss: re.Pattern[str]
    latin_forms: frozenset[str]
    latin_firms: frozenset[str]
    firm_heads: re.Pattern[str]
    firm_particles: re.Pattern[str]
    firm_openers: frozenset[str]
    company_prefixes: frozenset[str]
    firm_nouns: tuple[str, ...]
    firm_endings: tuple[str, ...]
    no_firms: tuple[str, ...]
    site_cues: tuple[str, ...]
    association_marks: tuple[str, ...]
    association_kinds: frozenset[str]
    periodicals: tuple[str, ...]
    product_nouns: tuple[str, ...]
    product_verbs: tuple[str, ...]
    product_fame: re.Pattern[str]
    version_end: re.Pattern[str]
    craft_counter: str
    variant: re.Pattern[str]
    firm_lists: tuple[str, ...]
    firm_followers: tuple[str, ...]
    kind_endings: frozenset[str]
    firm_acts: tuple[str, ...]
    firm_act_reach: int
    list_end: str
    list_joint: str
    shared_ends: tuple[str, ...]
    shortened_bodies: Mapping[str, tuple[str, ...]]
    shortened_shared: frozenset[str]
    short_behind: str
    unit_cues: tuple[str, ...]
    unit_verbs: tuple[str, ...]
    unit_endings: tuple[str, ...]
    common_units: tuple[str, ...]
    premises: Mapping[str, tuple[str, ...]]
    premises_leading: tuple[str, ...]
    some_firm: re.Pattern[str]
    premises_each: re.Pattern[str]
    premises_new: tuple[str, ...]
    premises_founded: tuple[str, ...]
    premises_founding: tuple[str, ...]
    called: str
    object_marks: tuple[str, ...]
    office_endings: tuple[str, ...]
    quarters: tuple[str, ...]
    not_quarters: str
    group_nouns: tuple[str, ...]
    cue_groups: tuple[frozenset[str], ...]
    event_kinds: tuple[frozenset[str], ...]
    other_words: Mapping[str, re.Pattern[str]]
    compound_followers: frozenset[str]
    ministry_endings: tuple[str, ...]
    not_ministries: tuple[str, ...]
    ministers: Mapping[str, str]
    government: str
    other_governments: frozenset[str]
    foreign_bodies: tuple[str, ...]
    foreign_schools: re.Pattern[str]
    state_bodies: frozenset[str]
    branches: tuple[str, ...]
    acting_units: Mapping[str, tuple[str, ...]]
    unit_behind: re.Pattern[str]
    facility_kinds: tuple[str, ...]
    houses: tuple[str, ...]
    chapters: frozenset[str]
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
    numbered_thing: re.Pattern[str]
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
    venue_with_room: re.Pattern[str]
    described_by: re.Pattern[str]
    described_without: re.Pattern[str]
    seat_word: str
    seat_marks: tuple[str, ...]
    background_event: re.Pattern[str]
    about_event: re.Pattern[str]
    edition_before: re.Pattern[str]
    edition_behind: re.Pattern[str]
    plan_version: re.Pattern[str]
    edition_written: re.Pattern[str]
    name_aside: re.Pattern[str]
    event_ordinal: re.Pattern[str]
    event_year: re.Pattern[str]
    event_gloss: re.Pattern[str]
    event_joining: frozenset[str]
    event_outside: frozenset[str]
    event_beside: re.Pattern[str]
    event_said: re.Pattern[str]
    event_wrapping: tuple[str, ...]
    event_awarding: tuple[str, ...]
    name_leading: re.Pattern[str]
    name_aim: re.Pattern[str]
    widened: frozenset[str]
    policy_wrapping: re.Pattern[str]
    policy_parts: re.Pattern[str]
    same_words: Mapping[str, tuple[str, ...]]
    event_unheld: tuple[str, ...]
    demonstratives: tuple[str, ...]
    common_latin: frozenset[str]
    quoted_only: frozenset[str]
    year_event: re.Pattern[str]
    year_of_no_event: frozenset[str]
    country_show: re.Pattern[str]
    generic_event_words: frozenset[str]
    things_for_events: frozenset[str]
    generic_policy_words: frozenset[str]
    compound_body: int
    compound_cues: frozenset[str]
    compound_plan: int
    compound_bodies: Mapping[str, str]
    staffed: tuple[str, ...]
    body_endings: Mapping[str, tuple[str, ...]]
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
        kind, named = self._kind(cue), self._kind(other)
        return kind is None or named is None or kind == named

    def of_one_kind(self, cue: str, other: str) -> bool:
        """Whether a word for an event and a name of one are of the same kind."""
        return (kind := self._kind(cue)) is not None and kind == self._kind(other)

    def _kind(self, name: str) -> Collection[str] | None:
        """The words for events of the kind with one of which a name ends."""
        return next((group for group in self.event_kinds if name.endswith(tuple(group))), None)

    def may_sit(self, name: str) -> bool:
        """Whether a name ends as bodies are called that meet."""
        return name.endswith(self.sittings)

    @cached_property
    def plain_laws(self) -> frozenset[str]:
        """What before a class word of laws tells no law from another."""
        return self.no_laws | self.generic_words | self.generic_policy_words | self.programme_acts

    @cached_property
    def firm_words(self) -> tuple[str, ...]:
        """All endings of firms' names, those that hardly end anything else first."""
        return (*self.firm_endings, *self.firm_nouns)

    @cached_property
    def class_of_cue(self) -> dict[str, str]:
        """The class of each cue."""
        return by_word(self.cues)


def by_word(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The key of each word of a table that has words by key."""
    return {word: key for key, words in table.items() for word in words}
