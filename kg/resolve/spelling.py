"""The forms in which names are compared across documents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kg.ontology.authority import fold
from kg.ontology.identity import Words
from kg.ontology.names import Names

_NOTE = re.compile(r"[*†‡※]+")
# Only + and & tell names apart (C++, R&D); the rest of the signs come and go.
_MUTE = re.compile(r"[^\w+&]+")
_NUMBER = re.compile(r"\d+(?:[.\-]\d+)*")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z&'-]*")
_WORD = re.compile(r"[A-Za-z]+|[^\W\dA-Za-z_]+|\d+(?:\.\d+)*")
# A two-figure year is the short form of one of our time: '25년.
_SHORT_YEAR = re.compile(r"['’](\d\d)(?!\d)")


class Form(NamedTuple):
    """A name in all its forms: those of spelling and of meaning, its words and its letters, and whether very many things could have it."""

    name: str
    plain: str
    worded: str
    words: tuple[str, ...]
    letters: str
    initials: str
    little: bool


class Speller:
    """Brings names into their forms by the word tables; keeps what it made."""

    def __init__(self, words: Words, names: Names) -> None:
        forms = sorted((fold(form), form) for form in words.legal_forms)
        marks = [re.escape(form) for _, form in forms if not form[0].isalpha()]
        letters = [re.escape(form) for _, form in sorted(forms, key=lambda pair: -len(pair[1])) if form[0].isalpha()]
        hangul, latin = ([form for form in letters if form.isascii() is ascii] for ascii in (False, True))
        self._forms = re.compile(
            rf"(?:{'|'.join(marks)})|(?:^|(?<=[\s)]))(?:{'|'.join(hangul)})|(?:{'|'.join(hangul)})$|[\s,]+(?:{'|'.join(latin)})\.?(?=\s|$)",
            re.IGNORECASE,
        )
        groups = {variant: group[0] for group in words.same_words for variant in group[1:]}
        variants = sorted(groups, key=lambda variant: (-len(variant), variant))
        # Most names have no letter that a variant begins with, which is seen at once.
        begins = re.escape("".join(sorted({variant[0] for variant in variants})))
        self._variants = re.compile(f"(?=[{begins}])(?:{'|'.join(map(_bounded, variants))})", re.IGNORECASE)
        self._stands = {fold(variant): fold(word) for variant, word in groups.items()}
        self.part_words = tuple(map(fold, words.part_words))
        self._rewrites = words.rewrites
        self._cues = frozenset(fold(cue) for cue in names.class_of_cue)
        self._hollow = frozenset(fold(word) for word in names.generic_event_words)
        shared = (*names.common_latin, *words.common_words, *(word for group in words.same_words for word in group))
        self._common = {fold(word) for word in shared}
        self.generic = lru_cache(maxsize=1 << 17)(self._generic)
        self.bare = lru_cache(maxsize=1 << 17)(self._bare)
        self.plain = lru_cache(maxsize=1 << 17)(self._plain)
        self.form = lru_cache(maxsize=1 << 17)(self._form)

    def _form(self, name: str) -> Form:
        bare, plain = self.bare(name), self.plain(name)
        worded, words, little = self._worded(name), parts(bare), self.says_little(plain)
        return Form(name, plain, worded, words, unicodedata.normalize("NFD", plain), initials(name), little)

    def _bare(self, name: str) -> str:
        """The name as it is written, without legal forms and marks of a note; the name itself where nothing would be left."""
        left = " ".join(self._forms.sub(" ", _NOTE.sub("", name)).strip(" ·,;").split())
        return left if left != name and fold(left) else name

    def _plain(self, name: str) -> str:
        """The form of spelling: folded, without legal forms, and without signs that are no part of what is said."""
        folded = fold(self.bare(name))
        return _MUTE.sub("", folded) or folded

    def _worded(self, name: str) -> str:
        """The form of meaning: plain, each word that means the same as others by one of them."""
        bare = self.bare(name)
        worded = self._variants.sub(lambda found: self._stands.get(fold(found[0]), found[0]), bare)
        for rewrite in self._rewrites:
            worded = rewrite.find.sub(rewrite.put, worded)
        return self.plain(name if worded == bare else worded)

    def says_little(self, plain: str) -> bool:
        """Whether very many things could have the name: a generic one, or one common word."""
        return plain in self._common or self.generic(plain)

    def _generic(self, plain: str) -> bool:
        """Whether a plain name is only a class word, with at most words before it that tell no event from another."""
        left = next((plain[:at] for at in range(len(plain)) if plain[at:] in self._cues), plain)
        while left:
            size = next((size for size in range(len(left), 0, -1) if left[:size] in self._hollow), 0)
            if not size:
                return False
            left = left[size:]
        return True


def _bounded(variant: str) -> str:
    """Latin words count only where no Latin letter stands beside them; Hangul words are written together with others."""
    pattern = r"\s?".join(map(re.escape, variant.split()))
    return rf"(?<![A-Za-z]){pattern}(?![A-Za-z])" if variant.isascii() else pattern


@lru_cache(maxsize=1 << 15)
def numbers(name: str) -> frozenset[str]:
    """The numbers, years and versions in a name."""
    whole = _SHORT_YEAR.sub(r"20\1", unicodedata.normalize("NFKC", name))
    return frozenset(found.lstrip("0") or "0" for found in _NUMBER.findall(whole))


def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded; Latin, Hangul and figures apart."""
    return tuple(found.casefold() for found in _WORD.findall(unicodedata.normalize("NFKC", name)))


def distance(one: str, other: str, most: int) -> int:
    """The letters by which two texts differ: put in, left out or changed; ``most`` + 1 where they are more.

    Two numbers are a column of the table of distances: their bits tell where it goes up and down (Myers 1999, as Hyyrö 2003 has it).
    """
    left, apart = len(other), len(one)
    if abs(left - apart) > most:
        return most + 1
    places: dict[str, int] = {}
    for at, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << at
    every, last = (1 << apart) - 1, 1 << apart >> 1
    up, down = every, 0
    for char in other:
        same = places.get(char, 0)
        level = ((same & up) + up ^ up) | same | down
        rise, fall = down | every & ~(level | up), level & up
        apart += bool(rise & last) - bool(fall & last)
        left -= 1
        if apart - left > most:
            return most + 1
        rise = (rise << 1 | 1) & every
        up, down = (fall << 1 | ~(level | rise)) & every, level & rise
    return apart if one else len(other)


def initials(name: str) -> str:
    """The initials of a name of three or more Latin words, those of small words left out; empty for another."""
    if not name.isascii():
        return ""
    words = [word for word in _LATIN_WORD.findall(name) if word[0].isupper()]
    return "".join(word[0] for word in words).lower() if len(words) >= 3 else ""
