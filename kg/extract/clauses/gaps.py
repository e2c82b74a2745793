"""Tell apart several who each do something to a thing of his own under one verb: A가 칩을, B가 로봇을 C에 납품한다."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.analyse.items import SUBJECT
from kg.extract.clauses.phrase import Phrase

# The cases of what stands before the comma that parts one from the next.
_PARTED = frozenset({"accusative", "about"})


class Gaps(NamedTuple):
    """What all share, what each but the last has, what the last has, and of that what all have behind their objects."""

    shared: tuple[Phrase, ...]
    earlier: tuple[tuple[Phrase, ...], ...]
    last: tuple[Phrase, ...]
    behind: tuple[Phrase, ...]


def gaps(phrases: Sequence[Phrase]) -> Gaps | None:
    """The phrases before a verb by the subjects to which they belong, or by what is said of each thing under one; else None."""
    starts = [at for at, p in enumerate(phrases) if p.case in SUBJECT and not p.is_time]
    if len(starts) < 2:
        # At the head of a headline stands who acts: 특허청, 2020년 시상식 개최.
        return _repeated(phrases, starts[0] + 1 if starts else int(bool(phrases) and phrases[0].case == "title"))
    if paired := _paired(phrases, starts):
        return paired
    parts = [tuple(phrases[start:end]) for start, end in zip(starts, [*starts[1:], len(phrases)], strict=True)]
    *earlier, last = parts
    object_ = next((at for at, p in enumerate(last) if p.case in _PARTED), None)
    if object_ is None or not all(is_parted(p[-1]) for p in earlier):
        return None
    return Gaps(tuple(phrases[: starts[0]]), tuple(earlier), last, last[object_ + 1 :])


def is_parted(phrase: Phrase) -> bool:
    """Whether a comma parts what somebody does something to from what is told of the next."""
    return phrase.case in _PARTED and phrase.chunks[-1].joined == ","


def _paired(phrases: Sequence[Phrase], starts: Sequence[int]) -> Gaps | None:
    """Things of which each is another's, or None: 칩은 A가, 로봇은 B가 납품한다."""
    pairs = list(zip(starts[::2], starts[1::2], strict=False))
    alike = all(topic + 1 == own and phrases[topic].case == "topic" and phrases[own].case == "nominative" for topic, own in pairs)
    if len(pairs) < 2 or len(starts) % 2 or not alike:
        return None
    earlier = tuple((phrases[topic], phrases[own]) for topic, own in pairs[:-1])
    topic, own = pairs[-1]
    if topic - starts[0] != 2 * len(earlier) or not all(p.chunks[-1].joined == "," for _, p in earlier):
        return None
    return Gaps(tuple(phrases[: starts[0]]), earlier, tuple(phrases[topic:]), tuple(phrases[own + 1 :]))


def _repeated(phrases: Sequence[Phrase], first: int) -> Gaps | None:
    """Things of which the same is said of each, behind who acts, or None: A를 주관기관으로, B를 참여기관으로; 12일 A, 13일 B를."""
    ends = [at + 1 for at in range(first, len(phrases) - 1) if phrases[at].chunks[-1].joined == ","]
    last = tuple(phrases[ends[-1] :]) if ends else ()
    # The first day, right behind who acts, holds for all the sentence.
    like = last[1:] if last and last[0].is_time else last
    if len(last) < 2 or not like:
        return None
    begins = [max(end - len(like), before) for before, end in zip([first, *ends], ends, strict=False)]
    earlier = [tuple(phrases[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    if not all(_says_the_same(part, like) for part in earlier):
        return None
    closed = tuple((*part[:-1], part[-1]._replace(case=like[-1].case)) for part in earlier)
    return Gaps(tuple(phrases[: begins[0]]), closed, last, ())


def _says_the_same(part: Sequence[Phrase], other: Sequence[Phrase]) -> bool:
    """Whether both have the same cases, but that the last may have none yet, and name something in the same."""
    if len(part) != len(other) or part[-1].case not in {"", "title", other[-1].case}:
        return False
    cases = all(one.case == another.case and not one.is_time for one, another in zip(part[:-1], other[:-1], strict=True))
    return cases and any(one.names and another.names for one, another in zip(part, other, strict=True))


def earlier_parts(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """What a clause that tells of a noun leaves to the verb behind it where several each do something, up to the last of them.

    Such a clause has no topic: A는 칩을, B는 [물건을 옮기는] 로봇을 납품한다.
    """
    topic = next((at for at in range(len(phrases) - 1, 0, -1) if phrases[at].case == "topic" and not phrases[at].is_time), 0)
    before = phrases[:topic] if topic and is_parted(phrases[topic - 1]) else ()
    return tuple(phrases[: topic + 1]) if any(p.case in SUBJECT and not p.is_time for p in before) else ()
