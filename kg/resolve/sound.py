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
from functools import lru_cache
from operator import itemgetter

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


@lru_cache(maxsize=1 << 15)
def sound(text: str) -> str | None:
    """The sound of a text of Hangul and digits; None where it has other letters."""
    codes: list[str] = []
    for char in text:
        at = ord(char) - _SYLLABLES.start
        if ord(char) in _SYLLABLES:
            codes += _INITIALS[at // 588], _VOWELS[at % 588 // 28], _FINALS[at % 28]
        elif char in _LETTERS:
            codes.append(_LETTERS[char])
        elif char.isdigit():
            codes.append(char)
        elif char.isalpha():
            return None
    return "".join(codes)


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
        self.keys = lru_cache(maxsize=1 << 15)(self._keys)
        self.alike = lru_cache(maxsize=1 << 17)(self._alike)
        self.spoken = lru_cache(maxsize=1 << 15)(self._called)
        self._read = lru_cache(maxsize=1 << 15)(self._readings)
        self._heard = lru_cache(maxsize=1 << 15)(self._sounds)
        self._begins = lru_cache(maxsize=1 << 15)(self._beginnings)

    def _called(self, name: str) -> str:
        """The name with each capital letter as it is called (오픈AI: 오픈에이아이)."""
        return "".join(self._spoken.get(char, char) for char in name)

    def _keys(self, name: str) -> tuple[str, ...]:
        """What names that may sound alike have in common: their consonants, coarsely. A Latin name may have several."""
        if name.count(" ") > _WORDS:
            return ()
        name = _bare(name)
        if len(name) > _LONGEST:
            return ()
        if not is_latin(name):
            return (_squeezed(_coarse_of(name)),)
        choices = [_FALLS.get(char.lower(), ("",)) if _is_letter(char) else (_coarse_of(char),) for char in name]
        every = itertools.islice(itertools.product(*choices), _MOST_KEYS)
        return tuple(dict.fromkeys(_squeezed("".join(choice)) for choice in every))

    def _alike(self, one: str, other: str) -> bool:
        """Whether a name with Latin letters and another, of which one has Hangul too, sound the same in some reading."""
        one, other = _bare(one), _bare(other)
        if max(len(one), len(other)) > _LONGEST or (one.isascii() and other.isascii()):
            return False
        return self._says(one, other) or self._says(other, one)

    def _says(self, latin: str, hangul: str) -> bool:
        """Whether some reading of a name with Latin letters sounds like another, or like that with its capitals called by name."""
        if not is_latin(latin):
            return False
        # Of 700 pairs one sounds alike, and most differ at once.
        begins = self._begins(latin)
        return any(self._reads(latin, heard) for heard in self._heard(hangul) if heard.startswith(begins))

    def _sounds(self, name: str) -> tuple[str, ...]:
        """The sounds of a name as it is written and with its capitals called by name, where it has one."""
        return tuple(heard for heard in dict.fromkeys((sound(name), sound(self.spoken(name)))) if heard)

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
        first = dict.fromkeys(said for _, said, _ in self._read(latin)[0])
        return (*first, *(_FILLER + said for said in first))

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


@lru_cache(maxsize=1 << 15)
def _bare(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", name) if char.isalnum())


def _coarse_of(text: str) -> str:
    return (sound(text) or "").translate(_COARSELY)


def _squeezed(codes: str) -> str:
    return "".join(map(_FIRST, itertools.groupby(codes)))


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
