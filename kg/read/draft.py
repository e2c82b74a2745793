"""What a format's reader hands on: parts of text and the evidence found, before blocks are cut."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from kg.errors import InputError


class Unreadable(InputError):  # noqa: N818 - it is told to the user as a skipped input, not as a failure
    """An input that gives no document: ``reason`` and ``remedy`` as they go into ``Skipped``."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy


class Part(NamedTuple):
    """A piece of text in reading order; ``kind`` is a block kind, or empty where the layout must tell."""

    kind: str
    text: str


class Evidence(NamedTuple):
    """One hint at the day of publication: its kind, the words that tell it, and the day if they tell one."""

    kind: str
    literal: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as one format gives it; the texts are not normalised yet. ``id`` is empty where the format has none.

    ``site`` names the site that shows the article, which stands in for the publisher where nothing better does.
    """

    title: str
    parts: tuple[Part, ...]
    dates: tuple[Evidence, ...] = ()
    publisher: str | None = None
    url: str | None = None
    id: str = ""
    site: str | None = None
