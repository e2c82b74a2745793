"""How names sound, so that one that is written in Latin letters is found again in Hangul (KAPEX, 케이팩스).

A sound is a string of small codes: one a consonant, tense and aspirated alike, large at the end of a syllable, one or two a vowel.
Latin letters may sound in several ways, which ``ontology/identity/sounds.yml`` lists; a Latin name sounds like a Hangul one if some
choice of them does.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from kg.ontology.identity import Sounds

_SYLLABLES = range(0xAC00, 0xD7A4)
_INITIALS = ["g", "k", "n", "d", "t", "l", "m", "b", "p", "s", "s", "", "j", "c", "c", "k", "t", "p", "h"]
_VOWELS = ["a", "e", "ya", "ye", "v", "e", "yv", "ye", "o", "Wa", "We", "We", "yo", "u", "Wv", "We", "Wi", "yu", "w", "wi", "i"]
_FINALS = ["", *"KKKnnnTlKmPllPlmPPTTNTTKTPT"]
# Lone letters of the compatibility block, for the tables.
_LETTERS = dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", _INITIALS, strict=True))
_ENDS = dict(zip("ㄱㄴㄹㅁㅂㅅㅇ", "KnlmPTN", strict=True))
# The vowel that Hangul puts behind a consonant that has none of its own.
_FILLER = "w"
_VOCALS = frozenset("AEIOUY")
# So many capitals behind those called by name can be read as a word (NC, Soft).
_READABLE = 3
# Into how few consonants names are sorted before they are compared, and how Latin letters may fall there.
_COARSE = {**dict.fromkeys("kgK", "k"), **dict.fromkeys("tdTsjc", "s"), **dict.fromkeys("pbP", "p"), "m": "m", "n": "n"}
_COARSELY = {code: _COARSE.get(chr(code), chr(code) if chr(code).isdigit() else "") for code in range(128)}
_FALLS = {
    **dict.fromkeys("bfpv", ("p",)), **dict.fromkeys("dstjz", ("s",)), **dict.fromkeys("kq", ("k",)),
    "c": ("k", "s"), "g": ("k", "s", ""), "m": ("m",), "n": ("n", ""), "x": ("ks", "s"), "h": ("", "s"), "w": ("", "sp"),
}  # fmt: skip
_MOST_KEYS = 32
# Longer names are titles in a language, not names that another script spells by their sound.
_LONGEST, _WORDS = 24, 3
_LATIN = re.compile("[A-Za-z]")
_FIRST = itemgetter(0)


class Voice(NamedTuple):
    """What is heard of a name: as it is written and with its capitals called by name, where that is Hangul.

    ``bare`` are its letters and figures. Each reading of Latin ones has one of ``begins`` at its beginning and one of ``ends`` at its end.
    """

    bare: str
    ascii: bool
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    heard: tuple[str, ...]


def sound(text: str) -> str | None:
    """The sound of a text of Hangul and digits; None where it has other letters."""
    codes = [_sound_of(char) for char in text]
    return None if None in codes else "".join(filter(None, codes))


@cache
def _sound_of(char: str) -> str | None:
    """The sound of a letter; empty for a sign, None for a letter of another script."""
    at = ord(char) - _SYLLABLES.start
    if ord(char) in _SYLLABLES:
        return "".join((_INITIALS[at // 588], _VOWELS[at % 588 // 28], _FINALS[at % 28]))
    if char in _LETTERS or char.isdigit():
        return _LETTERS.get(char, char)
    return None if char.isalpha() else ""


def is_latin(name: str) -> bool:
    """Whether a letter of the name is Latin."""
    return _LATIN.search(name) is not None


class Ear:
    """Compares sounds by the tables."""

    def __init__(self, sounds: Sounds) -> None:
        self._names = {letter: tuple(filter(None, map(_code, said))) for letter, said in sounds.names.items()}
        self._letters = {letters: tuple(map(_code, said)) for letters, said in sounds.letters.items()}
        self._longest = max(map(len, self._letters))
        self._spoken = {letter: said[0] for letter, said in sounds.names.items()}
        self.keys = lru_cache(maxsize=1 << 17)(self._keys)
        self._voice = lru_cache(maxsize=1 << 16)(self._voiced)
        self._read = lru_cache(maxsize=1 << 15)(self._readings)

    def alike(self, one: str, other: str) -> bool:
        """Whether a name with Latin letters and another, of which one has Hangul too, sound the same in some reading."""
        mine, yours = self._voice(one), self._voice(other)
        return not (mine.ascii and yours.ascii) and (self._says(mine, yours) or self._says(yours, mine))

    def _called(self, name: str) -> str:
        """The name with each capital letter as it is called (오픈AI: 오픈에이아이)."""
        return "".join(self._spoken.get(char, char) for char in name)

    def _keys(self, name: str) -> tuple[str, ...]:
        """What names that may sound alike have in common: their consonants, coarsely. A Latin name may have several."""
        if name.count(" ") > _WORDS:
            return ()
        said = (name,) if name.isascii() or not is_latin(name) else (name, self._called(name))
        return tuple(dict.fromkeys(key for one in said for key in _fallen(_bare(one)) if key))

    def _voiced(self, name: str) -> Voice:
        bare = _bare(name)
        if len(bare) > _LONGEST:
            return Voice(bare, bare.isascii(), (), (), ())
        heard = tuple(dict.fromkeys(filter(None, (sound(bare), sound(self._called(bare))))))
        ends = (self._beginnings(bare), self._endings(bare)) if is_latin(bare) else ((), ())
        return Voice(bare, bare.isascii(), *ends, heard)

    def _says(self, latin: Voice, other: Voice) -> bool:
        """Whether some reading of a name with Latin letters sounds like another."""
        # Of 700 pairs one sounds alike, and most differ at once.
        for heard in other.heard if latin.begins else ():
            if heard.startswith(latin.begins) and heard.endswith(latin.ends) and self._reads(latin.bare, heard):
                return True
        return False

    def _reads(self, latin: str, heard: str) -> bool:
        """Whether some reading of ``latin`` is ``heard``; the places reached are kept for each letter, as in a finite automaton."""
        # A place of the sound, and whether all capitals so far in their run were called by name: after a sound no name follows,
        # and after a name only letters that can be read as a word (LS is never 엘 and an s).
        reached: list[set[tuple[int, bool]]] = [set() for _ in range(len(latin) + 1)]
        reached[0].add((0, True))
        furthest, readings = 0, self._read(latin)
        for at, states in enumerate(reached[:-1]):
            if at > furthest:
                return False
            first = at == 0 or not _is_capital(latin[at - 1])
            for place, named in _with_filler(states, heard):
                for size, said, by_name in readings[at]:
                    fits = first or named == by_name or (named and _readable(latin, at))
                    if fits and heard.startswith(said, place):
                        reached[at + size].add((place + len(said), by_name))
                        furthest = max(furthest, at + size)
        return any(place == len(heard) for place, _ in _with_filler(reached[-1], heard))

    def _beginnings(self, latin: str) -> tuple[str, ...]:
        """The sounds of which one stands at the beginning of all readings of a name, behind a vowel that only fills too."""
        first = dict.fromkeys(said for _, said, _ in self._from(latin, 0))
        return (*first, *(_FILLER + said for said in first))

    def _endings(self, latin: str) -> tuple[str, ...]:
        """The sounds of which one stands at the end of all, before a vowel that only fills too."""
        last = range(max(0, len(latin) - self._longest), len(latin))
        said = dict.fromkeys(said for at in last for size, said, _ in self._from(latin, at) if at + size == len(latin))
        return (*said, *(one + _FILLER for one in said))

    def _readings(self, latin: str) -> list[list[tuple[int, str, bool]]]:
        """For each letter how many from it on are read together, as what, and whether by name."""
        return [list(self._from(latin, at)) for at in range(len(latin))]

    def _from(self, latin: str, at: int) -> Iterator[tuple[int, str, bool]]:
        char = latin[at]
        if not char.isascii() or char.isdigit():
            yield 1, sound(char) or "", False
            return
        yield from ((1, said, True) for said in self._names.get(char, ()))
        for size in range(1, self._longest + 1):
            letters = latin[at : at + size]
            if len(letters) == size:
                said_so = self._letters.get(letters.lower(), ())
                yield from ((size, said, False) for said in said_so if said or letters not in "eE" or _ends_word(latin, at))


def _code(said: str) -> str:
    """The sound that an entry of the tables writes."""
    if said.startswith("."):
        return _ENDS[said[1]] + (sound(said[2:]) or "")
    return "" if said == "-" else sound(said) or ""


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", name)))


def _coarse_of(text: str) -> str:
    """The coarse consonants of Hangul and digits, those that follow on the same once."""
    return "".join(map(_FIRST, itertools.groupby((sound(text) or "").translate(_COARSELY))))


def _fallen(name: str) -> list[str]:
    """The coarse consonants of a name, for each way in which its Latin letters may fall; of very many ways those of the last letters."""
    if len(name) > _LONGEST:
        return []
    if not is_latin(name):
        return [_coarse_of(name)]
    every = [""]
    for char in reversed(name):
        falls = _FALLS.get(char.lower(), ("",)) if _is_letter(char) else (_coarse_of(char),)
        if falls != ("",):
            every = [fall + (rest[1:] if rest[:1] == fall[-1:] else rest) for fall in falls for rest in every][:_MOST_KEYS]
    return every


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _ends_word(latin: str, at: int) -> bool:
    """Whether a word ends here, where alone an e is silent: the next letter is none of Latin, or begins a new word."""
    rest = latin[at + 1 : at + 2]
    return not rest or not _is_letter(rest) or (latin[at].islower() and rest.isupper())


def _is_capital(char: str) -> bool:
    return char.isascii() and char.isupper()


def _readable(latin: str, at: int) -> bool:
    """Whether the capitals from ``at`` on are enough for a word; a letter that is no capital begins a new one anyway."""
    run = next((size for size, char in enumerate(latin[at:]) if not _is_capital(char)), len(latin) - at)
    return run == 0 or (run >= _READABLE and not _VOCALS.isdisjoint(latin[at : at + run]))


def _with_filler(states: Iterable[tuple[int, bool]], heard: str) -> Iterator[tuple[int, bool]]:
    """The states, and those behind a vowel that only fills."""
    for place, named in sorted(states):
        yield place, named
        if heard[place : place + 1] == _FILLER and heard[place : place + 2] != "wi":
            yield place + 1, named
