"""The mentions of one document, each with what it speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from kg.find.again import AGAIN
from kg.find.finder import Findings
from kg.find.quotes import OPEN
from kg.ontology.authority import Authority
from kg.ontology.load import PLACE
from kg.refer.clusters import fullest
from kg.values import Mention, Span

# The beginning of the key of a thing that the text speaks of by an office alone.
UNNAMED = "row:"
# The beginning of the key of a thing that is named inside longer names alone.
WITHIN = "within:"


class Mentioned:
    """The mentions of a document with the ``keys`` of what they speak of, empty for nothing; ``members`` are the mentions of each thing.

    ``bodies`` are the classes of bodies.
    """

    def __init__(
        self, findings: Findings, authority: Authority, bodies: frozenset[str], mentions: Sequence[Mention], keys: Sequence[str]
    ) -> None:
        self.mentions, self.keys = mentions, keys
        self._analysis = findings.analysis
        self.text, self.date = findings.analysis.document.text, findings.analysis.document.date
        self.bodies, self._authority = bodies, authority
        self._starts = [mention.start for mention in mentions]
        self.members: dict[str, list[Mention]] = defaultdict(list)
        for mention, key in zip(mentions, keys, strict=True):
            if key:
                self.members[key].append(mention)
        self._add_nested(findings.nested)
        self._types = {key: fullest(found).type for key, found in self.members.items()}
        self._row_keys = {m.authority: key for key, found in reversed(self.members.items()) for m in found if m.authority}

    def _add_nested(self, nested: Sequence[Mention]) -> None:
        """A name that stands inside longer ones alone is of a thing of its own: the plan in a name of an event about it."""
        said = {mention.text for mention in self.mentions}
        for inner in nested:
            if not inner.authority and inner.text not in said:
                self.members[WITHIN + inner.text].append(inner)

    def sentence_end(self, place: int) -> int:
        """Where the sentence ends in which a place of the text is."""
        return self._analysis.sentence_at(place).end

    def is_phrase(self, mention: Mention) -> bool:
        """Whether a quoted name that nothing classes is of several words and ends as a common noun: ‘민간 협업 생태계 조성’."""
        if not mention.rule.removeprefix(AGAIN).startswith(OPEN) or " " not in mention.text:
            return False
        last = next((t for t in reversed(self._analysis.sentence_at(mention.start).tokens) if t.start < mention.end), None)
        return last is not None and last.tag == "NNG"

    def at(self, span: Span | None) -> int | None:
        """The number of the mention that covers the span."""
        if span is None:
            return None
        at = self.last_before(span.start + 1)
        return at if at >= 0 and self.mentions[at].end > span.start else None

    def last_before(self, place: int) -> int:
        """The number of the last mention that begins before a place of the text; -1 where there is none."""
        return bisect_left(self._starts, place) - 1

    def type_of(self, key: str) -> str:
        """The class of a thing."""
        return self._authority.rows[key.removeprefix(UNNAMED)].type if key.startswith(UNNAMED) else self._types[key]

    def row_key(self, row: str) -> str:
        """The key of the thing that an authority row names, whether or not this document names it."""
        return self._row_keys.get(row) or UNNAMED + row

    def twin(self, mention: Mention) -> tuple[str, str]:
        """The other thing of a mention's name, with its class: the city that acts, of a spot on the map; else nothing.

        It may be called otherwise: 강원 평창 is where 평창군 is.
        """
        row = self._authority.rows[mention.authority] if mention.authority else None
        rows = (other for name in dict.fromkeys((mention.text, row.ko)) for other in self._authority.at(name, self.date)) if row else ()
        other = next((other for other in rows if other.id != mention.authority), None)
        return (self.row_key(other.id), other.type) if other else ("", "")

    def is_body(self, at: int) -> bool:
        """Whether a mention is of a body that is known."""
        return self.mentions[at].type in self.bodies and bool(self.keys[at])

    def acts(self, at: int) -> bool:
        """Whether a mention is of a body, and of none that is a place as well."""
        return self.is_body(at) and self.twin(self.mentions[at])[1] != PLACE

    def body(self, at: int | None) -> str | None:
        """The key of the body that a mention names; a place that has a title is the city or country that acts."""
        if at is None:
            return None
        if self.mentions[at].type in self.bodies:
            return self.keys[at] or None
        twin, type_ = self.twin(self.mentions[at])
        return twin if type_ in self.bodies else None

    def last_body(self, before: int) -> str | None:
        """The key of the body named last before a place of the text, or there."""
        return next((self.keys[at] for at in range(self.last_before(before + 1), -1, -1) if self.is_body(at)), None)
