"""Time expressions in a text, resolved against the document's date."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.find.times import calendar as cal
from kg.find.times.reckon import KINDS, Scene, Slots, Unanchored
from kg.find.times.timetable import TimePattern, TimeTable, load_times
from kg.values import Time, TimeRef

__all__ = ["TimeTable", "find_times", "load_times"]

UNRESOLVED = "unresolved: no document date"
_REACH = 32  # characters between two times of one sentence across which the year is carried
_DAY = len("2025-01-01")
_LOOK = 6  # characters before a match that may change or refuse it
_DAYS = len("2025-01-01/2025-01-02")
# What somebody is quoted to have said.
_SPEECH = re.compile(r'"[^"\n]*"|“[^”\n]*”')


def find_times(text: str, anchor: dt.date | None, table: TimeTable) -> tuple[TimeRef, ...]:
    """The time expressions of a whole document's text in reading order, without overlap, the longest one at each place.

    ``anchor`` is the document's date; an expression that needs it where it is None has no ``time`` and says so in ``rule``, which is
    else the id of its pattern. Impossible dates, recurring ones and mere yardsticks (compared with last year) are left out.
    """
    found: list[TimeRef] = []
    scene, told = Scene(anchor), False
    speech = [match.span() for match in _SPEECH.finditer(text)]
    for pattern, match in _hits(text, table):
        slots = _slots(match, table)
        beside = scene.last if _same_sentence(text, scene.last_end, match.start(), table) else None
        carried = beside if told else None
        reference = _resolve(pattern, match, slots, scene._replace(place=match.start(), beside=beside, carried=carried))
        if reference is None:
            continue
        found.append(reference)
        scene = _after(scene, reference, said=_is_within(reference, speech))
        told = (carried is not None or _tells_year(slots)) and _is_fine(reference.time)
    return tuple(found)


def _hits(text: str, table: TimeTable) -> Iterator[tuple[TimePattern, re.Match[str]]]:
    """The longest match at each place where an expression may begin, without those that what stands around them refuses."""
    taken = 0
    for place in sorted({match.start() for gate in table.gates for match in gate.finditer(text)}):
        hit = _longest(text, place, table) if place >= taken else None
        if hit is None:
            continue
        start, taken = hit[1].span()
        if not table.after.match(text, taken) and not table.before.search(text, max(0, start - _LOOK), start):
            yield hit


def _longest(text: str, start: int, table: TimeTable) -> tuple[TimePattern, re.Match[str]] | None:
    best: tuple[TimePattern, re.Match[str]] | None = None
    for pattern in table.patterns:
        match = pattern.regex.match(text, start)
        if match and match.end() > start and (best is None or match.end() > best[1].end()):
            best = pattern, match
    return best


def _slots(match: re.Match[str], table: TimeTable) -> Slots:
    """The groups of a match as numbers: digits as they are, words by their table, and 1 for any other group that is there."""
    slots: dict[str, int] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        words = table.words.get(name) or table.words.get(name.removesuffix("2"))
        slots[name] = words[text] if words else int(text) if text.isdecimal() else 1
    alone = not any(name.endswith("2") for name in slots)
    if alone and table.open_start.search(match.string, max(0, match.start() - _LOOK), match.start()):
        slots["until"] = 1
    return slots


def _resolve(pattern: TimePattern, match: re.Match[str], slots: Slots, scene: Scene) -> TimeRef | None:
    try:
        time = KINDS[pattern.kind](slots, scene)
    except Unanchored:
        return TimeRef(match.start(), match.end(), match[0], None, UNRESOLVED)
    except (ValueError, OverflowError):
        return None
    if time is None:
        return None
    return TimeRef(match.start(), match.end(), match[0], cal.until(time) if "until" in slots else time, pattern.id, pattern.sense)


def _same_sentence(text: str, start: int, end: int, table: TimeTable) -> bool:
    return end - start <= _REACH and not table.stop.search(text, start, end)


def _tells_year(slots: Slots) -> bool:
    return any(name in slots for name in ("year", "yy", "years", "year2", "yy2", "years2"))


def _is_fine(time: Time | None) -> bool:
    """Whether the time ends with a month or a day, so that a bare one behind it goes on from there."""
    return bool(time and cal.ends_with(time).month)


def _is_within(reference: TimeRef, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (reference.start, len(spans))) - 1
    return at >= 0 and reference.end <= spans[at][1]


def _after(scene: Scene, reference: TimeRef, *, said: bool) -> Scene:
    """The scene behind the expression; a day that somebody only speaks of is not the one on which the text goes on."""
    time = reference.time
    if time is None:
        return scene
    if len(time.edtf) == _DAY and "/" not in time.edtf and time.earliest and not said:
        return scene.spoken(time, time.earliest, reference.end)
    return scene._replace(last=time, last_end=reference.end, days=time if len(time.edtf) == _DAYS else scene.days)
