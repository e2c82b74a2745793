"""Find names never seen before by the word they end in: …연구원, …포럼, …사업."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.find.endings import Endings
from kg.find.index import Place
from kg.find.memo import Memo
from kg.find.people.words import NAME_LENGTH
from kg.find.pieces import JOINTS, PROPER_TAGS, Piece, Run
from kg.find.telling import PAIR, THINGS, Telling, word_count
from kg.ontology.authority import fold
from kg.ontology.load import BODY, COMPANY, EVENT, GOVERNMENT, PLACE, POLICY, PRODUCT, TECHNOLOGY
from kg.ontology.names import Names, by_word
from kg.ontology.pattern import any_beginning, any_of
from kg.ontology.persons import Persons
from kg.values import Mention, Sentence

DEFINITE = "definite"
# How the rule of a name begins that its class word shows; the class follows.
CUE = "cue."
# The rule of words for a plan that is only talked of: a name where the text names the plan elsewhere.
IDLE = "idle"
# The rule of a body that is named in its head's title alone.
HEAD = "authority.head"
# The tags with which a count ends.
_COUNTS = frozenset({"NNB", "SN", "NR"})
# And those with which a span of time or share does: 5년간, 20명당.
_SPAN = ["NNB", "XSN"]
# 대학·연구소 names two kinds and no body.
_PARTS = re.compile("[" + re.escape("".join(sorted(JOINTS))) + "]")
# The last part of a syllable with the ending of what is to come.
_RIEUL = "\u11af"
# How many words a name of a class may have; other classes have one.
_LONGEST = {PLACE: 3, EVENT: 8, POLICY: 8, PRODUCT: 3, TECHNOLOGY: 3, COMPANY: 1}
# No body is called with so few letters.
_SHORT = 2
# Classes whose names stand in one word with others behind them, so that their ending must close the word group.
_CLOSING = frozenset({PRODUCT, TECHNOLOGY, "Place", POLICY})


class Cues:
    """Finds names by their endings; holds only the tables."""

    def __init__(self, names: Names, bodies: frozenset[str], persons: Persons, states: frozenset[str]) -> None:
        """``states`` are the names of countries."""
        self._names = names
        self._persons = persons
        self._states = states
        self.bodies = bodies
        self.titles, self.ranks = persons.titles, persons.rank_endings
        self._telling = Telling(names, bodies, states)
        self._endings = Endings(names.class_of_cue)
        self._class_of_body = by_word(names.body_endings)
        self._body_endings = Endings(self._class_of_body)
        this, groups = any_beginning(names.anaphors["this"]), any_of(names.anaphors["groups"])
        self._classes: Memo[str, tuple[str, str] | None] = Memo(self._class_of)
        self._pointed = re.compile(rf"{this} ({groups})(?![가-힣]{{2}})")

    def class_of(self, surface: str) -> tuple[str, str] | None:
        """The class of a word by its ending, and the ending; None where it has none."""
        return self._classes.of(surface)

    def _class_of(self, surface: str) -> tuple[str, str] | None:
        cue = self._endings.of(surface)
        if not cue or (surface.endswith(self._names.not_endings) and not self._is_national(surface)):
            return None
        return self._names.class_of_cue[cue], cue

    def _is_national(self, surface: str) -> bool:
        """Whether the word is a country's name with the ending of a body of its: 필리핀건설공사, not 인도교건설공사."""
        ending = next((ending for ending in self._names.national_bodies if surface.endswith(ending)), "")
        return bool(ending) and (surface.removesuffix(ending) in self._states or surface.startswith(self._names.national_starts))

    def is_holder(self, piece: Piece, words: Sequence[Piece]) -> bool:
        """Whether a word like a full name stands before a title, so that it names who holds it: 제작사 정하람 대표.

        Not where the holder stands behind the title (이도온 대표 정하람), nor a word that ends as no given name does (이노넷 대표).
        """
        if not self._is_full_name(piece):
            return False
        title, *behind = [p for p in words if p.start > piece.end][:2] or [piece]
        holders = (p for p in behind if p.start == title.end + 1 and any(token.tag in PROPER_TAGS for token in p.tokens))
        titled = title.start == piece.end + 1 and self._persons.is_title(title.word)
        return titled and not any(self._is_full_name(p) for p in holders)

    def may_be_of_person(self, name: str) -> bool:
        """Whether the last word is like a full name, or all is one and a letter more: 가수 김민호, 이재명호."""
        last = name.rsplit(maxsplit=1)[-1]
        long = len(last) == NAME_LENGTH or len(name) == NAME_LENGTH + 1
        return long and last.isalpha() and last[0] in self._persons.surnames

    def _is_full_name(self, piece: Piece) -> bool:
        persons, word = self._persons, piece.word
        like = len(word) == NAME_LENGTH and (word[0] in persons.surnames or word[:2] in persons.compound_surnames)
        return like and not word.endswith(persons.not_given_ends)

    def body_class(self, surface: str) -> str:
        """The class of a word that a title shows to be a body: by its ending, a ministry's or house's too, else a firm."""
        if surface.endswith((*self._names.ministry_endings, *self._names.staffed, *self._names.houses)):
            return GOVERNMENT
        found = self.class_of(surface)
        if found and found[0] in self.bodies:
            return found[0]
        ending = self._body_endings.of(surface) if len(surface) > _SHORT else ""
        return self._class_of_body[ending] if ending else COMPANY

    def find_pointed(self, text: str, sentence: Sentence) -> Iterator[Mention]:
        """이 기관, 동 부처: words for any body, as mentions of rule ``definite``, for the reference stage to resolve."""
        for match in self._pointed.finditer(text, sentence.start, sentence.end):
            if match[1] in self._names.bound_cues or self.class_of(match[1]) is None:
                yield Mention(match.start(1), match.end(1), match[1], BODY, None, DEFINITE, 0.5)

    def wants(self, word: str) -> bool:
        """Whether the word ends in a cue that shows a name by itself."""
        # Half of the words end in no letter in which a class word ends.
        found = self.class_of(word) if word[-1] in self._endings.letters else None
        return found is not None and found[0] not in self._names.quoted_only

    def find(self, text: str, places: Sequence[Place], known: Sequence[Mention]) -> Iterator[Mention]:
        """Names that end in a cue, at one of the ``places``; ``known`` are the names of the sentence that are sure already.

        A class word alone or with words that tell nothing apart (이날 토론회) is a mention of rule ``definite``, for the
        reference stage to resolve.
        """
        for run, at in places:
            found = self.class_of(run[at].word)
            if found and self._may_end(run, at, found[0]) and not (found[0] == COMPANY and self._is_some_firm(text, run, at)):
                parts = self._bodies_in(run[at]) if found[0] in self.bodies else ()
                names: list[Sequence[Piece]] = [(part,) for part in parts] or [self._grown(run, at, found, known)]
                told = (self._mention(text, name, self.class_of(name[-1].word) or found, known) for name in names)
                yield from (mention for mention in told if mention)

    def _bodies_in(self, piece: Piece) -> Sequence[Piece]:
        """The words that signs join, where each of them ends as names of bodies do (가온협회·새길학회); else none."""
        words = _PARTS.split(piece.word)
        found = [(self.class_of(word), word) for word in words] if len(words) > 1 else []
        if not found or not all(of and of[0] in self.bodies and word != of[1] for of, word in found):
            return ()
        ends = [piece.start + len("".join(words[: at + 1])) + at for at in range(len(words))]
        tokens = [tuple(t for t in piece.tokens if end - len(word) <= t.start < end) for word, end in zip(words, ends, strict=True)]
        # What a class word follows must be more than a field: the second half of 새길병원·바이오그룹 is no name, 부산병원 is.
        fields = [word.removesuffix(of[1]) in self._names.proper_starts for of, word in found if of]
        if any(field and not any(token.tag in PROPER_TAGS for token in part[:1]) for field, part in zip(fields, tokens, strict=True)):
            return ()
        return [Piece(end - len(word), end, word, of, piece.closed) for word, end, of in zip(words, ends, tokens, strict=True)]

    def _may_end(self, run: Run, at: int, class_: str) -> bool:
        """Whether a name may end here although nouns follow: a body before a title, an event before 개최, not before 시스템."""
        if class_ == EVENT and at + 1 < len(run) and run[at + 1].word in self._names.things_for_events:
            return False
        if run[at].closed or at == len(run) - 1 or class_ not in _CLOSING:
            return True
        following = run[at + 1].word
        return self.class_of(following) is None and following not in self.titles

    def _grown(self, run: Run, at: int, found: tuple[str, str], known: Sequence[Mention]) -> Run:
        """The pieces of the name that ends at ``at``: as far to the left as words belong to it."""
        class_, cue = found
        limit = _LONGEST.get(class_, 1)
        first = at
        while first > 0 and at - first + 1 < limit and self._belongs(run[first - 1], class_, known) and not self._is_limit(run, first - 1):
            first -= 1
        if class_ == EVENT and first > 1 and self._ordinal(run[first - 1]) and self._meets(run[first - 2], known):
            # 양자전략위원회 제2차 회의, WTO 제13차 각료회의: whose meeting it is tells which.
            first -= 2
        if class_ in self.bodies and first > 0 and self._goes_on(run[first - 1], run[at], known):
            first -= 1
        if class_ == POLICY and first > 0 and self._telling.is_numbered(run[first - 1 : at + 1]):
            # 제3차 지능형전력망 기본계획: its number makes a plan one of its kind, as far as it has a field.
            first -= 1 - self._telling.is_hollow(run[first : at + 1], cue, self._names.generic_policy_words)
        return run[first : at + 1]

    def _goes_on(self, before: Piece, last: Piece, known: Sequence[Mention]) -> bool:
        """Whether a body is named with the word before its last, and no gloss parts them: 센트럴 플로리다대학, GIP 전략연구소."""
        tags, word = [token.tag for token in before.tokens], before.word
        taken = any(m.start < before.end and before.start < m.end for m in known)
        initials = tags == ["SL"] and word.isupper() and len(word) > 1 and not taken and word not in self._names.common_latin
        opened = initials or word in self._persons.body_openings or (last.word in self._names.chapters and tags != ["NNG"])
        return opened and before.end + 1 == last.start and word not in self._names.generic_words

    def _is_limit(self, run: Run, at: int) -> bool:
        """Whether the piece says of the count before it that it is a limit: 2회 이상."""
        return run[at].word in self._names.limits and at > 0 and run[at - 1].tokens[-1].tag in _COUNTS

    def _ordinal(self, piece: Piece) -> bool:
        return self._names.ordinals.fullmatch(piece.word) is not None

    def _is_some_firm(self, text: str, run: Run, at: int) -> bool:
        """Whether the word for a firm, as an object, means one of a field, not the one of which the text speaks: 게임 회사를 세웠다."""
        behind = at > 0 and run[at - 1].end == run[at].start - 1 and run[at].word in self._names.class_of_cue
        return behind and self._names.some_firm.match(text, run[at - 1].start, run[at].end + 1) is not None

    def _meets(self, piece: Piece, known: Sequence[Mention]) -> bool:
        """Whether the piece is of a body that meets, by its ending or by what is known of it."""
        classes = self._names.meeting_bodies
        return self._names.may_sit(piece.word) or any(m.type in classes and m.start <= piece.start and piece.end <= m.end for m in known)

    def find_within(self, text: str, runs: Sequence[Run], holder: Mention, known: Sequence[Mention]) -> Iterator[Mention]:
        """The plan that an event is about, right before the event's class word in its name: 로봇 보급 확산 사업 설명회."""
        for run in runs:
            inside = [piece for piece in run if holder.start <= piece.start and piece.end <= holder.end]
            found = self.class_of(inside[-2].word) if len(inside) > PAIR else None
            if found and found[0] == POLICY:
                name = self._grown(inside, len(inside) - 2, found, known)
                told = next((at for at, piece in enumerate(name) if not self._is_of_event(piece.word)), 0)
                mention = self._mention(text, name[told:], found, known)
                if mention and mention.rule not in {DEFINITE, IDLE}:
                    yield mention

    def _is_of_event(self, word: str) -> bool:
        """Whether a word tells of the event and not of what it is about: 온라인, its year or number."""
        return word.isdecimal() or word in self._names.generic_event_words or self._names.plan_number.fullmatch(word) is not None

    def _belongs(self, piece: Piece, class_: str, known: Sequence[Mention]) -> bool:
        surface = piece.word
        stops = (self._names.generic_words, self._names.company_heads, self._names.name_stops.get(class_, ()))
        covering = next((m for m in known if m.start <= piece.start and piece.end <= m.end), None)
        if any(surface in words for words in stops) or (surface[-1] == "." and surface[:-1].isdecimal()):
            # A number with a full stop counts names and belongs to none: 안건 2. 새길 로봇 전략.
            return False
        if covering is None:
            # 2년, 5년간
            return [token.tag for token in piece.tokens[-2:]] != _SPAN and piece.tokens[-1].tag != "NNB"
        if covering.type == PLACE:
            return class_ in {EVENT, POLICY}
        if covering.type == PRODUCT and covering.authority and class_ in THINGS:
            # A known product's name is whole: 천리안위성 2B호 환경위성 is no other thing.
            return False
        if covering.type in self._names.meeting_bodies and class_ == EVENT:
            return True
        return covering.type not in self.bodies and covering.type != EVENT and class_ in {EVENT, *THINGS, POLICY}

    def _mention(self, text: str, name: Run, found: tuple[str, str], known: Sequence[Mention]) -> Mention | None:
        class_, cue = found
        start, end = name[0].start, name[-1].end
        surface = text[start:end]
        if class_ == POLICY and self._of_meeting(name):
            return None
        titled = self._is_title(name, known) if class_ in self.bodies else self._is_known(name, class_, known)
        kinds = surface not in self._names.class_of_cue and all(part in self._names.class_of_cue for part in _PARTS.split(surface))
        if surface in self._names.not_names and self._names.may_sit(surface):
            # 정책협의회 is no name, but a meeting where somebody holds it.
            return Mention(start, end, surface, class_, None, DEFINITE, 0.5)
        listed = self._is_list(text, start, end, class_, known) or self._is_of_kinds(name[-1], class_, cue)
        unnamed = self._names.anonymous.fullmatch(surface.removesuffix(cue))
        if titled or kinds or listed or unnamed or surface in self._names.not_names:
            return None
        if fold(surface) == fold(cue) or (class_ == EVENT and self._telling.is_hollow(name, cue, self._names.generic_event_words)):
            spoken_of = (class_ in {EVENT, POLICY, PRODUCT} or class_ in self.bodies) and cue not in self._names.bound_cues
            spoken_of = spoken_of and not (class_ == POLICY and _to_come(text, start))
            spoken_of = spoken_of and not (cue in self._names.spoken_cues and _is_of_place(text, start, known))
            return Mention(start, end, surface, class_, None, DEFINITE, 0.5) if spoken_of else None
        hollow = class_ not in self.bodies and class_ != EVENT and self._telling.is_hollow(name, cue, self._names.generic_policy_words)
        if hollow or cue in self._names.spoken_cues:
            return None
        told = self._told(text, name, found, known)
        return replace(told, rule=IDLE) if told and cue in self._names.idle_cues and self._telling.is_idle(text, name) else told

    def _told(self, text: str, name: Run, found: tuple[str, str], known: Sequence[Mention]) -> Mention | None:
        """The mention that the words make, as far as they tell one thing from another."""
        class_, cue = found
        start, end = name[0].start, name[-1].end
        weak = cue in self._names.weak_cues
        compound = end - start - len(cue) >= self._names.compound_body
        numbered = class_ == POLICY and self._telling.is_numbered(name)
        if numbered or (self._telling.is_proper(text, name, found, known) and (len(name) > 1 or not weak or compound)):
            return Mention(start, end, text[start:end], class_, None, CUE + class_, 0.75)
        if class_ == EVENT and len(name) == 1:
            # One plain word (기자간담회) means an event of its own only if the text names no other.
            return Mention(start, end, text[start:end], class_, None, DEFINITE, 0.5)
        whole = self._telling.of_parts(name, class_, cue)
        if whole:
            return Mention(start, end, text[start:end], whole, None, CUE + whole, 0.7)
        if self._telling.is_law(text, name, cue) or (class_ == POLICY and len(name) == PAIR and self._telling.of_field(name, cue, known)):
            return Mention(start, end, text[start:end], class_, None, CUE + class_, 0.6)
        plan = class_ == POLICY and word_count(text, name) <= PAIR and cue not in self._names.law_cues
        short = len(name) <= (PAIR if weak or class_ not in _LONGEST or class_ == COMPANY else 1)
        defined = len(name) > 1 and text.startswith(self._names.defined_marks, end)
        if not defined and (short or plan or cue in self._names.kind_cues):
            # 관계기관 협력회의 is one of many, but where somebody holds it an event, which the text may name more fully.
            held = class_ == EVENT and self._names.sitting_held.match(text, end)
            return Mention(start, end, text[start:end], class_, None, DEFINITE, 0.5) if held else None
        return Mention(start, end, text[start:end], class_, None, CUE + class_, 0.6)

    def _of_meeting(self, name: Run) -> bool:
        """Whether the plan is one for a meeting, which is no policy: 개막행사 계획, 설명회 개최 계획."""
        words = [piece.word for piece in name[:-1]]
        found = self.class_of(words[-1]) if words else None
        return found is not None and found[0] == EVENT and len(words[-1]) > 1

    def _is_title(self, name: Run, known: Sequence[Mention]) -> bool:
        """Whether the last word is a title that is also the end of bodies' names, behind a person or body: 정하람 연구원."""
        behind = len(name) > 1 or any(m.end == name[0].start - 1 for m in known)
        return behind and name[-1].word in self.titles

    def _is_known(self, name: Run, class_: str, known: Sequence[Mention]) -> bool:
        """Whether the last word is a body's or place's known name: 대전시장 is no 전시장, 대전 대덕특구 no plan."""
        start, end = name[0].start, name[-1].end
        agents = [m for m in known if m.type in self.bodies or m.type == PLACE]
        return any(
            start <= m.start < end and (m.rule == HEAD or (m.start == name[-1].start and m.end == end and m.type != class_)) for m in agents
        )

    def _is_list(self, text: str, start: int, end: int, class_: str, known: Sequence[Mention]) -> bool:
        """Whether signs of a list stand beside known names of the kind, or bodies, so that the run is many names and no single one."""
        kind = self.bodies if class_ in self.bodies or class_ in THINGS else frozenset()
        # AI·바이오 is two fields and no firm.
        kind |= {TECHNOLOGY} if class_ in {TECHNOLOGY, COMPANY} else frozenset()
        parts = (m for m in known if m.type in kind and start <= m.start and m.end <= end and m.end - m.start < end - start)
        return any(text[m.end : m.end + 1] in JOINTS or text[m.start - 1 : m.start] in JOINTS for m in parts)

    def _is_of_kinds(self, piece: Piece, class_: str, cue: str) -> bool:
        """Whether a word of common nouns with joints names kinds of body or house, and no single one: 입주기업·연구소, 우체국·저축은행."""
        if class_ not in self.bodies and class_ != PLACE:
            return False
        first, *others = _PARTS.split(piece.word)
        last = others[-1] if others else ""
        found = self.class_of(first) if others else None
        if others and not self._names.not_names.isdisjoint((first, last)):
            return True
        # 물·환경학회 is one society of two fields.
        groups = found is not None or first.endswith(self._names.anaphors["groups"])
        kind = groups or len(last) <= _SHORT or last == cue or class_ == COMPANY
        return bool(others) and kind and all(token.tag not in PROPER_TAGS for token in piece.tokens)


def _to_come(text: str, start: int) -> bool:
    """Whether the word before ends as a clause of what is to come does, so that the noun means no plan named before: 키울 계획이다."""
    before = text[max(start - 2, 0) : start]
    return before[1:] == " " and unicodedata.normalize("NFD", before[0]).endswith(_RIEUL)


def _is_of_place(text: str, start: int, known: Sequence[Mention]) -> bool:
    """Whether the word right before names a place, so that some firm there is meant, not the one named before: 미국 업체, 독일의 회사."""
    return any(m.type == PLACE and m.end < start and text[m.end : start] in {" ", "의 "} for m in known)
