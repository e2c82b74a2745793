"""Find the versions of a product, by a number or a further name: 새길 2.0 beside 새길 2.5, ‘새길 2.5 미니’, 챗GPT 엔터프라이즈."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.find.proper import PROPER
from kg.find.quotes import OPEN
from kg.ontology.load import PRODUCT
from kg.ontology.names import Names
from kg.values import Mention

# The number of a version, or of a craft; no date, count or list goes on behind it: 다누리 25. 11. 27., 누리호 1, 2단.
_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_ALONE = r"(?![.,~∼∙·/\-] ?\d)"
_SHORTEST = 2
# The product by whose name a variant is called has so many letters at least.
_LONG = 3
# The rule of such a name.
VERSION = "version"
_SURE, _SURER = 0.7, 0.75


def find_versions(text: str, mentions: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """Every place at which the name of a product of ``mentions`` stands with another number, and the quoted names of its variants."""
    products = [m for m in mentions if m.type == PRODUCT]
    told = {(m.start, m.end) for m in mentions if m.type}
    version = re.compile(rf"(?P<base>\D*[^\d\s.]) ?{_NUMBER}(?P<counter>{names.craft_counter})?")
    versions = (found for m in products if (found := version.fullmatch(m.text)))
    end = rf"(?={names.version_end.pattern}){_ALONE}"
    for base, counter in sorted({(found["base"], found["counter"] or "") for found in versions if len(found["base"]) >= _SHORTEST}):
        for match in re.finditer(rf"(?<![가-힣A-Za-z0-9]){re.escape(base)} ?{_NUMBER}{counter}{end}", text):
            if match.span() not in told:
                yield Mention(match.start(), match.end(), match.group(), PRODUCT, None, VERSION, _SURER)
    number = re.compile(rf" ?{_NUMBER}{end}")
    for m in products:
        if m.authority and not m.text[-1].isdigit() and (behind := number.match(text, m.end)):
            yield Mention(m.start, behind.end(), text[m.start : behind.end()], PRODUCT, None, VERSION, _SURE)
    named = tuple({m.text for m in products if "quoted" in m.rule and len(m.text) >= _LONG})
    for m in mentions:
        open_ = not m.type and m.rule.startswith(OPEN)
        if open_ and any(m.text.startswith(name) and names.variant.fullmatch(m.text, len(name)) for name in named):
            yield Mention(m.start, m.end, m.text, PRODUCT, None, VERSION, _SURER)


def find_lines(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The lines of a known product that a proper noun right behind its name tells apart, which nothing else marks: 챗GPT 엔터프라이즈."""
    known = {m.end + 1: m for m in mentions if m.type == PRODUCT and m.authority and text[m.end : m.end + 1] == " "}
    for m in mentions:
        if m.rule == PROPER and m.start in known:
            start = known[m.start].start
            yield Mention(start, m.end, text[start : m.end], PRODUCT, None, VERSION, _SURE)
