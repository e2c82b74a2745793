"""Read relations from predicates and their phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, count

from kg.analyse.items import SUBJECT
from kg.extract.clauses.clause import Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.fitting import Filler
from kg.extract.predicates.amounts import Amounts
from kg.extract.predicates.left_open import Around
from kg.extract.predicates.needs import Needs, classes_of
from kg.extract.predicates.posts import Posts
from kg.extract.predicates.roles import Roles
from kg.extract.predicates.scene import Scene, are_several
from kg.extract.predicates.status import (
    PRESENT,
    WISH,
    clause_status,
    decides,
    done_before,
    goes_on,
    is_ahead,
    is_aimed_at,
    is_weighed,
    over_before,
    put_off,
)
from kg.extract.predicates.when import When
from kg.extract.told import Happening, Told
from kg.ontology.frames import Role, Rule, Telling
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, PERSON
from kg.ontology.persons import Persons
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Span

QUOTED_FACTOR = 0.9
# The cases of who does something, where, and with whom.
_ACTING = SUBJECT | {"title", "comitative", "locative"}
# What the act to which another leads may be: 협약을 맺고 개발하기로 했다, 개발하고 있다, 개발한다.
_TO_COME = frozenset({"planned", "ongoing", PRESENT})
# What it may be where it is not aimed at.
_DONE = frozenset({"actual", "ongoing"})
Filled = dict[str, tuple[Filler, ...]]


class Predicates:
    """Reads the rules that have verbs."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, grammar: Grammar, persons: Persons) -> None:
        self._grammar = grammar
        self._when, self._amounts, self._posts = When(grammar), Amounts(grammar), Posts(persons)
        self._roles = Roles(schema, grammar)
        self._needs = Needs(rules, schema)
        self._by_lemma: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for verb in sorted(rule.verbs):
                self._by_lemma[verb].append(rule)
        self._schema = schema
        self._numbers = count()

    def read(self, clause: Clause, scene: Scene, around: Around) -> Iterator[Told | Happening]:
        """All that the clause tells; of several rules for its predicate, each that finds its roles."""
        rules = self._needs.met(self._by_lemma.get(clause.predicate.lemma, ()), around.named, around)
        # A sentence of many clauses has most of its names in others: a second look spares a quarter of the fillings.
        rules = self._needs.met(rules, classes_of(clause.named), around) if rules else rules
        status = clause_status(clause, self._grammar) if rules else WISH
        if status == WISH:
            return
        words = self._words(clause) if any(rule.nearby or rule.unless for rule in rules) else ("", "")
        for rule in rules:
            if rule.purpose == (clause.predicate.ending == "purpose") and self._applies(rule, clause, words):
                filled = self._roles.fill(rule, clause, around)
                if filled and not self._posts.is_of_state(rule, clause, filled):
                    yield from self._tell(rule, clause, scene, filled, self._status(status, rule, clause, scene))

    def _status(self, status: str, rule: Rule, clause: Clause, scene: Scene) -> str:
        """The clause's status as the rule takes it: what leads to a plan is done, and what lasts goes on before the noun it tells of."""
        if clause.way and (status == "ongoing" or (status == "actual" and is_weighed(clause, self._grammar))):
            # On a day is what one does there to talk of a way, unless it agrees on that: 독일을 방문해 협력을 넓히는 방안을 논의하고 있다.
            return status if rule.dated and not rule.achieved else "planned"
        if not (rule.stative or rule.dated) and status in _DONE and is_aimed_at(clause, self._grammar):
            # What happens on the day of the text is done there: KIST를 방문하고 의견을 듣고자 간담회를 열었다.
            return "planned"
        achieved = status in _TO_COME and clause.predicate.lemma in rule.achieved and done_before(clause, self._grammar)
        if achieved and status != "planned" and goes_on(clause, self._grammar):
            return status
        decided = achieved or (status == "planned" and rule.dated and decides(clause, self._grammar))
        if decided:
            return status if is_ahead(clause, self._grammar, scene) else "actual"
        if status == "ongoing" and over_before(clause, self._grammar, scene.times, scene.today, momentary=rule.momentary):
            return "actual"
        return "ongoing" if status == PRESENT and self._lasts(rule, clause, scene) else status

    def _lasts(self, rule: Rule, clause: Clause, scene: Scene) -> bool:
        """Whether the present before a noun tells what goes on already: KT가 (네이버에) 공급하는 칩, 칩을 공급하는 기업.

        What says more than who does so may say a time to come (앞으로, 검토 후, 동의를 거쳐 추진하는 사업), and what has an object before
        another noun may only be what that is about: 칩을 공급하는 사업. So does what tells of the time (KT에 공급하는 시점), or of who is
        only to be founded for it (칩을 공급하는 회사를 세울 계획이다).
        """
        if clause.predicate.lemma not in rule.lasting or clause.predicate.ending != "adnominal":
            return False
        if _ACTING.issuperset(phrase.case for phrase in clause.phrases):
            return True
        head, cases, main = clause.head, _ACTING, clause.follows[0].lemma if clause.follows else ""
        if head and (head.said in self._grammar.moments or (head.case == "accusative" and main in self._grammar.founding)):
            return False
        if head and (any(self._schema.is_a(n.type, AGENT) for n in head.names) or head.said.endswith(self._grammar.body_nouns)):
            cases |= {"accusative"}
        plain = all(p.case in cases or (p.case == "dative" and p.names and not p.is_time) for p in clause.phrases)
        return plain and not is_ahead(clause, self._grammar, scene)

    def _words(self, clause: Clause) -> tuple[str, str]:
        """Where a rule may find no word of its ``unless``, and where one of its ``nearby``: in the clause, and in what it is said of."""
        said = " ".join([*sorted(clause.adverbs), *(p.said for p in clause.own), clause.predicate.link])
        # What something is called, or is told of, stands before it: 전담기관은 한국연구재단이다; KT와 맺은 협약.
        before = " ".join([said, *(p.said for p in (clause.topic, clause.head) if p), *_shared_act(clause)])
        plain = clause.topic is not None and not clause.topic.names
        return (before if plain or clause.predicate.lemma == self._grammar.copula else said), before

    def _applies(self, rule: Rule, clause: Clause, words: tuple[str, str]) -> bool:
        if (clause.predicate.nominal and not rule.nominal) or (clause.predicate.ending == "adnominal" and not rule.adnominal):
            return False
        if rule.voices and clause.predicate.voice not in rule.voices:
            return False
        if rule.not_before and any(p.lemma in rule.not_before for p in clause.follows[:1]):
            return False
        if rule.to_post is not None and rule.to_post != (self._posts.of(rule, clause) is not None):
            return False
        without, near = words
        return (not rule.nearby or any(word in near for word in rule.nearby)) and not any(word in without for word in rule.unless)

    def _tell(self, rule: Rule, clause: Clause, scene: Scene, roles: Filled, status: str) -> Iterator[Told | Happening]:
        filled = self._acting(rule, roles, scene)
        status, time = self._when.of(rule, clause, scene, status)
        amount = self._amounts.of(clause, scene) if rule.amount else None
        of_years = self._amounts.of_years(clause, scene) if amount else None
        amount, time = of_years or (amount, time)
        delayed = put_off(clause, self._grammar) is not None
        number = next(self._numbers) if rule.event else None
        told = False
        for telling in rule.tells:
            if telling.unless in filled or _is_with_others(telling, clause, filled):
                continue
            each = self._each_his_own(telling, clause, filled, scene)
            for subject, object_ in each or self._pairs(telling, filled):
                told = True
                yield Told(
                    rule,
                    telling.property,
                    subject.name,
                    object_.name,
                    scene.sentence,
                    _stands(telling, rule, status),
                    confidence=rule.confidence * min(subject.confidence, object_.confidence) * (QUOTED_FACTOR if clause.quoted else 1.0),
                    time=time,
                    # Where a thing is costs nothing: 300억원을 들여 대전에 공장을 짓는다.
                    amount=amount if telling.subject == rule.tells[0].subject and not (each and are_several(scene.sums, clause)) else None,
                    role=self._posts.of(rule, clause, subject, object_) or _office(rule, object_.name, scene),
                    speaker=self._speaker(clause),
                    trigger=_trigger(clause),
                    happening=number,
                    put_off=delayed,
                )
        if told and rule.event and number is not None:
            parts = tuple((role, f.name.key) for role, fillers in filled.items() for f in fillers)
            yield Happening(number, rule.event, parts, time, status)

    def _acting(self, rule: Rule, filled: Filled, scene: Scene) -> Filled:
        """The fillers, with the body in the place of a person who acts for it (what a firm's head made is the firm's)."""
        acting = {role.name: role for role in rule.roles if role.acts_for_body}
        return {
            name: tuple(filter(None, (self._for_body(acting[name], f, scene) for f in fillers))) if name in acting else fillers
            for name, fillers in filled.items()
        }

    def _for_body(self, role: Role, filler: Filler, scene: Scene) -> Filler | None:
        """The filler or the body for which it acts; None where the role takes no such body, or the text would not go on to speak of it."""
        body = scene.bodies.get(filler.name.key)
        if body is None:
            return filler
        elsewhere = not scene.sentence.start <= filler.name.start < scene.sentence.end
        classes = role.recalled if elsewhere and role.recalled else role.is_a
        fits = set(classes) <= {PERSON} or self._schema.is_any(body.type, classes)
        return Filler(body, filler.confidence * 0.9) if fits else None

    def _each_his_own(self, telling: Telling, clause: Clause, filled: Filled, scene: Scene) -> list[tuple[Filler, Filler]]:
        """Of as many as there are things the first with the first, where the clause says that each has his own: A와 B는 각각 X와 Y를.

        It may say so of when each is instead: A와 B는 X와 Y를 각각 5월과 6월에 공개한다.
        """
        if self._grammar.distributive.isdisjoint(clause.adverbs) or are_several(scene.times, clause):
            return []
        one, other = (sorted(filled.get(role, ()), key=lambda f: f.name.start) for role in (telling.subject, telling.object))
        return list(zip(one, other, strict=True)) if len(one) == len(other) > 1 and telling.subject != telling.object else []

    def _pairs(self, telling: Telling, filled: Filled) -> Iterator[tuple[Filler, Filler]]:
        subjects, objects = filled.get(telling.subject, ()), filled.get(telling.object, ())
        if not telling.among:
            yield from ((s, o) for s in subjects for o in objects if s.name.key != o.name.key)
            return
        if not telling.each and subjects and objects and telling.subject != telling.object:
            # Who joins hands with a third does so himself, and with none of his own side: A와 B가 C와 손을 잡았다. Of many with many
            # the first speaks.
            subjects = subjects if len(objects) == 1 else subjects[:1]
            yield from ((s, o) for s in subjects for o in objects if s.name.key != o.name.key)
            return
        party = list({f.name.key: f for f in (*subjects, *objects)}.values()) if subjects else []
        pairs = combinations(party, 2) if telling.each else ((party[0], other) for other in party[1:])
        yield from pairs

    def _speaker(self, clause: Clause) -> str | None:
        if clause.quoted:
            return self._who(clause.speaker)
        said = clause.predicate.ending == "quotative" and any(p.lemma in self._grammar.reporting for p in clause.follows)
        return self._who(clause.topic or clause.subject) if said else self._who(clause.speaker)

    def _who(self, phrase: Phrase | None) -> str | None:
        """Whom the phrase names; a thing says nothing, whatever is known from it: 전자공시시스템에 따르면."""
        name = phrase.names[0] if phrase and phrase.names else None
        return name.key if name and (not name.type or self._schema.is_a(name.type, AGENT)) else None


