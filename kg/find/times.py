"""Time expressions in a text, resolved against the document's date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from kg.find import calendar as cal
from kg.find.reckon import KINDS, Scene, Slots, Unanchored
from kg.find.timetable import TimePattern, TimeTable, load_times
from kg.values import Time, TimeRef

__all__ = ["TimeTable", "find_times", "load_times"]

UNRESOLVED = "unresolved: no document date"
_REACH = 48  # characters between two times of one sentence across which the year is carried
_DAY = len("2025-01-01")
_DAYS = len("2025-01-01/2025-01-02")


def find_times(text: str, anchor: dt.date | None, table: TimeTable) -> tuple[TimeRef, ...]:
    """The time expressions of a whole document's text in reading order, without overlap, the longest one at each place.

    ``anchor`` is the document's date; an expression that needs it where it is None has no ``time`` and says so in ``rule``, which is
    else the id of its pattern. Impossible dates, recurring ones and mere yardsticks (compared with last year) are left out.
    """
    found: list[TimeRef] = []
    scene, taken, told = Scene(anchor), 0, False
    for gate in table.gate.finditer(text):
        if gate.start() < taken:
            continue
        hit = _longest(text, gate.start(), table)
        if hit is None:
            continue
        pattern, match = hit
        taken = match.end()
        if table.after.match(text, taken) or table.before.search(text[max(0, match.start() - 6) : match.start()]):
            continue
        slots = _slots(match, table.words)
        carried = scene.last if told and _same_sentence(text, found[-1].end, match.start(), table) else None
        reference = _resolve(pattern, match, slots, replace(scene, carried=carried))
        if reference is None:
            continue
        found.append(reference)
        scene = _after(scene, reference.time)
        told = bool(reference.time) and (carried is not None or _tells_year(slots)) and len(scene.last.edtf if scene.last else "") > 4
    return tuple(found)


def _longest(text: str, start: int, table: TimeTable) -> tuple[TimePattern, re.Match[str]] | None:
    best: tuple[TimePattern, re.Match[str]] | None = None
    for pattern in table.patterns:
        match = pattern.regex.match(text, start)
        if match and match.end() > start and (best is None or match.end() > best[1].end()):
            best = pattern, match
    return best


def _slots(match: re.Match[str], words: Mapping[str, Mapping[str, int]]) -> Slots:
    """The groups of a match as numbers: digits as they are, words by their table, and 1 for any other group that is there."""
    slots: dict[str, int] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        table = words.get(name) or words.get(name.removesuffix("2"))
        slots[name] = table[text] if table else int(text) if text.isdecimal() else 1
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
    return TimeRef(match.start(), match.end(), match[0], cal.until(time) if "until" in slots else time, pattern.id)


def _same_sentence(text: str, start: int, end: int, table: TimeTable) -> bool:
    return end - start <= _REACH and not table.stop.search(text, start, end)


def _tells_year(slots: Slots) -> bool:
    return any(name in slots for name in ("year", "yy", "years", "year2", "yy2", "years2"))


def _after(scene: Scene, time: Time | None) -> Scene:
    if time is None:
        return scene
    single = time.earliest if len(time.edtf) == _DAY and "/" not in time.edtf else None
    between = time if len(time.edtf) == _DAYS else None
    return replace(scene, last=time, day=single or scene.day, days=between or scene.days)
