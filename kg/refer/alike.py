"""Tell which names of a document are of one event or policy: it is called with fewer words, with others, and with words for words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from kg.find.cues import DEFINITE
from kg.ontology.authority import fold
from kg.ontology.load import EVENT, POLICY
from kg.ontology.names import Names
from kg.values import Analysis, Mention

_ASIDE, _DIGIT = re.compile(r"\([^()]*\)"), re.compile(r"\d")
# A name with fewer words or syllables (반도체협회 회장단 간담회, of the 반도체산업협회) has as many letters as these at least, this share
# of the full name's, and the same at the beginning and at the end, where the kind of event stands.
_LETTERS, _SHARE, _BEGINNING, _END = 8, 0.6, 1, 2
# So many letters a plan's name has without the word for any plan.
_SHORTEST = 4
# Names of one kind of event of which no sentence has both share so many of the letters that stand side by side in what the shorter one
# says before its kind.
_ALIKE = 0.65
# So near before a word for an event its number stands.
_NUMBER_REACH = 8
# A word with another for it in a parenthesis, by which it may be called as well: 인공지능(AI) 포럼.
_GLOSS = re.compile(r"[가-힣A-Za-z]+\(([^()]+)\)")


class Form(NamedTuple):
    """A folded name of an event: ``kind`` is the class word with which it ends, ``at`` the mention that has it first."""

    name: str
    kind: str
    at: int
    sentences: set[int]

    @property
    def pairs(self) -> set[str]:
        """The letters that stand side by side in what the name says before its kind."""
        return {a + b for a, b in pairwise(self.name.removesuffix(self.kind))}


def core(name: str, names: Names) -> str:
    """A name folded, without quotation and footnote marks, ordinals and years, for comparison inside one document."""
    bare = _ASIDE.sub("", name.replace("*", ""))
    bare = names.ordinals.sub("", names.years.sub("", bare)) if _DIGIT.search(bare) else bare
    for ending in names.draft_endings:
        bare = bare.removesuffix(ending)
    return fold(bare) or fold(name)


def same_things(mentions: Sequence[Mention], names: Names, analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Pairs of mentions whose names are of one event or policy; two of other numbers or years are two things."""
    forms: dict[str, dict[str, Form]] = {EVENT: {}, POLICY: {}}
    for at, mention in enumerate(mentions):
        if mention.type in forms and mention.authority is None and mention.rule != DEFINITE:
            sentence = analysis.sentence_at(mention.start).index
            own = core(mention.text, names)
            for name in dict.fromkeys(core(text, names) for text in _called(mention, names, analysis.document.text)):
                same = forms[mention.type].setdefault(name, Form(name, _kind(name, names), at, set()))
                same.sentences.add(sentence)
                first = mentions[same.at].text
                # Those of one name are joined, or kept apart, before.
                if same.at != at and core(first, names) != own and not _apart(mention.text, first, names):
                    yield same.at, at
    yield from _shorter(forms[EVENT], mentions, names)
    yield from _shorter(forms[POLICY], mentions, names, apart=True)
    yield from _alike(tuple(forms[EVENT].values()), mentions, names)


def wrapped(mentions: Sequence[Mention], names: Names) -> Iterator[tuple[int, int]]:
    """Pairs of a plan's name and the same one with or without a word for any that a row or the text has: 새길 바우처 사업, 새길 바우처."""
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    plans: dict[str, int] = {}
    for at, mention in enumerate(mentions):
        if mention.rule != DEFINITE and mention.type in {POLICY, ""}:
            name = core(mention.text, names)
            if mention.authority:
                rows[name].setdefault(mention.authority, at)
            else:
                plans.setdefault(name, at)
    for name, at in plans.items():
        called = dict.fromkeys((name, names.policy_wrapping.sub("", name))) if mentions[at].type == POLICY else ()
        for short in called:
            same = [*rows.get(short, {}).values()] or [plans.get(short, at)]
            apart = len(same) > 1 or same == [at] or _apart(mentions[at].text, mentions[same[0]].text, names)
            if len(short) >= _SHORTEST and not apart:
                yield at, same[0]


