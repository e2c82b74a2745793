"""Put what stands in one list together into phrases: A, B와 C의 D 등이."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.analyse.items import SUBJECT, TIME, Adverb, Chunk, Item, Predicate, Quotation
from kg.extract.clauses.ahead import headline, purpose_behind
from kg.extract.clauses.examples import lent
from kg.extract.clauses.phrase import Phrase, says
from kg.extract.notes import NOTED
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, PERSON, PLACE
from kg.refer import Named
from kg.values import Token

# An unnamed member ends a list of names only if it is short: A, B 등 관계자가.
FEW = 4
# The case of a venue, and how long its particle is: where a name begins right behind one sign, that is a parenthesis.
LOCATIVE, FULL = "locative", 2
# The cases in which a chunk may go on in the next one without a sign between them: A의 B, A와 B.
GOES_ON = frozenset({"genitive", "comitative"})
# The tags of a number, and of the words that count with it.
NUMBERS, COUNTED = frozenset({"SN", "NR"}), frozenset({"SN", "NR", "NNB", "XSN", "SW"})


class Lists:
    """Makes phrases with one grammar; ``kinds`` says which classes may stand in one list, ``founding`` which verbs make a thing."""

    def __init__(self, grammar: Grammar, kinds: dict[str, str], founding: frozenset[str]) -> None:
        self._grammar = grammar
        self._kinds = kinds
        self._founding, self._building = founding, founding | grammar.intransitive

    def phrases(self, items: Sequence[Item], names: Sequence[Named]) -> list[Phrase | Predicate | Quotation | Adverb]:
        """Items with the chunks of one list put together."""
        out: list[Phrase | Predicate | Quotation | Adverb] = []
        group: list[Chunk] = []
        items = lent(items, names, self._grammar, self._may_act)
        for at, item in enumerate(items):
            if isinstance(item, Chunk):
                group.append(item)
                following = items[at + 1] if at + 1 < len(items) else None
                parted = at == 0 and isinstance(following, Chunk) and self._of_headline(item, following, items[2:], names)
                if parted or not (isinstance(following, Chunk) and self._joins(group, following, items[at + 2 :], names)):
                    out.append(self._close(group, names, following))
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

    def _of_headline(self, first: Chunk, following: Chunk, rest: Sequence[Item], names: Sequence[Named]) -> bool:
        """Whether the first of a sentence without a subject is it, and the next the partner: 카카오, 엔비디아와 손잡았다."""
        here = self._name_in(first, names)
        if first.joined != "," or first.case or following.case != "comitative" or not here:
            return False
        there = self._name_in(rest[0], names) if rest and isinstance(rest[0], Chunk) else None
        return not (there and self._alike(here, there)) and not any(isinstance(item, Chunk) and item.case in SUBJECT for item in rest)

    def _close(self, group: list[Chunk], names: Sequence[Named], following: Item | None = None) -> Phrase:
        """The phrase that the chunks make before what follows; most name nothing."""
        for chunk in group:
            for name in names:
                if chunk.start <= name.start < chunk.end:
                    phrase = self._naming(group, names, following)
                    where = _where(group[-1], names)
                    return phrase._replace(inner=(*phrase.inner, *where)) if where else phrase
        return Phrase(tuple(group), group[-1].case, (), _where(group[-1], names))

    def _naming(self, group: list[Chunk], names: Sequence[Named], following: Item | None) -> Phrase:
        heads: list[Named] = []
        inner: list[Named] = []
        owned = self._owned(group, names)
        for at, chunk in enumerate(group):
            inside = [n for n in names if chunk.start <= n.start < chunk.end]
            last = self._name_in(chunk, inside)
            behind = inside.index(last) + 1 if last else 0
            count = self._hyphened(inside[:behind]) if last else 0
            if last and at not in owned and (self.heads(chunk, last) or _sums_up(chunk, last, len(heads) + count)):
                heads.extend(inside[behind - count : behind])
                inner.extend((*inside[: behind - count], *inside[behind:]))
            else:
                inner.extend(inside)
        if heads and last and last not in heads and all(n.type == PLACE for n in (*heads, last)):
            # 독일, 미국, 일본 전문가가: the noun behind the last state is that of all.
            heads, inner = [], [*heads, *inner]
        case = group[-1].case
        jointly = case == "instrumental" and group[-1].words[-1].form in self._grammar.joint_nouns
        if (jointly or (not case and group[-1].joined)) and heads and self._leads(heads[0], group, following, names):
            case = "title"
        return Phrase(tuple(group), case, tuple(heads), tuple(inner))

    def _owned(self, group: Sequence[Chunk], names: Sequence[Named]) -> set[int]:
        """Which chunks only own what follows: a genitive, and what is listed with it (A, B 등의 대표들; not A의 B와 C의 D)."""
        owned: set[int] = set()
        for at in range(len(group) - 2, -1, -1):
            here, there = self._name_in(group[at], names), self._name_in(group[at + 1], names)
            # In A의 B와 C의 D the B is no owner with C, nor in A 사업, 민간의 B 사업 or ‘A’와 아무개의 ‘B’ is the A one with whom B is.
            own = at > 0 and group[at - 1].case == "genitive"
            open_ = not (there and there.type) and at + 2 < len(group)
            last = self._name_in(group[at + 2], names) if here and open_ else None
            fellow = bool(here and last and here.type and self._alike(here, last))
            listed = at + 1 in owned and not own and not fellow and (not here or not there or self._alike(here, there))
            if (group[at].case == "genitive" and not self._numbers(group[at])) or listed:
                owned.add(at)
        return owned

    def _numbers(self, chunk: Chunk) -> bool:
        """Whether the chunk only closes a list and counts it, for the noun behind: A, B 등 약 80여 명의 전문가가."""
        end = next((at for at, w in enumerate(chunk.words) if w.form in self._grammar.list_closers), None)
        return end is not None and chunk.words[-1].tag in COUNTED and any(w.tag in NUMBERS for w in chunk.words[end:])

    def _hyphened(self, names: Sequence[Named]) -> int:
        """How many names at the end stand in a list written without spaces (KIST-LG전자-서울대)."""
        count = 1
        while count < len(names) and names[-count].listed and self._alike(names[-count], names[-count - 1]):
            count += 1
        return count

    def heads(self, chunk: Chunk, name: Named) -> bool:
        """Whether the name is the chunk's head: nothing but list words stands behind it."""
        behind = [w for w in chunk.words if w.start >= name.end]
        if behind and (behind[0].form in self._grammar.list_closers or _counts(behind)):
            return True
        hollow = self._grammar.hollow_heads
        if all(w.form in hollow for w in behind) or "".join(w.form for w in behind) in hollow:
            return True
        return self.kind(name) == AGENT and self._is_team(behind)

    def _is_team(self, words: Sequence[Token]) -> bool:
        """Whether the words name people of a body by the unit in which they are: KAIST 전산학부 연구팀."""
        forms = [word.form for word in words]
        cuts = (("".join(forms[:at]), "".join(forms[at:])) for at in range(1, len(forms)))
        return any(team in self._grammar.teams and unit.endswith(self._grammar.team_units) for unit, team in cuts)

    def _joins(self, group: Sequence[Chunk], following: Chunk, rest: Sequence[Item], names: Sequence[Named]) -> bool:
        """Whether a chunk goes on with the phrase: with what it owns, or as a member of the list."""
        chunk = group[-1]
        if TIME in (following.words[0].tag, chunk.words[0].tag) or not (chunk.joined or chunk.case in GOES_ON):
            return False
        if chunk.case == "genitive" or self._passes(group, following, rest, names):
            return True
        here, there = self._name_in(chunk, names), self._name_in(following, names)
        if here and not here.type:
            # A name that nothing tells the class of is of the class of its list.
            listed = (c for c in reversed(group[:-1]) if c.case != "genitive")
            here = next((n for c in listed if (n := self._name_in(c, names)) and n.type), here)
        if there and not there.type:
            # Beside a name of a known class it is of that: A, 독일 브레멘에서.
            there = next((n for n in names if following.start <= n.start < there.start and n.type), there)
        if following.case == "genitive" and rest and isinstance(rest[0], Chunk):
            there = self._name_in(rest[0], names) or there
        if chunk.case == "comitative" or chunk.joined in self._grammar.cases["comitative"]:
            return self._and(here, there, following, rest) and not self._founds_with(chunk, following, rest, names)
        if not chunk.joined or chunk.case:
            return False
        if here and there:
            return self._alike(here, there) and not headline(chunk, following, rest) and not self._is_site(here, there, following, rest)
        plain = chunk.joined in self._grammar.plain_joiners and bool(following.case)
        # The last of a list is one that nobody knows: A, B, C 등 6개를.
        closed = bool(following.case) and self._numbers(following)
        return not there and (not here or plain or closed or (following.case in SUBJECT and len(following.words) < FEW and bool(rest)))

    def _passes(self, group: Sequence[Chunk], following: Chunk, rest: Sequence[Item], names: Sequence[Named]) -> bool:
        """Whether one of the two is the unnamed member of a list between two named ones: 한국은행과 학계, KIST 등이."""
        chunk = group[-1]
        here, there = self._name_in(chunk, names), self._name_in(following, names)
        if bool(here) == bool(there):
            return False
        if here:
            unnamed = following.joined and not following.case and len(following.words) < FEW
            there = self._name_in(rest[0], names) if unnamed and rest and isinstance(rest[0], Chunk) else None
        else:
            here = self._name_in(group[-2], names) if len(group) > 1 and not chunk.case else None
        return bool(here and there and here.type and there.type and self._alike(here, there))

    def _and(self, here: Named | None, there: Named | None, following: Chunk, rest: Sequence[Item]) -> bool:
        """Whether 와/과 joins two of a kind (and), rather than telling with whom something is done."""
        if here and not there:
            closed = any(w.form in self._grammar.list_closers for w in following.words)
            # With bodies that nothing names one acts as with named ones: 한국로봇협회와 6개 단체가 참석했다.
            bodies = following.words[-1].form in self._grammar.body_nouns
            others = any(w.tag in NUMBERS for w in following.words) or bodies
            acts = following.case in SUBJECT and (closed or (others and not self._together(rest)))
            return acts or (following.case == "genitive" and bodies and self._both_own(rest))
        if not here or not there:
            return False
        if self._is_site(here, there, following, rest):
            return False
        if following.quoted and not there.type and self._aims(rest):
            # B와 '로봇 인재 양성'을 위한 협약: what is quoted is the aim of it.
            return False
        unlike = self._together(rest) or not (there.type or self.heads(following, there))
        if not (here.type and there.type) and following.case not in SUBJECT and unlike:
            # X와 '새 모델'을 공동 개발했다; X와 '새 정원' 조성에 나섰다
            return False
        return self._alike(here, there) and following.words[0].form not in self._grammar.with_words

    def _both_own(self, rest: Sequence[Item]) -> bool:
        """Whether both own what something else is told to use: 정부와 민간 기업의 데이터를 활용한 로봇.

        Where the clause, or what it is said of, is of doing something together, the first of them is the partner: 데이터를 함께
        활용하는 로봇, 데이터를 활용하는 협약; and so it is where others are only helped (기업의 수출을 돕는 사업).
        """
        at = next((n for n, item in enumerate(rest) if isinstance(item, Predicate)), None)
        if at is None or self._together(rest):
            return False
        verb, head = rest[at], rest[at + 1] if rest[at + 1 :] else None
        used = isinstance(verb, Predicate) and verb.ending == "adnominal" and verb.lemma in self._grammar.drawing_on
        return used and isinstance(head, Chunk) and self._grammar.with_words.isdisjoint(w.form for w in head.words)

    def _is_site(self, body: Named, town: Named, chunk: Chunk, rest: Sequence[Item]) -> bool:
        """Whether the town is where a body does something, or it is done with one: B, 대전에서 포럼 개최; B와 미국에 공장을 짓는다."""
        if town.type != PLACE or PLACE in {body.type, body.twin_type} or self.kind(body) != AGENT:
            return False
        return chunk.case == LOCATIVE or (chunk.case == "dative" and _next_verb(rest) in self._building)

    def _founds_with(self, chunk: Chunk, following: Chunk, rest: Sequence[Item], names: Sequence[Named]) -> bool:
        """Whether a body is one with whom another is founded, which alone is in quotation marks: KIST와 '로봇 연구소'를 설립했다."""
        founded = _next_verb(rest) in self._founding and following.case == "accusative"
        here, there = self._name_in(chunk, names), self._name_in(following, names)
        return bool(founded and following.quoted and not chunk.quoted and here and there and here.type != there.type)

    def _aims(self, rest: Sequence[Item]) -> bool:
        """Whether the next predicate makes an aim of what stands before it: X를 위한, X를 키우기 위한."""
        following, purposes = rest[0] if rest else None, self._grammar.purposes
        return isinstance(following, Predicate) and (
            following.lemma in purposes or purpose_behind(following, rest[1:], purposes) is not None
        )

    def _together(self, rest: Sequence[Item]) -> bool:
        """Whether a word before the next predicate says that something is done together."""
        before = takewhile(lambda item: not isinstance(item, Predicate), rest)
        words = (w.form for i in before for w in (i.words if isinstance(i, Chunk) else (i,) if isinstance(i, Adverb) else ()))
        return not self._grammar.with_words.isdisjoint(words)

    def _name_in(self, chunk: Chunk, names: Sequence[Named]) -> Named | None:
        """The last name in the chunk; of A 등 일본 기업들 it is A, of whose kind only is said more, unless a footnote lists them."""
        stop = chunk.end
        if len(chunk.words) > FEW:
            stop = next((w.start for w in chunk.words[1:] if w.form in self._grammar.list_closers), stop)
        aside: Named | None = None
        for name in reversed(names):
            if chunk.start <= name.start < (chunk.end if name.how == NOTED else stop):
                last = name.start >= chunk.words[-1].start or name.how == NOTED
                if last or says(chunk, name):
                    return name
                # Of 가온타워(서울 중구) 대회의실 it is the tower.
                aside = aside or name
        return aside

    def _alike(self, one: Named, other: Named) -> bool:
        """Whether two names may stand in one list: of one kind, or of a kind that nothing tells yet."""
        if not one.type or not other.type or self.kind(one) == self.kind(other):
            return True
        if PERSON in {one.type, other.type}:
            # 정하람 장관, 핀란드·에스토니아 방문: nobody is listed with states.
            return False
        # Only the last of 미국, 독일, 일본이 shows that states are meant.
        return self._kinds.get(one.twin_type) == self.kind(other) or self._kinds.get(other.twin_type) == self.kind(one)

    def _leads(self, name: Named, group: Sequence[Chunk], following: Item | None, names: Sequence[Named]) -> bool:
        """Whether a name without particle before a comma is who acts; of states one alone is (미국, AI 전략 발표), or some with a dot.

        Of states that commas part it is a list, and one before a body is where a thing of that is: 베트남, 삼성전자 로봇 '두루' 출시.
        """
        together = all(chunk.joined == "·" for chunk in group[:-1]) and self._may_act(name)
        return self.kind(name) in {AGENT, ""} or (together and not self._owns(following, names))

    def _owns(self, item: Item | None, names: Sequence[Named]) -> bool:
        """Whether what has no particle begins with a body and goes on: 삼성전자 로봇."""
        if not isinstance(item, Chunk) or item.case or item.joined:
            return False
        return any(n.start == item.start and n.end < item.end and self.kind(n) == AGENT for n in names)

    def _may_act(self, name: Named) -> bool:
        """Whether it is an agent, or a state or town, which may be one."""
        return AGENT in {self.kind(name), self._kinds.get(name.twin_type)}

    def kind(self, name: Named) -> str:
        """What its class counts as in a list: all agents are alike."""
        return self._kinds.get(name.type, name.type)


def _next_verb(rest: Sequence[Item]) -> str:
    """The lemma of the next predicate, or nothing."""
    return next((item.lemma for item in rest if isinstance(item, Predicate)), "")


def _where(venue: Chunk, names: Sequence[Named]) -> tuple[Named, ...]:
    """The place that a parenthesis between a venue and its particle begins with: 가온타워(서울 중구)에서."""
    if venue.case != LOCATIVE or len(venue.particle) < FULL:
        return ()
    for name in names:
        if name.start == venue.end + 1 and name.type == PLACE:
            return (name,)
    return ()


def _sums_up(chunk: Chunk, name: Named, count: int) -> bool:
    """Whether the number behind the last of a list says how many it has: A, B, C 3개국 기관장이."""
    behind = next((w for w in chunk.words if w.start >= name.end), None)
    return count > 1 and behind is not None and behind.form == str(count)


def _counts(words: Sequence[Token]) -> bool:
    """Whether the words tell how many there are: GPU 26만 장, 엔진 '불새' 9기."""
    return words[0].tag in NUMBERS and all(w.tag in COUNTED for w in words)
