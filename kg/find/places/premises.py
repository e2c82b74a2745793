"""Find what a firm founds that has no name but its kind, so that it is called by the firm: 대구에 제2공장을 짓는다, 한국지사를 열었다."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from kg.find.cues import DEFINITE
from kg.find.told import is_told_of
from kg.ontology.load import COMPANY, PLACE, TECHNOLOGY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.values import Mention, Sentence, Span

PREMISES = "premises"
_SURE = 0.7
# How far before its premises the firm of which the paragraph tells may be named.
_FAR = 400
# How many characters before its kind may begin what tells one of the firm's premises from another: 현지 법인, 제2공장.
_BACK = 8
# What stands between a place and what is founded there: 대구에 제2공장, 산호세 법인.
_THERE = re.compile(r"(?:에 (?:[^ ]+ ){0,4}| )")
# What stands between firms of one list.
_BETWEEN = re.compile(r"(?:\([^()]{1,20}\))?(?:[과와]| 및|[,·ㆍ]) ?")


class Premises:
    """Finds premises by their kind and by what is done to them; holds only the tables."""

    def __init__(self, names: Names, bodies: Set[str], told_of: tuple[str, ...]) -> None:
        kinds = names.premises
        self._bodies, self._told_of = bodies, told_of
        self._class_of = {kind: class_ for class_ in kinds for kind in kinds[class_]}
        founded = any_of(names.premises_founded)
        # What is done stands near, and tells of nothing else before it: 제2공장을 내년까지 짓는다, 법인 설립.
        said = rf"(?:{any_of(names.object_marks)} (?:[가-힣0-9]+ ){{0,3}}{founded}| {any_of(names.premises_founding)}(?![가-힣]{{2}}))"
        self._each = names.premises_each
        self._kind = re.compile(any_of(self._class_of))
        self._made = re.compile(rf"(?P<kind>{any_of(self._class_of)}){said}")
        self._new = re.compile(
            rf"{any_of(names.premises_new)} (?:[가-힣A-Z0-9]{{1,4}})??(?P<kind>{any_of(self._class_of)})(?![가-힣]{{3}})"
        )
        self._before = re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{any_of(names.premises_leading)} )?(?:[가-힣A-Z0-9]{{1,4}})?$")

    def find(self, text: str, sentences: Sequence[Sentence], known: Sequence[Mention]) -> Iterator[Mention]:
        """The premises of firms, of which the ``known`` names show whose they are; what two firms have in one text is the first's alone."""
        first: dict[str, str] = {}
        for sentence in sentences:
            here = bool(self._kind.search(text, sentence.start, sentence.end))
            for made in (m for way in (self._made, self._new) if here for m in way.finditer(text, sentence.start, sentence.end)):
                before = self._before.search(text, max(sentence.start, made.start("kind") - _BACK), made.start("kind"))
                if before is None:
                    continue
                start, end = before.start(), made.end("kind")
                over = [m for m in known if m.start < end and start < m.end and m.rule != DEFINITE]
                field = next((m for m in over if m.type == TECHNOLOGY and m.end == end), None)
                start = min(start, field.start) if field else start
                named = any(m.end - m.start >= end - start for m in over if m is not field)
                firm = None if named else self._founder(text, Span(start, sentence.end), known)
                if firm and first.setdefault(text[start:end], firm.text) == firm.text:
                    yield Mention(start, end, text[start:end], self._class_of[made["kind"]], None, PREMISES, _SURE)

    def _founder(self, text: str, place: Span, known: Sequence[Mention]) -> Mention | None:
        """Whose the premises are; nobody's where each of several founds his own: A와 B는 각각 대전과 부산에 공장을 세웠다."""
        firm = owner(text, place, known, self._bodies, self._told_of)
        if firm is None or not self._each.search(text, firm.end, place.start):
            return firm
        return None if len(owners(text, place, known, self._bodies, self._told_of)) > 1 else firm


def owner(text: str, place: Span, known: Sequence[Mention], bodies: Set[str], told_of: tuple[str, ...]) -> Mention | None:
    """Whose premises are founded at the start of a ``place`` that ends with the sentence: the firm of which the paragraph tells.

    Else it is the firm that the text has named most. None where another body founds, or one that only the rest of the sentence names.
    """
    named = [m for m in known if m.type in bodies and m.rule != DEFINITE]
    since = max(text.rfind("\n", 0, place.start) + 1, place.start - _FAR)
    told = [m for m in named if since <= m.start < place.start and is_told_of(text, m.end, told_of)]
    if told:
        return told[-1] if told[-1].type == COMPANY else None
    if any(place.start < m.start < place.end and is_told_of(text, m.end, told_of) for m in named):
        return None
    firms = Counter(m.text for m in named if m.type == COMPANY and m.start < place.start)
    most = max(firms, key=firms.__getitem__, default=None)
    return next((m for m in named if m.text == most), None)


def owners(text: str, place: Span, known: Sequence[Mention], bodies: Set[str], told_of: tuple[str, ...]) -> list[Mention]:
    """All whose premises are founded at a place (``owner``): where he ends the list of those of whom its paragraph tells, they as well."""
    firm = owner(text, place, known, bodies, told_of)
    if firm is None:
        return []
    # A firm that the text has just named most founds alone, whoever was told of beside it before: KT와 LG전자는 참가했다.
    is_told = is_told_of(text, firm.end, told_of) and "\n" not in text[firm.end : place.start]
    return _listed(text, firm, known) if is_told else [firm]


def _listed(text: str, last: Mention, known: Sequence[Mention]) -> list[Mention]:
    """The firms of the list that ends with the ``last``: SK온과 현대차."""
    listed, firms = [last], [m for m in known if m.type == COMPANY and m.rule != DEFINITE and m.end < last.start]
    for before in reversed(firms):
        if not _BETWEEN.fullmatch(text, before.end, listed[0].start):
            break
        listed.insert(0, before)
    return listed


def called(text: str, premises: Mention, firm: str, known: Iterable[Mention]) -> Iterator[str]:
    """What premises of the ``firm`` are called: with its name, and with the place that is named before them."""
    yield f"{firm} {premises.text}"
    near = (m for m in known if m.type == PLACE and m.end <= premises.start and _THERE.fullmatch(text, m.end, premises.start))
    for place in near:
        yield f"{firm} {place.text.split()[-1]} {premises.text}"
        yield f"{firm} {place.text} {premises.text}"
        if place.end + 1 == premises.start:
            yield f"{place.text} {premises.text}"
            yield f"{place.text.split()[-1]} {premises.text}"
