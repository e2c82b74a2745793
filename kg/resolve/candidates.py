"""Blocking: the pairs of groups that are worth comparing, found by keys that names of one thing have in common.

A key is asked only of groups, not of pairs, so the cost grows with the names, not with their square; a key that very many names share
tells nothing and is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, product

from kg.ontology.authority import Post, Row
from kg.ontology.load import BODY, COMPANY, PERSON, Ontology
from kg.resolve.compare import LONG, twins
from kg.resolve.groups import Group
from kg.resolve.nodes import CODE, OFFICE, following
from kg.resolve.sound import Ear, is_latin
from kg.resolve.spelling import Speller
from kg.resolve.state import Entry, ordered

Block = Sequence[Entry]
# A key that a group has, and the name that it is of where it is a sound.
Held = tuple[str, str]
# More groups than this under one key, or pairs of Latin and Hangul names, and it tells nothing.
CROWD, _PAIRS = 24, 4000
# Shorter names have too many neighbours one letter away.
_LONG, _LONG_PERSON = 5, 3
# So many parts has a name of which one may be another; a key for each syllable instead would be two thirds of all keys.
_PARTS = 4
_KRX = "KRX:"
_NAME, _MARK, _NEAR, _SOUND = "name ", "mark ", "near ", "sound "


class Candidates:
    """Finds pairs of groups, and of groups and the rows of the authority file; makes the index of the rows once.

    Of two rows it makes no pair, since the authority file says already that they are two things.
    """

    def __init__(self, ontology: Ontology, speller: Speller, ear: Ear) -> None:
        self._speller, self._ear, self._bodies = speller, ear, ontology.types_of(BODY)
        held: dict[str, list[Post]] = defaultdict(list)
        for post in ontology.authority.posts:
            held[post.person].append(post)
        self.following = following(ontology.authority.rows, self._bodies)
        self.rows = {id: group_of(row, held[id], self.following) for id, row in ontology.authority.rows.items()}
        blocks: dict[str, list[Entry]] = defaultdict(list)
        for one in self.rows.values():
            for key, name in self.held(one):
                blocks[key].append(Entry(name, one.id))
        self._row_blocks = dict(blocks)

    def held(self, one: Group) -> dict[Held, None]:
        """The keys of a group."""
        return dict.fromkeys((*((key, "") for key in self._keys(one)), *self._sounds(one)))

    def same(self, one: Group, other: Group) -> bool:
        """Whether two groups have the same keys because they differ in nothing but who bears their names."""
        told, told_too = ((group.type, group.row, group.name, group.names, group.marks) for group in (one, other))
        return told == told_too

    def alone(self, key: str, block: Block) -> bool:
        """Whether a key gives no pair because too few have it."""
        return len(block) < 2 and key not in self._row_blocks

    def bearers(self, key: str, block: Block) -> set[str]:
        """The ids of these groups and of the rows that have the key too."""
        return {entry.id for entry in (*block, *self._row_blocks.get(key, ()))}

    def standing(self, key: str, block: Block) -> tuple[bool, ...]:
        """Whether the key tells anything while these groups have it; of a sound for both sides that are paired."""
        if key.startswith(_SOUND):
            return tuple(len(ones) * len(others) <= _PAIRS for ones, others in self._sides(key, block))
        return (len(block) + len(self._row_blocks.get(key, ())) <= CROWD,)

    def pairs(self, key: str, block: Block, new: Collection[Entry] | None = None) -> Iterator[tuple[str, str]]:
        """The pairs of ids that a key gives, with ``new`` only those in which one of these takes part; the rows without documents too.

        One may come twice.
        """
        sounds = key.startswith(_SOUND)
        for one, other in self._across(key, block, new) if sounds else self._together(key, block, new):
            if _possible(one, other) and (not sounds or self._ear.alike(one.name, other.name)):
                yield ordered(one.id, other.id)

    def way(self, one: Group, other: Group, block_of: Callable[[str], Block]) -> bool | None:
        """Whether two groups are a pair by the nearness of their spelling alone; None where they are none."""
        mine, yours = self.held(one), {key for key, _ in self.held(other)}
        pair, near = ordered(one.id, other.id), False
        for key in dict.fromkeys(key for key, _ in mine if key in yours):
            ends = {Entry(name, one.id) for held, name in mine if held == key}
            if any(found == pair for found in self.pairs(key, block_of(key), ends)):
                if not is_near(key):
                    return False
                near = True
        return True if near else None

    def worth(self, one: Group, other: Group, *, near: bool) -> bool:
        """Whether a pair can be anything but what the authority file says, and if only ``near``, is worth a look."""
        return not twins(one, other) and (not near or _near(one, other))

    def _together(self, key: str, block: Block, new: Collection[Entry] | None) -> Iterator[tuple[Entry, Entry]]:
        rows = self._row_blocks.get(key, ())
        if len(block) + len(rows) > CROWD:
            return iter(())
        return chain(combinations(block, 2), product(block, rows)) if new is None else product(new, (*block, *rows))

    def _across(self, key: str, block: Block, new: Collection[Entry] | None) -> Iterator[tuple[Entry, Entry]]:
        for ones, others in self._sides(key, block):
            if len(ones) * len(others) > _PAIRS:
                continue
            if new is None:
                yield from product(ones, others)
            else:
                yield from product([one for one in ones if one in new], others)
                yield from product(ones, [other for other in others if other in new])

    def _sides(self, key: str, block: Block) -> tuple[tuple[Block, Block], tuple[Block, Block]]:
        """The names with Latin letters and all that they may sound like; and those of rows, with the others that documents name."""
        rows = self._row_blocks.get(key, ())
        latin: list[Entry] = []
        hangul: list[Entry] = []
        for entry in block:
            (latin if is_latin(entry.name) else hangul).append(entry)
        return (latin, [*block, *rows]), ([entry for entry in rows if is_latin(entry.name)], hangul)

    def _keys(self, one: Group) -> Iterator[str]:
        for form in map(self._speller.form, one.names):
            if not form.little:
                yield from (_NAME + said for said in (form.plain, form.worded, form.initials) if said)
        yield from (_MARK + mark for mark in one.marks if mark.startswith((CODE, OFFICE)))
        plain = self._speller.plain(one.name)
        if len(plain) >= (_LONG_PERSON if one.type == PERSON else _LONG) and not plain.isascii():
            yield from (f"{_NEAR}{one.type} {rest}" for rest in _rests(plain))
        if one.marks and not one.row:
            yield from (_NAME + piece for piece in self._pieces(one.name))

    def _pieces(self, name: str) -> Iterator[str]:
        """The beginnings and ends of a name of several words, where a shorter name may be hidden."""
        words = self._speller.form(name).words
        for at in range(1, len(words)):
            for piece in ("".join(words[:at]), "".join(words[at:])):
                if len(piece) > 3:
                    yield piece

    def _sounds(self, one: Group) -> Iterator[Held]:
        family = "" if one.type in self._bodies else one.type
        yield from ((f"{_SOUND}{family} {key}", name) for name in one.names for key in self._ear.keys(name))


def group_of(row: Row, posts: Sequence[Post], successions: Mapping[str, Collection[str]]) -> Group:
    """A row as a group that no document names, with the marks that the authority file gives it."""
    marks = {CODE + row.source.removeprefix(_KRX)} if row.type == COMPANY and row.source.startswith(_KRX) else set()
    marks |= {mark for post in posts for mark in (post.organisation, f"{OFFICE}{post.organisation}|{post.role}")}
    marks |= {mark for post in posts for mark in successions.get(post.organisation, ())}
    return Group(row.id, row.type, row.id, row.ko, row.names, frozenset(marks), ())


def merged(one: Group, row: Group) -> Group:
    """A group of a row with all that the row knows."""
    return Group(one.id, one.type, one.row, one.name, tuple(sorted({*one.names, *row.names})), one.marks | row.marks, one.members)


def is_near(key: str) -> bool:
    """Whether what has the key in common is only near in spelling."""
    return key.startswith(_NEAR)


def _rests(name: str) -> Iterator[str]:
    """What two names of one length that are a syllable apart have in common: the name without a quarter of it, for each quarter."""
    ends = sorted({len(name) * part // _PARTS for part in range(_PARTS + 1)})
    return (f"{name[:start]}.{name[end:]}" for start, end in pairwise(ends))


def _possible(one: Entry, other: Entry) -> bool:
    """Whether two are not one, and not both rows, whose ids have no slash."""
    return one.id != other.id and ("/" in one.id or "/" in other.id)


def _near(one: Group, other: Group) -> bool:
    """Whether two names a syllable apart are worth a look: long ones, and those of things that have something in common."""
    return min(len(one.name), len(other.name)) >= LONG or not one.marks.isdisjoint(other.marks)
