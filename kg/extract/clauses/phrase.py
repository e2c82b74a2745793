"""A noun phrase as clauses have it: names in one list under one case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.analyse.items import TIME, Chunk
from kg.refer import Named


class Phrase(NamedTuple):
    """Noun phrases that stand in one list, under the case of the last. ``names`` are those at their heads, ``inner`` those inside.

    ``around`` are the names of the clause before it that says what it is for or about: 로봇 산업을 위한 방안.
    """

    chunks: tuple[Chunk, ...]
    case: str
    names: tuple[Named, ...]
    inner: tuple[Named, ...]
    around: tuple[Named, ...] = ()

    @property
    def start(self) -> int:
        """Where the first chunk begins."""
        return self.chunks[0].start

    @property
    def end(self) -> int:
        """Where the last chunk ends, without its particle."""
        return self.chunks[-1].end

    @property
    def said(self) -> str:
        """Its words written together, so that a compound is found whatever its parts."""
        return "".join(word.form for chunk in self.chunks for word in chunk.words)

    @property
    def words(self) -> frozenset[str]:
        """All word forms in it."""
        return frozenset(word.form for chunk in self.chunks for word in chunk.words)

    def says(self, name: Named) -> bool:
        """Whether the name is among its words, rather than in a parenthesis between them: 가온타워(서울 중구) 5층."""
        return any(says(chunk, name) for chunk in self.chunks)

    def listed_with(self, names: Sequence[Named]) -> tuple[Named, ...]:
        """The last of the names, behind those that make one list with it: A, B의 관계자가; A, B 등 3개국 대사가."""
        out = tuple(names[-1:])
        at = next((at for at, chunk in enumerate(self.chunks) if out and says(chunk, out[0])), 0)
        for chunk, name in zip(reversed(self.chunks[:at]), reversed(names[:-1]), strict=False):
            if not chunk.joined or chunk.start != name.start or chunk.end != name.end:
                break
            out = (name, *out)
        return out

    @property
    def is_time(self) -> bool:
        """Whether it is a time expression alone."""
        first = self.chunks[0].words[0].tag == TIME
        return first and all(word.tag == TIME for chunk in self.chunks for word in chunk.words)


def says(chunk: Chunk, name: Named) -> bool:
    """Whether the name begins in one of the chunk's words, rather than in a parenthesis between them."""
    return any(word.start <= name.start < word.end for word in chunk.words)


def named_in(phrases: Iterable[Phrase]) -> tuple[Named, ...]:
    """The names in the phrases, at their heads or inside."""
    return tuple(name for phrase in phrases for name in (*phrase.names, *phrase.inner))
