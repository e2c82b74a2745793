"""A piece of a sentence as the finder of people sees it."""

from __future__ import annotations

from typing import NamedTuple

# The kinds of atoms that are bodies, or places that may stand for one, and those that may be titles.
BODIES = frozenset("OoP")
TITLES = frozenset("TW")


class Atom(NamedTuple):
    """A piece of a sentence. ``kind`` is one letter.

    O known body, o body by its ending, P place, L other known name, T title, W word that is a title only beside a name, U noun that is
    proper or no word of the dictionary, N person-like, n person-like but a common word, S surname alone, D one that may also be a
    determiner (한), x other single syllable, X other noun, g and-also (겸), f former, b coming from (출신), B belonging to (소속),
    k copula, j joining particle, G genitive, a particle by which somebody comes to a post, e one by which he is picked for it, p other
    particle, v anything else, and signs.
    """

    kind: str
    start: int
    end: int
