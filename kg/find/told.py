"""Leave out names that a text only says by the way: 정부 of 정부 예산, 우리나라 of 우리나라 기술, the field of 소프트웨어 회사."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from kg.find.people.persons import Post
from kg.find.pieces import JOINTS
from kg.ontology.authority import Authority
from kg.ontology.load import PLACE, TECHNOLOGY
from kg.ontology.pattern import any_of
from kg.values import Mention, Sentence, Token

# A row of this match is meant only in a text in which its name has a part in a sentence.
TOLD = "told"
_PARTS = frozenset({"JKS", "JKO", "JKB", "JX", "JC"})
_OBJECTS = frozenset({"JKO", "JKB"})
_ACTS = frozenset({"NNG", "NNP"})
_COMMA = ","
# What a noun phrase without a particle is made of, by the tags of its tokens, and what may end a headline behind it.
_NOMINAL = ("N", "XS", "SL", "SH", "SF")
# Within so many characters a parenthesis closes that gives a second name.
_GLOSS = 160


class Told:
    """Leaves out what is not told of; holds only the tables."""

    def __init__(self, authority: Authority, groups: Iterable[str], marks: Iterable[str], acts: Set[str]) -> None:
        """``acts`` are the nouns that tell an act, with which headlines end."""
        self._authority, self._acts = authority, acts
        # A group that something is done for is one of the field: 팹리스 기업을 지원하다.
        self._group = re.compile(f" {any_of(groups)}(?!{any_of(marks)})")

    def keep(self, text: str, sentences: Iterable[Sentence], mentions: Sequence[Mention], posts: Iterable[Post]) -> list[Mention]:
        """The mentions without rows of match ``told`` that have no part in a sentence, and without fields that only tell a group's kind."""
        left_out = {*self._by_the_way(sentences, mentions, posts), *self._kinds(text, mentions)}
        return [m for m in mentions if m.authority is None or m.authority not in left_out]

    def _by_the_way(self, sentences: Iterable[Sentence], mentions: Sequence[Mention], posts: Iterable[Post]) -> Iterator[str]:
        """The rows of match ``told`` that have no particle other than the genitive anywhere."""
        rows = self._authority.rows
        common = [m for m in mentions if m.authority and rows[m.authority].match == TOLD]
        if not common:
            return
        sentences = list(sentences)
        tokens = [token for sentence in sentences for token in sentence.tokens]
        first = {sentence.start: sentence.tokens for sentence in sentences}
        starts = [token.start for token in tokens]
        bodies = {post.body.start for post in posts if post.body}
        places = {m.start for m in mentions if m.type == PLACE and m.authority}
        after = ((m, bisect_left(starts, m.end)) for m in common)
        meant = {
            m.authority
            for m, at in after
            if m.start in bodies or _has_part(tokens, at, m) or _goes_on(tokens, at, places) or self._begins(first.get(m.start, ()), m.end)
        }
        # A country that acts and the spot on the map are told of together.
        names = {name for id_ in meant if id_ for name in rows[id_].names}
        yield from (m.authority for m in common if m.authority and names.isdisjoint(rows[m.authority].names))

    def _begins(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether a comma behind the first word of a headline makes it who acts, and no list goes on: 정부, 로봇 전략 확정.

        Words that other signs join are no part of its list: 정부, 가온·누리와 협약.
        """
        behind = [token for token in tokens if token.start >= end]
        if not behind or behind[0].form != _COMMA:
            return False
        after = next((token for token in behind[1:] if not (token.tag.startswith(_NOMINAL) or token.form in JOINTS)), None)
        last = next((token for token in reversed(behind) if token.tag in _ACTS), None)
        return after.tag != "SP" if after else last is not None and last.form in self._acts

    def _kinds(self, text: str, mentions: Sequence[Mention]) -> Iterator[str]:
        """The known fields that stand only before a word for a group: 반도체 기업, AI 조직."""
        fields = [m for m in mentions if m.authority and m.type == TECHNOLOGY]
        otherwise = {m.authority for m in fields if not self._group.match(text, m.end)}
        yield from (m.authority for m in fields if m.authority and m.authority not in otherwise)


def is_told_of(text: str, end: int, marks: tuple[str, ...]) -> bool:
    """Whether a particle of ``marks`` makes what ends there what the sentence is about; a second name in parentheses may stand between."""
    if text.startswith("(", end):
        end = text.find(")", end, end + _GLOSS) + 1 or end
    return text.startswith(marks, end)


def _has_part(tokens: Sequence[Token], at: int, mention: Mention) -> bool:
    """Whether a particle behind the name, or behind the noun that it owns, gives it a part: 정부는, 정부의 지원을 받다."""
    if at >= len(tokens) or tokens[at].start != mention.end:
        return False
    owned = tokens[at].tag == "JKG" and at + 2 < len(tokens) and tokens[at + 2].tag in _OBJECTS
    return tokens[at].tag in _PARTS or owned


def _goes_on(tokens: Sequence[Token], at: int, places: Set[int]) -> bool:
    """Whether a list of known places goes on behind the name: 한국, 미국, 일본의 전문가가."""
    return at + 1 < len(tokens) and tokens[at].tag == "SP" and tokens[at + 1].start in places
