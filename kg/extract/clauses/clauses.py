"""Build clauses from a sentence's items: a predicate with its phrases, the noun it stands before, and the topic above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analyse.items import LEAD, SUBJECT, Adverb, Item, Predicate, Quotation
from kg.extract.clauses.ahead import (
    aimed,
    carried,
    is_act,
    is_of_way,
    is_told,
    later_subject,
    leads_to,
    plainly,
    purpose_behind,
    twin_of,
    waiting,
)
from kg.extract.clauses.cases import made_by_noun
from kg.extract.clauses.clause import ASIDE, BY, CONTENT, INSIDE, MEETING, Clause
from kg.extract.clauses.gaps import earlier_parts, gaps, is_parted
from kg.extract.clauses.heads import Heads
from kg.extract.clauses.lists import Lists
from kg.extract.clauses.phrase import Phrase, named_in
from kg.extract.clauses.state import State
from kg.find.telling import THINGS
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, PERSON
from kg.refer import Named

# How far a verb begins behind the noun before it at most, the particle and a space between them.
_BESIDE, _SPACE = 3, 1
# The cases of where something is done.
_WHERE = frozenset({"locative", "dative", MEETING})
# The links of a clause that tells by what means: 활용해.
_BY_WHICH = frozenset({"어", "아", "여"})


class Clauses:
    """Builds clauses with one grammar."""

    def __init__(self, grammar: Grammar, kinds: dict[str, str], founding: frozenset[str]) -> None:
        self._grammar = grammar
        self._lists = Lists(grammar, kinds, founding)
        self._heads = Heads(grammar, self._lists)

    def build(self, items: Sequence[Item], names: Sequence[Named]) -> list[Clause]:
        """The clauses in the order of their predicates; ``names`` are the named spans of the sentence."""
        return list(self._walk(self._said(items, names), names, quoted=False))

    def _said(self, items: Sequence[Item], names: Sequence[Named]) -> list[Phrase | Predicate | Quotation | Adverb]:
        return plainly(self._lists.phrases(items, names), self._grammar)

    def _walk(self, parts: Sequence[Phrase | Predicate | Quotation | Adverb], names: Sequence[Named], *, quoted: bool) -> Iterator[Clause]:
        state, aims = State(), self._grammar.purposes
        # What is listed before 위해 is an aim as the last of the list is: 공장 건설, 칩 개발을 위해.
        parts = [p._replace(ending="purpose") if is_act(p) and aimed(p, parts[at + 1 :], aims) else p for at, p in enumerate(parts)]
        main = [p for p in parts if isinstance(p, Predicate) and p.ending != "adnominal"]
        for at, part in enumerate(parts):
            if isinstance(part, Phrase):
                if state.topic and part.case in ASIDE and (part.names or part.inner) and part.chunks[-1].joined == ",":
                    # What a thing is, told in passing: 두루는 KIST가 만든 휴머노이드로, 창고에서 일한다.
                    being = Predicate(part.end, part.end, self._grammar.copula, "active", "connective", "", "")
                    yield Clause(being, (), part, None, state.topic, state.subject, quoted=quoted)
                self._take(part, state)
            elif isinstance(part, Adverb):
                state.say(part, self._grammar.with_words)
            elif isinstance(part, Quotation):
                speaker = state.topic or state.subject or later_subject(parts[at + 1 :])
                inner = self._walk(self._said(part.items, names), names, quoted=True)
                yield from (clause._replace(speaker=speaker) for clause in inner)
            else:
                purpose = purpose_behind(part, parts[at + 1 :], aims)
                twin = twin_of(part, parts[at + 1 :])
                if purpose is None and twin is None:
                    yield from self._each(part, parts[at + 1 :], state, main, quoted)
                elif purpose is None and twin:
                    # In 심의·의결했다 two acts share all that stands before them, and what the second's endings say.
                    shared = list(state.pending), set(state.adverbs)
                    # What the second denies it says of the first: 수출 금지됐다.
                    tail = f"{self._grammar.negative_nouns[0]}/NNG {twin.tail}" if self._grammar.denies(twin.lemma) else twin.tail
                    alike = part._replace(voice=twin.voice, ending=twin.ending, link=twin.link, tail=tail)
                    yield self._clause(alike, parts[at + 2 :], state, main, quoted)
                    state.pending, state.adverbs = shared
                elif purpose:
                    yield self._aim(part, purpose, parts[at + 2 :], state, (main, quoted))

    def _each(
        self, predicate: Predicate, rest: Sequence[object], state: State, main: Sequence[Predicate], quoted: bool
    ) -> Iterator[Clause]:
        """The clause of the predicate, and one for each other subject with an object of its own: A가 칩을, B가 로봇을 납품한다."""
        found = gaps(state.pending)
        if found is None or (predicate.ending == "adnominal" and earlier_parts(state.pending)):
            yield self._clause(predicate, rest, state, main, quoted)
            return
        state.pending = [*found.shared, *found.last]
        clause = self._clause(predicate, rest, state, main, quoted)
        for own in found.earlier:
            said = tuple(p for p in (*found.shared, *own, *found.behind) if p.case != "topic")
            topic = own[0] if own[0].case == "topic" else clause.topic
            yield clause._replace(phrases=said, bare=None, topic=topic, subject=own[0] if own[0].case in SUBJECT else clause.subject)
        yield clause

    def _aim(
        self, predicate: Predicate, purpose: Predicate, rest: Sequence[object], state: State, around: tuple[Sequence[Predicate], bool]
    ) -> Clause:
        """The clause of what somebody does something for, which is not told as done; with the noun behind 위한 for which it is said.

        ``around`` are the main predicates of the sentence and whether it is quoted.
        """
        clause = self._clause(predicate._replace(ending="purpose"), rest, state, *around)
        state.around = named_in(p for p in clause.phrases if p.case == "accusative")
        if purpose.ending == "connective":
            case = self._grammar.case_of_verb.get(purpose.lemma, "")
            state.pending.extend(p._replace(case=case) for p in clause.phrases if p.case == "accusative")
        head = self._heads.head(rest) if purpose.ending == "adnominal" else None
        if head and not self._grammar.with_words.isdisjoint(head.words):
            # With whom one does something is whom one agrees with on it: B와 로봇을 보급하기 위한 협약을 맺었다.
            state.pending.extend(p for p in clause.phrases if p.case == "comitative" and p.names)
        return clause._replace(head=head)

    def _take(self, phrase: Phrase, state: State) -> None:
        if state.around:
            phrase, state.around = phrase._replace(around=state.around), ()
        if phrase.case == LEAD:
            phrase = phrase._replace(case="topic" if phrase.names and self._lists.kind(phrase.names[0]) == AGENT else "")
        before = state.pending[-1] if state.pending else state.passed[-1] if state.passed else None
        made = made_by_noun(phrase, before, state.called, self._grammar)
        if made:
            if state.pending and state.pending[-1].case == "accusative":
                state.pending.pop()
            state.pending.append(made)
            return
        if phrase.case in {"topic", "nominative"} and len(phrase.words) == 1 and phrase.words <= self._grammar.anaphoric_subjects:
            state.anaphor = not phrase.words <= self._grammar.pronouns
            state.pronoun = not state.anaphor
            return
        if phrase.case == "topic" and not phrase.is_time:
            state.topic = phrase
            state.subject = phrase
            # What is dated before the topic is named is the whole sentence's: 지난해 정부는 ...
            state.times.extend(p for p in state.pending if p.is_time)
        behind = state.pending and state.pending[-1].case in SUBJECT
        if phrase.is_time and state.pending and is_parted(state.pending[-1]):
            # 12일에는 로봇을, 13일에는 드론을 공개했다.
            state.pending.append(phrase)
            return
        if phrase.is_time and (behind or phrase.chunks[-1].particle.endswith(self._grammar.topic_marks)):
            # What is dated right behind the topic, or is one itself, holds for the whole sentence: 산업부는 13일 ... 연 행사에서 ...;
            # 내년에는 소리를 듣는 로봇을 내놓는다.
            state.times.append(phrase)
            return
        if state.is_together(phrase, self._grammar.with_words):
            state.together = state.pending[-1]
        state.pending.append(phrase)

    def _clause(self, predicate: Predicate, rest: Sequence[object], state: State, main: Sequence[Predicate], quoted: bool) -> Clause:
        if predicate.lemma in self._grammar.postpositions and not self._has_object(predicate, state):
            return self._postposition(predicate, rest, state, (main, quoted))
        if predicate.lemma == self._grammar.copula and predicate.ending == "adnominal":
            return self._being(predicate, rest, state, quoted)
        held = self._with_others(predicate, main, state) or self._held(predicate, state.pending, rest)
        together = state.adverbs & self._grammar.with_words if state.together in held else frozenset()
        pending = [p for p in state.pending if p.case != "topic" and p not in held]
        bare = _bare(predicate, state.pending[-1:])
        nominative = next((p for p in reversed(pending) if p.case == "nominative"), None)
        told_of = self._heads.content(predicate, rest)
        clause = Clause(
            predicate._replace(ending=CONTENT, link=told_of) if told_of else predicate,
            tuple(p for p in pending if p is not bare),
            bare,
            self._head(predicate, rest, state.topic, told_of),
            self._topic(predicate, main, state),
            state.subject,
            quoted=quoted,
            adverbs=frozenset(state.adverbs - together),
            follows=(*leads_to(predicate, rest), *(p for p in main if p.start > predicate.start)),
            before=tuple(state.passed),
            times=tuple(state.times),
            speaker=state.source,
            anaphor=state.anaphor,
            pronoun=state.pronoun,
            object=state.object,
            partner=state.partner,
            way=is_of_way(predicate, rest, self._grammar.ways, self._grammar.postpositions),
        )
        if predicate.ending == "connective" and predicate.link in self._grammar.own_subjects:
            state.leave(pending, nominative, guests=predicate.lemma in self._grammar.guest_verbs)
            return clause
        state.carry(clause, pending, nominative, self._grammar.topic_marks)
        self._pass_on(clause, rest, state)
        left = [p for p in waiting(predicate, pending, rest) or self._beyond(predicate, pending) if not self._is_inner(p, clause, main)]
        state.pending = [*held, *left]
        state.adverbs &= self._lasting(left) | together
        return clause

    def _pass_on(self, clause: Clause, rest: Sequence[object], state: State) -> None:
        """Keep what later clauses may look back at; with whom one acts together one signs with others: B와 함께 찾아 협약을 맺었다."""
        if state.partner and not self._keeps_partner(clause, state.partner):
            state.partner = None
        if clause.predicate.lemma in self._grammar.using and clause.predicate.link in _BY_WHICH:
            # By what means something is done is no object of that: KT는 칩을 활용해 이를 개발했다.
            state.object = None if clause.has_subject else clause.object
        if clause.predicate.lemma not in self._grammar.reporting:
            state.passed.extend(self._passed(clause.predicate, rest, state))
        self._leave_times(clause.predicate, rest, state)

    def _keeps_partner(self, clause: Clause, partner: Phrase) -> bool:
        """Whether the clause goes on with the partner before it, or it meets, talks or works with one: not B와 다투며 협약을 맺었다."""
        words, lemma = self._grammar.with_words, clause.predicate.lemma
        if not words.isdisjoint(clause.adverbs):
            return False
        # What one agrees to do with another is for both: A는 B와 로봇을 만들기로 하고 협약을 맺었다.
        if partner is clause.partner or lemma in self._grammar.working or "/ETN" in clause.predicate.tail:
            return True
        objects = (p for p in clause.phrases if p.case == "accusative")
        shared = lemma in self._grammar.joining and any(p.said.endswith(tuple(words)) for p in objects)
        return shared or not words.isdisjoint({lemma.removesuffix(self._grammar.do), lemma[:-1]})

    def _passed(self, predicate: Predicate, rest: Sequence[object], state: State) -> Sequence[Phrase]:
        """What later clauses may look back at: of one before a noun that tells of guests not these (가온이 참석한 포럼을 열었다).

        Nor who acts there alone, since the noun is the subject of what follows: [가온이 세운] 회사는 공장을 짓는다.
        Where the sentence has a topic, what stands behind the subject of such a clause is of it alone: 그건 [가온이 서울에서 연] A의 ...
        """
        if predicate.ending != "adnominal":
            return state.pending
        own = next((at for at, p in enumerate(state.pending) if p.case == "nominative" and not p.is_time), None)
        if own is None:
            return state.pending
        said = state.pending[: own + 1] if state.topic else state.pending
        acts_there = bool(rest) and isinstance(rest[0], Phrase) and rest[0].case in SUBJECT
        return [p for p in said if p.case != "nominative"] if acts_there or predicate.lemma in self._grammar.guest_verbs else said

    def _head(self, predicate: Predicate, rest: Sequence[object], topic: Phrase | None, content: str) -> Phrase | None:
        """The noun behind a clause before one, or the topic where that noun only says what it is, but where ``content`` is told of it."""
        if predicate.ending != "adnominal":
            return None
        head = self._heads.head(rest, happens=self._said_as(predicate) in self._grammar.happening)
        return head if content else self._heads.equated(head, rest, topic)

    def _beyond(self, predicate: Predicate, pending: Sequence[Phrase]) -> list[Phrase]:
        """Who acts behind a clause before a noun that tells of things alone: KIST가 사람처럼 걷는 로봇을, AI가 탑재된 로봇을 공개했다."""
        if predicate.ending != "adnominal" or self._said_as(predicate) not in self._grammar.without_agent:
            return []
        return [p for p in pending[:-1] if p.case == "nominative" and p.names and self._lists.kind(p.names[0]) == AGENT]

    def _said_as(self, predicate: Predicate) -> str:
        """The verb as it is said, in the passive too: 탑재되다."""
        passive = _undergoes(predicate) and predicate.lemma.endswith(self._grammar.do)
        return self._grammar.undergone(predicate.lemma) if passive else predicate.lemma

    def _is_inner(self, phrase: Phrase, clause: Clause, main: Sequence[Predicate]) -> bool:
        """Whether who acts in a clause before a noun does so there alone, since the topic acts: A는 [B가 정보를 제공한] 날에 ...

        A topic that only tells of it does not: A는 B가 [사람처럼 걷는] 로봇을 개발했다고 밝혔다.
        """
        if clause.predicate.ending not in {"adnominal", CONTENT} or phrase.case != "nominative":
            return False
        if any(p.ending == "quotative" and p.start > clause.predicate.start for p in main):
            return False
        acting = [p.names[0].type for p in (phrase, clause.topic) if p and p.names and self._lists.kind(p.names[0]) == AGENT]
        return len(acting) == 2 and acting[0] != PERSON

    def _lasting(self, left: Sequence[Phrase]) -> frozenset[str]:
        """The adverbs that wait with what is left for the next predicate: 함께 of a partner."""
        return self._grammar.with_words if any(p.case == "comitative" for p in left) else frozenset()

    def _topic(self, predicate: Predicate, main: Sequence[Predicate], state: State) -> Phrase | None:
        """The topic, unless it only reports what somebody else did: 산업부는 이 장관이 KIST를 찾아 연구진을 만났다고 밝혔다."""
        subject = state.subject
        if subject is None or subject is state.topic or subject.case != "nominative" or not subject.names:
            return state.topic
        later = [p for p in main if p.start >= predicate.start]
        reported = any(p.ending == "quotative" for p in later[:-1]) and later[-1].lemma in self._grammar.reporting
        return None if reported else state.topic

    def _held(self, predicate: Predicate, pending: Sequence[Phrase], rest: Sequence[object]) -> list[Phrase]:
        """What a clause inside the sentence leaves to the main one: 행사에는 [칩을 만드는] 가온이 참석했다."""
        if predicate.ending not in {"adnominal", "purpose"}:
            return []
        marks, earlier = self._grammar.topic_marks, max(len(earlier_parts(pending)), self._outer(predicate, pending))
        said = (p for p in pending[earlier:-1] if p.case and p.case != "nominative" and not p.is_time)
        outer = _outer_object(predicate, pending[earlier:], rest)
        return [*pending[:earlier], *(p for p in said if p.case == "topic" or p is outer or p.chunks[-1].particle.endswith(marks))]

    def _with_others(self, predicate: Predicate, main: Sequence[Predicate], state: State) -> list[Phrase]:
        """Who acts with whom in the main clause, where another acts in that before a noun: KT는 A와 함께 [기업이 쓰는] 로봇을 만들었다.

        Not where only is said what something is (KT는 A와 함께 [B가 세운] 회사다), nor beside what something is done: 공유와 함께.
        """
        pending, following = state.pending, next((p for p in main if p.start > predicate.start), None)
        at = pending.index(state.together) if state.together in pending else len(pending)
        if predicate.ending != "adnominal" or following is None or following.lemma == self._grammar.copula:
            return []
        acting = [state.topic, *(p for p in pending[:at] if p.case == "nominative")]
        if not (self._acts(state.together) and any(map(self._acts, acting))):
            return []
        at += 2 if pending[at + 1 : at + 2] and state.is_together(pending[at + 1], self._grammar.with_words) else 1
        return pending[:at] if any(p.case == "nominative" and not p.is_time for p in pending[at:]) else []

    def _acts(self, phrase: Phrase | None) -> bool:
        """Whether the phrase names somebody who may act."""
        return phrase is not None and bool(phrase.names) and self._lists.kind(phrase.names[0]) == AGENT

    def _outer(self, predicate: Predicate, pending: Sequence[Phrase]) -> int:
        """How much of what was said is not of a clause inside: its verb takes no object, or has another.

        두루를 [12일 열린] 포럼에서, A와 [대전에 있는] 본원에서, 포럼을 [최근 문을 연] 호텔에서. What stands right before the verb is
        its own, and so may a partner be where the verb tells more than where or when: KT와 5G로 연동되는 로봇.
        """
        # In 교류를 목표로 it is the aim's.
        behind = [*(p.case for p in pending[1:]), ""]
        objects = [at for at, p in enumerate(pending) if p.case == "accusative" and behind[at] not in ASIDE]
        said = self._said_as(predicate)
        where = said in self._grammar.intransitive
        if predicate.ending != "adnominal" or not (_undergoes(predicate) or said in self._grammar.without_object):
            return objects[-2] + 1 if len(objects) > 1 else 0
        partners = [at for at, p in enumerate(pending) if where and p.case == "comitative" and p.names]
        return max((at for at in (*objects, *partners) if at < len(pending) - 1), default=-1) + 1

    def _has_object(self, predicate: Predicate, state: State) -> bool:
        """Whether the verb is one in its own right here: AI에 초점을 맞춘, not 시대에 맞춘."""
        return predicate.lemma in self._grammar.with_object and bool(state.pending) and state.pending[-1].case == "accusative"

    def _postposition(self, predicate: Predicate, rest: Sequence[object], state: State, ahead: tuple[Sequence[Predicate], bool]) -> Clause:
        """A clause of the phrase right before alone; what stands further left waits for a real predicate, on which it hangs."""
        main, quoted = ahead
        elsewhere = predicate.lemma in self._grammar.other_times and self._is_time_before(predicate, state)
        left = state.times if elsewhere else state.pending
        own = (left.pop(),) if left else ()
        if predicate.lemma in self._grammar.according and predicate.link in self._grammar.according_links and own:
            # What is told according to somebody is his word for the rest of the sentence.
            state.source = own[0]
        elif predicate.lemma in self._grammar.passive_agents and predicate.ending == "connective" and own:
            state.pending.append(own[0]._replace(case=BY))
        elif own and (case := self._made_case(predicate, rest)):
            state.pending.append(own[0]._replace(case=case))
        head = self._heads.head(rest) if predicate.ending == "adnominal" else None
        if head and own:
            state.around = named_in(own)
        follows = (*leads_to(predicate, rest), *(p for p in main if p.start > predicate.start))
        return Clause(predicate, own, None, head, state.topic, state.subject, quoted=quoted, follows=follows)

    def _is_time_before(self, predicate: Predicate, state: State) -> bool:
        """Whether the time of the sentence stands right before the verb."""
        return bool(state.times) and state.times[-1].case == "dative" and predicate.start - state.times[-1].end <= _BESIDE

    def _leave_times(self, predicate: Predicate, rest: Sequence[object], state: State) -> None:
        """Leave to later clauses the times that hold for them, too: not one that a verb before a thing has for itself.

        정부는 [이날 논의된] 방안을 확정할 계획이다. When one meets is when one does what is done there: KT는 [이날 열린] 회의에서 두루를
        공개했다.
        """
        if predicate.ending in {"connective", "final"} and predicate.lemma not in self._grammar.reporting:
            state.times.extend(p._replace(case=INSIDE) for p in state.pending if p.is_time)
        if predicate.ending != "adnominal" or not state.times or not 0 <= predicate.start - state.times[-1].end <= _SPACE:
            return
        head = None if self._said_as(predicate) in self._grammar.intransitive else self._heads.head(rest)
        if head is not None and head.case not in _WHERE:
            state.times.pop()

    def _made_case(self, predicate: Predicate, rest: Sequence[object]) -> str:
        """The case that the verb makes of what stands before it; of what an act is about, its object: AI에 대한 투자를 확대한다."""
        made = self._grammar.case_of_verb.get(predicate.lemma, "")
        if predicate.ending == "adnominal":
            return "accusative" if predicate.lemma in self._grammar.objective and is_told(rest) else made if carried(rest) else ""
        # A particle may stand behind it: 로봇에 대해서도 논의했다.
        return made if predicate.ending == "connective" or "/EC" in predicate.tail else ""

    def _being(self, predicate: Predicate, rest: Sequence[object], state: State, quoted: bool) -> Clause:
        """A clause of the noun right before, which says what the next one is; the rest waits: A를 자회사인 B로 통합했다."""
        bare = state.called = state.pending.pop() if state.pending and not state.pending[-1].case else None
        own = (state.pending.pop(),) if state.pending and state.pending[-1].case == "nominative" else ()
        head = self._heads.equated(self._heads.head(rest), rest, state.topic)
        return Clause(predicate, own, bare, head, state.topic, state.subject, quoted=quoted)


def _undergoes(predicate: Predicate) -> bool:
    """Whether it is told of what something is done to: 탑재된, not of who gets something: 칩을 공급받은."""
    return predicate.voice == "passive" and not predicate.receiving


def _bare(predicate: Predicate, last: Sequence[Phrase]) -> Phrase | None:
    """The noun without particle right before a predicate; 'X의 개발' stands to its act as 'X 개발' does."""
    loose = {"", "genitive"} if predicate.nominal else {""}
    return next((p for p in last if p.case in loose and not p.is_time and p.end <= predicate.start), None)


def _outer_object(predicate: Predicate, pending: Sequence[Phrase], rest: Sequence[object]) -> Phrase | None:
    """The object before the subject of a clause whose own is the thing behind it, or None: 로봇을 [KT가 만든] 드론과 전시했다."""
    named = rest and isinstance(rest[0], Phrase) and any(n.type in THINGS for n in rest[0].names)
    if predicate.ending != "adnominal" or not named or len(pending) < 2 or pending[-1].case != "nominative":
        return None
    return pending[-2] if pending[-2].case == "accusative" else None