def _office(rule: Rule, body: Named, scene: Scene) -> str | None:
    """The post that is named with its body as what somebody had (KIST 연구원과 KAIST 교수를 거쳤다), else the role that the rule gives."""
    return (scene.offices.get(body.start) if rule.office else None) or rule.role or None


def _is_with_others(telling: Telling, clause: Clause, filled: Filled) -> bool:
    """Whether those who act do so with somebody whom no name tells, rather than with each other: A와 B는 관계 기관과 협력한다."""
    if not telling.among or telling.each or (telling.subject in filled and telling.object in filled):
        return False
    return any(p.case == "comitative" and not (p.names or p.inner) for p in clause.phrases)


def _shared_act(clause: Clause) -> Iterator[str]:
    """The act noun behind a clause that stands before it, which is a predicate of its own: KT와 진행 중인 로봇 실증."""
    if clause.predicate.ending == "adnominal":
        yield from (act.lemma for act in clause.follows[:1] if act.nominal)


def _stands(telling: Telling, rule: Rule, status: str) -> str:
    """The status that the telling gives; who has picked the firms of a programme carries it out, but not who is only about to."""
    done = rule.stative or telling.status != "ongoing" or status == "actual"
    return telling.status if telling.status and done else status


def _trigger(clause: Clause) -> Span | None:
    """The words of the predicate; what something is told to be in passing has none (X의 일환으로, ...)."""
    start, end = clause.predicate.start, clause.predicate.end
    return Span(start, end) if start < end else None
