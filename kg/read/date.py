"""The day of publication, from a ladder of evidence; never a guess."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.read.draft import Evidence
from kg.read.layout import Piece
from kg.read.normal import clean
from kg.read.page import PageKnowledge

RECORD = "record field"
METADATA = "page metadata"
LABEL = "visible label"
MONTH_DAY = "month and day with the year of an address"
ADDRESS = "address"
DATELINE = "dateline"
FILE_NAME = "file name"
LADDER = (RECORD, METADATA, LABEL, MONTH_DAY, ADDRESS, DATELINE, FILE_NAME)

FIRST, LAST = 1990, 2100
# An article's label may be some weeks younger than its pictures, never much older.
NEAR = dt.timedelta(days=60)
SEOUL = dt.timezone(dt.timedelta(hours=9))
HEAD_PIECES = 12
HEAD_LENGTH = 120

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})$")
_DIGITS = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:\d{4}|\d{6})?$")
_STAMPS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)/?(?P<m>[01]\d)/(?P<d>[0-3]\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d\d{0,6})?)?(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_.](?P<m>[01]?\d)[-_.](?P<d>[0-3]?\d)(?!\d)"),
)


def find_date(evidences: Iterable[Evidence]) -> tuple[dt.date | None, str]:
    """The day told by the best evidence, and words that name its kind, its literal text and every evidence that disagrees.

    Kinds rank as in ``LADDER``; within a kind the first given wins. Without a day, the words tell what was seen instead.
    """
    ranked = sorted(evidences, key=lambda evidence: LADDER.index(evidence.kind))
    best = next((evidence for evidence in ranked if evidence.date), None)
    if best is None:
        seen = "; ".join(f'{evidence.kind} "{evidence.literal}" tells no full date' for evidence in ranked[:3])
        return None, " ".join(clean(f"none found: {seen}").split()) if seen else "none found"
    other: dict[str, None] = {}
    for evidence in ranked:
        if evidence.date and evidence.date != best.date:
            other.setdefault(f'{evidence.kind} "{evidence.literal}" says {evidence.date}')
    return best.date, " ".join(clean("; but ".join([f'{best.kind} "{best.literal}"', *list(other)[:3]])).split())


def stated(kind: str, value: str, page: PageKnowledge) -> Evidence:
    """The evidence of a field that is meant to be a date: ISO 8601, 8 to 14 digits, or a written date; a zoned time is told in Seoul's."""
    value = value.strip()
    return Evidence(kind, value[:60], _zoned(value) or _of(_DIGITS.match(value)) or _of(page.full_date.search(value)))


def _zoned(value: str) -> dt.date | None:
    if not _ISO.match(value):
        return None
    try:
        day = dt.datetime.fromisoformat(value).astimezone(SEOUL).date()
    except (ValueError, OverflowError):
        return None
    return day if FIRST <= day.year <= LAST else None


def _of(match: re.Match[str] | None) -> dt.date | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"])) if match else None


def _short(match: re.Match[str] | None) -> dt.date | None:
    """Two digits are a year of this century; no page is older."""
    if match is None:
        return None
    year, month, day = (match[name] or match[f"{name}2"] for name in "ymd")
    return _day(2000 + int(year), int(month), int(day))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if FIRST <= year <= LAST else None
    except ValueError:
        return None


def stamps(kind: str, addresses: Iterable[str]) -> list[Evidence]:
    """The days stamped into addresses or file names, the youngest first, since an article may show older pictures."""
    found: dict[dt.date, Evidence] = {}
    for address in addresses:
        for day, literal in _stamped(address):
            found.setdefault(day, Evidence(kind, literal, day))
    return [found[day] for day in sorted(found, reverse=True)]


def _stamped(address: str) -> Iterator[tuple[dt.date, str]]:
    for pattern in _STAMPS:
        for match in pattern.finditer(address):
            if day := _of(match):
                yield day, _around(address, match.start(), match.end())


def _around(address: str, start: int, end: int) -> str:
    """The stamp with the rest of the address behind it, so that a reader can find it."""
    return address[start : max(end, min(len(address), start + 60))]


def labelled(text: str, labels: re.Pattern[str], kind: str, page: PageKnowledge) -> list[Evidence]:
    """A full date directly behind each label of the text; the literal holds both."""
    found = []
    for label in labels.finditer(text):
        match = page.full_date.match(text, label.end())
        day = _of(match) if match else None
        if match is None:
            match = page.short_date.match(text, label.end())
            day = _short(match)
        if match and day:
            found.append(Evidence(kind, text[label.start() : match.end()], day))
    return found + [Evidence(kind, text[date.start() : label.end()], day) for date, label, day in _labelled_behind(text, page)]


def _labelled_behind(text: str, page: PageKnowledge) -> Iterator[tuple[re.Match[str], re.Match[str], dt.date]]:
    """The full dates with a label behind them, as wires write: 2025/10/01 18:20 송고."""
    for date in page.full_date.finditer(text):
        label, day = page.labels_behind.match(text, date.end()), _of(date)
        if label and day:
            yield date, label, day


def month_days(text: str, years: Sequence[Evidence], page: PageKnowledge) -> list[Evidence]:
    """Each labelled month and day, with the year that brings it nearest to the youngest day of ``years``, and not far from it."""
    found = []
    for label in page.date_labels.finditer(text):
        match = page.month_day.match(text, label.end())
        if match is None:
            continue
        literal = text[label.start() : match.end()]
        day, address = _nearest(int(match["m"]), int(match["d"]), years)
        found.append(Evidence(MONTH_DAY, f"{literal} + {address}" if address else literal, day))
    return found


def _nearest(month: int, day: int, years: Sequence[Evidence]) -> tuple[dt.date | None, str]:
    for known in years:
        if known.date is None:
            continue
        near = [_day(known.date.year + step, month, day) for step in (0, 1)]
        fitting = [one for one in near if one and dt.timedelta(days=-1) <= one - known.date <= NEAR]
        if fitting:
            return fitting[0], known.literal
    return None, ""


def dates_in(found: Sequence[Piece], page: PageKnowledge) -> list[Evidence]:
    """The dates that the head and the tail of an article's own text tell: labels, a release's head, a dateline."""
    evidences: list[Evidence] = []
    for piece in (*found[:HEAD_PIECES], *found[HEAD_PIECES:][-3:]):
        text = piece.text[:HEAD_LENGTH].replace("\n", " ")
        evidences += labelled(text, page.date_labels, LABEL, page)
        evidences += labelled(text, page.press_labels, DATELINE, page)
        if piece.kind == "byline" and (day := _of(match := page.full_date.search(text))) and match:
            evidences.append(Evidence(DATELINE, match[0], day))
    return evidences
