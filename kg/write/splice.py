"""A file put together from pieces of an older one and new ones, without a look at those that stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

_CHUNK = 1 << 20


class Stretch(NamedTuple):
    """Bytes of a file, from ``start`` to ``end``."""

    start: int
    end: int


class Layout:
    """Where the pieces of a file lie: by keys in the order of the file, after ``head`` bytes."""

    def __init__(self, keys: Sequence[Any], sizes: Sequence[int], head: int) -> None:
        self._keys, self._ends = keys, list(accumulate(sizes, initial=head))

    def stretch(self, key: Any) -> Stretch:
        """The piece of that key; an empty one where it would lie if there is none."""
        at = bisect_left(self._keys, key)
        there = at < len(self._keys) and self._keys[at] == key
        return Stretch(self._ends[at], self._ends[at + 1] if there else self._ends[at])

    @property
    def end(self) -> int:
        """The length of the file."""
        return self._ends[-1] if self._keys else 0


def splice(old: Path, new: Path, layout: Layout, come: Mapping[Any, bytes], head: bytes = b"") -> None:
    """Writes the file ``new``: the pieces of ``old``, as ``layout`` has them, and those that ``come`` instead of them or between them.

    Empty bytes take a piece out. ``head`` stands before the first piece, if there is any. Raises OSError, also where ``old`` is too short.
    """
    with new.open("wb") as file:
        for part in _parts(layout, come, len(head)):
            if part and not file.tell():
                file.write(head)
            if isinstance(part, Stretch):
                file.writelines(_chunks(old, part))
            else:
                file.write(part)


def read_pieces(path: Path, stretches: Sequence[Stretch]) -> list[bytes]:
    """The bytes of pieces of a file, which may be absent where all are empty."""
    return [b"".join(_chunks(path, one)) for one in stretches]


def _parts(layout: Layout, come: Mapping[Any, bytes], start: int) -> Iterator[bytes | Stretch]:
    """The parts of the new file: stretches of the older one that stay, and what comes between them."""
    for key in sorted(come):
        place = layout.stretch(key)
        if start < place.start:
            yield Stretch(start, place.start)
        yield come[key]
        start = place.end
    if start < layout.end:
        yield Stretch(start, layout.end)


def _chunks(path: Path, stretch: Stretch) -> Iterator[bytes]:
    if stretch.start == stretch.end:
        return
    with path.open("rb") as file:
        file.seek(stretch.start)
        left = stretch.end - stretch.start
        while left:
            found = file.read(min(left, _CHUNK))
            if not found:
                raise OSError(f"{path} is shorter than it was")
            left -= len(found)
            yield found
