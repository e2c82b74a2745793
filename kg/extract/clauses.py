"""Build clauses from a sentence's items: a predicate with its phrases, the noun it stands before, and the topic above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from kg.analyse.phrases import SUBJECT, TIME, Adverb, Chunk, Item, Predicate, Quotation
from kg.extract.ahead import aimed, headline, is_act, is_told, later_subject, twin_of
from kg.extract.examples import lent
from kg.extract.phrase import Phrase
from kg.find.cues import DEFINITE
from kg.ontology.language import Grammar
from kg.ontology.load import TECHNOLOGY
from kg.refer import Named

NAMED = "NNP"
# What something is, told in passing: 두루는 KIST가 만든 로봇으로, ...
ASIDE = frozenset({"instrumental", "essive"})
LASTING = frozenset({"nominative", "title", "locative"})
# The case of him by whom a passive act is done (에 의해).
BY = "by"
# An unnamed member ends a list of names only if it is short: A, B 등 관계자가.
FEW = 4


class Clause(NamedTuple):
    """A predicate and what belongs to it.

    ``subject`` is what the clauses before it in the sentence spoke of, ``speaker`` who says it, ``before`` what was said earlier
    in the sentence, ``times`` the times among it that hold for what follows. ``anaphor``: its subject is a word such as 연구진.
    ``object`` is that of the clause which this one carries on.
    """

    predicate: Predicate
    phrases: tuple[Phrase, ...]
    bare: Phrase | None
    head: Phrase | None
    topic: Phrase | None
    subject: Phrase | None
    speaker: Phrase | None = None
    quoted: bool = False
    adverbs: frozenset[str] = frozenset()
    follows: tuple[Predicate, ...] = ()
    before: tuple[Phrase, ...] = ()
    times: tuple[Phrase, ...] = ()
    anaphor: bool = False
    object: Phrase | None = None

    @property
    def has_subject(self) -> bool:
        """Whether it has a subject of its own, named or not."""
        return any(p.case == "nominative" and not p.is_time for p in self.phrases)


@dataclass
class _State:
    """What a walk over the items has open."""

    pending: list[Phrase] = field(default_factory=list)
    adverbs: set[str] = field(default_factory=set)
    topic: Phrase | None = None
    subject: Phrase | None = None
    passed: list[Phrase] = field(default_factory=list)
    times: list[Phrase] = field(default_factory=list)
    source: Phrase | None = None
    anaphor: bool = False
    object: Phrase | None = None


class Clauses:
    """Builds clauses with one grammar."""

    def __init__(self, grammar: Grammar, kinds: dict[str, str]) -> None:
        self._grammar = grammar
        self._kinds = kinds

    def build(self, items: Sequence[Item], names: Sequence[Named]) -> list[Clause]:
        """The clauses in the order of their predicates; ``names`` are the named spans of the sentence."""
        return list(self._walk(self._phrases(items, names), names, quoted=False))

    def _walk(self, parts: Sequence[Phrase | Predicate | Quotation | Adverb], names: Sequence[Named], *, quoted: bool) -> Iterator[Clause]:
        state, aims = _State(), self._grammar.purposes
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
                state.adverbs.add(part.form)
            elif isinstance(part, Quotation):
                speaker = state.topic or state.subject or later_subject(parts[at + 1 :])
                inner = self._walk(self._phrases(part.items, names), names, quoted=True)
                yield from (clause._replace(speaker=speaker) for clause in inner)
            else:
                purpose = self._purpose(part, parts[at + 1 :])
                twin = twin_of(part, parts[at + 1 :])
                if purpose is None and twin is None:
                    yield self._clause(part, parts[at + 1 :], state, main, quoted)
                elif purpose is None and twin:
                    # In 심의·의결했다 two acts share all that stands before them, and what the second's endings say.
                    shared = list(state.pending), set(state.adverbs)
                    alike = part._replace(voice=twin.voice, ending=twin.ending, link=twin.link, tail=twin.tail)
                    yield self._clause(alike, parts[at + 2 :], state, main, quoted)
                    state.pending, state.adverbs = shared
                elif purpose:
                    # What somebody does something for is not told as done: its predicate is a purpose, of the noun behind 위한.
                    clause = self._clause(part._replace(ending="purpose"), parts[at + 2 :], state, main, quoted)
                    yield clause._replace(head=self._head(parts[at + 2 :]) if purpose.ending == "adnominal" else None)
                    if purpose.ending == "connective":
                        case = self._grammar.case_of_verb.get(purpose.lemma, "")
                        state.pending.extend(p._replace(case=case) for p in clause.phrases if p.case == "accusative")

    def _purpose(self, predicate: Predicate, rest: Sequence[object]) -> Predicate | None:
        """The verb of purpose that follows a nominal ending: 육성하기 위한, 개발하기 위해."""
        following = rest[0] if rest else None
        found = predicate.ending == "nominal" and isinstance(following, Predicate) and following.lemma in self._grammar.purposes
        return following if found and isinstance(following, Predicate) else None

    def _take(self, phrase: Phrase, state: _State) -> None:
        made = self._grammar.case_of_noun.get(phrase.said, "") if phrase.case == "instrumental" else ""
        if made and state.pending and state.pending[-1].case == "accusative":
            # Its own word stays within, for frames that ask for it.
            state.pending[-1] = state.pending[-1]._replace(chunks=(*state.pending[-1].chunks, *phrase.chunks), case=made)
            return
        if phrase.case in {"topic", "nominative"} and len(phrase.words) == 1 and phrase.words <= self._grammar.anaphoric_subjects:
            state.anaphor = True
            return
        if phrase.case == "topic" and not phrase.is_time:
            state.topic = phrase
            state.subject = phrase
            # What is dated before the topic is named is the whole sentence's: 지난해 정부는 ...
            state.times.extend(p for p in state.pending if p.is_time)
        if phrase.is_time and state.pending and state.pending[-1].case in SUBJECT:
            # What is dated right behind the topic holds for the whole sentence: 산업부는 13일 ... 연 행사에서 ...
            state.times.append(phrase)
            return
        state.pending.append(phrase)

    def _clause(self, predicate: Predicate, rest: Sequence[object], state: _State, main: Sequence[Predicate], quoted: bool) -> Clause:
        if predicate.lemma in self._grammar.postpositions:
            return self._postposition(predicate, rest, state, quoted)
        if predicate.lemma == self._grammar.copula and predicate.ending == "adnominal":
            return self._being(predicate, rest, state, quoted)
        pending = [p for p in state.pending if p.case != "topic"]
        last = state.pending[-1] if state.pending else None
        # 'X의 개발' stands to its act as 'X 개발' does.
        loose = {"", "genitive"} if predicate.nominal else {""}
        bare = last if last and last.case in loose and not last.is_time and last.end <= predicate.start else None
        nominative = next((p for p in reversed(pending) if p.case == "nominative"), None)
        head = self._equated(self._head(rest), rest, state.topic) if predicate.ending == "adnominal" else None
        clause = Clause(
            predicate,
            tuple(p for p in pending if p is not bare),
            bare,
            head,
            state.topic,
            state.subject,
            quoted=quoted,
            adverbs=frozenset(state.adverbs),
            follows=tuple(p for p in main if p.start > predicate.start),
            before=tuple(state.passed),
            times=tuple(state.times),
            speaker=state.source,
            anaphor=state.anaphor,
            object=state.object,
        )
        if predicate.ending == "connective" and predicate.link in self._grammar.own_subjects:
            # What somebody else is to do tells nothing of who acts in the clause above it: 정부는 기업이 성장하도록 돕는다.
            at = pending.index(nominative) if nominative else len(pending)
            state.passed.extend(p for p in state.pending if p.case != "nominative")
            state.pending = pending[:at] if nominative else []
            state.adverbs.clear()
            return clause
        if predicate.ending != "adnominal":
            state.subject = nominative or state.topic or state.subject
            own = next((p for p in reversed(pending) if p.case == "accusative"), None if nominative else state.object)
            state.object = own if predicate.ending == "connective" and predicate.tail.endswith("/EC") else None
        if predicate.lemma not in self._grammar.reporting:
            state.passed.extend(state.pending)
            if predicate.ending in {"connective", "final"}:
                state.times.extend(p for p in state.pending if p.is_time)
        state.pending = _waiting(predicate, pending)
        state.adverbs.clear()
        return clause

    def _postposition(self, predicate: Predicate, rest: Sequence[object], state: _State, quoted: bool) -> Clause:
        """A clause of the phrase right before alone; what stands further left waits for a real predicate."""
        own = (state.pending.pop(),) if state.pending else ()
        if predicate.lemma in self._grammar.according and predicate.link in self._grammar.according_links and own:
            # What is told according to somebody is his word for the rest of the sentence.
            state.source = own[0]
        elif predicate.lemma in self._grammar.passive_agents and predicate.ending == "connective" and own:
            state.pending.append(own[0]._replace(case=BY))
        elif predicate.lemma in self._grammar.case_of_verb and predicate.ending == "connective" and own:
            state.pending.append(own[0]._replace(case=self._grammar.case_of_verb[predicate.lemma]))
        head = self._head(rest) if predicate.ending == "adnominal" else None
        if own and predicate.ending == "adnominal" and predicate.lemma in self._grammar.objective and is_told(rest):
            # What an act is about is its object: AI에 대한 투자를 확대한다.
            state.pending.append(own[0]._replace(case="accusative"))
        return Clause(predicate, own, None, head, state.topic, state.subject, quoted=quoted)

    def _being(self, predicate: Predicate, rest: Sequence[object], state: _State, quoted: bool) -> Clause:
        """A clause of the noun right before, which says what the next one is; the rest waits: A를 자회사인 B로 통합했다."""
        bare = state.pending.pop() if state.pending and not state.pending[-1].case else None
        own = (state.pending.pop(),) if state.pending and state.pending[-1].case == "nominative" else ()
        head = self._equated(self._head(rest), rest, state.topic)
        return Clause(predicate, own, bare, head, state.topic, state.subject, quoted=quoted)

    def _head(self, rest: Sequence[object]) -> Phrase | None:
        """The noun that an adnominal predicate stands before: of A의 B it is A."""
        if not rest or not isinstance(rest[0], Phrase):
            return None
        phrase = rest[0]
        modified = next((at for at, c in enumerate(phrase.chunks) if at and any(c.start <= n.start < c.end for n in phrase.inner)), None)
        if modified:
            # In 'X가 만든 A와 Y의 B' the clause tells of A alone.
            chunks = phrase.chunks[:modified]
            return Phrase(chunks, "", *(tuple(n for n in found if n.start < chunks[-1].end) for found in (phrase.names, phrase.inner)))
        owner = next((at for at, chunk in enumerate(phrase.chunks) if chunk.case == "genitive"), None)
        if owner is None or owner + 1 == len(phrase.chunks):
            return phrase
        chunks = phrase.chunks[: owner + 1]
        names = tuple(n for n in sorted((*phrase.names, *phrase.inner), key=lambda n: n.start) if n.start < chunks[-1].end)
        heads = tuple(n for n in names if any(c.start <= n.start < c.end and self._heads(c, n) for c in chunks))
        return Phrase(chunks, "", heads, tuple(n for n in names if n not in heads))

    def _equated(self, head: Phrase | None, rest: Sequence[object], topic: Phrase | None) -> Phrase | None:
        """The noun behind a clause, which is what the topic names where it only says what that is: 두루는 KIST가 만든 로봇이다."""
        if head is None or topic is None or not topic.names or self._kind(topic.names[0]) == "agent":
            return head
        following = rest[1] if len(rest) > 1 else None
        copular = isinstance(following, Predicate) and following.lemma == self._grammar.copula
        aside = head.case in ASIDE and head.chunks[-1].joined == ","
        # A name in quotation marks, or behind 이 로봇은, is what it is about itself.
        proper = any(chunk.quoted for chunk in head.chunks) or topic.names[0].how == DEFINITE
        told = (copular or aside) and (not proper or all(n.type == TECHNOLOGY for n in head.names))
        return Phrase(head.chunks, head.case, topic.names, ()) if told else head

    def _phrases(self, items: Sequence[Item], names: Sequence[Named]) -> list[Phrase | Predicate | Quotation | Adverb]:
        """Items with the chunks of one list put together."""
        out: list[Phrase | Predicate | Quotation | Adverb] = []
        group: list[Chunk] = []
        items = lent(items, names, self._grammar, self._kind)
        for at, item in enumerate(items):
            if isinstance(item, Chunk):
                group.append(item)
                following = items[at + 1] if at + 1 < len(items) else None
                if not (isinstance(following, Chunk) and self._joins(group, following, items[at + 2 :], names)):
                    out.append(self._close(group, names))
                    group = []
            elif (
                isinstance(item, Predicate)
                and item.lemma in self._grammar.list_openers
                and out
                and isinstance(out[-1], Phrase)
                and not group
            ):
                group = [*out.pop().chunks]  # type: ignore[union-attr]
            else:
                if group:
                    out.append(self._close(group, names))
                    group = []
                out.append(item)
        if group:
            out.append(self._close(group, names))
        return out

    def _close(self, group: list[Chunk], names: Sequence[Named]) -> Phrase:
        """The phrase that the chunks make; most name nothing."""
        for chunk in group:
            for name in names:
                if chunk.start <= name.start < chunk.end:
                    return self._naming(group, names)
        return Phrase(tuple(group), group[-1].case, (), ())

    def _naming(self, group: list[Chunk], names: Sequence[Named]) -> Phrase:
        heads: list[Named] = []
        inner: list[Named] = []
        owned = self._owned(group, names)
        for at, chunk in enumerate(group):
            inside = [n for n in names if chunk.start <= n.start < chunk.end]
            last = self._name_in(chunk, inside)
            if last and self._heads(chunk, last) and at not in owned:
                behind = inside.index(last) + 1
                count = self._hyphened(inside[:behind])
                heads.extend(inside[behind - count : behind])
                inner.extend((*inside[: behind - count], *inside[behind:]))
            else:
                inner.extend(inside)
        case = group[-1].case
        jointly = case == "instrumental" and group[-1].words[-1].form in self._grammar.joint_nouns
        if (jointly or (not case and group[-1].joined)) and heads and self._kind(heads[0]) in {"agent", ""}:
            case = "title"
        return Phrase(tuple(group), case, tuple(heads), tuple(inner))

    def _owned(self, group: Sequence[Chunk], names: Sequence[Named]) -> set[int]:
        """Which chunks only own what follows: a genitive, and what is listed with it (A, B 등의 대표들; not A의 B와 C의 D)."""
        owned: set[int] = set()
        for at in range(len(group) - 2, -1, -1):
            here, there = self._name_in(group[at], names), self._name_in(group[at + 1], names)
            # In A의 B와 C의 D the B is no owner with C, nor in A 사업, 민간의 B 사업 is the A one with 민간.
            own = at > 0 and group[at - 1].case == "genitive"
            last = self._name_in(group[at + 2], names) if here and not there and at + 2 < len(group) else None
            fellow = bool(here and last and self._alike(here, last))
            listed = at + 1 in owned and not own and not fellow and (not here or not there or self._alike(here, there))
            if group[at].case == "genitive" or listed:
                owned.add(at)
        return owned

    def _hyphened(self, names: Sequence[Named]) -> int:
        """How many names at the end stand in a list written without spaces (KIST-LG전자-서울대)."""
        count = 1
        while count < len(names) and names[-count].listed and self._alike(names[-count], names[-count - 1]):
            count += 1
        return count

    def _heads(self, chunk: Chunk, name: Named) -> bool:
        """Whether the name is the chunk's head: nothing but list words stands behind it."""
        behind = [w for w in chunk.words if w.start >= name.end]
        if behind and behind[0].form in self._grammar.list_closers:
            return True
        hollow = self._grammar.hollow_heads
        return all(w.form in hollow for w in behind) or "".join(w.form for w in behind) in hollow

    def _joins(self, group: Sequence[Chunk], following: Chunk, rest: Sequence[Item], names: Sequence[Named]) -> bool:
        """Whether a chunk goes on with the phrase: with what it owns, or as a member of the list."""
        chunk = group[-1]
        if TIME in (following.words[0].tag, chunk.words[0].tag):
            return False
        if chunk.case == "genitive":
            return True
        here, there = self._name_in(chunk, names), self._name_in(following, names)
        if here and not here.type:
            # A name that nothing tells the class of is of the class of its list.
            listed = (c for c in reversed(group[:-1]) if c.case != "genitive")
            here = next((n for c in listed if (n := self._name_in(c, names)) and n.type), here)
        if following.case == "genitive" and rest and isinstance(rest[0], Chunk):
            there = self._name_in(rest[0], names) or there
        if chunk.case == "comitative" or chunk.joined in self._grammar.cases["comitative"]:
            return self._and(here, there, following, rest)
        if not chunk.joined or chunk.case:
            return False
        if here and there:
            return self._alike(here, there) and not headline(following, rest)
        plain = chunk.joined in self._grammar.plain_joiners and bool(following.case)
        return not there and (not here or plain or (following.case in SUBJECT and len(following.words) < FEW and bool(rest)))

    def _and(self, here: Named | None, there: Named | None, following: Chunk, rest: Sequence[Item]) -> bool:
        """Whether 와/과 joins two of a kind (and), rather than telling with whom something is done."""
        if here and not there:
            return following.case in SUBJECT and any(w.form in self._grammar.list_closers for w in following.words)
        if not here or not there:
            return False
        unlike = self._together(rest) or not (there.type or self._heads(following, there))
        if not (here.type and there.type) and following.case not in SUBJECT and unlike:
            # X와 '새 모델'을 공동 개발했다; X와 '새 정원' 조성에 나섰다
            return False
        return self._alike(here, there) and following.words[0].form not in self._grammar.with_words

    def _together(self, rest: Sequence[Item]) -> bool:
        """Whether a word before the next predicate says that something is done together."""
        before = takewhile(lambda item: not isinstance(item, Predicate), rest)
        words = (w.form for i in before for w in (i.words if isinstance(i, Chunk) else (i,) if isinstance(i, Adverb) else ()))
        return not self._grammar.with_words.isdisjoint(words)

    def _name_in(self, chunk: Chunk, names: Sequence[Named]) -> Named | None:
        """The last name in the chunk; of A 등 일본 기업들 it is A, of whose kind only is said more."""
        stop = chunk.end
        if len(chunk.words) > FEW:
            stop = next((w.start for w in chunk.words[1:] if w.form in self._grammar.list_closers), stop)
        return next((n for n in reversed(names) if chunk.start <= n.start < stop), None)

    def _alike(self, one: Named, other: Named) -> bool:
        """Whether two names may stand in one list: of one kind, or of a kind that nothing tells yet."""
        return not one.type or not other.type or self._kind(one) == self._kind(other)

    def _kind(self, name: Named) -> str:
        return self._kinds.get(name.type, name.type)


def _waiting(predicate: Predicate, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that wait for the next predicate: of a noun that tells an act, and of a clause before a noun that has an object.

    정부가 기술개발 및 창업 자금을 지원한다; KIST가 AI를 실은 로봇을 공개했다.
    """
    if is_act(predicate) and predicate.ending == "connective":
        return [p for p in phrases if p.case in LASTING]
    if predicate.ending == "adnominal" and not predicate.nominal:
        object_ = next((at for at, p in enumerate(phrases) if p.case == "accusative"), 0)
        return [p for p in phrases[:object_] if p.case == "nominative" or (p.case == "comitative" and p.names)]
    return []
