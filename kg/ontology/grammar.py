"""Particles, endings, small words and the status that they tell: ``grammar.yml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

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
    drawing_on: frozenset[str]
    joining: frozenset[str]
    working: frozenset[str]
    aspect_nouns: Mapping[str, tuple[str, ...]]
    status: tuple[StatusRule, ...]
    asked: re.Pattern[str]
    decided: re.Pattern[str]
    talks: tuple[str, ...]
    talking: frozenset[str]
    talked: frozenset[str]
    ahead: re.Pattern[str]
    foiled: re.Pattern[str]
    conceded: re.Pattern[str]
    aiming: re.Pattern[str]
    causing: re.Pattern[str]
    negative_nouns: tuple[str, ...]
    plan_denials: frozenset[str]
    word_denials: frozenset[str]
    quitting: frozenset[str]
    weighing: frozenset[str]
    proposing: re.Pattern[str]
    agreed: frozenset[str]
    hard: frozenset[str]
    instead_nouns: frozenset[str]
    untrue: Mapping[str, tuple[str, ...]]
    ever_nouns: frozenset[str]
    effort_nouns: frozenset[str]
    done_tail: str
    able_noun: str
    failing: frozenset[str]
    succeeding: frozenset[str]
    rumours: frozenset[str]
    chances: frozenset[str]
    ways: frozenset[str]
    more_particles: frozenset[str]
    light_verbs: tuple[LightVerbs, ...]
    light_objects: Mapping[str, str]
    light_plans: frozenset[str]
    light_beginnings: frozenset[str]
    light_tries: frozenset[str]
    delays: frozenset[str]
    passive_suffixes: frozenset[str]
    receiving_suffixes: frozenset[str]
    passive_agents: frozenset[str]
    reporting: frozenset[str]
    according: frozenset[str]
    according_links: frozenset[str]
    denials: frozenset[str]
    lexical_passives: Mapping[str, str]
    quotatives: frozenset[str]
    own_subjects: frozenset[str]
    guest_verbs: frozenset[str]
    of_things: frozenset[str]
    objective: frozenset[str]
    intransitive: frozenset[str]
    happening: frozenset[str]
    going_to: frozenset[str]
    same_subject: frozenset[str]
    intent_nouns: frozenset[str]
    past_adnominals: frozenset[str]
    clause_nouns: frozenset[str]
    content_nouns: frozenset[str]
    content_plans: frozenset[str]
    likening: frozenset[str]
    postpositions: frozenset[str]
    other_times: frozenset[str]
    with_object: frozenset[str]
    hollow_heads: frozenset[str]
    teams: frozenset[str]
    team_units: tuple[str, ...]
    body_nouns: tuple[str, ...]
    round_words: frozenset[str]
    pieces: frozenset[str]
    counters: tuple[str, ...]
    class_words: tuple[str, ...]
    sequence_endings: frozenset[str]
    beside: tuple[str, ...]
    going_on: re.Pattern[str]
    so_far: re.Pattern[str]
    durative: frozenset[str]
    done_words: frozenset[str]
    year_words: frozenset[str]
    about_words: frozenset[str]
    budget_words: frozenset[str]
    whole_budget_words: frozenset[str]
    spending_words: frozenset[str]
    means_stems: frozenset[str]
    share_words: frozenset[str]
    limit_words: frozenset[str]
    raised_words: frozenset[str]
    counted_units: frozenset[str]
    unfunded_endings: tuple[str, ...]
    distributive: frozenset[str]
    joint_nouns: frozenset[str]
    degrees: frozenset[str]
    purposes: frozenset[str]
    then_nouns: frozenset[str]
    moments: frozenset[str]
    founding: frozenset[str]
    condition_nouns: frozenset[str]
    anaphoric_subjects: frozenset[str]
    pronouns: frozenset[str]
    pointing: frozenset[str]
    using: frozenset[str]
    legal_letters: frozenset[str]
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

    def undergone(self, lemma: str) -> str:
        """A verb as it is said of what it is done to: 탑재하다, 탑재되다."""
        return lemma.removesuffix(self.do) + self.become

    @cached_property
    def told_about(self) -> frozenset[str]:
        """Nouns behind a clause that only tells what they are about, so that its subject is the sentence's."""
        return self.content_nouns | self.ways

    @cached_property
    def plans(self) -> frozenset[str]:
        """Of them, those that are about something still to come."""
        return self.content_plans | self.ways

    @cached_property
    def without_agent(self) -> frozenset[str]:
        """Verbs of things, places and events, which nobody does to anything."""
        return self.of_things | self.intransitive

    @cached_property
    def without_object(self) -> frozenset[str]:
        """These, and those of guests: what stands before one as an object is another verb's."""
        return self.without_agent | self.guest_verbs

    @cached_property
    def _aspects(self) -> frozenset[str]:
        return frozenset(word for words in self.aspect_nouns.values() for word in words) | set(self.negative_nouns)

    @cached_property
    def status_of(self) -> Callable[[str], TailStatus | None]:
        """The status that a predicate's tail tells by the table, or None where it leaves it open; few tails are new."""
        return self._status(self.status)

    @cached_property
    def status_beside_denial(self) -> Callable[[str], TailStatus | None]:
        """The status that a tail tells by the table apart from its denial, which is that of its own act: 발표하고 지원을 아끼지 않겠다."""
        return self._status(rule for rule in self.status if rule.status != "negated")

    def _status(self, table: Iterable[StatusRule]) -> Callable[[str], TailStatus | None]:
        nouns = f"({'|'.join(map(re.escape, self.negative_nouns))})"
        rules = [(rule.status, re.compile(rule.tail.pattern.replace("{negative_nouns}", nouns))) for rule in table]

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
