"""Find the things that have no name but their kind and the words that tell it from others: 초소형 사이클로이드 감속기를 개발했다.

With the table of what is founded it finds facilities and bodies: 이차전지 화재시험센터를 구축했다.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence, Set

from kg.find.endings import Endings
from kg.find.index import Place
from kg.find.pieces import JOINTS, Run
from kg.find.quotes import HEADLINES, OPEN
from kg.ontology.authority import fold
from kg.ontology.load import POLICY, PRODUCT, TECHNOLOGY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.things import Things
from kg.values import Mention, Sentence

# The rule of a thing that only what is done to it shows to be spoken of, and of a kind that a thing's name behind it shows to be one.
DESCRIBED = "described"
KIND = f"kind.{DESCRIBED}"
_SURE = 0.6
# So many words such a name has at most.
_LONGEST = 7
# So many letters tell a thing from others of its kind: in a word of its own, in one with the kind, and before a kind of anything.
_SHORT, _COMPOUND, _WIDE = 2, 3, 4
# How far before a thing what is done to it may begin: 공동 개발하고 있는.
_BACK = 16
# What stands for a known name where only the words around it matter.
_STANDING = "X" * 4
# A second name of the field, or what is left of its parenthesis: 인공지능(AI) 서비스.
_ASIDE = re.compile(r"\([^()]*\)|\)")
_PARTS = re.compile("[ " + re.escape("".join(sorted(JOINTS))) + "]+")


def shorter(mention: Mention, things: Things, known: Container[str]) -> tuple[str, ...]:
    """What else a described thing may be called: without what it is for (데이터센터용), and without the word for a way (기술).

    The kind of a thing with a name is told without its last word too, if that may be of anything: 감정 인식 모델.

    What a known name says is another thing: 로봇용 파운데이션 모델 is one of the 파운데이션 모델.
    """
    if not mention.rule.endswith(DESCRIBED):
        return ()
    name = mention.text
    bare = things.purpose.sub("", name)
    ends = (*things.ways, *things.kind_ends) if mention.rule.endswith(KIND) else things.ways
    short = (form.removesuffix(end).rstrip() for form in (name, bare) for end in ends if form.endswith(f" {end}"))
    # Of a word by itself nobody knows that it is a technology: 민원 서비스.
    tell = (form for form in (bare, *short) if " " in form or len(form) >= _WIDE)
    return tuple(dict.fromkeys(form for form in tell if form != name and fold(form) not in known))


class Described:
    """Finds things by their kind and by what is done to them; holds only the tables."""

    def __init__(self, names: Names, things: Things) -> None:
        self._things = things
        # Some kinds are told of only where the name of one follows.
        self._kinds = tuple(things.class_of_kind)
        self._endings = Endings((*things.class_of_kind, *things.named_kinds))
        self._empty = names.generic_words | names.generic_policy_words | things.plain_words
        # Hardly half the sentences hold a word for what is done to things, and to look for one is quick.
        self._made = re.compile(any_of(things.made))
        self._standing = re.compile(any_of(things.standing_kinds))
        made, marks = any_of(things.made), any_of((*names.object_marks, *things.subject_marks))
        # What stands between a thing and what is done to it tells no other act: 세계 최초로, 국내에서.
        between = rf"{things.together}(?:[가-힣A-Za-z0-9]*[^{things.no_adverb}\W] ){{0,3}}"
        # A footnote and a word that closes a list may stand between: 로봇*을 개발, 로봇 등 3종을 개발.
        aside = rf"[’'”\"]?(?:\([^()]{{1,30}}\))?\*{{0,3}}(?: {any_of(things.cuts)})?"
        self._behind = re.compile(rf"{aside}(?: [\d,.]+{things.counter})?{marks} {between}{made}")
        # What the sentence is about somebody else makes: 초소형 감속기는 KIST가 개발했다.
        self._topic = re.compile(rf"{aside}{any_of(things.topic_marks)} (?:[^\s.,]+ ){{0,4}}?{things.maker} {between}{made}")
        self._noun = re.compile(rf" {any_of(things.made)}(?![가-힣]{{2}})(?!{any_of(things.not_behind)})")
        self._joint = re.compile(things.joint)
        self._quoted = re.compile(rf"(?: ?\([A-Za-z가-힣0-9 .-]{{1,30}}\))?(?:{things.being})? ?[‘'“\"「]")
        self._before = re.compile(rf"(?:{made}(?:{'|'.join(things.adnominal)})|{any_of(things.made_before)}) $")

    def wants(self, word: str) -> bool:
        """Whether the word ends in a kind of things."""
        return bool(self._endings.of(word))

    def find(self, text: str, sentence: Sentence, places: Sequence[Place], known: Sequence[Mention]) -> Iterator[Mention]:
        """The described things of the sentence, each at one of the ``places``; ``known`` are its names that are sure already."""
        if not places or sentence.kind in HEADLINES:
            return
        things = {m.start for m in known if m.type == PRODUCT or m.rule.startswith(OPEN)}
        made = things or self._made.search(text, sentence.start, sentence.end)
        if not made and not (self._things.standing_kinds and self._standing.search(text, sentence.start, sentence.end)):
            return
        listed, done = -1, None
        for run, last in reversed(places):
            piece = run[last]
            if run is done:
                continue
            kind = self._is_kind_of(text, sentence, piece.end, things)
            if not kind and not piece.word.endswith(self._kinds):
                continue
            fellow = last + 1 == len(run) and listed >= 0 and self._joint.fullmatch(text, piece.end, listed)
            told = fellow or (made and self._is_done(text, sentence, run, last))
            if kind or told or (last + 1 == len(run) and piece.word.endswith(self._things.standing_kinds)):
                done, words = run, run[: last + 1]
                name = self._kind(text, words, known) if kind else self._name(text, words, known, done=bool(told))
                if name:
                    # What stands in one list with a thing that somebody makes is made with it: 인지 센서와 제어 모듈을 개발했다.
                    listed = -1 if kind else run[0].start
                    yield name

    def _is_kind_of(self, text: str, sentence: Sentence, end: int, things: Set[int]) -> bool:
        """Whether a thing's name follows, which the words that end there tell the kind of: 2족 보행 로봇 '휴보'."""
        quote = self._quoted.match(text, end, sentence.end)
        return bool(quote and quote.end() in things) or (text[end : end + 1] == " " and end + 1 in things)

    def _is_done(self, text: str, sentence: Sentence, run: Run, last: int) -> bool:
        """Whether the words around say that somebody makes, shows, supplies or uses the thing that ends there."""
        end = run[last].end
        if self._behind.match(text, end, sentence.end) or self._topic.match(text, end, sentence.end):
            return True
        if last + 1 < len(run):
            carried = last + 3 == len(run) and run[-1].word in self._things.carriers
            return (last + 2 == len(run) or carried) and run[-1].closed and self._noun.match(text, end, sentence.end) is not None
        return self._before.search(text[max(sentence.start, run[0].start - _BACK) : run[0].start]) is not None

    def _name(self, text: str, run: Run, known: Sequence[Mention], *, done: bool) -> Mention | None:
        """The name that ends with the run, as far to the left as words tell of the thing; None where they tell nothing apart."""
        pieces, fields = self._telling(run, known, self._things.cuts)
        if not self._is_one(pieces) or self._is_any_plan(pieces):
            return None
        start, end = pieces[0].start, pieces[-1].end
        surface = text[start:end]
        ending = next(k for k in self._kinds if surface.endswith(k))
        if not self._tells(text, pieces, ending, fields):
            return None
        # 칩렛 기반 AI 반도체 is an AI 반도체, which is known.
        based = any(m.end == end and text[start : m.start].rstrip().endswith(self._things.kind_cuts) for m in fields)
        if based or any(self._is_known(text, m, start, end) for m in fields) or not (done or self._stands(text, pieces, end - len(ending))):
            return None
        return Mention(start, end, surface, self._things.class_of_kind[ending], None, DESCRIBED, _SURE)

    def _kind(self, text: str, run: Run, known: Sequence[Mention]) -> Mention | None:
        """What the words right before the name of a thing say that it is: 감정 인식 모델 ‘두루’; None where they tell of no kind."""
        pieces, fields = self._telling(run, known, (*self._things.cuts, *self._things.kind_cuts))
        while pieces and pieces[0].word in self._things.kind_leading:
            pieces = pieces[1:]
        ending = self._endings.of(run[-1].word)
        if ending in self._things.hollow_kinds or not self._is_one(pieces):
            return None
        start, end = pieces[0].start, pieces[-1].end
        fields = [m for m in fields if m.start < end - len(ending)]
        if fields:
            # Of a field the field is told: 생성형 AI 모델; 매장용 AI 에이전트, but not 액체 우주발사체.
            bare = ending in self._things.kind_ends and not _ASIDE.sub("", text[fields[-1].end : end - len(ending)]).strip()
            field = fields[-1].end == end and self._things.purpose.sub("", text[start:end]) == fields[-1].text
            tells = not (bare or field or ending in self._things.field_kinds)
        else:
            tells = self._letters(text, start, end - len(ending)) >= _SHORT
        return Mention(start, end, text[start:end], TECHNOLOGY, None, KIND, _SURE) if tells else None

    def _telling(self, run: Run, known: Sequence[Mention], cuts: tuple[str, ...]) -> tuple[Run, list[Mention]]:
        """The words of the run that tell of the thing with which it ends, and the fields of technology among them."""
        start, end = run[0].start, run[-1].end
        inside = [m for m in known if m.start < end and start < m.end]
        cut = max((m.end for m in inside if m.type != TECHNOLOGY), default=start)
        cut = max((p.end for p in run[:-1] if p.word.endswith(cuts)), default=cut)
        pieces = [p for p in run if p.start >= cut]
        while pieces and self._is_leading(pieces[0].word):
            pieces.pop(0)
        return pieces, [m for m in inside if m.type == TECHNOLOGY and pieces and m.start >= pieces[0].start]

    def _letters(self, text: str, start: int, end: int) -> int:
        """How many letters there tell a thing from others."""
        return sum(len(word) for word in _PARTS.split(text[start:end]) if word not in self._empty)

    def _stands(self, text: str, pieces: Run, end: int) -> bool:
        """Whether the words before the kind tell so much that they name a thing wherever they stand."""
        if sum(len(piece.tokens) for piece in pieces) == 1:
            # A word that the analyser takes for one and does not know may be a firm: 네오그리드시스템.
            return False
        return self._letters(text, pieces[0].start, end) >= _WIDE

    def _is_leading(self, word: str) -> bool:
        return word in self._things.leading or self._things.dated.match(word) is not None

    def _is_one(self, pieces: Run) -> bool:
        """Whether words may be the name of one thing: not none, not too many, and no list of kinds (치료제·백신)."""
        if not pieces or len(pieces) > _LONGEST:
            return False
        parts = _PARTS.split(pieces[-1].word)
        return len(parts) == 1 or not all(part.endswith(self._kinds) for part in parts)

    def _is_any_plan(self, pieces: Run) -> bool:
        """Whether the word right before the kind of a plan tells it from no other: 로봇 관련 사업."""
        before, last = pieces[-2:] if len(pieces) > 1 else (pieces[-1], pieces[-1])
        return self._things.class_of_kind.get(last.word) == POLICY and before.word in self._empty

    def _is_known(self, text: str, field: Mention, start: int, end: int) -> bool:
        """Whether the words only say what a known thing is for, or that it is a way: 데이터센터용 액침냉각 기술."""
        whole = f"{text[start : field.start]}{_STANDING}"
        return text[field.end : end].strip() in {"", *self._things.ways} and self._things.purpose.sub("", whole) == _STANDING

    def _tells(self, text: str, pieces: Run, kind: str, fields: Sequence[Mention]) -> bool:
        """Whether the words before the kind tell the thing from others of it."""
        end = pieces[-1].end
        if any(m.start <= pieces[0].start and m.end >= end for m in fields):
            return False
        said = list(text[pieces[0].start : end - len(kind)])
        for m in fields:
            said[max(m.start - pieces[0].start, 0) : m.end - pieces[0].start] = " " * (m.end - max(m.start, pieces[0].start))
        letters = sum(len(word) for word in _PARTS.split("".join(said)) if word not in self._empty)
        if kind in self._things.wide_kinds:
            return letters >= _WIDE
        return letters >= (_COMPOUND if len(pieces) == 1 else _SHORT) or any(m.end <= end - len(kind) for m in fields)