def _shorter(forms: Mapping[str, Form], mentions: Sequence[Mention], names: Names, *, apart: bool = False) -> Iterator[tuple[int, int]]:
    """Pairs of a name with fewer words or syllables and the only one that has more, if so ``apart``: in another sentence."""
    for short, one in forms.items():
        longer = [other.at for full, other in forms.items() if _is_loosely(short, full) and not (apart and one.sentences & other.sentences)]
        longer = [at for at in longer if not _apart(mentions[one.at].text, mentions[at].text, names)]
        if len(longer) == 1:
            yield one.at, longer[0]


def _alike(forms: Sequence[Form], mentions: Sequence[Mention], names: Names) -> Iterator[tuple[int, int]]:
    """Pairs of names that share most of their letters; of what is like two names that are unlike nobody knows which it is."""
    like = {one.name: [other for other in forms if other.at != one.at and _are_alike(one, other, mentions, names)] for one in forms}
    sure = {name for name, others in like.items() if all(_are_alike(*two, mentions, names) for two in combinations(others, 2))}
    yield from ((one.at, other.at) for one in forms if one.name in sure for other in like[one.name] if other.name in sure)


def _called(mention: Mention, names: Names, text: str) -> Iterator[str]:
    """What a thing is called: with glosses or other words; an event by its kind's gloss (토론회(포럼)), or without a word for any."""
    yield mention.text
    yield _GLOSS.sub(r"\1", mention.text)
    if mention.type != EVENT:
        same = ((word, other) for word, others in names.same_words.items() for other in others if word in mention.text)
        yield from (mention.text.replace(word, other) for word, other in same)
        return
    kind = _kind(fold(mention.text), names)
    gloss = names.event_gloss.match(text, mention.end)
    if gloss and kind and names.class_of_cue.get(fold(gloss[0].strip("()"))) == EVENT and mention.text.endswith(kind):
        yield mention.text.removesuffix(kind) + gloss[0].strip("()")
    for word in names.event_wrapping:
        bare = mention.text.removesuffix(word).rstrip()
        if bare != mention.text and _kind(fold(bare), names):
            yield bare


def _kind(name: str, names: Names) -> str:
    """The longest class word of events with which a folded name ends, or an empty string."""
    cues = names.class_of_cue
    return next((name[at:] for at in range(len(name)) if cues.get(name[at:]) == EVENT), "")


def _are_alike(one: Form, other: Form, mentions: Sequence[Mention], names: Names) -> bool:
    """Whether two names of a kind of event share most of their letters, and no sentence has both."""
    if one.at == other.at:
        return True
    if not one.kind or one.kind != other.kind or one.sentences & other.sentences:
        return False
    said, heard = mentions[one.at].text, mentions[other.at].text
    ones, others = one.pairs, other.pairs
    if not (ones and others):
        # 2기 수료식 says no more than its number.
        return numbers_of(said, names)[0] == numbers_of(heard, names)[0] != ""
    shared = len(ones & others)
    return 0 < shared >= _ALIKE * min(len(ones), len(others)) and not _apart(said, heard, names)


def _is_loosely(short: str, full: str) -> bool:
    """Whether a folded name leaves out some letters of another one between its beginning and its end."""
    if not max(_LETTERS, _SHARE * len(full)) <= len(short) < len(full):
        return False
    if short[:_BEGINNING] != full[:_BEGINNING] or short[-_END:] != full[-_END:]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)


def numbers_of(name: str, names: Names) -> tuple[str, str]:
    """The digits of a name's ordinal number and of its year, each an empty string where it has none."""
    found = (pattern.search(name) for pattern in (names.ordinals, names.years))
    ordinal, year = (re.sub(r"\D", "", match[0]) if match else "" for match in found)
    return ordinal, year


def number_before(text: str, mention: Mention, ordinal: re.Pattern[str]) -> re.Match[str] | None:
    """The number right before a word for an event, as ``ordinal`` has it: 제18회 전체회의."""
    return ordinal.search(text, max(0, mention.start - _NUMBER_REACH), mention.start)


def differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether of two names' numbers one that both have is not the same."""
    return any(a and b and a != b for a, b in zip(one, other, strict=True))


def _apart(one: str, other: str, names: Names) -> bool:
    """Whether both names have a number or year, and not the same."""
    return differ(numbers_of(one, names), numbers_of(other, names))
