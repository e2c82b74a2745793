"""Sums of money in a text, in whole units of an ISO 4217 currency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.find.numerals import read_number
from kg.ontology.node import read_yaml
from kg.ontology.pattern import any_of
from kg.values import Quantity

_KEYS = ("large", "small", "short", "approximate", "currencies", "before", "not-after", "may-follow", "not-before", "rate", "examples")
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,16})(?:\.\d{1,6})?"
_AFTER_FIRST = r"(?:\d{0,2}(?:,\d{3}){1,5}|\d{0,15})(?:\.\d{1,6})?"
_RATE = 12  # characters before a number in which a word that makes it a rate stands
_GROUPS = 6  # of digits with their scales in one sum; a bound on the work that hostile text can ask for


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """How sums are written; ``behind`` matches number and currency word, ``ahead`` currency sign and number.

    ``rate`` ends where the number of one begins; ``examples`` are texts with the amounts that must be found in each.
    """

    behind: re.Pattern[str]
    ahead: re.Pattern[str]
    rate: re.Pattern[str]
    large: Mapping[str, int]
    small: Mapping[str, int]
    short: Mapping[str, int]
    approximate: frozenset[str]
    words: Mapping[str, str]
    signs: Mapping[str, str]
    examples: tuple[tuple[str, tuple[str, ...]], ...]


def load_money(path: Path) -> MoneyTable:
    """The table in the YAML file ``path``; OntologyError with file, line and what is allowed where it is wrong."""
    raw = _read(path)
    words = {word: code for code, forms in raw["currencies"].items() for word in forms}
    signs = {sign: code for code, forms in raw["before"].items() for sign in forms}
    scale = f"(?:{any_of(raw['large'])}|{any_of(raw['small'])}|{any_of(raw['approximate'])})"
    # What stands before the first digit is looked at behind it: a search for a class is ten times as fast as one for anything else.
    first = r"\d" + "".join(rf"(?<!{each}\d)" for each in raw["not-before"])
    number = rf"{first}{_AFTER_FIRST}(?:\s?{scale}{{1,4}}\s?{_DIGITS}){{0,{_GROUPS}}}(?:\s?{scale}{{1,4}})?"
    end = rf"(?!{raw['not-after']})(?:(?![가-힣A-Za-z])|(?={raw['may-follow']}))"
    letters = rf"(?:\s?(?P<short>{any_of(raw['short'])})(?![A-Za-z]))?"
    try:
        behind = re.compile(rf"(?P<number>{number})\s?(?P<currency>{any_of(words)}){end}")
        ahead = re.compile(rf"(?<![A-Za-z])(?P<currency>{any_of(signs)})\s?(?P<number>{_DIGITS}){letters}(?![\d.,]{{0,3}}\d)")
        rate = re.compile(rf"(?:{raw['rate']})$")
    except re.error as error:
        raise OntologyError(f"{path}:1: no regular expression: {error}") from error
    examples = tuple((each["text"], tuple(each["amounts"])) for each in raw["examples"])
    return MoneyTable(behind, ahead, rate, raw["large"], raw["small"], raw["short"], frozenset(raw["approximate"]), words, signs, examples)


def _read(path: Path) -> dict[str, Any]:
    raw = read_yaml(path)
    wrong = set(_KEYS) ^ set(raw) if isinstance(raw, dict) else set(_KEYS)
    if wrong:
        raise OntologyError(f"{path}:1: {', '.join(sorted(wrong))} missing or unknown; a table of money has {', '.join(_KEYS)}")
    return dict(raw)


def find_money(text: str, table: MoneyTable) -> tuple[Quantity, ...]:
    """The sums of money of a text in reading order, without overlap.

    Of a range only the sum with its currency is one (``10~20`` units give 20). Sums that are not whole units, such as a rate of 0.5,
    classes of sums and numbers without digits are left out.
    """
    found = [_sum(match, table) for match in table.behind.finditer(text)]
    if any(sign in text for sign in table.signs):
        found += [_signed(match, table) for match in table.ahead.finditer(text)]
    kept: list[Quantity] = []
    for each in sorted((each for each in found if each), key=lambda each: (each.start, -each.end)):
        if not kept or kept[-1].end <= each.start:
            kept.append(each)
    return tuple(kept)


def _sum(match: re.Match[str], table: MoneyTable) -> Quantity | None:
    written = "".join(sign for sign in match["number"] if sign not in table.approximate)
    rate = table.rate.search(match.string, max(match.start() - _RATE, 0), match.start()) is not None
    return _quantity(match, read_number(written, table.large, table.small), table.words[match["currency"]], rate=rate)


def _signed(match: re.Match[str], table: MoneyTable) -> Quantity | None:
    number = Decimal(match["number"].replace(",", "")) * table.short.get(match["short"], 1)
    return _quantity(match, number, table.signs[match["currency"]])


def _quantity(match: re.Match[str], number: Decimal | None, currency: str, *, rate: bool = False) -> Quantity | None:
    if not number or number != number.to_integral_value():
        return None
    return Quantity(match.start(), match.end(), match[0], int(number), currency, rate)
