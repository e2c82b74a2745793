"""Read relations between two neighbouring names from the text that stands between them, and from names in cued sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.extract.told import NESTED, Told, told_of
from kg.find.cues import DEFINITE
from kg.ontology.frames import Role, Rule
from kg.ontology.load import BODY, GOVERNMENT, PERSON, PLACE
from kg.ontology.pattern import any_of
from kg.ontology.schema import Schema
from kg.refer import Named
from kg.values import Sentence, Time

LONGEST_GAP = 40
NEXT = 2
# What stands behind the second name, which most sentences end in.
_AFTER = 160
# How far before a name a parenthesis may open: the legal form of a firm may stand between.
_FORM = 6
# The head of a body is named behind it, and no guest for that: 산업부(장관 김가람, 이하 산업부).
_HEAD = re.compile(r"\w\([가-힣]{1,12} \Z")
# The same right behind a body's name, where other words may stand before the head's, or nothing: KIST(원장 : 이도윤), 산업부(장관이도윤),
# 교육부(부총리 겸 장관 이도윤).
_HEAD_OF_BODY = re.compile(r"\*?\((?:[가-힣]{1,12}(?: ?[:：] ?| )?){1,4}\Z")
QUOTES = "‘“'\"「『"


class Pairs:
    """Reads the rules that have ``between`` or ``source: named``."""

    def __init__(self, rules: Sequence[Rule], schema: Schema, joiners: Iterable[str], forms: Iterable[str]) -> None:
        self._joiner = re.compile(rf"(?:\([^()]*\))?[’'”\"」』>]?\s?{any_of(joiners)}+\s?[‘'“\"「『<]?")
        # The legal form of a firm, behind or before its name, is no part of what stands between two names.
        self._form = re.compile(rf"^ ?{any_of(forms)}| ?{any_of(forms)} ?$")
        self._forms = tuple(f"{before}{form}{behind}" for form in forms for before in ("", " ") for behind in ("", " "))
        self._links = [rule for rule in rules if rule.between is not None]
        self._cued = [rule for rule in rules if rule.source == "named"]
        self._nested = [rule for rule in rules if rule.source == NESTED]
        # Most sentences have none of the cue words: one look spares them the rules.
        self._cue = re.compile(any_of(frozenset().union(*(rule.nearby for rule in self._cued))))
        self._schema = schema
        self._homes: dict[str, str] = {}
        self._fitting: dict[tuple[str, str], list[Rule]] = {}

    def begin(self, homes: dict[str, str]) -> None:
        """Turn to another document; ``homes`` are the states of what it names and the authority file knows, empty for home."""
        self._homes = homes

    def links(self, text: str, sentence: Sentence, names: Sequence[Named]) -> Iterator[Told]:
        """Relations of each name with the next one or the one after it, where a pattern spans the gap."""
        for at, first in enumerate(names):
            for second in _next_two(names, at):
                gap = text[first.end : second.start]
                if len(gap) <= LONGEST_GAP and first.key != second.key:
                    yield from self._link(text, sentence, first, second, names)

    def before(self, text: str, sentence: Sentence, names: Sequence[Named], bodies: Sequence[Named]) -> Iterator[Told]:
        """Relations of the name before with bodies that the names do not show there.

        The name of its holder hides that of a post (농촌진흥청 나래과학원 김가람 원장), a note lists others (아세안 10개 회원국*).
        """
        for body in bodies:
            first = next((n for n in reversed(names) if n.end <= body.start), None)
            if first and first.key != body.key and body.start - first.end <= LONGEST_GAP:
                yield from self._link(text, sentence, first, body, names)

    def _link(self, text: str, sentence: Sentence, first: Named, second: Named, names: Sequence[Named]) -> Iterator[Told]:
        rules = self._fit(first, second)
        gap = self._without_form(text[first.end : second.start]) if rules else ""
        for rule in rules:
            assert rule.between is not None  # noqa: S101 - chosen by it in the constructor; for the type checker
            if not rule.between.fullmatch(gap):
                continue
            if rule.unless and text[second.start : second.end].endswith(tuple(rule.unless)) and text[second.start - 1] not in QUOTES:
                continue
            if not all(_may_end(text, name, slot) for slot, name in zip(rule.slots, (first, second), strict=True)):
                continue
            if not rule.slots[0].many and self._another(first, second, names, rule.slots[0]):
                continue
            if rule.before and not rule.before.search(text[max(sentence.start, first.start - _AFTER) : first.start]):
                continue
            if not _goes_on(rule, text, second.end, sentence.end):
                continue
            # A class is guessed only for what quotation marks make a name.
            if not all(name.type or text[name.start - 1 : name.start] in QUOTES for name in (first, second)):
                continue
            one, other = _classed(first, rule.slots[0]), _classed(second, rule.slots[1])
            yield from told_of(rule, {rule.names[0]: one, rule.names[1]: other}, sentence)
            for further in self._list(text, rule.second, [n for n in names if n.start >= second.start]) if rule.lists else ():
                if rule.after_each and not _goes_on(rule, text, further.end, sentence.end):
                    break
                if not self._is_abroad(further, one):
                    yield from told_of(rule, {rule.names[0]: one, rule.names[1]: further}, sentence)
            for further in self._list(text, rule.first, [n for n in reversed(names) if n.start <= first.start]) if rule.led else ():
                yield from told_of(rule, {rule.names[0]: further, rule.names[1]: other}, sentence)

    def _is_abroad(self, body: Named, place: Named) -> bool:
        """Whether a body is known to be of another state than the foreign one of a place: 미국 스탠퍼드대와 서울대."""
        state = self._homes.get(place.key) if place.type == PLACE else None
        return bool(state) and self._homes.get(body.key, state) != state

    def _are_of_two_states(self, body: Named, inner: Named) -> bool:
        """Whether a body is known to be of another state than that in its name, which is the word for any such: 미국 공군, 공군."""
        state = self._homes.get(body.key)
        return bool(state) and inner.type == GOVERNMENT and self._homes.get(inner.key, state) != state

    def _another(self, first: Named, second: Named, names: Sequence[Named], role: Role) -> bool:
        """Whether one nearer than the first may have its role: A는 [B 자회사인 C]와 ..."""
        return any(first.end <= n.start and n.end <= second.start and n.key != first.key and self._may_be(n, role) for n in names)

    def _without_form(self, gap: str) -> str:
        """The text between two names without the legal form of a firm; hardly one in a hundred has one, and to look for it is quick."""
        return self._form.sub(_spaced, gap) if gap.endswith(self._forms) or gap.startswith(self._forms) else gap

    def _fit(self, first: Named, second: Named) -> list[Rule]:
        """The rules that may join names of these two classes; worked out once for each two."""
        types = first.type, second.type
        if types not in self._fitting:
            self._fitting[types] = [
                rule for rule in self._links if self._may_be(first, rule.slots[0]) and self._may_be(second, rule.slots[1])
            ]
        return self._fitting[types]

    def _list(self, text: str, classes: Sequence[str], names: Sequence[Named]) -> Iterator[Named]:
        """The names of these classes that stand in one list with the first, which goes on before or behind it as ``names`` do."""
        for last, name in pairwise(names):
            one, other = sorted((last, name), key=lambda n: n.start)
            gap = self._without_form(text[one.end : other.start])
            if not (self._joiner.fullmatch(gap) and self._schema.is_any(name.type, classes)):
                return
            yield name

    def nested(self, text: str, sentence: Sentence, pairs: Sequence[tuple[Named, Named]]) -> Iterator[Told]:
        """Relations between a name and one inside it: a programme is for the technology that it is named after."""
        for outer, inner in pairs:
            for rule in self._nested:
                first, second = rule.roles
                if not (self._schema.is_any(outer.type, first.is_a) and self._schema.is_any(inner.type, second.is_a)):
                    continue
                if rule.after and not rule.after.match(text[inner.end : outer.end]):
                    continue
                if rule.before and not rule.before.search(text[sentence.start : outer.start]):
                    continue
                if rule.unless and text[inner.start : inner.end].endswith(tuple(rule.unless)):
                    continue
                if self._are_of_two_states(outer, inner):
                    continue
                if not (first.may_be(text[outer.start : outer.end]) and second.may_be(text[inner.start : inner.end])):
                    continue
                yield from told_of(rule, {first.name: outer, second.name: inner}, sentence)

    def cued(self, text: str, sentence: Sentence, names: Sequence[Named], focus: dict[str, Named], day: Time | None) -> Iterator[Told]:
        """The relation of every fitting name of a sentence that has a cue word with the thing in focus, on the ``day`` that it tells."""
        said = text[sentence.start : sentence.end]
        for rule in self._cued if self._cue.search(said) else ():
            subject_role, object_role = rule.roles[0], rule.roles[1]
            target = next((focus[c] for c in object_role.is_a if c in focus), None)
            if target is None or not any(word in said for word in rule.nearby) or any(word in said for word in rule.unless):
                continue
            for name in names:
                if (
                    self._schema.is_any(name.type, subject_role.is_a)
                    and name.key != target.key
                    and name.how == "name"
                    and self._inside(text, name, names, subject_role.inside)
                    and (rule.after is None or rule.after.match(text[name.end : sentence.end]))
                    and not self._is_head(text, sentence, name, names, rule)
                ):
                    slots = {subject_role.name: name, object_role.name: target}
                    yield from (told._replace(time=None if rule.stative else day) for told in told_of(rule, slots, sentence))

    def _is_head(self, text: str, sentence: Sentence, name: Named, names: Sequence[Named], rule: Rule) -> bool:
        """Whether the name is that of a body's head in a parenthesis behind it, and not of one who speaks there: KIST(좌장 : 이도윤)."""
        if name.type != PERSON:
            return False
        bodies = (n for n in names if n.end < name.start and self._schema.is_any(n.type, (BODY,)))
        told = (_HEAD.search(text, sentence.start, name.start), *(_HEAD_OF_BODY.match(text, body.end, name.start) for body in bodies))
        return any(found and not any(word in found[0] for word in rule.nearby) for found in told)

    def _inside(self, text: str, name: Named, names: Sequence[Named], wanted: bool) -> bool:
        """Whether the name stands first in a parenthesis that is no second name of what stands before it, where the rule wants that."""
        opening = text.rfind("(", max(0, name.start - _FORM), name.start)
        alone = opening >= 0 and all(n.end <= opening or n.start >= name.start for n in names)
        return not wanted or (alone and all(n.end != opening or n.type != name.type for n in names))

    def _may_be(self, name: Named, role: Role) -> bool:
        """Whether the name is of a class that the role takes, or of none yet where the role guesses one."""
        return self._schema.is_any(name.type, role.is_a) if name.type else bool(role.guess)


def _spaced(form: re.Match[str]) -> str:
    """The space that a legal form leaves where it is gone: 기업 ㈜가온, 가온(주) 산하."""
    return " " if form.group()[0] == " " else ""


def _next_two(names: Sequence[Named], at: int) -> Iterator[Named]:
    """The names behind one up to the second thing named; a second name of a thing is no thing more: 자사 거대언어모델(LLM) '다온'."""
    keys: list[str] = []
    for name in names[at + 1 : at + 5]:
        if name.key != names[at].key and name.key not in keys:
            keys.append(name.key)
        if len(keys) > NEXT:
            return
        yield name


def _may_end(text: str, name: Named, role: Role) -> bool:
    """Whether the name ends as the role's words want it; a class word alone is no name for that."""
    return not role.words or (name.how != DEFINITE and role.may_be(text[name.start : name.end]))


def _goes_on(rule: Rule, text: str, at: int, end: int) -> bool:
    """Whether what stands behind a place of the sentence, which ends at ``end``, is what the rule wants there."""
    return rule.after is None or rule.after.match(text[at : min(end, at + _AFTER)]) is not None


def _classed(name: Named, role: Role) -> Named:
    return name if name.type else name._replace(type=role.guess)
