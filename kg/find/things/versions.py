"""Find the other versions of a product that a text names with a number: 새길 2.0 beside 새길 2.5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.ontology.load import PRODUCT
from kg.ontology.names import Names
from kg.values import Mention

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_VERSION = re.compile(rf"(?P<base>\D*[^\d\s.]) ?{_NUMBER}")
_SHORTEST = 2


def find_versions(text: str, mentions: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """Every place at which the name of a product of ``mentions`` stands with another number."""
    products = (found for m in mentions if m.type == PRODUCT and (found := _VERSION.fullmatch(m.text)))
    for base in sorted({found["base"] for found in products if len(found["base"]) >= _SHORTEST}):
        for match in re.finditer(rf"(?<![가-힣A-Za-z0-9]){re.escape(base)} ?{_NUMBER}(?={names.version_end.pattern})", text):
            yield Mention(match.start(), match.end(), match.group(), PRODUCT, None, "version", 0.7)
