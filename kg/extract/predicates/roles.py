"""Fill the roles of a rule from a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kg.extract.clauses.clause import Clause
from kg.extract.clauses.phrase import Phrase
from kg.extract.fitting import Filler, Fitting
from kg.extract.predicates.left_open import Around, LeftOpen
from kg.extract.predicates.voice import Voice, cases_of
from kg.ontology.frames import Role, Rule
from kg.ontology.grammar import Grammar
from kg.ontology.load import PERSON
from kg.ontology.schema import Schema

# What is said before an inner clause may belong to the outer one.
KEPT = frozenset({"locative"})
# So many people may share what the clause before them tells.
PAIR = 2


class Roles:
    """Fills roles with one schema and grammar."""

    def __init__(self, schema: Schema, grammar: Grammar) -> None:
        self._grammar = grammar
        self._fitting = Fitting(schema)
        self._voice = Voice(schema, grammar)
        self._left_open = LeftOpen(self._fitting, grammar)
        self._orders: dict[tuple[str, bool], list[Role]] = {}

    def fill(self, rule: Rule, clause: Clause, around: Around) -> dict[str, tuple[Filler, ...]] | None:
        """The fillers of each role, or None where a needed one is missing. No referent fills two roles."""
        filled: dict[str, tuple[Filler, ...]] = {}
        used: set[str] = set()
        gap = self._lacks_subject(rule, clause)
        # Of a clause without an object, what has a focus particle is that rather than the subject: 이어 LG전자도 방문했다.
        objectless = not clause.bare and not clause.has_object
        cases = cases_of(clause)
        for role in self._order(rule, objectless=objectless):
            found = tuple(f for f in self._from_clause(role, clause, cases, gap=gap) if f.name.key not in used)
            if found:
                filled[role.name] = found if role.many else found[-1:]
                used.update(f.name.key for f in filled[role.name])
        for role in rule.roles:
            if role.name not in filled:
                # A clause that stands before its own subject has none from elsewhere: 환경부는 대전에 있는 회의장에서 ...
                bound = gap and role.carried and clause.head is not None and ("head" in role.cases or self._are_guests(clause))
                others = () if bound else self._left_open.fillers(role, clause, around, used)
                found = tuple(f for f in others if f.name.key not in used)
                if found:
                    filled[role.name] = found
                    used.update(f.name.key for f in found)
                elif role.needed:
                    return None
        if any(len(filled.get(role.name, ())) < role.least for role in rule.roles):
            return None
        return filled

    def _order(self, rule: Rule, *, objectless: bool) -> list[Role]:
        """The roles in the order in which they are filled; worked out once for each rule."""
        key = rule.id, objectless
        if key not in self._orders:
            self._orders[key] = sorted(rule.roles, key=lambda r: (not r.words, objectless and "accusative" not in r.cases))
        return self._orders[key]

    def _are_guests(self, clause: Clause) -> bool:
        """Whether the clause tells who comes, which is told of the noun behind it: 산업부는 포럼에 참가할 기업을 모집한다."""
        return clause.predicate.lemma in self._grammar.guest_verbs

    def _lacks_subject(self, rule: Rule, clause: Clause) -> bool:
        """Whether the clause stands before the noun that is its subject: 배터리를 만드는 기업, 포럼에 참석한 기업, 자회사인 기업."""
        if clause.predicate.ending != "adnominal" or clause.predicate.voice == "passive":
            return False
        # Whoever stands before an object may be the subject of what is still to come: KIST가 인공지능을 실은 로봇을 공개했다.
        return clause.before_its_subject or not (clause.has_subject or any("accusative" in role.cases for role in rule.roles))

    def _from_clause(self, role: Role, clause: Clause, cases: Set[str], *, gap: bool) -> Iterator[Filler]:
        if gap and "nominative" in role.cases and role.head and clause.head:
            found = _of_whom(list(self._fitting.names(clause.head, role)))
            if found or not clause.before_its_subject:
                # Whoever is spoken of is not the subject: 산업부는 대전에 소재한 건물에서 ...
                yield from found
                return
        for case in role.cases:
            for phrase in reversed(list(self._voice.phrases(case, clause, known=bool(role.words)))) if case in cases else ():
                if not (role.owner or phrase in clause.phrases):
                    continue
                wider = self._fitting.wider(phrase, _before(phrase, clause), role) if role.wide else ()
                names = [*self._fitting.names(phrase, role), *wider]
                if names:
                    yield from names
                    return
        # What has a day of its own before a noun has none of the places before: 서울에서 포럼을 열고 [11월에 열릴] 박람회를 준비했다.
        apart = clause.predicate.ending == "adnominal" and any(p.is_time for p in clause.phrases)
        for case in KEPT.intersection(role.cases) if clause.before and role.owner and not apart else ():
            # A place or partner said before a clause inside the sentence (포항에서 포스코가 참석한 간담회를 열었다) is the main clause's.
            for phrase in reversed(clause.before):
                if phrase.case == case and (names := list(self._fitting.names(phrase, role))):
                    yield from names
                    return


def _of_whom(fillers: Sequence[Filler]) -> Sequence[Filler]:
    """Of whom a clause before a list of people tells: of the first alone, as lists of prizes mean it (A를 만든 김가람, 정하람)."""
    return fillers[:1] if len(fillers) > PAIR and all(f.name.type == PERSON for f in fillers) else fillers


def _before(phrase: Phrase, clause: Clause) -> Sequence[Phrase]:
    """The phrases of the clause before this one of its own."""
    return clause.phrases[: clause.phrases.index(phrase)] if phrase in clause.phrases else ()
