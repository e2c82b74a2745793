"""Which mentions stay where several overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from operator import attrgetter

from kg.find.cues import DEFINITE
from kg.values import Mention

# A number, a sign or a syllable by itself, as cells of tables leave them behind a legal form, names nothing; 시 and 도 point at one.
_NAMEABLE = re.compile(r"[A-Za-z].*\w|[가-힣一-龥].*[가-힣一-龥]")


def settle(found: Iterable[Mention], first: Sequence[Mention] = ()) -> list[Mention]:
    """The mentions that stay where several overlap: those of ``first``, then the longer, then the surer; in reading order."""
    named = sorted(found, key=attrgetter("start"))
    preferred = {id(m) for m in first}
    return [m for group in _overlapping(named) for m in (group if len(group) == 1 else _preferred(group, preferred))]


def _overlapping(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions, which are sorted by their start, in groups that share no place of the text."""
    group: list[Mention] = []
    end = 0
    for mention in mentions:
        if group and mention.start >= end:
            yield group
            group = []
        group.append(mention)
        end = max(end, mention.end)
    if group:
        yield group


def _preferred(group: Sequence[Mention], preferred: Set[int]) -> list[Mention]:
    taken: list[Mention] = []
    for mention in sorted(group, key=lambda m: (id(m) not in preferred, m.start - m.end, -m.confidence, m.start, m.type)):
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    return sorted(taken, key=attrgetter("start"))


def added(settled: list[Mention], found: Iterable[Mention], *, first: bool = False) -> list[Mention]:
    """The mentions that stay of those ``settled`` and what was ``found`` since, which may go ``first``."""
    new = [m for m in found if is_nameable(m)]
    return settle([*settled, *new], new if first else ()) if new else settled


def is_nameable(mention: Mention) -> bool:
    """Whether a mention names something: a known name, a class word that points at one, or letters enough."""
    return bool(mention.authority) or mention.rule == DEFINITE or bool(_NAMEABLE.search(mention.text))
