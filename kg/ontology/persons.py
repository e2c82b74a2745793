"""Titles, surnames and what stands beside a person's name: ``persons.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Persons:
    """How people are named (``persons.yml``)."""

    surnames: frozenset[str]
    given_names: frozenset[str]
    family_names: frozenset[str]
    name_particles: frozenset[str]
    latin_surnames: frozenset[str]
    latin_bodies: frozenset[str]
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
    comes_to_post: frozenset[str]
    picked_for_post: frozenset[str]
    takes_post: frozenset[str]
    post_done: re.Pattern[str]
    post_to_come: re.Pattern[str]
    new_holder: frozenset[str]
    envoy: re.Pattern[str]
    abbreviated: tuple[str, ...]
    posts_of_government: Mapping[str, str]
    below: tuple[str, ...]
    aside: re.Pattern[str]
    honorific: re.Pattern[str]
    courtesies: frozenset[str]
    courtesy_titles: tuple[str, ...]
    not_names: frozenset[str]
    names_beside: frozenset[str]
    also_names: frozenset[str]
    not_name_endings: tuple[str, ...]
    not_given_ends: tuple[str, ...]
    noun_starts: tuple[str, ...]
    noun_ends: tuple[str, ...]
    unit_endings: tuple[str, ...]
    short_bodies: Mapping[str, tuple[str, ...]]
    office_endings: tuple[str, ...]
    body_openings: frozenset[str]
    unit_syllables: frozenset[str]
    staff_titles: Mapping[str, tuple[str, ...]]
    prize_grades: frozenset[str]
    grade_behind: re.Pattern[str]
    graded_bodies: tuple[str, ...]
    official_titles: Mapping[str, tuple[str, ...]]
    governing: frozenset[str]
    state_titles: tuple[str, ...]
    rank_endings: tuple[str, ...]
    honoured_endings: tuple[str, ...]
    notice_heading: re.Pattern[str]
    told_of_marks: tuple[str, ...]
    head_suffix: str
    plural: str
    shared_titles: tuple[str, ...]
    also_nouns: frozenset[str]
    head_of: Mapping[str, str]
    societies: frozenset[str]
    related_bodies: tuple[str, ...]
    hollow_titles: frozenset[str]

    def is_noun(self, word: str) -> bool:
        """Whether the word is made as common nouns are that look like names: 고시안, 여성용."""
        return word.startswith(self.noun_starts) and word.endswith(self.noun_ends)

    def is_title(self, word: str) -> bool:
        """Whether the word is a title, or is longer than two letters and ends as those do."""
        ends = len(word) > 2 and word.endswith(self.title_endings) and word not in self.not_names
        return ends or word in self.titles
