"""Blocking: the pairs of groups that are worth comparing, found by keys that names of one thing have in common.

A key is asked only of groups, not of pairs, so the cost grows with the names, not with their square; a key that very many names share
tells nothing and is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.ontology.authority import Post, Row
from kg.ontology.load import BODY, COMPANY, PERSON, Ontology
from kg.resolve.compare import LONG, twins
from kg.resolve.groups import Group
from kg.resolve.nodes import CODE, OFFICE
from kg.resolve.sound import Ear, is_latin
from kg.resolve.spelling import Speller, initials, parts

Key = tuple[str, str]
Blocks = dict[Key, list[Group]]
Heard = tuple[list[tuple[str, Group]], list[tuple[str, Group]]]
Sounds = dict[Key, Heard]
# More groups than this under one key, or pairs of Latin and Hangul names, and it tells nothing.
_CROWD, _PAIRS = 24, 4000
# Shorter names have too many neighbours one letter away.
_LONG, _LONG_PERSON = 5, 3
_KRX, _NEAR = "KRX:", "near "


class Candidates:
    """Finds pairs of groups, and of groups and the rows of the authority file; makes the index of the rows once."""

    def __init__(self, ontology: Ontology, speller: Speller) -> None:
        self._speller, self._bodies = speller, ontology.types_of(BODY)
        self._ear = Ear(ontology.identity.sounds)
        held: dict[str, list[Post]] = defaultdict(list)
        for post in ontology.authority.posts:
            held[post.person].append(post)
        self._rows = {id: group_of(row, held[id]) for id, row in ontology.authority.rows.items()}
        self._row_names: Blocks = defaultdict(list)
        self._row_sounds: Sounds = defaultdict(lambda: ([], []))
        for one in self._rows.values():
            for key in dict.fromkeys(self._keys(one)):
                self._row_names[key].append(one)
            self._sort_in(one, self._row_sounds)

    def with_rows(self, groups: Sequence[Group]) -> dict[str, Group]:
        """The groups by id, each row with its own names, and the rows that no group is of."""
        every = dict(self._rows)
        for one in groups:
            row = every.get(one.row or "")
            every[one.id] = one if row is None else merged(one, row)
        return every

    def pairs(self, every: Mapping[str, Group]) -> list[tuple[Group, Group]]:
        """The pairs to compare, each once, in order; rows that no document names take part, but never two rows."""
        named = [one for one in every.values() if one.members]
        blocks: Blocks = defaultdict(list)
        sounds: Sounds = defaultdict(lambda: ([], []))
        for one in named:
            for key in dict.fromkeys(self._keys(one)):
                blocks[key].append(one)
            self._sort_in(one, sounds)
        found: set[tuple[str, str]] = set()
        for key, block in blocks.items():
            rows = self._row_names.get(key, ())
            if len(block) + len(rows) <= _CROWD:
                close = key[0].startswith(_NEAR)
                found.update((one.id, other.id) for one, other in _two_of(block, rows) if not close or _near(one, other))
        for sound, heard in sounds.items():
            found.update(self._alike(heard, self._row_sounds.get(sound, ([], []))))
        return [(every[one], every[other]) for one, other in sorted({(min(pair), max(pair)) for pair in found})]

    def _keys(self, one: Group) -> Iterator[Key]:
        names = [name for name in one.names if not self._speller.says_little(self._speller.plain(name))]
        for name in names:
            yield "name", self._speller.plain(name)
            yield "name", self._speller.worded(name)
            first = initials(name)
            if first:
                yield "name", first
        yield from (("mark", mark) for mark in one.marks if mark.startswith((CODE, OFFICE)))
        plain = self._speller.plain(one.name)
        if len(plain) >= (_LONG_PERSON if one.type == PERSON else _LONG) and not plain.isascii():
            # Two names one syllable apart have the rest in common.
            yield from ((_NEAR + one.type, plain[:at] + plain[at + 1 :]) for at in range(len(plain)))
        if one.marks and not one.row:
            yield from (("name", piece) for piece in self._pieces(one.name))

    def _pieces(self, name: str) -> Iterator[str]:
        """The beginnings and ends of a name of several words, where a shorter name may be hidden."""
        words = parts(self._speller.bare(name))
        for at in range(1, len(words)):
            for piece in ("".join(words[:at]), "".join(words[at:])):
                if len(piece) > 3:
                    yield piece

    def _sort_in(self, one: Group, sounds: Sounds) -> None:
        """Puts the names of a group under its kind and the keys of their sound, those with Latin letters first."""
        family = "" if one.type in self._bodies else one.type
        for name in one.names:
            keys = dict.fromkeys(self._ear.keys(name))
            if is_latin(name) and not name.isascii():
                keys |= dict.fromkeys(self._ear.keys(self._ear.spoken(name)))
            for key in keys:
                if key:
                    sounds[family, key][not is_latin(name)].append((name, one))

    def _alike(self, named: Heard, rows: Heard) -> Iterator[tuple[str, str]]:
        """Pairs of which one name has Latin letters and the other sounds like it."""
        latin, hangul = named
        for ones, others in ((latin, (*latin, *hangul, *rows[0], *rows[1])), (rows[0], hangul)):
            if len(ones) * len(others) <= _PAIRS:
                yield from ((one.id, other.id) for name, one in ones for said, other in others if self._like((name, one), (said, other)))

    def _like(self, one: tuple[str, Group], other: tuple[str, Group]) -> bool:
        return _worth(one[1], other[1]) and self._ear.alike(one[0], other[0])


def group_of(row: Row, posts: Sequence[Post] = ()) -> Group:
    """A row as a group that no document names, with the marks that the authority file gives it."""
    marks = {CODE + row.source.removeprefix(_KRX)} if row.type == COMPANY and row.source.startswith(_KRX) else set()
    marks |= {mark for post in posts for mark in (post.organisation, f"{OFFICE}{post.organisation}|{post.role}")}
    return Group(row.id, row.type, row.id, row.ko, row.names, frozenset(marks), ())


def merged(one: Group, row: Group) -> Group:
    """A group of a row with all that the row knows."""
    return Group(one.id, one.type, one.row, one.name, tuple(sorted({*one.names, *row.names})), one.marks | row.marks, one.members)


def _two_of(block: Sequence[Group], rows: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    for at, one in enumerate(block):
        yield from ((one, other) for other in (*block[at + 1 :], *rows) if _worth(one, other))


def _near(one: Group, other: Group) -> bool:
    """Whether two names a syllable apart are worth a look: long ones, and those of things that have something in common."""
    return min(len(one.name), len(other.name)) >= LONG or not one.marks.isdisjoint(other.marks)


def _worth(one: Group, other: Group) -> bool:
    """Whether a pair can be anything but what the authority file says already."""
    return one.id != other.id and not (one.row and other.row) and bool(one.members or other.members) and not twins(one, other)
