"""Things that have no name but their kind: ``things.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property


@dataclass(frozen=True)
class Things:
    """Things that have no name but their kind and what tells it from others (``things.yml``)."""

    kinds: Mapping[str, tuple[str, ...]]
    wide_kinds: frozenset[str]
    hollow_kinds: frozenset[str]
    field_kinds: frozenset[str]
    named_kinds: tuple[str, ...]
    kind_ends: tuple[str, ...]
    kind_cuts: tuple[str, ...]
    kind_leading: frozenset[str]
    standing_kinds: tuple[str, ...]
    plain_words: frozenset[str]
    leading: frozenset[str]
    dated: re.Pattern[str]
    cuts: tuple[str, ...]
    ways: tuple[str, ...]
    purpose: re.Pattern[str]
    made: tuple[str, ...]
    made_before: tuple[str, ...]
    adnominal: tuple[str, ...]
    being: str
    subject_marks: tuple[str, ...]
    topic_marks: tuple[str, ...]
    maker: str
    together: str
    joint: str
    carriers: frozenset[str]
    no_adverb: str
    counter: str
    not_behind: tuple[str, ...]
    founded_kinds: Mapping[str, tuple[str, ...]]
    founded_telling: tuple[str, ...]
    founded: tuple[str, ...]
    measure_kinds: Mapping[str, tuple[str, ...]]
    taken: tuple[str, ...]
    wide_measures: frozenset[str]
    measure_cuts: tuple[str, ...]

    @cached_property
    def founding(self) -> Things:
        """The same table for what is founded, where most kinds are wide."""
        wide = _all(self.founded_kinds).difference(self.founded_telling)
        return replace(self._plain(self.founded_kinds, self.founded), wide_kinds=wide)

    @cached_property
    def measures(self) -> Things:
        """The same table for what is carried out."""
        plain = self._plain(self.measure_kinds, self.taken)
        return replace(plain, wide_kinds=self.wide_measures, cuts=(*self.cuts, *self.measure_cuts))

    def _plain(self, of_class: Mapping[str, tuple[str, ...]], made: tuple[str, ...]) -> Things:
        """The table for other kinds, of which none is wide, says what a thing with a name is, or stands alone."""
        return replace(
            self,
            kinds=of_class,
            made=made,
            wide_kinds=frozenset(),
            hollow_kinds=_all(of_class),
            standing_kinds=(),
            named_kinds=(),
            kind_ends=(),
        )

    @cached_property
    def class_of_kind(self) -> dict[str, str]:
        """The class of each kind, longer ones first."""
        found = {kind: cls for cls, kinds in self.kinds.items() for kind in kinds}
        return {kind: found[kind] for kind in sorted(found, key=lambda kind: (-len(kind), kind))}


def _all(of_class: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The kinds of all classes."""
    return frozenset(kind for kinds in of_class.values() for kind in kinds)
